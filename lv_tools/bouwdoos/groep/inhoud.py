"""De teksten die een hulpmiddel nodig heeft om een groep te laten antwoorden."""

from __future__ import annotations

from dataclasses import dataclass

from lv_tools.bouwdoos.inhoud import Alinea, Inhoud, Zin


@dataclass(frozen=True)
class Keus:
    """Een manier van werken of verzamelen."""

    code: Zin
    titel: Zin
    uitleg: Alinea


@dataclass(frozen=True)
class Rol:
    """Een vaste rol."""

    code: Zin
    naam: Zin


@dataclass(frozen=True)
class Uitvoertekst:
    """Wat er bij de keuze staat over wat er van mensen in een verslag en in tabellen komt."""

    los: Zin
    los_hulp: Alinea
    apart: Zin
    apart_hulp: Alinea
    met: Alinea
    zonder: Alinea
    enkel_samen: Alinea
    enkel_apart: Alinea
    eigen: Alinea
    anoniem: Alinea


@dataclass(frozen=True)
class Responstekst:
    """Wat er bij de opkomst staat."""

    titel: Zin
    namen: Zin
    namen_hulp: Alinea
    aantallen: Zin
    aantallen_hulp: Alinea
    aantallen_fout: Alinea
    stand: Alinea
    zonder_lijst: Alinea
    anoniem: Alinea
    compleet: Alinea
    herinner: Zin
    herinner_hulp: Alinea
    kopie: Zin
    dubbel: Alinea
    dubbel_eigen: Alinea
    herinnering: Alinea


@dataclass(frozen=True, kw_only=True)
class Groepsinhoud(Inhoud):
    """De inhoud van een hulpmiddel waarin een groep antwoordt; een hulpmiddel breidt haar uit."""

    modus: tuple[Keus, ...]
    manier: tuple[Keus, ...]
    uitvoer: Uitvoertekst
    respons: Responstekst
