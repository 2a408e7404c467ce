"""Stap 4: de gespreksgids, de afspraken, en klaarleggen voor een ander hulpmiddel."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitwisseling.stukken import Herkomst, shorten_origin
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.kwaliteitsprofiel.bestand import NAAM
from lv_tools.kwaliteitsprofiel.model.gids import for_dossier
from lv_tools.kwaliteitsprofiel.model.profiel import Afspraak
from lv_tools.kwaliteitsprofiel.model.samen import actions
from lv_tools.kwaliteitsprofiel.scherm.paneel import (
    Profielelement,
    Profielpaneel,
    Profielreeks,
    words,
)
from lv_tools.kwaliteitsprofiel.scherm.uitkomst import file_name
from lv_tools.kwaliteitsprofiel.verslag.document import guide_blocks, guide_document
from lv_tools.kwaliteitsprofiel.verslag.profielblad import name_of
from lv_tools.schermdelen import Afdruk, Bestand, Deel, Download, Rij, Sectie, Tekst
from lv_tools.schermdelen.huisstijl import word_file


class Afspraakrij(Profielelement):
    """Wie doet wat, en wanneer."""

    def build(self) -> Iterable[Deel]:
        """De velden."""
        zeg, text = self.inhoud.zeg, self.velden.text
        wie_wanneer = (
            text(f"{self.pad}/{veld}", zeg(f"afspraak_{veld}")) for veld in ("wie", "klaar")
        )
        return text(f"{self.pad}/wat", zeg("afspraak_wat")), Rij(*wie_wanneer), self.weg


class Gesprekspaneel(Profielpaneel):
    """De gids en wat u afspreekt."""

    def build(self) -> Iterable[Deel]:
        """De tijd, de gids, de afspraken en het klaarleggen."""
        zeg, werk, inhoud = self.inhoud.zeg, self.werk, self.inhoud
        self.gids = Documentdeel()
        self.mee = Rij(
            Download(zeg("gids_mee"), self._word),
            Afdruk(zeg("gids_druk"), lambda: guide_document(werk.uitslag)),
        )
        afspraken = Profielreeks(
            werk,
            inhoud,
            "kern/afspraken",
            maak=Afspraak,
            rij=Afspraakrij,
            kop=lambda nummer, _afspraak: zeg("afspraak", nummer=nummer),
            woorden=words(inhoud, "afspraak"),
            niveau=4,
        )
        klaar = Klaarleggen(werk, self._gift, zeg("klaarleg_knop"), uitweg=zeg("klaarleg_uitweg"))
        return (
            self.velden.text("kern/minuten", zeg("minuten"), houd=True),
            Sectie(zeg("gids_kop"), self.gids.deel, self.mee, niveau=3),
            Sectie(
                zeg("afspraken_kop"), Tekst(zeg("afspraken_uitleg")), self.add(afspraken), niveau=3
            ),
            Sectie(zeg("klaarleg_kop"), Tekst(zeg("klaarleg_uitleg")), klaar.deel, niveau=3),
        )

    def show(self) -> None:
        """Laat de gids van nu zien."""
        uit = self.werk.uitslag
        self.gids.show(guide_blocks(uit))

    def _word(self) -> Bestand:
        naam = file_name(self.werk, "gespreksgids", "docx")
        return word_file(naam, guide_document(self.werk.uitslag))

    def _gift(self) -> Gift:
        uit = self.werk.uitslag
        kern = uit.kern
        van = shorten_origin(Herkomst(NAAM, name_of(kern), now().date()))
        vragen = for_dossier(uit.gids, self.inhoud) if uit.zichtbaar else ()
        return Gift(van, uit.profiel.kenmerk, (*vragen, *actions(kern)))
