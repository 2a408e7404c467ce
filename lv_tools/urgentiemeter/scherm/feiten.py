"""Stap 1 op het scherm: per afdeling de resultaten van drie jaar naast de norm."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.taal.notatie import getal
from lv_tools.schermdelen import (
    Deel,
    Formulier,
    Invoerveld,
    Keuzelijst,
    Keuzerondjes,
    Knop,
    Kolom,
    Rij,
    Sectie,
    Tekst,
    Uitklap,
)
from lv_tools.urgentiemeter.bestand.overzetten import VROEGER
from lv_tools.urgentiemeter.model.feiten import Indicator, Reeks, exact
from lv_tools.urgentiemeter.model.uitslag import Afdeling
from lv_tools.urgentiemeter.scherm.indicator import Indicatorblok
from lv_tools.urgentiemeter.scherm.werk import Werk

MEESTE_AFDELINGEN = 50
MEESTE_INDICATOREN = 20


class Afdelingblok:
    """De velden van één afdeling."""

    def __init__(self, nummer: int, afdeling: Afdeling, paneel: Feitenpaneel) -> None:
        self.paneel = paneel
        self._voor = f"afdeling{nummer}"
        self.naam = Invoerveld(
            Veld(f"{self._voor}-naam", "Naam van de afdeling", lengte=80),
            waarde=afdeling.naam,
            bij_wijziging=paneel.changed,
        )
        soorten = [
            (str(rij["naam"]), str(rij["naam"]))
            for rij in paneel.werk.inhoud.inhoud["afdelingssoort"]
        ]
        if afdeling.soort and afdeling.soort not in dict(soorten):
            soorten.append((afdeling.soort, f"{afdeling.soort} (staat niet meer in de lijst)"))
        self.soort = Keuzelijst(
            "Soort afdeling",
            soorten,
            leeg="Kies een soort",
            waarde=afdeling.soort or None,
            hulp="Hiermee zoeken we in het onderzoek welke onderwerpen samen genoemd werden.",
            naam=f"{self._voor}-soort",
            bij_wijziging=paneel.changed,
        )
        reeksen = {reeks.indicator.code: reeks for reeks in afdeling.reeksen}
        for code, indicator in paneel.werk.inhoud.indicatoren.items():
            reeksen.setdefault(code, Reeks(indicator))
        self.blokken = [
            self._block(reeks, open=code == "examencijfers") for code, reeks in reeksen.items()
        ]
        self.lijst = Kolom(*(blok.deel for blok in self.blokken))
        self.weg = Knop("Haal deze afdeling weg", lambda: paneel.remove(self))
        self.deel = Sectie(
            f"Afdeling {nummer}",
            Rij(self.naam, self.soort),
            self.lijst,
            Uitklap("Eigen indicator toevoegen", self._own_form()),
            self.weg,
            niveau=3,
        )

    def _block(self, reeks: Reeks, *, open: bool) -> Indicatorblok:
        return Indicatorblok(
            self._voor,
            reeks,
            self.paneel.werk.inhoud,
            open=open,
            bij_wijziging=self.paneel.changed,
        )

    def department(self) -> Afdeling:
        """Geef de afdeling zoals ingevuld."""
        naam = " ".join(self.naam.waarde.split())[:80]
        reeksen = tuple(blok.series() for blok in self.blokken)
        return Afdeling(naam, self.soort.waarde or "", reeksen)

    def show(self) -> None:
        """Werk de uitkomsten bij."""
        naam = self.department().naam or self.deel.titel.lower()
        for blok in self.blokken:
            blok.show(naam)

    def _own_form(self) -> Deel:
        eigen = f"{self._voor}-eigen"
        self.eigen_velden = (
            Invoerveld(Veld(f"{eigen}-naam", "Naam van de indicator", verplicht=True, lengte=60)),
            Keuzerondjes(
                "Wat is beter?",
                [("hoger", "een hoger getal"), ("lager", "een lager getal")],
                waarde="hoger",
                naam=f"{eigen}-richting",
            ),
            Invoerveld(Veld(f"{eigen}-laagste", "Laagste getal dat kan", "getal")),
            Invoerveld(Veld(f"{eigen}-hoogste", "Hoogste getal dat kan", "getal")),
        )
        return Formulier(
            *self.eigen_velden,
            bij_inzenden=self._add_own,
            knop="Voeg indicator toe",
            gelukt="De indicator staat hierboven.",
        )

    def _add_own(self, waarden: dict[str, Any]) -> list[Invoerfout]:
        naam, richting, laagste, hoogste = (waarden.get(deel.naam) for deel in self.eigen_velden)
        if laagste is not None and hoogste is not None and laagste >= hoogste:
            return [
                Invoerfout(
                    "Hoogste getal dat kan",
                    str(hoogste),
                    f"{getal(hoogste)} is niet hoger dan het laagste getal ({getal(laagste)})",
                    "Verwissel de twee of laat er een leeg",
                )
            ]
        if len(self.blokken) >= MEESTE_INDICATOREN:
            return [
                Invoerfout("Naam van de indicator", str(naam), "er passen er geen meer bij",
                           "Gebruik een tweede afdeling voor meer indicatoren")
            ]  # fmt: skip
        eigen = [b for b in self.blokken if b.indicator.code.startswith("eigen")]
        indicator = Indicator(
            f"eigen{len(eigen) + 1}",
            str(naam),
            laagste=None if laagste is None else exact(laagste),
            hoogste=None if hoogste is None else exact(hoogste),
            hoger_beter=richting != "lager",
        )
        self.blokken.append(self._block(Reeks(indicator), open=True))
        self.lijst.inhoud = tuple(blok.deel for blok in self.blokken)
        for deel in self.eigen_velden:
            deel.waarde = "hoger" if isinstance(deel, Keuzerondjes) else ""
        self.paneel.changed()
        return []


class Feitenpaneel:
    """Alle afdelingen, en de knop voor nog een."""

    def __init__(self, werk: Werk) -> None:
        self.werk = werk
        self.blokken: list[Afdelingblok] = []
        self._laatste = 0
        self._lijst = Kolom()
        feiten = werk.inhoud.inhoud["feiten"]
        self.deel = Kolom(
            self._lijst,
            Knop("Nog een afdeling", self._another),
            Uitklap(
                "Hoe wij rekenen, en waar de woorden vandaan komen",
                Tekst(
                    *(f"{titel}: {uitleg}" for titel, uitleg in werk.inhoud.signalen.values()),
                    lijst=True,
                ),
                Tekst(f"{feiten['herkomst']} ({feiten['herkomst_bron']})", feiten["afronding"]),
            ),
        )
        werk.afdelingen = self.departments
        self.add(Afdeling(""))

    def departments(self) -> tuple[Afdeling, ...]:
        """Geef de afdelingen zoals ingevuld; een afdeling zonder naam krijgt haar nummer."""
        return tuple(blok.department() for blok in self.blokken)

    def add(self, afdeling: Afdeling) -> None:
        """Voeg een afdeling toe."""
        if len(self.blokken) < MEESTE_AFDELINGEN:
            self._laatste += 1
            self.blokken.append(Afdelingblok(self._laatste, afdeling, self))
            self._rebuild()

    def _another(self) -> None:
        """Voeg een lege afdeling toe en begin bij haar naam."""
        eerder = len(self.blokken)
        self.add(Afdeling(""))
        if len(self.blokken) > eerder:
            self.blokken[-1].naam.focus()

    def remove(self, blok: Afdelingblok) -> None:
        """Haal een afdeling weg en ga naar wat ernaast staat."""
        plek = self.blokken.index(blok)
        self.blokken.remove(blok)
        self._rebuild()
        self.blokken[min(plek, len(self.blokken) - 1)].deel.focus()

    def restore(self) -> None:
        """Zet de afdelingen uit een bestand terug."""
        self.blokken, self._laatste = [], 0
        for afdeling in self.werk.restored or (Afdeling(""),):
            self.add(afdeling)

    def undo_other_questions(self) -> None:
        """Maak leeg wat bij een indicator terechtkwam die zo heet en nu iets anders meet."""
        for blok, afdeling in zip(self.blokken, self.werk.restored, strict=False):
            terug = {reeks.indicator.code for reeks in afdeling.reeksen}
            for indicator in blok.blokken:
                if f"{VROEGER}{indicator.indicator.code}" in terug:
                    indicator.clear()
        self.changed()

    def changed(self, *_waarde: Any) -> None:
        """Werk uitkomsten bij en vertel het verder."""
        for blok in self.blokken:
            blok.show()
        self.werk.changed()

    def _rebuild(self) -> None:
        for blok in self.blokken:
            blok.weg.verborgen = len(self.blokken) == 1
        self._lijst.inhoud = tuple(blok.deel for blok in self.blokken)
        self.changed()
