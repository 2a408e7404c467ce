"""Wat de panelen van de gespreksprompter delen: het werk van nu, en wie ervan moet weten."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import Onleesbaar, now
from lv_tools.gespreksprompter.bestand.lezen import Nieuwer, from_json
from lv_tools.gespreksprompter.bestand.schrijven import to_json
from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.gids import Gids
from lv_tools.gespreksprompter.model.werk import INSTRUMENT, Werk, begin
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.schermdelen import Mededeling
from lv_tools.schermdelen.restvak import Restvak


class Getoond:
    """Onthoudt wat er in velden is gezet.

    Zolang dat hetzelfde is, blijven de velden met rust: wat iemand er half in typte, is niet weg
    als hij even op een ander blad kijkt.
    """

    def __init__(self) -> None:
        self._wat: tuple[object, ...] = ()

    def differs(self, *wat: object) -> bool:
        """Zeg of dit iets anders is dan de vorige keer, en onthoud het."""
        anders, self._wat = wat != self._wat, wat
        return anders


class Werkplek:
    """Houdt het werk van de gebruiker vast.

    ``na`` wordt geroepen als een andere reeks of een ander gesprek openstaat, zodat elk paneel
    zich kan verversen.
    """

    def __init__(self, vandaag: date | None = None) -> None:
        self.vandaag = vandaag or date.today()
        self._werk: Werk = begin(self.vandaag)
        self.na: list[Callable[[], object]] = []
        #: Telt hoe vaak er ander werk is geopend.
        self.ronde = 0
        self.melding = Mededeling(toon="fout")
        self.rest = Restvak(self.file_name)

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

    def keep_in(self, reeks_id: str, gesprek_id: str, wijzig: Callable[[Gesprek], Gesprek]) -> None:
        """Bewaar een wijziging in een gesprek dat misschien niet meer openstaat."""
        for reeks in self.werk.reeksen:
            for gesprek in reeks.gesprekken:
                if (reeks.id, gesprek.id) == (reeks_id, gesprek_id):
                    self.werk = self.werk.put(reeks.put(wijzig(gesprek)))

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
        self.ronde += 1
        self._werk = werk  # openen is geen wijziging: werk zonder kenmerk houdt dat nog zo
        self.melding.tekst = ""
        self.refresh()
        self.rest.show([Overblijfsel(wat, stond) for wat, stond in werk.overig])


def _marked(werk: Werk) -> Werk:
    return replace(werk, kenmerk=secrets.token_hex(16))
