"""De cijfers zoals de controles ze nodig hebben: gegroepeerd, geteld en met hun type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from lv_tools.basis.gegevens.datapakket import Waarde, lees
from lv_tools.basis.onderzoek.aandeel import aantallen_bij

Regel = Mapping[str, Waarde]


@dataclass(frozen=True, slots=True)
class Kolom:
    """Een kolom van bijlage 2.2: een obstakel, zijn gedrukte n en de percentages.

    Attributes
    ----------
    obstakel : str
        Naam van het obstakel.
    n : int
        Gedrukt aantal trajecten.
    percentages : Mapping
        Interventie -> percentage, in de volgorde van de tabel.
    """

    obstakel: str
    n: int
    percentages: Mapping[str, int]


def heel(regel: Regel, kolom: str) -> int:
    """Geef een gehele cel die er moet zijn."""
    return int(cast(int, regel[kolom]))


def tekst(regel: Regel, kolom: str) -> str:
    """Geef een tekstcel die er moet zijn."""
    return cast(str, regel[kolom])


@cache
def kerncijfers() -> Mapping[str, float]:
    """Geef elk kerncijfer: id -> waarde."""
    return {tekst(r, "id"): float(cast(float, r["waarde"])) for r in lees("kerncijfers").rijen}


def kerncijfer(sleutel: str) -> int:
    """Geef een kerncijfer dat een geheel getal is."""
    return int(kerncijfers()[sleutel])


@cache
def obstakelkolommen() -> tuple[Kolom, ...]:
    """Geef de kolommen van bijlage 2.2, in de volgorde van de tabel."""
    groepen: dict[str, list[Regel]] = {}
    for regel in lees("interventies_bij_obstakels").rijen:
        groepen.setdefault(tekst(regel, "obstakel"), []).append(regel)
    return tuple(
        Kolom(
            obstakel,
            heel(regels[0], "n"),
            {tekst(r, "interventie"): heel(r, "percentage") for r in regels},
        )
        for obstakel, regels in groepen.items()
    )


@cache
def afdelingsgroottes() -> Mapping[str, int]:
    """Geef het aantal afdelingen per soort in tabel 4.2: afdeling -> n."""
    return {tekst(r, "afdeling"): heel(r, "n") for r in lees("risico_per_afdeling").rijen}


@cache
def intake_aantallen() -> Mapping[str, tuple[int, int]]:
    """Reken tabel 4.2 om naar afdelingen per standaard.

    Returns
    -------
    Mapping
        Standaard -> kleinste en grootste aantal afdelingen dat bij de percentages past, over alle
        soorten afdelingen samen. Een percentage waar geen aantal bij past telt als het dichtste.
    """
    grenzen: dict[str, tuple[int, int]] = {}
    for regel in lees("risico_per_afdeling").rijen:
        mogelijk = dichtbij(heel(regel, "percentage"), heel(regel, "n"))
        laagst, hoogst = grenzen.get(tekst(regel, "standaard"), (0, 0))
        grenzen[tekst(regel, "standaard")] = (laagst + min(mogelijk), hoogst + max(mogelijk))
    return grenzen


def dichtbij(percentage: int, n: int) -> tuple[int, ...]:
    """Geef de aantallen bij een percentage, of anders de twee gehele aantallen eromheen."""
    passend = aantallen_bij(percentage, n)
    return passend or tuple(sorted({percentage * n // 100, -(-percentage * n // 100)}))
