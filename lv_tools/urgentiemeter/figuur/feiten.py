"""De figuur van een indicator: drie jaren naast de norm."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tekening import line
from lv_tools.urgentiemeter.model.feiten import Uitkomst, is_certain, is_reachable, round_safe
from lv_tools.urgentiemeter.model.zinnen import JAARNAMEN, missing, signal, weighted, write_value
from lv_tools.urgentiemeter.teksten import Instrument


def draw_series(uitkomst: Uitkomst, afdeling: str, inhoud: Instrument) -> Figuurblad | None:
    """Teken drie jaren van een indicator naast de norm."""
    reeks, indicator = uitkomst.reeks, uitkomst.reeks.indicator
    bekend = [(j, w) for j, w in enumerate(reeks.resultaten) if w is not None]
    if not bekend:
        return None
    data: list[dict[str, Any]] = [
        {
            "mode": "lines+markers+text",
            "x": [jaar for jaar, _w in bekend],
            "y": [float(w) for _j, w in bekend],
            "text": [write_value(w, indicator) for _j, w in bekend],
            "textposition": "top center",
            "marker": {"color": stijl.ACCENT, "size": 12},
            "line": {"color": stijl.ACCENT, "width": 2},
            "hoverinfo": "skip",
            "cliponaxis": False,
        }
    ]
    vormen, bijschriften = [], []
    waarden = [float(w) for _j, w in bekend]
    if reeks.norm is not None:
        norm = float(reeks.norm)
        waarden.append(norm)
        vormen.append(line(-0.4, 3.4, norm, norm))
        bijschriften.append(
            {
                "x": 3.4, "y": norm, "xanchor": "right", "showarrow": False,
                "yanchor": "top" if _needs_more(uitkomst) else "bottom",
                "text": f"norm {write_value(reeks.norm, indicator)}",
                "font": {"color": stijl.TEKST},
            }
        )  # fmt: skip
    if uitkomst.nodig and _worth_drawing(uitkomst):
        nodig = float(uitkomst.nodig.gemiddelde)
        rond = write_value(round_safe(uitkomst.nodig.gemiddelde, indicator), indicator)
        waarden.append(nodig)
        data.append(
            {
                "mode": "markers+text",
                "x": [3],
                "y": [nodig],
                "text": [f"nodig {rond}"],
                "textposition": "top center" if _needs_more(uitkomst) else "bottom center",
                "marker": {
                    "symbol": "diamond-open",
                    "color": stijl.LETOP,
                    "size": 14,
                    "line": {"width": 2.5},
                },
                "hoverinfo": "skip",
                "cliponaxis": False,
            }
        )
    ruimte = max(max(waarden) - min(waarden), 0.2) * 0.35
    zinnen = f"{afdeling}, {indicator.naam}: {signal(uitkomst, inhoud)}."
    if uitkomst.gemiddelde is not None:
        zinnen += (
            f" Het gemiddelde van drie jaar is {write_value(uitkomst.gemiddelde, indicator)} "
            f"({weighted(uitkomst)})."
        )
    return Figuurblad(
        figuur={
            "data": data,
            "layout": stijl.layout(
                hoogte=280,
                x={
                    "range": [-0.45, 3.45],
                    "tickvals": [0, 1, 2, 3],
                    "ticktext": ["oudste<br>jaar", "jaar<br>daarna", "laatste<br>jaar",
                                 "volgend<br>jaar"],
                    "showgrid": False,
                },
                y={
                    "range": [min(waarden) - ruimte, max(waarden) + ruimte],
                    "showticklabels": False,
                    "showgrid": False,
                },
                shapes=vormen,
                annotations=bijschriften,
            ),
        },
        titel=f"{indicator.naam}, {afdeling}",
        samenvatting=f"{zinnen} {missing(uitkomst)}".strip(),
        kolommen=("Jaar", "Resultaat", "Leerlingen"),
        rijen=tuple(
            (naam, write_value(waarde, indicator), leerlingen)
            for naam, waarde, leerlingen in zip(
                JAARNAMEN, reeks.resultaten, reeks.leerlingen, strict=True
            )
        ),
        bron="eigen invoer",
        n=f"{len(bekend)} van 3 jaren ingevuld, {weighted(uitkomst)}",
        zegt_niet="Dit is geen oordeel van de Inspectie, en het zegt niet waar het aan ligt.",
    )  # fmt: skip


def _worth_drawing(uitkomst: Uitkomst) -> bool:
    indicator = uitkomst.reeks.indicator
    nodig = uitkomst.nodig
    if nodig is None or is_certain(nodig.gemiddelde, indicator):
        return False
    return is_reachable(nodig.gemiddelde, indicator)


def _needs_more(uitkomst: Uitkomst) -> bool:
    """Ligt wat nodig is boven de norm? Dan gaan de opschriften elk een andere kant op."""
    nodig, norm = uitkomst.nodig, uitkomst.reeks.norm
    return nodig is not None and norm is not None and nodig.gemiddelde >= norm
