"""Het stilstaande beeld: vier verzonnen scholen, met de zin dat zij verzonnen zijn."""

from __future__ import annotations

from lv_tools.basis.uitvoer.document import Alinea, to_html
from lv_tools.scholen.model.uitkomst import compute
from lv_tools.scholen.model.voorbeeld import example
from lv_tools.scholen.teksten import Scholeninhoud
from lv_tools.scholen.verslag.document import side_by_side


def still(inhoud: Scholeninhoud) -> str:
    """Geef wat er van het voorbeeld naast elkaar ligt als HTML."""
    uit = compute(example(inhoud), inhoud)
    blokken = (Alinea(inhoud.zeg("voorbeeld")), *side_by_side(uit))
    return f"<h2>{inhoud.zeg('voorbeeld_titel')}</h2>{to_html(blokken, 3)}"
