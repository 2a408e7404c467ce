"""Rijen met een punt en een interval: de tekening waar de meeste figuren uit bestaan.

Het opschrift van een rij staat boven de rij in plaats van ernaast. Zo past de tekening op een
telefoon van 320 pixels even goed als op een groot scherm, en hoeft niemand een legenda te
ontcijferen. Een eenheid op de y-as is één pixel; daardoor ligt de hoogte van elke rij vast.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.taal.notatie import getal

Teken = Literal["gewoon", "tweede", "let op", "kan niet"]

#: Vorm en kleur per teken; de vorm alleen is al genoeg om ze uit elkaar te houden.
TEKENS: Mapping[str, tuple[str, str]] = {
    "gewoon": ("circle", stijl.ACCENT),
    "tweede": ("diamond-open", stijl.TEKST),
    "let op": ("triangle-up", stijl.LETOP),
    "kan niet": ("x", stijl.FOUT),
}
LETTER = 14
REGELHOOGTE = 19
PUNTHOOGTE = 18
TUSSEN = 12
TEKENS_PER_REGEL = 38
RAND_ONDER = 30
RAND_BOVEN = 6


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
    rijen
        Van boven naar beneden.
    staaf
        Teken een staaf in plaats van een stip.
    bereik, stap, achter
        Schaal van de as: laagste en hoogste waarde, afstand tussen de streepjes, en het teken
        achter een getal.
    """
    bijschriften: list[dict[str, Any]] = []
    lijnen: dict[str, list[float | None]] = {"x": [], "y": []}
    verbinding: dict[str, list[float | None]] = {"x": [], "y": []}
    reeksen: dict[Teken, dict[str, list[Any]]] = {}
    y = 0.0
    for rij in rijen:
        if rij.kop:
            y = write_label(bijschriften, rij.kop, y + 6, bereik[0], vet=True)
        y = write_label(bijschriften, rij.label, y, bereik[0], vooraan=rij.vooraan)
        if rij.verbonden and len(rij.punten) > 1:
            verbinding["x"] += [*(punt.waarde for punt in rij.punten), None]
            verbinding["y"] += [*(y + PUNTHOOGTE / 2 for _ in rij.punten), None]
        for nummer, punt in enumerate(rij.punten):
            if not nummer or not rij.verbonden:
                y += PUNTHOOGTE
            midden = y - PUNTHOOGTE / 2
            reeks = reeksen.setdefault(punt.teken, {"x": [], "y": [], "hovertext": []})
            reeks["x"].append(punt.waarde)
            reeks["y"].append(midden)
            reeks["hovertext"].append(stijl.plain(punt.tip))
            if punt.interval:
                lijnen["x"] += [*punt.interval, None]
                lijnen["y"] += [midden, midden, None]
        y += TUSSEN
    data: list[dict[str, Any]] = []
    if lijnen["x"]:
        data.append(_lines(lijnen, "interval", 4))
    if verbinding["x"]:
        data.append(_lines(verbinding, "verbinding", 1.5))
    data += [_bars(t, r) if staaf else _dots(t, r) for t, r in reeksen.items()]
    streepjes = _ticks(bereik, stap)
    x_as = {
        "range": [bereik[0], bereik[1] * 1.015],
        "tickvals": streepjes,
        "ticktext": [f"{getal(waarde)}{achter}".replace("-", "−") for waarde in streepjes],
        "automargin": False,
        "ticklabelposition": "outside",
    }
    vormen = [_zero_line(y)] if bereik[0] < 0 else []
    return {"data": data, "layout": frame(y, x_as, bijschriften, shapes=vormen)}


def wrap(tekst: str, breedte: int = TEKENS_PER_REGEL) -> list[str]:
    """Breek een opschrift in regels die op een telefoon passen."""
    return textwrap.wrap(tekst, breedte, break_long_words=False) or [""]


def write_label(
    bijschriften: list[dict[str, Any]],
    tekst: str,
    y: float,
    x: float,
    *,
    vooraan: str = "",
    vet: bool = False,
) -> float:
    """Zet een opschrift vanaf hoogte ``y`` en geef de hoogte eronder."""
    regels = wrap(f"{vooraan} {tekst}".strip())
    opmaak = [stijl.plain(regel) for regel in regels]
    if vet:
        opmaak = [f"<b>{regel}</b>" for regel in opmaak]
    elif vooraan:
        begin = stijl.plain(vooraan)
        opmaak[0] = f"<b>{begin}</b>{opmaak[0][len(begin) :]}"
    hoogte = REGELHOOGTE * len(regels)
    bijschriften.append(
        {
            "text": "<br>".join(opmaak), "x": x, "y": y, "xref": "x", "yref": "y",
            "xanchor": "left", "yanchor": "top", "align": "left", "showarrow": False,
            "font": {"size": LETTER, "color": stijl.TEKST}, "bgcolor": stijl.VLAK, "borderpad": 0,
        }
    )  # fmt: skip
    return y + hoogte


def frame(
    hoogte: float,
    x_as: Mapping[str, Any],
    bijschriften: Sequence[Mapping[str, Any]],
    *,
    boven: int = RAND_BOVEN,
    **verder: Any,
) -> dict[str, Any]:
    """Maak de indeling van een tekening van deze hoogte, met de opschriften van de rijen erin."""
    onder = 6 if boven > RAND_BOVEN else RAND_ONDER
    y_as = {"range": [hoogte, 0], "visible": False, "automargin": False}
    uit = stijl.layout(
        hoogte=round(hoogte + boven + onder),
        x=x_as,
        y=y_as,
        annotations=list(bijschriften),
        **verder,
    )
    uit["margin"] = {"l": 14, "r": 16, "t": boven, "b": onder}
    return uit


def _lines(lijnen: Mapping[str, list[float | None]], naam: str, dikte: float) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": lijnen["x"], "y": lijnen["y"], "name": naam,
        "line": {"color": stijl.RAND, "width": dikte}, "hoverinfo": "skip", "cliponaxis": False,
    }  # fmt: skip


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


def _ticks(bereik: tuple[float, float], stap: float) -> list[float]:
    aantal = round((bereik[1] - bereik[0]) / stap)
    return [bereik[0] + nummer * stap for nummer in range(aantal + 1)]


def _zero_line(hoogte: float) -> dict[str, Any]:
    return {
        "type": "line", "x0": 0, "x1": 0, "y0": 0, "y1": hoogte, "xref": "x", "yref": "y",
        "line": {"color": stijl.TEKST, "width": 1},
    }  # fmt: skip
