"""De webfiguur: elk thema een spaak, elke groep een lijn; nooit zonder de stippenfiguur."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import marker
from lv_tools.zelfevaluatie.figuur.assen import (
    LEGENDAREGEL,
    chosen,
    counted,
    legend_of_scale,
    place,
)
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import Groep
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: Met minder spaken is er geen web.
MINSTE_THEMAS = 3
#: Zoveel groepen zijn er te zien als niemand kiest.
_STANDAARD = 3
_STREPEN = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")


def draw_radar(
    uitslag: Uitslag, inhoud: Instrument, groepen: Sequence[str] | None = None
) -> Figuurblad | None:
    """Teken het midden van elk thema als web.

    Parameters
    ----------
    groepen
        Sleutels van de groepen die erin komen; ``None`` zijn de hele groep en de eerste twee.

    Returns
    -------
    Figuurblad or None
        ``None`` bij minder dan drie thema's, of als er niets te zien is.
    """
    themas = uitslag.scan.opzet.themas
    eerste = [groep.sleutel for groep in uitslag.alle_groepen[:_STANDAARD]]
    kolommen = chosen(uitslag, eerste if groepen is None else groepen)
    kolommen = tuple(g for g in kolommen if any(b.midden for b in g.themas.values()))
    if len(themas) < MINSTE_THEMAS or not kolommen:
        return None
    hoogste = len(inhoud.schaal.opties)
    # Een halve stap gedraaid staat er geen naam boven of onder, waar namen elkaar zouden raken.
    hoeken = [pi / 2 - 2 * pi * (plek + 0.5) / len(themas) for plek in range(len(themas))]
    data = [_ring(nr / hoogste, hoeken) for nr in range(1, hoogste + 1)]
    data += [_web(groep, place(groep, uitslag), themas, hoeken, hoogste) for groep in kolommen]
    legenda = LEGENDAREGEL * (1 + len(kolommen))
    indeling = stijl.layout(
        hoogte=350 + legenda,
        x={"range": [-1.75, 1.75], "visible": False, "automargin": False},
        y={
            "range": [-1.35, 1.35],
            "visible": False,
            "automargin": False,
            "scaleanchor": "x",
            "scaleratio": 1,
        },
        legenda=True,
        shapes=[_spoke(hoek) for hoek in hoeken],
        annotations=[
            *(
                _label(inhoud.themas[thema].kort, hoek)
                for thema, hoek in zip(themas, hoeken, strict=True)
            ),
            *(_number(nr, hoogste, hoeken) for nr in range(1, hoogste + 1)),
        ],
    )
    indeling["margin"] = {"l": 12, "r": 12, "t": legenda, "b": 6}
    return Figuurblad(
        figuur={"data": data, "layout": indeling},
        titel="Het midden per thema",
        samenvatting=_tell(kolommen, themas, inhoud),
        kolommen=("Thema", *(f"{g.naam} ({zinnen.people(g.personen)})" for g in kolommen)),
        rijen=tuple(
            (
                inhoud.themas[thema].titel,
                *(
                    f"{zinnen.middle(g.themas[thema].midden, inhoud)} (n = {g.themas[thema].n})"
                    for g in kolommen
                ),
            )
            for thema in themas
        ),
        bron=zinnen.BRON,
        n=counted(uitslag),
        zegt_niet=(
            "Het web laat alleen het midden zien, en niet hoe ver mensen uit elkaar liggen; "
            "daarvoor is de figuur met stippen. Het oppervlak betekent niets: het hangt af van de "
            f"volgorde van de thema's. {zinnen.not_saying(uitslag.personen)}"
        ),
    )


def _web(
    groep: Groep, nummer: int, themas: Sequence[str], hoeken: Sequence[float], hoogste: int
) -> dict[str, Any]:
    """Een thema zonder midden onderbreekt de lijn: daar is niets om te verbinden."""
    x: list[float | None] = []
    y: list[float | None] = []
    for thema, hoek in (*zip(themas, hoeken, strict=True), (themas[0], hoeken[0])):
        midden = groep.themas[thema].midden
        straal = None if midden is None else midden.waarde / hoogste
        x.append(None if straal is None else straal * cos(hoek))
        y.append(None if straal is None else straal * sin(hoek))
    teken = marker(nummer, 11)
    return {
        "mode": "lines+markers",
        "name": stijl.plain(groep.naam),
        "x": x,
        "y": y,
        "line": {
            "color": teken["color"],
            # Een dunnere lijn ligt boven op een dikkere: zo blijven gelijke lijnen te zien.
            "width": max(2, 5 - nummer),
            "dash": _STREPEN[nummer % len(_STREPEN)],
        },
        "marker": teken,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _ring(straal: float, hoeken: Sequence[float]) -> dict[str, Any]:
    rond = [*hoeken, hoeken[0]]
    return {
        "mode": "lines",
        "x": [straal * cos(hoek) for hoek in rond],
        "y": [straal * sin(hoek) for hoek in rond],
        "line": {"color": stijl.RAND, "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _spoke(hoek: float) -> dict[str, Any]:
    return {
        "type": "line", "x0": 0, "y0": 0, "x1": cos(hoek), "y1": sin(hoek), "layer": "below",
        "line": {"color": stijl.RAND, "width": 1},
    }  # fmt: skip


def _label(tekst: str, hoek: float) -> dict[str, Any]:
    """Zet de naam van een thema buiten het web, aan de kant waar ruimte is."""
    opzij = "center" if abs(cos(hoek)) < 0.3 else "left" if cos(hoek) > 0 else "right"
    hoog = "middle" if abs(sin(hoek)) < 0.3 else "bottom" if sin(hoek) > 0 else "top"
    breed = 11 if abs(cos(hoek)) > 0.6 else 14
    regels = textwrap.wrap(tekst, breed, break_long_words=False)
    return {
        "x": 1.08 * cos(hoek), "y": 1.08 * sin(hoek), "xanchor": opzij, "yanchor": hoog,
        "text": "<br>".join(stijl.plain(regel) for regel in regels), "align": opzij,
        "showarrow": False, "font": {"color": stijl.TEKST, "size": 12.5},
    }  # fmt: skip


def _number(nr: int, hoogste: int, hoeken: Sequence[float]) -> dict[str, Any]:
    """Zet het nummer van een antwoord tussen twee spaken, waar geen teken kan liggen."""
    hoek = (hoeken[0] + hoeken[-1] + 2 * pi) / 2
    straal = nr / hoogste * cos((hoeken[0] - hoeken[1]) / 2)
    return {
        "x": straal * cos(hoek), "y": straal * sin(hoek), "text": str(nr), "showarrow": False,
        "font": {"color": stijl.TEKST, "size": 12}, "bgcolor": stijl.VLAK, "borderpad": 1,
    }  # fmt: skip


def _tell(kolommen: Sequence[Groep], themas: Sequence[str], inhoud: Instrument) -> str:
    delen = [f"Van het midden (0) naar buiten: {legend_of_scale(inhoud)}."]
    for groep in kolommen:
        middens = {t: m for t in themas if (m := groep.themas[t].midden) is not None}
        hoog, laag = max(middens.values()), min(middens.values())
        if hoog == laag:
            delen.append(f"{zinnen.sentence(groep.naam)}: overal {zinnen.middle(hoog, inhoud)}.")
            continue
        bovenaan = [inhoud.themas[t].kort for t, m in middens.items() if m == hoog]
        onderaan = [inhoud.themas[t].kort for t, m in middens.items() if m == laag]
        delen.append(
            f"{zinnen.sentence(groep.naam)}: hoogst {', '.join(bovenaan)}; "
            f"laagst {', '.join(onderaan)}."
        )
    return " ".join(delen)
