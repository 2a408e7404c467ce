"""Wat een bestuur met de zelfevaluatie doet, voor elke plek waar zij draait.

Het scenario begint als het hulpmiddel in beeld is: :func:`make` een scan, :func:`fill_in` als
respondent met een link, :func:`collect` twaalf bestanden met een kapot ertussen,
:func:`read_results`, :func:`judge_together`, :func:`export`, :func:`second_scan`, en
:func:`is_restored` na een gesloten tabblad.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from hulpmiddel import (
    KLAAR_MS,
    SCHERM,
    active_name,
    choose,
    next_radio_group,
    save,
    step,
    tab_to,
    visible,
)
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from lv_tools.zelfevaluatie.bestand.antwoorden import answers_to_file, clean_answers, read_answers
from lv_tools.zelfevaluatie.bestand.link import from_fragment
from lv_tools.zelfevaluatie.bestand.scan import scan_from_file
from lv_tools.zelfevaluatie.model.opzet import Opzet, stellingen_van
from lv_tools.zelfevaluatie.teksten import instrument

INHOUD = instrument()
#: Een bestuur van drie, een intern toezicht van vijf en vier rectoren.
GROEPEN = {"bestuur": 3, "intern-toezicht": 5, "schoolleiding": 4}
STAPPEN = tuple(
    f"{nummer}. {stap.titel}" for nummer, stap in enumerate(INHOUD.stappen.values(), start=1)
)
MAKEN, INVULLEN, SAMENBRENGEN, UITSLAG, SAMEN, VERGELIJKEN = STAPPEN


def wait_until_ready(pagina: Page) -> None:
    """Wacht tot het eerste veld te gebruiken is."""
    expect(pagina.get_by_label("Naam van de scan")).to_be_editable(timeout=KLAAR_MS)


def make(pagina: Page, map_: Path, naam: str = "Najaar") -> Opzet:
    """Maak een korte scan op naam en geef haar instellingen, uit het scanbestand."""
    veld = pagina.get_by_label("Naam van de scan")
    veld.fill(naam)
    veld.press("Tab")
    pagina.get_by_label("Korte lijst", exact=True).check()
    pagina.get_by_label("staf kwaliteit", exact=True).locator("visible=true").uncheck()
    knop = pagina.get_by_role("button", name="Maak deze scan")
    if knop.is_visible():
        knop.click()
    opzet = scan_from_file(
        save(pagina, "Scanbestand om door te geven", map_).read_bytes(), INHOUD
    ).opzet
    assert (opzet.naam, opzet.versie) == (naam, "kern")
    assert opzet.groepen == tuple(GROEPEN)
    return opzet


def hand_out(pagina: Page, opzet: Opzet) -> str:
    """Lees de link die de maker rondstuurt, en kijk of de QR-code er is."""
    link = pagina.get_by_label("Link voor wie meedoet", exact=True).input_value()
    assert from_fragment(link, INHOUD) == opzet
    pagina.get_by_role("button", name="Toon de QR-code").click()
    code = pagina.get_by_role("img", name="QR-code met de link naar deze scan")
    expect(code).to_be_visible(timeout=KLAAR_MS)
    return link


def fill_in(pagina: Page, map_: Path, opzet: Opzet) -> Path:
    """Vul als bestuurder in met alleen het toetsenbord, en bewaar het bestand."""
    expect(pagina.get_by_role("heading", name="Voordat u begint")).to_be_visible(timeout=KLAAR_MS)
    expect(pagina.get_by_text(f"‘{opzet.naam}’ van")).to_be_visible()
    expect(pagina.get_by_role("tablist", name="Stappen")).to_be_hidden()
    tab_to(pagina, "Bij welke groep hoort u?")
    choose(pagina, "bestuur")
    tab_to(pagina, "Uw naam")
    pagina.keyboard.type("Bea Bestuur")
    tab_to(pagina, "Begin")
    pagina.keyboard.press("Enter")
    for nummer, thema in enumerate(opzet.themas, start=1):
        expect(pagina.get_by_text(f"Thema {nummer} van {len(opzet.themas)}.")).to_be_visible()
        kop = INHOUD.themas[thema].titel
        expect(pagina.get_by_role("heading", name=kop, exact=True)).to_be_focused()
        next_radio_group(pagina)
        pagina.keyboard.press("ArrowDown")
        pagina.keyboard.press("ArrowDown")
        verder = "Naar het overzicht" if nummer == len(opzet.themas) else "Volgende thema"
        tab_to(pagina, verder)
        assert active_name(pagina) == verder
        pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", name="Klaar: kijk na en bewaar")).to_be_visible()
    tabel = pagina.get_by_role("table", name="Dit staat in uw bestand")
    expect(tabel).to_contain_text("Bea Bestuur")
    expect(tabel.get_by_text("voldoende", exact=True)).to_have_count(len(opzet.themas))
    pad = save(pagina, "Bewaar mijn antwoorden als bestand", map_)
    gelezen = read_answers(pad.read_bytes(), opzet, INHOUD)
    assert set(gelezen.antwoorden.values()) == {3}
    return pad


def respondent_files(opzet: Opzet, map_: Path, *, eigen: Path | None = None) -> list[Path]:
    """Maak voor elke deelnemer een bestand; ``eigen`` is er een die al in de pagina is gemaakt."""
    paden = [] if eigen is None else [eigen]
    for rol, hoeveel in GROEPEN.items():
        for nummer in range(hoeveel):
            if eigen is not None and (rol, nummer) == ("bestuur", 0):
                continue
            antwoorden = {
                code: _answer(rol, nummer, plek)
                for plek, code in enumerate(stellingen_van(opzet, INHOUD))
            }
            bewijs = {"bka1:bewijs": f"Het koersplan, bladzijde {nummer + 2}."}
            wie = clean_answers(
                rol, antwoorden, opzet, INHOUD, notities=bewijs, naam=f"{rol} {nummer}"
            )
            paden.append(map_ / f"{opzet.id[:4]}-{rol}-{nummer}.json")
            paden[-1].write_bytes(answers_to_file(wie, opzet, INHOUD))
    assert len(paden) == sum(GROEPEN.values())
    return paden


def _answer(rol: str, nummer: int, plek: int) -> int | None:
    """Het bestuur antwoordt hoog, rectoren laag, en het toezicht weet niet alles."""
    if rol == "intern-toezicht":
        return None if (nummer + plek) % 3 == 0 else 3
    return min(4, 3 + (nummer + plek) % 2) if rol == "bestuur" else 1 + (nummer + plek) % 2


def collect(pagina: Page, map_: Path, opzet: Opzet, eigen: Path | None = None) -> None:
    """Breng de bestanden samen, met een kapot en een dubbel ertussen."""
    step(pagina, SAMENBRENGEN)
    paden = respondent_files(opzet, map_, eigen=eigen)
    kapot = map_ / "kapot.json"
    kapot.write_bytes(paden[0].read_bytes()[:-60])
    manier = pagina.get_by_role("radio", name="Bestanden of een tabel")
    manier.check()
    expect(manier).to_be_checked()
    expect(pagina.get_by_role("button", name="Leeg sjabloon (CSV)")).to_be_visible()
    kies = visible(pagina, "Voeg bestanden toe")
    kies.set_input_files([*paden[:5], kapot, *paden[5:]])
    melding = pagina.get_by_text(f"‘{paden[0].name}’: 1 persoon erbij.")
    expect(melding).to_be_visible()
    expect(melding).to_contain_text(f"‘{paden[-1].name}’: 1 persoon erbij.")
    expect(melding).to_contain_text("‘kapot.json’ is niet gelezen")
    wie = pagina.get_by_text("Nu tellen 12 mensen mee: bestuur 3, intern toezicht 5").first
    expect(wie).to_be_visible()
    kies.set_input_files(paden[3:4])
    expect(pagina.get_by_text("1 persoon stond er al en telt niet dubbel.")).to_be_visible()
    expect(wie).to_be_visible()


def read_results(pagina: Page) -> None:
    """Lees de uitslag: eerst wat hij niet is, dan ranglijsten, figuren en tabellen."""
    scherm = pagina.locator(SCHERM)
    step(pagina, UITSLAG)
    expect(scherm.get_by_text(INHOUD.wat_niet[0])).to_be_visible()
    expect(scherm.get_by_text("Dit rust op 12 mensen: bestuur 3;")).to_be_visible()
    verschil = scherm.locator("summary", has_text="Verschil tussen groepen")
    verschil.click()
    paar = "Bestuur (3 mensen) hoger dan rector of directeur (4 mensen) in"
    expect(scherm.get_by_text(paar).first).to_be_visible()
    web = pagina.locator(f"{SCHERM} figure").locator("visible=true").first
    web.scroll_into_view_if_needed()
    expect(web.locator("svg").first).to_be_attached(timeout=KLAAR_MS)
    tabel = scherm.get_by_role("table", name="Per thema en groep")
    expect(tabel).to_contain_text("intern toezicht")
    visible(pagina, "intern toezicht").uncheck()
    expect(tabel).not_to_contain_text("intern toezicht")
    visible(pagina, "Welk thema?").select_option("rolbewust")
    expect(scherm.get_by_role("table", name=re.compile("^Rolbewust zijn"))).to_be_visible()


def judge_together(pagina: Page) -> None:
    """Kies samen een antwoord bij een thema en zie de verschuiving."""
    scherm = pagina.locator(SCHERM)
    step(pagina, SAMEN)
    expect(
        scherm.get_by_text("BKA1: Visie, ambities en doelen: antwoorden van").first
    ).to_be_visible()
    visible(pagina, "enigszins").check()
    visible(pagina, "Wat gaf de doorslag?").fill("De rectoren gaven twee voorbeelden.")
    scherm.get_by_role("button", name="Leg dit oordeel vast").locator("visible=true").click()
    expect(
        scherm.locator(".lvs-mededeling", has_text="Samen: enigszins. Het midden")
    ).to_be_visible()
    expect(scherm.get_by_role("heading", name="Wat het gesprek deed")).to_be_visible()


def export(pagina: Page, map_: Path) -> Path:
    """Sla elk soort verslag op, kijk erin, en geef het Word-bestand."""
    step(pagina, UITSLAG)
    visible(pagina, "Volledig, met elke stelling").check()
    word = save(pagina, "Verslag voor Word", map_)
    with zipfile.ZipFile(word) as archief:
        tekst = archief.read("word/document.xml").decode()
    assert INHOUD.wat_niet[0] in tekst
    assert "De rectoren gaven twee voorbeelden." in tekst
    assert "Bea Bestuur" not in tekst
    markdown = save(pagina, "Verslag als Markdown", map_).read_text("utf-8")
    assert "12 mensen" in markdown
    boek = load_workbook(io.BytesIO(save(pagina, "Tabellen als Excel", map_).read_bytes()))
    assert "Codeboek" in boek.sheetnames
    with zipfile.ZipFile(save(pagina, "Tabellen als CSV", map_)) as archief:
        csv = "".join(archief.read(naam).decode("utf-8-sig") for naam in archief.namelist())
    assert "rector of directeur" in csv
    vragen = save(pagina, "Vragen voor de gespreksprompter", map_).read_text("utf-8")
    assert '"soort": "gespreksvragen"' in vragen
    return word


def second_scan(pagina: Page, map_: Path) -> None:
    """Begin een jaar later een tweede scan en leg haar naast de eerste."""
    scherm = pagina.locator(SCHERM)
    step(pagina, VERGELIJKEN)
    assert scan_from_file(save(pagina, "Bewaar deze scan", map_).read_bytes(), INHOUD).bronnen
    scherm.locator("summary", has_text="Nu al een volgende scan beginnen").click()
    scherm.get_by_role("button", name="Begin een volgende scan").click()
    opzet = make(pagina, map_, "Een jaar later")
    collect(pagina, map_, opzet)
    step(pagina, VERGELIJKEN)
    expect(scherm.get_by_text("Een jaar later (").first).to_contain_text("12 mensen")
    # Een andere naam en dezelfde dag: dan staat er nergens dat er iets veranderde.
    expect(scherm.get_by_text("niet als verloop in de tijd").first).to_be_visible()
    expect(scherm.get_by_role("table", name="Per thema")).to_be_visible()
    expect(scherm.locator("li", has_text="Het midden is in ‘").first).to_be_visible()


def is_restored(pagina: Page) -> None:
    """Na een gesloten tabblad staat de tweede scan er weer, met de eerste ernaast."""
    scherm = pagina.locator(SCHERM)
    expect(scherm.get_by_role("tab", name=VERGELIJKEN)).to_have_attribute(
        "aria-selected", "true", timeout=KLAAR_MS
    )
    expect(scherm.get_by_role("table", name="Per thema")).to_be_visible()
    step(pagina, MAKEN)
    expect(pagina.get_by_label("Naam van de scan")).to_have_value("Een jaar later")
    step(pagina, SAMENBRENGEN)
    expect(scherm.get_by_text("Nu tellen 12 mensen mee").first).to_be_visible()


def results_are_restored(pagina: Page) -> None:
    """Na een gesloten tabblad staat de uitslag er weer, met het gezamenlijke oordeel."""
    scherm = pagina.locator(SCHERM)
    expect(scherm.get_by_text("Dit rust op 12 mensen")).to_be_visible(timeout=KLAAR_MS)
    step(pagina, SAMEN)
    expect(
        scherm.locator(".lvs-mededeling", has_text="Samen: enigszins. Het midden")
    ).to_be_visible()
