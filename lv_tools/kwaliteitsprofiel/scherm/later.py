"""Stap 6: een jaar later, met het eerdere profiel ernaast."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lv_tools.basis.taal.vergelijkbaar import plain
from lv_tools.basis.vorm.pad import join
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.kwaliteitsprofiel.bestand import read_earlier, read_file
from lv_tools.kwaliteitsprofiel.model.jaar import new_year
from lv_tools.kwaliteitsprofiel.model.profiel import Afspraak, Kern, Profiel
from lv_tools.kwaliteitsprofiel.scherm.paneel import Profielpaneel
from lv_tools.kwaliteitsprofiel.scherm.uitkomst import file_name
from lv_tools.kwaliteitsprofiel.verslag.later import year_blocks, year_document
from lv_tools.kwaliteitsprofiel.verslag.profielblad import name_of
from lv_tools.schermdelen import Bestand, Deel, Download, Knop, Mededeling, Sectie, Tekst, Upload
from lv_tools.schermdelen.huisstijl import word_file

#: Onder deze naam ligt het profiel van voordat er een nieuw jaar begon.
VORIG = "kwaliteitsprofiel/vorig"


class Laterpaneel(Profielpaneel):
    """Een eerder profiel openen, de verschillen, en wat er van de afspraken kwam."""

    def build(self) -> Iterable[Deel]:
        """De knoppen, de verschillen en de afspraken van toen."""
        zeg = self.inhoud.zeg
        self.open_ = Tekst()
        self.melding = Mededeling(kijken=True)
        self.terug = Knop(zeg("eerder_terug"), self._undo, verborgen=True, kijken=True)
        self.weg = Knop(zeg("eerder_weg"), self._remove, verborgen=True, kijken=True)
        self.document = Documentdeel()
        self.kwam = Lijst[Afspraak](lambda afspraak: afspraak.id, self._became)
        self.geen = Tekst(zeg("later_afspraken_geen"))
        self.mee = Download(zeg("later_mee"), self._word)
        self.rest = Sectie(
            zeg("later_afspraken"), self.geen, self.kwam.deel, self.mee, niveau=3, verborgen=True
        )
        return (
            Sectie(
                zeg("eerder_kop"),
                Tekst(zeg("eerder_uitleg")),
                Upload(zeg("eerder_upload"), self.take, soorten=".json"),
                Knop(zeg("eerder_nieuw"), self._new),
                self.melding,
                self.open_,
                self.terug,
                self.weg,
                niveau=3,
            ),
            self.document.deel,
            self.rest,
        )

    def show(self) -> None:
        """Laat de verschillen van nu zien."""
        staat, zeg = self.werk.staat, self.inhoud.zeg
        eerder = staat.eerder
        self.open_.verborgen = self.weg.verborgen = eerder is None
        self.terug.verborgen = VORIG not in self.werk.weg
        self.terug.tekst = zeg(self.werk.weg[VORIG][0]) if VORIG in self.werk.weg else ""
        self.rest.verborgen = eerder is None
        self.document.show(year_blocks(self.werk.uitslag))
        if eerder is None:
            self.kwam.show(())
            return
        zin = zeg("eerder_open", wat=name_of(eerder) or zeg("eerder_zonder"))
        if self.open_.alineas != (zin,):
            self.open_.alineas = (zin,)
        toen = tuple(a for a in eerder.afspraken if a.wat.strip())
        self.kwam.show(toen)
        self.geen.verborgen = bool(toen)

    def take(self, bestanden: Sequence[Bestand]) -> None:
        """Leg het profiel uit een bestand ernaast."""
        for bestand in bestanden[:1]:
            try:
                ander = read_file(bestand.naam, bestand.inhoud, self.inhoud)
                eerder = read_earlier(self.werk.staat.kern, ander, self.inhoud)
            except VormError as fout:
                reden = str(fout).rstrip(".")
                self.melding.toon = "fout"
                self.melding.tekst = self.inhoud.zeg(
                    "eerder_niet", bestand=bestand.naam, reden=reden
                )
                return
            self._put_beside(eerder)

    def _put_beside(self, eerder: Kern) -> None:
        kern = self.werk.staat.kern
        self.werk.change(lambda nu: replace(nu, eerder=eerder, kwam={}))
        wat = name_of(eerder) or self.inhoud.zeg("eerder_zonder")
        self.melding.toon = "goed"
        self.melding.tekst = self.inhoud.zeg("eerder_gelukt", wat=wat)
        if kern.titel.strip() and plain(kern.titel) != plain(eerder.titel):
            self.melding.toon = "letop"
            self.melding.tekst += f" {self.inhoud.zeg('eerder_ander', hier=kern.titel.strip())}"

    def _became(self, afspraak: Afspraak) -> Deel:
        return self.velden.choice(
            join("kwam", afspraak.id),
            afspraak.wat.strip(),
            list(self.inhoud.kwam.items()),
            leeg=self.inhoud.zeg("later_kwam_leeg"),
        )

    def _new(self) -> None:
        was: Profiel = self.werk.staat
        self.werk.weg[VORIG] = ("eerder_terug", was)
        self.werk.change(new_year)
        self.melding.toon = "goed"
        wat = name_of(was.kern) or self.inhoud.zeg("eerder_zonder")
        self.melding.tekst = self.inhoud.zeg("eerder_nieuw_melding", wat=wat)
        if was.eerder:
            ouder = name_of(was.eerder) or self.inhoud.zeg("eerder_zonder")
            self.melding.tekst += f" {self.inhoud.zeg('eerder_valt_weg', wat=ouder)}"

    def _undo(self) -> None:
        # Wie terugneemt wat hij in het nieuwe jaar al typte, kan dat met dezelfde knop weer halen.
        welke, was = self.werk.weg[VORIG]
        ander = "eerder_weer" if welke == "eerder_terug" else "eerder_terug"
        self.werk.weg[VORIG] = (ander, self.werk.staat)
        self.werk.change(lambda _nu: was)
        self.melding.toon, self.melding.tekst = "goed", self.inhoud.zeg("samen_teruggehaald")

    def _remove(self) -> None:
        self.werk.change(lambda nu: replace(nu, eerder=None, kwam={}))
        self.melding.toon, self.melding.tekst = "goed", self.inhoud.zeg("eerder_weggehaald")

    def _word(self) -> Bestand:
        naam = file_name(self.werk, "jaarverschil", "docx")
        return word_file(naam, year_document(self.werk.uitslag))
