"""Lees ``situaties/situaties.toml``: de rollen, de situaties, en wat iemand deze week doet."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

BESTAND = "situaties/situaties.toml"
#: Meer past niet op één scherm van een telefoon.
MEESTE_DINGEN = 3
_ROL = frozenset({"id", "naam", "route"})
_SITUATIE = frozenset({"id", "knop", "titel", "kern", "zoek", "lezen", "rol"})
_RAAD = frozenset({"doe", "met", "hulpmiddel"})


class SituatieError(ValueError):
    """Een situatie klopt niet. De tekst noemt de situatie, het veld en wat er wel mag."""


@dataclass(frozen=True)
class Rol:
    """Wie er leest; ``route`` is de pagina met de leesroute van die rol."""

    id: str
    naam: str
    route: str


@dataclass(frozen=True)
class Link:
    """Een pagina om heen te gaan; ``minuten`` is 0 bij een hulpmiddel.

    ``kies`` is wat het hulpmiddel alvast klaarzet, zoals ``{"situatie": "resultaten"}``.
    """

    pagina: str
    tekst: str
    minuten: int = 0
    anker: str = ""
    kies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Raad:
    """Wat iemand in één rol deze week doet, met wie, en met welk hulpmiddel."""

    doe: tuple[str, ...]
    met: str
    hulpmiddel: Link


@dataclass(frozen=True)
class Situatie:
    """Eén situatie, met raad voor elke rol."""

    id: str
    knop: str
    titel: str
    kern: str
    zoek: tuple[str, ...]
    lezen: tuple[Link, ...]
    raad: Mapping[str, Raad]

    @property
    def pagina(self) -> str:
        """De pagina van deze situatie, zonder achtervoegsel."""
        return f"situaties/{self.id}"


@dataclass(frozen=True)
class Lijst:
    """Alle rollen en situaties, in de volgorde van het bestand."""

    rollen: tuple[Rol, ...]
    situaties: tuple[Situatie, ...]

    def find(self, naam: str) -> Situatie:
        """Geef een situatie.

        Raises
        ------
        SituatieError
            Als zij er niet is.
        """
        for situatie in self.situaties:
            if situatie.id == naam:
                return situatie
        namen = ", ".join(s.id for s in self.situaties)
        raise SituatieError(f"Situatie {naam!r} staat niet in {BESTAND}. Kies uit {namen}.")


def read_list(tekst: str) -> Lijst:
    """Lees het bestand.

    Raises
    ------
    SituatieError
        Als een veld ontbreekt, leeg is of er niet hoort, of als een rol geen raad heeft.
    """
    try:
        gegevens = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise SituatieError(f"Dit is geen geldige TOML ({fout}).") from fout
    rollen = tuple(Rol(**_fields("rol", rij, _ROL)) for rij in gegevens.get("rol", ()))
    if not rollen:
        raise SituatieError("Er is geen enkele [[rol]]. De eerste is de standaard.")
    return Lijst(rollen, tuple(_situation(rij, rollen) for rij in gegevens.get("situatie", ())))


def _situation(rij: Mapping[str, Any], rollen: tuple[Rol, ...]) -> Situatie:
    naam = str(rij.get("id", "(zonder id)"))
    _fields(naam, rij, _SITUATIE)
    if verschil := {rol.id for rol in rollen}.symmetric_difference(rij["rol"]):
        raise SituatieError(f"{naam}: raad en rollen verschillen: {', '.join(sorted(verschil))}.")
    return Situatie(
        naam,
        rij["knop"],
        rij["titel"],
        rij["kern"],
        tuple(rij["zoek"]),
        tuple(_link(naam, link) for link in rij["lezen"]),
        {rol: _advice(f"{naam}, {rol}", raad) for rol, raad in rij["rol"].items()},
    )


def _advice(waar: str, rij: Mapping[str, Any]) -> Raad:
    _fields(waar, rij, _RAAD)
    doe = tuple(rij["doe"])
    if not 1 < len(doe) <= MEESTE_DINGEN:
        raise SituatieError(f"{waar}: geef bij 'doe' twee of drie dingen, niet {len(doe)}.")
    return Raad(doe, rij["met"], _link(waar, rij["hulpmiddel"]))


def _link(waar: str, rij: Mapping[str, Any]) -> Link:
    try:
        return Link(**rij)
    except TypeError as fout:
        raise SituatieError(
            f"{waar}: een link heeft pagina, tekst, minuten, anker en kies."
        ) from fout


def _fields(waar: str, rij: Mapping[str, Any], velden: frozenset[str]) -> Mapping[str, Any]:
    if verschil := velden.symmetric_difference(rij):
        raise SituatieError(f"{waar}: dit ontbreekt of hoort er niet: {sorted(verschil)}.")
    if leeg := sorted(veld for veld in velden if not rij[veld]):
        raise SituatieError(f"{waar}: {', '.join(leeg)} is leeg.")
    return rij
