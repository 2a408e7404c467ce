"""De teksten van de zelfevaluatie, gelezen uit het gegevensbestand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import NVT, Antwoord
from lv_tools.basis.onderzoek.vragenset import Optie
from lv_tools.bouwdoos.groep.inhoud import Groepsinhoud, Keus
from lv_tools.bouwdoos.inhoud import Algemeen, Alinea, Staptekst, Zin, read_content
from lv_tools.zelfevaluatie.stellingen import Code, Startvraag, Stelling, Thema

Zinnen = tuple[Alinea, ...]


@dataclass(frozen=True, kw_only=True)
class Zelfalgemeen(Algemeen):
    """Wat van de zelfevaluatie als geheel bekend is.

    Parameters
    ----------
    wat_niet
        Wat een verslag van dit hulpmiddel niet is.
    groepen
        Codes van de groepen waarmee een nieuwe scan begint.
    lezen
        Wat iemand leest voordat hij begint.
    duur_kern, duur_volledig, duur_kort
        Hoe lang een lijst duurt, en hetzelfde voor in een zin.
    """

    wat_niet: Zinnen
    groepen: tuple[Code, ...]
    lezen: Zinnen
    duur_kern: Zin
    duur_volledig: Zin
    duur_kort: Mapping[str, Zin]


@dataclass(frozen=True)
class Privacy:
    """Zinnen over wie wat ziet, en over bewaren."""

    regels: Zinnen
    vrije_tekst: Alinea
    teksten_anoniem: Alinea
    dubbel: Alinea
    tussenstand: Alinea
    bewaren: Alinea
    bestand_naam: Alinea
    bestand_anoniem: Alinea
    avg_anoniem: Alinea
    avg: Alinea

    def bestand(self, modus: str) -> str:
        """Zeg wat er in een bestand met antwoorden staat."""
        return self.bestand_anoniem if modus == "anoniem" else self.bestand_naam

    def vooraf(self, modus: str) -> tuple[str, str]:
        """Zeg wat deelnemers vooraf moeten weten, en hoe lang men bewaart."""
        return self.avg_anoniem if modus == "anoniem" else self.avg, self.bewaren


@dataclass(frozen=True)
class Eigenwoorden:
    """Zinnen bij de uitslag en op het vel over groepen met eigen woorden."""

    uitslag: Alinea
    vel: Alinea


@dataclass(frozen=True)
class Schaal:
    """De antwoorden; ``eerder`` zijn vroegere opschriften die hetzelfde betekenen."""

    vraag: Zin
    opties: tuple[Zin, ...]
    weet_niet: Zin
    nvt: Zin
    uitleg: Zinnen = ()
    weet_niet_uitleg: Alinea = ""
    nvt_uitleg: Alinea = ""
    eerder: tuple[tuple[Zin, ...], ...] = ()


@dataclass(frozen=True)
class Manier(Keus):
    """Een manier van werken of van verzamelen; ``weet`` leest wie meedoet vooraf."""

    weet: Zinnen = ()


@dataclass(frozen=True)
class Rol:
    """Een vaste groep."""

    code: Code
    naam: Zin
    kort: Zin = ""


@dataclass(frozen=True)
class Uitkomst:
    """Woorden bij een soort uitslag."""

    code: Code
    titel: Zin
    uitleg: Alinea
    vraag: Zin


@dataclass(frozen=True)
class Samen:
    """Woorden bij het gezamenlijke oordeel."""

    uitleg: Alinea
    stappen: Zinnen
    geen_oordeel: Zin
    toelichting_vraag: Zin
    verschil: Alinea


@dataclass(frozen=True)
class Vergelijken:
    """Woorden bij het vergelijken van scans."""

    uitleg: Alinea
    naast_elkaar: Zinnen
    andere_verklaringen: Zinnen
    anders_gesteld: Alinea


@dataclass(frozen=True)
class Voorbeeldmens:
    """Een verzonnen respondent."""

    rol: Code
    antwoorden: Mapping[str, Literal[1, 2, 3, 4]]
    weet_niet: tuple[Code, ...] = ()


@dataclass(frozen=True)
class Voorbeeld:
    """De verzonnen scan van het stilstaande beeld."""

    titel: Zin
    uitleg: Alinea
    scan: Zin
    datum: date
    respondent: tuple[Voorbeeldmens, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Instrument(Groepsinhoud):
    """Alle inhoud van de zelfevaluatie. Haal haar op met :func:`instrument`."""

    algemeen: Zelfalgemeen
    privacy: Privacy
    bewoording: Eigenwoorden
    schaal: Schaal
    modus: tuple[Manier, ...]
    manier: tuple[Manier, ...]
    rol: tuple[Rol, ...]
    thema: tuple[Thema, ...]
    uitkomst: tuple[Uitkomst, ...]
    samen: Samen
    vergelijken: Vergelijken
    voorbeeld: Voorbeeld

    # Er is er één van: wat ermee berekend is, wordt per exemplaar onthouden.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def wat_niet(self) -> tuple[str, ...]:
        """Zinnen over wat een verslag van dit hulpmiddel niet is."""
        return self.algemeen.wat_niet

    def antwoord(self, antwoord: Antwoord) -> str:
        """Geef het opschrift van een antwoord."""
        if antwoord is None:
            return self.schaal.weet_niet
        return self.schaal.nvt if antwoord == NVT else self.schaal.opties[antwoord - 1]

    def manier_van(self, modus: str) -> Manier:
        """Geef de woorden bij op naam of anoniem."""
        return next(manier for manier in self.modus if manier.code == modus)

    @cached_property
    def rollen(self) -> dict[str, Optie]:
        """De vaste rollen bij hun code."""
        return {rol.code: Optie(rol.code, rol.naam) for rol in self.rol}

    @cached_property
    def themas(self) -> dict[str, Thema]:
        """De thema's bij hun code, op volgorde."""
        return {thema.code: thema for thema in self.thema}

    @cached_property
    def stellingen(self) -> dict[str, Stelling]:
        """Alle vaste stellingen bij hun code, per thema op volgorde."""
        return {
            stelling.code: replace(stelling, thema=thema.code)
            for thema in self.thema
            for stelling in thema.stelling
        }

    @cached_property
    def startvragen(self) -> tuple[Startvraag, ...]:
        """Alle vragen om een gesprek mee te beginnen."""
        return tuple(
            replace(vraag, thema=thema.code) for thema in self.thema for vraag in thema.vraag
        )

    def vragen_bij(self, thema: str, *bij: str) -> tuple[Startvraag, ...]:
        """Geef de startvragen van een thema; met ``bij`` alleen die soorten, in die volgorde."""
        eigen = [vraag for vraag in self.startvragen if vraag.thema == thema]
        if not bij:
            return tuple(eigen)
        return tuple(vraag for soort in bij for vraag in eigen if vraag.bij == soort)

    @cached_property
    def uitkomsten(self) -> dict[str, Uitkomst]:
        """Woorden bij elke soort uitslag."""
        return {uitkomst.code: uitkomst for uitkomst in self.uitkomst}

    @cached_property
    def stappen(self) -> dict[str, Staptekst]:
        """Woorden bij elk tabblad."""
        return {stap.code: stap for stap in self.stap}

    @cached_property
    def voorbeeldmensen(self) -> tuple[Respondent, ...]:
        """De verzonnen respondenten van het voorbeeld, op de stellingen van de korte lijst."""
        return tuple(
            Respondent(
                f"voorbeeld-{nummer}",
                mens.rol,
                {**mens.antwoorden, **dict.fromkeys(mens.weet_niet)},
            )
            for nummer, mens in enumerate(self.voorbeeld.respondent, start=1)
        )


def instrument() -> Instrument:
    """Lees de inhoud van de zelfevaluatie (eenmaal)."""
    inhoud: Instrument = read_content("instrumenten/zelfevaluatie.toml", Instrument)
    return inhoud
