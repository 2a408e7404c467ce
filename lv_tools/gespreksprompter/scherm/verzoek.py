"""Een link die een situatie meegeeft: zij staat klaar, en wat er al was, blijft staan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lv_tools.bouwdoos.hulpmiddel import STAP
from lv_tools.gespreksprompter.model.werk import Gesprekswerk, Keuze
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.schermdelen import Deel, Knop, Kolom, Mededeling, Rij, Verzoek

SLEUTELS = ("situatie", "met")


class Verzoekpaneel(Gesprekspaneel):
    """Zet op een leeg begin de situatie klaar, en vraagt het anders eerst."""

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
            situatie = self.inhoud.situaties[self._vraag["situatie"]]
            self.melding.tekst = self.inhoud.zeg("verzoek_vraag", situatie=situatie.naam)
            self.vak.verborgen = False
            self.nieuw.focus()

    def _asked(self, vraag: Mapping[str, str]) -> None:
        """Neem aan wat een link vraagt, als het hier bestaat."""
        if vraag.get("situatie") in self.inhoud.situaties:
            met = vraag.get("met", "")
            bekend = {"met": met} if met in self.inhoud.tafels else {}
            self._vraag, self.vak.verborgen = {"situatie": vraag["situatie"], **bekend}, True
            self.werk.touch()

    def _has_it(self) -> bool:
        """Zeg of de situatie al gekozen is, en er nog geen gesprek is om in de weg te zitten."""
        begonnen = any(reeks.gesprekken for reeks in self.staat.reeksen)
        gelijk = self.staat.keuze.situatie == self._vraag["situatie"]
        met = self._vraag.get("met", self.staat.keuze.met)
        return gelijk and not begonnen and met == self.staat.keuze.met

    def _start(self) -> None:
        """Zet de situatie klaar, voor een gesprek dat er nog niet is."""
        vraag = self._vraag
        self._leave()

        def doe(werk: Gesprekswerk) -> Gesprekswerk:
            keuze, tafel, begonnen = werk.keuze, werk.current.tafel, werk.current.gesprekken
            met = keuze.met
            if begonnen:  # een nieuwe reeks; waar het vorige over ging, hoort daar niet bij
                keuze, met = Keuze(), met or ("school" if tafel.eigen else tafel.code)
            keuze = keuze.for_situation(vraag["situatie"])
            met = vraag.get("met", met)
            return replace(werk, keuze=keuze.with_table(met) if met != keuze.met else keuze)

        self.werk.clear_drafts("keuze")
        self.werk.change(doe)
        self.werk.go(STAP, "")

    def _leave(self) -> None:
        self._vraag, self.vak.verborgen = {}, True
