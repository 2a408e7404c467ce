"""Dezelfde vraag in andere woorden, voor rollen die haar anders niet kunnen beantwoorden.

Een leerling overlegt niet over oorzaken en een toezichthouder geeft geen les. Wie zo'n rol heeft,
krijgt de vraag in eigen woorden, of krijgt haar niet. De code blijft dezelfde; dat de woorden
verschillen, staat bij de uitslag.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bewoording:
    """Hoe een vraag voor een of meer rollen luidt.

    Parameters
    ----------
    rollen
        Codes van de rollen die de vraag zo krijgen.
    tekst, kort, hulp
        De vraag, haar korte vorm voor een figuur, en de uitleg eronder.
    eerder
        Vroegere teksten voor deze rollen die hetzelfde betekenen.
    """

    rollen: tuple[str, ...]
    tekst: str
    kort: str = ""
    hulp: str = ""
    eerder: tuple[str, ...] = ()


def check_roles(anders: Sequence[Bewoording]) -> None:
    """Ga na dat elke rol van een vraag hoogstens één bewoording heeft.

    Raises
    ------
    ValueError
        Als dat niet zo is; de zin noemt de rol.
    """
    rollen = [rol for bewoording in anders for rol in bewoording.rollen]
    for rol in rollen:
        if rollen.count(rol) > 1:
            raise ValueError(f"de rol {rol!r} heeft twee bewoordingen van dezelfde vraag")


def wording_for(anders: Sequence[Bewoording], rol: str) -> Bewoording | None:
    """Geef de bewoording voor een rol; ``None`` als die de gewone woorden krijgt."""
    return next((bewoording for bewoording in anders if rol in bewoording.rollen), None)
