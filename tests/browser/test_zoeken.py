"""Zoeken in de pagina: met het toetsenbord, hardop, licht, en ook zonder server."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

#: Wat er pas komt als iemand zoekt.
ZOEKBESTANDEN = ("zoekindex", "zoekmachine")


def test_search_starts_on_any_page_and_loads_only_what_is_needed(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Zonder zoeken laadt niets; bij het veld de machine, bij de eerste letter de index."""
    context = nieuwe_context(390, 844)
    page = context.new_page()
    page.goto(f"{adres}stappen/index.html", wait_until="networkidle")

    def geladen() -> set[str]:
        return {naam for naam in ZOEKBESTANDEN for url in context.wacht.eigen if naam in url}

    assert geladen() == set()
    page.keyboard.press("Control+k")
    venster = page.get_by_role("dialog", name="Zoeken in dit boek")
    veld = venster.get_by_role("searchbox")
    expect(veld).to_be_focused()
    page.wait_for_function("Boolean(self.LvZoek)")
    assert geladen() == {"zoekmachine"}
    page.keyboard.type("kwalitietszorg")
    status = venster.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^\d+ pagina's gevonden voor ‘kwaliteitszorg’\.$"))
    assert geladen() == set(ZOEKBESTANDEN)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    # "Bedoelde u" is een knop; daarna staat het goede woord in het veld.
    venster.get_by_role("button", name="kwaliteitszorg").press("Enter")
    expect(veld).to_have_value("kwaliteitszorg")
    expect(veld).to_be_focused()

    # Met de pijl naar de eerste uitslag, met Enter ernaartoe, en de woorden zijn gemarkeerd.
    veld.fill("leerlingen")
    expect(status).to_have_text(re.compile("gevonden voor ‘leerlingen’"))
    page.keyboard.press("ArrowDown")
    expect(venster.locator(".hs-uitslag a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(veld).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(venster.locator(".hs-uitslag a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main .highlighted").first).to_be_attached()
    page.get_by_role("link", name="Verberg de gemarkeerde woorden").click()
    expect(page.locator("main .highlighted")).to_have_count(0)


def test_nothing_found_offers_a_way_on(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context(320, 640, color_scheme="dark").new_page()
    page.goto(f"{adres}search.html?q=xyzzyplugh")
    zoekpagina = page.get_by_role("main")
    expect(zoekpagina.get_by_role("status")).to_have_text(re.compile("^Niets gevonden"))
    assert zoekpagina.locator(".hs-uitslag a").count() >= 5
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    zoekpagina.get_by_role("searchbox").fill("inspectie komt langs")
    eerste = zoekpagina.locator(".hs-uitslag__kop a")
    expect(eerste.filter(has_text="De Inspectie komt").first).to_be_visible()
