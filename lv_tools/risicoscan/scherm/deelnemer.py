"""Het formulier van de risicoscan voor een collega die een link kreeg."""

from __future__ import annotations

from typing import Any

from lv_tools.bouwdoos.groep.deelnemer import participant_form
from lv_tools.bouwdoos.hulpmiddel import Opstelling
from lv_tools.risicoscan.bestand import own_answers
from lv_tools.risicoscan.model.regels import LET_OP
from lv_tools.risicoscan.model.scan import Scan
from lv_tools.risicoscan.model.uitkomst import Uitkomst
from lv_tools.risicoscan.scherm.kijken import Kijkvel
from lv_tools.risicoscan.scherm.paneel import group_of
from lv_tools.risicoscan.teksten import Instrument, note


def participant_data(opstelling: Opstelling[Scan, Uitkomst, Instrument]) -> dict[str, Any]:
    """Geef alles voor het formulier van een deelnemer, als gegevens die JSON kent.

    Parameters
    ----------
    opstelling
        Een pas geopend hulpmiddel.
    """
    inhoud, werk = opstelling.inhoud, opstelling.werk
    vel = Kijkvel(group_of(werk, inhoud), inhoud, "groep/eigen", op_naam=False)
    stellingen = [
        {"code": code, "tekst": inhoud.full(code), "hoog": inhoud.bij[code].uitleg, "anders": []}
        for code in inhoud.standaarden
    ]
    vel.open()
    vorm = participant_form(
        opstelling,
        vel,
        stellingen=stellingen,
        telwoord=("standaard", "standaarden"),
        eigen=lambda: own_answers(werk.staat, inhoud),
        delen={"nog": vel.nog},
    )
    bewijs = {note(code): code for code in inhoud.standaarden}
    vorm["zinnen"]["mee_te_lang"] = inhoud.zeg("mee_te_lang")
    return vorm | {"bewijs": bewijs, "let_op": LET_OP}
