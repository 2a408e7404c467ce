"""De zelfevaluatie in een echte browser: een bestuur, een intern toezicht en vier rectoren."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gastheren import jupyterlab_server, page_in, run_notebook, server
from playwright.sync_api import Browser, BrowserContext, Page, expect
from scenario_bevindingenverkenner import axe_violations
from scenario_urgentiemeter import step
from scenario_zelfevaluatie import (
    KLAAR_MS,
    STAPPEN,
    UITSLAG,
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
from starten import start as start_tool

BLADZIJDE = "instrumenten/zelfevaluatie.html"
NOTEBOOK = "book/instrumenten/zelfevaluatie.ipynb"
BEWAARD_MS = 1_200


def start(pagina: Page, adres: str) -> None:
    """Open de bladzijde en start het hulpmiddel met het toetsenbord."""
    pagina.goto(adres)
    start_tool(pagina)


def test_page_from_scan_to_second_scan(
    adres: str,
    nieuwe_context: Callable[..., BrowserContext],
    axe: str,
    tmp_path: Path,
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    start(pagina, adres + BLADZIJDE)
    wait_until_ready(pagina)
    opzet = make(pagina, tmp_path)
    link = hand_out(pagina, opzet)

    # De bestuurder opent de link op een eigen telefoon.
    telefoon = nieuwe_context(breedte=390, hoogte=800, accept_downloads=True)
    van_bestuurder = telefoon.new_page()
    start(van_bestuurder, link)
    eigen = fill_in(van_bestuurder, tmp_path, opzet)
    assert axe_violations(van_bestuurder, axe) == []
    van_bestuurder.wait_for_timeout(BEWAARD_MS)
    van_bestuurder.close(run_before_unload=False)
    opnieuw = telefoon.new_page()
    start(opnieuw, link)
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
    pagina.wait_for_timeout(BEWAARD_MS)
    pagina.close(run_before_unload=False)
    hersteld = context.new_page()
    start(hersteld, adres + BLADZIJDE)
    is_restored(hersteld)
    # Elke stap smal en donker, en breed en licht; de volste stap ook andersom.
    check_steps(hersteld, axe, 320, "dark", STAPPEN)
    check_steps(hersteld, axe, 320, "light", (UITSLAG,))
    check_steps(hersteld, axe, 1280, "light", STAPPEN)
    check_steps(hersteld, axe, 1280, "dark", (UITSLAG,))
    assert context.wacht.vreemd == []


def check_steps(
    pagina: Page, axe: str, breedte: int, kleuren: str, stappen: tuple[str, ...]
) -> None:
    """Loop met volle stappen langs axe en de breedte van het scherm."""
    pagina.emulate_media(color_scheme=kleuren)  # type: ignore[arg-type]  # light of dark
    pagina.set_viewport_size({"width": breedte, "height": 900})
    for stap in stappen:
        step(pagina, stap)
        pagina.wait_for_timeout(300)
        assert axe_violations(pagina, axe) == [], (stap, breedte, kleuren)
        assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"), stap


def test_voila_from_scan_to_report(chromium: Browser, axe: str, tmp_path: Path) -> None:
    with (
        server(tmp_path, "voila", NOTEBOOK) as voila,
        page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd),
    ):
        pagina.goto(voila)
        wait_until_ready(pagina)
        opzet = make(pagina, tmp_path)
        expect(pagina.get_by_text("Hier is geen adres dat anderen")).to_be_visible()
        collect(pagina, tmp_path, opzet)
        read_results(pagina)
        judge_together(pagina)
        export(pagina, tmp_path)
        assert axe_violations(pagina, axe) == []
        pagina.wait_for_timeout(BEWAARD_MS)
        pagina.close(run_before_unload=False)
        opnieuw = pagina.context.new_page()
        opnieuw.goto(voila)
        results_are_restored(opnieuw)
        assert vreemd == []


def test_jupyterlab_from_scan_to_results(chromium: Browser, axe: str, tmp_path: Path) -> None:
    with (
        jupyterlab_server(tmp_path, NOTEBOOK) as lab,
        page_in(chromium, viewport={"width": 1400, "height": 1000}) as (pagina, vreemd),
    ):
        run_notebook(pagina, lab, NOTEBOOK)
        wait_until_ready(pagina)
        opzet = make(pagina, tmp_path)
        collect(pagina, tmp_path, opzet)
        read_results(pagina)
        assert axe_violations(pagina, axe) == []
        assert vreemd == []
