"""Een tekst om met het team te delen: welk bezoek er komt, wat het team doet en wat niet hoeft."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.bericht import message
from lv_tools.inspectiebezoek.model.uitkomst import Beeld
from lv_tools.inspectiebezoek.model.uitwisselen import visit_line
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud


def share_text(beeld: Beeld, inhoud: Bezoekinhoud) -> str:
    """Schrijf het bericht; leeg zolang er geen bezoekdag is.

    Wat de Inspectie zei, wat u noteerde en wat u zult vertellen, staat er niet in.
    """
    bezoek, zeg = beeld.bezoek, inhoud.zeg
    if bezoek.dag is None:
        return ""
    doen = [
        f"{datum(r.dag)}: {r.wat} ({r.wie})"
        for r in beeld.to_come()
        if r.team and r.dag is not None
    ]
    waarden = {"wat": visit_line(bezoek, inhoud), "dag": datum(bezoek.dag)}
    lijst = (zeg("bericht_doen"), doen) if doen else ()
    if beeld.is_over:
        return message(zeg("bericht_geweest", **waarden), *lijst)
    niet = [zeg(f"team_niet_{n}") for n in range(1, 4)]
    return message(zeg("bericht_komt", **waarden), *lijst, zeg("bericht_niet"), niet)
