"""Stap 2 op het scherm: de bezoeken van wie dit apparaat vasthoudt, en er één tegelijk open."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.taal.notatie import aantal
from lv_tools.bouwdoos.paneel import Panelenlijst
from lv_tools.lesbezoek.bestand import visits_file
from lv_tools.lesbezoek.model.ronde import (
    Blik,
    Ronde,
    drop_view,
    is_unsigned,
    new_view,
    put_view,
    with_code,
)
from lv_tools.lesbezoek.model.samenvoegen import open_points, unfinished
from lv_tools.lesbezoek.model.vrijgeven import is_released
from lv_tools.lesbezoek.scherm.blik import Blikpaneel
from lv_tools.lesbezoek.scherm.paneel import Rondepaneel, point_out_names, set_once
from lv_tools.lesbezoek.teksten import Soort
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Download,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Sectie,
    Tekst,
)
from lv_tools.schermdelen.kaartlijst import Actie, Kaart, Kaartlijst

#: Onder deze naam houdt het werk bij welke blikken weg zijn.
WEG = "blikken"
#: Waar een blik stond, wat zij was, en wat er half getypt in stond.
Weg = tuple[int, Blik, dict[str, Any]]


class Kijkpaneel(Rondepaneel):
    """Een nieuw bezoek, de bezoeken die er zijn, en het bezoek dat openstaat."""

    def build(self) -> Iterable[Deel]:
        """De knoppen, de lijst, en wat er openstaat."""
        zeg, werk, inhoud = self.inhoud.zeg, self.werk, self.inhoud
        self.geen_punten = Mededeling(zeg("geen_punten"), "letop")
        self.open_blik = Panelenlijst[Blik](
            self,
            lambda b: b.id,
            lambda b: Blikpaneel(werk, inhoud, f"blikken/{b.id}", self._done),
        )
        self.nieuw = Knop(zeg("nieuw_bezoeker"), partial(self._new, "bezoeker"), hoofd=True)
        self.knoppen = Kolom(
            self.nieuw,
            Rij(
                Knop(zeg("nieuw_docent"), partial(self._new, "docent")),
                Knop(zeg("nieuw_leerlingen"), partial(self._new, "leerlingen")),
            ),
        )
        self.kaarten = Kaartlijst(zeg("lijst"), self._act, leeg=zeg("lijst_geen"))
        self.terug = Knop("", self._put_back, verborgen=True)
        self.melding = Mededeling(toon="letop")
        self.namen = Mededeling(toon="letop")
        self.zonder = Mededeling(zeg("geef_code"), "letop")
        self.niet = Mededeling(toon="letop")
        self.geef = Sectie(
            zeg("geef_bezoeken"),
            Tekst(zeg("geef_uitleg")),
            self.zonder,
            self.niet,
            Download(zeg("geef_knop"), self._visits),
            niveau=3,
        )
        self.lijst = Kolom(
            Tekst(zeg("zonder_internet")),
            self.velden.text("bezoeker", zeg("bezoeker"), hulp=zeg("bezoeker_hulp")),
            self.namen,
            self.knoppen,
            Sectie(zeg("lijst"), self.kaarten, self.terug, self.melding, niveau=3),
            self.geef,
        )
        return self.geen_punten, self.open_blik.deel, self.lijst

    def show(self) -> None:
        """Laat het bezoek zien dat openstaat, en anders de lijst."""
        zeg, ronde = self.inhoud.zeg, self.werk.staat
        punten = any(punt.tekst.strip() for punt in ronde.kijkpunten)
        eigen = [blik for blik in ronde.blikken if not blik.van]
        open_ = [b for b in eigen if b.id == ronde.open and not is_released(ronde, b.id)]
        set_once(self.geen_punten, "verborgen", punten)
        self.open_blik.show(open_)
        set_once(self.lijst, "verborgen", bool(open_) or not punten)
        kaarten = tuple(self._card(blik) for blik in reversed(eigen))
        if kaarten != self.kaarten.kaarten:
            self.kaarten.kaarten = kaarten
        set_once(self.geef, "verborgen", not eigen)
        point_out_names(self.inhoud, self.namen, ronde.bezoeker)
        zonder = any(is_unsigned(blik) for blik in with_code(ronde).blikken)
        set_once(self.zonder, "verborgen", not zonder)
        onaf = unfinished(eigen, ronde)
        wat = aantal(len(onaf), "bezoek gaat", "bezoeken gaan")
        set_once(self.niet, "tekst", zeg("geef_niet", wat=wat) if onaf else "")
        weg = self._removed()
        zin = zeg("terug", wat=self._title(weg[-1][1])) if weg else ""
        set_once(self.terug, "tekst", zin)
        set_once(self.terug, "verborgen", not weg)
        if not weg:
            set_once(self.melding, "tekst", "")

    def _title(self, blik: Blik) -> str:
        les = blik.les or self.inhoud.zeg("kaart_zonder_les")
        soort = self.inhoud.soorten[blik.soort].lower()
        kort = self.inhoud.zeg("kaart_kort") if blik.duur == "kort" else ""
        return f"{self.inhoud.zeg('kaart', les=les, soort=soort)}{kort}"

    def _card(self, blik: Blik) -> Kaart:
        zeg, ronde = self.inhoud.zeg, self.werk.staat
        vast, nog = is_released(ronde, blik.id), len(open_points(ronde, blik))
        stand = zeg("kaart_nog", n=nog) if nog else zeg("kaart_af")
        acties = (Actie("open", zeg("kaart_open")),) if not vast else ()
        return Kaart(
            blik.id,
            self._title(blik),
            (*acties, Actie("weg", zeg("kaart_weg"))),
            onder=zeg("kaart_vast") if vast else stand,
        )

    def _new(self, soort: Soort) -> None:
        """Begin een bezoek; na een eigen bezoek gaat het over dezelfde les."""
        eigen = [blik for blik in self.werk.staat.blikken if not blik.van]
        les = eigen[-1].les if eigen and soort == "leerlingen" else ""
        blik = new_view(self.werk.staat, soort, today(), les)
        self.werk.change(lambda ronde: put_view(ronde, blik))
        self._focus(blik.id)

    def _done(self) -> None:
        """Sluit het bezoek; de volgende les begint bij dezelfde knop."""
        self.werk.change(lambda ronde: replace(ronde, open=""))
        self.refresh()
        self.nieuw.focus()

    def _act(self, kenmerk: str, actie: str) -> None:
        if actie == "open":
            self.werk.change(lambda ronde: replace(ronde, open=kenmerk))
            self._focus(kenmerk)
            return
        ronde = self.werk.staat
        blik = next((b for b in ronde.blikken if b.id == kenmerk), None)
        if blik is None:
            return
        vrij = is_released(ronde, kenmerk)
        concept = self.werk.drafts(f"blikken/{kenmerk}")
        self.werk.clear_drafts(f"blikken/{kenmerk}")
        self._removed().append((ronde.blikken.index(blik), blik, concept))
        self.werk.change(lambda r: drop_view(r, kenmerk))
        self.refresh()
        self.melding.tekst = self.inhoud.zeg("weg_vrij") if vrij else ""
        self.terug.focus()

    def _put_back(self) -> None:
        weg = self._removed()
        if not weg:
            return
        plek, blik, concept = weg.pop()

        def zet(ronde: Ronde) -> Ronde:
            if any(b.id == blik.id for b in ronde.blikken):
                return ronde
            return replace(ronde, blikken=(*ronde.blikken[:plek], blik, *ronde.blikken[plek:]))

        self.werk.change(zet)
        for pad, wat in concept.items():
            self.werk.draft(pad, wat)
        self.kaarten.focus()

    def _removed(self) -> list[Weg]:
        weg: list[Weg] = self.werk.weg.setdefault(WEG, [])
        return weg

    def _focus(self, kenmerk: str) -> None:
        self.refresh()
        self.open_blik.panelen[kenmerk].les.focus()

    def _visits(self) -> Bestand:
        # Willekeurig: wie de naam van het bestand ziet, kan daarmee niets terugzoeken.
        naam = self.file_name("bezoeken", "json", secrets.token_hex(3))
        return Bestand(naam, visits_file(self.werk.staat), "application/json")
