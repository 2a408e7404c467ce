"""Wat één ander antwoord zou veranderen: bij weinig mensen vaak veel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lv_tools.basis.onderzoek.spreiding import Verdeling, eensgezindheid
from lv_tools.zelfevaluatie.model.uitkomstmaten import EENS_VANAF_N, Stellingbeeld

Aantallen = tuple[int, ...]


@dataclass(frozen=True)
class Gevoeligheid:
    """Wat er met een stelling kan gebeuren als één antwoord één stap anders was.

    Parameters
    ----------
    midden_schuift
        Of het midden dan anders kan worden.
    eens_van, eens_tot
        Tussen welke waarden de eensgezindheid dan kan liggen, die van nu inbegrepen; ``None`` als
        er geen eensgezindheid is.
    """

    midden_schuift: bool
    eens_van: float | None
    eens_tot: float | None


def one_step(aantallen: Sequence[int]) -> Iterator[Aantallen]:
    """Geef elke verdeling die ontstaat als één antwoord één stap hoger of lager was."""
    for plek, aantal in enumerate(aantallen):
        for ander in (plek - 1, plek + 1):
            if aantal and 0 <= ander < len(aantallen):
                nieuw = list(aantallen)
                nieuw[plek] -= 1
                nieuw[ander] += 1
                yield tuple(nieuw)


@lru_cache(maxsize=4096)  # dezelfde verdelingen komen bij elke ranglijst terug
def agreement(aantallen: Aantallen) -> float | None:
    """Van der Eijks A, of ``None`` bij te weinig antwoorden."""
    return eensgezindheid(aantallen) if sum(aantallen) >= EENS_VANAF_N else None


def sensitivity(beeld: Stellingbeeld) -> Gevoeligheid:
    """Bepaal wat één ander antwoord met een stelling kan doen."""
    anders = list(one_step(beeld.verdeling.aantallen))
    eens = [a for a in map(agreement, (beeld.verdeling.aantallen, *anders)) if a is not None]
    nu = beeld.verdeling.middelste
    return Gevoeligheid(
        any(Verdeling(aantallen).middelste != nu for aantallen in anders),
        min(eens, default=None),
        max(eens, default=None),
    )
