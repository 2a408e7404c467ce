"""Stap 4 op het scherm: hoogstens drie verbeterpunten kiezen, en ze klaarleggen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitwisseling.punt import Punt, missing
from lv_tools.basis.uitwisseling.stukken import VRAAG_LENGTE, Herkomst
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.groep.uitvoer import Uitvoerpaneel
from lv_tools.bouwdoos.meenemen import Gift, Klaarleggen
from lv_tools.bouwdoos.reeks import Element, Reeks, Woorden
from lv_tools.risicoscan.bestand import NAAM
from lv_tools.risicoscan.model.scan import (
    MEESTE_PUNTEN,
    Scan,
    pieces,
    title,
)
from lv_tools.risicoscan.model.uitkomst import Uitkomst
from lv_tools.risicoscan.scherm.paneel import Scanpaneel, group_of
from lv_tools.risicoscan.teksten import Instrument
from lv_tools.risicoscan.verslag.bericht import share_text
from lv_tools.schermdelen import Deel, Deelbericht, Knop, Kolom, Mededeling, Rij, Sectie, Tekst


class Puntrij(Element[Scan, Uitkomst, Instrument]):
    """De velden van één verbeterpunt, en wat eraan ontbreekt."""

    def build(self) -> Iterable[Deel]:
        """De velden van het punt."""
        zeg, velden, pad = self.inhoud.zeg, self.velden, self.pad
        self.mist = Mededeling("", "letop")
        return (
            velden.text(f"{pad}/wat", zeg("punt_wat"), hulp=zeg("punt_wat_hulp"), ruim=True),
            velden.checks(
                f"{pad}/standaarden",
                zeg("punt_standaarden"),
                [(code, self.inhoud.full(code)) for code in self.inhoud.standaarden],
            ),
            velden.text(f"{pad}/bewijs", zeg("punt_bewijs"), ruim=True),
            velden.choice(
                f"{pad}/zekerheid",
                zeg("punt_zeker"),
                list(self.inhoud.zekerheid.items()),
                leeg=zeg("punt_zeker_leeg"),
            ),
            velden.text(
                f"{pad}/anders_als", zeg("punt_anders"), hulp=zeg("punt_anders_hulp"), ruim=True
            ),
            self.mist,
            self.weg,
        )

    def show(self) -> None:
        """Zeg wat er nog ontbreekt."""
        zeg = self.inhoud.zeg
        mist = missing(get_at(self.werk.staat, self.pad), standaard=True)
        zin = zeg("punt_mist", wat=opsomming([zeg(f"mist_{wat}") for wat in mist])) if mist else ""
        if "wat" in mist:  # zonder zin is er niets om mee te nemen
            zin += f" {zeg('punt_mist_wat')}"
        elif mist:
            zin += f" {zeg('punt_mist_mag')}"
        if self.mist.tekst != zin:
            self.mist.tekst = zin


class Puntenpaneel(Scanpaneel):
    """De gekozen verbeterpunten."""

    def build(self) -> Iterable[Deel]:
        """Kiezen, de punten, klaarleggen, en wat er in het verslag komt."""
        zeg = self.inhoud.zeg
        self.kies = self.velden.choice("kies", zeg("punten_kies"), [], leeg=zeg("punten_kies_leeg"))
        self.maak = Knop(zeg("punten_maak"), self._make, hoofd=True)
        self.leeg = Knop(zeg("punten_leeg"), self._blank)
        self.vol = Mededeling(zeg("punten_vol"), "letop")
        werk, inhoud = self.werk, self.inhoud
        self.punten = Reeks[Scan, Uitkomst, Instrument](
            werk,
            inhoud,
            "punten",
            maak=Punt,
            rij=Puntrij,
            kop=lambda nummer, _punt: zeg("punt", nummer=nummer),
            woorden=Woorden(weg=zeg("punt_weg"), terug=zeg("punt_terug")),
            niveau=3,
        )
        self.klaar = Klaarleggen(
            self.werk, self._gift, zeg("klaarleggen"), uitweg=zeg("klaarleggen_uitweg")
        )
        uitvoer = Uitvoerpaneel(group_of(self.werk, self.inhoud), self.inhoud)
        return (
            Tekst(zeg("punten_uitleg")),
            Kolom(self.kies, Rij(self.maak, self.leeg)),
            self.vol,
            self.add(self.punten),
            self.klaar.deel,
            Deelbericht(lambda: share_text(self.werk.staat, self.inhoud)),
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
        self.klaar.knop.verborgen = not punten

    def _option(self, code: str) -> str:
        beeld = self.werk.uitslag.beelden[code]
        wat = f": {self.inhoud.beeld[beeld.soort]}" if beeld.soort else ""
        return f"{self.inhoud.full(code)}{wat}"

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
        self.werk.change(lambda scan: replace(scan, kies=""))
        self.punten.add_new(punt)

    def _gift(self) -> Gift:
        scan = self.werk.staat
        van = Herkomst(NAAM, title(scan), now().date())
        return Gift(van, scan.werk or new_id(), pieces(scan))
