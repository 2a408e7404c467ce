"""De cellen en kolommen van een tabel die een lezer ziet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lv_tools.basis.taal.notatie import LEEG, datum_kort, getal


@dataclass(frozen=True)
class Tabelcel:
    """Een cel met meer dan een kale waarde.

    Parameters
    ----------
    tekst
        Wat er staat.
    sorteer
        Waarop deze cel gesorteerd wordt; zonder opgave de tekst.
    merk
        Kort kenteken in de cel, zoals ``"kan niet"``.
    uitleg
        Zin bij het kenteken; hij komt als noot onder de tabel.
    """

    tekst: str
    sorteer: str | float | None = None
    merk: str = ""
    uitleg: str = ""


@dataclass(frozen=True)
class Tabelkolom:
    """Een kolom: het opschrift, en of er getallen in staan (die lijnen rechts uit).

    ``decimalen`` legt het aantal cijfers achter de komma vast, ``achter`` is een teken dat achter
    elk getal komt (``"%"``).
    """

    titel: str
    getallen: bool = False
    decimalen: int | None = None
    achter: str = ""


Celwaarde = str | int | float | date | Tabelcel | None


def to_column(kolom: str | Tabelkolom) -> Tabelkolom:
    """Maak van een opschrift een kolom."""
    return Tabelkolom(kolom) if isinstance(kolom, str) else kolom


def to_cell(waarde: Celwaarde, kolom: Tabelkolom) -> Tabelcel:
    """Schrijf een waarde zoals zijn kolom dat wil; de getalswaarde blijft om op te sorteren."""
    if isinstance(waarde, Tabelcel):
        return waarde
    if waarde is None:
        return Tabelcel(LEEG)
    if isinstance(waarde, str):
        return Tabelcel(waarde)
    if isinstance(waarde, date):
        return Tabelcel(datum_kort(waarde), waarde.toordinal())
    return Tabelcel(getal(waarde, kolom.decimalen) + kolom.achter, float(waarde))


def is_numeric(kolom: Tabelkolom, rijen: Sequence[Sequence[Celwaarde]], plek: int) -> bool:
    """Staan er in deze kolom getallen? Dan lijnt hij rechts uit en sorteert hij op waarde."""
    if kolom.getallen:
        return True
    waarden = [rij[plek] for rij in rijen if plek < len(rij) and rij[plek] is not None]
    return bool(waarden) and all(_counts(waarde) for waarde in waarden)


def _counts(waarde: Celwaarde) -> bool:
    return isinstance(waarde.sorteer if isinstance(waarde, Tabelcel) else waarde, int | float)
