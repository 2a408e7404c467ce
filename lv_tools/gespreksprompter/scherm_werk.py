"""Wat de panelen van de gespreksprompter delen: het werk van nu, en wie ervan moet weten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from lv_tools.basis.invoer import Invoerfout
from lv_tools.basis.opslag import Onleesbaar
from lv_tools.basis.overblijfsel import Overblijfsel
from lv_tools.gespreksprompter.gesprek import Gesprek
from lv_tools.gespreksprompter.gids import Gids
from lv_tools.gespreksprompter.model import INSTRUMENT, Werk, begin
from lv_tools.gespreksprompter.staat import Nieuwer, from_json
from lv_tools.gespreksprompter.staat_schrijven import to_json
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.schermdelen import Mededeling
from lv_tools.schermdelen.restvak import Restvak


class Werkplek:
    """Houdt het werk van de gebruiker vast.

    ``na`` wordt geroepen als een andere reeks of een ander gesprek openstaat, zodat elk paneel
    zich kan verversen.
    """

    def __init__(self, vandaag: date | None = None) -> None:
        self.vandaag = vandaag or date.today()
        self.werk: Werk = begin(self.vandaag)
        self.na: list[Callable[[], object]] = []
        self.melding = Mededeling(toon="fout")
        self.rest = Restvak(INSTRUMENT)

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

    def to_state(self) -> object:
        """Geef het werk als JSON, om te bewaren."""
        return to_json(self.werk)

    def restore(self, staat: object) -> None:
        """Zet bewaard werk terug, ook van een oudere versie.

        Raises
        ------
        Onleesbaar
            Als dat niet kan; er is dan niets veranderd.
        """
        try:
            werk = begin(self.vandaag) if staat is None else from_json(staat)
        except Nieuwer as fout:
            raise Onleesbaar(str(fout)) from fout
        except ValueError as fout:
            raise Onleesbaar(inhoud().text("scherm", "onleesbaar")) from fout
        self.switch(werk)
        self.rest.show([Overblijfsel(wat, stond) for wat, stond in werk.overig])
