"""Een tekst om met het team te delen: waar men de kwaliteitsmedewerker voor vindt."""

from __future__ import annotations

from lv_tools.basis.uitvoer.bericht import message
from lv_tools.kwaliteitsprofiel.model.profiel import is_final, points
from lv_tools.kwaliteitsprofiel.model.uitkomst import Uitkomst


def share_text(uit: Uitkomst) -> str:
    """Schrijf de tekst; zolang niet alle drie tekenden, is het een uitnodiging."""
    inhoud, kern = uit.inhoud, uit.kern
    zeg = inhoud.zeg
    if not is_final(kern):
        return zeg("bericht_vooraf")
    samen = kern.samen
    bij = [
        punt.tekst
        for punt in points(kern, inhoud, "taken")
        if samen.wie.get(punt.code) in ("medewerker", "samen")
    ]
    return message(
        zeg("bericht_begin"),
        samen.zin,
        zeg("bericht_taken") if bij else "",
        bij,
        zeg("bericht_vraag"),
    )
