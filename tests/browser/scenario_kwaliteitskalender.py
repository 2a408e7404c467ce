"""Wat een rector met de kwaliteitskalender doet: een jaar maken, kijken wat knelt, en meenemen."""

from __future__ import annotations

import io
import re
from pathlib import Path

from hulpmiddel import KLAAR_MS, SCHERM, press, save, step, tab_to
from icalendar import Calendar
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader


def field(pagina: Page, label: str) -> Locator:
    """Geef het veld met precies dit opschrift dat in beeld is."""
    opschrift = re.compile(rf"^{re.escape(label)}$")
    return pagina.locator(SCHERM).get_by_label(opschrift).locator("visible=true").first


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot het eerste veld te gebruiken is."""
    expect(field(pagina, "Naam van de school of het bestuur")).to_be_editable(timeout=KLAAR_MS)


def into(pagina: Page, label: str, tekst: str, hoogstens: int = 160) -> None:
    """Ga met de tabtoets naar het veld met dit opschrift, en typ."""
    for _stap in range(hoogstens):
        pagina.keyboard.press("Tab")
        opschrift = pagina.evaluate("document.activeElement?.labels?.[0]?.textContent ?? ''")
        if opschrift.split(" (")[0].strip() == label:
            pagina.keyboard.type(tekst)
            return
    raise AssertionError(f"met Tab kom je niet bij het veld {label!r}")


def make_year(pagina: Page) -> None:
    """Maak met alleen het toetsenbord een jaar: naam, vakantie, ritme en een eigen punt."""
    into(pagina, "Naam van de school of het bestuur", "De voorbeeldschool")
    tab_to(pagina, "Nog een periode")
    pagina.keyboard.press("Enter")
    expect(field(pagina, "Naam")).to_be_visible()
    jaar = int(str(field(pagina, "Schooljaar").input_value()))
    for label, tekst in (
        ("Naam", "herfstvakantie"),
        ("Van", f"12-10-{jaar}"),
        ("Tot en met", f"18-10-{jaar}"),
    ):
        into(pagina, label, tekst)
    press(pagina, "Verder naar 2. Ritme")
    for voorstel in ("Bestuur met rectoren of directeuren", "Ronde lesbezoek"):
        tab_to(pagina, voorstel)
        pagina.keyboard.press("Space")
    expect(pagina.get_by_text(f"Ronde lesbezoek (2 keer in {jaar}-{jaar + 1})")).to_be_visible()
    press(pagina, "Verder naar 3. Punten")
    expect(field(pagina, "Wat")).to_be_visible()
    for label, tekst in (
        ("Wat", "Rapport 1 tellen"),
        ("Soort", "Meting"),
        ("Dag", f"11-12-{jaar}"),
        ("Wie", "mentoren"),
    ):
        into(pagina, label, tekst)
    tab_to(pagina, "Zet op de kalender")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_text("Het punt staat op de kalender.")).to_be_visible()
    press(pagina, "Verder naar 4. Kalender")
    expect(pagina.get_by_text("Nog zonder gesprek").first).to_be_visible()
    figuur = pagina.locator(f"{SCHERM} figure").locator("visible=true").first
    expect(figuur).to_contain_text(f"Het schooljaar {jaar}-{jaar + 1}")
    figuur.scroll_into_view_if_needed()
    expect(figuur.locator("svg").first).to_be_attached(timeout=KLAAR_MS)


def export(pagina: Page, map_: Path) -> None:
    """Zet het jaar in de agenda en in Excel."""
    agenda = save(pagina, "Agenda (.ics)", map_)
    punten = Calendar.from_ical(agenda.read_bytes()).walk("VEVENT")
    assert "Rapport 1 tellen" in {str(punt["SUMMARY"]) for punt in punten}
    assert len(punten) == 5
    boek = load_workbook(io.BytesIO(save(pagina, "Tabellen als Excel", map_).read_bytes()))
    assert [rij[5].value for rij in boek.worksheets[0].iter_rows(min_row=2)][:1]
    assert boek.sheetnames[1] == "Per persoon of team"


def poster_fits(pagina: Page, map_: Path) -> None:
    """De poster past op één vel, op A3 en op A4."""
    for maat, breed in (("A3", 1191), ("A4", 842)):
        pagina.get_by_role("button", name=f"Druk de poster af op {maat}").click()
        vel = pagina.locator("iframe.lvs-papier")
        expect(vel).to_be_attached()
        html = vel.evaluate("raam => raam.contentDocument.documentElement.outerHTML")
        blad = pagina.context.new_page()
        blad.set_content(html)
        pdf = PdfReader(io.BytesIO(blad.pdf(prefer_css_page_size=True)))
        blad.close()
        assert len(pdf.pages) == 1
        assert round(float(pdf.pages[0].mediabox.width)) in range(breed - 1, breed + 2)
        assert "Rapport 1 tellen" in pdf.pages[0].extract_text()


def is_restored(pagina: Page) -> None:
    """Na een gesloten tabblad staat alles er weer."""
    expect(pagina.get_by_role("tab", name="4. Kalender")).to_be_visible(timeout=KLAAR_MS)
    expect(pagina.get_by_text("Nog zonder gesprek").first).to_be_visible(timeout=KLAAR_MS)
    step(pagina, "1. Schooljaar")
    naam = field(pagina, "Naam van de school of het bestuur")
    expect(naam).to_have_value("De voorbeeldschool")
    expect(field(pagina, "Naam")).to_have_value("herfstvakantie")
