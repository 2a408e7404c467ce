"""Een tekst om met het team te delen: de doelen van nu en wat er te doen is, zonder namen."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.bericht import message
from lv_tools.verbeterbord.model.bord import Actie, Doel
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.teksten import Bordinhoud


def share_text(beeld: Beeld, inhoud: Bordinhoud) -> str:
    """Schrijf de tekst; wie wat doet, staat er niet in, en een leeg bord heeft niets te delen."""
    zeg, bord = inhoud.zeg, beeld.bord
    doelen = [_goal(doel, inhoud) for doel in bord.at("nu") if doel.wat.strip()]
    acties = [_action(actie) for actie in beeld.open_acties if actie.wat.strip()]
    if not (doelen or acties):
        return ""
    return message(
        zeg("bericht_begin", team=bord.team or zeg("een_team")) if doelen else "",
        doelen,
        zeg("bericht_acties") if acties else "",
        acties,
        zeg("bericht_vraag"),
    )


def _goal(doel: Doel, inhoud: Bordinhoud) -> str:
    wat, merken = doel.wat.strip().rstrip("."), doel.merken.strip()
    return f"{wat}. {inhoud.zeg('bericht_merken', wat=merken)}" if merken else wat


def _action(actie: Actie) -> str:
    wat = actie.wat.strip().rstrip(".")
    return f"{wat} (uiterlijk {datum(actie.klaar)})" if actie.klaar else wat
