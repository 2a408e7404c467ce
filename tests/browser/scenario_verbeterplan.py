"""Wat mensen met het verbeterplan doen, voor elke plek waar het draait.

Het scenario begint als het hulpmiddel in beeld is: :func:`fill_in` met alleen het toetsenbord,
:func:`is_restored` na een gesloten tabblad, en :func:`export` met alle bestanden.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import icalendar
from hulpmiddel import KLAAR_MS, SCHERM, choose, press, save, step, tab_to
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

DOEL = "De docent gaat bij iedereen na of het begrepen is"
ACTIVITEIT = "Lesbezoek in tweetallen"
STAPPEN = (
    "1. Waarom",
    "2. Doelen",
    "3. Aanpak",
    "4. Kijken en vertellen",
    "5. Nakijken",
    "6. Voortgang",
    "7. Meenemen",
)


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot het eerste veld te gebruiken is."""
    expect(pagina.get_by_label("Naam van het plan")).to_be_editable(timeout=KLAAR_MS)


def fill_in(pagina: Page) -> None:
    """Maak met alleen het toetsenbord een plan, en lees de adviezen."""
    pagina.get_by_label("Naam van het plan").focus()
    pagina.keyboard.type("Havo")
    press(pagina, "Nog een punt")
    type_here(pagina, "Wat moet er beter?", "Te laat zicht op wie het niet begrijpt")
    press(pagina, "Verder naar 2. Doelen")
    press(pagina, "Nog een doel")
    type_here(pagina, "Wat is er dan bereikt?", DOEL)
    tab_to(pagina, "Hoort bij punt")
    choose(pagina, "Te laat")
    for label, tekst in (
        ("Bereikt op", "19-6-2030"),
        ("Nu", "4"),
        ("van de", "12"),
        ("geteld op", "3 oktober 2025"),
        ("Straks", "75"),
    ):
        tab_to(pagina, label)
        pagina.keyboard.type(tekst)
    press(pagina, "Verder naar 3. Aanpak")
    press(pagina, "Nog een maatregel")
    type_here(pagina, "Hoe pakt u het aan?", "Van elkaar leren")
    press(pagina, "Nog een activiteit")
    type_here(pagina, "Wat doet iemand?", ACTIVITEIT)
    tab_to(pagina, "Klaar op")
    pagina.keyboard.type("23-1-2030")
    press(pagina, "Verder naar 4. Kijken en vertellen")
    press(pagina, "Verder naar 5. Nakijken")
    expect(screen(pagina).get_by_role("heading", name="Geen trekker")).to_be_visible()
    expect(screen(pagina).get_by_text(f"In activiteit ‘{ACTIVITEIT}’")).to_have_count(0)
    expect(screen(pagina).get_by_text("SMART heeft grenzen.")).to_be_visible()
    expect(
        screen(pagina).get_by_text("De boom heeft 1 doel, 1 maatregel en 1 activiteit")
    ).to_be_visible()


def is_restored(pagina: Page) -> None:
    """Na een gesloten tabblad staat alles er weer, ook de stap die open was."""
    expect(screen(pagina).get_by_text("SMART heeft grenzen.")).to_be_visible(timeout=KLAAR_MS)
    step(pagina, "2. Doelen")
    screen(pagina).get_by_text(f"1. {DOEL}").click()
    expect(pagina.get_by_label("geteld op")).to_have_value("3-10-2025")
    step(pagina, "3. Aanpak")
    screen(pagina).get_by_text("1. Van elkaar leren").click()
    expect(screen(pagina).get_by_text(f"1. {ACTIVITEIT}")).to_be_visible()


def look_back(pagina: Page) -> None:
    """Schrijf op wat er gezien is, en lees de kleur met haar som."""
    step(pagina, "6. Voortgang")
    pagina.get_by_label("Kleuren op welke dag?").fill("1-1-2026")
    screen(pagina).get_by_text(f"grijs – streefdoel: {DOEL}").click()
    pagina.get_by_role("button", name="Nieuw bericht").locator("visible=true").click()
    type_here(pagina, re.compile("^Dag"), "1-12-2025")
    for label, tekst in (("Geteld", "9"), ("van de", "14")):
        tab_to(pagina, label)
        pagina.keyboard.type(tekst)
    pagina.keyboard.press("Tab")
    expect(screen(pagina).get_by_text(f"groen – streefdoel: {DOEL}")).to_be_visible()
    expect(screen(pagina).get_by_text(re.compile("gemeten is 9 van de 14"))).to_be_visible()


def export(pagina: Page, map_: Path) -> None:
    """Sla elk soort bestand op en kijk erin."""
    step(pagina, "7. Meenemen")
    word = save(pagina, "Verslag voor Word", map_)
    with zipfile.ZipFile(word) as archief:
        tekst = archief.read("word/document.xml").decode()
    assert DOEL in tekst
    assert "Handtekening" in tekst
    boek = load_workbook(io.BytesIO(save(pagina, "Actielijst voor Excel", map_).read_bytes()))
    assert boek.active is not None
    assert boek.active.cell(2, 1).value == ACTIVITEIT
    agenda = icalendar.Calendar.from_ical(save(pagina, "Agendabestand", map_).read_bytes())
    titels = {str(punt["SUMMARY"]) for punt in agenda.walk("VEVENT")}
    assert f"Klaar: {ACTIVITEIT}" in titels
    blad = save(pagina, "Eén bladzijde met de doelenboom", map_).read_text("utf-8")
    assert "<svg" in blad
    assert ACTIVITEIT in blad
    assert save(pagina, "Tekst voor ouders (Word)", map_).stat().st_size > 2_000


def screen(pagina: Page) -> Locator:
    """Geef het hulpmiddel zelf: het stilstaande voorbeeld staat ook nog in de pagina."""
    return pagina.locator(SCHERM)


def type_here(pagina: Page, label: str | re.Pattern[str], tekst: str) -> None:
    """Typ in het nieuwe veld, dat vanzelf de focus krijgt."""
    expect(pagina.get_by_label(label).locator("visible=true").last).to_be_focused()
    pagina.keyboard.type(tekst)
