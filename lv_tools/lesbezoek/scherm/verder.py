"""Stap 5 op het scherm: hoogstens drie verbeterpunten, de vragen, en het klaarleggen."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitwisseling.punt import Punt, missing
from lv_tools.basis.uitwisseling.stukken import Herkomst, Stuk
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.bouwdoos.reeks import Element, Reeks, Woorden
from lv_tools.lesbezoek.bestand import NAAM
from lv_tools.lesbezoek.model.meegeven import make_point, points, questions
from lv_tools.lesbezoek.model.ronde import MEESTE_VERBETERPUNTEN, Ronde, title
from lv_tools.lesbezoek.model.uitkomst import Uitkomst
from lv_tools.lesbezoek.scherm.paneel import Rondepaneel, point_out_names, set_once
from lv_tools.lesbezoek.teksten import Instrument
from lv_tools.lesbezoek.verslag.bericht import share_text
from lv_tools.schermdelen import Deel, Deelbericht, Knop, Kolom, Mededeling, Rij, Sectie, Tekst


class Puntrij(Element[Ronde, Uitkomst, Instrument]):
    """De velden van één verbeterpunt, en wat eraan ontbreekt."""

    def build(self) -> Iterable[Deel]:
        """De velden van het punt."""
        zeg, velden, pad = self.inhoud.zeg, self.velden, self.pad
        self.namen, self.mist = Mededeling("", "letop"), Mededeling("", "letop")
        return (
            velden.text(f"{pad}/wat", zeg("vp_wat"), hulp=zeg("vp_wat_hulp"), ruim=True),
            velden.text(f"{pad}/bewijs", zeg("vp_bewijs"), ruim=True),
            velden.choice(
                f"{pad}/zekerheid",
                zeg("vp_zeker"),
                list(self.inhoud.zekerheid.items()),
                leeg=zeg("vp_zeker_leeg"),
            ),
            velden.text(
                f"{pad}/anders_als", zeg("vp_anders"), hulp=zeg("vp_anders_hulp"), ruim=True
            ),
            self.namen,
            self.mist,
            self.weg,
        )

    def show(self) -> None:
        """Zeg wat er nog ontbreekt, en wijs namen aan."""
        zeg = self.inhoud.zeg
        punt: Punt = get_at(self.werk.staat, self.pad)
        point_out_names(self.inhoud, self.namen, punt.wat, punt.bewijs, punt.anders_als)
        mist = missing(punt)
        zin = zeg("vp_mist", wat=opsomming([zeg(f"mist_{wat}") for wat in mist])) if mist else ""
        set_once(self.mist, "tekst", f"{zin} {zeg('vp_mist_wat_zin')}" if "wat" in mist else zin)


class Verderpaneel(Rondepaneel):
    """De gekozen verbeterpunten en de vragen."""

    def build(self) -> Iterable[Deel]:
        """Kiezen, de punten, de vragen, en het klaarleggen."""
        zeg, werk, inhoud = self.inhoud.zeg, self.werk, self.inhoud
        self.kies = self.velden.choice("kies", zeg("punten_kies"), [], leeg=zeg("punten_kies_leeg"))
        self.maak = Knop(zeg("punten_maak"), self._make, hoofd=True)
        self.blanco = Knop(zeg("punten_blanco"), lambda: self.punten.add_new(Punt(new_id())))
        self.vol = Mededeling(zeg("punten_vol"), "letop")
        self.punten = Reeks[Ronde, Uitkomst, Instrument](
            werk,
            inhoud,
            "punten",
            maak=Punt,
            rij=Puntrij,
            kop=lambda nummer, _punt: zeg("verbeterpunt", nummer=nummer),
            woorden=Woorden(weg=zeg("vp_weg"), terug=zeg("punt_terug")),
            niveau=4,
        )
        self.vragen = Tekst(lijst=True)
        self.klaar = Klaarleggen(
            werk, self._gift, zeg("klaarleggen"), uitweg=zeg("klaarleggen_uitweg")
        )
        return (
            Sectie(
                zeg("punten"),
                Tekst(zeg("punten_uitleg")),
                Kolom(self.kies, Rij(self.maak, self.blanco)),
                self.vol,
                self.add(self.punten),
                niveau=3,
            ),
            Sectie(zeg("vragen"), Tekst(zeg("vragen_uitleg")), self.vragen, niveau=3),
            self.klaar.deel,
            Deelbericht(lambda: share_text(self.werk.uitslag, inhoud)),
        )

    def show(self) -> None:
        """Laat de keuze, de punten en de vragen zien."""
        uit, inhoud, ronde = self.werk.uitslag, self.inhoud, self.werk.staat
        te_zien = [b for b in uit.beelden if uit.zichtbaar and b.aard]
        op_volgorde = sorted(te_zien, key=lambda b: ("weinig", "wisselend", "veel").index(b.aard))
        self.kies.offer([(b.punt.id, b.punt.tekst) for b in op_volgorde], ronde.kies)
        vol = len(ronde.punten) >= MEESTE_VERBETERPUNTEN
        set_once(self.vol, "verborgen", not vol)
        set_once(self.blanco, "verborgen", vol)
        for deel in (self.kies, self.maak):
            set_once(deel, "verborgen", vol or not te_zien)
        vragen = tuple(vraag.tekst for vraag in questions(uit, inhoud))
        set_once(self.vragen, "alineas", vragen or (inhoud.zeg("vragen_geen"),))
        set_once(self.klaar.knop, "verborgen", not (vragen or ronde.punten))

    def _make(self) -> None:
        """Maak een verbeterpunt van het gekozen kijkpunt, met het bewijs dat er is."""
        uit = self.werk.uitslag
        beeld = next((b for b in uit.beelden if b.punt.id == self.kies.waarde), None)
        if beeld is None:
            self.kies.focus()
            return
        self.punten.add_new(make_point(beeld, uit, self.inhoud))

    def _gift(self) -> Gift:
        ronde = self.werk.staat
        van = Herkomst(NAAM, title(ronde), now().date())
        stukken: tuple[Stuk, ...] = (*points(ronde), *questions(self.werk.uitslag, self.inhoud))
        return Gift(van, ronde.kenmerk, stukken)
