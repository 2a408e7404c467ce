"""De doelen van het team: ophalen uit het plan, klein maken en een plek op het bord geven."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.taal.notatie import aantal, datum
from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.meenemen import Ophalen
from lv_tools.bouwdoos.reeks import shorten
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij, Sectie
from lv_tools.schermdelen.kaartlijst import Actie, Kaartlijst
from lv_tools.schermdelen.kaartlijst import Kaart as Lijstkaart
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Mededeling, Tekst
from lv_tools.verbeterbord.model.bord import Doel
from lv_tools.verbeterbord.model.plaats import from_plan
from lv_tools.verbeterbord.model.uitwisselen import MEESTE_PLANDOELEN, take
from lv_tools.verbeterbord.scherm.paneel import Bordpaneel, Kaart


class Doelkaart(Kaart):
    """De velden van één doel."""

    def build(self) -> Iterable[Deel]:
        """Wat er anders is, de plek, waar het bij hoort, de dagen en wat leerlingen merken."""
        zeg = self.inhoud.zeg
        plekken = [(code, naam) for code, naam in self.inhoud.plek.items() if code != "af"]
        self.thema = self.select("thema", "doel_thema", leeg="geen_keuze")
        self.plandoel = self.select("plandoel", "doel_plan", leeg="geen_keuze")
        return (
            self.field("wat", "doel", "doel_hulp"),
            self.velden.radios(f"{self.pad}/plek", zeg("plek"), plekken),
            Rij(self.field("van", "van"), self.field("tot", "tot")),
            self.field("begin", "doel_begin", "doel_begin_hulp"),
            self.field("merken", "doel_merken", "doel_merken_hulp"),
            Rij(self.thema, self.plandoel),
            Knop(zeg("rond_af"), lambda: self.move("af", "terugblik")),
            self.weg,
        )

    def show(self) -> None:
        """Laat de thema's en plandoelen van nu kiezen."""
        themas = self.staat.jaarbord.themas
        self.velden.offer(self.thema, [(t.id, t.wat) for t in themas if t.wat.strip()])
        plandoelen = self.staat.plandoelen
        self.velden.offer(
            self.plandoel, [(d.id, shorten(d.wat)) for d in plandoelen if d.wat.strip()]
        )
        self.plandoel.verborgen = not plandoelen


class Doelenpaneel(Bordpaneel):
    """De doelen die nog niet afgerond zijn."""

    def build(self) -> Iterable[Deel]:
        """Wat het plan geeft, en een kaart per doel."""
        zeg = self.inhoud.zeg
        self.ophalen = Ophalen(self.werk, self._take)
        self.plan = Kaartlijst(zeg("plan_lijst"), self._act)
        self.melding = Mededeling(toon="goed")
        self.doelen = self.series(
            "doelen",
            Doel,
            Doelkaart,
            zeg("doel_erbij"),
            kop=self._title,
            kies=lambda doel: doel.plek != "af",
            schuif=True,
        )
        self.elders = Tekst(zeg("afgerond_elders"), klein=True)
        return (
            Sectie(zeg("doelen"), self.melding, self.add(self.doelen), self.elders, niveau=3),
            Sectie(zeg("plan"), Tekst(zeg("plan_uitleg")), self.plan, self.ophalen.deel, niveau=3),
        )

    def show(self) -> None:
        """Laat zien wat er uit het plan is opgehaald."""
        zeg, bord = self.inhoud.zeg, self.staat
        acties = (Actie("maak", zeg("plan_maak")), Actie("weg", zeg("plan_weg")))
        kaarten = []
        for plandoel in bord.plandoelen:
            n = sum(doel.plandoel == plandoel.id for doel in bord.doelen)
            boven = zeg("plan_tot", dag=datum(plandoel.klaar)) if plandoel.klaar else ""
            onder = zeg("plan_onder", van=plandoel.van, indicator=plandoel.indicator).strip()
            al = (zeg("plan_al", n=aantal(n, "doel", "doelen")),) if n else ()
            wat = plandoel.wat or zeg("zonder")
            kaarten.append(Lijstkaart(plandoel.id, wat, acties, boven=boven, onder=onder, meer=al))
        self.plan.kaarten = tuple(kaarten)
        self.plan.verborgen = not kaarten
        self.elders.verborgen = not bord.at("af")

    def _title(self, _nummer: int, doel: Doel) -> str:
        wat = shorten(" ".join(doel.wat.split()) or self.inhoud.zeg("zonder"))
        return self.inhoud.zeg("doel_kop", plek=self.inhoud.plek[doel.plek], wat=wat)

    def _take(self, pakket: Pakket) -> str:
        zeg = self.inhoud.zeg
        _bord, nieuw, vol = take(self.staat, pakket)
        if not pakket.stukken:
            raise VormError(zeg("plan_geen"))
        self.werk.change(lambda bord: take(bord, pakket)[0])
        over = zeg("plan_vol", n=MEESTE_PLANDOELEN, rest=vol) if vol else ""
        n = aantal(nieuw, "doel", "doelen")
        return zeg("plan_genomen", n=n, van=str(pakket.van), vol=over).strip()

    def _act(self, kaart: str, actie: str) -> None:
        if actie == "weg":
            self.werk.change(
                lambda bord: replace(
                    bord, plandoelen=tuple(d for d in bord.plandoelen if d.id != kaart)
                )
            )
            return
        plandoel = next(d for d in self.staat.plandoelen if d.id == kaart)
        self.melding.tekst = self.inhoud.zeg("plan_gemaakt", plek=self.inhoud.plek["straks"])
        self.doelen.add_new(from_plan(plandoel, new_id()))
