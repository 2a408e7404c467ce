"""Van de tabel bij een figuur een tabel om weg te schrijven: wat een getal is, blijft een getal."""

from __future__ import annotations

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import Celwaarde, Tabelcel
from lv_tools.basis.taal.notatie import getal
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoercel, Uitvoertabel


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
    """Maak van de tabel bij een figuur een tabel om weg te schrijven."""
    rijen = tuple(tuple(_plain(cel) for cel in rij) for rij in blad.rijen)
    return Uitvoertabel(titel, blad.kolommen, rijen, (f"{blad.n}. {blad.zegt_niet}", *voet))


def _plain(cel: Celwaarde) -> Uitvoercel:
    if not isinstance(cel, Tabelcel):
        return cel
    return cel.sorteer if isinstance(cel.sorteer, int | float) else cel.tekst
