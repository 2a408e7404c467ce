"""Het Wordsjabloon van een school: kiezen, gebruiken en weer weghalen.

Wat de lezer kiest, geldt voor elk Wordbestand van deze bladzijde. Het gaat niet mee in bewaard
werk: een collega die het werk opent, heeft zijn eigen sjabloon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.uitvoer.document import Document
from lv_tools.schermdelen.bestanden import Bestand, Upload
from lv_tools.schermdelen.indeling import Uitklap
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst

if TYPE_CHECKING:
    from lv_tools.basis.uitvoer.sjabloon import Sjabloon

_GEKOZEN: dict[str, Sjabloon] = {}
_VAK = "sjabloon"
_ZOLANG = "zolang deze bladzijde open is"
_UITLEG = (
    "Kies een Wordbestand van uw school (.docx of .dotx). Logo, letters, kleuren, marges en wat "
    "er boven en onder een bladzijde staat, komen dan uit dat bestand. Zet u daarin een alinea met "
    "alleen [verslag], dan komt het verslag daar. Anders komt het in de plaats van de tekst.",
    f"Het geldt {_ZOLANG}; daarna kiest u het opnieuw. Het bestand blijft op uw apparaat, en gaat "
    "nergens in mee.",
)


def word_file(naam: str, document: Document) -> Bestand:
    """Maak van een document een Wordbestand, in het sjabloon dat de lezer koos."""
    from lv_tools.basis.uitvoer.papier import write_word
    from lv_tools.basis.uitvoer.word import WORD_TYPE

    return Bestand(naam, write_word(document, today(), _GEKOZEN.get(_VAK)), WORD_TYPE)


class Huisstijl:
    """Het vak onder de knoppen waarin de lezer een sjabloon kiest."""

    def __init__(self) -> None:
        self.keuze = Upload("Wordbestand van uw school", self._chosen, soorten=".docx,.dotx")
        self.weg = Knop("Gebruik het niet meer", self._remove, verborgen=not _GEKOZEN)
        self.melding = Mededeling()
        self.deel = Uitklap(
            "Gebruik uw eigen Wordsjabloon", Tekst(*_UITLEG), self.keuze, self.melding, self.weg
        )

    def _chosen(self, bestanden: tuple[Bestand, ...]) -> None:
        from lv_tools.basis.uitvoer.sjabloon import SjabloonError, read_template

        for bestand in bestanden[:1]:
            try:
                _GEKOZEN[_VAK] = read_template(bestand.inhoud)
            except SjabloonError as fout:
                self._say("fout", f"{bestand.naam}: {fout}")
                continue
            zin = f"Wordbestanden krijgen nu de vorm van {bestand.naam}, {_ZOLANG}."
            self._say("goed", zin)
        self.weg.verborgen = not _GEKOZEN

    def _remove(self) -> None:
        _GEKOZEN.clear()
        self.weg.verborgen = True
        self._say("goed", "Wordbestanden krijgen weer de vorm van dit boek.")
        self.keuze.focus()

    def _say(self, toon: str, tekst: str) -> None:
        self.melding.toon, self.melding.tekst = toon, tekst
