"""Van de tabel bij een figuur een tabel om weg te schrijven: wat een getal is, blijft een getal."""

from __future__ import annotations

import re

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import Celwaarde, Tabelcel
from lv_tools.basis.taal.notatie import LEEG, getal
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel

_PERCENTAGE = re.compile(r"(\d+(?:,\d+)?)%(?: van (\d+))?")


def number_cell(waarde: float | None, decimalen: int = 2) -> Tabelcel | None:
    """Maak een cel met een vast aantal cijfers achter de komma, die toch een getal blijft.

    Examples
    --------
    >>> number_cell(-0.0416).tekst, number_cell(-0.0416).sorteer
    ('-0,04', -0.04)
    """
    if waarde is None:
        return None
    return Tabelcel(getal(waarde, decimalen), round(waarde, decimalen) + 0.0)


def from_sheet(blad: Figuurblad, titel: str, voet: tuple[str, ...] = ()) -> Uitvoertabel:
    """Maak van de tabel bij een figuur een tabel om weg te schrijven.

    Een kolom met percentages wordt een kolom met getallen, en zegt dat in haar opschrift. Een
    kolom met ‘61% van 36’ wordt er twee: het percentage, en waarvan.
    """
    koppen: list[str] = []
    delen: list[list[Uitvoercel]] = []
    for plek, kop in enumerate(blad.kolommen):
        cellen = [_plain(rij[plek]) for rij in blad.rijen]
        for achter, kolom in _split(cellen):
            koppen.append(f"{kop}{achter}")
            delen.append(kolom)
    rijen = tuple(zip(*delen, strict=True)) if blad.rijen else ()
    return Uitvoertabel(titel, tuple(koppen), rijen, (f"{blad.n}. {blad.zegt_niet}", *voet))


def _split(cellen: list[Uitvoercel]) -> list[tuple[str, list[Uitvoercel]]]:
    """Geef van een kolom met tekst de getallen die erin staan, als dat er alleen zijn."""
    gevonden = [_PERCENTAGE.fullmatch(cel) if isinstance(cel, str) else None for cel in cellen]
    leeg = [cel is None or cel in ("", LEEG) for cel in cellen]
    if not any(gevonden) or not all(g or niets for g, niets in zip(gevonden, leeg, strict=True)):
        return [("", [None if cel == LEEG else cel for cel in cellen])]
    procent: list[Uitvoercel] = [_number(g[1]) if g else None for g in gevonden]
    if not any(g and g[2] for g in gevonden):
        return [(" (%)", procent)]
    return [(" (%)", procent), (" (van)", [int(g[2]) if g and g[2] else None for g in gevonden])]


def _number(tekst: str) -> float | int:
    waarde = float(tekst.replace(",", "."))
    return int(waarde) if waarde.is_integer() else waarde


def _plain(cel: Celwaarde) -> Uitvoercel:
    if not isinstance(cel, Tabelcel):
        return cel
    return cel.sorteer if isinstance(cel.sorteer, int | float) else cel.tekst
