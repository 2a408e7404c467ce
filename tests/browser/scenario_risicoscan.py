"""Wat mensen met de risicoscan doen, voor elke plek waar hij draait.

Het scenario begint als het hulpmiddel in beeld is: :func:`alone` met alleen het toetsenbord,
:func:`points` van zorg naar een klaargelegd verbeterpunt, en :func:`is_restored` na een gesloten
tabblad.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from hulpmiddel import KLAAR_MS, choose, next_radio_group, press, save, step, tab_to, visible
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from lv_tools.risicoscan.teksten import instrument

INHOUD = instrument()
STAPPEN = [f"{nummer}. {stap.titel}" for nummer, stap in enumerate(INHOUD.stap, start=1)]
PUNT = "In de les blijkt te laat wie het niet begrijpt."
#: Deze standaarden krijgen zorg; de andere geen zorg.
ZORGEN = ("OP2", "OP3")


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot het eerste veld te gebruiken is."""
    expect(pagina.get_by_label(INHOUD.zeg("naam"))).to_be_editable(timeout=KLAAR_MS)


def alone(pagina: Page) -> None:
    """Kijk alleen, met alleen het toetsenbord, en lees de uitkomst."""
    pagina.get_by_label(INHOUD.zeg("naam")).focus()
    pagina.keyboard.type("Havo, november")
    tab_to(pagina, INHOUD.zeg("soort"))
    choose(pagina, "Havo")
    press(pagina, f"Verder naar {STAPPEN[1]}")
    expect(visible(pagina, "Uw rol")).to_be_visible()
    tab_to(pagina, "Uw rol")
    choose(pagina, "teamleider")
    for code in INHOUD.standaarden:
        next_radio_group(pagina)
        pagina.keyboard.press("Space")
        for _ in range(2 if code in ZORGEN else 0):
            pagina.keyboard.press("ArrowDown")
    expect(pagina.get_by_text("13 van de 13").first).to_be_visible()
    tab_to(pagina, "OP2 Zicht op ontwikkeling en begeleiding: waaruit blijkt dat?")
    pagina.keyboard.type("rapporten van vorig jaar")
    tab_to(pagina, "OP3 Pedagogisch-didactisch handelen: waaruit blijkt dat?")
    pagina.keyboard.type("vier van de twaalf lessen")
    tab_to(pagina, "Wisseling in leiderschap")
    pagina.keyboard.press("Space")
    press(pagina, f"Verder naar {STAPPEN[2]}")
    kop = "Bij OP2 en OP3 staat ‘zorg’, bij geen enkele standaard ‘let op’. Dit rust op 1 persoon."
    expect(pagina.get_by_text(kop)).to_be_visible()
    expect(pagina.get_by_text("14 van de 45 (31%").first).to_be_attached()
    expect(pagina.get_by_text("kan zo niet kloppen").first).to_be_attached()


def points(pagina: Page) -> None:
    """Los een obstakel eerst op, kies een verbeterpunt en leg het klaar."""
    aanpak = pagina.get_by_label(INHOUD.zeg("aanpak_vraag", naam="Wisseling in leiderschap"))
    aanpak.select_option("eerst")
    expect(pagina.get_by_text("Spreek dan eerst af", exact=False).first).to_be_attached()
    step(pagina, STAPPEN[3])
    pagina.get_by_label(INHOUD.zeg("punten_kies")).select_option("OP3")
    pagina.get_by_role("button", name=INHOUD.zeg("punten_maak")).click()
    wat = visible(pagina, INHOUD.zeg("punt_wat"))
    expect(wat).to_be_focused()
    pagina.keyboard.type(PUNT)
    expect(visible(pagina, INHOUD.zeg("punt_bewijs"))).to_have_value("vier van de twaalf lessen")
    visible(pagina, INHOUD.zeg("punt_anders")).fill("in januari gebeurt het in de meeste lessen")
    pagina.get_by_role("button", name=INHOUD.zeg("klaarleggen")).click()
    expect(pagina.get_by_text("1 verbeterpunt ligt klaar")).to_be_visible()


def export(pagina: Page, map_: Path) -> None:
    """Sla het verslag en de tabellen op en kijk erin."""
    with zipfile.ZipFile(save(pagina, "Verslag voor Word", map_)) as archief:
        tekst = archief.read("word/document.xml").decode()
    assert PUNT in tekst
    assert "geen oorzaak en geen voorspelling" in tekst
    boek = load_workbook(io.BytesIO(save(pagina, "Tabellen als Excel", map_).read_bytes()))
    assert boek.sheetnames[:3] == ["Profiel", "Herkend", "Verbeterpunten"]


def is_restored(pagina: Page) -> None:
    """Na een gesloten tabblad staat alles er weer, op de plek waar de lezer was."""
    expect(visible(pagina, INHOUD.zeg("punt_wat"))).to_have_value(PUNT, timeout=KLAAR_MS)
    step(pagina, STAPPEN[0])
    expect(visible(pagina, INHOUD.zeg("naam"))).to_have_value("Havo, november")
    step(pagina, STAPPEN[1])
    expect(
        visible(pagina, "OP3 Pedagogisch-didactisch handelen: waaruit blijkt dat?")
    ).to_have_value("vier van de twaalf lessen")
