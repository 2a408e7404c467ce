"""Een tekst om met het team te delen: de gekozen verbeterpunten, of een uitnodiging."""

from __future__ import annotations

from lv_tools.basis.uitvoer.bericht import message
from lv_tools.risicoscan.model.scan import Scan, title
from lv_tools.risicoscan.teksten import Instrument


def share_text(scan: Scan, inhoud: Instrument) -> str:
    """Schrijf de tekst; wat mensen in de scan antwoordden, staat er niet in."""
    zeg, naam = inhoud.zeg, title(scan)
    waarvan = f" ({naam})" if naam else ""
    punten = [punt.wat for punt in scan.punten if punt.wat.strip()]
    if not punten:
        return zeg("bericht_vooraf", waarvan=waarvan)
    return message(zeg("bericht_begin", waarvan=waarvan), punten, zeg("bericht_vraag"))
