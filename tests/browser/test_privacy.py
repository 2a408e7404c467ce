"""Wat het boek zelf in de browser bewaart: alleen de keuze voor licht of donker, en geen koekje."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect


def test_na_lezen_en_zoeken_is_alleen_licht_of_donker_bewaard(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Zet licht of donker, zoek, open een gevonden pagina, sluit het tabblad en kijk wat er is."""
    context = nieuwe_context()
    page = context.new_page()
    page.goto(f"{adres}search.html?q=leerlingen")
    page.locator(".theme-switch-button").first.click()
    page.locator(".hs-uitslag a").first.click()
    expect(page.locator("h1").first).to_be_visible()
    page.close()
    page = context.new_page()
    page.goto(f"{adres}naslag/privacy.html")
    bewaard = set(page.evaluate("Object.keys(localStorage)"))
    assert "mode" in bewaard, "de keuze voor licht of donker is niet bewaard: er is niets gemeten"
    assert bewaard <= {"mode", "theme"}
    assert page.evaluate("Object.keys(sessionStorage).length") == 0
    assert context.cookies() == []
