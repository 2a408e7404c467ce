"""De doelenboom als figuur: een rij per onderdeel, ingesprongen, met een vorm en kleur."""

from __future__ import annotations

import textwrap
from typing import Any

from lv_tools.basis.beeld.figuurstijl import (
    FOUT,
    GOED,
    LETOP,
    RAND,
    TEKST,
    Figuurblad,
    layout,
    plain,
)
from lv_tools.basis.taal.notatie import aantal, datum
from lv_tools.verbeterplan.model.boom import Tak, branches
from lv_tools.verbeterplan.model.uitkomst import Uitslag
from lv_tools.verbeterplan.teksten import Planinhoud

#: Kleur en vorm zeggen hetzelfde: wie geen kleuren ziet, ziet de vorm.
VORMEN = {
    "groen": (GOED, "circle"),
    "oranje": (LETOP, "triangle-up"),
    "rood": (FOUT, "x"),
    "grijs": (RAND, "circle-open"),
}
BREED = 40
RIJHOOGTE = 58
#: Zoveel rijen passen er in een figuur; de tabel heeft ze alle.
MEESTE_RIJEN = 80


def tree(uitslag: Uitslag, inhoud: Planinhoud) -> Figuurblad:
    """Teken de doelenboom."""
    takken = branches(uitslag)
    kern, zeg = uitslag.kern, inhoud.zeg
    los = sum(tak.los for tak in takken)
    samenvatting = zeg(
        "boom_zin",
        doelen=aantal(len(kern.doelen), "doel", "doelen"),
        maatregelen=aantal(len(kern.maatregelen), "maatregel", "maatregelen"),
        activiteiten=aantal(len(kern.activiteiten), "activiteit", "activiteiten"),
        los=zeg("boom_los", n=los) if los else zeg("boom_vast") if kern.maatregelen else "",
    ).strip()
    return Figuurblad(
        _figure(takken[:MEESTE_RIJEN], inhoud),
        zeg("boom_titel"),
        samenvatting,
        (
            *(zeg(f"kolom_{naam}") for naam in ("soort", "tekst", "wie", "klaar")),
            *(zeg(f"kolom_{naam}") for naam in ("kleur", "waarom")),
        ),
        tuple(
            (
                inhoud.soort[tak.soort],
                tak.knoop.wat.strip() or zeg("zonder"),
                tak.knoop.wie,
                datum(tak.knoop.klaar) if tak.knoop.klaar else "",
                inhoud.kleur[tak.oordeel.kleur],
                inhoud.oordeel[tak.oordeel.code],
            )
            for tak in takken
        ),
        zeg("figuur_bron", dag=datum(uitslag.peildag)),
        zeg("boom_n", n=len(takken)),
        zeg("boom_niet"),
    )


def label(tak: Tak, inhoud: Planinhoud, breed: int = BREED) -> list[str]:
    """Geef de regels bij een tak: wat, in hoogstens twee regels, en wie en wanneer."""
    soort = inhoud.soort[tak.soort].capitalize()
    regels = textwrap.wrap(f"{soort}: {tak.knoop.wat or '…'}", breed - 2 * tak.diepte)
    if len(regels) > 2:
        regels = [regels[0], f"{regels[1][: breed - 2 * tak.diepte - 1].rstrip(' .,')}…"]
    onder = [tak.knoop.wie.strip()[:30], datum(tak.knoop.klaar) if tak.knoop.klaar else ""]
    return [*regels, " · ".join(deel for deel in onder if deel)]


def _figure(takken: tuple[Tak, ...], inhoud: Planinhoud) -> dict[str, Any]:
    x = [tak.diepte * 0.5 for tak in takken]
    y = [-plek for plek in range(len(takken))]
    lijn_x: list[float | None] = []
    lijn_y: list[float | None] = []
    for plek, tak in enumerate(takken):
        if tak.onder >= 0:
            lijn_x += [x[tak.onder], x[tak.onder], x[plek], None]
            lijn_y += [y[tak.onder], y[plek], y[plek], None]
    lijnen = {
        "type": "scatter", "mode": "lines", "x": lijn_x, "y": lijn_y, "hoverinfo": "skip",
        "line": {"color": RAND, "width": 1}, "showlegend": False,
    }  # fmt: skip
    punten = {
        "type": "scatter",
        "mode": "markers+text",
        "x": x,
        "y": y,
        "text": [_text(tak, inhoud) for tak in takken],
        "textposition": "middle right",
        "textfont": {"color": TEKST, "size": 12},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
        "marker": {
            "color": [VORMEN[tak.oordeel.kleur][0] for tak in takken],
            "symbol": [VORMEN[tak.oordeel.kleur][1] for tak in takken],
            "size": 13,
        },
    }
    vast = {"showgrid": False, "showticklabels": False, "ticks": "", "showline": False}
    return {
        "data": [lijnen, punten],
        "layout": layout(
            hoogte=RIJHOOGTE * len(takken) + 30,
            x={**vast, "range": [-0.3, 11]},
            y={**vast, "range": [-len(takken) + 0.4, 0.6]},
        ),
    }


def _text(tak: Tak, inhoud: Planinhoud) -> str:
    return f"  {'<br>  '.join(plain(regel) for regel in label(tak, inhoud))}"
