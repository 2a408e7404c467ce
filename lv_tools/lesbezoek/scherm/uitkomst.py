"""Stap 4 op het scherm: de uitkomst, en de voorbeelden die mee mogen."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.uitvoer.document import Alinea
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.bouwdoos.paneel import Panelenlijst
from lv_tools.lesbezoek.model.uitkomst import Beeld, remarks
from lv_tools.lesbezoek.scherm.paneel import Rondepaneel, Rondewerk, point_out_names, set_once
from lv_tools.lesbezoek.teksten import Instrument
from lv_tools.lesbezoek.verslag import delen
from lv_tools.schermdelen import Deel, Mededeling, Sectie, Tekst, Uitklap


class Uitkomstpaneel(Rondepaneel):
    """De uitkomst over de ronde."""

    def build(self) -> Iterable[Deel]:
        """De kop, de cijfers, de voorbeelden, en wat het niet zegt."""
        zeg = self.inhoud.zeg
        self.kop = Mededeling()
        self.cijfers, self.grens = Documentdeel(), Documentdeel()
        werk, inhoud = self.werk, self.inhoud
        self.voorbeelden = Panelenlijst[Beeld](
            self, lambda b: b.punt.id, lambda b: Voorbeeldpaneel(werk, inhoud, b.punt.id)
        )
        self.kader = Sectie(
            zeg("voorbeelden"), Tekst(zeg("voorbeelden_uitleg")), self.voorbeelden.deel, niveau=3
        )
        return self.kop, self.cijfers.deel, self.kader, self.grens.deel

    def show(self) -> None:
        """Laat de uitkomst van nu zien."""
        uit, inhoud = self.werk.uitslag, self.inhoud
        # De kop hoort bij de cijfers: op het grote scherm leest de zaal hem als eerste.
        kop = delen.headline(uit, inhoud)
        set_once(self.kop, "tekst", "" if uit.zichtbaar else kop)
        eerst = (Alinea(kop, nadruk=True),) if uit.zichtbaar else ()
        blokken = (*eerst, *delen.per_point(uit, inhoud), *delen.agreement(uit, inhoud))
        self.cijfers.show(blokken)
        te_zien = [b for b in uit.beelden if uit.zichtbaar and b.aard]
        self.voorbeelden.show(te_zien)
        set_once(self.kader, "verborgen", not te_zien)
        self.grens.show(tuple(delen.limits(uit, inhoud)) if uit.zichtbaar else ())


class Voorbeeldpaneel(Rondepaneel):
    """Voorbeelden bij één kijkpunt, met wat kijkers erbij schreven om uit te kiezen."""

    def __init__(self, werk: Rondewerk, inhoud: Instrument, punt: str) -> None:
        super().__init__(werk, inhoud)
        self.punt = punt

    def build(self) -> Iterable[Deel]:
        """Het veld, en de opmerkingen."""
        zeg = self.inhoud.zeg
        self.melding = Mededeling(toon="letop")
        self.uit = Tekst(lijst=True)
        tekst = self.werk.staat.punten_bij[self.punt].tekst
        veld = self.velden.text(f"voorbeelden/{self.punt}", zeg("voorbeelden_veld", wat=tekst))
        vouw = Uitklap(zeg("opmerkingen"), Tekst(zeg("opmerkingen_uitleg")), self.uit)
        return veld, self.melding, vouw

    def show(self) -> None:
        """Wijs namen aan, en laat zien wat er te kiezen is."""
        point_out_names(self.inhoud, self.melding, self.werk.text(f"voorbeelden/{self.punt}"))
        regels = remarks(self.werk.uitslag, self.punt) or (self.inhoud.zeg("opmerkingen_geen"),)
        set_once(self.uit, "alineas", regels)
