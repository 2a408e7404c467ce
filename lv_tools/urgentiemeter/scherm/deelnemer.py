"""Het formulier van de urgentiemeter voor een collega die een link kreeg."""

from __future__ import annotations

from typing import Any

from lv_tools.bouwdoos.groep.deelnemer import participant_form
from lv_tools.bouwdoos.hulpmiddel import Opstelling
from lv_tools.urgentiemeter.bestand.lezen import own_answers
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.scherm.paneel import group_of
from lv_tools.urgentiemeter.scherm.vel import Antwoordvel
from lv_tools.urgentiemeter.teksten import Instrument


def participant_data(opstelling: Opstelling[Scan, Uitslag, Instrument]) -> dict[str, Any]:
    """Geef alles voor het formulier van een deelnemer, als gegevens die JSON kent.

    Parameters
    ----------
    opstelling
        Een pas geopend hulpmiddel.
    """
    inhoud, werk = opstelling.inhoud, opstelling.werk
    stellingen = [
        {
            "code": s.code,
            "tekst": s.tekst,
            "hoog": s.hulp,
            "anders": [[list(b.rollen), b.tekst, b.hulp] for b in s.anders],
        }
        for s in inhoud.stelling
    ]
    vorm = participant_form(
        opstelling,
        Antwoordvel(group_of(werk, inhoud), inhoud, "groep/eigen", op_naam=False),
        stellingen=stellingen,
        telwoord=("stelling", "stellingen"),
        eigen=lambda: own_answers(werk.staat, inhoud),
    )
    return vorm | {"andere_woorden": inhoud.regeluitleg["eigen_woorden_vel"]}
