"""Het verslag op het scherm: kiezen wat erin komt, en opslaan."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.uitvoer.document import Document
from lv_tools.schermdelen import Keuzerondjes, Sectie, Tekst, Uitvoerkeuze, export_row
from lv_tools.urgentiemeter.bestand.scan import NAAM
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.model.welke_meting import title
from lv_tools.urgentiemeter.scherm.werk import Werk
from lv_tools.urgentiemeter.verslag.document import report
from lv_tools.urgentiemeter.verslag.tabellen import all_tables
from lv_tools.urgentiemeter.verslag.wensen import Wensen


class Verslagvak:
    """Knoppen die een verslag maken van de uitslag van dat moment."""

    def __init__(self, werk: Werk, uitslag: Callable[[], Uitslag]) -> None:
        self.uitslag, self.inhoud = uitslag, werk.inhoud
        self.omvang = Keuzerondjes(
            "Hoe uitgebreid?",
            [
                ("kort", "Eén bladzijde voor het overleg"),
                ("volledig", "Volledig, voor het dossier"),
            ],
            waarde="kort",
            naam="verslag-omvang",
        )
        self.keuze = Uitvoerkeuze(werk, self.inhoud.inhoud["uitvoer"])
        self.deel = Sectie(
            "Verslag",
            Tekst("Elk verslag noemt de datum, het aantal mensen, de regels en hoe is gerekend."),
            self.omvang,
            self.keuze.deel,
            export_row(
                self._name,
                self.document,
                lambda: all_tables(self.uitslag(), self.inhoud, self.wishes()),
            ),
            niveau=3,
        )

    def show(self) -> None:
        """Bied aan wat bij deze groep kan, en zeg wat er nu uitgaat."""
        self.keuze.show()

    def wishes(self) -> Wensen:
        """Geef wat er in het verslag en de tabellen komt."""
        return Wensen(
            volledig=self.omvang.waarde == "volledig",
            namen=self.keuze.namen,
            alleen=self.keuze.alleen,
        )

    def _name(self, soort: str, extensie: str) -> str:
        scan = self.uitslag().scan
        return export_name(NAAM, soort, title(scan), scan.datum, extensie)

    def document(self) -> Document:
        """Maak het verslag zoals gekozen."""
        return report(self.uitslag(), self.inhoud, self.wishes())
