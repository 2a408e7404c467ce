"""Wat een lezer met de bevindingenverkenner doet, voor elke plek waar hij draait.

Het scenario begint als het hulpmiddel in beeld is. Wie het in een nieuwe omgeving wil toetsen,
opent daar het hulpmiddel en roept :func:`play` aan.
"""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

from hulpmiddel import KLAAR_MS, SCHERM, save, visible
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect


def tool(pagina: Page) -> Locator:
    """Geef het hulpmiddel zelf; in het boek staat daaronder ook nog het stilstaande beeld."""
    return pagina.locator(SCHERM)


def wait_until_ready(pagina: Page) -> Locator:
    """Wacht tot het hulpmiddel er staat en geef de keuzelijst met vragen."""
    vraag = tool(pagina).get_by_label("Wat wilt u zien?")
    expect(vraag).to_be_visible(timeout=KLAAR_MS)
    return vraag


def play(pagina: Page, map_: Path) -> None:
    """Doorloop het hele scenario.

    Parameters
    ----------
    pagina
        Bladzijde waarop het hulpmiddel open is.
    map_
        Map voor de bestanden die de lezer opslaat.
    """
    vraag = wait_until_ready(pagina)
    answer_about_ska2(pagina, vraag)
    save_view(pagina, map_)
    compare_standards(pagina)
    see_what_cannot_be(pagina, vraag)
    compare_kinds(pagina, vraag)
    search_hostile_text(pagina, vraag)
    use_keyboard(pagina, vraag)
    my_department(pagina, vraag)


def answer_about_ska2(pagina: Page, vraag: Locator) -> None:
    """Welke uitdagingen gaan samen met SKA2, en hoe zeker is dat?"""
    vraag.select_option(label="Uitdagingen per standaard")
    figuur = shown_figure(pagina)
    expect(figuur).to_contain_text("39 afdelingen met een risico op SKA2")
    expect(figuur).to_contain_text("34 van de 39 afdelingen, 87%")
    expect(figuur).to_contain_text("73% tot 94%")
    expect(figuur).to_contain_text("Wat dit niet zegt")
    expect(figuur).to_contain_text("bijlage 2.1")
    figuur.locator(".lvs-tekening").scroll_into_view_if_needed()  # pas in beeld wordt hij getekend
    tekening = figuur.locator(".lvs-tekening [role=img]")
    expect(tekening).to_be_visible()
    expect(tekening.locator("svg").first).to_be_attached(timeout=KLAAR_MS)
    figuur.get_by_text("Dezelfde gegevens als tabel").click()
    expect(figuur.locator("tbody tr")).to_have_count(6)


def save_view(pagina: Page, map_: Path) -> None:
    """Sla op wat in beeld is, als CSV en voor Excel; bron en getallen gaan mee."""
    with zipfile.ZipFile(save(pagina, "Deze tabel opslaan als CSV", map_)) as archief:
        tabel, noten = (archief.read(naam).decode("utf-8-sig") for naam in archief.namelist())
    rijen = list(csv.reader(io.StringIO(tabel), delimiter=";"))
    assert "Uitdaging" in rijen[0]
    assert len([rij for rij in rijen[1:] if rij and rij[0] == "SKA2"]) == 6
    assert "Bron:" in noten
    excel_pad = save(pagina, "Deze tabel opslaan voor Excel", map_)
    blad = load_workbook(excel_pad).worksheets[0]
    assert [cel.value for cel in blad[2]][2:4] == [34, 87]


def compare_standards(pagina: Page) -> None:
    """Leg een tweede standaard ernaast en haal de filters weer weg."""
    tool(pagina).get_by_label("Leg er een standaard naast").select_option("SKA1")
    expect(tool(pagina).get_by_text("12 van 67 rijen in beeld.")).to_be_visible()
    expect(shown_figure(pagina)).to_contain_text("Bij SKA1 ging dit het vaakst moeilijk")
    tool(pagina).get_by_role("button", name="Filters wissen").locator("visible=true").click()
    expect(tool(pagina).get_by_text("67 van 67 rijen in beeld.")).to_be_visible()


def see_what_cannot_be(pagina: Page, vraag: Locator) -> None:
    """Een cijfer dat niet kan, draagt een merk en een reden."""
    vraag.select_option(label="Interventies bij obstakels")
    visible(pagina, "Obstakel").select_option("Verwaarlozing")
    figuur = shown_figure(pagina)
    expect(figuur).to_contain_text("Interventies bij obstakels: Verwaarlozing")
    figuur.get_by_text("Dezelfde gegevens als tabel").click()
    rij = figuur.get_by_role("row").filter(has_text="Coaching van het managementteam")
    expect(rij).to_contain_text("kan niet")
    expect(figuur).to_contain_text("ten minste 10")


def compare_kinds(pagina: Page, vraag: Locator) -> None:
    """Zet twee soorten afdelingen naast elkaar."""
    vraag.select_option(label="Risico's per soort afdeling")
    tool(pagina).get_by_label("Twee soorten afdelingen naast elkaar").check()
    figuur = shown_figure(pagina)
    expect(figuur).to_contain_text("Het grootste verschil zit bij OP2: vwo 36%, vmbo-b 67%.")
    tool(pagina).get_by_label("met", exact=True).select_option("Vwo")
    expect(tool(pagina).get_by_text("U koos twee keer Vwo.")).to_be_visible()
    tool(pagina).get_by_label("Alles in één oogopslag").check()
    expect(shown_figure(pagina)).to_contain_text("OP2 bij vmbo-b (67%)")


def search_hostile_text(pagina: Page, vraag: Locator) -> None:
    """Wat iemand in het zoekveld typt, blijft tekst."""
    vraag.select_option(label="Kerncijfers")
    zoek = visible(pagina, "Zoek in de tabel")
    zoek.fill("<img src=x onerror=alert(1)>")
    expect(tool(pagina).get_by_text("Geen enkele rij past bij uw keuze")).to_be_visible()
    assert tool(pagina).locator("img").count() == 0
    zoek.fill("amsterdam")
    expect(
        tool(pagina).get_by_role("cell", name="24").locator("visible=true").first
    ).to_be_visible()


def use_keyboard(pagina: Page, vraag: Locator) -> None:
    """Kies met alleen het toetsenbord een andere vraag en klap de uitleg open."""
    vraag.focus()
    pagina.keyboard.press("Home")
    pagina.keyboard.press("ArrowDown")
    expect(vraag).to_have_value("risico_per_afdeling")
    expect(shown_figure(pagina)).to_be_visible()
    uitleg = tool(pagina).locator("summary", has_text="Hoe zeker zijn deze cijfers?").first
    uitleg.focus()
    if not uitleg.evaluate("(kop) => kop.parentElement.open"):  # wie terugkomt, vindt hem open
        pagina.keyboard.press("Enter")
    expect(tool(pagina).get_by_text("146 afdelingen horen bij 77 scholen")).to_be_visible()


def my_department(pagina: Page, vraag: Locator) -> None:
    """Kies een soort afdeling, standaarden en een belemmering, en lees wat er is geteld."""
    vraag.select_option(label="Mijn afdeling")
    tool(pagina).get_by_label("Soort afdeling", exact=True).select_option("vmbo-k")
    visible(pagina, "OP3 Pedagogisch-didactisch handelen").check()
    expect(tool(pagina).get_by_text("OP3: bij vmbo-k 6 van de 14 afdelingen")).to_be_visible()
    expect(tool(pagina).get_by_text("OP3 en SKA2 samen: bij minstens")).to_be_visible()
    tool(pagina).locator("summary", has_text="Wat speelt er op uw afdeling?").click()
    visible(pagina, "Personeelstekort").check()
    expect(tool(pagina).get_by_text("Interventies bij personeelstekort").first).to_be_visible()


def shown_figure(pagina: Page) -> Locator:
    """Geef de eerste figuur die in beeld is."""
    return tool(pagina).locator("figure").locator("visible=true").first
