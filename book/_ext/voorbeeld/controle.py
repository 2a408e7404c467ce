"""Kijk of de feiten van de voorbeeldschool bij elkaar passen."""

from __future__ import annotations

from voorbeeld import dagen, sommen, verwijzingen
from voorbeeld.school import School

#: Elke controle geeft een zin per tegenspraak.
CONTROLES = (
    verwijzingen.references, verwijzingen.scan, sommen.results, sommen.goals, sommen.evidence,
    dagen.hours, dagen.dates, dagen.visits,
)  # fmt: skip


def problems(school: School) -> list[str]:
    """Geef elke tegenspraak als zin; een lege lijst is goed."""
    return [zin for controle in CONTROLES for zin in controle(school)]
