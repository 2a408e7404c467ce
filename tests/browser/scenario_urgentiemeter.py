"""Wat mensen met de urgentiemeter doen, voor elke plek waar hij draait.

Het scenario begint als het hulpmiddel in beeld is: :func:`alone` met alleen het toetsenbord,
:func:`five_people` met bestanden van vijf mensen, en :func:`is_restored` na een gesloten tabblad.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from hulpmiddel import (
    KLAAR_MS,
    SCHERM,
    choose,
    next_radio_group,
    press,
    save,
    step,
    tab_to,
    visible,
)
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.urgentiemeter.bestand.lezen import scan_to_file
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.scherm.vel import EERST
from lv_tools.urgentiemeter.teksten import instrument

INHOUD = instrument()


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot het eerste veld te gebruiken is."""
    expect(pagina.get_by_label("Naam van de afdeling")).to_be_editable(timeout=KLAAR_MS)


def alone(pagina: Page, *, vanaf_boven: bool = True) -> None:
    """Vul feiten en stellingen in met alleen het toetsenbord en lees de uitslag.

    In JupyterLab staan er tientallen knoppen voor het hulpmiddel; begin dan in het eerste veld.
    """
    if vanaf_boven:
        tab_to(pagina, "Naam van de afdeling")
    else:
        pagina.get_by_label("Naam van de afdeling").focus()
    pagina.keyboard.type("havo")
    tab_to(pagina, "Soort afdeling")
    choose(pagina, "havo")
    for label, getal in (
        ("Norm", "6,3"),
        ("Oudste jaar", "6.7"),
        ("Jaar daarna", "6,4"),
        ("Laatste jaar", "6,1"),
    ):
        tab_to(pagina, label)
        pagina.keyboard.type(getal)
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_text("Signaal: waarschuwing.")).to_be_visible()
    expect(pagina.get_by_text("ten minste 6,50 nodig")).to_be_visible()
    press(pagina, "Verder naar 2. Beleving")
    expect(visible(pagina, "Uw rol")).to_be_visible()
    tab_to(pagina, "Uw rol")
    choose(pagina, "schoolleiding")
    for nummer, _stelling in enumerate(INHOUD.stellingen):
        if nummer == EERST:  # wie meer tijd heeft, klapt de rest open
            press(pagina, INHOUD.zeg("kort_meer"))
        next_radio_group(pagina)
        pagina.keyboard.press("ArrowDown")
        pagina.keyboard.press("ArrowDown")
        pagina.keyboard.press("ArrowDown")
    expect(pagina.get_by_text("12 van de 12 beantwoord").first).to_be_visible()
    press(pagina, INHOUD.zeg("kort_onderwerpen"))
    tab_to(pagina, "OR1 Resultaten")
    pagina.keyboard.press("Space")
    press(pagina, "Verder naar 3. Uitslag")
    expect(pagina.get_by_text(INHOUD.alleen.titel).locator("visible=true").first).to_be_visible()
    wijzer = pagina.get_by_text(INHOUD.wijzer["alleen_wel_wel"].titel).locator("visible=true")
    expect(wijzer).to_be_visible()


def five_people(pagina: Page, map_: Path) -> None:
    """Voeg vijf mensen toe uit bestanden, een ervan dubbel en een kapot, en lees de uitslag."""
    step(pagina, "2. Beleving")
    pagina.get_by_label("Bestanden of een tabel").check()
    pagina.get_by_label("Op naam", exact=True).check()
    bestanden = respondent_files(map_)
    kies = visible(pagina, "Voeg bestanden toe")
    kies.set_input_files([*bestanden, kapot(map_)])
    melding = pagina.get_by_text("‘een.json’: 1 persoon erbij.")
    expect(melding).to_be_visible()
    expect(melding).to_contain_text("‘drie.csv’: 3 mensen erbij.")
    expect(melding).to_contain_text("kapot.json")
    kies.set_input_files(bestanden[:1])
    expect(pagina.get_by_text("1 persoon stond er al en telt niet dubbel.")).to_be_visible()
    expect(pagina.get_by_text("Nu tellen 6 mensen mee")).to_be_visible()
    step(pagina, "3. Uitslag")
    expect(pagina.get_by_text("Dit rust op 6 mensen.")).to_be_visible()
    figuur = pagina.locator(f"{SCHERM} figure").locator("visible=true").first
    expect(figuur).to_contain_text("hele groep")
    figuur.scroll_into_view_if_needed()  # een figuur wordt pas getekend als zij in beeld komt
    expect(figuur.locator("svg").first).to_be_attached(timeout=KLAAR_MS)


def export(pagina: Page, map_: Path) -> None:
    """Sla elk soort verslag op en kijk erin."""
    word = save(pagina, "Verslag voor Word", map_)
    with zipfile.ZipFile(word) as archief:
        tekst = archief.read("word/document.xml").decode()
    assert "Vragen voor ons gesprek" in tekst
    assert "schoolleiding" in tekst
    pagina.get_by_label("Volledig, voor het dossier").check()
    markdown = save(pagina, "Verslag als Markdown", map_).read_text("utf-8")
    assert "## Verantwoording" in markdown
    assert "6 mensen" in markdown
    boek = load_workbook(io.BytesIO(save(pagina, "Tabellen als Excel", map_).read_bytes()))
    assert boek.sheetnames[0] == "Feiten"
    with zipfile.ZipFile(save(pagina, "Tabellen als CSV", map_)) as archief:
        csv = "".join(archief.read(naam).decode("utf-8-sig") for naam in archief.namelist())
    assert "Gedeelde urgentie" in csv or "Beperkte urgentie" in csv


def is_restored(pagina: Page) -> None:
    """Na een gesloten tabblad staat alles er weer."""
    expect(pagina.get_by_text("Dit rust op 6 mensen.")).to_be_visible(timeout=KLAAR_MS)
    step(pagina, "1. Feiten")
    expect(pagina.get_by_label("Naam van de afdeling")).to_have_value("havo")
    # Getypt als 6.7; wat bewaard is, is het getal, en dat staat er zoals men het hier schrijft.
    expect(visible(pagina, "Oudste jaar")).to_have_value("6,7")
    step(pagina, "2. Beleving")
    pagina.get_by_label("Ik vul zelf in").check()
    expect(visible(pagina, "Uw rol")).to_have_value("schoolleiding")


def respondent_files(map_: Path) -> list[Path]:
    """Maak drie bestanden met samen vijf mensen: twee eigen bestanden en een tabel."""
    een, twee, *rest = INHOUD.voorbeeldmensen[:5]
    paden = []
    for naam, respondent in (("een.json", een), ("twee.json", twee)):
        scan = Scan(groep=Groep(bronnen=(Bron("eigen", (respondent,)),)))
        paden.append(map_ / naam)
        paden[-1].write_bytes(scan_to_file(scan, INHOUD))
    regels = [";".join(["nummer", "rol", *INHOUD.stellingen, "OR1", "OP3"])]
    for nummer, respondent in enumerate(rest, start=1):
        antwoorden = [
            "" if code not in respondent.antwoorden else str(respondent.antwoorden[code] or "?")
            for code in INHOUD.stellingen
        ]
        regels.append(";".join([str(nummer), respondent.rol, *antwoorden, "x", "0"]))
    paden.append(map_ / "drie.csv")
    paden[-1].write_text("\r\n".join(regels), "utf-8-sig")
    return paden


def kapot(map_: Path) -> Path:
    """Maak een afgebroken bestand."""
    pad = map_ / "kapot.json"
    pad.write_text('{"formaat": "lv-tools", "instrument": "urgentie', "utf-8")
    return pad
