"""De kijkpunten en teksten van het lesbezoek, getypt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lv_tools.bouwdoos.inhoud import Alinea, Inhoud, Zin, read_content

#: Waar een kijkpunt bij hoort; ‘eigen’ is van de school zelf.
Standaard = Literal["OP0", "OP2", "OP3", "eigen"]
#: Wie naar een les keek.
Soort = Literal["bezoeker", "docent", "leerlingen"]


@dataclass(frozen=True)
class Bankpunt:
    """Een kijkpunt uit de bank: één ding dat te zien is, en hoe dat er op twee niveaus uitziet.

    ``leerling`` is hetzelfde in woorden van een leerling; leeg vraagt u het leerlingen niet.
    """

    code: Zin
    deel: Zin
    standaard: Literal["OP0", "OP2", "OP3"]
    tekst: Zin
    begin: Zin
    sterk: Zin
    leerling: Zin = ""


@dataclass(frozen=True)
class Schaal:
    """De antwoorden, van niet naar duidelijk; ‘niet gezien’ staat erbuiten.

    Leerlingen krijgen dezelfde plekken op de schaal in hun eigen woorden.
    """

    opties: tuple[Zin, ...]
    niet_gezien: Zin
    leerlingen: tuple[Zin, ...]
    leerlingen_niet: Zin


@dataclass(frozen=True)
class Keus:
    """Een keuze met uitleg."""

    code: Zin
    titel: Zin
    uitleg: Alinea = ""


@dataclass(frozen=True)
class Gespreksdeel:
    """Een vraag van het nagesprek, met haar minuten."""

    minuten: int
    vraag: Zin
    hulp: Zin


@dataclass(frozen=True, kw_only=True)
class Instrument(Inhoud):
    """Alle kijkpunten, keuzes en teksten."""

    schaal: Schaal
    soort: tuple[Keus, ...]
    duur: tuple[Keus, ...]
    hoort_bij: tuple[Keus, ...]
    afspraak: tuple[Keus, ...]
    nagesprek: tuple[Gespreksdeel, ...]
    zekerheid: Mapping[str, Zin]
    deel: tuple[Keus, ...]
    bank: tuple[Bankpunt, ...]

    @cached_property
    def soorten(self) -> Mapping[str, str]:
        """Hoe elke blik heet."""
        return {keus.code: keus.titel for keus in self.soort}

    @cached_property
    def bij(self) -> Mapping[str, Bankpunt]:
        """Elk kijkpunt uit de bank bij zijn code."""
        return {punt.code: punt for punt in self.bank}


def instrument() -> Instrument:
    """Lees alle teksten (eenmaal)."""
    gelezen: Instrument = read_content("instrumenten/lesbezoek.toml", Instrument)
    return gelezen
