"""Een korte tekst om met het team te delen: een uitnodiging, of de uitslag van de groep."""

from __future__ import annotations

from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.teksten import Instrument
from lv_tools.urgentiemeter.verslag.wensen import outgoing

#: Vanaf hoeveel mensen de uitslag van de groep in de tekst staat; met minder is zij te herleiden.
_VANAF = 5


def share_text(uitslag: Uitslag, inhoud: Instrument) -> str:
    """Schrijf de tekst; met weinig mensen is het een uitnodiging, zonder een enkel antwoord."""
    buiten = outgoing(uitslag, inhoud, Wensen())
    geheel, advies = buiten.beleving.geheel, buiten.advies
    personen = buiten.beleving.personen
    if geheel is None or advies is None or personen < _VANAF:
        return inhoud.zeg("delen_vraag")
    begin = inhoud.zeg(
        "delen_uitslag",
        titel=advies.titel,
        zin=f"{zinnen.headline(geheel, inhoud)} ({zinnen.people(personen)}).".replace(". (", " ("),
        draagt=inhoud.carries(personen),
    )
    return "\n".join((begin, *(f"- {vraag}" for vraag in advies.vragen)))
