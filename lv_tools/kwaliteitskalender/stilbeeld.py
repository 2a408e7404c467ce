"""Wat een lezer ziet voordat Python draait: het jaar van de voorbeeldschool en wat opvalt."""

from __future__ import annotations

from lv_tools.basis.beeld.weergave import ontsnap
from lv_tools.basis.uitvoer.document import Alinea, to_html
from lv_tools.kwaliteitskalender.teksten import Kalenderinhoud
from lv_tools.kwaliteitskalender.verslag.beeld import compute, example
from lv_tools.kwaliteitskalender.verslag.document import overview, remarks, title


def still(inhoud: Kalenderinhoud) -> str:
    """Geef het stilstaande beeld; de dagen staan in de tabel bij de tekening."""
    beeld = compute(example(inhoud), inhoud)
    blokken = (
        Alinea(inhoud.zeg("voorbeeld_verzonnen")),
        *overview(beeld, inhoud, beeld.punten),
        *remarks(beeld, inhoud),
    )
    return f"<h2>{ontsnap(title(beeld, inhoud))}</h2>{to_html(blokken, 3)}"
