"""Afgedrukt is een bladzijde A4, licht, en met leesbare adressen.

Dat er op papier van elke bladzijde alleen tekst staat, toetst ``test_bladzijden``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

STAPPAGINA = "stappen/stap-1-situatie-in-kaart.html"
#: A4 in punten: 210 bij 297 mm.
A4 = (595, 842)


def test_links_to_other_sites_show_their_address(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context().new_page()
    page.goto(adres + "naslag/bronnen.html", wait_until="load")
    page.emulate_media(media="print")
    achteraan = "(link) => getComputedStyle(link, '::after').content"
    elders = page.locator("main a.external[href^='http']").first
    assert re.search(r"https://[\w.-]+", elders.evaluate(achteraan))
    eigen = page.locator("main a.internal").first
    assert eigen.evaluate(achteraan) == "none"


def test_pdf_is_a4_and_tagged(adres: str, nieuwe_context: Callable[..., BrowserContext]) -> None:
    page = nieuwe_context(color_scheme="dark").new_page()
    page.goto(adres + STAPPAGINA, wait_until="load")
    pdf = page.pdf(prefer_css_page_size=True, tagged=True)
    assert b"/StructTreeRoot" in pdf
    assert b"/Lang" in pdf
    maten = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert maten
    assert {(round(float(breed)), round(float(hoog))) for breed, hoog in maten} == {A4}


def test_paper_is_light_and_screen_stays_dark(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Figuren tekenen zelf: voor het afdrukken wordt de pagina licht, daarna weer zoals zij was."""
    page = nieuwe_context(color_scheme="dark").new_page()
    page.goto(f"{adres}index.html", wait_until="load")
    wortel = page.locator("html")
    expect(wortel).to_have_attribute("data-theme", "dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(wortel).to_have_attribute("data-theme", "light")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(wortel).to_have_attribute("data-theme", "dark")
