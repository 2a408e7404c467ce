"""De terugblik: wat er van de doelen kwam, en wat er daarna mee gebeurt."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitwisseling.stukken import Herkomst
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.hulpmiddel import UITVOER
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.bouwdoos.reeks import shorten
from lv_tools.schermdelen.bestanden import Bestand, Download
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.exporteren import export_row
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Tekst
from lv_tools.verbeterbord.bestand import NAAM, write_for_board
from lv_tools.verbeterbord.model.bord import Doel
from lv_tools.verbeterbord.model.uitwisselen import give
from lv_tools.verbeterbord.scherm.paneel import Bordpaneel, Kaart, marked
from lv_tools.verbeterbord.verslag.document import figures, report
from lv_tools.verbeterbord.verslag.tabellen import tables


class Afkaart(Kaart):
    """Wat er van één doel kwam."""

    def build(self) -> Iterable[Deel]:
        """De uitkomst, wat leerlingen merkten, wat het team leerde en wat blijft."""
        return (
            self.field("wat", "doel"),
            Rij(
                self.select("uitkomst", "uitkomst", self.inhoud.uitkomst, "uitkomst_leeg"),
                self.field("af", "af_dag"),
            ),
            self.field("merkten", "merkten"),
            self.select("zeker", "zeker", self.inhoud.zekerheid, "zeker_leeg"),
            self.field("geleerd", "geleerd"),
            self.field("blijft", "blijft"),
            Knop(self.inhoud.zeg("terug_op_bord"), lambda: self.move("nu", "doelen")),
            self.weg,
        )


class Terugblikpaneel(Bordpaneel):
    """De afgeronde doelen, en wat er naar buiten gaat."""

    def build(self) -> Iterable[Deel]:
        """Een kaart per doel, de tekening, het dossier en de bestanden."""
        zeg = self.inhoud.zeg
        af = self.add_series(
            "doelen", Doel, Afkaart, "", kop=self._title, kies=lambda d: d.plek == "af"
        )
        self.geen = Tekst(zeg("af_geen"))
        self.beeld = Documentdeel()
        self.klaar = Klaarleggen(self.werk, self._gift, zeg("klaarleg_knop"), uitweg=zeg("uitweg"))
        return (
            Sectie(zeg("af_lijst"), self.geen, af, niveau=3),
            self.beeld.deel,
            Sectie(zeg("klaarleggen"), Tekst(zeg("klaarleggen_uitleg")), self.klaar.deel, niveau=3),
            Sectie(
                zeg("voor_bestuur"),
                Tekst(zeg("voor_bestuur_uitleg")),
                Download(zeg("voor_bestuur_knop"), self._for_board),
                niveau=3,
            ),
            Sectie(
                UITVOER,
                export_row(
                    self._name,
                    lambda: report(self.werk.uitslag, self.inhoud),
                    lambda: tables(self.werk.uitslag, self.inhoud),
                ),
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Toon de doelen door de tijd."""
        self.geen.verborgen = bool(self.staat.at("af"))
        self.beeld.show(figures(self.werk.uitslag, self.inhoud))

    def _title(self, _nummer: int, doel: Doel) -> str:
        wat = shorten(" ".join(doel.wat.split()) or self.inhoud.zeg("zonder"))
        dag = datum(doel.af) if doel.af else self.inhoud.plek["af"]
        return self.inhoud.zeg("af_kop", dag=dag, wat=wat)

    def _name(self, soort: str, extensie: str) -> str:
        return export_name(NAAM, soort, work_title(self), now().date(), extensie)

    def _for_board(self) -> Bestand:
        self._mark()
        inhoud = write_for_board(self.staat, work_title(self), now())
        return Bestand(self._name("bestuur", "json"), inhoud, "application/json")

    def _gift(self) -> Gift:
        self._mark()
        van = Herkomst(NAAM, work_title(self), now().date())
        return Gift(van, self.staat.kenmerk, give(self.staat, self.inhoud))

    def _mark(self) -> None:
        kenmerk = new_id()
        self.werk.change(lambda bord: marked(bord, kenmerk))


def work_title(paneel: Bordpaneel) -> str:
    """Zeg van welke school en welk team dit bord is."""
    bord = paneel.staat
    return " ".join(deel for deel in (bord.jaarbord.school, bord.team) if deel.strip())
