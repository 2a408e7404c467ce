"""De figuur van een indicator: drie jaren naast de norm."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tekening import line
from lv_tools.urgentiemeter.model.feiten import Indicator, Uitkomst, is_certain, is_reachable
from lv_tools.urgentiemeter.model.zinnen import (
    JAARNAMEN,
    missing,
    needed_values,
    signal,
    weighted,
    write_value,
)
from lv_tools.urgentiemeter.teksten import Instrument


def draw_series(
    uitkomst: Uitkomst, afdeling: str, inhoud: Instrument, onleesbaar: Collection[str] = ()
) -> Figuurblad | None:
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
        vormen.append(line(-0.4, 3.55, norm, norm))
        bijschriften.append(
            {
                "x": -0.4, "y": norm, "xanchor": "left", "showarrow": False,
                "yanchor": "top" if bekend[0][1] >= reeks.norm else "bottom",
                "text": f"norm {write_value(reeks.norm, indicator)}",
                "font": {"color": stijl.TEKST},
            }
        )  # fmt: skip
    for waarde, tekst, plek in _next_year(uitkomst, inhoud):
        waarden.append(waarde)
        data.append(
            {
                "mode": "markers+text",
                "x": [3],
                "y": [waarde],
                "text": [tekst],
                "textposition": plek,
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
    ruimte = max(max(waarden) - min(waarden), 0.2) * 0.45
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
                hoogte=310,
                x={
                    "range": [-0.45, 3.6],
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
        samenvatting=f"{zinnen} {missing(uitkomst, onleesbaar)}".strip(),
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


def _next_year(uitkomst: Uitkomst, inhoud: Instrument) -> list[tuple[float, str, str]]:
    """Geef het doel van volgend jaar, en wat nog net de norm is: waarde, opschrift en plek.

    Het doel is de waarde zonder enig signaal. Wat niet kan, of vanzelf gaat, staat er niet.
    """
    nodig, indicator = uitkomst.nodig, uitkomst.reeks.indicator
    if nodig is None:
        return []
    doel, net = needed_values(uitkomst)
    boven, onder = ("top", "bottom") if indicator.hoger_beter else ("bottom", "top")
    tekens = []
    if _can_be_missed(nodig.zonder_signaal, indicator):
        tekens.append((float(nodig.zonder_signaal), f"doel {doel}", f"{boven} center"))
    if net != doel and _can_be_missed(nodig.gemiddelde, indicator):
        signaal = inhoud.signalen[nodig.signaal.code].titel
        # Smalle regels, zodat het op een telefoon naast het laatste jaar past.
        opschrift = f"{net}: nog net<br>op de norm, met<br>{signaal}"
        tekens.append((float(nodig.gemiddelde), opschrift, f"{onder} center"))
    return tekens


def _can_be_missed(waarde: Fraction, indicator: Indicator) -> bool:
    return is_reachable(waarde, indicator) and not is_certain(waarde, indicator)
