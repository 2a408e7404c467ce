"""Mijn werk in een echte browser: wat er openstaat, dossiers, en alles naar een ander apparaat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from axeloper import find_violations
from hulpmiddel import start, tab_to
from kastproef import contents, damaged, dossier, fill, plan, record
from playwright.sync_api import BrowserContext, Page, expect
from wachten import wacht_tot
from weergaven import find_faults

EIGEN = "instrumenten/mijn-werk.html"
NAAM = "Havo <img src=x onerror=document.title='stuk'>"


def put_back(page: Page, pad: Path) -> None:
    page.get_by_label("Zet een reservekopie terug").set_input_files(str(pad))


def test_van_de_eerste_bladzijde_naar_een_ander_apparaat(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    """Met het toetsenbord, in twee browsers die niets van elkaar weten."""
    vandaag = date.today()
    eerste = nieuwe_context(accept_downloads=True)
    page = eerste.new_page()
    page.goto(adres)
    vak = page.locator("[data-lv-mijnwerk=kort]")
    wacht_tot(page, "new Promise((klaar) => setTimeout(() => klaar(true), 300))")
    expect(vak).to_be_hidden()
    assert page.evaluate("indexedDB.databases()") == [], "kijken laat niets achter"

    fill(page, [
        record("verbeterplan", NAAM, plan("Havo", vandaag), 5),
        record("urgentiemeter", "Meting", "geen leesbaar bestand", 60),
        record("dossier", "Havo", dossier(vandaag), 1),
    ])  # fmt: skip
    page.reload()
    expect(vak.get_by_role("heading", name="Mijn werk")).to_be_visible()
    punten = vak.get_by_role("listitem")
    expect(punten.nth(0)).to_contain_text("had klaar moeten zijn op")
    expect(punten.nth(0)).to_contain_text("Afspraak <b>nakomen</b>")
    expect(punten.nth(1)).to_contain_text("morgen: Lessen bekijken (teamleider)")
    expect(punten.nth(2)).to_contain_text("Toetsen bespreken (sectie)")
    expect(vak).to_contain_text("Daar ligt 1 actie voor u klaar.")
    expect(vak).to_contain_text("stap ‘Voortgang’")
    expect(vak).not_to_contain_text("null")
    assert page.title() != "stuk"
    assert find_faults(page, axe, "main") == []

    page.goto(adres + EIGEN)
    tab_to(page, "Bewaar alles in één bestand")
    with page.expect_download() as vangst:
        page.keyboard.press("Enter")
    kopie = tmp_path / vangst.value.suggested_filename
    vangst.value.save_as(kopie)
    expect(page.get_by_text("met 3 stukken erin")).to_be_visible()
    van_de_eerste = contents(page)

    tweede = nieuwe_context()
    ander = tweede.new_page()
    ander.goto(adres + EIGEN)
    expect(ander.get_by_text("Op dit apparaat is nog niets bewaard.")).to_be_visible()
    eigen = record("verbeterplan", NAAM, plan("Eigen", vandaag))
    fill(ander, [eigen])
    ander.reload()
    expect(ander.get_by_role("link", name="Verbeterplan: Havo").first).to_be_visible()
    van_de_tweede = contents(ander)
    for soort, (inhoud, zin) in damaged(kopie.read_text("utf-8")).items():
        kapot = tmp_path / "kapot.lv.json"
        kapot.write_text(inhoud, "utf-8")
        put_back(ander, kapot)
        expect(ander.get_by_text(zin).first, soort).to_be_visible()
        assert contents(ander) == van_de_tweede, soort
    put_back(ander, kopie)
    expect(ander.get_by_text("Dit is hier anders dan in het bestand")).to_be_visible()
    assert contents(ander) == van_de_tweede, "eerst kijken, dan pas terugzetten"
    assert find_violations(ander, axe, binnen="main") == []
    tab_to(ander, "Zet terug")
    ander.keyboard.press("Enter")
    expect(ander.get_by_text("Teruggezet: 3 stukken.")).to_be_visible()
    er = contents(ander)
    ernaast = f"{NAAM} (reservekopie)"
    assert set(van_de_tweede) <= set(er)
    over = {(wie, ernaast if naam == NAAM else naam, tekst) for wie, naam, tekst in van_de_eerste}
    assert set(er) == over | set(van_de_tweede)
    put_back(ander, kopie)
    expect(ander.get_by_text("Alles uit dit bestand staat hier al.")).to_be_visible()

    # Met één tik verder, in precies dat bestand.
    ander.get_by_role("link", name=f"Verbeterplan: {ernaast}").last.click()
    start(ander)
    expect(
        ander.get_by_text(f"als ‘{ernaast}’")
        .or_(
            ander.get_by_label("Welk bestand is open").locator(
                "option:checked", has_text="reservekopie"
            )
        )
        .first
    ).to_be_attached(timeout=60_000)
    assert ander.evaluate("sessionStorage.getItem('lv-tools:open')") is None
    assert eerste.wacht.vreemd == tweede.wacht.vreemd == []


def test_dossiers_op_een_telefoon(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    context = nieuwe_context(390, 780, has_touch=True, accept_downloads=True)
    page = context.new_page()
    page.goto(adres + EIGEN)
    vak = page.locator("[data-lv-mijnwerk=dossiers]")
    expect(vak.get_by_text("Er is nog geen dossier")).to_be_visible()
    for naam in ("Havo", "Mavo <b>2</b>"):
        vak.get_by_label("Naam van een nieuw dossier").fill(naam)
        vak.get_by_role("button", name="Maak dossier").tap()
        expect(vak.get_by_text(f"‘{naam}’ is gemaakt, en is nu open.")).to_be_visible()
    vak.get_by_role("button", name="Open: Havo").tap()
    expect(vak.get_by_role("listitem").first).to_contain_text("Havo (open)")
    bestand = tmp_path / "vmbo.lv.json"
    bestand.write_text(dossier(date.today()), "utf-8")
    vak.get_by_label("Open een dossier uit een bestand").set_input_files(str(bestand))
    expect(vak.get_by_text("‘Havo (2)’ staat nu op dit apparaat, en is open.")).to_be_visible()
    expect(vak.get_by_text("3 stukken uit 2 werken")).to_be_visible()
    expect(page.locator("[data-lv-mijnwerk=overzicht]")).to_contain_text("Toetsen bespreken")
    with page.expect_download() as vangst:
        vak.get_by_role("button", name="Sla op als bestand: Havo (2)").tap()
    assert Path(vangst.value.path()).read_text("utf-8") == bestand.read_text("utf-8")
    voor = contents(page)
    kapot = tmp_path / "kapot.lv.json"
    kapot.write_text(bestand.read_text("utf-8").replace("Toetsen", "Taarten"), "utf-8")
    vak.get_by_label("Open een dossier uit een bestand").set_input_files(str(kapot))
    expect(vak.get_by_text("veranderd of beschadigd")).to_be_visible()
    assert contents(page) == voor
    vak.get_by_role("button", name="Haal weg: Havo (2)").tap()
    expect(vak.get_by_role("listitem")).to_have_count(2)
    vak.get_by_role("button", name="Zet terug wat u weghaalde").tap()
    expect(vak.get_by_text("3 stukken uit 2 werken")).to_be_visible()
    assert find_faults(page, axe, "main") == []
    # De voorbeeldschool komt ernaast, en gaat weer weg zonder iets anders te raken.
    voor = contents(page)
    page.get_by_role("button", name="Open het voorbeeld").tap()
    expect(page.get_by_text("onder de naam ‘Voorbeeldschool’")).to_be_visible()
    expect(page.get_by_role("link", name="Verbeterplan: Voorbeeldschool").first).to_be_visible()
    expect(page.locator("[data-lv-mijnwerk=overzicht]")).to_contain_text("Toetsen bespreken")
    assert set(voor) - {r for r in voor if r[0] == "dossier-open"} <= set(contents(page))
    page.get_by_role("button", name="Haal het voorbeeld weg").tap()
    expect(page.get_by_text("Uw eigen werk is gebleven.")).to_be_visible()
    er = {rij[:2] for rij in contents(page)}
    assert er == {rij[:2] for rij in voor}
    # Wie geen script draait, leest wat er nodig is, en de eerste bladzijde blijft leeg.
    stil = nieuwe_context(java_script_enabled=False).new_page()
    stil.goto(adres + EIGEN)
    expect(stil.get_by_text("Dit deel werkt alleen met JavaScript").first).to_be_visible()
    assert context.wacht.vreemd == []
