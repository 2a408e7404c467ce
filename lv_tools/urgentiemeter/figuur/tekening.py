"""Opschriften bij punten: elk op een plek waar het niets bedekt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Hoogte van de legenda, in pixels.
LEGENDA = 64
#: Zo breed is de strook om een lijn waar geen letters horen, aan elke kant.
LIJN = 4.0


@dataclass(frozen=True)
class Vlak:
    """Het tekenvlak in pixels zoals op een telefoon, met het bereik van de assen."""

    x: tuple[float, float]
    y: tuple[float, float]
    breed: float = 290
    hoog: float = 360

    def to_pixels(self, x: float, y: float) -> tuple[float, float]:
        """Zet een punt om naar pixels vanaf linksboven."""
        return (
            (x - self.x[0]) / (self.x[1] - self.x[0]) * self.breed,
            (self.y[1] - y) / (self.y[1] - self.y[0]) * self.hoog,
        )


#: Plekken voor een opschrift, van liefst naar desnoods, met de richting waarin het wijkt.
_PLEKKEN: Mapping[str, tuple[int, int]] = {
    "middle right": (1, 0),
    "middle left": (-1, 0),
    "top center": (0, -1),
    "bottom center": (0, 1),
    "top right": (1, -1),
    "bottom right": (1, 1),
    "top left": (-1, -1),
    "bottom left": (-1, 1),
}
_Doos = tuple[float, float, float, float]


def place_labels(
    punten: Sequence[tuple[float, float, str]],
    vlak: Vlak,
    *,
    hoeken: bool = False,
    grenzen: tuple[Sequence[float], Sequence[float]] = ((), ()),
) -> list[str]:
    """Kies per punt een plek voor het opschrift waar het niets bedekt.

    Parameters
    ----------
    punten
        Plaats en opschrift; ``<br>`` scheidt regels.
    vlak
        Het tekenvlak. Past het op een telefoon, dan past het overal.
    hoeken
        Houd de vier hoeken vrij voor hun eigen opschrift.
    grenzen
        Waar staande en liggende lijnen lopen; door letters heen leest niemand.

    Returns
    -------
    list of str
        Per punt een waarde voor ``textposition`` van plotly.
    """
    bezet = [_box(*vlak.to_pixels(x, y), 12, 12) for x, y, _tekst in punten]
    if hoeken:
        for links in (55.0, vlak.breed - 55):
            bezet += [_box(links, boven, 55, 10) for boven in (10.0, vlak.hoog - 10)]
    for x in grenzen[0]:
        bezet.append(_box(vlak.to_pixels(x, 0)[0], vlak.hoog / 2, LIJN, vlak.hoog / 2))
    for y in grenzen[1]:
        bezet.append(_box(vlak.breed / 2, vlak.to_pixels(0, y)[1], vlak.breed / 2, LIJN))
    plekken = []
    for nummer, (x, y, tekst) in enumerate(punten):
        regels = tekst.split("<br>")
        breed, hoog = 7.6 * max(map(len, regels)), 17.0 * len(regels)
        px, py = vlak.to_pixels(x, y)
        beste = ("middle right", float("inf"))
        for plek, (dx, dy) in _PLEKKEN.items():
            midden = (px + dx * (breed / 2 + 10), py + dy * (hoog / 2 + 8))
            doos = _box(*midden, breed / 2, hoog / 2)
            ander = [b for i, b in enumerate(bezet) if i != nummer]
            strafpunten = sum(_overlap(doos, b) for b in ander) + 3 * _outside(doos, vlak)
            if strafpunten < beste[1]:
                beste = (plek, strafpunten)
        plek, (dx, dy) = beste[0], _PLEKKEN[beste[0]]
        bezet.append(
            _box(px + dx * (breed / 2 + 10), py + dy * (hoog / 2 + 8), breed / 2, hoog / 2)
        )
        plekken.append(plek)
    return plekken


def _box(x: float, y: float, half_breed: float, half_hoog: float) -> _Doos:
    return x - half_breed, y - half_hoog, x + half_breed, y + half_hoog


def _overlap(een: _Doos, twee: _Doos) -> float:
    breed = min(een[2], twee[2]) - max(een[0], twee[0])
    hoog = min(een[3], twee[3]) - max(een[1], twee[1])
    return max(0.0, breed) * max(0.0, hoog)


def _outside(doos: _Doos, vlak: Vlak) -> float:
    heel = (doos[2] - doos[0]) * (doos[3] - doos[1])
    return heel - _overlap(doos, (0, 0, vlak.breed, vlak.hoog))
