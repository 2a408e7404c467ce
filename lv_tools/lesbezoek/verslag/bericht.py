"""Een tekst om met het team te delen: wat de ronde liet zien, of een uitnodiging."""

from __future__ import annotations

from lv_tools.basis.uitvoer.bericht import message
from lv_tools.lesbezoek.model.uitkomst import Uitkomst
from lv_tools.lesbezoek.teksten import Instrument
from lv_tools.lesbezoek.verslag.delen import headline


def share_text(uit: Uitkomst, inhoud: Instrument) -> str:
    """Schrijf de tekst; zolang de uitkomst niet te zien mag zijn, staat er niets uit een les in."""
    zeg = inhoud.zeg
    wat = uit.ronde.vraag.strip()
    vraag = zeg("bericht_onze_vraag", vraag=wat) if wat else ""
    if not uit.zichtbaar:
        return message(zeg("bericht_vooraf"), vraag, zeg("bericht_afspraak"))
    punten = [punt.wat for punt in uit.ronde.punten if punt.wat.strip()]
    return message(
        zeg("bericht_begin"),
        vraag,
        headline(uit, inhoud),
        zeg("bericht_punten") if punten else "",
        punten,
        zeg("bericht_slot"),
    )
