"""Hetzelfde bestand in twee tabbladen: het staat meteen in beeld, en niemand verliest werk."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext
from werkplek import ANDER_TABBLAD, NIET_BEWAARD, Blad, Werkplek

WAARSCHUWING_MS = 3000


def second_tab(werkplek: Werkplek, context: BrowserContext) -> tuple[Blad, Blad]:
    """Geef een tabblad met bewaard werk, en een tweede waarin hetzelfde bestand opengaat."""
    een = werkplek.open(context)
    een.type("werk van een")
    assert een.wait_for(lambda: een.stored("werk van een"))
    twee = werkplek.open(context, wacht=False)
    twee.page.wait_for_selector(".lvs-scherm textarea", state="attached")
    twee.rest(1500)
    return een, twee


def left_behind(werkplek: Werkplek, context: BrowserContext, *open_: Blad) -> dict[str, str]:
    """Sluit alles, open het hulpmiddel opnieuw en geef per bestand wat er staat."""
    for blad in open_:
        blad.close()
    return werkplek.open(context).everything()


@pytest.mark.parametrize("venster", [(1280, 900), (390, 700)])
def test_het_tweede_tabblad_waarschuwt_meteen_en_blijft_dat_doen(
    werkplek: Werkplek, context: BrowserContext, venster: tuple[int, int]
) -> None:
    _een, twee = second_tab(werkplek, context)
    twee.page.set_viewport_size({"width": venster[0], "height": venster[1]})
    assert twee.warned(ANDER_TABBLAD, binnen=WAARSCHUWING_MS), twee.sentences(ANDER_TABBLAD)
    for deel in (1, 0.5, 0):
        twee.page.evaluate(
            "deel => scrollTo(0, deel * (document.body.scrollHeight - innerHeight))", deel
        )
        twee.rest(150)
        assert twee.warned(ANDER_TABBLAD), f"niet in beeld op {deel:.0%} van de pagina"
    breed = twee.page.evaluate("document.documentElement.scrollWidth")
    assert breed <= venster[0]


def test_wat_in_het_tweede_tabblad_getypt_is_gaat_niet_stil_verloren(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    een, twee = second_tab(werkplek, context)
    twee.type(" en nog van twee")
    getypt = "van twee" in twee.tekst  # een scherm dat niet laat typen, mag ook
    twee.rest(1200)
    gevraagd = twee.close()
    staat = left_behind(werkplek, context, een)
    assert any("werk van een" in tekst for tekst in staat.values()), staat
    gevonden = any("van twee" in tekst for tekst in staat.values())
    assert gevraagd or gevonden or not getypt


def test_wie_niets_te_verliezen_heeft_krijgt_geen_vraag(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    een = werkplek.open(context)
    een.type("bewaard werk")
    assert een.wait_for(lambda: een.stored("bewaard werk"))
    een.rest(1200)
    assert not een.close()
    alleen_gelezen = werkplek.open(context)
    assert alleen_gelezen.tekst == "bewaard werk"
    alleen_gelezen.veld.click()
    assert not alleen_gelezen.close()


@pytest.mark.parametrize("handeling", ["andere naam", "verwijder", "kopie", "nieuw"])
def test_beheren_in_het_tweede_tabblad_schaadt_het_eerste_niet(
    werkplek: Werkplek, context: BrowserContext, handeling: str
) -> None:
    een, twee = second_tab(werkplek, context)
    if handeling == "andere naam":
        twee.rename("Van twee")
    elif handeling == "verwijder":
        twee.press("Verwijder dit bestand") and twee.press("Ja, verwijder dit bestand")
    elif handeling == "kopie":
        twee.press("Maak een kopie")
    else:
        twee.press("Nieuw bestand")
    twee.rest(800)
    een.page.bring_to_front()
    een.type(" gaat verder")
    een.rest(1500)
    gewaarschuwd = een.warned()
    staat = left_behind(werkplek, context, twee, een)
    heel = [naam for naam, tekst in staat.items() if tekst == "werk van een gaat verder"]
    assert heel, f"{staat}; gewaarschuwd: {gewaarschuwd}"
    assert sum("gaat verder" in tekst for tekst in staat.values()) == 1, staat


def test_alles_wissen_in_het_ene_tabblad_is_in_het_andere_meteen_te_zien(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    een, twee = second_tab(werkplek, context)
    assert twee.press("Wis alles")
    assert twee.press("Ja, wis alles")
    een.page.bring_to_front()
    gewist = r"gewist"
    assert een.warned(gewist, binnen=WAARSCHUWING_MS), een.sentences(gewist)
    een.type(" gaat verder")
    een.rest(1200)
    gevraagd = een.close()
    staat = left_behind(werkplek, context, twee)
    gevonden = any("gaat verder" in tekst for tekst in staat.values())
    assert gevraagd or gevonden


def test_het_eerste_tabblad_gaat_dicht_en_het_tweede_kan_verder(
    werkplek: Werkplek, context: BrowserContext
) -> None:
    een, twee = second_tab(werkplek, context)
    een.type(" tot hier")
    een.rest(1200)
    assert not een.close()
    if not twee.press("Haal op wat daar staat"):
        twee.reload()
    assert twee.wait_for(lambda: twee.tekst == "werk van een tot hier")
    twee.type(" en verder")
    assert twee.wait_for(lambda: twee.stored("werk van een tot hier en verder"))
    assert not twee.warned(NIET_BEWAARD)
