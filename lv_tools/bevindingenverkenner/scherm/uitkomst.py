"""Wat elke weergave gemeen heeft: de vraag erboven, de uitkomst, en de rij om mee te nemen."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.bevindingenverkenner.model.keuze import Verkenning
from lv_tools.bevindingenverkenner.model.uitkomst import Uitkomst
from lv_tools.bevindingenverkenner.teksten import Verkennerinhoud, Weergave
from lv_tools.bevindingenverkenner.verslag.bericht import share_text
from lv_tools.bevindingenverkenner.verslag.document import blocks, report
from lv_tools.bevindingenverkenner.verslag.tabellen import tables
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen import Deel, Deelbericht, Koppeling, Nadruk, Tekst
from lv_tools.schermdelen.exporteren import export_row

#: De knoppen onder een uitkomst, in deze volgorde.
UITVOER = {
    "csv": "knop_csv",
    "excel": "knop_excel",
    "word": "knop_word",
    "markdown": "knop_markdown",
    "afdruk": "knop_afdruk",
}


class Uitkomstpaneel(Paneel[Verkenning, Uitkomst, Verkennerinhoud]):
    """Eén weergave."""

    def __init__(
        self, werk: Werk[Verkenning, Uitkomst], inhoud: Verkennerinhoud, blik: Weergave
    ) -> None:
        super().__init__(werk, inhoud)
        self.blik = blik
        self.document = Documentdeel(niveau=2)
        self.uitvoer = export_row(
            self._file_name,
            lambda: report(werk.uitslag, inhoud),
            lambda: tables(werk.uitslag, inhoud),
            {soort: inhoud.zeg(tekst) for soort, tekst in UITVOER.items()},
        )
        self.heen = Tekst(
            (
                inhoud.zeg("verder"),
                Koppeling(
                    inhoud.zeg("verder_gesprek"), "gespreksprompter.html#situatie=resultaten"
                ),
                inhoud.zeg("verder_of"),
                Koppeling(inhoud.zeg("verder_scan"), "risicoscan.html"),
                ".",
            )
        )
        self.delen = Deelbericht(lambda: share_text(werk.uitslag))

    def build(self) -> Iterable[Deel]:
        """De vraag en de keuzes, met eronder wat daaruit volgt."""
        vraag = Tekst((Nadruk(self.blik.vraag), f" {self.blik.lees}"))
        return (vraag, *self.choices(), self.document.deel, self.heen, self.uitvoer, self.delen)

    def choices(self) -> Iterable[Deel]:
        """Geef waar de lezer uit kiest."""
        return ()

    def show(self) -> None:
        """Toon de uitkomst; zonder cijfers valt er niets mee te nemen."""
        blokken = blocks(self.werk.uitslag)
        self.document.show(blokken)
        self.uitvoer.verborgen = self.delen.verborgen = self.heen.verborgen = not self.has_figures()

    def has_figures(self) -> bool:
        """Staan er cijfers?"""
        return True

    def _file_name(self, _soort: str, extensie: str) -> str:
        (tabel,) = tables(self.werk.uitslag, self.inhoud)
        soort = "tabel" if extensie in ("csv", "xlsx") else "verslag"
        return export_name("bevindingenverkenner", soort, tabel.titel, now().date(), extensie)
