"""Wat een school met het inspectiebezoek doet: plannen, meeschrijven, en de dag erna."""

from __future__ import annotations

import html
import io
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path

from hulpmiddel import KLAAR_MS, SCHERM, press, save, step, tab_to
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

#: Over acht weken op een donderdag: ver genoeg voor het hele plan.
DAG = date.today() + timedelta(days=56 + (3 - date.today().weekday()) % 7)
GEZEGD = "Gevraagd: hoe weet u wie het begrijpt?"
BEVINDING = "Niet elke docent gaat na wie het begrijpt"


def field(pagina: Page, label: str) -> Locator:
    """Geef het veld met precies dit opschrift dat in beeld is."""
    opschrift = re.compile(rf"^{re.escape(label)}$")
    return pagina.locator(SCHERM).get_by_label(opschrift).locator("visible=true").first


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot het eerste veld te gebruiken is."""
    expect(field(pagina, "School of bestuur")).to_be_editable(timeout=KLAAR_MS)


def seen(pagina: Page, tekst: str) -> Locator:
    """Geef de tekst die in beeld is; in een dicht vak kan zij ook staan."""
    return pagina.locator(SCHERM).get_by_text(tekst).locator("visible=true").first


def into(pagina: Page, label: str, tekst: str) -> None:
    """Ga met de tabtoets naar het veld met dit opschrift, en typ."""
    veld = field(pagina, label)
    expect(veld).to_be_visible(timeout=KLAAR_MS)
    for _stap in range(160):
        pagina.keyboard.press("Tab")
        if veld.evaluate("veld => veld === document.activeElement"):
            pagina.keyboard.type(tekst)
            return
    raise AssertionError(f"met Tab kom je niet bij het veld {label!r}")


def plan_back(pagina: Page) -> None:
    """Vul met alleen het toetsenbord het bezoek in, en vink de eerste taak af."""
    into(pagina, "School of bestuur", "De voorbeeldschool")
    into(pagina, "Dag van het bezoek", f"{DAG.day}-{DAG.month}-{DAG.year}")
    press(pagina, "Verder naar 2. Plan")
    expect(seen(pagina, "Kies wat u wilt vertellen")).to_be_visible()
    press(pagina, "Gedaan")
    expect(pagina.locator(f"{SCHERM} [aria-pressed=true]").first).to_be_visible()


def tell(pagina: Page) -> None:
    """Zeg iets zonder gegeven, en zie dat het gezegd wordt."""
    step(pagina, "3. Verhaal")
    press(pagina, "Nog een boodschap")
    into(pagina, "Wat zegt u?", "Docenten gaan na wie het begrijpt")
    pagina.keyboard.press("Tab")
    expect(seen(pagina, "er ligt geen gegeven bij")).to_be_visible()


def take_notes(pagina: Page) -> None:
    """Schrijf op de dag zelf iets op; de tijd komt er vanzelf bij."""
    step(pagina, "6. De dag zelf")
    into(pagina, "Wat werd er gevraagd of gezegd?", GEZEGD)
    into(pagina, "Wat zegde u toe?", "Het verslag nasturen")
    press(pagina, "Schrijf op, met de tijd van nu")
    opgeschreven = pagina.locator(f"{SCHERM} summary").filter(has_text=GEZEGD)
    expect(opgeschreven.filter(has_text=re.compile(r"\d+\.\d\d uur"))).to_be_visible()


def day_after(pagina: Page) -> None:
    """Leg de dag erna naast elkaar wat gezegd en wat genoteerd is."""
    step(pagina, "7. Erna")
    press(pagina, "Nog iets wat gezegd is")
    into(pagina, "Wat zei of schreef de Inspectie?", BEVINDING)
    tab_to(pagina, GEZEGD)
    pagina.keyboard.press("Space")
    tabel = pagina.get_by_role("table", name="Wat gezegd is naast wat wij noteerden")
    expect(tabel).to_contain_text(BEVINDING)
    expect(tabel).to_contain_text(GEZEGD)


def export(pagina: Page, map_: Path) -> None:
    """Neem de agenda, het draaiboek en het blad voor het team mee, en open ze."""
    step(pagina, "8. Meenemen")
    agenda = save(pagina, "Agenda (.ics)", map_)
    dagen = {
        str(p["SUMMARY"]): p["DTSTART"].dt
        for p in Calendar.from_ical(agenda.read_bytes()).walk("VEVENT")
    }
    assert dagen["Bezoek van de Inspectie: vierjaarlijks onderzoek"] == DAG
    assert all(
        dag <= DAG for wat, dag in dagen.items() if wat.startswith(("Kies wat", "Stuur wat"))
    )
    assert GEZEGD in words(save(pagina, "Verslag voor Word", map_))
    team = words(save(pagina, "Overzicht voor het team, voor Word", map_))
    assert "Docenten gaan na wie het begrijpt" in team


def words(bestand: Path) -> str:
    """Geef de tekst van een Word-bestand."""
    with zipfile.ZipFile(io.BytesIO(bestand.read_bytes())) as archief:
        xml = archief.read("word/document.xml").decode()
    return html.unescape("\n".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml)))


def is_restored(pagina: Page) -> None:
    """Na een gesloten tabblad staat alles er weer."""
    expect(pagina.get_by_role("tab", name="8. Meenemen")).to_be_visible(timeout=KLAAR_MS)
    step(pagina, "1. Het bezoek")
    expect(field(pagina, "School of bestuur")).to_have_value("De voorbeeldschool")
    step(pagina, "7. Erna")
    tabel = pagina.get_by_role("table", name="Wat gezegd is naast wat wij noteerden")
    expect(tabel).to_contain_text(GEZEGD, timeout=KLAAR_MS)
