"""De uitkomst: het jaar op volgorde, de weken geteld, en waar het knelt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lv_tools.basis.gegevens.feestdagen import Feestdag, holidays
from lv_tools.kwaliteitskalender.model.bronnen import Kalenderpunt, expand
from lv_tools.kwaliteitskalender.model.kalender import Jaar, Kalender, people
from lv_tools.kwaliteitskalender.model.ritme import lay_out

_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Week:
    """Een week van maandag tot en met zondag, met de punten die erin tellen."""

    maandag: date
    punten: tuple[Kalenderpunt, ...]


@dataclass(frozen=True)
class Advies:
    """Een opmerking bij de kalender; zij houdt niemand tegen."""

    code: str
    zin: str
    punten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Jaarbeeld:
    """Een schooljaar van de kalender.

    Parameters
    ----------
    punten
        Wat in dit schooljaar een dag heeft, op volgorde.
    zonder_dag
        Wat nog geen dag heeft.
    mensen
        Wie er genoemd worden, met hoeveel punten, de meeste eerst.
    uitgevallen
        Keren van een reeks die niet meer in het jaar pasten.
    """

    kalender: Kalender
    jaar: Jaar
    alle: tuple[Kalenderpunt, ...]
    punten: tuple[Kalenderpunt, ...]
    zonder_dag: tuple[Kalenderpunt, ...]
    weken: tuple[Week, ...]
    mensen: tuple[tuple[str, int], ...]
    uitgevallen: tuple[tuple[str, date], ...]
    feestdagen: tuple[Feestdag, ...]
    druk: int
    bespreken: int
    adviezen: tuple[Advies, ...] = ()

    def find(self, kenmerk: str) -> Kalenderpunt | None:
        """Geef het punt met dit kenmerk, ook als het in een ander jaar valt."""
        return next((k for k in self.alle if k.punt.id == kenmerk), None)

    def shown(self) -> tuple[Kalenderpunt, ...]:
        """Geef de punten die passen bij waar de lezer naar kijkt."""
        kijkt = self.kalender.weergave
        return tuple(
            k
            for k in self.punten
            if (not kijkt.aard or k.punt.aard == kijkt.aard)
            and (not kijkt.wie or takes_part(k, kijkt.wie))
        )


def year_of(kalender: Kalender, druk: int, bespreken: int) -> Jaarbeeld:
    """Zet het schooljaar dat open is op een rij; zonder de adviezen."""
    jaar = kalender.year
    alle = tuple(k for k in expand(kalender) if not k.punt.weg)
    punten = tuple(sorted((k for k in alle if _within(k, jaar)), key=order))
    geteld: dict[str, tuple[str, int]] = {}
    for k in punten:
        for naam in people(k.punt.wie):
            eerst, n = geteld.get(naam.casefold(), (naam, 0))
            geteld[naam.casefold()] = (eerst, n + 1)
    return Jaarbeeld(
        kalender,
        jaar,
        alle,
        punten,
        tuple(k for k in alle if k.punt.dag is None),
        tuple(_weeks(punten, jaar)),
        tuple(sorted(geteld.values(), key=lambda paar: (-paar[1], paar[0].casefold()))),
        tuple((r.wat, dag) for r in kalender.reeksen for dag in lay_out(r, jaar).uitgevallen),
        tuple(f for j in (jaar.begint, jaar.begint + 1) for f in holidays(j) if f.dag in jaar),
        kalender.druk or druk,
        kalender.bespreken or bespreken,
    )


def order(k: Kalenderpunt) -> tuple[date, str, str, str]:
    """Zet punten op volgorde van dag en tijd; de hele dag komt eerst."""
    return (k.punt.dag or date.max, k.punt.tijd, k.punt.wat, k.punt.id)


def takes_part(k: Kalenderpunt, wie: str) -> bool:
    """Hoort iemand bij een punt?"""
    return wie.casefold() in {naam.casefold() for naam in people(k.punt.wie)}


def counted_days(k: Kalenderpunt) -> Iterator[date]:
    """Geef de dagen waarop een punt telt.

    Een activiteit uit een plan loopt vaak maanden: zij telt op de dag waarop zij begint en de dag
    waarop zij klaar is. Iets anders telt elke dag dat het duurt, hoogstens een jaar lang.
    """
    dag, laatste = k.punt.dag, k.punt.laatste
    if dag is None or laatste is None:
        return
    if k.punt.aard == "activiteit":
        yield from {dag, laatste}
        return
    for n in range(min((laatste - dag).days, 366) + 1):
        yield dag + n * _DAG


def month_starts(jaar: Jaar) -> tuple[date, ...]:
    """Geef de eerste dag van elke maand, van augustus tot en met juli."""
    return tuple(date(jaar.begint + (m < 8), m, 1) for m in (*range(8, 13), *range(1, 8)))


def _within(k: Kalenderpunt, jaar: Jaar) -> bool:
    dag, laatste = k.punt.dag, k.punt.laatste
    if dag is None or laatste is None:
        return False
    return dag in jaar or laatste in jaar or (dag < date(jaar.begint, 8, 1) and laatste > dag
        and laatste > date(jaar.begint + 1, 7, 31))  # fmt: skip


def _weeks(punten: tuple[Kalenderpunt, ...], jaar: Jaar) -> Iterator[Week]:
    per_week: dict[date, dict[str, Kalenderpunt]] = {}
    for k in punten:
        for dag in counted_days(k):
            if dag in jaar:
                per_week.setdefault(dag - dag.weekday() * _DAG, {})[k.punt.id] = k
    van, tot = jaar.lessen or (date(jaar.begint, 8, 1), date(jaar.begint + 1, 7, 31))
    eerste = min([van, *per_week])
    maandag = eerste - eerste.weekday() * _DAG
    while maandag <= max([tot, *per_week]):
        yield Week(maandag, tuple(per_week.get(maandag, {}).values()))
        maandag += 7 * _DAG
