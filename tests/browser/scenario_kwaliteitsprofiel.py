"""Wat drie mensen met het kwaliteitsprofiel doen: invullen, praten, afspreken en tekenen."""

from __future__ import annotations

import re
from pathlib import Path

from hulpmiddel import KLAAR_MS, SCHERM, next_radio_group, press, save, step, tab_to, visible
from playwright.sync_api import Locator, Page, expect

AFSPRAAK = "De agenda een week vooraf sturen"
TAAK = "Vertellen wat er in het onderzoekskader verandert"
GRENS = "Een oordeel over een collega geven"


def field(pagina: Page, label: str) -> Locator:
    """Geef het veld met precies dit opschrift dat in beeld is."""
    opschrift = re.compile(rf"^{re.escape(label)}$")
    return pagina.locator(SCHERM).get_by_label(opschrift).locator("visible=true").first


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot het eerste veld te gebruiken is."""
    veld = field(pagina, "School of bestuur")
    expect(veld).to_be_editable(timeout=KLAAR_MS)


def begin(pagina: Page) -> None:
    """Zet met het toetsenbord klaar voor wie het is, en wie meedoen."""
    tab_to(pagina, "School of bestuur")
    pagina.keyboard.type("De voorbeeldschool")
    press(pagina, "Zet de drie rollen klaar")
    expect(pagina.get_by_text("Persoon 3")).to_be_visible()
    press(pagina, "Verder naar 2. Invullen")


def group(pagina: Page, tekst: str) -> Locator:
    """Geef de rondjes bij een punt dat in beeld is."""
    return pagina.get_by_role("group", name=tekst).locator("visible=true").first


def take_turn(pagina: Page, rol: str, nu: int, grens: int) -> None:
    """Laat één persoon bij een taak en een grens antwoorden, en het apparaat doorgeven."""
    visible(pagina, "Wie vult nu in?").select_option(label=rol)
    tab_to(pagina, "Taken")
    pagina.keyboard.press("Enter")
    expect(group(pagina, TAAK)).to_be_visible(timeout=KLAAR_MS)
    group(pagina, TAAK).get_by_role("radio").nth(nu).check()
    tab_to(pagina, "Waar blijft u van af?")
    pagina.keyboard.press("Enter")
    expect(group(pagina, GRENS)).to_be_visible(timeout=KLAAR_MS)
    next_radio_group(pagina)
    pagina.keyboard.press("Space")
    for _keer in range(grens):
        pagina.keyboard.press("ArrowRight")
    press(pagina, "Klaar: geef het apparaat door")
    zin = f"Bewaard. De {rol} heeft 2 van de 65 vragen"
    expect(pagina.get_by_text(zin).first).to_be_visible(timeout=KLAAR_MS)


def three_people(pagina: Page) -> None:
    """Drie mensen vullen in; zij zien elkaars antwoorden niet."""
    take_turn(pagina, "kwaliteitsmedewerker", 2, 1)
    take_turn(pagina, "schoolleider", 0, 0)
    take_turn(pagina, "bestuurder", 0, 0)


def see_outcome(pagina: Page) -> None:
    """De uitkomst noemt de taak die de medewerker niet zegt te doen, en de anderen van wel."""
    step(pagina, "3. Uitkomst")
    expect(pagina.get_by_text("3 mensen vulden in").first).to_be_visible()
    expect(pagina.get_by_text("zegt ‘ik niet’, de anderen zeggen van wel").first).to_be_visible()
    figuur = pagina.locator(f"{SCHERM} figure").locator("visible=true").first
    figuur.scroll_into_view_if_needed()
    expect(figuur.locator("svg").first).to_be_attached(timeout=KLAAR_MS)


def agree(pagina: Page) -> None:
    """Maak een afspraak bij de gids."""
    step(pagina, "4. Gesprek")
    expect(pagina.get_by_text("anderen denken van wel").first).to_be_visible()
    press(pagina, "Nog een afspraak")
    expect(field(pagina, "Wat")).to_be_focused()
    pagina.keyboard.type(AFSPRAAK)
    tab_to(pagina, "Wie")
    pagina.keyboard.type("rector")


def sign(pagina: Page, map_: Path) -> Path:
    """Vul de zin in, laat alle drie tekenen, en neem het profiel mee."""
    step(pagina, "5. Profiel")
    visible(pagina, "De rol in één zin").fill("Is er om te laten zien hoe het gaat")
    for rol in ("kwaliteitsmedewerker", "schoolleider", "bestuurder"):
        visible(pagina, f"Getekend door de {rol} op").fill("2-11-2026")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_text("Alle drie hebben deze tekst getekend.")).to_be_visible()
    return save(pagina, "Profiel voor Word", map_)


def is_restored(pagina: Page) -> None:
    """Na een gesloten tabblad staat alles er weer, en is het profiel nog getekend."""
    step(pagina, "5. Profiel")
    expect(pagina.get_by_text("Alle drie hebben deze tekst getekend.")).to_be_visible(
        timeout=KLAAR_MS
    )
    step(pagina, "4. Gesprek")
    expect(field(pagina, "Wat")).to_have_value(AFSPRAAK)
    step(pagina, "1. Vooraf")
    naam = field(pagina, "School of bestuur")
    expect(naam).to_have_value("De voorbeeldschool")
