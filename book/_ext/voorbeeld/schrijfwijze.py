"""Hoe dagen, periodes, grenzen en resultaten van de voorbeeldschool geschreven worden."""

from __future__ import annotations

from datetime import date

from lv_tools.basis.taal.notatie import MAANDEN, getal
from lv_tools.urgentiemeter.model.feiten import Uitkomst
from lv_tools.urgentiemeter.teksten import instrument
from voorbeeld.school import Grens, Indicator

KORTE_MAANDEN = (
    "jan", "feb", "mrt", "apr", "mei", "juni", "juli", "aug", "sept", "okt", "nov", "dec",
)  # fmt: skip


def period(van: date, tot: date) -> str:
    """Schrijf een periode.

    Examples
    --------
    >>> period(date(2026, 1, 12), date(2026, 1, 23)), period(date(2025, 9, 22), date(2025, 10, 3))
    ('12 tot en met 23 januari', '22 september tot en met 3 oktober')
    """
    begin = str(van.day) if van.month == tot.month else day(van)
    return f"{begin} tot en met {day(tot)}"


def day(dag: date) -> str:
    """Schrijf een dag zonder jaar: ``12 januari``."""
    return f"{dag.day} {MAANDEN[dag.month - 1]}"


def brief_period(van: date, tot: date) -> str:
    """Schrijf een periode zo kort als in een tabel past.

    Examples
    --------
    >>> brief_period(date(2026, 1, 12), date(2026, 1, 23))
    '12-23 jan'
    >>> brief_period(date(2025, 12, 8), date(2026, 1, 30))
    '8 dec tot 30 jan'
    """
    maand, laatste = (KORTE_MAANDEN[dag.month - 1] for dag in (van, tot))
    if (van.year, van.month) == (tot.year, tot.month):
        return f"{van.day}-{tot.day} {maand}"
    return f"{van.day} {maand} tot {tot.day} {laatste}"


def boundary(grens: Grens) -> str:
    """Schrijf een grens: ``60%`` of ``28``."""
    return str(grens.aantal) if grens.percentage is None else f"{grens.percentage}%"


def value(indicator: Indicator, waarde: float) -> str:
    """Schrijf een resultaat met zijn eenheid."""
    soort = instrument().indicatoren[indicator.code]
    return getal(waarde, soort.decimalen) + soort.eenheid


def norm(indicator: Indicator) -> str:
    """Schrijf een norm; een cijfer met twee decimalen, een percentage zonder wat niet hoeft."""
    soort = instrument().indicatoren[indicator.code]
    return getal(indicator.norm, None if soort.eenheid else soort.decimalen) + soort.eenheid


def signal(uitkomst: Uitkomst) -> str:
    """Geef het signaal in de woorden van de urgentiemeter."""
    if uitkomst.signaal is None:
        raise ValueError(f"{uitkomst.reeks.indicator.code} heeft geen vast signaal: vul elk jaar")
    return instrument().signalen[uitkomst.signaal.code].titel
