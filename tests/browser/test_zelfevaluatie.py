"""De zelfevaluatie in een echte browser: een bestuur, een intern toezicht en vier rectoren."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from axeloper import axe_violations
from gastheren import page_in, run_notebook
from hulpmiddel import (
    BLADZIJDEN,
    KLAAR_MS,
    come_back,
    leave,
    start,
    steps_are_accessible,
)
from playwright.sync_api import Browser, BrowserContext, Response, expect
from scenario_zelfevaluatie import (
    STAPPEN,
    collect,
    export,
    fill_in,
    hand_out,
    is_restored,
    judge_together,
    make,
    read_results,
    results_are_restored,
    second_scan,
    wait_until_ready,
)
from test_bladzijden import compressed_size
from weergaven import find_faults

NAAM = "zelfevaluatie"
BLADZIJDE = BLADZIJDEN[NAAM]
#: Wat een deelnemer met een link hoogstens ophaalt, tot en met inleveren; de pagina zelf telt mee.
FORMULIER_BYTES = 150_000


def test_page_from_scan_to_second_scan(
    adres: str,
    nieuwe_context: Callable[..., BrowserContext],
    axe: str,
    tmp_path: Path,
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDE)
    start(pagina)
    wait_until_ready(pagina)
    opzet = make(pagina, tmp_path)
    link = hand_out(pagina, opzet)

    # De bestuurder opent de link op een eigen telefoon.
    telefoon = nieuwe_context(breedte=390, hoogte=800, accept_downloads=True)
    van_bestuurder = telefoon.new_page()
    gehaald: dict[str, int] = {}
    van_bestuurder.on("response", lambda antwoord: gehaald.update(_weight(antwoord)))
    van_bestuurder.goto(link)
    start(van_bestuurder)
    eigen = fill_in(van_bestuurder, tmp_path, opzet)
    assert sum(gehaald.values()) <= FORMULIER_BYTES, gehaald
    assert not [url for url in gehaald if "pyodide" in url or url.endswith(".zip")]
    assert find_faults(van_bestuurder, axe) == []
    opnieuw = come_back(van_bestuurder, link)
    expect(opnieuw.get_by_role("heading", name="Klaar: kijk na en bewaar")).to_be_visible(
        timeout=KLAAR_MS
    )
    opnieuw.evaluate("location.hash = 'scan=1.stuk.<b>stuk</b>'")
    expect(opnieuw.get_by_text("Deze link is niet compleet.")).to_be_visible()
    assert telefoon.wacht.vreemd == []
    telefoon.close()

    collect(pagina, tmp_path, opzet, eigen)
    read_results(pagina)
    judge_together(pagina)
    export(pagina, tmp_path)
    second_scan(pagina, tmp_path)
    hersteld = come_back(pagina, adres + BLADZIJDE)
    is_restored(hersteld)
    steps_are_accessible(hersteld, axe, STAPPEN)
    assert context.wacht.vreemd == []


def _weight(antwoord: Response) -> dict[str, int]:
    mimetype = antwoord.headers.get("content-type", "")
    return {antwoord.url: compressed_size(antwoord.body(), mimetype)}


def test_voila_from_scan_to_report(
    voila: Callable[[str], str], chromium: Browser, axe: str, tmp_path: Path
) -> None:
    adres = voila(NAAM)
    with page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd):
        pagina.goto(adres)
        wait_until_ready(pagina)
        opzet = make(pagina, tmp_path)
        expect(pagina.get_by_text("Hier is geen adres dat anderen")).to_be_visible()
        collect(pagina, tmp_path, opzet)
        read_results(pagina)
        judge_together(pagina)
        export(pagina, tmp_path)
        assert axe_violations(pagina, axe) == []
        leave(pagina)
        opnieuw = pagina.context.new_page()
        opnieuw.goto(adres)
        results_are_restored(opnieuw)
        assert vreemd == []


def test_jupyterlab_from_scan_to_results(
    jupyterlab: Callable[[], str], chromium: Browser, axe: str, tmp_path: Path
) -> None:
    with page_in(chromium, viewport={"width": 1400, "height": 1000}) as (pagina, vreemd):
        run_notebook(pagina, jupyterlab(), NAAM)
        wait_until_ready(pagina)
        opzet = make(pagina, tmp_path)
        collect(pagina, tmp_path, opzet)
        read_results(pagina)
        assert axe_violations(pagina, axe) == []
        assert vreemd == []
