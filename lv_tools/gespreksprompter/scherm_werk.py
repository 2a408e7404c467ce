"""Wat de panelen van de gespreksprompter delen: het werk van nu, en wie ervan moet weten."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from lv_tools.basis.invoer import Invoerfout
from lv_tools.basis.opslag import now
from lv_tools.basis.uitvoer import export_name
from lv_tools.gespreksprompter.gesprek import Gesprek
from lv_tools.gespreksprompter.gids import Gids
from lv_tools.gespreksprompter.model import INSTRUMENT, Werk, begin
from lv_tools.gespreksprompter.staat import from_json
from lv_tools.gespreksprompter.staat_schrijven import to_json
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.schermdelen import Mededeling


class Werkplek:
    """Houdt het werk van de gebruiker vast.

    ``na`` wordt geroepen als een andere reeks of een ander gesprek openstaat, zodat elk paneel
    zich kan verversen.
    """

    def __init__(self, vandaag: date | None = None) -> None:
        self.vandaag = vandaag or date.today()
        self._werk: Werk = begin(self.vandaag)
        self.na: list[Callable[[], object]] = []
        self.melding = Mededeling(toon="fout")

    @property
    def werk(self) -> Werk:
        """Het werk van nu."""
        return self._werk

    @werk.setter
    def werk(self, werk: Werk) -> None:
        # Het kenmerk komt er pas bij de eerste wijziging: een leeg begin is nog van niemand, en
        # werk van een eerdere versie heeft er nog geen.
        self._werk = werk if werk.kenmerk or werk == self._werk else _marked(werk)

    def marked(self) -> Werk:
        """Geef het werk met een kenmerk, ook als er nog niets aan is veranderd."""
        if not self._werk.kenmerk:
            self._werk = _marked(self._werk)
        return self._werk

    @property
    def gesprek(self) -> Gesprek | None:
        """Het gesprek dat openstaat."""
        return self.werk.conversation

    @property
    def gids(self) -> Gids | None:
        """De gids van het gesprek dat openstaat."""
        return self.gesprek.gids if self.gesprek else None

    def keep(self, gesprek: Gesprek) -> None:
        """Bewaar een wijziging in het gesprek dat openstaat."""
        self.werk = self.werk.put_conversation(gesprek)

    def keep_guide(self, uitkomst: Gids | Invoerfout) -> bool:
        """Neem een nieuwe gids over, of toon waarom dat niet kan."""
        if isinstance(uitkomst, Invoerfout):
            self.melding.tekst = str(uitkomst)
            return False
        self.melding.tekst = ""
        if self.gesprek is not None:
            self.keep(replace(self.gesprek, gids=uitkomst))
        return True

    def switch(self, werk: Werk) -> None:
        """Ga naar een andere reeks of een ander gesprek en ververs alles."""
        self.werk = werk
        self.melding.tekst = ""
        self.refresh()

    def refresh(self) -> None:
        """Laat elk paneel zich verversen."""
        for functie in self.na:
            functie()

    def file_name(self, soort: str, extensie: str) -> str:
        """Geef de naam van een bestand over het gesprek dat openstaat."""
        dag = self.gesprek.moment.dag if self.gesprek else None
        return export_name(INSTRUMENT, soort, self.werk.current.naam, dag or now().date(), extensie)

    def to_state(self) -> object:
        """Geef het werk als JSON, om te bewaren."""
        return to_json(self.werk)

    def restore(self, staat: object) -> None:
        """Zet bewaard werk terug; is het niet te lezen, dan zegt een melding dat."""
        zin = ""
        try:
            werk = begin(self.vandaag) if staat is None else from_json(staat)
        except ValueError:
            werk, zin = begin(self.vandaag), inhoud().text("scherm", "onleesbaar")
        self._werk = werk
        self.refresh()
        self.melding.tekst = zin


def _marked(werk: Werk) -> Werk:
    return replace(werk, kenmerk=secrets.token_hex(16))
