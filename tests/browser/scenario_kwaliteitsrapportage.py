"""Wat een school met de kwaliteitsrapportage doet: een blad maken, en het aan het bestuur geven."""

from __future__ import annotations

import json
from pathlib import Path

from hulpmiddel import KLAAR_MS, SCHERM, press, save, step, tab_to, visible
from playwright.sync_api import Page, expect

SCHOOL = "De Linde"
NODIG = "Twee uur per week voor lesbezoek"


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot het eerste veld te gebruiken is."""
    expect(visible(pagina, "School of afdeling")).to_be_editable(timeout=KLAAR_MS)


def push(pagina: Page, naam: str) -> None:
    """Ga naar de knop die precies zo heet, en druk erop met het toetsenbord."""
    knop = pagina.locator(SCHERM).get_by_role("button", name=naam, exact=True)
    knop.locator("visible=true").first.focus()
    pagina.keyboard.press("Enter")


def make_page(pagina: Page) -> None:
    """Maak met het toetsenbord een blad: een afspraak van de vorige keer, en iets wat nodig is."""
    tab_to(pagina, "School of afdeling")
    pagina.keyboard.type(SCHOOL)
    push(pagina, "Nog een afspraak")
    expect(visible(pagina, "Wat is afgesproken?")).to_be_focused(timeout=KLAAR_MS)
    pagina.keyboard.type("Het bestuur komt kijken")
    press(pagina, "Verder naar 2. Op het blad")
    push(pagina, "Nog een vraag aan het bestuur")
    expect(visible(pagina, "Wat vraagt u?")).to_be_focused(timeout=KLAAR_MS)
    pagina.keyboard.type(NODIG)


def page_is_there(pagina: Page) -> None:
    """Op het blad staat het, met wat is afgesproken voorop."""
    step(pagina, "4. Het blad")
    koppen = pagina.locator(f"{SCHERM} h4").locator("visible=true")
    expect(koppen.first).to_have_text("Afgesproken, de vorige keer", timeout=KLAAR_MS)
    expect(pagina.locator(SCHERM).get_by_text(NODIG).locator("visible=true")).to_be_visible()


def board_reads_it(pagina: Page, map_: Path) -> None:
    """Geef het blad aan het bestuur, en open het daar naast elkaar."""
    bestand = save(pagina, "Blad voor het bestuur", map_)
    assert json.loads(bestand.read_text("utf-8"))["instrument"] == "kwaliteitsrapportage"
    step(pagina, "Voor het bestuur")
    kies = visible(pagina, "Kies de bladen van uw scholen")
    kies.set_input_files(str(bestand))
    rij = pagina.locator(f"{SCHERM} tbody tr").locator("visible=true")
    expect(rij).to_contain_text([SCHOOL], timeout=KLAAR_MS)
    expect(rij).to_contain_text([NODIG])
