"""Tekenwerk dat hulpmiddelen delen: rijen met het opschrift erboven, en de as eronder.

Een opschrift boven een rij past ook op een telefoon. Een eenheid op de y-as is één pixel, van boven
naar beneden.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.taal.notatie import getal

REGEL = 19
RIJ = 30
TUSSEN = 12


@dataclass
class Rijen:
    """Houdt bij waar elke rij komt en verzamelt de opschriften.

    Parameters
    ----------
    x
        Waar een opschrift begint, op de as onderaan.
    hoogte
        Waar de volgende rij begint, in pixels van boven.
    breedte
        Zoveel tekens passen er op een regel.
    tussen
        Ruimte onder een rij, in pixels.
    """

    x: float = 0
    hoogte: float = 4
    breedte: int = 42
    tussen: int = TUSSEN
    opschriften: list[dict[str, Any]] = field(default_factory=list)

    def add(self, tekst: str, *, hoogte: float = RIJ, vooraan: str = "") -> float:
        """Zet een opschrift en geef de plek van het midden van de rij eronder.

        ``vooraan`` komt vet voor de tekst en is meestal de waarde zelf.
        """
        regels = [stijl.plain(regel) for regel in wrap(f"{vooraan} {tekst}".strip(), self.breedte)]
        if vooraan:
            vet = stijl.plain(vooraan)
            regels[0] = f"<b>{vet}</b>{regels[0][len(vet) :]}"
        self._label(regels)
        midden = self.hoogte + hoogte / 2
        self.hoogte += hoogte + self.tussen
        return midden

    def heading(self, tekst: str, *, boven: int = 6) -> None:
        """Zet een tussenkop boven de rijen die volgen."""
        self.hoogte += boven
        self._label([f"<b>{stijl.plain(regel)}</b>" for regel in wrap(tekst, self.breedte)])

    def _label(self, regels: Sequence[str]) -> None:
        self.opschriften.append(
            {
                "x": self.x,
                "y": self.hoogte + REGEL * len(regels) / 2,
                "xanchor": "left",
                "yanchor": "middle",
                "text": "<br>".join(regels),
                "align": "left",
                "showarrow": False,
                "font": {"color": stijl.TEKST, "size": 14},
                "bgcolor": stijl.VLAK,  # een lijn van de as loopt niet door de letters
                "borderpad": 0,
            }
        )
        self.hoogte += REGEL * len(regels)


def beside(x: float, y: float, tekst: str) -> dict[str, Any]:
    """Zet een opschrift rechts naast een rij, zoals het aantal mensen."""
    return {
        "x": x, "y": y, "text": tekst, "xanchor": "right", "yanchor": "middle",
        "showarrow": False, "font": {"color": stijl.TEKST, "size": 12},
    }  # fmt: skip


def wrap(tekst: str, breedte: int) -> list[str]:
    """Breek een opschrift in regels die op een telefoon passen."""
    return textwrap.wrap(tekst, breedte, break_long_words=False) or [""]


def scale(
    laagste: float = 0, hoogste: float = 100, stap: float = 25, achter: str = "%"
) -> dict[str, Any]:
    """Geef de streepjes van een as, met het teken achter elk getal."""
    aantal = round((hoogste - laagste) / stap)
    waarden = [laagste + nummer * stap for nummer in range(aantal + 1)]
    teksten = [f"{getal(waarde)}{achter}".replace("-", "−") for waarde in waarden]
    return {"tickvals": waarden, "ticktext": teksten}


#: Een as van 0 tot 100 procent, met ruimte voor een teken op de rand.
PROCENTEN: Mapping[str, Any] = {"range": [-2, 102], **scale()}


def layout_rows(
    rijen: Rijen,
    x: Mapping[str, Any],
    *,
    legenda: int = 0,
    boven: int = 6,
    onder: int = 34,
    zij: tuple[int, int] = (6, 26),
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
    boven, onder, zij
        Ruimte in pixels om de rijen: erboven als er geen legenda is, eronder voor de opschriften
        van de as, en links en rechts.
    """
    boven = legenda or boven
    indeling = stijl.layout(
        hoogte=round(rijen.hoogte + boven + onder),
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
    links, rechts = zij
    indeling["margin"] = {"l": links, "r": rechts, "t": boven, "b": onder}
    indeling["legend"]["traceorder"] = "normal"
    return indeling


def line(x0: float, x1: float, y0: float, y1: float, kleur: str = stijl.RAND) -> dict[str, Any]:
    """Teken een streeplijn onder de tekens."""
    return {
        "type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "layer": "below",
        "line": {"color": kleur, "width": 1.5, "dash": "dash"},
    }  # fmt: skip
