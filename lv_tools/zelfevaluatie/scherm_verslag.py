"""Het verslag op het scherm: kiezen wat erin komt, en opslaan."""

from __future__ import annotations

from lv_tools.basis.document import Document
from lv_tools.schermdelen import Keuzerondjes, Sectie, Tekst, Vinkje, export_row
from lv_tools.zelfevaluatie.model import Uitslag
from lv_tools.zelfevaluatie.scherm_werk import Werk
from lv_tools.zelfevaluatie.verslag import Wensen, report
from lv_tools.zelfevaluatie.verslag_tabellen import all_tables


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
        self.namen = Vinkje(
            "Zet namen en losse antwoorden erbij",
            hulp="Doe dat alleen als iedereen die meedeed, dat weet en goed vindt.",
            naam="verslag-namen",
        )
        self.deel = Sectie(
            "Verslag en gegevens",
            Tekst(
                "Elk verslag begint met wat het niet is, en noemt de datum, de groepen en hoe is "
                "gerekend. Bij de tabellen zit een codeboek.",
                werk.inhoud.inhoud["privacy"]["bewaren"],
            ),
            self.omvang,
            self.namen,
            export_row(
                werk.file_name,
                self.document,
                lambda: all_tables(werk.results(), werk.inhoud, self.wishes()),
            ),
            niveau=3,
        )

    def show(self, uitslag: Uitslag) -> None:
        """Bied namen alleen aan als de scan op naam is."""
        self.namen.verborgen = uitslag.scan.opzet.modus != "naam"

    def wishes(self) -> Wensen:
        """Geef wat er in het verslag komt; namen nooit vanzelf."""
        namen = bool(self.namen.waarde) and self.werk.opzet.modus == "naam"
        return Wensen(namen=namen, volledig=self.omvang.waarde == "volledig")

    def document(self) -> Document:
        """Maak het verslag zoals gekozen."""
        return report(self.werk.results(), self.werk.inhoud, self.wishes())
