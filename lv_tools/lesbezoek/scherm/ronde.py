"""Stap 1 op het scherm: de vraag, de kijkpunten, en wat er vooraf is afgesproken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.paneel import Wissel
from lv_tools.bouwdoos.reeks import Element, Reeks, Woorden
from lv_tools.lesbezoek.bestand import round_file
from lv_tools.lesbezoek.model.ronde import (
    MEESTE_KORT,
    MEESTE_PUNTEN,
    Kijkpunt,
    Ronde,
    from_bank,
    new_round,
)
from lv_tools.lesbezoek.model.uitkomst import Uitkomst
from lv_tools.lesbezoek.scherm.paneel import Rondepaneel, point_out_names, set_once
from lv_tools.lesbezoek.teksten import Instrument
from lv_tools.lesbezoek.verslag.bericht import share_text
from lv_tools.schermdelen import (
    Bestand,
    Deel,
    Deelbericht,
    Download,
    Knop,
    Mededeling,
    Rij,
    Sectie,
    Tekst,
)
from lv_tools.schermdelen.kaartlijst import Actie, Kaart, Kaartlijst


class Opzetpaneel(Rondepaneel):
    """De ronde zoals wie haar opzet die maakt."""

    def build(self) -> Iterable[Deel]:
        """De vraag, de kijkpunten, de lessen, de afspraken, en het doorgeven."""
        zeg, velden, werk, inhoud = self.inhoud.zeg, self.velden, self.werk, self.inhoud
        kijkpunten = Wissel[Ronde, Uitkomst, Instrument](
            werk,
            inhoud,
            lambda ronde: "vast" if ronde.vast else "kiezen",
            lambda naam: (Vastpaneel if naam == "vast" else Kiespaneel)(werk, inhoud),
        )
        self.vooraf, self.weinig = Mededeling(), Mededeling(toon="letop")
        self.namen = Mededeling(toon="letop")
        return (
            velden.text("naam", zeg("naam"), hulp=zeg("naam_hulp")),
            velden.text("vraag", zeg("vraag"), hulp=zeg("vraag_hulp")),
            self.namen,
            Sectie(zeg("kijkpunten"), self.add(kijkpunten), niveau=3),
            Sectie(
                zeg("vooraf"),
                Tekst(zeg("vooraf_uitleg")),
                velden.checks(
                    "afgesproken",
                    zeg("vooraf_vraag"),
                    [(keus.code, keus.titel) for keus in inhoud.afspraak],
                ),
                self.vooraf,
                Rij(
                    velden.text("lessen", zeg("lessen"), hulp=zeg("lessen_hulp"), houd=True),
                    velden.text("grens", zeg("grens"), hulp=zeg("grens_hulp"), houd=True),
                ),
                self.weinig,
                niveau=3,
            ),
            Sectie(
                zeg("doorgeven"),
                Tekst(zeg("doorgeven_uitleg")),
                Download(zeg("doorgeven_knop"), self._round_file),
                Deelbericht(
                    lambda: share_text(self.werk.uitslag, self.inhoud), zeg("bericht_knop")
                ),
                niveau=3,
            ),
        )

    def show(self) -> None:
        """Zeg wat er nog niet is afgesproken, en of er zo een uitkomst kan komen."""
        ronde, zeg = self.werk.staat, self.inhoud.zeg
        point_out_names(self.inhoud, self.namen, ronde.naam, ronde.vraag)
        te_weinig = ronde.lessen < ronde.grens
        zin = zeg("weinig_lessen", grens=ronde.grens) if te_weinig else ""
        set_once(self.weinig, "tekst", zin)
        open_ = [k.titel for k in self.inhoud.afspraak if k.code not in self.werk.staat.afgesproken]
        eerst = [titel[:1].lower() + titel[1:] for titel in open_[:3]]
        zin = self.inhoud.zeg("vooraf_open", wat="; ".join(eerst)) if open_ else ""
        set_once(self.vooraf, "toon", "letop" if open_ else "goed")
        set_once(self.vooraf, "tekst", zin or self.inhoud.zeg("vooraf_klaar"))

    def _round_file(self) -> Bestand:
        """Maak het bestand voor bezoekers; vanaf nu staan de kijkpunten vast."""
        if any(punt.tekst.strip() for punt in self.werk.staat.kijkpunten):
            self.werk.change(lambda ronde: replace(ronde, vast=True))
        naam = self.file_name("ronde", "json")
        return Bestand(naam, round_file(self.werk.staat), "application/json")


class Puntvelden(Element[Ronde, Uitkomst, Instrument]):
    """De velden van één kijkpunt."""

    def build(self) -> Iterable[Deel]:
        """Wat er te zien is, op twee niveaus, en in woorden van een leerling."""
        zeg, text, pad = self.inhoud.zeg, self.velden.text, self.pad
        self.twee = Mededeling(toon="letop")
        return (
            text(f"{pad}/tekst", zeg("punt_tekst"), hulp=zeg("punt_tekst_hulp")),
            self.twee,
            Rij(
                text(f"{pad}/begin", zeg("punt_begin")),
                text(f"{pad}/sterk", zeg("punt_sterk")),
            ),
            text(f"{pad}/leerling", zeg("punt_leerling"), hulp=zeg("punt_leerling_hulp")),
            self.velden.choice(
                f"{pad}/standaard",
                zeg("punt_standaard"),
                [(keus.code, keus.titel) for keus in self.inhoud.hoort_bij],
            ),
            self.velden.check(f"{pad}/kort", zeg("punt_kort")),
            self.weg,
        )

    def show(self) -> None:
        """Wijs erop als er twee dingen in één punt staan."""
        punt: Kijkpunt = get_at(self.werk.staat, self.pad)
        twee = " en " in f" {punt.tekst.casefold()} "
        set_once(self.twee, "tekst", self.inhoud.zeg("punt_twee") if twee else "")


class Kiespaneel(Rondepaneel):
    """Kijkpunten kiezen uit de bank of zelf schrijven."""

    def build(self) -> Iterable[Deel]:
        """De bank, en wat er gekozen is."""
        zeg, werk, inhoud = self.inhoud.zeg, self.werk, self.inhoud
        self.kaarten = Kaartlijst(zeg("bank_kaarten"), self._choose)
        self.melding, self.mist = Mededeling(toon="goed"), Mededeling(toon="letop")
        self.punten = Reeks[Ronde, Uitkomst, Instrument](
            werk,
            inhoud,
            "kijkpunten",
            maak=Kijkpunt,
            rij=Puntvelden,
            naam=lambda punt: punt.tekst,
            woorden=Woorden(
                erbij=zeg("eigen_punt"),
                weg=zeg("punt_weg"),
                terug=zeg("punt_terug"),
                zonder=zeg("punt_zonder"),
                vol=zeg("punt_vol"),
            ),
            schuif=True,
        )
        return (
            Tekst(zeg("kijkpunten_uitleg")),
            self.add(self.punten),
            self.mist,
            Sectie(
                zeg("bank"),
                self.velden.choice(
                    "deel",
                    zeg("bank_deel"),
                    [(deel.code, deel.titel) for deel in inhoud.deel],
                    kijken=True,
                ),
                self.melding,
                self.kaarten,
                niveau=4,
            ),
        )

    def show(self) -> None:
        """Laat de punten van het gekozen deel zien, met wat al gekozen is."""
        zeg, ronde = self.inhoud.zeg, self.werk.staat
        gekozen = {punt.bank for punt in ronde.kijkpunten}
        vol = len(ronde.kijkpunten) >= MEESTE_PUNTEN
        deel = ronde.deel or self.inhoud.deel[0].code
        kaarten = tuple(
            Kaart(
                punt.code,
                punt.tekst,
                (
                    Actie(
                        "kies",
                        zeg("bank_gekozen" if punt.code in gekozen else "bank_kies"),
                        uit=vol or punt.code in gekozen,
                    ),
                ),
                onder=zeg(
                    "bank_onder", standaard=punt.standaard, begin=punt.begin, sterk=punt.sterk
                ),
            )
            for punt in self.inhoud.bank
            if punt.deel == deel
        )
        if kaarten != self.kaarten.kaarten:
            self.kaarten.kaarten = kaarten
        if vol:
            set_once(self.melding, "tekst", zeg("bank_vol"))
        set_once(self.mist, "tekst", self._lacks(ronde))

    def _lacks(self, ronde: Ronde) -> str:
        kort = sum(punt.kort for punt in ronde.kijkpunten)
        if not ronde.kijkpunten:
            return self.inhoud.zeg("weinig_punten")
        if kort > MEESTE_KORT:
            return self.inhoud.zeg("kort_veel", n=kort)
        return "" if kort else self.inhoud.zeg("kort_geen")

    def _choose(self, code: str, _actie: str) -> None:
        punt = self.inhoud.bij.get(code)
        ronde = self.werk.staat
        if punt is None or len(ronde.kijkpunten) >= MEESTE_PUNTEN:
            return
        nieuw = from_bank(punt, ronde)
        self.werk.change(lambda r: replace(r, kijkpunten=(*r.kijkpunten, nieuw)))
        self.melding.tekst = self.inhoud.zeg("bank_erbij", wat=punt.tekst)


class Vastpaneel(Rondepaneel):
    """De kijkpunten als er al mee gekeken wordt."""

    def build(self) -> Iterable[Deel]:
        """De kijkpunten, en hoe zij weer los komen."""
        zeg = self.inhoud.zeg
        self.lijst = Tekst(lijst=True, genummerd=True)
        self.los = Knop(zeg("vast_los"), self._loosen)
        self.nieuw = Knop(zeg("vast_nieuw"), self._ask)
        self.eerst = Mededeling(toon="letop")
        self.zeker = Knop(zeg("vast_nieuw_zeker"), self._begin, verborgen=True)
        return Tekst(zeg("vast")), self.lijst, self.los, self.nieuw, self.eerst, self.zeker

    def show(self) -> None:
        """Laat de kijkpunten zien."""
        ronde = self.werk.staat
        kort = self.inhoud.zeg("vast_kort")
        punten = tuple(
            f"{punt.tekst}{f' ({kort})' if punt.kort else ''}"
            for punt in ronde.kijkpunten
            if punt.tekst.strip()
        )
        set_once(self.lijst, "alineas", punten)
        begonnen = bool(ronde.blikken or ronde.vrijgaven)
        set_once(self.los, "verborgen", begonnen)
        set_once(self.nieuw, "verborgen", not begonnen)
        if not begonnen:
            set_once(self.eerst, "tekst", "")
            set_once(self.zeker, "verborgen", True)

    def _loosen(self) -> None:
        self.werk.change(lambda r: r if r.blikken else replace(r, vast=False))

    def _ask(self) -> None:
        self.eerst.tekst = self.inhoud.zeg("vast_nieuw_eerst")
        self.zeker.verborgen = False
        self.zeker.focus()

    def _begin(self) -> None:
        self.zeker.verborgen = True
        self.eerst.tekst = ""
        self.werk.weg.clear()
        ids = new_id(), new_id()
        self.werk.change(lambda ronde: new_round(ronde, *ids))
