"""De urgentiemeter in een echte browser: alleen, met vijf mensen, en na een gesloten tabblad."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gastheren import jupyterlab_server, page_in, run_notebook, server
from playwright.sync_api import Browser, BrowserContext
from scenario_bevindingenverkenner import axe_violations
from scenario_urgentiemeter import (
    alone,
    export,
    five_people,
    is_restored,
    step,
    wait_until_ready,
)
from starten import start
from weergaven import each_look

BLADZIJDE = "instrumenten/urgentiemeter.html"
NOTEBOOK = "book/instrumenten/urgentiemeter.ipynb"


@pytest.fixture(scope="module")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with server(tmp_path_factory.mktemp("voila-urgentie"), "voila", NOTEBOOK) as adres:
        yield adres


def test_voila_from_first_field_to_restored_tab(
    voila: str, chromium: Browser, tmp_path: Path
) -> None:
    with page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd):
        pagina.goto(voila)
        wait_until_ready(pagina)
        alone(pagina)
        five_people(pagina, tmp_path)
        export(pagina, tmp_path)
        pagina.wait_for_timeout(1200)
        pagina.close(run_before_unload=False)
        opnieuw = pagina.context.new_page()
        opnieuw.goto(voila)
        is_restored(opnieuw)
        assert vreemd == []


def test_voila_is_accessible_in_every_step(voila: str, chromium: Browser, axe: str) -> None:
    with page_in(chromium) as (pagina, _vreemd):
        pagina.goto(voila)
        pagina.wait_for_selector(".lvs-scherm [role=tab]", timeout=90_000)
        for stap in ("1. Feiten", "2. Beleving", "3. Uitslag"):
            step(pagina, stap)
            for weergave in each_look(pagina):
                assert axe_violations(pagina, axe) == [], (stap, weergave)
                smal = "document.documentElement.scrollWidth <= innerWidth"
                assert pagina.evaluate(smal), (stap, weergave)


def test_page_from_button_to_restored_tab(
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
    alone(pagina)
    five_people(pagina, tmp_path)
    assert axe_violations(pagina, axe) == []
    export(pagina, tmp_path)
    pagina.wait_for_timeout(1200)
    pagina.close(run_before_unload=False)
    opnieuw = context.new_page()
    opnieuw.goto(adres + BLADZIJDE)
    start(opnieuw)
    is_restored(opnieuw)
    assert context.wacht.vreemd == []


def test_jupyterlab_from_first_field_to_export(chromium: Browser, axe: str, tmp_path: Path) -> None:
    with (
        jupyterlab_server(tmp_path, NOTEBOOK) as lab,
        page_in(chromium, viewport={"width": 1400, "height": 1000}) as (pagina, vreemd),
    ):
        run_notebook(pagina, lab, NOTEBOOK)
        wait_until_ready(pagina)
        alone(pagina, vanaf_boven=False)
        five_people(pagina, tmp_path)
        export(pagina, tmp_path)
        assert axe_violations(pagina, axe) == []
        assert vreemd == []
