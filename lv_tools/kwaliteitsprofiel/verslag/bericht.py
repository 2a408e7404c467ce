"""Een tekst om met de school te delen: wat is afgesproken, of dat er een gesprek komt."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.bericht import message
from lv_tools.kwaliteitsprofiel.model.profiel import is_final, points
from lv_tools.kwaliteitsprofiel.model.uitkomst import Uitkomst
from lv_tools.kwaliteitsprofiel.verslag.profielblad import limits, name_of


def share_text(uit: Uitkomst) -> str:
    """Schrijf de tekst; wat ieder invulde, uren en namen van mensen staan er niet in."""
    kern, inhoud, samen = uit.kern, uit.inhoud, uit.kern.samen
    zeg, naam = inhoud.zeg, name_of(kern)
    waarvan = f" ({naam})" if naam else ""
    doet = [
        taak.tekst
        for taak in points(kern, inhoud, "taken")
        if samen.wie.get(taak.code) in ("medewerker", "samen")
    ]
    grenzen, zin = limits(uit), " ".join(samen.zin.split())
    if not (doet or grenzen or zin):
        return zeg("bericht_vooraf", waarvan=waarvan)
    return message(
        zeg("bericht_begin", waarvan=waarvan),
        "" if is_final(kern) else zeg("bericht_concept"),
        zeg("bericht_zin", zin=zin) if zin else "",
        zeg("bericht_taken") if doet else "",
        doet,
        zeg("bericht_grenzen") if grenzen else "",
        grenzen,
        zeg("bericht_terug", dag=datum(samen.terug)) if samen.terug else "",
        zeg("bericht_vraag"),
    )
