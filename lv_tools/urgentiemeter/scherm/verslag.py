"""Het verslag op het scherm: kiezen wat erin komt, en opslaan."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.uitvoer.document import Document
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.bouwdoos.groep.uitvoer import Uitvoerpaneel, wishes
from lv_tools.schermdelen import Deel, Tekst, export_row
from lv_tools.urgentiemeter.bestand.lezen import NAAM
from lv_tools.urgentiemeter.model.welke_meting import title
from lv_tools.urgentiemeter.scherm.paneel import Meterpaneel, group_of
from lv_tools.urgentiemeter.verslag.document import report
from lv_tools.urgentiemeter.verslag.tabellen import all_tables


class Verslagpaneel(Meterpaneel):
    """Knoppen die een verslag maken van de uitslag van dat moment."""

    def build(self) -> Iterable[Deel]:
        """De keuzes en de knoppen."""
        zeg, groep = self.inhoud.zeg, group_of(self.werk, self.inhoud)
        keuzes = [("kort", zeg("omvang_kort")), ("volledig", zeg("omvang_volledig"))]
        return (
            Tekst(zeg("verslag_uitleg")),
            self.velden.radios("omvang", zeg("omvang"), keuzes),
            self.add(Uitvoerpaneel(groep, self.inhoud)),
            export_row(
                self._name,
                self.document,
                lambda: all_tables(self.werk.uitslag, self.inhoud, self.wishes()),
            ),
        )

    def wishes(self) -> Wensen:
        """Geef wat er in het verslag en de tabellen komt."""
        volledig = self.werk.staat.omvang == "volledig"
        return wishes(group_of(self.werk, self.inhoud), volledig=volledig)

    def document(self) -> Document:
        """Maak het verslag zoals gekozen."""
        return report(self.werk.uitslag, self.inhoud, self.wishes())

    def _name(self, soort: str, extensie: str) -> str:
        return export_name(NAAM, soort, title(self.werk.staat), today(), extensie)
