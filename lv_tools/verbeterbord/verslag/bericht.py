"""Een tekst om met het team te delen: waar het aan werkt, en wie wat doet."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.bericht import message
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.teksten import Bordinhoud


def share_text(beeld: Beeld, inhoud: Bordinhoud) -> str:
    """Schrijf de tekst; een leeg bord heeft niets te delen."""
    zeg, bord = inhoud.zeg, beeld.bord
    doelen = [
        zeg("bericht_doel", wat=d.wat.rstrip(". "), dag=datum(d.tot)) if d.tot else d.wat
        for d in bord.at("nu")
        if d.wat.strip()
    ]
    acties = []
    for actie in beeld.open_acties:
        dag = zeg("actie_klaar", dag=datum(actie.klaar)) if actie.klaar else ""
        erbij = ", ".join(deel for deel in (actie.wie.strip(), dag) if deel)
        if actie.wat.strip():
            acties.append(f"{actie.wat.rstrip('. ')} ({erbij})" if erbij else actie.wat)
    if not (doelen or acties):
        return ""
    titel = zeg("bord_titel", team=bord.team or zeg("een_team"))
    begin = zeg("bericht_begin" if doelen else "bericht_kop", titel=titel, dag=datum(beeld.vandaag))
    kop = zeg("bericht_acties") if acties else ""
    return message(begin, doelen, kop, acties, zeg("bericht_vraag"))
