"""De teksten van de kwaliteitsrapportage, getypt gelezen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Literal

from lv_tools.basis.vorm.grenzen import Hoogstens
from lv_tools.bouwdoos.inhoud import Alinea, Inhoud, Zin, read_content
from lv_tools.kwaliteitsrapportage.model.rapportage import Blad, Deelcode

BESTAND = "instrumenten/kwaliteitsrapportage.toml"
Keuzes = Annotated[Mapping[str, Zin], Hoogstens(30)]
Veldnaam = Literal["bewijs", "zekerheid", "stand", "wie", "dag"]


@dataclass(frozen=True)
class Deeltekst:
    """Een deel van het blad: hoe het heet, wat erin hoort, waar dat vandaan komt, en zijn velden.

    ``wat``, ``eigen`` en ``bij`` zijn de opschriften boven de velden.
    """

    code: Deelcode
    titel: Zin
    uitleg: Alinea
    bron: Zin
    wat: Zin
    eigen: Zin
    erbij: Zin
    velden: tuple[Veldnaam, ...] = ()
    bij: Keuzes = field(default_factory=dict)


@dataclass(frozen=True)
class Regels:
    """Onze eigen grenzen: zoveel regels op een bladzijde, en zoveel punten in een deel."""

    regels: int
    punten: int
    voorstellen: int


@dataclass(frozen=True, kw_only=True)
class Rapportinhoud(Inhoud):
    """De inhoud van de kwaliteitsrapportage."""

    regels: Regels
    deel: tuple[Deeltekst, ...]
    onderdeel: Keuzes
    stand: Keuzes
    afloop: Keuzes
    zekerheid: Keuzes
    advies: Mapping[str, Alinea]
    voorstel: Keuzes
    voorbeeld: Blad

    def part(self, code: str) -> Deeltekst:
        """Geef een deel van het blad."""
        return next(deel for deel in self.deel if deel.code == code)

    def advise(self, code: str, **waarden: object) -> str:
        """Geef de zin van een opmerking."""
        return self.advies[code].format(**waarden)


@cache
def content() -> Rapportinhoud:
    """Lees de teksten."""
    inhoud: Rapportinhoud = read_content(BESTAND, Rapportinhoud)
    return inhoud
