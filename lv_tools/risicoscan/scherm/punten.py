"""Stap 4 op het scherm: hoogstens drie verbeterpunten kiezen, en ze klaarleggen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitwisseling.stukken import VRAAG_LENGTE, Herkomst
from lv_tools.bouwdoos.groep.uitvoer import Uitvoerpaneel
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.bouwdoos.paneel import Lijst
from lv_tools.risicoscan.bestand import NAAM
from lv_tools.risicoscan.model.scan import (
    MEESTE_PUNTEN,
    Punt,
    add_point,
    drop_point,
    missing,
    pieces,
    title,
)
from lv_tools.risicoscan.scherm.paneel import Scanpaneel, group_of
from lv_tools.schermdelen import Deel, Knop, Kolom, Mededeling, Rij, Sectie, Tekst


class Puntenpaneel(Scanpaneel):
    """De gekozen verbeterpunten."""

    def build(self) -> Iterable[Deel]:
        """Kiezen, de punten, klaarleggen, en wat er in het verslag komt."""
        zeg = self.inhoud.zeg
        self.kies = self.velden.choice("kies", zeg("punten_kies"), [], leeg=zeg("punten_kies_leeg"))
        self.maak = Knop(zeg("punten_maak"), self._make, hoofd=True)
        self.leeg = Knop(zeg("punten_leeg"), self._blank)
        self.vol = Mededeling(zeg("punten_vol"), "letop")
        self.punten = Lijst[Punt](lambda punt: punt.id, self._point)
        self.terug = Knop(zeg("punt_terug"), self._put_back, verborgen=True)
        self._weg: tuple[int, Punt] | None = None
        #: Per punt wat eraan ontbreekt, de kop en het eerste veld.
        self._mist: dict[str, Mededeling] = {}
        self._vak: dict[str, Sectie] = {}
        self.klaar = Klaarleggen(self._gift, zeg("klaarleggen"), uitweg=zeg("klaarleggen_uitweg"))
        uitvoer = Uitvoerpaneel(group_of(self.werk, self.inhoud), self.inhoud)
        return (
            Tekst(zeg("punten_uitleg")),
            Kolom(self.kies, Rij(self.maak, self.leeg)),
            self.vol,
            self.punten.deel,
            self.terug,
            self.klaar.deel,
            Sectie(zeg("verslag_uitleg"), self.add(uitvoer), niveau=3),
        )

    def show(self) -> None:
        """Laat de punten zien, en wat eraan ontbreekt."""
        uit, punten = self.werk.uitslag, self.werk.staat.punten
        eerst = [*uit.concerns, *(c for c in uit.beelden if c not in uit.concerns)]
        self.kies.offer([(code, self._option(code)) for code in eerst], self.werk.staat.kies)
        vol = len(punten) >= MEESTE_PUNTEN
        self.vol.verborgen = not vol
        self.maak.verborgen = self.leeg.verborgen = self.kies.verborgen = vol
        self.terug.verborgen = self._weg is None or vol
        self.klaar.knop.verborgen = not punten
        self.punten.show(punten)
        for nummer, punt in enumerate(punten, start=1):
            kop = self.inhoud.zeg("punt", nummer=nummer)
            if self._vak[punt.id].titel != kop:
                self._vak[punt.id].titel = kop
            mist = [self.inhoud.zeg(f"mist_{wat}") for wat in missing(punt)]
            zin = self.inhoud.zeg("punt_mist", wat=opsomming(mist)) if mist else ""
            if self._mist[punt.id].tekst != zin:
                self._mist[punt.id].tekst = zin

    def _option(self, code: str) -> str:
        beeld = self.werk.uitslag.beelden[code]
        wat = f": {self.inhoud.beeld[beeld.soort]}" if beeld.soort else ""
        return f"{self.inhoud.full(code)}{wat}"

    def _point(self, punt: Punt) -> Deel:
        zeg, velden, pad = self.inhoud.zeg, self.velden, f"punten/{punt.id}"
        mist = Mededeling("", "letop")
        vak = Sectie(
            zeg("punt", nummer=self.werk.staat.punten.index(punt) + 1),
            velden.text(f"{pad}/wat", zeg("punt_wat"), hulp=zeg("punt_wat_hulp")),
            velden.checks(
                f"{pad}/standaarden",
                zeg("punt_standaarden"),
                [(code, self.inhoud.full(code)) for code in self.inhoud.standaarden],
            ),
            velden.text(f"{pad}/bewijs", zeg("punt_bewijs")),
            velden.choice(
                f"{pad}/zekerheid",
                zeg("punt_zeker"),
                list(self.inhoud.zekerheid.items()),
                leeg=zeg("punt_zeker_leeg"),
            ),
            velden.text(f"{pad}/anders_als", zeg("punt_anders"), hulp=zeg("punt_anders_hulp")),
            mist,
            Knop(zeg("punt_weg"), partial(self._remove, punt.id)),
            niveau=3,
        )
        self._mist[punt.id], self._vak[punt.id] = mist, vak
        return vak

    def _make(self) -> None:
        """Maak een punt van de gekozen standaard, met het bewijs dat er al is."""
        beeld = self.werk.uitslag.beelden.get(self.kies.waarde or "")
        if beeld is None:
            self.kies.focus()
            return
        bewijs = beeld.evidence
        if len(bewijs) > VRAAG_LENGTE:
            bewijs = f"{bewijs[: VRAAG_LENGTE - 1].rstrip()}…"
        self._add(Punt(new_id(), "", (beeld.code,), bewijs, beeld.zekerheid))

    def _blank(self) -> None:
        self._add(Punt(new_id()))

    def _add(self, punt: Punt) -> None:
        self.werk.change(lambda scan: replace(add_point(scan, punt), kies=""))
        self.refresh()
        self._vak[punt.id].inhoud[0].focus()

    def _remove(self, kenmerk: str) -> None:
        punten = self.werk.staat.punten
        self._weg = next((nr, p) for nr, p in enumerate(punten) if p.id == kenmerk)
        self.werk.clear_drafts(f"punten/{kenmerk}")
        self.werk.change(lambda scan: drop_point(scan, kenmerk))
        self.refresh()
        self.terug.focus()

    def _put_back(self) -> None:
        if self._weg is None:
            return
        (plek, punt), self._weg = self._weg, None
        self.werk.change(lambda scan: add_point(scan, punt, plek))
        self.refresh()
        self._vak[punt.id].focus()

    def _gift(self) -> Gift:
        scan = self.werk.staat
        van = Herkomst(NAAM, title(scan), now().date())
        return Gift(van, scan.werk or new_id(), pieces(scan))
