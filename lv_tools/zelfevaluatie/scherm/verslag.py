"""Het verslag op het scherm: kiezen wat erin komt, en opslaan."""

from __future__ import annotations

from lv_tools.basis.uitvoer.document import Document
from lv_tools.schermdelen import Keuzerondjes, Sectie, Tekst, Uitvoerkeuze, export_row
from lv_tools.zelfevaluatie.scherm.werk import Werk
from lv_tools.zelfevaluatie.verslag.document import Wensen, report
from lv_tools.zelfevaluatie.verslag.tabellen import all_tables


class Verslagvak:
    """Knoppen die een verslag maken van de uitslag van dat moment."""

    def __init__(self, werk: Werk) -> None:
        self.werk = werk
        self.omvang = Keuzerondjes(
            "Hoe uitgebreid?",
            [("kort", "Kort, voor het overleg"), ("volledig", "Volledig, met elke stelling")],
            waarde="kort",
            naam="verslag-omvang",
        )
        self.keuze = Uitvoerkeuze(werk, werk.inhoud.inhoud["uitvoer"])
        self.deel = Sectie(
            "Verslag en gegevens",
            Tekst(
                "Elk verslag begint met wat het niet is, en noemt de datum, de groepen en hoe is "
                "gerekend. Bij de tabellen zit een codeboek.",
                werk.inhoud.inhoud["privacy"]["bewaren"],
            ),
            self.omvang,
            self.keuze.deel,
            export_row(
                werk.file_name,
                self.document,
                lambda: all_tables(werk.results(), werk.inhoud, self.wishes()),
            ),
            niveau=3,
        )

    def show(self) -> None:
        """Bied aan wat bij deze scan kan, en zeg wat er nu uitgaat."""
        self.keuze.show()

    def wishes(self) -> Wensen:
        """Geef wat er in het verslag en de tabellen komt."""
        return Wensen(
            namen=self.keuze.namen,
            volledig=self.omvang.waarde == "volledig",
            alleen=self.keuze.alleen,
        )

    def document(self) -> Document:
        """Maak het verslag zoals gekozen."""
        return report(self.werk.results(), self.werk.inhoud, self.wishes())
