"""De papieren versie: alles wat op het scherm staat, om met een pen in te vullen."""

from __future__ import annotations

from html import unescape

from lv_tools.inspectiebezoek.papier import (
    toon_aantekenblad,
    toon_ernablad,
    toon_planblad,
    toon_verhaalblad,
)
from lv_tools.inspectiebezoek.teksten import content


def test_the_plan_on_paper_has_each_task_with_our_distance_and_the_kinds() -> None:
    html, inhoud = unescape(toon_planblad().inhoud), content()
    for v in inhoud.voorstel:
        assert (v.wat in html) == (v.fase != "door"), v.code
    gewoon, _, bijzonder = html.partition(inhoud.zeg("papier_herstel"))
    herstel, _, risico = bijzonder.partition(inhoud.zeg("papier_risico"))
    for deel, soort in ((herstel, "herstel"), (risico, "risico")):
        for v in inhoud.voorstel:
            assert (v.wat in deel) == (v.soorten == (soort,) and v.fase != "door"), v.code
    assert all(rol in gewoon for rol in inhoud.rol.values())
    assert "42 dagen ervoor" in html
    assert "op de dag zelf" in html
    assert all(soort.naam in html for soort in inhoud.soort.values())


def test_the_other_sheets_ask_what_the_screen_asks() -> None:
    zeg = content().zeg
    assert zeg("kolom_vertellen") in toon_verhaalblad().inhoud
    assert zeg("papier_zonder") in toon_verhaalblad().inhoud
    assert zeg("kolom_toezegging") in toon_aantekenblad().inhoud
    assert zeg("kolom_genoteerd") in toon_ernablad().inhoud
    assert all(rol in toon_ernablad().inhoud for rol in content().rol.values())
