"""Welke groep past bij een hele kolom percentages?

Faalt een kolom de GRIM-toets, dan is de vraag welke groepsgrootte alle percentages wél verklaart.
Hoe minder groottes er passen, hoe sterker de aanwijzing. Vanaf 100 past elk heel percentage, dus
zoeken heeft alleen zin onder een bekend maximum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.controle.cijfers import Kolom, kerncijfer, obstakelkolommen
from lv_tools.controle.grim import niet_passend
from lv_tools.controle.melding import Melding
from lv_tools.controle.noemer import begeleidingstotalen

CONTROLE = "kleinste n"


def passende_n(percentages: Sequence[int], hoogste: int) -> tuple[int, ...]:
    """Zoek elke groepsgrootte waarbij alle percentages kunnen bestaan.

    Parameters
    ----------
    percentages : Sequence of int
        Gedrukte percentages van dezelfde groep, in hele procenten.
    hoogste : int
        Grootste groep die kan; er wordt van 1 tot en met `hoogste` gezocht.

    Returns
    -------
    tuple of int
        De passende groottes, oplopend; het eerste getal is de kleinste n.

    Raises
    ------
    ValueError
        Als er geen percentages zijn of `hoogste` kleiner is dan 1.

    Examples
    --------
    >>> passende_n((61, 70, 22, 30, 78, 52), 45)
    (23,)
    """
    if not percentages:
        raise ValueError("percentages is leeg: geef er ten minste één")
    if hoogste < 1:
        raise ValueError(f"hoogste is {hoogste}: geef een heel getal vanaf 1")
    return tuple(n for n in range(1, hoogste + 1) if not niet_passend(percentages, n))


def controleer() -> Iterator[Melding]:
    """Zoek voor elke kolom van bijlage 2.2 die bij de gedrukte n niet kan, welke n wel past."""
    hoogste = kerncijfer("trajecten-totaal")
    verschillen = []
    for kolom in obstakelkolommen():
        percentages = tuple(kolom.percentages.values())
        if not niet_passend(percentages, kolom.n):
            continue
        passend = passende_n(percentages, hoogste)
        verschillen.append(passend[0] - kolom.n if passend else None)
        yield _melding(kolom, passend, hoogste)
    gevonden = [verschil for verschil in verschillen if verschil is not None]
    if len(gevonden) == len(verschillen) > 1:
        yield from _patroon(gevonden, hoogste)


def _melding(kolom: Kolom, passend: tuple[int, ...], hoogste: int) -> Melding:
    percentages = tuple(kolom.percentages.values())
    fout = len(niet_passend(percentages, kolom.n))
    uitleg = (
        f"Bij n = {kolom.n} {'kan' if fout == 1 else 'kunnen'} {fout} van de {len(percentages)} "
        "percentages niet bestaan; "
    )
    if passend:
        rest = opsomming([str(n) for n in passend[1:]])
        uitleg += f"bij n = {passend[0]} kunnen ze alle{f', net als bij {rest}' if rest else ''}"
    else:
        uitleg += "geen enkele n verklaart de hele kolom"
    uitleg += f" (gezocht tot en met {hoogste}, het aantal trajecten in de tekst)."
    return Melding(
        controle=CONTROLE,
        ernst="let op" if passend else "kan niet",
        resource="interventies_bij_obstakels",
        sleutel={"obstakel": kolom.obstakel},
        gevonden=f"n = {kolom.n}",
        verwacht=f"n = {passend[0]}" if passend else "geen n",
        uitleg=uitleg,
    )


def _patroon(verschillen: Sequence[int], hoogste: int) -> Iterator[Melding]:
    totalen = [n for n in begeleidingstotalen() if 0 < max(verschillen) <= n - hoogste]
    if min(verschillen) > 0 and totalen:
        yield Melding(
            controle=CONTROLE,
            ernst="let op",
            resource="interventies_bij_obstakels",
            sleutel={},
            gevonden=f"{len(verschillen)} kolommen met een te kleine n",
            verwacht=f"{min(verschillen)} of {max(verschillen)} hoger",
            uitleg=(
                f"In alle {len(verschillen)} kolommen die niet kunnen, is de passende n "
                f"{min(verschillen)} tot {max(verschillen)} hoger dan de gedrukte; dat zou passen "
                f"als de percentages over {totalen[0]} trajecten gaan en de n over {hoogste}."
            ),
        )
