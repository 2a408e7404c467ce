"""Van het ene hulpmiddel naar het andere: klaarleggen wat eruit komt, ophalen wat klaarligt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lv_tools.basis.taal.notatie import datum, opsomming
from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket
from lv_tools.basis.uitwisseling.stukken import Herkomst, Stuk, count_in_words
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.deuren import takers
from lv_tools.bouwdoos.dossierbeheer import WAAR, Dossierbeheer
from lv_tools.bouwdoos.dossierkeuze import Dossierkeuze
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.dossierlade import Dossierlade
from lv_tools.schermdelen.indeling import Kolom, Uitklap
from lv_tools.schermdelen.kaartlijst import Actie, Kaart, Kaartlijst
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.tekst import Alinea, Koppeling, Mededeling, Tekst


@dataclass(frozen=True)
class Gift:
    """Wat een stuk werk meegeeft.

    Parameters
    ----------
    werk
        Kenmerk van dat werk; geeft hetzelfde werk later weer iets mee, dan vervangt dat dit.
    """

    van: Herkomst
    werk: str
    stukken: Sequence[Stuk]


class Klaarleggen:
    """Een knop die stukken in het dossier legt, en zegt waar zij te gebruiken zijn.

    Parameters
    ----------
    werk
        Het werk waar het uit komt; dat zegt wat het hulpmiddel geeft.
    maak
        Maakt bij de klik wat er meegaat.
    opschrift
        Tekst op de knop.
    uitweg
        Wat te doen als het niet lukt.
    bezwaar
        Krijgt de naam van het dossier dat open is, en geeft waarom dit er niet in hoort; leeg als
        het mag.
    """

    def __init__(
        self,
        werk: Werk[Any, Any],
        maak: Callable[[], Gift],
        opschrift: str,
        *,
        uitweg: str = "",
        bezwaar: Callable[[str], str] = lambda _dossier: "",
        plaats: str = "",
        map: Path | None = None,
    ) -> None:
        self._maak, self._uitweg, self._geeft = maak, uitweg, werk.geeft
        self._bezwaar = bezwaar
        self.lade = Dossierlade(self._show, plaats=plaats, map=map)
        self.keuze = Dossierkeuze(self.lade, self._switched, "klaarleggen")
        self.welk = Tekst(klein=True, verborgen=True)
        self.melding = Mededeling(kijken=True)
        self.waarheen = Tekst(verborgen=True)
        self.knop = Knop(opschrift, self._put, kijken=True)
        waarin = Uitklap("In welk dossier", self.keuze.deel)
        self.deel = Kolom(self.welk, self.knop, self.melding, self.waarheen, waarin, self.lade)

    def _show(self) -> None:
        self.keuze.show()
        _tell_which(self.welk, "Dit gaat naar het dossier ‘{naam}’.", self.lade)

    def _switched(self, zin: str, reden: str) -> None:
        self._say("fout" if reden else "goed", f"Dat is niet gelukt: {reden}." if reden else zin)

    def _put(self) -> None:
        if reden := self._bezwaar(self.lade.bestand):
            self._say("fout", f"Dat is niet gelukt: {reden}.")
            return
        gift = self._maak()
        if vreemd := {type(stuk) for stuk in gift.stukken} - set(self._geeft):
            namen = opsomming(sorted(klasse.__name__ for klasse in vreemd))
            raise TypeError(
                f"{gift.van.hulpmiddel} legt iets klaar wat het niet geeft ({namen}); noem het bij "
                "‘geeft’ in de voordeur (hulpmiddel.py), en werk het register bij"
            )
        if not gift.stukken:
            self._say("letop", "Er is nog niets om klaar te leggen.")
            return

        def klaar(reden: str) -> None:
            if reden:
                self._say("fout", f"Dat is niet gelukt: {reden}. {self._uitweg}".strip())
                return
            stukken = tuple(gift.stukken)
            telling = count_in_words(stukken)
            ligt = "ligt" if len(stukken) == 1 else "liggen"
            waar = WAAR[self.lade.plaats]
            # Met één dossier hoeft niemand te weten hoe het heet.
            waarin = f" in ‘{self.lade.bestand}’" if len(self.lade.namen) > 1 else ""
            self._say("goed", f"{telling} {ligt} klaar{waarin}, {waar}.", stukken)

        self.lade.change(lambda dossier: dossier.give(gift.van, gift.werk, gift.stukken), klaar)

    def _say(self, toon: str, zin: str, stukken: tuple[Stuk, ...] = ()) -> None:
        self.melding.toon, self.melding.tekst = toon, zin
        nemers = dict.fromkeys(deur for stuk in stukken for deur in takers(type(stuk)))
        zinnen: list[Alinea] = [
            ("U vindt het in: ", Koppeling(deur.titel, deur.adres), ".") for deur in nemers
        ]
        self.waarheen.verborgen = not zinnen
        self.waarheen.alineas = tuple(zinnen)


class Ophalen:
    """Wat er in het dossier klaarligt: meenemen, weghalen, en het dossier als bestand.

    Parameters
    ----------
    werk
        Het werk dat iets overneemt. Een pakket zonder iets wat het hulpmiddel neemt, staat er niet
        bij.
    neem
        Krijgt een pakket met daarin alleen wat het hulpmiddel neemt. Zij neemt het over, en geeft
        een zin die zegt wat er gebeurd is. Kan het niet, dan geeft zij een ``VormError``.
    leeg
        Wat er staat als er niets klaarligt.
    """

    def __init__(
        self,
        werk: Werk[Any, Any],
        neem: Callable[[Pakket], str],
        *,
        leeg: str = "",
        plaats: str = "",
        map: Path | None = None,
    ) -> None:
        self._soorten, self._neem = werk.neemt, neem
        if not self._soorten:
            raise TypeError(
                "dit hulpmiddel haalt iets op en neemt niets; noem de soorten bij ‘neemt’ in de "
                "voordeur (hulpmiddel.py), en werk het register bij"
            )
        self._weg: tuple[Pakket, ...] = ()
        self.lade = Dossierlade(self.show, plaats=plaats, map=map)
        self.welk = Tekst(klein=True, verborgen=True)
        self.leeg = Tekst(*([leeg] if leeg else []), verborgen=not leeg)
        self.kaarten = Kaartlijst("Wat er voor u klaarligt", self._act)
        self.melding = Mededeling(kijken=True)
        self.terug = Knop("Zet terug wat er lag", self._put_back, verborgen=True, kijken=True)
        self.mis = Mededeling(toon="fout", kijken=True)
        self.dossiers = Dossierbeheer(self.lade, self._remove)
        self.beheer = self.dossiers.deel
        #: Wat er klaarligt, en wat er net mee gebeurde; ``beheer`` mag ergens anders staan.
        self.vak = Kolom(
            self.welk, self.leeg, self.kaarten, self.melding, self.terug, self.mis, self.lade
        )
        self.deel = Kolom(self.vak, self.beheer)
        self.show()

    def show(self) -> None:
        """Laat zien wat er klaarligt."""
        hier = [pakket for pakket in self.lade.dossier.klaar if self._taken(pakket)]
        self.kaarten.kaarten = tuple(_card(pakket, self._taken(pakket)) for pakket in hier)
        self.kaarten.verborgen = not hier
        self.leeg.verborgen = bool(hier) or not self.leeg.alineas
        self.dossiers.show()
        _tell_which(self.welk, "Dit komt uit het dossier ‘{naam}’.", self.lade)
        self.welk.verborgen = self.welk.verborgen or not hier
        self.mis.tekst = (
            f"{self.lade.leesfout} Er is niets aan veranderd." if self.lade.leesfout else ""
        )

    def _taken(self, pakket: Pakket) -> tuple[Stuk, ...]:
        return tuple(stuk for stuk in pakket.stukken if isinstance(stuk, self._soorten))

    def _act(self, kaart: str, actie: str) -> None:
        pakket = next((p for p in self.lade.dossier.klaar if _id(p) == kaart), None)
        if pakket is None:
            return
        if actie == "neem":
            self.terug.verborgen = True
            try:
                self._say(self._neem(replace(pakket, stukken=self._taken(pakket))))
            except VormError as fout:
                self._say("", str(fout))
        else:
            self._remove((pakket,), f"Weggehaald: {pakket.van}.")

    def _remove(self, weg: tuple[Pakket, ...], zin: str) -> None:
        def doe(dossier: Dossier) -> Dossier:
            for pakket in weg:
                dossier = dossier.remove(pakket)
            return dossier

        def klaar(reden: str) -> None:
            self._weg = () if reden else weg
            self._say(zin, reden)
            self.terug.verborgen = not self._weg
            if self._weg:
                self.terug.focus()

        self.lade.change(doe, klaar)

    def _put_back(self) -> None:
        weg, self._weg = self._weg, ()
        self.terug.verborgen = True

        def doe(dossier: Dossier) -> Dossier:
            for pakket in weg:
                dossier = dossier.put_back(pakket)
            return dossier

        def klaar(reden: str) -> None:
            self._say("Alles ligt er weer.", reden)
            self.kaarten.focus()

        self.lade.change(doe, klaar)

    def _say(self, zin: str, reden: str = "") -> None:
        self.melding.toon = "fout" if reden else "goed"
        self.melding.tekst = f"Dat is niet gelukt: {reden}." if reden else zin


def _tell_which(tekst: Tekst, zin: str, lade: Dossierlade) -> None:
    """Zeg welk dossier open is, als er meer zijn: dat kan dat van een andere school zijn."""
    tekst.verborgen = len(lade.namen) < 2
    nieuw = () if tekst.verborgen else (zin.format(naam=lade.bestand),)
    if tekst.alineas != nieuw:
        tekst.alineas = nieuw


def _id(pakket: Pakket) -> str:
    return "/".join(pakket.plek)


def _card(pakket: Pakket, stukken: tuple[Stuk, ...]) -> Kaart:
    wanneer = pakket.tijd.astimezone()
    return Kaart(
        _id(pakket),
        str(pakket.van),
        (Actie("neem", "Neem mee"), Actie("weg", "Haal weg")),
        onder=f"{count_in_words(stukken)}, klaargelegd op {datum(wanneer.date())} "
        f"om {wanneer:%H.%M} uur",
    )
