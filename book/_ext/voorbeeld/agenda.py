"""De kwaliteitskalender als agendabestand; elk punt begint met het woord ‘Voorbeeld’."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.agenda import Agendapunt, to_ics
from voorbeeld.dagen import school_days
from voorbeeld.school import School
from voorbeeld.schrijfwijze import period


def calendar_points(school: School, uitleg: str) -> Iterator[Agendapunt]:
    """Geef elk moment als agendapunt; wat meer dagen duurt, staat op de eerste schooldag.

    Parameters
    ----------
    uitleg
        Zin die bij elk punt staat.
    """
    for nummer, moment in enumerate(school.moment, 1):
        wie = opsomming([school.rollen[code] for code in moment.wie])
        duur = f" ({period(moment.dagen[0], moment.tot)})" if moment.tot else ""
        for dag in moment.dagen:
            eerste = next(school_days(school, dag, moment.tot or dag))
            yield Agendapunt(
                sleutel=f"voorbeeldschool/{nummer}/{dag.isoformat()}",
                titel=f"Voorbeeld: {moment.titel}{duur}",
                dag=eerste,
                tijd=moment.tijd,
                minuten=moment.minuten,
                uitleg=f"{uitleg}\nMet: {wie}.",
            )


def make_calendar(school: School, naam: str, uitleg: str) -> bytes:
    """Schrijf de kalender als .ics; dezelfde feiten geven dezelfde bytes."""
    moment = datetime.combine(school.school.begin, time(), tzinfo=UTC)
    return to_ics(calendar_points(school, uitleg), naam, moment)
