"""Eerst alleen, dan samen: het gezamenlijke oordeel naast de losse antwoorden."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tekening import Rijen
from lv_tools.basis.taal.notatie import LEEG
from lv_tools.zelfevaluatie.figuur.assen import counted, layout, scale_axis
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.samenoordeel import shift
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

_ALLEEN, _SAMEN = "midden van de losse antwoorden", "samen"


def draw_joint(uitslag: Uitslag, inhoud: Instrument) -> Figuurblad | None:
    """Teken per beoordeeld thema het midden van vooraf en het gezamenlijke oordeel.

    Returns
    -------
    Figuurblad or None
        ``None`` zolang de groep over geen enkel thema oordeelde.
    """
    oordelen = uitslag.scan.samen
    if not oordelen:
        return None
    rijen = Rijen(x=0.72)
    verschuivingen = [shift(oordeel, uitslag, inhoud) for oordeel in oordelen]
    vooraf: dict[str, list[float | None]] = {"x": [], "y": []}
    middens: dict[str, list[float]] = {"x": [], "y": []}
    samen: dict[str, list[float]] = {"x": [], "y": []}
    for verschuiving in verschuivingen:
        oordeel, midden = verschuiving.oordeel, verschuiving.vooraf
        titel = inhoud.themas[oordeel.thema].titel
        y = rijen.add(titel if oordeel.oordeel else f"{titel} (niet eens geworden)")
        if midden is not None:
            vooraf["x"] += [midden.laag, midden.hoog, None]
            vooraf["y"] += [y, y, None]
            middens["x"].append(midden.waarde)
            middens["y"].append(y)
        if oordeel.oordeel is not None:
            samen["x"].append(oordeel.oordeel)
            samen["y"].append(y)
    anders = [v for v in verschuivingen if v.stappen]
    data: list[dict[str, Any]] = [
        {"mode": "lines", **vooraf, "line": {"color": stijl.REEKS[0], "width": 6},
         "showlegend": False, "hoverinfo": "skip"},
        _marks(_ALLEEN, middens, "circle", stijl.REEKS[0]),
        # Een open ruit om de stip heen: ook op dezelfde plek zijn ze allebei te zien.
        _marks(_SAMEN, samen, "diamond-open", stijl.REEKS[1]),
    ]  # fmt: skip
    return Figuurblad(
        figuur={"data": data, "layout": layout(rijen, scale_axis(inhoud), [_ALLEEN, _SAMEN])},
        titel="Eerst alleen, dan samen",
        samenvatting=(
            f"Bij {len(anders)} van {len(oordelen)} thema's ligt het gezamenlijke oordeel ergens "
            "anders dan het midden van de losse antwoorden."
        ),
        kolommen=("Thema", "Samen", "Midden vooraf", "Mensen vooraf", "Verschuiving in stappen",
                  "Nu hoger dan samen", "Nu gelijk", "Nu lager"),
        rijen=tuple(
            (
                inhoud.themas[v.oordeel.thema].titel,
                "niet eens geworden" if v.oordeel.oordeel is None
                else inhoud.antwoord(v.oordeel.oordeel),
                zinnen.middle(v.vooraf, inhoud) if v.vooraf else LEEG,
                v.vooraf_n,
                v.stappen,
                v.hoger,
                v.gelijk,
                v.lager,
            )
            for v in verschuivingen
        ),
        bron="antwoorden van deze groep, en het gesprek daarna",
        n=counted(uitslag),
        zegt_niet=(
            "Een verschuiving zegt niet welk beeld klopt. Het gesprek kan iets hebben toegevoegd; "
            "iemand kan ook veel invloed hebben gehad."
        ),
    )  # fmt: skip


def _marks(naam: str, punten: dict[str, list[float]], vorm: str, kleur: str) -> dict[str, Any]:
    groot = vorm.endswith("open")
    return {
        "mode": "markers",
        "name": naam,
        **punten,
        "marker": {
            "symbol": vorm,
            "color": kleur,
            "size": 22 if groot else 12,
            "line": {"color": kleur, "width": 3 if groot else 1},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
