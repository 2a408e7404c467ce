"""Wat het bewaren van een hulpmiddel nodig heeft, los van hoe dat hulpmiddel zijn werk bijhoudt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

#: Wat er na het openen nog bovenop komt: wat per naam is ingevuld, of wat opnieuw moet gebeuren.
Laag = Mapping[str, Any] | Callable[[], None]


class Bewaarbaar(Protocol):
    """Werk dat te bewaren en terug te zetten is."""

    #: Wat de lezer na het openen moet weten; leeg is niets.
    melding: str

    def to_data(self) -> dict[str, Any]:
        """Geef wat bewaard wordt, als JSON."""
        ...

    def from_data(self, gegevens: Mapping[str, Any], /, *lagen: Laag) -> None:
        """Vervang alles door wat bewaard was, en daarna door elke laag; leeg is een nieuw bestand.

        Raises
        ------
        ValueError
            Als dat niet kan. Wie dit roept, zet daarna terug wat er eerst stond.
        """
        ...

    def early(self) -> Laag:
        """Geef wat er gebeurde voordat er een bestand openging; leeg als dat niets was."""
        ...

    def become_own(self) -> None:
        """Ga verder als kopie: een werk van zichzelf, los van waar het vandaan komt."""
        ...
