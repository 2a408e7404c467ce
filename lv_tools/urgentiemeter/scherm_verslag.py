"""Het verslag op het scherm: kiezen wat erin komt, en opslaan."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.basis.document import Document
from lv_tools.basis.uitvoer import export_name
from lv_tools.schermdelen import Keuzerondjes, Sectie, Tekst, Vinkje, export_row
from lv_tools.urgentiemeter.bestand import NAAM
from lv_tools.urgentiemeter.meting import title
from lv_tools.urgentiemeter.model import Uitslag
from lv_tools.urgentiemeter.teksten import Instrument
from lv_tools.urgentiemeter.verslag import Wensen, report
from lv_tools.urgentiemeter.verslag_tabellen import all_tables


class Verslagvak:
    """Knoppen die een verslag maken van de uitslag van dat moment."""

    def __init__(self, uitslag: Callable[[], Uitslag], inhoud: Instrument) -> None:
        self.uitslag, self.inhoud = uitslag, inhoud
        self.omvang = Keuzerondjes(
            "Hoe uitgebreid?",
            [
                ("kort", "Eén bladzijde voor het overleg"),
                ("volledig", "Volledig, voor het dossier"),
            ],
            waarde="kort",
            naam="verslag-omvang",
        )
        self.namen = Vinkje(
            "Zet namen in het volledige verslag",
            hulp="Alleen als de groep op naam werkt en iedereen dat weet.",
            naam="verslag-namen",
        )
        self.deel = Sectie(
            "Verslag",
            Tekst("Elk verslag noemt de datum, het aantal mensen, de regels en hoe is gerekend."),
            self.omvang,
            self.namen,
            export_row(self._name, self.document, lambda: all_tables(self.uitslag(), inhoud)),
            niveau=3,
        )

    def show(self, modus: str) -> None:
        """Toon de keuze voor namen alleen als de groep op naam werkt."""
        self.namen.verborgen = modus != "naam"

    def _name(self, soort: str, extensie: str) -> str:
        scan = self.uitslag().scan
        return export_name(NAAM, soort, title(scan), scan.datum, extensie)

    def document(self) -> Document:
        """Maak het verslag zoals gekozen."""
        wensen = Wensen(volledig=self.omvang.waarde == "volledig", namen=bool(self.namen.waarde))
        return report(self.uitslag(), self.inhoud, wensen)
