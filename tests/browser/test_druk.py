"""Afgedrukt staat er alleen tekst: op A4, zwart op wit, met leesbare adressen en hele tabellen."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

STAPPAGINA = "stappen/stap-1-situatie-in-kaart.html"
#: A4 in punten: 210 bij 297 mm.
A4 = (595, 842)


def test_paper_holds_text_only(blad: Page) -> None:
    blad.set_viewport_size({"width": 794, "height": 1123})
    blad.emulate_media(media="print", color_scheme="dark")
    for kiezer in ("nav", "button", "dialog", ".hs-voet", ".hs-sprong"):
        expect(blad.locator(f"{kiezer}:visible")).to_have_count(0)
    expect(blad.locator("h1")).to_be_visible()
    expect(blad.locator(".hs-titel")).to_be_visible()
    expect(blad.locator("h1 ~ p, main p").first).to_have_css("color", "rgb(0, 0, 0)")
    # Een tabel mag op papier nergens worden afgekapt.
    afgekapt = blad.eval_on_selector_all(
        "main table",
        """(tabellen) => tabellen.filter((tabel) => tabel.checkVisibility()
             && getComputedStyle(tabel.parentElement).overflowX !== 'visible')
             .map((tabel) => tabel.outerHTML.slice(0, 100))""",
    )
    assert not afgekapt


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
