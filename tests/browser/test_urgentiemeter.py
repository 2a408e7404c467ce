"""De urgentiemeter in een echte browser: alleen, met vijf mensen, en na een gesloten tabblad."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from axeloper import axe_violations
from gastheren import page_in, run_notebook
from hulpmiddel import BLADZIJDEN, come_back, leave, start, steps_are_accessible
from playwright.sync_api import Browser, BrowserContext
from scenario_urgentiemeter import alone, export, five_people, is_restored, wait_until_ready

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
