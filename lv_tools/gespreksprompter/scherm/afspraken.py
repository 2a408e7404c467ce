"""Afspraken en de parkeerplaats: maken tijdens het gesprek, en later zeggen hoe het staat."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.taal.notatie import datum
from lv_tools.gespreksprompter.model.gesprek import STANDEN, Afspraak, Parkeerpunt
from lv_tools.gespreksprompter.model.reeks import new_id
from lv_tools.gespreksprompter.scherm.werk import Werkplek
from lv_tools.gespreksprompter.scherm.wijzigen import BEWIJS, WAT, WIE, Wijzigvak
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.schermdelen import (
    Actie,
    Formulier,
    Invoerveld,
    Kaart,
    Kaartlijst,
    Kolom,
    Rij,
    Tekst,
    Uitklap,
)

#: De knop waarmee iemand een afspraak wijzigt.
WIJZIG = "wijzig"


class Afsprakenvak:
    """Nieuwe afspraken en geparkeerde punten van het gesprek dat openstaat."""

    def __init__(self, plek: Werkplek) -> None:
        self.plek = plek
        tekst = inhoud().text
        self.wat = Invoerveld(Veld("afspraak-wat", "Wat", "tekst", verplicht=True, lengte=WAT))
        self.wie = Invoerveld(Veld("afspraak-wie", "Wie", lengte=WIE))
        self.wanneer = Invoerveld(Veld("afspraak-wanneer", "Wanneer", "datum"))
        self.bewijs = Invoerveld(Veld("afspraak-bewijs", "Waaraan zien we het", lengte=BEWIJS))
        self.punt = Invoerveld(Veld("parkeer-tekst", "Punt", verplicht=True, lengte=300))
        self.afspraken = Kaartlijst(
            "Afspraken van dit gesprek", self._act, leeg=tekst("scherm", "afspraken_leeg")
        )
        self.parkeer = Kaartlijst(
            "Parkeerplaats van dit gesprek", self._act, leeg=tekst("scherm", "parkeer_leeg")
        )
        self.wijzigvak = Wijzigvak("afspraak", plek, self.refresh, self.afspraken.focus)
        self.formulieren = (
            Formulier(
                self.wat,
                Rij(self.wie, self.wanneer),
                self.bewijs,
                bij_inzenden=self._agree,
                knop="Leg deze afspraak vast",
                gelukt="De afspraak staat eronder.",
            ),
            Formulier(
                self.punt,
                bij_inzenden=self._park,
                knop="Parkeer dit punt",
                gelukt="Het punt staat eronder.",
            ),
        )
        self.afsprakenvak = Uitklap(
            "Afspraken",
            Tekst(tekst("scherm", "afspraak_uitleg")),
            self.formulieren[0],
            self.afspraken,
            self.wijzigvak.deel,
        )
        self.parkeervak = Uitklap(
            "Parkeerplaats",
            Tekst(tekst("scherm", "parkeer_uitleg")),
            self.formulieren[1],
            self.parkeer,
        )
        self.deel = Kolom(self.afsprakenvak, self.parkeervak)
        plek.na += [self.wijzigvak.close, self.refresh]
        self.refresh()

    def refresh(self) -> None:
        """Toon wat er is afgesproken en geparkeerd."""
        gesprek = self.plek.gesprek
        for formulier in self.formulieren:
            formulier.bericht = ""
        afspraken = gesprek.afspraken if gesprek else ()
        parkeer = gesprek.parkeer if gesprek else ()
        weg = (Actie("weg", "Haal weg"),)
        acties = (Actie(WIJZIG, "Wijzig"), *weg)
        vandaag = self.plek.vandaag
        self.afspraken.kaarten = tuple(agreement_card(a, acties, vandaag) for a in afspraken)
        self.parkeer.kaarten = tuple(Kaart(p.id, p.tekst, weg) for p in parkeer)
        self.afsprakenvak.titel = f"Afspraken ({len(afspraken)})"
        self.parkeervak.titel = f"Parkeerplaats ({len(parkeer)})"

    def _agree(self, waarden: Mapping[str, Any]) -> None:
        gesprek = self.plek.gesprek
        if gesprek is None:
            return
        afspraak = Afspraak(
            new_id(self.plek.werk.current, "a"),
            waarden["afspraak-wat"],
            waarden["afspraak-wie"] or "",
            waarden["afspraak-wanneer"],
            waarden["afspraak-bewijs"] or "",
        )
        self.plek.keep(gesprek.put(afspraak))
        for veld in (self.wat, self.wie, self.wanneer, self.bewijs):
            veld.waarde = ""
        self.refresh()

    def _park(self, waarden: Mapping[str, Any]) -> None:
        gesprek = self.plek.gesprek
        if gesprek is None:
            return
        punt = Parkeerpunt(new_id(self.plek.werk.current, "p"), waarden["parkeer-tekst"])
        self.plek.keep(gesprek.park(punt))
        self.punt.waarde = ""
        self.refresh()

    def _act(self, kenmerk: str, actie: str) -> None:
        gesprek = self.plek.gesprek
        if gesprek is None:
            return
        if actie == WIJZIG:
            self.wijzigvak.open(next(a for a in gesprek.afspraken if a.id == kenmerk))
            return
        self.wijzigvak.close()
        self.plek.keep(gesprek.drop(kenmerk))
        self.refresh()


class Openvak:
    """Wat er openstaat uit eerdere gesprekken, met knoppen voor hoe het staat.

    Parameters
    ----------
    naam
        Waaraan wat hier getypt wordt te herkennen is.
    welke
        Geeft de afspraken en geparkeerde punten die getoond worden.
    bij_wijziging
        Wordt geroepen nadat een punt een andere stand kreeg.
    """

    def __init__(
        self,
        naam: str,
        plek: Werkplek,
        welke: Callable[[], tuple[Sequence[Afspraak], Sequence[Parkeerpunt]]],
        bij_wijziging: Callable[[], object],
    ) -> None:
        self.naam = naam
        self.plek, self.welke, self.bij_wijziging = plek, welke, bij_wijziging
        self.lijst = Kaartlijst(
            "Wat er openstaat", self._act, leeg=inhoud().text("scherm", "terugblik_leeg")
        )
        self._getoond: list[str] = []
        self.wijzigvak = Wijzigvak(self.naam, plek, self._changed, self.lijst.focus)
        self.deel = Kolom(self.lijst, self.wijzigvak.deel)
        plek.na.append(self.wijzigvak.close)

    def refresh(self, *, vers: bool = True) -> None:
        """Toon de punten; met ``vers=False`` blijft staan wat net een andere stand kreeg."""
        afspraken, punten = self.welke()
        alle = {a.id: a for g in self.plek.werk.current.gesprekken for a in g.afspraken}
        geparkeerd = {p.id: p for g in self.plek.werk.current.gesprekken for p in g.parkeer}
        nu = [*(a.id for a in afspraken), *(p.id for p in punten)]
        self._getoond = nu if vers else [*self._getoond, *(n for n in nu if n not in self._getoond)]
        kaarten = []
        for naam in self._getoond:
            if naam in alle:
                acties = (*_standings(alle[naam].stand), Actie(WIJZIG, "Wijzig"))
                kaarten.append(agreement_card(alle[naam], acties, self.plek.vandaag))
            elif naam in geparkeerd:
                punt = geparkeerd[naam]
                kaarten.append(Kaart(naam, punt.tekst, _standings(punt.stand), boven="Geparkeerd"))
        self.lijst.kaarten = tuple(kaarten)

    def _act(self, kenmerk: str, stand: str) -> None:
        werk = self.plek.werk
        if stand == WIJZIG:
            alle = (a for g in werk.current.gesprekken for a in g.afspraken)
            self.wijzigvak.open(next(a for a in alle if a.id == kenmerk))
            return
        self.plek.werk = werk.put(werk.current.settle(kenmerk, stand))
        self._changed()

    def _changed(self) -> None:
        self.refresh(vers=False)
        self.bij_wijziging()


def agreement_card(afspraak: Afspraak, acties: tuple[Actie, ...], vandaag: date) -> Kaart:
    """Maak een kaart van een afspraak; een open afspraak waarvan de dag voorbij is, zegt dat."""
    delen = [afspraak.wie] if afspraak.wie else []
    if afspraak.wanneer:
        delen.append(f"voor {datum(afspraak.wanneer)}")
    if afspraak.is_late(vandaag):
        delen.append(inhoud().text("status", "te_laat"))
    onder = f"Waaraan zien we het: {afspraak.bewijs}" if afspraak.bewijs else ""
    return Kaart(afspraak.id, afspraak.wat, acties, boven=", ".join(delen), onder=onder)


def _standings(stand: str) -> tuple[Actie, ...]:
    return tuple(
        Actie(code, inhoud().text("status", code).capitalize(), aan=code == stand)
        for code in STANDEN
    )
