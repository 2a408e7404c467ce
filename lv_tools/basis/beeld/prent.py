"""Een prent: een figuur als lijnen, vlakken en tekst, los van hoe zij op papier komt.

Op het scherm tekent plotly een figuur. Op papier, in een Word-bestand en in een afdruk, is er geen
plotly: :mod:`lv_tools.basis.beeld.tekenaar` maakt van dezelfde figuur een prent, en daarvan maken
:mod:`lv_tools.basis.beeld.prent_svg` en :mod:`lv_tools.basis.beeld.prent_png` een plaatje. Zo ziet
een verslag er in de pagina en in een notebook hetzelfde uit.

Maten zijn pixels; ``y`` loopt naar beneden. Een kleur is ``#rrggbb``.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Literal

Punt = tuple[float, float]
Streep = Literal["", "dash", "dot"]
Anker = Literal["start", "middle", "end"]
#: Hoe lang de streepjes en de gaten ertussen zijn, in diktes van de lijn.
STREPEN: dict[str, tuple[float, float]] = {"dash": (5, 4), "dot": (1.5, 2.5)}
#: Zoveel hoeken heeft een cirkel.
HOEKEN = 28


@dataclass(frozen=True)
class Lijn:
    """Een lijn langs punten."""

    punten: tuple[Punt, ...]
    kleur: str
    dikte: float = 1
    streep: Streep = ""


@dataclass(frozen=True)
class Vlak:
    """Een gesloten vlak; een lege kleur is niet te zien.

    ``gestreept`` is de kleur van schuine lijntjes in het vlak, en ``dekt`` hoe dicht de vulling is.
    """

    punten: tuple[Punt, ...]
    vul: str = ""
    rand: str = ""
    dikte: float = 0
    gestreept: str = ""
    dekt: float = 1


@dataclass(frozen=True)
class Schrift:
    """Een regel tekst; ``y`` is de lijn waar de letters op staan."""

    x: float
    y: float
    tekst: str
    maat: float
    kleur: str
    anker: Anker = "start"
    vet: bool = False


Deel = Lijn | Vlak | Schrift


@dataclass(frozen=True)
class Prent:
    """Een prent, van achter naar voren."""

    breedte: float
    hoogte: float
    delen: tuple[Deel, ...]
    achter: str = "#ffffff"


def box(links: float, boven: float, rechts: float, onder: float) -> tuple[Punt, ...]:
    """Geef de hoeken van een rechthoek."""
    return ((links, boven), (rechts, boven), (rechts, onder), (links, onder))


def round_shape(x: float, y: float, straal: float, hoeken: int = HOEKEN) -> tuple[Punt, ...]:
    """Geef een veelhoek met gelijke zijden en een hoek bovenaan; met veel hoeken is zij rond."""
    return tuple(
        (x + straal * sin(2 * pi * i / hoeken), y - straal * cos(2 * pi * i / hoeken))
        for i in range(hoeken)
    )
