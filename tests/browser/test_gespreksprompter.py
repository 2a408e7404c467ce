"""De gespreksprompter zoals een kwaliteitsmedewerker hem gebruikt, in Voilà en op de pagina."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import icalendar
from axeloper import axe_violations
from gastheren import page_in, run_notebook
from hulpmiddel import (
    BEWAARD_MS,
    BLADZIJDEN,
    KLAAR_MS,
    leave,
    start,
    steps_are_accessible,
)
from hulpmiddel import step as tab
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

NAAM = "gespreksprompter"
KAARTEN = "instrumenten/gespreksprompter-kaarten.html"
BLADEN = ("1. Kiezen", "2. Gids", "3. Gesprek", "4. Afronden", "Reeks", "Ritme")
KWAAD = "<img src=x onerror=alert(1)> rust in de klas"


def press(pagina: Page, naam: str) -> None:
    """Bedien een knop met het toetsenbord."""
    knop = pagina.get_by_role("button", name=naam, exact=True)
    knop.focus()
    pagina.keyboard.press("Enter")


def fill(pagina: Page, label: str, waarde: str) -> None:
    veld = pagina.get_by_role("textbox", name=label)
    veld.focus()
    pagina.keyboard.type(waarde)
    pagina.keyboard.press("Tab")


def card(pagina: Page, tekst: str) -> Locator:
    """Een kaart op het blad dat open is."""
    return pagina.locator(".lvs-paneel:not([hidden]) .lvs-kaart-titel", has_text=tekst)


def download(pagina: Page, naam: str) -> bytes:
    with pagina.expect_download(timeout=30_000) as wacht:
        press(pagina, naam)
    return Path(wacht.value.path()).read_bytes()


def prepare(pagina: Page) -> None:
    """Maak een gids en pas haar aan, met het toetsenbord alleen."""
    pagina.get_by_role("tab", name="1. Kiezen").wait_for(timeout=KLAAR_MS)
    pagina.get_by_label("Doel").select_option("waarderen")
    press(pagina, "Maak de gids")
    expect(pagina.get_by_role("tab", name="2. Gids")).to_have_attribute("aria-selected", "true")
    kaarten = pagina.locator(".lvs-paneel:not([hidden]) .lvs-kaart")
    expect(kaarten).to_have_count(10)
    oud = kaarten.nth(1).locator(".lvs-kaart-titel").inner_text()
    ruil = kaarten.nth(1).get_by_role("button", name="Ruil")
    ruil.focus()
    pagina.keyboard.press("Enter")
    expect(kaarten.nth(1).locator(".lvs-kaart-titel")).not_to_have_text(oud)


def hold(pagina: Page) -> None:
    """Houd het gesprek: een notitie, twee afspraken en een geparkeerd punt."""
    press(pagina, "Begin het gesprek")
    press(pagina, "Volgende vraag")
    expect(pagina.locator(".lvs-groot-boven")).to_contain_text("2 van 10")
    expect(pagina.locator(".lvs-groot-vraag")).to_be_focused()
    fill(pagina, "Notities", KWAAD)
    pagina.locator("summary", has_text="Afspraken (").press("Enter")
    for nummer, (wat, wie, dag) in enumerate(
        (
            ("Lesbezoeken in leerjaar 2", "teamleider", "15-1-2027"),
            ("Resultaten naast elkaar", "", ""),
        ),
        1,
    ):
        fill(pagina, "Wat", wat)
        if wie:
            fill(pagina, "Wie", wie)
            fill(pagina, "Wanneer", dag)
        press(pagina, "Leg deze afspraak vast")
        expect(pagina.locator("summary", has_text=f"Afspraken ({nummer})")).to_be_visible()
    pagina.locator("summary", has_text="Parkeerplaats (").press("Enter")
    fill(pagina, "Punt", "Het rooster")
    press(pagina, "Parkeer dit punt")
    expect(pagina.locator("summary", has_text="Parkeerplaats (1)")).to_be_visible()


def finish(pagina: Page) -> None:
    """Rond af, controleer het verslag en de agenda, en open het volgende gesprek."""
    tab(pagina, "4. Afronden")
    fill(pagina, "Dag van dit gesprek", "24-11-2026")
    fill(pagina, "Dag van het volgende gesprek", "16-3-2027")
    fill(pagina, "Begintijd van het volgende gesprek", "10.30")
    press(pagina, "Rond het gesprek af")
    expect(pagina.get_by_text("telt mee in de rode draad").first).to_be_visible()
    with zipfile.ZipFile(io.BytesIO(download(pagina, "Verslag voor Word"))) as archief:
        boom = ElementTree.fromstring(archief.read("word/document.xml"))
    tekst = "".join(boom.itertext())
    assert KWAAD in tekst
    assert "Lesbezoeken in leerjaar 2" in tekst
    punten = icalendar.Calendar.from_ical(download(pagina, "Afspraken voor de agenda")).walk(
        "VEVENT"
    )
    assert [str(p["SUMMARY"])[:8] for p in punten] == ["Afspraak", "Gesprek "]
    press(pagina, "Bereid het volgende gesprek voor")
    tab(pagina, "3. Gesprek")
    press(pagina, "Volgende vraag")
    expect(pagina.locator(".lvs-groot-boven")).to_contain_text("Terugblik")
    for open_ in ("Lesbezoeken in leerjaar 2", "Resultaten naast elkaar", "Het rooster"):
        expect(card(pagina, open_)).to_be_visible()
    press(pagina, "Gedaan: Lesbezoeken in leerjaar 2")
    expect(
        pagina.get_by_role("button", name="Gedaan: Lesbezoeken in leerjaar 2")
    ).to_have_attribute("aria-pressed", "true")


def is_restored(pagina: Page) -> None:
    tab(pagina, "Reeks")
    expect(pagina.get_by_role("cell", name="24-11-2026")).to_be_visible()
    expect(card(pagina, "Resultaten naast elkaar")).to_be_visible()
    expect(card(pagina, "Lesbezoeken in leerjaar 2")).to_have_count(0)


def test_voila_from_guide_to_next_conversation(
    voila: Callable[[str], str], chromium: Browser, axe: str
) -> None:
    adres = voila(NAAM)
    with page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd):
        pagina.goto(adres)
        prepare(pagina)
        hold(pagina)
        finish(pagina)
        leave(pagina)
        opnieuw = pagina.context.new_page()
        opnieuw.goto(adres)
        opnieuw.get_by_role("tab", name="Reeks").wait_for(timeout=KLAAR_MS)
        is_restored(opnieuw)
        steps_are_accessible(opnieuw, axe, BLADEN)
        assert vreemd == []


def test_jupyterlab_holds_a_conversation(
    jupyterlab: Callable[[], str], chromium: Browser, axe: str
) -> None:
    with page_in(chromium, viewport={"width": 1400, "height": 1000}) as (pagina, vreemd):
        run_notebook(pagina, jupyterlab(), NAAM)
        prepare(pagina)
        hold(pagina)
        assert axe_violations(pagina, axe) == []
        finish(pagina)
        assert vreemd == []


def test_page_from_guide_to_restored_tab(
    adres: str, axe: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDEN[NAAM])
    start(pagina)
    prepare(pagina)
    hold(pagina)
    assert axe_violations(pagina, axe) == []
    finish(pagina)
    pagina.wait_for_timeout(BEWAARD_MS)
    pagina.reload()
    start(pagina)
    pagina.get_by_role("tab", name="Reeks").wait_for(timeout=KLAAR_MS)
    is_restored(pagina)
    assert context.wacht.vreemd == []  # type: ignore[attr-defined]


def test_cards_print_on_a4_front_and_back(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    pagina = nieuwe_context().new_page()
    pagina.goto(adres + KAARTEN)
    pagina.locator("details.lv-kaartenbak > summary").nth(2).click()
    pagina.emulate_media(media="print")
    bak = pagina.locator("details.lv-kaartenbak[open]")
    vellen = bak.locator(".lv-vel")
    aantal = vellen.count()
    maten = vellen.evaluate_all("vs => vs.map(v => v.getBoundingClientRect().toJSON())")
    mm = 96 / 25.4
    assert all(abs(m["width"] - 210 * mm) < 1 and m["height"] <= 297 * mm for m in maten)
    pdf = pagina.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == aantal
    assert not pagina.get_by_role("heading", name="Gesprekskaarten").is_visible()
