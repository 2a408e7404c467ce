"""Wat een team met het verbeterbord doet: een doel, een sessie met een klok, en het bord mee."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

from hulpmiddel import KLAAR_MS, SCHERM, active_name, choose, press, save, step, tab_to, visible
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

DOEL = "Iedereen schrijft het antwoord op"
ACTIE = "Wisbordjes proberen"
ZAG = "Een leerling: nu zie ik het meteen"


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot het eerste veld te gebruiken is."""
    expect(visible(pagina, "School of afdeling")).to_be_editable(timeout=KLAAR_MS)


def push(pagina: Page, naam: str, hoogstens: int = 160) -> None:
    """Ga met de tabtoets naar de knop die precies zo heet, en druk erop."""
    knop = pagina.locator(SCHERM).get_by_role("button", name=naam, exact=True)
    expect(knop.locator("visible=true").first).to_be_enabled(timeout=KLAAR_MS)
    for _stap in range(hoogstens):
        pagina.keyboard.press("Tab")
        if active_name(pagina) == naam:
            pagina.keyboard.press("Enter")
            return
    raise AssertionError(f"met Tab kom je niet bij de knop {naam!r}")


def into(pagina: Page, label: str, tekst: str) -> None:
    """Ga met de tabtoets naar het veld met dit opschrift, en typ."""
    tab_to(pagina, label)
    pagina.keyboard.type(tekst)


def make_goal(pagina: Page) -> None:
    """Maak met alleen het toetsenbord het jaarbord en een doel op het bord."""
    into(pagina, "School of afdeling", "De Linde")
    into(pagina, "Team", "Team havo 4")
    push(pagina, "Nog een thema")
    expect(visible(pagina, "Waar werkt de school dit jaar aan?")).to_be_focused()
    pagina.keyboard.type("Wij zien in de les wie het snapt")
    press(pagina, "Verder naar 2. Doelen")
    push(pagina, "Nog een doel")
    expect(visible(pagina, "Wat is er over een paar weken anders?")).to_be_focused()
    pagina.keyboard.type(DOEL)
    tab_to(pagina, "Voor straks")
    pagina.keyboard.press("ArrowUp")
    expect(visible(pagina, "Loopt tot")).not_to_have_value("", timeout=KLAAR_MS)
    into(pagina, "Wat merken leerlingen straks?", "Ik weet of ik het snap")
    tab_to(pagina, "Bij welk thema van het jaarbord")
    choose(pagina, "Wij zien")
    press(pagina, "Verder naar 3. Sessie")


def hold_session(pagina: Page) -> None:
    """Loop met het toetsenbord door de sessie, tot en met een actie voor de komende week."""
    push(pagina, "Begin de sessie")
    push(pagina, "Start de klok")
    push(pagina, "Goed: 0")
    expect(pagina.get_by_text("1 goed, 0 gaat wel, 0 lastig.")).to_be_visible(timeout=KLAAR_MS)
    for vraag in ("Wat gebeurde er met onze acties?", "Wat merkten leerlingen?"):
        next_part(pagina, vraag)
    into(pagina, "Wat zagen of hoorden we?", ZAG)
    push(pagina, "Zet op het bord")
    expect(pagina.locator(SCHERM).get_by_text(re.compile(f"{ZAG}$"))).to_be_visible()
    next_part(pagina, "Wat proberen we deze week?")
    into(pagina, "Wat doen we?", ACTIE)
    into(pagina, "Wie?", "Sanne")
    push(pagina, "Spreek af")
    expect(pagina.locator(f"{SCHERM} .lvs-kaart-titel", has_text=ACTIE)).to_be_visible()


def next_part(pagina: Page, vraag: str) -> None:
    """Ga naar het volgende onderdeel; de vraag krijgt de focus."""
    knop = pagina.locator(SCHERM).get_by_role("button", name="Volgende", exact=True)
    knop.locator("visible=true").focus()
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", name=vraag)).to_be_focused(timeout=KLAAR_MS)


def session_is_restored(pagina: Page) -> None:
    """Na een gesloten tabblad staat de sessie er weer, met de klok die doorliep."""
    vraag = pagina.get_by_role("heading", name="Wat proberen we deze week?")
    expect(vraag).to_be_visible(timeout=KLAAR_MS)
    stil = pagina.get_by_role("button", name="Zet de klok stil").locator("visible=true")
    expect(stil).to_be_visible(timeout=KLAAR_MS)
    expect(pagina.get_by_role("timer").locator("visible=true")).to_contain_text("3 minuten")
    expect(pagina.locator(f"{SCHERM} .lvs-kaart-titel", has_text=ACTIE)).to_be_visible()


def fills_the_screen(pagina: Page) -> None:
    """Het bord vult een projector, met alle vier de vakken in beeld."""
    step(pagina, "4. Het bord")
    pagina.set_viewport_size({"width": 1280, "height": 720})
    pagina.get_by_role("button", name="Vul het scherm").locator("visible=true").click()
    uit = pagina.get_by_role("button", name="Verlaat het volle scherm").locator("visible=true")
    expect(uit).to_be_visible()
    for kop in ("Waar werken we aan?", "Wat doen we deze week?", "Wat vieren we?"):
        expect(pagina.get_by_role("heading", name=kop)).to_be_in_viewport(ratio=1)
    kaart = pagina.locator(f"{SCHERM} .lvs-kaart-titel", has_text=ACTIE).locator("visible=true")
    expect(kaart).to_be_in_viewport()
    uit.click()
    expect(
        pagina.get_by_role("button", name="Vul het scherm").locator("visible=true")
    ).to_be_visible()


def leaves_room_to_write(pagina: Page) -> None:
    """Op het bord voor aan de muur is elke lege rij hoog genoeg voor een stift: drie regels."""
    pagina.get_by_role("button", name="Druk het bord af op A3").locator("visible=true").click()
    vel = pagina.locator("iframe.lvs-papier")
    expect(vel).to_be_attached()
    regels = vel.evaluate("""raam => [...raam.contentDocument.querySelectorAll("tbody tr")]
      .filter(rij => !rij.textContent.trim())
      .map(rij => rij.getBoundingClientRect().height / parseFloat(getComputedStyle(rij).fontSize))
    """)
    assert len(regels) >= 3
    assert min(regels) > 3, regels


def export(pagina: Page, map_: Path) -> None:
    """Neem het bord mee in Excel, en zonder namen voor het bestuur."""
    step(pagina, "5. Terugblik")
    boek = load_workbook(io.BytesIO(save(pagina, "Tabellen als Excel", map_).read_bytes()))
    cellen = {cel.value for blad in boek for rij in blad.iter_rows() for cel in rij}
    assert {DOEL, ACTIE, ZAG, "Sanne"} <= cellen
    tekst = save(pagina, "Bord voor het bestuur", map_).read_text("utf-8")
    assert DOEL in tekst
    assert "Sanne" not in tekst
    assert json.loads(tekst)["instrument"] == "verbeterbord"
