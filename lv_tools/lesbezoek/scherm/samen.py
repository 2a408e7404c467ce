"""Stap 3 op het scherm: bij elkaar brengen wat collega's zagen, en de ronde vrijgeven."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lv_tools.basis.opslag.werkbestand import GROOTSTE, today
from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.basis.uitvoer.document import Tabelblok
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.document import Documentdeel
from lv_tools.lesbezoek.bestand import read_visits
from lv_tools.lesbezoek.figuur import lessons, visitors
from lv_tools.lesbezoek.model.ronde import SOORTEN, Blik, Ronde, drop_view
from lv_tools.lesbezoek.model.samenvoegen import Samengevoegd, counted, doubles, unfinished
from lv_tools.lesbezoek.model.vrijgeven import Klaar, is_released, needed, ready, release, released
from lv_tools.lesbezoek.scherm.paneel import Rondepaneel, set_once
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Knop,
    Kolom,
    Mededeling,
    Sectie,
    Tekst,
    Uitklap,
    Upload,
)
from lv_tools.schermdelen.kaartlijst import Actie, Kaart, Kaartlijst


class Samenpaneel(Rondepaneel):
    """Bestanden van collega's, de stand per les, en het vrijgeven."""

    def build(self) -> Iterable[Deel]:
        """De plek voor bestanden, de stand, en de knop om vrij te geven."""
        zeg = self.inhoud.zeg
        self.gelezen, self.melding = Mededeling(), Mededeling(toon="letop")
        self.zin, self.tabel = Tekst(), Documentdeel()
        self.kaarten = Kaartlijst(zeg("anderen"), self._drop)
        self.anderen = Uitklap(zeg("anderen"), Tekst(zeg("anderen_uitleg")), self.kaarten)
        self.docenten = self.velden.text(
            "docenten", zeg("docenten_kort"), hulp=zeg("docenten_hulp")
        )
        self.mist = Mededeling(toon="letop")
        self.knop = Knop("", self._release, hoofd=True)
        self.gedaan = Mededeling(toon="goed")
        self.weg = Mededeling(zeg("vrij_weg"), "letop")
        return (
            Upload(
                zeg("upload"),
                self.take,
                soorten=".json",
                meer=True,
                grens=GROOTSTE,
                hulp=zeg("upload_hulp"),
            ),
            self.gelezen,
            Sectie(zeg("stand"), self.zin, self.melding, self.tabel.deel, self.anderen, niveau=3),
            Sectie(
                zeg("vrijgeven"),
                Tekst(zeg("vrij_uitleg")),
                Kolom(self.docenten, self.mist, self.knop),
                self.gedaan,
                self.weg,
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Laat zien wat er is, en of het vrij mag."""
        zeg, ronde = self.inhoud.zeg, self.werk.staat
        blikken = counted(ronde)
        lessen = {blik.les for blik in blikken}
        zin = zeg(
            "stand_zin",
            lessen=len(lessen),
            gepland=ronde.lessen,
            blikken=aantal(len(blikken), "blik", "blikken"),
            bezoekers=visitors(
                len({b.bezoeker.strip().casefold() for b in blikken if b.soort == SOORTEN[0]})
            ),
        )
        set_once(self.zin, "alineas", (zin,))
        set_once(self.melding, "tekst", self._remarks(ronde))
        self.tabel.show(self._table(ronde) if blikken else ())
        kaarten = tuple(
            Kaart(blik.id, self._title(blik), (Actie("weg", zeg("kaart_weg")),))
            for blik in ronde.blikken
            if blik.van and not is_released(ronde, blik.id)
        )
        if kaarten != self.kaarten.kaarten:
            self.kaarten.kaarten = kaarten
        set_once(self.anderen, "verborgen", not kaarten)
        klaar = ready(ronde)
        nieuw = "lessen" not in klaar.mist
        hulp = zeg("docenten_hulp", grens=ronde.grens)
        set_once(self.docenten, "hulp", hulp)
        set_once(self.docenten, "verborgen", not nieuw)
        set_once(self.mist, "tekst", self._lacks(ronde, klaar))
        set_once(self.knop, "tekst", zeg("vrij_knop", n=len(klaar.lessen)))
        set_once(self.knop, "verborgen", bool(klaar.mist))
        heel = [(v, released(ronde, v)) for v in ronde.vrijgaven]
        rijen = [
            zeg(
                "vrij_rij",
                lessen=lessons(len({b.les for b in blik})),
                dag=datum(vrij.dag) if vrij.dag else "",
            )
            for vrij, blik in heel
            if blik
        ]
        gedaan = zeg("vrij_gedaan", wat=opsomming(rijen)) if rijen else ""
        set_once(self.gedaan, "tekst", gedaan)
        set_once(self.weg, "verborgen", all(blik for _vrij, blik in heel))

    def take(self, bestanden: Sequence[Bestand]) -> None:
        """Voeg bestanden toe, en zeg van elk wat ermee gebeurde."""
        zinnen, fout = [], False
        for bestand in bestanden:
            try:
                samen = read_visits(self.werk.staat, bestand.naam, bestand.inhoud, self.inhoud)
            except VormError as reden:
                fout = True
                zinnen.append(
                    self.inhoud.zeg("gelezen_fout", naam=bestand.naam, reden=str(reden).rstrip("."))
                )
                continue
            nieuw = samen.ronde
            self.werk.change(lambda _ronde, nieuw=nieuw: nieuw)  # type: ignore[misc]
            zinnen.append(self.inhoud.zeg("gelezen", naam=bestand.naam, wat=self._what(samen)))
        self.gelezen.toon = "letop" if fout else "goed"
        self.gelezen.tekst = "\n".join(zinnen)

    def _what(self, samen: Samengevoegd) -> str:
        zeg = self.inhoud.zeg
        delen = [
            zeg(f"gelezen_{naam}", n=aantal(n, "blik", "blikken"))
            for naam in ("erbij", "nieuwer", "al", "vast")
            if (n := getattr(samen, naam))
        ]
        return opsomming(delen) if delen else zeg("gelezen_niets")

    def _remarks(self, ronde: Ronde) -> str:
        zeg = self.inhoud.zeg
        dubbel, onaf = doubles(ronde), unfinished(ronde.blikken, ronde)
        zinnen = [
            *([zeg("dubbel", n=aantal(len(dubbel), "blik", "blikken"))] if dubbel else []),
            *([zeg("onaf", n=aantal(len(onaf), "blik", "blikken"))] if onaf else []),
        ]
        return "\n".join(zinnen)

    def _lacks(self, ronde: Ronde, klaar: Klaar) -> str:
        zeg, n = self.inhoud.zeg, len(klaar.lessen)
        if "lessen" in klaar.mist:
            if ronde.vrijgaven and not n:
                return ""
            sleutel = "vrij_lessen_later" if ronde.vrijgaven else "vrij_lessen"
            return zeg(sleutel, lessen=lessons(n), grens=ronde.grens)
        if "docenten" in klaar.mist:
            return zeg("vrij_docenten", grens=ronde.grens)
        if klaar.mist:
            return zeg("vrij_teveel", n=n)
        nodig = needed(n, ronde.docenten or 0, ronde.grens)
        meer = zeg("vrij_meer", n=n, docenten=ronde.docenten, nodig=nodig, grens=ronde.grens)
        return meer if nodig > ronde.grens else ""

    def _table(self, ronde: Ronde) -> tuple[Tabelblok, ...]:
        """Per les hoe vaak er gekeken is; wat er gezien is, staat er niet bij."""
        per: dict[str, dict[str, int]] = {}
        for blik in counted(ronde):
            rij = per.setdefault(blik.les, dict.fromkeys(SOORTEN, 0))
            rij[blik.soort] += 1
        lessen = sorted(per, key=lambda les: int(les[1:]))
        kolommen = (self.inhoud.zeg("stand_les"), *self.inhoud.soorten.values())
        rijen: tuple[tuple[str | int, ...], ...] = tuple(
            (les, *per[les].values()) for les in lessen
        )
        return (Tabelblok(self.inhoud.zeg("stand_tabel"), kolommen, rijen, sorteerbaar=False),)

    def _title(self, blik: Blik) -> str:
        soort = self.inhoud.soorten[blik.soort].lower()
        return f"{self.inhoud.zeg('kaart', les=blik.les, soort=soort)} {blik.bezoeker}".strip()

    def _drop(self, kenmerk: str, _actie: str) -> None:
        """Haal een bezoek van een collega weg; het bestand nog eens toevoegen zet het terug."""
        if is_released(self.werk.staat, kenmerk):
            return
        self.werk.change(lambda ronde: drop_view(ronde, kenmerk))
        self.kaarten.focus()

    def _release(self) -> None:
        dag = today()
        self.werk.clear_drafts("docenten")
        self.werk.change(lambda ronde: replace(release(ronde, dag), open=""))
