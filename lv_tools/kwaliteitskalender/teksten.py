"""De teksten van de kwaliteitskalender, getypt gelezen.

De tafels en hun ritme staan bij de gespreksprompter; hier worden zij gelezen, niet overgeschreven.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Annotated

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Tekst
from lv_tools.bouwdoos.inhoud import Inhoud, read_content
from lv_tools.kwaliteitskalender.model.kalender import Aard, Jaar, Klok, Maand, Punt, Weekdag, Zin

BESTAND = "instrumenten/kwaliteitskalender.toml"
TAFELS = "instrumenten/gespreksprompter.toml"


@dataclass(frozen=True)
class Voorstel:
    """Een reeks om over te nemen: hoe vaak, met wie, en van wie dat voorstel is."""

    code: Annotated[str, Tekst(40)]
    wat: Zin
    aard: Aard
    wie: Zin
    vaak: Zin
    bron: Zin
    weken: int = 0
    maanden: tuple[Maand, ...] = ()
    jaren: int = 1
    weekdag: Weekdag = "1"
    tijd: Klok = ""
    minuten: int = 60
    cijfers: bool = False


@dataclass(frozen=True)
class Tafel:
    """Een tafel zoals de gespreksprompter haar beschrijft; alleen wat hier nodig is."""

    code: str
    naam: Zin
    frequentie: Zin
    bron: Zin
    soort: str
    minuten: int
    deelnemers: tuple[str, ...] = ()
    weken: int = 0
    maanden: tuple[int, ...] = ()
    weekdag: int = 1
    tijd: str = "10:00"


@dataclass(frozen=True)
class Regels:
    """Onze eigen grenzen: de gebruiker kan ze verzetten."""

    druk: int
    bespreken: int
    tafels: tuple[str, ...]
    over_cijfers: tuple[str, ...]


@dataclass(frozen=True)
class Voorbeeld:
    """De voorbeeldschool: haar jaar en haar punten, gelijk aan data/voorbeeld."""

    naam: Zin
    jaar: Jaar
    punt: tuple[Punt, ...]


@dataclass(frozen=True, kw_only=True)
class Kalenderinhoud(Inhoud):
    """De inhoud van de kalender."""

    regels: Regels
    aard: Mapping[str, Zin]
    groep: Mapping[str, Zin]
    periode: Mapping[str, Zin]
    advies: Mapping[str, Annotated[str, Tekst(600)]]
    voorstel: tuple[Voorstel, ...]
    voorbeeld: Voorbeeld

    def advise(self, code: str, **waarden: object) -> str:
        """Geef de zin van een advies."""
        return self.advies[code].format(**waarden)

    @property
    def voorstellen(self) -> tuple[Voorstel, ...]:
        """Alle voorstellen: de gesprekken van de tafels, en wat daarbij hoort."""
        return (*(_proposal(t, self.regels) for t in tables(self.regels)), *self.voorstel)


@cache
def content() -> Kalenderinhoud:
    """Lees de teksten."""
    inhoud: Kalenderinhoud = read_content(BESTAND, Kalenderinhoud)
    return inhoud


def tables(regels: Regels) -> tuple[Tafel, ...]:
    """Geef de tafels van de gespreksprompter die in de kalender een voorstel zijn."""
    namen = {veld.name for veld in fields(Tafel)}
    alle = {rij["code"]: rij for rij in lees_toml(TAFELS)["tafel"]}
    rijen = [alle[code] for code in regels.tafels]
    return tuple(codec.read(Tafel, {k: v for k, v in r.items() if k in namen}) for r in rijen)


def _proposal(tafel: Tafel, regels: Regels) -> Voorstel:
    return codec.read(
        Voorstel,
        {
            "code": f"tafel-{tafel.code}",
            "wat": tafel.naam,
            "aard": "gesprek",
            "wie": ", ".join(tafel.deelnemers),
            "vaak": tafel.frequentie,
            "bron": tafel.bron,
            "weken": tafel.weken if tafel.soort == "weken" else 0,
            "maanden": [str(maand) for maand in tafel.maanden],
            "weekdag": str(tafel.weekdag),
            "tijd": tafel.tijd,
            "minuten": tafel.minuten,
            "cijfers": tafel.code in regels.over_cijfers,
        },
    )


def years_around(vandaag: date, *ook: int) -> tuple[int, ...]:
    """Geef de schooljaren om uit te kiezen."""
    nu = vandaag.year if vandaag.month >= 8 else vandaag.year - 1
    return tuple(sorted({*range(nu - 1, nu + 4), *ook}))
