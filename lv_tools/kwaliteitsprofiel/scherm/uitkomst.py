"""Stap 3: de beelden naast elkaar."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.kwaliteitsprofiel.bestand import NAAM
from lv_tools.kwaliteitsprofiel.model.uitkomst import MINSTENS
from lv_tools.kwaliteitsprofiel.scherm.paneel import Profielpaneel, Profielwerk
from lv_tools.kwaliteitsprofiel.verslag import delen
from lv_tools.kwaliteitsprofiel.verslag.document import all_tables, report
from lv_tools.kwaliteitsprofiel.verslag.profielblad import name_of
from lv_tools.schermdelen import Deel, Mededeling, Sectie, export_row


class Uitkomstpaneel(Profielpaneel):
    """De uitkomst, zoals zij ook in het verslag staat, en wat er mee te nemen is."""

    def build(self) -> Iterable[Deel]:
        """De kop, de uitkomst en de knoppen."""
        zeg = self.inhoud.zeg
        self.kop, self.mist = Mededeling(), Mededeling(toon="letop")
        self.toch = self.velden.check("toch", zeg("toch"))
        self.document = Documentdeel()
        self.mee = Sectie(
            zeg("uitkomst_mee"),
            self.velden.check("namen", zeg("namen"), hulp=zeg("namen_hulp")),
            export_row(
                lambda soort, extensie: file_name(self.werk, soort, extensie),
                lambda: report(self.werk.uitslag, self.inhoud),
                lambda: all_tables(self.werk.uitslag, self.inhoud),
            ),
            niveau=3,
        )
        return self.kop, self.toch, self.mist, self.document.deel, self.mee

    def show(self) -> None:
        """Laat de uitkomst van nu zien."""
        uit = self.werk.uitslag
        self.kop.tekst, self.mist.tekst = delen.headline(uit), delen.missing(uit)
        self.document.show(delen.outcome(uit))
        self.toch.verborgen = not uit.wacht or len(uit.mensen) < MINSTENS
        self.mee.verborgen = not uit.zichtbaar


def file_name(werk: Profielwerk, soort: str, extensie: str) -> str:
    """Geef de naam van een bestand dat uit dit profiel komt."""
    return export_name(NAAM, soort, name_of(werk.staat.kern), now().date(), extensie)
