"""Het jaarbord: de ambities van het bestuur, de thema's van de school, en welk team dit is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from lv_tools.basis.opslag.werkbestand import Leesfout
from lv_tools.basis.taal.notatie import aantal
from lv_tools.schermdelen.afdruk import Afdruk
from lv_tools.schermdelen.bestanden import Bestand, Upload
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Rij, Sectie, Uitklap
from lv_tools.schermdelen.tekst import Mededeling, Tekst
from lv_tools.verbeterbord.bestand import read_board
from lv_tools.verbeterbord.model.bord import MEESTE_JAARBORD, Ambitie, Thema
from lv_tools.verbeterbord.model.uitwisselen import left_out, on_board, take_year
from lv_tools.verbeterbord.scherm.paneel import Bordpaneel, Kaart
from lv_tools.verbeterbord.verslag.document import year_poster


class Ambitiekaart(Kaart):
    """Eén ambitie van het bestuur."""

    def build(self) -> Iterable[Deel]:
        """Wat het bestuur wil."""
        return self.field("wat", "ambitie"), self.weg


class Themakaart(Kaart):
    """Eén thema van de school."""

    def build(self) -> Iterable[Deel]:
        """Het thema, de ambitie erbij en wat leerlingen merken."""
        self.ambitie = self.select("ambitie", "thema_ambitie", leeg="geen_keuze")
        return (
            self.field("wat", "thema"),
            self.ambitie,
            self.field("merken", "thema_merken"),
            self.weg,
        )

    def show(self) -> None:
        """Laat de ambities van nu kiezen."""
        ambities = self.staat.jaarbord.ambities
        self.velden.offer(self.ambitie, [(a.id, a.wat) for a in ambities if a.wat.strip()])


class Jaarbordpaneel(Bordpaneel):
    """Het jaarbord."""

    def build(self) -> Iterable[Deel]:
        """De school, het team, de ambities en de thema's."""
        zeg, text = self.inhoud.zeg, self.velden.text
        self.melding = Mededeling(toon="goed")
        ambities = self.add_series("jaarbord/ambities", Ambitie, Ambitiekaart, zeg("ambitie_erbij"))
        themas = self.add_series(
            "jaarbord/themas", Thema, Themakaart, zeg("thema_erbij"), schuif=True
        )
        lezen = Upload(zeg("overnemen_knop"), self._read, soorten=".json")
        return (
            Rij(
                text("jaarbord/school", zeg("school")),
                text("jaarbord/jaar", zeg("jaar"), hulp=zeg("jaar_hulp")),
            ),
            Rij(
                text("team", zeg("team"), hulp=zeg("team_hulp")),
                text("mensen", zeg("mensen")),
            ),
            Uitklap(zeg("overnemen"), Kolom(Tekst(zeg("overnemen_uitleg")), lezen, self.melding)),
            Sectie(zeg("ambities"), Tekst(zeg("ambities_uitleg")), ambities, niveau=3),
            Sectie(zeg("themas"), Tekst(zeg("themas_uitleg")), themas, niveau=3),
            text("jaarbord/niet", zeg("niet"), hulp=zeg("niet_hulp")),
            Afdruk(
                zeg("druk_jaarbord"),
                lambda: year_poster(self.werk.uitslag, self.inhoud),
                papier="A3 liggend",
            ),
        )

    def _read(self, bestanden: tuple[Bestand, ...]) -> None:
        for bestand in bestanden:
            gelezen = read_board(bestand.naam, bestand.inhoud)
            if isinstance(gelezen, Leesfout):
                self.melding.toon, self.melding.tekst = "fout", str(gelezen)
                return
            ander = gelezen[0].jaarbord
            self.werk.change(partial(take_year, ander=ander))
            zeg, over = self.inhoud.zeg, left_out(self.staat, ander)
            er = on_board(self.staat.jaarbord)
            self.melding.toon = "letop" if over else "goed"
            self.melding.tekst = zeg(
                "overgenomen",
                ambities=aantal(sum(a.id in er for a in ander.ambities), "ambitie", "ambities"),
                themas=aantal(sum(t.id in er for t in ander.themas), "thema", "thema's"),
                vol=zeg("overgenomen_vol", n=MEESTE_JAARBORD, wat="; ".join(over)) if over else "",
            ).strip()
