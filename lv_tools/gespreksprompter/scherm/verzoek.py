"""Een link geeft een situatie of een tafel mee: die staat klaar, en wat er al was, blijft staan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lv_tools.bouwdoos.hulpmiddel import STAP
from lv_tools.gespreksprompter.model.werk import Gesprekswerk
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.schermdelen import Deel, Knop, Kolom, Mededeling, Rij, Verzoek

SLEUTELS = ("situatie", "met")


class Verzoekpaneel(Gesprekspaneel):
    """Zet op een leeg begin klaar wat de link vraagt, en vraagt het anders eerst."""

    def build(self) -> Iterable[Deel]:
        """Het verzoek zelf, en de vraag met haar twee antwoorden."""
        #: Wat de link vraagt en waar nog niets mee gedaan is.
        self._vraag: Mapping[str, str] = {}
        zeg = self.inhoud.zeg
        self.melding = Mededeling(toon="letop")
        self.nieuw = Knop(zeg("verzoek_nieuw"), self._start, hoofd=True)
        laat = Knop(zeg("verzoek_laat"), self._leave, kijken=True)
        self.vak = Kolom(self.melding, Rij(self.nieuw, laat), verborgen=True)
        return (Verzoek(SLEUTELS, self._asked), self.vak)

    def show(self) -> None:
        """Beslis pas als er een bestand openstaat: dan is te zien of er al iets is."""
        if not self._vraag or not self.werk.geopend:
            return
        if self._has_it():
            self._leave()
        elif self.staat.untouched and not self.werk.drafts("keuze"):
            self._start()
        elif self.vak.verborgen:
            self.melding.tekst = self._question()
            self.vak.verborgen = False
            self.nieuw.focus()

    def _asked(self, vraag: Mapping[str, str]) -> None:
        """Neem van een link aan wat hier bestaat; een tafel mag zonder situatie."""
        bekend = {"situatie": set(self.inhoud.situaties), "met": set(self.inhoud.tafels)}
        if gevraagd := {naam: vraag[naam] for naam in SLEUTELS if vraag.get(naam) in bekend[naam]}:
            self._vraag, self.vak.verborgen = gevraagd, True
            self.werk.touch()

    def _question(self) -> str:
        """Zeg waar de link om vroeg."""
        if code := self._vraag.get("situatie"):
            return self.inhoud.zeg("verzoek_vraag", situatie=self.inhoud.situaties[code].naam)
        return self.inhoud.zeg("verzoek_tafel", tafel=self.inhoud.tafels[self._vraag["met"]].naam)

    def _has_it(self) -> bool:
        """Zeg of dit al gekozen is, en er nog geen gesprek is om in de weg te zitten."""
        begonnen = any(reeks.gesprekken for reeks in self.staat.reeksen)
        gelijk = self.staat.keuze.situatie == self._vraag.get("situatie", "")
        return gelijk and not begonnen and _table(self.staat, self._vraag) == self.staat.keuze.met

    def _start(self) -> None:
        """Zet klaar wat de link vraagt, voor een gesprek dat er nog niet is."""
        vraag = self._vraag
        self._leave()

        def doe(werk: Gesprekswerk) -> Gesprekswerk:
            keuze, tafel, begonnen = werk.keuze, werk.current.tafel, werk.current.gesprekken
            met = keuze.met
            if begonnen:  # een nieuwe reeks; waar het vorige over ging, hoort daar niet bij
                keuze, met = werk.blank, met or ("school" if tafel.eigen else tafel.code)
            elif werk.untouched:  # wat een vorige link klaarzette, hoort niet bij deze
                keuze = replace(werk.blank, met=met, minuten=keuze.minuten)
            keuze = keuze.for_situation(vraag.get("situatie", ""))
            met = vraag.get("met", met) if begonnen else _table(werk, vraag)
            if met != keuze.met:
                keuze = replace(keuze, minuten=tafel.minuten).with_table(met)
            return replace(werk, keuze=keuze)

        self.werk.clear_drafts("keuze")
        self.werk.change(doe)
        self.werk.go(STAP, "")

    def _leave(self) -> None:
        self._vraag, self.vak.verborgen = {}, True


def _table(werk: Gesprekswerk, vraag: Mapping[str, str]) -> str:
    """Geef de tafel die de link vraagt; leeg als een reeks zonder gesprekken die al openstaat."""
    met, reeks = vraag.get("met", werk.keuze.met), werk.current
    return "" if met == reeks.tafel.code and not reeks.gesprekken else met
