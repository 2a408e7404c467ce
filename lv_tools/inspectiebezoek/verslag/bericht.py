"""Een tekst om met het team te delen: wat er komt, wat wij vertellen, en wat er te doen is."""

from __future__ import annotations

from lv_tools.basis.uitvoer.bericht import message
from lv_tools.inspectiebezoek.model.uitkomst import Beeld
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud
from lv_tools.inspectiebezoek.verslag.taken import day_of, title


def share_text(beeld: Beeld, inhoud: Bezoekinhoud) -> str:
    """Schrijf de tekst, zonder namen; vóór het bezoek ook wat niemand hoeft te doen."""
    zeg, bezoek = inhoud.zeg, beeld.bezoek
    if bezoek.dag is None:
        return ""
    geweest = bezoek.dag < beeld.vandaag
    doen = [
        f"{day_of(regel, inhoud)}: {regel.wat}"
        for regel in beeld.plan
        if not regel.klaar and regel.dag is not None and regel.dag >= beeld.vandaag
    ]
    vertellen = [] if geweest else [b.wat for b, _ in beeld.naast.paren if b.wat.strip()]
    return message(
        f"{title(beeld, inhoud)}.",
        zeg("bericht_vertellen") if vertellen else "",
        vertellen,
        zeg("bericht_komt") if doen else "",
        doen,
        zeg("bericht_erna" if geweest else "bericht_gewoon"),
    )
