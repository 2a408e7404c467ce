"""Wat de panelen van de gespreksprompter gemeen hebben."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now, today
from lv_tools.basis.uitvoer.document import Document, to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import MARKDOWN_TYPE
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.werk import Gesprekswerk, Overzicht
from lv_tools.gespreksprompter.teksten import Gespreksinhoud
from lv_tools.schermdelen import Bestand, Deel, Download, Formulier
from lv_tools.schermdelen.huisstijl import word_file

NAAM = "gespreksprompter"


class Gesprekspaneel(Paneel[Gesprekswerk, Overzicht, Gespreksinhoud]):
    """Een paneel bij het werk van de gespreksprompter."""

    @property
    def vandaag(self) -> date:
        """De dag van nu."""
        return today()

    def change(self, functie: Callable[[Gesprekswerk], Gesprekswerk]) -> None:
        """Wijzig het werk; bij de eerste keer krijgt het zijn kenmerk.

        De functie gaat uit van het werk dat zij krijgt: wat gebeurde voordat een bestand openging,
        gebeurt daarna in dat bestand nog eens. Een leeg begin is nog van
        niemand, en werk van een eerdere versie had er nog geen.
        """
        self.werk.change(lambda werk: functie(werk).marked())

    def switch(self, functie: Callable[[Gesprekswerk], Gesprekswerk]) -> None:
        """Ga naar een ander gesprek; wat bij ‘Kiezen’ half getypt was, ging over het vorige."""
        self.werk.clear_drafts("keuze")
        self.change(functie)

    def change_conversation(self, functie: Callable[[Gesprek], Gesprek]) -> None:
        """Wijzig het gesprek dat openstaat."""

        def doe(werk: Gesprekswerk) -> Gesprekswerk:
            gesprek = werk.conversation
            return werk if gesprek is None else werk.put_conversation(functie(gesprek))

        gesprek = self.staat.conversation
        if gesprek is not None and functie(gesprek) != gesprek:
            self.change(doe)

    def go(self, code: str) -> None:
        """Breng de lezer naar een ander blad."""
        if self.gang is not None:
            self.gang.go(code)

    def file_name(self, soort: str, extensie: str) -> str:
        """Geef de naam van een bestand over het gesprek dat openstaat."""
        gesprek = self.staat.conversation
        dag = gesprek.moment.dag if gesprek else None
        return export_name(NAAM, soort, self.staat.current.naam, dag or now().date(), extensie)

    def form(
        self, sleutel: str, bij_inzenden: Callable[[dict[str, Any]], object], *velden: Deel
    ) -> Formulier:
        """Maak een formulier met de knop en de zin die in de teksten bij deze sleutel staan."""
        knop, gelukt = (self.inhoud.zeg(f"{sleutel}_{wat}") for wat in ("knop", "gelukt"))
        return Formulier(*velden, bij_inzenden=bij_inzenden, knop=knop, gelukt=gelukt)

    def downloads(
        self, soort: str, document: Callable[[], Document], woorden: str
    ) -> tuple[Download, Download]:
        """Maak de knoppen om een document mee te nemen naar Word en als Markdown."""

        def word() -> Bestand:
            return word_file(self.file_name(soort, "docx"), document())

        def markdown() -> Bestand:
            tekst = to_markdown(document()).encode()
            return Bestand(self.file_name(soort, "md"), tekst, MARKDOWN_TYPE)

        zeg = self.inhoud.zeg
        return (
            Download(zeg("voor_word", wat=woorden), word),
            Download(zeg("als_markdown", wat=woorden), markdown),
        )
