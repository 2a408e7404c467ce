"""Wat hulpmiddelen aan elkaar meegeven, zonder elkaar te kennen.

Wie geeft en wie neemt, staat bij de voordeur van elk hulpmiddel. Komt er een soort stuk bij, dan is
dat hier een klasse, en in het dossier een reeks ervan.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.vorm.grenzen import Tekst

#: Een tekst van één regel, van hoogstens zoveel tekens.
VRAAG_LENGTE = 300
ONDERWERP_LENGTE = 120
TITEL_LENGTE = 80

#: De fase van een gesprek waarin een vraag past; leeg past overal.
Fase = Literal["", "plan", "do", "check", "act", "borging"]


@dataclass(frozen=True)
class Herkomst:
    """Uit welk hulpmiddel iets komt, uit welk werk daarvan, en van welke dag dat werk is."""

    hulpmiddel: Annotated[str, Tekst(40, patroon="[a-z][a-z-]{0,39}")]
    titel: Annotated[str, Tekst(TITEL_LENGTE)] = ""
    datum: date | None = None

    def __str__(self) -> str:
        titel = f"‘{self.titel}’" if self.titel else ""
        dag = f"({datum(self.datum)})" if self.datum else ""
        return " ".join(deel for deel in (self.hulpmiddel, titel, dag) if deel)


@dataclass(frozen=True)
class Gespreksvraag:
    """Een vraag om hardop te stellen, met het onderwerp en waarom juist deze.

    Raises
    ------
    ValueError
        Als de vraag leeg is.
    """

    tekst: Annotated[str, Tekst(VRAAG_LENGTE)]
    fase: Fase = ""
    onderwerp: Annotated[str, Tekst(ONDERWERP_LENGTE)] = ""
    reden: Annotated[str, Tekst(VRAAG_LENGTE)] = ""

    def __post_init__(self) -> None:
        if not self.tekst.strip():
            raise ValueError("er staat een vraag zonder tekst in")


def shorten(vraag: Gespreksvraag) -> Gespreksvraag:
    """Kort teksten in tot wat er past; een vraag die op één regel past, blijft zoals zij is."""
    return replace(
        vraag,
        tekst=_cut(vraag.tekst, VRAAG_LENGTE),
        onderwerp=_cut(vraag.onderwerp, ONDERWERP_LENGTE),
        reden=_cut(vraag.reden, VRAAG_LENGTE),
    )


def shorten_origin(herkomst: Herkomst) -> Herkomst:
    """Kort de titel in tot wat er past."""
    return replace(herkomst, titel=_cut(herkomst.titel, TITEL_LENGTE))


def _cut(tekst: str, lengte: int) -> str:
    regel = " ".join(clean_text(tekst).split())
    return regel if len(regel) <= lengte else f"{regel[: lengte - 1].rstrip()}…"
