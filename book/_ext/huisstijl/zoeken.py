"""Zoeken in het Nederlands: dezelfde woordstam bij het bouwen en in de browser.

Sphinx zet bij het bouwen elk woord met snowballstemmer om in een stam, en doet in de browser
hetzelfde met ``dutch-stemmer.js``. Sinds snowballstemmer 3 staat "dutch" voor een ander
algoritme (Kraaij en Pohlmann: leerling -> leerl) dan dat script (Porter: leerling -> leerling).
Dan vindt zoeken op "leerling" niets. Daarom hier het algoritme dat het script ook gebruikt.
"""

from __future__ import annotations

import snowballstemmer
from sphinx.search import languages
from sphinx.search.nl import SearchDutch

#: Naam van Porters algoritme: sinds snowballstemmer 3 apart, daarvoor de enige "dutch".
ALGORITME = "dutch_porter" if "dutch_porter" in snowballstemmer.algorithms() else "dutch"


class ZoektaalNederlands(SearchDutch):
    """De zoektaal van Sphinx met de stammen van ``dutch-stemmer.js``."""

    def init(self, options: dict[str, str]) -> None:  # noqa: ARG002 -- zo roept Sphinx het aan
        """Kies het algoritme dat ook in de browser draait."""
        self.stemmer = snowballstemmer.stemmer(ALGORITME)


def register() -> None:
    """Laat Sphinx voor ``nl`` deze zoektaal gebruiken."""
    languages["nl"] = ZoektaalNederlands
