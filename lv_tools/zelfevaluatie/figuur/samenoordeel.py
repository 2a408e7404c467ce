"""Eerst alleen, dan samen: het gezamenlijke oordeel naast de losse antwoorden."""

from __future__ import annotations

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import Lijnen, Punten, marker
from lv_tools.basis.beeld.tekening import Rijen
from lv_tools.basis.taal.notatie import LEEG
from lv_tools.zelfevaluatie.figuur.assen import counted, layout, scale_axis
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.samenoordeel import shift
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

_ALLEEN, _SAMEN = "midden van de losse antwoorden", "samen"
_RUIT = {"symbol": "diamond-open", "color": stijl.REEKS[1], "size": 22}


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
    vooraf, middens, samen = Lijnen(), Punten(), Punten()
    for verschuiving in verschuivingen:
        oordeel, midden = verschuiving.oordeel, verschuiving.vooraf
        titel = inhoud.themas[oordeel.thema].titel
        y = rijen.add(titel if oordeel.oordeel else f"{titel} (niet eens geworden)")
        if midden is not None:
            vooraf.add((midden.laag, midden.hoog), y)
            middens.add(midden.waarde, y)
        if oordeel.oordeel is not None:
            samen.add(oordeel.oordeel, y)
    anders = [v for v in verschuivingen if v.stappen]
    data = [
        *vooraf.trace(6, stijl.REEKS[0]),
        middens.trace(_ALLEEN, {**marker(0, 12), "line": {"color": stijl.REEKS[0], "width": 1}}),
        # Een open ruit om de stip heen: ook op dezelfde plek zijn ze allebei te zien.
        samen.trace(_SAMEN, {**_RUIT, "line": {"color": stijl.REEKS[1], "width": 3}}),
    ]
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
