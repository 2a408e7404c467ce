"""Alles werkt met het toetsenbord alleen, en u ziet steeds waar u bent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect
from wachten import wacht_tot

VOORBEELDEN = ("index.html", "stappen/index.html", "naslag/begrippen.html", "search.html")
MEESTE_STAPPEN = 60
#: Het element met de focus: naam, plaats, en wat er op die plaats te zien is.
FOCUS = """() => {
  const el = document.activeElement;
  if (!el || el === document.body) return null;
  // De link van een kaart beslaat de hele kaart: die toont de ring.
  const kaart = el.classList.contains('sd-stretched-link') && el.closest('.sd-card');
  const vak = (kaart || el).getBoundingClientRect(), stijl = getComputedStyle(el);
  const ring = [stijl, kaart && getComputedStyle(kaart)].some(
    (s) => s && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
  // Bedekt is wat op geen van deze punten te zien is.
  const punten = kaart ? [[vak.x + vak.width / 2, vak.y + vak.height / 2]]
    : [...el.getClientRects()].flatMap((r) =>
        [0.1, 0.5, 0.9].map((deel) => [r.x + r.width * deel, r.y + r.height / 2]));
  const teZien = punten.some(([x, y]) => {
    const punt = document.elementFromPoint(x, y);
    return punt && (el.contains(punt) || kaart && kaart.contains(punt));
  });
  return {
    html: el.outerHTML.slice(0, 100), ring,
    zichtbaar: vak.width > 0 && vak.height > 0 && vak.bottom > 0 && vak.top < innerHeight,
    bedekt: !teZien,
  };
}"""


@pytest.mark.parametrize("boekvoorbeeld", VOORBEELDEN)
@pytest.mark.parametrize("breedte", [1280, 320])
def test_focus_is_always_visible(
    boekvoorbeeld: str, breedte: int, adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Elke tabstop heeft een ring, staat in beeld en gaat niet schuil achter de kop."""
    page = nieuwe_context(breedte, 700, reduced_motion="reduce").new_page()
    page.goto(adres + boekvoorbeeld, wait_until="load")
    page.evaluate("document.activeElement.blur()")
    gezien = []
    for _ in range(MEESTE_STAPPEN):
        page.keyboard.press("Tab")
        stand = page.evaluate(FOCUS)
        if stand is None:
            break
        gezien.append(stand)
    assert len(gezien) > 5
    mis = [s for s in gezien if not s["ring"] or not s["zichtbaar"] or s["bedekt"]]
    assert not mis, mis


def test_search_window_opens_and_closes(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context().new_page()
    page.goto(f"{adres}index.html", wait_until="load")
    knop = page.get_by_role("banner").get_by_role("button", name="Zoeken")
    venster = page.get_by_role("dialog", name="Zoeken in dit boek")
    knop.focus()
    page.keyboard.press("Enter")
    expect(venster.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(venster).to_be_hidden()
    expect(knop).to_be_focused()
    page.keyboard.press("Space")
    venster.get_by_role("button", name="Sluit het zoekvenster").press("Enter")
    expect(venster).to_be_hidden()


@pytest.mark.parametrize(
    ("knopnaam", "sluitnaam"),
    [("Inhoud", "Sluit de inhoud"), ("Op deze pagina", "Sluit het paginamenu")],
)
def test_drawers_on_a_phone(
    knopnaam: str, sluitnaam: str, adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context(320, 640).new_page()
    page.goto(f"{adres}stappen/stap-1-situatie-in-kaart.html", wait_until="load")
    knop = page.get_by_role("banner").get_by_role("button", name=knopnaam)
    paneel = page.locator("dialog[open]")
    for sluit in ("Escape", "knop"):
        knop.focus()
        page.keyboard.press("Enter")
        expect(paneel).to_be_visible()
        wacht_tot(page, "Boolean(document.activeElement?.closest('dialog[open]'))")
        assert paneel.get_attribute("aria-label")
        expect(paneel.get_by_role("link").first).to_be_visible()
        if sluit == "Escape":
            page.keyboard.press("Escape")
        else:
            paneel.get_by_role("button", name=sluitnaam).press("Enter")
        expect(paneel).to_have_count(0)
        expect(knop).to_be_focused()


def test_drawer_link_leads_to_another_page(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context(390, 780).new_page()
    page.goto(f"{adres}index.html", wait_until="load")
    page.get_by_role("button", name="Inhoud", exact=True).press("Enter")
    page.locator("dialog[open]").get_by_role("link", name="Begrippen").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Begrippen")


def test_colour_switch_says_its_state_and_remembers_it(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context(color_scheme="light").new_page()
    page.goto(f"{adres}index.html", wait_until="load")
    knop = page.get_by_role("button", name="Kleurstand")
    expect(knop).to_have_accessible_name("Kleurstand: zoals uw apparaat")
    knop.focus()
    page.keyboard.press("Enter")
    expect(knop).to_have_accessible_name("Kleurstand: donker")
    expect(knop).to_be_focused()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload(wait_until="load")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("button", name="Kleurstand").press("Enter")
    expect(knop).to_have_accessible_name("Kleurstand: licht")


def test_text_is_readable_without_scripts(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Zonder JavaScript staat de tekst er, in de kleuren van het apparaat, en geen dode knop."""
    page = nieuwe_context(java_script_enabled=False, color_scheme="dark").new_page()
    page.goto(f"{adres}stappen/index.html", wait_until="load")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("banner").get_by_role("button")).to_have_count(0)
    expect(page.locator("body")).to_have_css("background-color", "rgb(18, 24, 27)")
    expect(page.get_by_role("navigation", name="Inhoud van het boek")).to_be_visible()
