"""Wat er in eerdere gesprekken van een reeks is gevraagd."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

#: Zoveel gesprekken lang komt een vraag niet terug, zolang er andere passen.
ONTHOUD = 2


@dataclass(frozen=True)
class Geschiedenis:
    """De vragen die in een reeks al aan bod kwamen.

    ``kort`` zijn de vragen van de laatste twee gesprekken, ``ooit`` die van alle gesprekken.
    ``punten`` telt de open afspraken en geparkeerde punten waarmee het gesprek begint.
    """

    kort: frozenset[str] = field(default_factory=frozenset)
    ooit: frozenset[str] = field(default_factory=frozenset)
    open_afspraken: int = 0
    geparkeerd: int = 0

    @property
    def punten(self) -> int:
        """Hoeveel punten er van de vorige keer liggen."""
        return self.open_afspraken + self.geparkeerd


def remember(
    gesprekken: Sequence[Iterable[str]], *, open_afspraken: int = 0, geparkeerd: int = 0
) -> Geschiedenis:
    """Maak de geschiedenis uit de vragen per gesprek, het oudste gesprek eerst."""
    sets = [frozenset(vragen) for vragen in gesprekken]
    kort = frozenset().union(*sets[-ONTHOUD:]) if sets else frozenset()
    ooit = frozenset().union(*sets) if sets else frozenset()
    return Geschiedenis(kort, ooit, open_afspraken, geparkeerd)
