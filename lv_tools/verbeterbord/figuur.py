"""De doelen door de tijd: per doel een balk van begin tot eind."""

from __future__ import annotations

from datetime import date
from typing import Any

from lv_tools.basis.beeld.figuurstijl import ACCENT, REEKS, VLAK, Figuurblad
from lv_tools.basis.beeld.tekening import Rijen, layout_rows, line
from lv_tools.basis.taal.notatie import MAANDEN, datum
from lv_tools.verbeterbord.model.bord import Doel
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.teksten import Bordinhoud

MEESTE_RIJEN = 30
#: Onder de as staan twee regels, de maand en het jaar; zoveel pixels hebben die nodig.
ONDER = 52


def timeline(beeld: Beeld, inhoud: Bordinhoud) -> Figuurblad | None:
    """Teken de doelen die een begin en een eind hebben; zonder zo'n doel is er geen tekening."""
    zeg = inhoud.zeg
    doelen = [d for d in beeld.bord.doelen if d.plek != "straks" and d.van and last_day(d)]
    if not doelen:
        return None
    doelen.sort(key=lambda d: (d.van or date.min, d.id))
    af = sum(d.plek == "af" for d in doelen)
    n = len(doelen)
    return Figuurblad(
        _figure(beeld, doelen[-MEESTE_RIJEN:], inhoud),
        zeg("gesch_titel", team=beeld.bord.team or zeg("een_team")),
        zeg(
            "gesch_zin",
            n=zeg("gesch_doel_een") if n == 1 else zeg("gesch_doel_meer", n=n),
            van=datum(min(d.van for d in doelen if d.van)),
            tot=datum(max(last_day(d) or date.min for d in doelen)),
            af=af,
            af_is="is" if af == 1 else "zijn",
        ),
        tuple(zeg(f"kolom_{k}") for k in ("doel", "thema", "dagen", "plek")),
        tuple((d.wat, beeld.theme_of(d), span(d), inhoud.plek[d.plek]) for d in reversed(doelen)),
        zeg("gesch_bron", dag=datum(beeld.vandaag)),
        zeg("gesch_doel_een") if n == 1 else zeg("gesch_doel_meer", n=n),
        zeg("gesch_niet"),
    )


def last_day(doel: Doel) -> date | None:
    """De dag tot waar het team eraan werkte: afgerond, of anders de dag die er staat."""
    eind = doel.af or doel.tot
    return max(eind, doel.van) if eind and doel.van else eind


def span(doel: Doel) -> str:
    """Schrijf van wanneer tot wanneer een doel liep."""
    return " tot ".join(datum(dag) for dag in (doel.van, last_day(doel)) if dag)


def _figure(beeld: Beeld, doelen: list[Doel], inhoud: Bordinhoud) -> dict[str, Any]:
    nul = min(d.van for d in doelen if d.van)
    eind = max(*(last_day(d) or nul for d in doelen), beeld.vandaag)
    rijen = Rijen()
    sporen: dict[str, dict[str, Any]] = {
        "nu": {"color": ACCENT},
        "af": {"color": VLAK, "line": {"color": REEKS[1], "width": 2}},
    }
    per: dict[str, tuple[list[float], list[int], list[int]]] = {k: ([], [], []) for k in sporen}
    for doel in doelen:
        y, basis, lengte = per[doel.plek]
        y.append(rijen.add(doel.wat or inhoud.zeg("zonder"), hoogte=20))
        begin = doel.van or nul
        basis.append((begin - nul).days)
        lengte.append(max(((last_day(doel) or begin) - begin).days, 1))
    data = [
        {
            "type": "bar", "orientation": "h", "name": inhoud.zeg(f"gesch_{plek}"),
            "y": per[plek][0], "base": per[plek][1], "x": per[plek][2], "width": 16,
            "marker": teken, "hoverinfo": "skip",
        }
        for plek, teken in sporen.items()
        if per[plek][0]
    ]  # fmt: skip
    dagen = (eind - nul).days or 7
    as_x = {"showgrid": False, "range": [-1, dagen * 1.02], **_months(nul, eind)}
    vandaag = (beeld.vandaag - nul).days
    vormen = [line(vandaag, vandaag, 0, rijen.hoogte)] if beeld.vandaag >= nul else []
    return {
        "data": data,
        "layout": layout_rows(rijen, as_x, legenda=34, onder=ONDER, vormen=vormen),
    }


def _months(nul: date, eind: date) -> dict[str, Any]:
    eersten, dag = [], date(nul.year, nul.month, 1)
    while dag <= eind:
        eersten.append(dag)
        dag = date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)
    stap = max(1, -(-len(eersten) // 6))
    zichtbaar = [d for d in eersten if d >= nul][::stap]
    return {
        "tickvals": [(d - nul).days for d in zichtbaar],
        "ticktext": [f"{MAANDEN[d.month - 1][:3]}<br>{d.year}" for d in zichtbaar],
    }
