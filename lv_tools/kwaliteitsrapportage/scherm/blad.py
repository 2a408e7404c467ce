"""Het blad zelf, en wat ermee kan: afdrukken, opslaan, en aan het bestuur geven."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitvoer.document import Alinea, Opsomming
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.hulpmiddel import UITVOER
from lv_tools.kwaliteitsrapportage.bestand import write_page
from lv_tools.kwaliteitsrapportage.scherm.paneel import Rapportpaneel
from lv_tools.kwaliteitsrapportage.verslag.bericht import share_text
from lv_tools.kwaliteitsrapportage.verslag.blad import report, title
from lv_tools.kwaliteitsrapportage.verslag.tabellen import tables
from lv_tools.schermdelen.bestanden import Bestand, Download
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.deelbericht import Deelbericht
from lv_tools.schermdelen.exporteren import export_row
from lv_tools.schermdelen.indeling import Sectie
from lv_tools.schermdelen.tekst import Tekst


class Bladpaneel(Rapportpaneel):
    """De bladzijde, zoals zij ook op papier staat."""

    def build(self) -> Iterable[Deel]:
        """Wat opvalt, het blad, en de knoppen."""
        zeg = self.inhoud.zeg
        self.opvalt, self.blad = Documentdeel(), Documentdeel(niveau=4)
        self.vak = Sectie("", self.blad.deel, niveau=3)
        return (
            self.opvalt.deel,
            self.vak,
            Sectie(
                UITVOER,
                export_row(
                    self.name_file,
                    lambda: report(self.werk.uitslag, self.inhoud),
                    lambda: tables(self.werk.uitslag, self.inhoud),
                ),
                Deelbericht(lambda: share_text(self.werk.uitslag, self.inhoud)),
                niveau=3,
            ),
            Sectie(
                zeg("voor_bestuur"),
                Tekst(zeg("voor_bestuur_uitleg")),
                Download(zeg("voor_bestuur_knop"), self._for_board),
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Toon het blad van nu."""
        beeld, inhoud = self.werk.uitslag, self.inhoud
        kop = Alinea(inhoud.zeg("opvalt"), nadruk=True)
        self.opvalt.show((kop, Opsomming(beeld.opvalt)) if beeld.opvalt else ())
        if self.vak.titel != (titel := title(beeld.blad, inhoud)):
            self.vak.titel = titel
        self.blad.show(report(beeld, inhoud).blokken)

    def _for_board(self) -> Bestand:
        blad = self.staat.blad
        inhoud = write_page(blad, title(blad, self.inhoud), now())
        return Bestand(self.name_file("bestuur", "json"), inhoud, "application/json")
