"""Tekenwerk dat de figuren delen: rijen met het opschrift erboven, zodat ze op een telefoon passen.

Een eenheid op de y-as is één pixel, van boven naar beneden.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lv_tools.basis import figuurstijl as stijl

REGEL = 19
RIJ = 30
TUSSEN = 12
#: Opschriften op de procent-as.
_PROCENTEN = (0, 25, 50, 75, 100)


@dataclass
class Rijen:
    """Houdt bij waar elke rij komt en verzamelt de opschriften."""

    x: float = 0
    hoogte: float = 4
    opschriften: list[dict[str, Any]] = field(default_factory=list)

    def add(self, tekst: str, *, hoogte: int = RIJ) -> float:
        """Zet een opschrift en geef de plek van het midden van de rij eronder."""
        regels = textwrap.wrap(tekst, 42, break_long_words=False) or [""]
        self.opschriften.append(
            {
                "x": self.x,
                "y": self.hoogte + REGEL * len(regels) / 2,
                "xanchor": "left",
                "yanchor": "middle",
                "text": "<br>".join(stijl.plain(regel) for regel in regels),
                "align": "left",
                "showarrow": False,
                "font": {"color": stijl.TEKST, "size": 14},
            }
        )
        begin = self.hoogte + REGEL * len(regels)
        self.hoogte = begin + hoogte + TUSSEN
        return begin + hoogte / 2


def layout(
    rijen: Rijen, *, legenda: bool = False, vormen: Sequence[Mapping[str, Any]] = (), **verder: Any
) -> dict[str, Any]:
    """Maak de indeling bij rijen met een as van 0 tot 100 procent."""
    boven = 64 if legenda else 6
    indeling = stijl.layout(
        hoogte=round(rijen.hoogte) + boven + 34,
        x={
            "range": [-2, 102],
            "tickvals": list(_PROCENTEN),
            "ticktext": [f"{p}%" for p in _PROCENTEN],
            "automargin": False,
        },
        y={
            "range": [rijen.hoogte, 0],
            "showticklabels": False,
            "showgrid": False,
            "showline": False,
            "automargin": False,
        },
        legenda=legenda,
        annotations=rijen.opschriften,
        shapes=list(vormen),
        **verder,
    )
    indeling["margin"] = {"l": 6, "r": 26, "t": boven, "b": 34}
    indeling["legend"]["traceorder"] = "normal"
    return indeling


def dodge(waarden: Sequence[float], *, afstand: float = 4, stap: float = 9) -> list[float]:
    """Geef per waarde hoeveel pixels het teken omlaag schuift, zodat gelijke niet op elkaar liggen.

    Examples
    --------
    >>> dodge([50.0, 50.0, 90.0])
    [-4.5, 4.5, 0.0]
    """
    uit = []
    for plek, waarde in enumerate(waarden):
        naast = [i for i, ander in enumerate(waarden) if abs(ander - waarde) < afstand]
        uit.append((naast.index(plek) - (len(naast) - 1) / 2) * stap)
    return uit


def threshold(grens: float, hoogte: float) -> dict[str, Any]:
    """Teken een streeplijn omlaag bij een grens op de procent-as."""
    return {
        "type": "line",
        "x0": grens,
        "x1": grens,
        "y0": 0,
        "y1": hoogte,
        "line": {"color": stijl.TEKST, "width": 1.5, "dash": "dash"},
        "layer": "below",
    }


#: Vorm en kleur per groep; de vorm alleen is al genoeg om groepen uit elkaar te houden.
GROEPEN: tuple[tuple[str, str], ...] = tuple(
    (vorm, stijl.REEKS[plek % len(stijl.REEKS)])
    for plek, vorm in enumerate(
        (
            "circle", "square", "diamond", "triangle-up", "cross", "x", "pentagon", "star",
            "circle-open", "square-open", "diamond-open", "triangle-down", "hexagon", "bowtie",
        )
    )
)  # fmt: skip


def marker(plek: int, grootte: int = 13) -> dict[str, Any]:
    """Geef het teken van de zoveelste groep."""
    vorm, kleur = GROEPEN[plek % len(GROEPEN)]
    return {
        "symbol": vorm,
        "color": kleur,
        "size": grootte,
        "line": {"color": stijl.VLAK if "open" not in vorm else kleur, "width": 1.5},
    }


def line(x0: float, x1: float, y0: float, y1: float) -> dict[str, Any]:
    """Teken een streeplijn onder de tekens."""
    return {
        "type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "layer": "below",
        "line": {"color": stijl.RAND, "width": 1.5, "dash": "dash"},
    }  # fmt: skip


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
    punten: Sequence[tuple[float, float, str]], vlak: Vlak, *, hoeken: bool = False
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

    Returns
    -------
    list of str
        Per punt een waarde voor ``textposition`` van plotly.
    """
    bezet = [_box(*vlak.to_pixels(x, y), 12, 12) for x, y, _tekst in punten]
    if hoeken:
        for links in (55.0, vlak.breed - 55):
            bezet += [_box(links, boven, 55, 10) for boven in (10.0, vlak.hoog - 10)]
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
