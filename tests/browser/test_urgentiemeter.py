"""De urgentiemeter in een echte browser: alleen, met vijf mensen, en na een gesloten tabblad."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from axeloper import axe_violations
from gastheren import page_in, run_notebook
from hulpmiddel import BLADZIJDEN, come_back, leave, start, steps_are_accessible
from playwright.sync_api import Browser, BrowserContext, expect
from scenario_urgentiemeter import alone, export, five_people, is_restored, wait_until_ready
from weergaven import find_faults

from lv_tools.basis.verzamelen.uitnodiging import Uitnodiging, to_fragment
from lv_tools.urgentiemeter.bestand.lezen import read_scan
from lv_tools.urgentiemeter.teksten import instrument

NAAM = "urgentiemeter"
STAPPEN = ("1. Feiten", "2. Beleving", "3. Uitslag")


def test_voila_from_first_field_to_restored_tab(
    voila: Callable[[str], str], chromium: Browser, axe: str, tmp_path: Path
) -> None:
    adres = voila(NAAM)
    with page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd):
        pagina.goto(adres)
        wait_until_ready(pagina)
        alone(pagina)
        five_people(pagina, tmp_path)
        export(pagina, tmp_path)
        leave(pagina)
        opnieuw = pagina.context.new_page()
        opnieuw.goto(adres)
        is_restored(opnieuw)
        steps_are_accessible(opnieuw, axe, STAPPEN)
        assert vreemd == []


def test_page_from_button_to_restored_tab(
    adres: str,
    nieuwe_context: Callable[..., BrowserContext],
    axe: str,
    tmp_path: Path,
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDEN[NAAM])
    start(pagina)
    wait_until_ready(pagina)
    alone(pagina)
    five_people(pagina, tmp_path)
    assert axe_violations(pagina, axe) == []
    export(pagina, tmp_path)
    is_restored(come_back(pagina, adres + BLADZIJDEN[NAAM]))
    assert context.wacht.vreemd == []


def test_jupyterlab_from_first_field_to_export(
    jupyterlab: Callable[[], str], chromium: Browser, axe: str, tmp_path: Path
) -> None:
    with page_in(chromium, viewport={"width": 1400, "height": 1000}) as (pagina, vreemd):
        run_notebook(pagina, jupyterlab(), NAAM)
        wait_until_ready(pagina)
        alone(pagina, vanaf_boven=False)
        five_people(pagina, tmp_path)
        export(pagina, tmp_path)
        assert axe_violations(pagina, axe) == []
        assert vreemd == []


def test_formulier_met_een_link_tot_en_met_inleveren(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    """Op een telefoon, zonder Python; ook wie halverwege herlaadt of zijn netwerk verliest."""
    inhoud = instrument()
    uitnodiging = Uitnodiging("0123456789ab", "Havo, najaar")
    context = nieuwe_context(breedte=390, hoogte=800, accept_downloads=True)
    pagina = context.new_page()
    gehaald: list[str] = []
    pagina.on("request", lambda verzoek: gehaald.append(verzoek.url))
    pagina.goto(f"{adres}{BLADZIJDEN[NAAM]}#{to_fragment('meting', uitnodiging, inhoud.lijst)}")
    rol, andere = pagina.get_by_label("Uw rol", exact=True), pagina.get_by_label("Hoe heet uw rol?")
    rol.select_option(label="een andere rol")
    andere.fill("x" * 41)
    vragen = pagina.locator("fieldset:has(input[type=radio])")
    # De eerste klik verlaat het veld met de te lange rol: daar komt een fout, en de klik telt toch.
    for nummer in range(len(inhoud.stelling)):
        vragen.nth(nummer).get_by_role("radio").nth(nummer % 4).check()
    stand = pagina.locator(".lvs-stand")
    expect(stand).to_contain_text("Bewaard op dit apparaat om")
    pagina.reload()
    expect(andere).to_have_value("x" * 41)
    expect(pagina.get_by_role("radio", checked=True)).to_have_count(len(inhoud.stelling))
    assert find_faults(pagina, axe) == []

    context.set_offline(True)
    zin = pagina.get_by_text("Uw rol is nog niet ingevuld.")
    expect(zin).to_be_visible()
    andere.fill("conciërge")
    expect(zin).to_be_hidden()
    with pagina.expect_download() as gekregen:
        pagina.get_by_role("button", name="Bewaar mijn antwoorden als bestand").click()
    gekregen.value.save_as(tmp_path / "antwoorden.json")
    scan = read_scan((tmp_path / "antwoorden.json").read_bytes(), inhoud, "antwoorden.json")
    assert (scan.meting, scan.groep.eigen.andere) == (uitnodiging.meting, "conciërge")
    assert len(scan.groep.eigen.gegeven) == len(inhoud.stelling)
    assert not [url for url in gehaald if "pyodide" in url or url.endswith(".zip")]
    assert context.wacht.vreemd == []
