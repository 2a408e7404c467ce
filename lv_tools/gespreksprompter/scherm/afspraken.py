"""Afspraken en de parkeerplaats: maken tijdens het gesprek, en later zeggen hoe het staat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.taal.notatie import datum
from lv_tools.gespreksprompter.model.gesprek import STANDEN, Afspraak, Parkeerpunt, Stand
from lv_tools.gespreksprompter.model.reeks import new_id
from lv_tools.gespreksprompter.scherm.paneel import Gesprekspaneel
from lv_tools.gespreksprompter.scherm.wijzigen import Wijzigpaneel
from lv_tools.schermdelen import (
    Actie,
    Deel,
    Kaart,
    Kaartlijst,
    Knop,
    Kolom,
    Mededeling,
    Rij,
    Tekst,
    Uitklap,
)

#: De knop waarmee iemand een afspraak wijzigt.
WIJZIG = "wijzig"
WAT, WIE, BEWIJS = 300, 120, 300


class _Kaartpaneel(Gesprekspaneel):
    """Kaarten van afspraken, met een vak om er een te wijzigen."""

    def card(self, afspraak: Afspraak, acties: tuple[Actie, ...]) -> Kaart:
        """Maak een kaart; een open afspraak waarvan de dag voorbij is, zegt dat."""
        delen = [afspraak.wie] if afspraak.wie else []
        if afspraak.wanneer:
            delen.append(f"voor {datum(afspraak.wanneer)}")
        if afspraak.is_late(self.vandaag):
            delen.append(self.inhoud.text("status", "te_laat"))
        zien = self.inhoud.zeg("afspraak_bewijs")
        onder = f"{zien}: {afspraak.bewijs}" if afspraak.bewijs else ""
        return Kaart(afspraak.id, afspraak.wat, acties, boven=", ".join(delen), onder=onder)

    def editor(self, naam: str, bij_klaar: Callable[[], object]) -> Wijzigpaneel:
        """Maak het vak om een van de afspraken te wijzigen."""
        vak = Wijzigpaneel(self.werk, self.inhoud)
        vak.naam, vak.bij_klaar = naam, bij_klaar
        return vak

    @property
    def wijzig(self) -> Actie:
        """De knop om een afspraak te wijzigen."""
        return Actie(WIJZIG, self.inhoud.zeg("wijzig"))


class Afsprakenpaneel(_Kaartpaneel):
    """Nieuwe afspraken en geparkeerde punten van het gesprek dat openstaat."""

    @property
    def _weg(self) -> Afspraak | Parkeerpunt | None:
        """Wat net is weggehaald, en nog terug kan."""
        return self.werk.weg.get("gesprek")

    @_weg.setter
    def _weg(self, deel: Afspraak | Parkeerpunt | None) -> None:
        self.werk.weg["gesprek"] = deel

    def build(self) -> Iterable[Deel]:
        """Een vak voor de afspraken en een voor de parkeerplaats."""
        zeg = self.inhoud.zeg
        wat, wie, wanneer, bewijs = self.velden.form(
            "afspraak",
            [
                Veld("wat", zeg("afspraak_wat"), verplicht=True, lengte=WAT),
                Veld("wie", zeg("afspraak_wie"), lengte=WIE),
                Veld("wanneer", zeg("afspraak_wanneer"), "datum"),
                Veld("bewijs", zeg("afspraak_bewijs"), lengte=BEWIJS),
            ],
        )
        (punt,) = self.velden.form(
            "parkeer", [Veld("tekst", zeg("parkeer_punt"), verplicht=True, lengte=300)]
        )
        self.afspraken = Kaartlijst(zeg("afspraken_lijst"), self._act, leeg=zeg("afspraken_leeg"))
        self.parkeer = Kaartlijst(zeg("parkeer_lijst"), self._act, leeg=zeg("parkeer_leeg"))
        self.wijzigen = self.editor("afspraak", self.afspraken.focus)
        self.formulieren = (
            self.form("afspraak", self._agree, wat, Rij(wie, wanneer), bewijs),
            self.form("parkeer", self._park, punt),
        )
        self._pad = self.staat.path
        self.afsprakenvak = Uitklap(
            zeg("afspraken"),
            Tekst(zeg("afspraak_uitleg")),
            self.formulieren[0],
            self.afspraken,
            self.add(self.wijzigen),
        )
        self.parkeervak = Uitklap(
            zeg("parkeerplaats"), Tekst(zeg("parkeer_uitleg")), self.formulieren[1], self.parkeer
        )
        self.gemeld = Mededeling()
        self.terug = Kolom(self.gemeld, Knop(zeg("zet_terug"), self._put_back), verborgen=True)
        return (self.afsprakenvak, self.parkeervak, self.terug)

    def show(self) -> None:
        """Toon wat er is afgesproken en geparkeerd."""
        if self._pad != self.staat.path:  # wat gelukt was, ging over een ander gesprek
            self._pad = self.staat.path
            self._quiet()
            self._forget()
        elif self._weg is None and not self.terug.verborgen:  # er ging een ander bestand open
            self._forget()
        gesprek, zeg = self.staat.conversation, self.inhoud.zeg
        afspraken = gesprek.afspraken if gesprek else ()
        parkeer = gesprek.parkeer if gesprek else ()
        weg = (Actie("weg", zeg("haal_weg")),)
        self.afspraken.kaarten = tuple(self.card(a, (self.wijzig, *weg)) for a in afspraken)
        self.parkeer.kaarten = tuple(Kaart(p.id, p.tekst, weg) for p in parkeer)
        self.afsprakenvak.titel = f"{zeg('afspraken')} ({len(afspraken)})"
        self.parkeervak.titel = f"{zeg('parkeerplaats')} ({len(parkeer)})"

    def _quiet(self) -> None:
        for formulier in self.formulieren:
            formulier.bericht = ""

    def _agree(self, ingezonden: Mapping[str, Any]) -> None:
        self._quiet()
        waarden = self.velden.values("afspraak", ingezonden)
        afspraak = Afspraak(
            new_id(self.staat.current, "a"),
            waarden["wat"],
            waarden["wie"] or "",
            waarden["wanneer"],
            waarden["bewijs"] or "",
        )
        self.change_conversation(lambda gesprek: gesprek.put(afspraak))
        self.velden.clear_form("afspraak")

    def _park(self, ingezonden: Mapping[str, Any]) -> None:
        self._quiet()
        tekst = self.velden.values("parkeer", ingezonden)["tekst"]
        punt = Parkeerpunt(new_id(self.staat.current, "p"), tekst)
        self.change_conversation(lambda gesprek: gesprek.park(punt))
        self.velden.clear_form("parkeer")

    def _act(self, kenmerk: str, actie: str) -> None:
        if actie == WIJZIG:
            self.wijzigen.start(f"{self.staat.path}/afspraken/{kenmerk}")
        else:
            self._quiet()
            self.wijzigen.stop()
            self._remove(kenmerk)

    def _remove(self, kenmerk: str) -> None:
        """Haal iets weg, en houd het bij de hand voor wie het terug wil."""
        gesprek = self.staat.conversation
        delen: list[Afspraak | Parkeerpunt] = []
        if gesprek is not None:
            delen = [*gesprek.afspraken, *gesprek.parkeer]
        self._weg = next((deel for deel in delen if deel.id == kenmerk), None)
        if self._weg is not None:
            wat = self._weg.wat if isinstance(self._weg, Afspraak) else self._weg.tekst
            self.gemeld.tekst = self.inhoud.zeg("weggehaald", wat=wat)
            self.terug.verborgen = False
            self.change_conversation(lambda gesprek: gesprek.drop(kenmerk))

    def _put_back(self) -> None:
        weg = self._weg
        if isinstance(weg, Afspraak):
            self.change_conversation(lambda gesprek: gesprek.put(weg))
            self.afspraken.focus()
        elif weg is not None:
            self.change_conversation(lambda gesprek: gesprek.park(weg))
            self.parkeer.focus()
        self._forget()

    def _forget(self) -> None:
        self._weg, self.terug.verborgen, self.gemeld.tekst = None, True, ""


class Openpaneel(_Kaartpaneel):
    """Wat er in de hele reeks openstaat, met knoppen voor hoe het staat."""

    naam = "reeks"
    #: Wat net een andere stand kreeg, blijft staan tot iemand opnieuw komt kijken.
    _getoond: tuple[str, ...] = ()
    _over: tuple[str, ...] = ()

    def build(self) -> Iterable[Deel]:
        """De kaarten, en het vak om een afspraak te wijzigen."""
        zeg = self.inhoud.zeg
        self.lijst = Kaartlijst(zeg("openstaand"), self._act, leeg=zeg("terugblik_leeg"))
        self.wijzigen = self.editor(self.naam, self.lijst.focus)
        return (self.lijst, self.add(self.wijzigen))

    def fresh(self) -> None:
        """Begin opnieuw: wat niet meer openstaat, gaat uit beeld."""
        self._getoond = ()

    def show(self) -> None:
        """Toon de punten."""
        reeks, over = self.staat.current, (self.staat.current.id, self.staat.gesprek)
        if over != self._over:
            self._over = over
            self.fresh()
        tot = self._until()
        nu = [a.id for a in reeks.open_agreements(tot)] + [p.id for p in reeks.parked(tot)]
        self._getoond += tuple(naam for naam in nu if naam not in self._getoond)
        alle = {a.id: a for g in reeks.gesprekken for a in g.afspraken}
        geparkeerd = {p.id: p for g in reeks.gesprekken for p in g.parkeer}
        kaarten = []
        for naam in self._getoond:
            if naam in alle:
                acties = (*self._standings(alle[naam].stand), self.wijzig)
                kaarten.append(self.card(alle[naam], acties))
            elif naam in geparkeerd:
                punt, boven = geparkeerd[naam], self.inhoud.zeg("geparkeerd")
                kaarten.append(Kaart(naam, punt.tekst, self._standings(punt.stand), boven=boven))
        self.lijst.kaarten = tuple(kaarten)

    def _until(self) -> str:
        """Voor welk gesprek het openstaat; leeg is alles."""
        return ""

    def _standings(self, stand: str) -> tuple[Actie, ...]:
        return tuple(
            Actie(code, self.inhoud.text("status", code).capitalize(), aan=code == stand)
            for code in STANDEN
        )

    def _act(self, kenmerk: str, stand: str) -> None:
        reeks = self.staat.current
        if stand == WIJZIG:
            (gesprek,) = [g for g in reeks.gesprekken if kenmerk in {a.id for a in g.afspraken}]
            pad = f"reeksen/{reeks.id}/gesprekken/{gesprek.id}/afspraken/{kenmerk}"
            self.wijzigen.start(pad)
            return
        self.change(lambda werk: werk.put(werk.current.settle(kenmerk, cast(Stand, stand))))


class Terugblikpaneel(Openpaneel):
    """Wat er openstaat als het gesprek begint."""

    naam = "terugblik"

    def _until(self) -> str:
        return self.staat.gesprek
