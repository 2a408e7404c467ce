"""Rijen met een punt en een interval: de tekening waar de meeste figuren uit bestaan.

Het opschrift van een rij staat boven de rij in plaats van ernaast. Zo past de tekening op een
telefoon van 320 pixels even goed als op een groot scherm, en hoeft niemand een legenda te
ontcijferen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.sporen import Lijnen
from lv_tools.basis.beeld.tekening import Rijen, layout_rows, scale

Teken = Literal["gewoon", "tweede", "let op", "kan niet"]

#: Vorm en kleur per teken; de vorm alleen is al genoeg om ze uit elkaar te houden.
TEKENS: Mapping[str, tuple[str, str]] = {
    "gewoon": ("circle", stijl.ACCENT),
    "tweede": ("diamond-open", stijl.TEKST),
    "let op": ("triangle-up", stijl.LETOP),
    "kan niet": ("x", stijl.FOUT),
}
PUNTHOOGTE = 18
TEKENS_PER_REGEL = 38
#: Ruimte links en rechts van een tekening, in pixels.
ZIJ = (14, 16)


@dataclass(frozen=True)
class Punt:
    """Een getal in de tekening, met een tip voor wie het aanwijst."""

    waarde: float
    interval: tuple[float, float] | None = None
    teken: Teken = "gewoon"
    tip: str = ""


@dataclass(frozen=True)
class Rij:
    """Een rij met haar opschrift; ``kop`` zet er een tussenkop boven.

    ``vooraan`` komt vet voor het opschrift en is meestal de waarde zelf. Met ``verbonden`` staan
    de punten op één lijn die ze verbindt.
    """

    label: str
    punten: tuple[Punt, ...]
    vooraan: str = ""
    kop: str = ""
    verbonden: bool = False


def draw_rows(
    rijen: Sequence[Rij],
    *,
    staaf: bool = False,
    bereik: tuple[float, float] = (0, 100),
    stap: float = 25,
    achter: str = "%",
) -> dict[str, Any]:
    """Teken per rij een of meer punten met hun interval, of een staaf vanaf nul.

    Parameters
    ----------
    bereik, stap, achter
        Schaal van de as: laagste en hoogste waarde, afstand tussen de streepjes, en het teken
        achter een getal.
    """
    vlak = Rijen(bereik[0], 0, TEKENS_PER_REGEL)
    intervallen, verbinding = Lijnen(), Lijnen()
    reeksen: dict[Teken, dict[str, list[Any]]] = {}
    for rij in rijen:
        if rij.kop:
            vlak.heading(rij.kop)
        hoog = 1 if rij.verbonden else len(rij.punten)
        midden = vlak.add(rij.label, hoogte=PUNTHOOGTE * hoog, vooraan=rij.vooraan)
        boven = midden - PUNTHOOGTE * (hoog - 1) / 2
        if rij.verbonden and len(rij.punten) > 1:
            verbinding.add([punt.waarde for punt in rij.punten], midden)
        for nummer, punt in enumerate(rij.punten):
            y = midden if rij.verbonden else boven + PUNTHOOGTE * nummer
            reeks = reeksen.setdefault(punt.teken, {"x": [], "y": [], "hovertext": []})
            reeks["x"].append(punt.waarde)
            reeks["y"].append(y)
            reeks["hovertext"].append(stijl.plain(punt.tip))
            if punt.interval:
                intervallen.add(punt.interval, y)
    x_as = {"range": [bereik[0], bereik[1] * 1.015], **scale(*bereik, stap, achter)}
    nul = {"type": "line", "x0": 0, "x1": 0, "y0": 0, "y1": vlak.hoogte,
           "line": {"color": stijl.TEKST, "width": 1}}  # fmt: skip
    return {
        "data": [
            *intervallen.trace(4),
            *verbinding.trace(1.5),
            *(_bars(t, r) if staaf else _dots(t, r) for t, r in reeksen.items()),
        ],
        "layout": layout_rows(vlak, x_as, onder=30, zij=ZIJ, vormen=[nul] if bereik[0] < 0 else []),
    }


def _dots(teken: Teken, reeks: Mapping[str, list[Any]]) -> dict[str, Any]:
    vorm, kleur = TEKENS[teken]
    omtrek = kleur if vorm.endswith("-open") else stijl.VLAK
    return {
        "type": "scatter", "mode": "markers", "name": teken, **reeks, "hoverinfo": "text",
        "marker": {
            "symbol": vorm, "size": 13, "color": kleur, "line": {"color": omtrek, "width": 1.5},
        },
        "cliponaxis": False,
    }  # fmt: skip


def _bars(teken: Teken, reeks: Mapping[str, list[Any]]) -> dict[str, Any]:
    return {
        "type": "bar", "orientation": "h", "name": teken, **reeks, "width": 13, "hoverinfo": "text",
        "marker": {"color": TEKENS[teken][1]},
    }  # fmt: skip
