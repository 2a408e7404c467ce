"""Een tekst om met het team te delen: de vragen voor het gesprek, zonder een enkel antwoord."""

from __future__ import annotations

from lv_tools.basis.uitvoer.bericht import message
from lv_tools.zelfevaluatie.model.gespreksvragen import questions
from lv_tools.zelfevaluatie.model.opzet import BEGINNAAM
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: Met minder mensen verraden de vragen wie wat antwoordde.
VANAF = 5


def share_text(uitslag: Uitslag, inhoud: Instrument) -> str:
    """Schrijf de tekst bij een uitslag zoals zij het hulpmiddel verlaat.

    Met weinig mensen is het een uitnodiging.
    """
    zeg, naam = inhoud.zeg, uitslag.scan.opzet.naam.strip()
    # Zoals elke scan heet zolang niemand haar een naam gaf, zegt een collega niets.
    waarvan = f" ({naam})" if naam not in ("", BEGINNAAM) else ""
    vragen = questions(uitslag, inhoud) if uitslag.personen >= VANAF else ()
    if not vragen:
        return zeg("bericht_vooraf", waarvan=waarvan)
    return message(
        zeg("bericht_begin", waarvan=waarvan), [f"{v.onderwerp}: {v.tekst}" for v in vragen]
    )
