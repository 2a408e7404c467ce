"""Een tekst om met het team te delen: wat er de komende tijd in de kalender staat."""

from __future__ import annotations

from datetime import date

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.bericht import message
from lv_tools.kwaliteitskalender.model.bronnen import Kalenderpunt
from lv_tools.kwaliteitskalender.model.uitkomst import Jaarbeeld
from lv_tools.kwaliteitskalender.teksten import Kalenderinhoud


def share_text(beeld: Jaarbeeld, inhoud: Kalenderinhoud, vandaag: date) -> str:
    """Schrijf wat er vanaf vandaag komt, van wat de lezer ziet; leeg als er niets meer komt."""
    komt = [k for k in beeld.shown() if (k.punt.laatste or date.min) >= vandaag]
    if not komt:
        return ""
    naam = beeld.kalender.naam
    begin = inhoud.zeg("bericht_begin", waarvan=f" van {naam}" if naam else "")
    return message(begin, [_line(k) for k in komt])


def _line(k: Kalenderpunt) -> str:
    dag = datum(k.punt.dag) if k.punt.dag else ""
    tijd = f", {k.punt.tijd} uur" if k.punt.tijd else ""
    wie = f" ({k.punt.wie})" if k.punt.wie else ""
    return f"{dag}{tijd}: {k.punt.wat}{wie}"
