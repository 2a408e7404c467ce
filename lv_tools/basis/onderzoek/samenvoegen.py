"""Antwoorden uit meer bestanden samenvoegen: niemand dubbel, en elk bestand weer weg te halen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.telling import Handtelling
from lv_tools.basis.taal.momenten import rank


@dataclass(frozen=True)
class Bron:
    """Een bestand of invoer waar respondenten uit komen; als geheel weer weg te halen.

    ``naam`` is wat de lezer ziet. De inhoud bepaalt :attr:`sleutel`: hetzelfde bestand onder een
    andere naam is dezelfde bron.
    """

    naam: str
    respondenten: tuple[Respondent, ...] = ()
    handtellingen: tuple[Handtelling, ...] = ()

    @cached_property
    def sleutel(self) -> str:
        """Kenmerk van de inhoud, los van naam en volgorde."""
        delen = sorted(r.afdruk for r in self.respondenten) + sorted(
            repr(h) for h in self.handtellingen
        )
        return hashlib.sha256("\n".join(delen).encode()).hexdigest()[:16]


def add_source(bronnen: Sequence[Bron], nieuw: Bron) -> tuple[Bron, ...]:
    """Voeg een bron toe; dezelfde inhoud komt er maar één keer in."""
    if any(bron.sleutel == nieuw.sleutel for bron in bronnen):
        return tuple(bronnen)
    return (*bronnen, nieuw)


def remove_source(bronnen: Sequence[Bron], sleutel: str) -> tuple[Bron, ...]:
    """Haal een bron weer weg, met alles wat alleen daarin stond."""
    return tuple(bron for bron in bronnen if bron.sleutel != sleutel)


def merge(bronnen: Iterable[Bron]) -> tuple[Respondent, ...]:
    """Voeg respondenten samen; elk kenmerk komt één keer voor.

    Staat een kenmerk er vaker in, dan telt de laatste versie. De uitkomst hangt niet af van de
    volgorde van bronnen of respondenten en is geordend op kenmerk. Van wie alleen antwoorden op
    een oudere vragenlijst over zijn, telt er niets meer mee.
    """
    beste: dict[str, Respondent] = {}
    for bron in bronnen:
        for respondent in bron.respondenten:
            ander = beste.get(respondent.id)
            if ander is None or _rank(respondent) > _rank(ander):
                beste[respondent.id] = respondent
    return tuple(beste[sleutel] for sleutel in sorted(beste) if beste[sleutel].telt)


def merge_counts(bronnen: Iterable[Bron]) -> tuple[Handtelling, ...]:
    """Voeg handtellingen samen zoals :func:`merge` dat met respondenten doet."""
    beste: dict[str, Handtelling] = {}
    for bron in bronnen:
        for telling in bron.handtellingen:
            ander = beste.get(telling.id)
            if ander is None or (rank(telling.versie), repr(telling)) > (
                rank(ander.versie),
                repr(ander),
            ):
                beste[telling.id] = telling
    return tuple(beste[sleutel] for sleutel in sorted(beste))


def _rank(respondent: Respondent) -> tuple[tuple[int, str], str]:
    return rank(respondent.versie), respondent.afdruk
