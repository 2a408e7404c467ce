"""Wat een bestuur met scholen naast elkaar doet: bestanden kiezen, een naam verbeteren, kijken."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from hulpmiddel import KLAAR_MS, SCHERM, press, save, step, tab_to, visible
from playwright.sync_api import Page, expect

STAPPEN = ("1. Bestanden kiezen", "2. Naast elkaar", "3. Eén school door de tijd")


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot er bestanden te kiezen zijn."""
    kies = pagina.locator(SCHERM).get_by_text("Kies de bestanden van uw scholen")
    expect(kies.locator("visible=true").first).to_be_visible(timeout=KLAAR_MS)


def pick_files(pagina: Page, bestanden: Mapping[str, bytes]) -> None:
    """Kies bestanden in één keer, en zie van elk wat het is."""
    kies = visible(pagina, "Kies de bestanden van uw scholen")
    kies.set_input_files(
        [
            {"name": naam, "mimeType": "application/json", "buffer": inhoud}
            for naam, inhoud in bestanden.items()
        ]
    )
    zin = f"{len(bestanden)} uitkomsten erbij."
    expect(pagina.get_by_text(zin).first).to_be_visible(timeout=KLAAR_MS)


def rename(pagina: Page, kop: str, naam: str) -> None:
    """Verbeter met het toetsenbord de naam van een school."""
    tab_to(pagina, kop, soort="summary")
    pagina.keyboard.press("Enter")
    veld = visible(pagina, "School of afdeling")
    expect(veld).to_be_editable(timeout=KLAAR_MS)
    veld.focus()
    pagina.keyboard.press("ControlOrMeta+a")
    pagina.keyboard.type(naam)
    pagina.keyboard.press("Tab")


def look(pagina: Page, soort: str, school: str) -> None:
    """Ga naar de scholen naast elkaar en kies een soort; de school staat in de tabel."""
    press(pagina, "Verder naar 2. Naast elkaar")
    visible(pagina, "Soort bestand").select_option(label=soort)
    tabel = pagina.locator(SCHERM).get_by_role("table").locator("visible=true")
    rij = tabel.get_by_role("row").filter(has_text=school).first
    expect(rij).to_be_visible(timeout=KLAAR_MS)


def take_along(pagina: Page, map_: Path) -> str:
    """Neem het verslag mee en geef de tekst ervan."""
    with zipfile.ZipFile(save(pagina, "Verslag voor Word", map_)) as pak:
        return pak.read("word/document.xml").decode()


def is_restored(pagina: Page, school: str) -> None:
    """Alles ligt er weer, onder de naam die de lezer gaf."""
    step(pagina, STAPPEN[0])
    kop = pagina.locator(SCHERM).get_by_text(f"{school}: Risicoscan").first
    expect(kop).to_be_visible(timeout=KLAAR_MS)
