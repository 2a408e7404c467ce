"""Tekenwerk dat hulpmiddelen delen: rijen met het opschrift erboven, en tekens voor groepen.

Een opschrift boven een rij past ook op een telefoon. Een eenheid op de y-as is één pixel, van boven
naar beneden.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl

REGEL = 19
RIJ = 30
TUSSEN = 12


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
                "bgcolor": stijl.VLAK,  # een lijn van de as loopt niet door de letters
                "borderpad": 0,
            }
        )
        begin = self.hoogte + REGEL * len(regels)
        self.hoogte = begin + hoogte + TUSSEN
        return begin + hoogte / 2


def layout_rows(
    rijen: Rijen,
    x: Mapping[str, Any],
    *,
    legenda: int = 0,
    onder: int = 34,
    vormen: Sequence[Mapping[str, Any]] = (),
    **verder: Any,
) -> dict[str, Any]:
    """Maak de indeling bij rijen.

    Parameters
    ----------
    x
        De as onderaan, zoals :func:`lv_tools.basis.beeld.figuurstijl.layout` haar aanneemt.
    legenda
        Hoogte in pixels van de legenda boven de tekening; 0 is geen legenda.
    onder
        Hoogte in pixels voor de opschriften van de as.
    """
    boven = legenda or 6
    indeling = stijl.layout(
        hoogte=round(rijen.hoogte) + boven + onder,
        x={"automargin": False, **x},
        y={
            "range": [rijen.hoogte, 0],
            "showticklabels": False,
            "showgrid": False,
            "showline": False,
            "automargin": False,
        },
        legenda=bool(legenda),
        annotations=rijen.opschriften,
        shapes=list(vormen),
        **verder,
    )
    indeling["margin"] = {"l": 6, "r": 26, "t": boven, "b": onder}
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
