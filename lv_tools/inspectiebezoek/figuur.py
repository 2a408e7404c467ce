"""De tijdlijn: elke stap een rij, elke taak een teken, en het bezoek als lijn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lv_tools.basis.beeld.figuurstijl import ACCENT, RAND, REEKS, Figuurblad
from lv_tools.basis.beeld.sporen import Lijnen, Punten
from lv_tools.basis.beeld.tekening import Rijen, layout_rows
from lv_tools.basis.taal.notatie import MAANDEN, aantal, datum
from lv_tools.inspectiebezoek.model.planning import Regel
from lv_tools.inspectiebezoek.model.uitkomst import Beeld
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud

#: Zoveel datums staan er hoogstens onder de tekening.
TIKKEN = 4
STANDEN = ("klaar", "open", "voorbij", "geweest")


def state_of(regel: Regel) -> str:
    """Geef hoe een taak ervoor staat: gedaan, te laat, ingehaald door het bezoek, of open."""
    if regel.klaar:
        return "klaar"
    return next((naam for naam in ("voorbij", "geweest") if naam in regel.meldingen), "open")


def timeline(beeld: Beeld, inhoud: Bezoekinhoud) -> Figuurblad | None:
    """Teken het plan; zonder bezoekdag is er niets te tekenen."""
    zeg, dag = inhoud.zeg, beeld.bezoek.dag
    regels = [r for r in beeld.plan if r.dag is not None]
    if dag is None or not regels:
        return None
    telling = [sum(state_of(r) == stand for r in regels) for stand in STANDEN]
    return Figuurblad(
        _draw(beeld, regels, inhoud),
        zeg("figuur_titel"),
        zeg(
            "figuur_zin",
            n=aantal(len(regels), "taak", "taken"),
            van=datum(min(r.dag for r in regels if r.dag)),
            tot=datum(max(r.dag for r in regels if r.dag)),
            bezoek=datum(dag),
            klaar=telling[0],
            open=telling[1],
            laat=telling[2] + telling[3],
        ),
        tuple(zeg(f"kolom_{naam}") for naam in ("dag", "stap", "wat", "wie", "stand")),
        tuple(
            (datum(r.dag), int(r.stap), r.wat, r.wie, zeg(f"stand_{state_of(r)}"))
            for r in regels
            if r.dag is not None
        ),
        zeg("figuur_bron"),
        aantal(len(regels), "taak", "taken"),
        zeg("figuur_niet"),
    )


def _draw(beeld: Beeld, regels: list[Regel], inhoud: Bezoekinhoud) -> dict[str, Any]:
    bezoek = beeld.bezoek.dag
    assert bezoek is not None  # noqa: S101  # de aanroeper ging dat na
    plek = {r.id: ((r.dag or bezoek) - bezoek).days for r in regels}
    links, rechts = min(*plek.values(), 0), max(*plek.values(), 0)
    marge = max((rechts - links) // 20, 2)
    rijen = Rijen(x=links - marge)
    punten = {stand: Punten() for stand in STANDEN}
    for stap in sorted({int(r.stap) for r in regels}):
        y = rijen.add(inhoud.stapnaam[str(stap)], vooraan=f"{stap}.", hoogte=22)
        op = [r for r in regels if int(r.stap) == stap]
        for r in op:
            # Taken op dezelfde dag liggen naast elkaar.
            eerder = [a for a in op[: op.index(r)] if plek[a.id] == plek[r.id]]
            punten[state_of(r)].add(plek[r.id] + len(eerder) * marge * 0.55, y)
    lijn = Lijnen()
    lijn.add((0, 0), (0, rijen.hoogte))
    zeg = inhoud.zeg
    vormen = {
        "klaar": {"symbol": "circle", "color": ACCENT, "size": 12},
        "open": {"symbol": "circle-open", "color": ACCENT, "size": 12, "line": {"width": 2}},
        "voorbij": {"symbol": "x", "color": REEKS[1], "size": 12},
        "geweest": {"symbol": "circle-open", "color": RAND, "size": 12, "line": {"width": 2}},
    }
    data = lijn.trace(2, RAND)
    for spoor in data:
        spoor |= {"name": zeg("figuur_bezoek"), "showlegend": True}
    data += [
        punten[stand].trace(zeg(f"stand_{stand}"), vorm)
        for stand, vorm in vormen.items()
        if punten[stand].x
    ]
    stap = max(7, -(-(rechts - links) // (TIKKEN * 7)) * 7)
    tikken = list(range(-(-links // stap) * stap, rechts + 1, stap))
    as_x = {
        "range": [links - marge, rechts + marge],
        "tickvals": tikken,
        "ticktext": [_short(bezoek + timedelta(days=n)) for n in tikken],
    }
    return {"data": data, "layout": layout_rows(rijen, as_x, legenda=36)}


def _short(dag: date) -> str:
    maand = MAANDEN[dag.month - 1]
    return f"{dag.day} {'mrt' if maand == 'maart' else maand[:3]}"
