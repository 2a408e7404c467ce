"""Een vraag zoals zij vroeger is gesteld, en die nu niet meer zo bestaat.

Bewaard werk van een oudere vragenlijst opent met al zijn antwoorden. Wat in de lijst van nu geen
plaats heeft, blijft bij de persoon staan onder zo'n vraag, in de woorden van toen. Zie
:mod:`lv_tools.basis.onderzoek.overzetten`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: Antwoord op een vraag van vroeger: een punt op haar schaal, ``None`` (weet niet), 0 (n.v.t.) of
#: tekst.
Restwaarde = int | str | None


@dataclass(frozen=True, order=True)
class Vroeger:
    """Een vraag van een oudere vragenlijst.

    Parameters
    ----------
    code, tekst
        Zoals zij toen heette en luidde.
    schaal
        Opschriften van de antwoorden, van laag naar hoog; leeg bij een tekstveld.
    weet_niet, nvt
        Opschriften buiten de schaal.
    """

    code: str
    tekst: str
    schaal: tuple[str, ...] = ()
    weet_niet: str = ""
    nvt: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """De schaal met weet niet en n.v.t. erachter, in de volgorde van een telling."""
        return (*self.schaal, self.weet_niet or "weet niet", self.nvt or "n.v.t.")

    def words(self, waarde: Restwaarde) -> str:
        """Geef een antwoord in de woorden van toen."""
        if isinstance(waarde, str):
            return waarde
        if waarde is None:
            return self.labels[-2]
        if waarde == 0:
            return self.labels[-1]
        return self.schaal[waarde - 1] if waarde <= len(self.schaal) else str(waarde)


def sorted_rest(rest: Mapping[Vroeger, Restwaarde]) -> list[tuple[Vroeger, Restwaarde]]:
    """Geef wat over is op een vaste volgorde."""
    return sorted(rest.items(), key=lambda paar: paar[0])
