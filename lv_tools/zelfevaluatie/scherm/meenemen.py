"""Wat van de uitslag mee te nemen is: vragen voor het gesprek, een verslag en tabellen."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.uitvoer.document import Document
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.groep.uitvoer import Uitvoerpaneel, wishes
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.schermdelen import Bestand, Deel, Deelbericht, Download, Sectie, Tekst, export_row
from lv_tools.zelfevaluatie.model.gespreksvragen import origin_of, to_file
from lv_tools.zelfevaluatie.model.signalen import parcel
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel, linked
from lv_tools.zelfevaluatie.verslag.bericht import share_text
from lv_tools.zelfevaluatie.verslag.document import outgoing, report
from lv_tools.zelfevaluatie.verslag.tabellen import all_tables
from lv_tools.zelfevaluatie.verslag.uitslag import conversation


class Meeneempaneel(Zelfpaneel):
    """Een paneel met iets dat het hulpmiddel verlaat."""

    def wishes(self) -> Wensen:
        """Geef wat er in het verslag en de tabellen komt."""
        return wishes(self.groep, volledig=self.staat.weergave.omvang == "volledig")


class Vragenpaneel(Meeneempaneel):
    """De vragen die bij deze uitslag horen, en een bestand ermee."""

    def build(self) -> Iterable[Deel]:
        """De vragen, en het bestand."""
        zeg = self.zeg
        self.vragen = Documentdeel()
        self.vak = Sectie(
            zeg("vragen_titel"),
            self.vragen.deel,
            Klaarleggen(
                self.werk, self._gift, zeg("vragen_klaar"), uitweg=zeg("vragen_uitweg")
            ).deel,
            Download(zeg("vragen_bestand"), self._file),
            Tekst(linked(zeg("vragen_uitleg"), "gespreksprompter.html")),
            niveau=3,
        )
        return (self.vak,)

    def show(self) -> None:
        """Toon de vragen bij een andere uitslag."""
        uitslag = self.werk.uitslag
        self.vragen.follow((uitslag,), lambda: conversation(uitslag, self.inhoud))
        self.vak.verborgen = not self.vragen.deel.inhoud

    def _gift(self) -> Gift:
        uitslag = outgoing(self.werk.uitslag, self.inhoud, self.wishes())
        werk = self.werk.staat.kenmerk or uitslag.scan.opzet.id
        return Gift(origin_of(uitslag), werk, parcel(uitslag, self.inhoud))

    def _file(self) -> Bestand:
        uitslag = outgoing(self.werk.uitslag, self.inhoud, self.wishes())
        naam = self.file_name("gespreksvragen", "json")
        return Bestand(naam, to_file(uitslag, self.inhoud), "application/json")


class Verslagpaneel(Meeneempaneel):
    """Kiezen wat er in een verslag komt, en het meenemen."""

    def build(self) -> Iterable[Deel]:
        """De keuzes en de knoppen."""
        zeg = self.zeg
        omvang = [(soort, zeg(f"verslag_{soort}")) for soort in ("kort", "volledig")]
        self.omvang = self.velden.radios("weergave/omvang", zeg("verslag_omvang"), omvang)
        self.keuze = Uitvoerpaneel(self.groep, self.inhoud)
        return (
            Sectie(
                zeg("verslag_titel"),
                Tekst(zeg("verslag_uitleg"), self.inhoud.privacy.bewaren),
                self.omvang,
                self.add(self.keuze),
                export_row(
                    self.file_name,
                    self.document,
                    lambda: all_tables(self.werk.uitslag, self.inhoud, self.wishes()),
                ),
                Deelbericht(self._share),
                niveau=3,
            ),
        )

    def _share(self) -> str:
        # In een bericht staat nooit een groep van één persoon apart.
        return share_text(outgoing(self.werk.uitslag, self.inhoud, Wensen()), self.inhoud)

    def document(self) -> Document:
        """Maak het verslag zoals gekozen."""
        return report(self.werk.uitslag, self.inhoud, self.wishes())
