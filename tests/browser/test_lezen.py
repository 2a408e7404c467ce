"""Lezen op een telefoon: kort, begrippen op hun plaats, en een knop bij de duim."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

TELEFOON = (390, 844)
STAP = "stappen/stap-2-bewustwording.html"
#: Zoveel schermen is een stap voordat iemand het hele hoofdstuk openklapt.
MEESTE_SCHERMEN = 4


def breder_dan_het_scherm(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def test_a_step_on_a_phone(adres: str, nieuwe_context: Callable[..., BrowserContext]) -> None:
    page = nieuwe_context(*TELEFOON, has_touch=True, reduced_motion="reduce").new_page()
    for nummer, naam in enumerate(
        (
            "1-situatie-in-kaart",
            "3-doelen-en-maatregelen",
            "4-aan-de-slag",
            "5-voortgang-en-resultaten",
            "6-kwaliteit-op-peil",
            "2-bewustwording",
        )
    ):
        page.goto(f"{adres}stappen/stap-{naam}.html", wait_until="load")
        dicht = page.locator("details.hs-hoofdstuk > summary")
        vak = dicht.bounding_box()
        assert vak is not None
        assert vak["y"] + vak["height"] <= MEESTE_SCHERMEN * TELEFOON[1], (nummer, naam, vak)
        assert not breder_dan_het_scherm(page)

    # De knoppen staan bij de duim, waar de lezer ook is.
    duim = page.get_by_role("navigation", name="Meteen doen")
    for plek in (0, 900, 2500):
        page.evaluate(f"scrollTo(0, {plek})")
        expect(duim.get_by_role("link", name="Urgentiemeter")).to_be_in_viewport(ratio=1)

    # Een keuze in het paginamenu sluit het menu, klapt open wat dicht is, en brengt de focus mee.
    page.get_by_role("button", name="Op deze pagina").click()
    paneel = page.locator("dialog[open]")
    paneel.get_by_role("link", name="Tips").click()
    expect(paneel).to_have_count(0)
    kop = page.get_by_role("heading", name="Tips", exact=True)
    expect(kop).to_be_in_viewport()
    assert page.evaluate("document.activeElement.id") == "tips"
    assert page.url.endswith("#tips")

    # Wie met een link binnenkomt, ziet het stuk ook als het in het dichte hoofdstuk staat.
    page.goto("about:blank")
    page.goto(f"{adres}{STAP}#activiteiten", wait_until="load")
    expect(page.get_by_role("heading", name="Activiteiten", exact=True)).to_be_in_viewport()


def test_a_term_opens_in_place(adres: str, nieuwe_context: Callable[..., BrowserContext]) -> None:
    page = nieuwe_context(*TELEFOON).new_page()
    page.goto(f"{adres}{STAP}", wait_until="load")
    link = page.get_by_role("main").get_by_role("link", name="urgentie", exact=True).first
    link.focus()
    page.keyboard.press("Enter")
    uitleg = page.get_by_role("dialog", name="urgentie")
    expect(uitleg).to_contain_text("Het gevoel dat er nu iets moet gebeuren.")
    expect(uitleg).to_be_in_viewport(ratio=1)
    expect(uitleg).to_be_focused()
    expect(link).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(uitleg).to_be_hidden()
    expect(link).to_be_focused()
    assert page.url.endswith(STAP), "de lezer is niet van de pagina"
    link.click()
    uitleg.get_by_role("link", name="Naar de begrippen").click()
    page.wait_for_url("**/naslag/begrippen.html#term-urgentie")


def test_the_role_is_chosen_once_and_the_place_is_kept(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    context = nieuwe_context(*TELEFOON, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{adres}index.html", wait_until="load")
    keuze = page.get_by_role("main").get_by_label("Ik ben")
    expect(page.get_by_role("link", name="Hoe staan wij ervoor?")).to_be_in_viewport(ratio=1)
    keuze.select_option(label="teamleider")
    page.goto(f"{adres}situaties/plan-ligt-stil.html", wait_until="load")
    expect(keuze).to_have_value("teamleider")
    expect(page.get_by_text("Kies één maatregel uit het plan")).to_be_in_viewport()
    expect(page.get_by_text("Vraag één trekker")).to_be_hidden()
    expect(page.locator(".hs-daad:visible")).to_be_in_viewport(ratio=1)
    keuze.select_option(label="schoolleider")
    expect(page.get_by_text("Vraag één trekker")).to_be_visible()

    # Waar u las, weet alleen dit tabblad.
    page.goto(f"{adres}handreiking/alignment.html", wait_until="load")
    page.evaluate("document.getElementById('zo-herkent-u-het').scrollIntoView()")
    page.goto(f"{adres}index.html", wait_until="load")
    verder = page.locator(".hs-gebleven").get_by_role("link")
    expect(verder).to_have_attribute("href", re.compile(r"alignment\.html#zo-herkent-u-het$"))
    assert page.evaluate("Object.keys(localStorage)") == ["lv-rol"]
    ander = context.new_page()
    ander.goto(f"{adres}index.html", wait_until="load")
    expect(ander.locator(".hs-gebleven")).to_be_hidden()


def test_large_text_and_wide_tables_on_a_phone(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context(*TELEFOON).new_page()
    page.goto(f"{adres}{STAP}", wait_until="load")
    page.add_style_tag(content="html { font-size: 200%; }")
    assert not breder_dan_het_scherm(page)
    titel = page.get_by_role("banner").get_by_role("link").bounding_box()
    for knop in page.get_by_role("banner").get_by_role("button").all():
        vak = knop.bounding_box()
        assert vak
        assert titel
        raakt = (
            vak["x"] < titel["x"] + titel["width"]
            and titel["x"] < vak["x"] + vak["width"]
            and vak["y"] < titel["y"] + titel["height"]
            and titel["y"] < vak["y"] + vak["height"]
        )
        assert not raakt, "de titel loopt door een knop"

    # Eén lang woord in een kop, een knop of een link naar de volgende bladzijde breekt af.
    for naam in (
        "instrumenten/urgentiemeter",
        "instrumenten/mijn-werk",
        "situaties/cijfers-zakken",
    ):
        page.goto(f"{adres}{naam}.html", wait_until="load")
        page.add_style_tag(content="html { font-size: 200%; }")
        assert not breder_dan_het_scherm(page), naam

    page.goto(f"{adres}handreiking/alignment.html", wait_until="load")
    for tabel in page.locator(".pst-scrollable-table-container").all():
        schuift = tabel.evaluate("(vak) => vak.scrollWidth > vak.clientWidth + 1")
        zin = tabel.locator("xpath=preceding-sibling::p[1]")
        expect(zin).to_be_visible(visible=bool(schuift))
    # Op papier is de kop van een tabel die te sorteren is, gewoon een kop.
    page.emulate_media(media="print")
    knop = page.evaluate(
        """() => {
          const kop = document.querySelector('main th');
          kop.innerHTML = '<button>Kolom</button>';
          return getComputedStyle(kop.firstChild).display;
        }"""
    )
    assert knop != "none"
