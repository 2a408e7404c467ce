"""GRIM: kan een gedrukt percentage bestaan bij de gedrukte groep?

Van een groep van 8 zijn er 0, 1, 2 ... 8; daar horen 0, 13, 25 ... 100 procent bij. Staat er een
ander percentage, dan wijkt de groep, het percentage of de noemer af van wat er gedrukt is.
Methode: N.J.L. Brown en J.A.J. Heathers (2017), Social Psychological and Personality Science 8(4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.basis.onderzoek.aandeel import aantallen_bij
from lv_tools.controle.cijfers import (
    afdelingsgroottes,
    heel,
    kerncijfer,
    obstakelkolommen,
    tekst,
)
from lv_tools.controle.melding import Melding

CONTROLE = "GRIM"

#: Percentages uit de lopende tekst waarvan de tekst ook de groep noemt: kerncijfer -> groep.
TEKST = {
    "duur-6-12-maanden": "trajecten-totaal",
    "leiderschap-wisseling-of-gebrek": "trajecten-totaal",
}


def past(percentage: float, n: int, decimalen: int = 0) -> bool:
    """Zeg of een gedrukt percentage kan bestaan in een groep van `n`.

    Parameters
    ----------
    percentage : float
        Gedrukt percentage.
    n : int
        Grootte van de groep, ten minste 1.
    decimalen : int, default 0
        Aantal decimalen waarop is afgerond; precies op de helft mag naar twee kanten.

    Examples
    --------
    >>> past(61, 21), past(61, 23)
    (False, True)
    """
    return bool(aantallen_bij(percentage, n, decimalen))


def niet_passend(percentages: Iterable[int], n: int) -> tuple[int, ...]:
    """Geef de percentages die in een groep van `n` niet kunnen bestaan, in dezelfde volgorde."""
    return tuple(percentage for percentage in percentages if not past(percentage, n))


def controleer() -> Iterator[Melding]:
    """Toets tabel 4.2, bijlage 2.2 en de percentages in de tekst waarvan de groep bekend is."""
    tabel = "risico_per_afdeling"
    for afdeling, n in afdelingsgroottes().items():
        regels = [regel for regel in lees(tabel).rijen if regel["afdeling"] == afdeling]
        percentages = {tekst(r, "standaard"): heel(r, "percentage") for r in regels}
        yield from _toets(tabel, {"afdeling": afdeling}, "standaard", percentages, n)
    tabel = "interventies_bij_obstakels"
    for kolom in obstakelkolommen():
        yield from _toets(
            tabel, {"obstakel": kolom.obstakel}, "interventie", kolom.percentages, kolom.n
        )
    for sleutel, groep in TEKST.items():
        yield _melding("kerncijfers", {"id": sleutel}, kerncijfer(sleutel), kerncijfer(groep))


def _toets(
    resource: str, groep: dict[str, str], cel: str, percentages: Mapping[str, int], n: int
) -> Iterator[Melding]:
    fout = {kop: p for kop, p in percentages.items() if not past(p, n)}
    for kop, percentage in fout.items():
        yield _melding(resource, groep | {cel: kop}, percentage, n)
    if not fout:
        yield Melding(
            controle=CONTROLE,
            ernst="klopt",
            resource=resource,
            sleutel=groep,
            gevonden=f"{len(percentages)} percentages, n = {n}",
            verwacht="alle mogelijk",
            uitleg=f"Alle {len(percentages)} percentages kunnen bestaan bij n = {n}.",
        )


def _melding(resource: str, sleutel: dict[str, str], percentage: int, n: int) -> Melding:
    aantallen = aantallen_bij(percentage, n)
    if aantallen:
        keus = " of ".join(str(k) for k in aantallen)
        return Melding(
            controle=CONTROLE,
            ernst="klopt",
            resource=resource,
            sleutel=sleutel,
            gevonden=f"{percentage}%, n = {n}",
            verwacht=f"{keus} van {n}",
            uitleg=f"{percentage}% kan bestaan bij n = {n}: het zijn er dan {keus}.",
        )
    onder = percentage * n // 100
    buren = {f"{k} van {n}": f"{(200 * k + n) // (2 * n)}%" for k in (onder, onder + 1)}
    return Melding(
        controle=CONTROLE,
        ernst="kan niet",
        resource=resource,
        sleutel=sleutel,
        gevonden=f"{percentage}%, n = {n}",
        verwacht=" of ".join(buren.values()),
        uitleg=(
            f"{percentage}% kan niet bestaan bij n = {n}: "
            + " en ".join(f"{aantal} is {procent}" for aantal, procent in buren.items())
            + "."
        ),
    )
