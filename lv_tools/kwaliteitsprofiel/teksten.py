"""De vragen, lijsten en teksten van het kwaliteitsprofiel, getypt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lv_tools.bouwdoos.inhoud import Alinea, Inhoud, Zin, read_content

#: De lijsten waarover gevraagd wordt.
Lijst = Literal["taken", "partners", "overleggen", "onderwerpen", "grenzen"]


@dataclass(frozen=True)
class Punt:
    """Iets waarover gevraagd wordt: een taak, een overleg, een onderwerp."""

    code: Zin
    tekst: Zin
    hulp: Zin = ""


@dataclass(frozen=True)
class Vraag:
    """Een vraag bij elk punt van een lijst; het eerste antwoord is 1, het tweede 2.

    ``kort`` zijn dezelfde antwoorden voor een as, en ``nummer`` is de vraag van de presentatie
    waar zij bij hoort; 0 is onze eigen vraag.
    """

    code: Zin
    lijst: Lijst
    titel: Zin
    uitleg: Alinea
    opties: tuple[Zin, ...]
    kort: tuple[Zin, ...] = ()
    nummer: int = 0


@dataclass(frozen=True)
class Open:
    """Een vraag om in eigen woorden te beantwoorden."""

    code: Zin
    tekst: Zin
    hulp: Zin = ""
    cultuur: bool = False


@dataclass(frozen=True)
class Niveau:
    """De lijsten voor een school of voor een bestuur."""

    naam: Zin
    functie: Zin
    taken: tuple[Punt, ...]
    partners: tuple[Punt, ...]
    overleggen: tuple[Punt, ...]
    onderwerpen: tuple[Punt, ...]
    grenzen: tuple[Punt, ...]


@dataclass(frozen=True)
class Gespreksblok:
    """Een vraag voor de gespreksgids bij een soort bevinding, met hoeveel minuten zij krijgt."""

    code: Zin
    titel: Zin
    vraag: Zin
    minuten: int


@dataclass(frozen=True, kw_only=True)
class Profielinhoud(Inhoud):
    """Alle vragen en teksten."""

    rol: Mapping[str, Zin]
    niveau: Mapping[str, Niveau]
    vraag: tuple[Vraag, ...]
    open: tuple[Open, ...]
    post: tuple[Punt, ...]
    wie: Mapping[str, Zin]
    gaat: Mapping[str, Zin]
    kwam: Mapping[str, Zin]
    gesprek: tuple[Gespreksblok, ...]

    def question(self, code: str) -> Vraag:
        """Geef een vraag bij haar code."""
        return next(vraag for vraag in self.vraag if vraag.code == code)

    def block(self, code: str) -> Gespreksblok:
        """Geef een blok van de gespreksgids."""
        return next(blok for blok in self.gesprek if blok.code == code)

    def answer(self, code: str, waarde: int | None) -> str:
        """Geef een antwoord in woorden."""
        if waarde is None:
            return self.zeg("weet_niet")
        return self.question(code).opties[waarde - 1]


def content() -> Profielinhoud:
    """Lees alle teksten (eenmaal)."""
    inhoud: Profielinhoud = read_content("instrumenten/kwaliteitsprofiel.toml", Profielinhoud)
    return inhoud
