"""De feestdagen van een jaar, zoals ze in Nederland op de kalender staan.

Een feestdag is niet voor iedereen een vrije dag. Wat daarover te zeggen valt, staat erbij.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache


@dataclass(frozen=True)
class Feestdag:
    """Een feestdag; ``noot`` zegt waarom niet iedereen dan vrij is, en is anders leeg."""

    dag: date
    naam: str
    noot: str = ""


def easter(jaar: int) -> date:
    """Geef eerste Paasdag in de gregoriaanse kalender.

    Notes
    -----
    De rekenwijze van J. Meeus, Astronomical Algorithms (1991), hoofdstuk 8.

    Examples
    --------
    >>> easter(2027)
    datetime.date(2027, 3, 28)
    """
    gulden = jaar % 19
    eeuw, rest = divmod(jaar, 100)
    schrikkel, over = divmod(eeuw, 4)
    maan = (eeuw - (eeuw + 8) // 25 + 1) // 3
    epacta = (19 * gulden + eeuw - schrikkel - maan + 15) % 30
    vier, los = divmod(rest, 4)
    weekdag = (32 + 2 * over + 2 * vier - epacta - los) % 7
    bijstelling = (gulden + 11 * epacta + 22 * weekdag) // 451
    maand, dag = divmod(epacta + weekdag - 7 * bijstelling + 114, 31)
    return date(jaar, maand, dag + 1)


def kings_day(jaar: int) -> date:
    """Geef Koningsdag: 27 april, of 26 april als de 27e een zondag is."""
    dag = date(jaar, 4, 27)
    return dag - timedelta(days=1) if dag.weekday() == 6 else dag


@lru_cache(maxsize=16)
def holidays(jaar: int) -> tuple[Feestdag, ...]:
    """Geef de feestdagen van een jaar, op volgorde van datum."""
    pasen = easter(jaar)

    def na_pasen(dagen: int) -> date:
        return pasen + timedelta(days=dagen)

    return tuple(
        sorted(
            (
                Feestdag(date(jaar, 1, 1), "Nieuwjaarsdag"),
                Feestdag(na_pasen(-2), "Goede Vrijdag", "geen officiële feestdag"),
                Feestdag(pasen, "eerste Paasdag"),
                Feestdag(na_pasen(1), "tweede Paasdag"),
                Feestdag(kings_day(jaar), "Koningsdag"),
                Feestdag(date(jaar, 5, 5), "Bevrijdingsdag", "niet voor iedereen een vrije dag"),
                Feestdag(na_pasen(39), "Hemelvaartsdag"),
                Feestdag(na_pasen(49), "eerste Pinksterdag"),
                Feestdag(na_pasen(50), "tweede Pinksterdag"),
                Feestdag(date(jaar, 12, 25), "eerste Kerstdag"),
                Feestdag(date(jaar, 12, 26), "tweede Kerstdag"),
            ),
            key=lambda feest: feest.dag,
        )
    )


def holiday_on(dag: date) -> Feestdag | None:
    """Geef de feestdag die op deze dag valt, als die er is.

    Vallen er twee op een dag, zoals Hemelvaartsdag en Bevrijdingsdag in 2016, dan geldt de dag
    waarop iedereen vrij is.
    """
    gevonden = [feest for feest in holidays(dag.year) if feest.dag == dag]
    return min(gevonden, key=lambda feest: bool(feest.noot), default=None)
