"""De noemer: op hoeveel afdelingen rust een percentage van bijlage 2.1?

De bijlage drukt bij elke uitdaging een aantal én een percentage, maar niet de groep. Die volgt uit
beide samen. Daarna is te zien of die groep past bij de intake (tabel 4.2) en bij de begeleiding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.basis.onderzoek.aandeel import aantallen_bij
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.controle.cijfers import heel, intake_aantallen, kerncijfer, tekst
from lv_tools.controle.melding import Melding, Plaats

CONTROLE = "noemer"


def passende_noemers(regels: Sequence[tuple[int, int]], hoogste: int) -> tuple[int, ...]:
    """Zoek de groepen waarbij elk aantal het percentage oplevert dat ernaast staat.

    Parameters
    ----------
    regels : Sequence of (int, int)
        Per regel het gedrukte aantal en het gedrukte hele percentage.
    hoogste : int
        Grootste groep die kan.

    Returns
    -------
    tuple of int
        De passende groepen, oplopend; leeg als geen enkele groep alle regels verklaart.

    Examples
    --------
    >>> passende_noemers([(27, 79), (24, 71), (3, 9)], 146)
    (34,)
    """
    return tuple(
        n
        for n in range(1, hoogste + 1)
        if all(aantal in aantallen_bij(percentage, n) for aantal, percentage in regels)
    )


@cache
def noemers() -> Mapping[str, tuple[int, ...]]:
    """Geef per standaard van bijlage 2.1 de groepen die bij alle regels passen."""
    per_standaard: dict[str, list[tuple[int, int]]] = {}
    for regel in lees("uitdagingen").rijen:
        paar = (heel(regel, "aantal"), heel(regel, "percentage"))
        per_standaard.setdefault(tekst(regel, "standaard"), []).append(paar)
    hoogste = kerncijfer("afdelingen-totaal")
    return {code: passende_noemers(regels, hoogste) for code, regels in per_standaard.items()}


def controleer() -> Iterator[Melding]:
    """Zoek de noemers van bijlage 2.1 en leg ze naast de intake en de begeleiding."""
    for standaard, passend in noemers().items():
        yield _noemer(standaard, passend)
        if passend:
            yield _tegen_intake(standaard, passend)
    yield _tegen_begeleiding()


def _noemer(standaard: str, passend: tuple[int, ...]) -> Melding:
    keus = opsomming([str(n) for n in passend], "of")
    return Melding(
        controle=CONTROLE,
        ernst="klopt" if passend else "kan niet",
        resource="uitdagingen",
        sleutel={"standaard": standaard},
        gevonden="aantallen en percentages",
        verwacht=f"n = {keus}" if passend else "geen n",
        uitleg=(
            f"Alle aantallen en percentages bij {standaard} passen bij een groep van {keus}."
            if passend
            else f"Geen enkele groep verklaart alle aantallen en percentages bij {standaard}."
        ),
    )


def intake_bij(standaard: str) -> tuple[int, int]:
    """Geef hoeveel afdelingen er bij de intake een risico hadden: ten minste en ten hoogste."""
    # Een standaard zonder kolom in tabel 4.2 is bij de intake door geen afdeling genoemd.
    return intake_aantallen().get(standaard, (0, 0))


def naast_intake(standaard: str, passend: tuple[int, ...]) -> Literal["groter", "kleiner", ""]:
    """Zeg hoe de groep van de bijlage afwijkt van die bij de intake; leeg als dat niet zeker is."""
    laagst, hoogst = intake_bij(standaard)
    if passend and min(passend) > hoogst:
        return "groter"
    return "kleiner" if passend and max(passend) < laagst else ""


def _tegen_intake(standaard: str, passend: tuple[int, ...]) -> Melding:
    laagst, hoogst = intake_bij(standaard)
    intake = str(laagst) if laagst == hoogst else f"{laagst} tot {hoogst}"
    groep = opsomming([str(n) for n in passend], "of")
    gevolg = {
        "groter": "de groep van de bijlage kan dus niet die van de intake zijn",
        "kleiner": "de percentages in die bijlage gaan dus niet over al die afdelingen",
        "": "",
    }[naast_intake(standaard, passend)]
    in_tabel = standaard in intake_aantallen()
    return Melding(
        controle=CONTROLE,
        ernst="let op" if gevolg else "klopt",
        resource="uitdagingen",
        sleutel={"standaard": standaard},
        gevonden=f"n = {groep} in bijlage 2.1",
        verwacht=f"{intake} bij de intake",
        uitleg=(
            f"Bijlage 2.1 rekent bij {standaard} met {groep} afdelingen en tabel 4.2 telt er bij "
            f"de intake {intake}" + (f": {gevolg}." if gevolg else ".")
        ),
        ook=(Plaats("risico_per_afdeling", {"standaard": standaard}),) if in_tabel else (),
    )


@cache
def begeleiding() -> Mapping[str, int]:
    """Geef de percentages in de begeleiding die de tekst noemt: standaard -> percentage."""
    return {
        tekst(r, "standaard"): heel(r, "begeleiding")
        for r in lees("intake_en_begeleiding").rijen
        if r["begeleiding"] is not None
    }


@cache
def begeleidingstotalen() -> tuple[int, ...]:
    """Zoek hoeveel begeleide trajecten er waren, als tekst en bijlage 2.1 dezelfde groepen tellen.

    Returns
    -------
    tuple of int
        De totalen waarbij elke groep van bijlage 2.1 het percentage uit de tekst oplevert.
    """
    return tuple(
        totaal
        for totaal in range(1, kerncijfer("afdelingen-totaal") + 1)
        if all(
            any(n in aantallen_bij(percentage, totaal) for n in noemers()[standaard])
            for standaard, percentage in begeleiding().items()
        )
    )


def _tegen_begeleiding() -> Melding:
    trajecten = kerncijfer("trajecten-totaal")
    fout = [f"{p}%" for p in begeleiding().values() if not aantallen_bij(p, trajecten)]
    genoemd = opsomming([f"{code} {procent}%" for code, procent in begeleiding().items()])
    groepen = opsomming([str(n) for code in begeleiding() for n in noemers()[code]])
    keus = opsomming([str(totaal) for totaal in begeleidingstotalen()], "of")
    if not fout:
        uitleg = f"De percentages in de begeleiding ({genoemd}) kunnen bij {trajecten} trajecten."
    elif keus:
        uitleg = (
            f"{opsomming(fout)} {_kan(len(fout))} niet bij de {trajecten} trajecten die de tekst "
            f"telt; met de groepen van bijlage 2.1 ({groepen}) past alleen een totaal van {keus}."
        )
    else:
        uitleg = (
            f"{opsomming(fout)} {_kan(len(fout))} niet bij de {trajecten} trajecten die de tekst "
            "telt, en de groepen van bijlage 2.1 verklaren het ook niet."
        )
    return Melding(
        controle=CONTROLE,
        ernst="let op" if fout else "klopt",
        resource="intake_en_begeleiding",
        sleutel={},
        gevonden=f"{genoemd} in de begeleiding",
        verwacht=f"totaal van {keus}" if keus else "geen totaal past",
        uitleg=uitleg,
        ook=(Plaats("kerncijfers", {"id": "trajecten-totaal"}),),
    )


def _kan(aantal: int) -> str:
    return "kan" if aantal == 1 else "kunnen"
