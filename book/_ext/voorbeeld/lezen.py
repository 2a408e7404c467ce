"""Lees de drie bestanden van de voorbeeldschool."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from voorbeeld.school import School
from voorbeeld.vorm import build, read_toml

GEGEVENS = Path(__file__).resolve().parents[3] / "data" / "voorbeeld"
BESTANDEN = ("school.toml", "verhaal.toml", "papieren.toml")


@dataclass(frozen=True)
class Deel:
    """Een onderdeel dat in elk vak terugkomt, zoals wat er misging."""

    code: str
    kop: str


@dataclass(frozen=True)
class Vak:
    """Wat op elk vak staat; de uitleg alleen op het eerste."""

    kop: str
    merk: str
    uitleg: str


@dataclass(frozen=True)
class Stap:
    """Het verhaal bij een stap."""

    nummer: int
    opening: str
    zagen: str
    dachten: str
    deden: str
    mis: str
    anders: str


@dataclass(frozen=True)
class Verhaal:
    """Het hele verhaal, in zes vakken."""

    vak: Vak
    deel: tuple[Deel, ...]
    stap: tuple[Stap, ...]


def read_school(map_: Path = GEGEVENS) -> School:
    """Lees de feiten.

    Raises
    ------
    VormError
        Als er iets ontbreekt of niet klopt van vorm.
    """
    return build(School, read_toml(map_ / BESTANDEN[0]), BESTANDEN[0])


def read_story(map_: Path = GEGEVENS) -> Verhaal:
    """Lees het verhaal; de teksten zijn nog niet ingevuld."""
    return build(Verhaal, read_toml(map_ / BESTANDEN[1]), BESTANDEN[1])


def read_papers(map_: Path = GEGEVENS) -> dict[str, Any]:
    """Lees de vaste teksten van de papieren; ze zijn nog niet ingevuld."""
    return read_toml(map_ / BESTANDEN[2])


@lru_cache(maxsize=1)
def school() -> School:
    """Geef de feiten (eenmaal gelezen)."""
    return read_school()
