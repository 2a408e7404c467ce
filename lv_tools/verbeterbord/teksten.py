"""De teksten van het verbeterbord, getypt gelezen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated

from lv_tools.basis.vorm.grenzen import Hoogstens, Tekst
from lv_tools.bouwdoos.inhoud import Alinea, Inhoud, Zin, read_content
from lv_tools.verbeterbord.model.bord import Bord

BESTAND = "instrumenten/verbeterbord.toml"
Keuzes = Annotated[Mapping[str, Zin], Hoogstens(30)]


@dataclass(frozen=True)
class Onderdeel:
    """Een onderdeel van de sessie: de vraag op het grote scherm, en hoeveel minuten ervoor zijn."""

    code: Annotated[str, Tekst(40)]
    titel: Zin
    vraag: Zin
    minuten: int
    uitleg: Alinea


@dataclass(frozen=True)
class Kijkvraag:
    """Een vraag voor wie langskomt bij een bord, en waarom."""

    tekst: Zin
    waarom: Zin


@dataclass(frozen=True)
class Regels:
    """Onze eigen grenzen bij wat opvalt."""

    mensen_van: int
    mensen_tot: int
    weken_van: int
    weken_tot: int
    doelen: int
    keren: int


@dataclass(frozen=True)
class Voorbeeld:
    """Het bord van de voorbeeldschool, op een dag in februari."""

    dag: date
    bord: Bord


@dataclass(frozen=True, kw_only=True)
class Bordinhoud(Inhoud):
    """De inhoud van het verbeterbord."""

    regels: Regels
    plek: Keuzes
    uitkomst: Keuzes
    door: Keuzes
    zekerheid: Keuzes
    stand: Keuzes
    gezicht: Keuzes
    advies: Mapping[str, Annotated[str, Tekst(600)]]
    onderdeel: tuple[Onderdeel, ...]
    kijkvraag: tuple[Kijkvraag, ...]
    kijkregel: tuple[Zin, ...]
    voorbeeld: Voorbeeld

    def advise(self, code: str, **waarden: object) -> str:
        """Geef de zin van een advies."""
        return self.advies[code].format(**waarden)

    @property
    def minuten(self) -> int:
        """Hoe lang een sessie duurt."""
        return sum(deel.minuten for deel in self.onderdeel)


@cache
def content() -> Bordinhoud:
    """Lees de teksten."""
    inhoud: Bordinhoud = read_content(BESTAND, Bordinhoud)
    return inhoud
