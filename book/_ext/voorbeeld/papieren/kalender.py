"""De kwaliteitskalender: per maand de vaste drukte en wat er voor de kwaliteit bij komt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lv_tools.basis.taal.notatie import MAANDEN
from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel
from voorbeeld.papieren.schrijver import Schrijver, capital
from voorbeeld.school import Moment, School
from voorbeeld.schrijfwijze import brief_period, day

_DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")


def blocks(w: Schrijver, algemeen: Schrijver) -> Iterator[Blok]:
    """Geef de blokken."""
    del algemeen  # een kalender oordeelt niet
    yield Alinea(w("regel"))
    kolommen = w.all("kolommen")
    yield Bloktabel(
        w("tabel"),
        kolommen,
        tuple(
            (capital(_month(maand)), _fixed(w.school, maand), _quality(w, maand))
            for maand in months(w.school)
        ),
        breedtes=(15, 25, 60),
    )
    yield Alinea(w("onder"), klein=True)


def months(school: School) -> list[date]:
    """Geef de eerste dag van elke maand van het schooljaar."""
    maand, eind = school.school.begin.replace(day=1), school.school.eind
    maanden = []
    while maand <= eind:
        maanden.append(maand)
        maand = date(maand.year + maand.month // 12, maand.month % 12 + 1, 1)
    return maanden


def _month(maand: date) -> str:
    return f"{MAANDEN[maand.month - 1]} {maand.year}"


def _same(een: date, ander: date) -> bool:
    return (een.year, een.month) == (ander.year, ander.month)


def _fixed(school: School, maand: date) -> str:
    kop = school.school
    randen = ((kop.begin, "eerste schooldag"), (kop.eind, "laatste schooldag"))
    regels = [f"{d.wat}, {brief_period(d.van, d.tot)}" for d in school.druk if _same(d.van, maand)]
    regels += [d.wat for d in school.maanddruk if d.maand == maand.month]
    regels += [f"{wat}, {day(dag)}" for dag, wat in randen if _same(dag, maand)]
    return "\n".join(regels)


def _quality(w: Schrijver, maand: date) -> str:
    regels: list[tuple[date, str]] = []
    for moment in w.school.moment:
        dagen = [dag for dag in moment.dagen if _same(dag, maand)]
        if dagen:
            wat = f"{moment.titel} ({w.roles(moment.wie)})"
            regels.append((dagen[0], f"{_when(moment, dagen)}: {wat}"))
    return "\n".join(regel for _, regel in sorted(regels))


def _when(moment: Moment, dagen: list[date]) -> str:
    if moment.tot:
        return brief_period(moment.dagen[0], moment.tot)
    return " en ".join(f"{_DAGEN[dag.weekday()]} {dag.day}" for dag in dagen)
