"""De borden van scholen naast elkaar, voor wie langsgaat: kijken en vragen, niet keuren."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import Leesfout, now
from lv_tools.basis.uitwisseling.stukken import Herkomst
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.hulpmiddel import UITVOER
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.schermdelen.bestanden import Bestand, Upload
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.exporteren import export_row
from lv_tools.schermdelen.indeling import Kolom, Sectie
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst
from lv_tools.verbeterbord.bestand import NAAM, read_board
from lv_tools.verbeterbord.model.bord import MEESTE_BORDEN, Blik
from lv_tools.verbeterbord.model.scholen import board_name, give_questions, lay_beside, look
from lv_tools.verbeterbord.scherm.paneel import Bordpaneel, Kaart, marked
from lv_tools.verbeterbord.verslag.scholen import (
    board_blocks,
    for_ourselves,
    lines_table,
    overview,
    round_report,
    rules,
)


class Blikkaart(Kaart):
    """Eén bord: waar het team aan werkt, vragen om mee te nemen, en een notitie."""

    def build(self) -> Iterable[Deel]:
        """Het bord in woorden, en het veld voor wie langsging."""
        self.document = Documentdeel(niveau=4)
        return self.document.deel, self.field("notitie", "notitie", "notitie_hulp"), self.weg

    def show(self) -> None:
        """Toon het bord."""
        blik: Blik = get_at(self.staat, self.pad)
        self.document.show(tuple(board_blocks(blik, self.inhoud)))


class Scholenpaneel(Bordpaneel):
    """De borden naast elkaar."""

    def build(self) -> Iterable[Deel]:
        """Het inlezen, het overzicht, de borden en de vragen."""
        zeg = self.inhoud.zeg
        self.melding = Mededeling()
        self.overzicht = Documentdeel()
        self.vragen = Documentdeel()
        borden = self.add_series(
            "borden",
            _never,
            Blikkaart,
            naam=self._title,
            kop=lambda _nummer, blik: self._title(blik),
        )
        self.klaar = Klaarleggen(self.werk, self._gift, zeg("vragen_knop"), uitweg=zeg("uitweg"))
        self.geen = Tekst(zeg("borden_geen"))
        self.rest = Kolom(
            self.overzicht.deel,
            self.vragen.deel,
            Sectie(zeg("per_bord"), Tekst(zeg("vragen_uitleg")), borden, niveau=3),
            Sectie(zeg("vragen"), self.klaar.deel, niveau=3),
            Sectie(
                UITVOER,
                export_row(
                    lambda soort, ext: export_name(
                        NAAM, f"ronde-{soort}", self.staat.jaarbord.school, now().date(), ext
                    ),
                    lambda: round_report(self.werk.uitslag, self.inhoud),
                    lambda: (lines_table(self.werk.uitslag, self.inhoud),),
                ),
                niveau=3,
            ),
        )
        return (
            Sectie(
                zeg("borden"),
                Tekst(zeg("borden_uitleg")),
                Upload(zeg("borden_knop"), self._read, soorten=".json", meer=True),
                Knop(zeg("borden_zelf"), self._own),
                self.melding,
                self.geen,
                niveau=3,
            ),
            self.rest,
        )

    def show(self) -> None:
        """Toon de borden die ernaast liggen."""
        beeld, inhoud = self.werk.uitslag, self.inhoud
        er = bool(beeld.bord.borden)
        self.geen.verborgen, self.rest.verborgen = er, not er
        self.overzicht.show(overview(beeld, inhoud) if er else ())
        self.vragen.show((*for_ourselves(beeld, inhoud), *rules(inhoud)) if er else ())

    def _title(self, blik: Blik) -> str:
        return board_name(blik, self.inhoud)

    def _read(self, bestanden: tuple[Bestand, ...]) -> None:
        zeg, fouten, blikken = self.inhoud.zeg, list[str](), list[Blik]()
        for bestand in bestanden:
            gelezen = read_board(bestand.naam, bestand.inhoud)
            if isinstance(gelezen, Leesfout):
                fouten.append(str(gelezen))
            else:
                blikken.append(look(*gelezen))
        nieuw = {blik.id for blik in blikken} - {blik.id for blik in self.staat.borden}
        if len(self.staat.borden) + len(nieuw) > MEESTE_BORDEN:
            self._say("fout", zeg("borden_vol", n=MEESTE_BORDEN))
            return
        if blikken:
            self.werk.change(lambda bord: lay_beside(bord, blikken))
            n = len(blikken)
            telling = zeg("borden_een") if n == 1 else zeg("borden_meer", n=n)
            fouten.insert(0, zeg("borden_erbij", n=telling))
        self._say("goed" if len(fouten) == bool(blikken) else "fout", "\n".join(fouten))

    def _own(self) -> None:
        self._mark()
        if len(self.staat.borden) >= MEESTE_BORDEN:
            self._say("fout", self.inhoud.zeg("borden_vol", n=MEESTE_BORDEN))
            return
        blik = look(self.staat, now())
        self.werk.change(lambda bord: lay_beside(bord, [blik]))
        self._say("goed", self.inhoud.zeg("borden_erbij", n=self.inhoud.zeg("borden_een")))

    def _say(self, toon: str, zin: str) -> None:
        self.melding.toon, self.melding.tekst = toon, zin

    def _mark(self) -> None:
        kenmerk = new_id()
        self.werk.change(lambda bord: marked(bord, kenmerk))

    def _gift(self) -> Gift:
        self._mark()
        van = Herkomst(NAAM, self.inhoud.zeg("ronde_titel"), now().date())
        # Een ronde is iets anders dan het bord zelf: het een vervangt het ander niet.
        ronde = f"{self.staat.kenmerk}-ronde"[:64]
        return Gift(van, ronde, give_questions(self.staat, self.inhoud))


def _never(kenmerk: str) -> Blik:
    raise LookupError(f"een bord komt uit een bestand, niet van een knop: {kenmerk}")
