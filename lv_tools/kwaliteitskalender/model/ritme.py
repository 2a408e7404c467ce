"""Het ritme: de keren dat een reeks in een schooljaar valt.

Vakanties worden nooit geraden: alleen de perioden die de gebruiker opgeeft, tellen. Valt een keer
in een vakantie, dan schuift zij hele weken op, tot de eerste week die vrij is en waarin deze reeks
nog niet valt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lv_tools.kwaliteitskalender.model.kalender import Jaar, Reeks, Vorm

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Keren:
    """De keren per kenmerk, en de dagen die voor het einde van het jaar nergens pasten.

    Het kenmerk is de plaats in het ritme: de hoeveelste keer, of de maand. Het blijft gelijk als de
    keer naar een andere dag gaat.
    """

    vormen: dict[str, Vorm]
    uitgevallen: tuple[date, ...] = ()


def lay_out(reeks: Reeks, jaar: Jaar) -> Keren:
    """Leg een reeks over een schooljaar."""
    vormen: dict[str, Vorm] = {}
    uitgevallen: list[date] = []
    bezet: set[date] = set()
    eind = jaar.lessen[1] if jaar.lessen else date.min
    for kenmerk, bedoeld in _intended(reeks, jaar):
        dag = bedoeld
        while dag <= eind and (dag in bezet or jaar.kind(dag, "vakantie")):
            dag += _WEEK
        if dag > eind:
            uitgevallen.append(bedoeld)
            continue
        bezet.add(dag)
        vormen[f"{jaar.id}-{kenmerk}"] = Vorm(
            reeks.wat,
            reeks.aard,
            dag,
            None,
            reeks.tijd,
            reeks.minuten,
            reeks.wie,
            reeks.cijfers,
        )
    return Keren(vormen, tuple(uitgevallen))


def _intended(reeks: Reeks, jaar: Jaar) -> Iterator[tuple[str, date]]:
    if jaar.lessen is None or not reeks.occurs_in(jaar.begint):
        return
    van, tot = jaar.lessen
    weekdag = int(reeks.weekdag)
    if reeks.soort == "weken":
        dag, nummer = _weekday_from(van, weekdag), 1
        while dag <= tot:
            yield str(nummer), dag
            dag += (reeks.weken or 5) * _WEEK
            nummer += 1
        return
    for maand in sorted({int(m) for m in reeks.maanden}, key=lambda m: (m - 8) % 12):
        # De tweede week: de eerste van een maand valt vaak in een vakantie of een drukke start.
        dag = _weekday_from(date(jaar.begint + (maand < 8), maand, 8), weekdag)
        if van <= dag <= tot:
            yield f"maand-{maand}", dag


def _weekday_from(dag: date, weekdag: int) -> date:
    return dag + timedelta((weekdag - dag.weekday()) % 7)
