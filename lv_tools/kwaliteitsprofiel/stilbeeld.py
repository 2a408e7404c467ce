"""Het stilstaande beeld: de voorbeeldschool, met de zin dat zij verzonnen is."""

from __future__ import annotations

from lv_tools.basis.uitvoer.document import Alinea, Vouw, to_html
from lv_tools.kwaliteitsprofiel.model.uitkomst import compute
from lv_tools.kwaliteitsprofiel.model.voorbeeld import example
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud
from lv_tools.kwaliteitsprofiel.verslag.document import report
from lv_tools.kwaliteitsprofiel.verslag.profielblad import profile


def still(inhoud: Profielinhoud) -> str:
    """Geef de uitkomst en het profiel van de voorbeeldschool als HTML."""
    uit = compute(example(inhoud), inhoud)
    document, afspraak = report(uit, inhoud), profile(uit)
    blokken = (
        Alinea(inhoud.zeg("voorbeeld")),
        *document.blokken,
        Vouw(afspraak.titel, afspraak.blokken),
    )
    return f"<h2>{inhoud.zeg('voorbeeld_titel')}</h2>{to_html(blokken, 3)}"
