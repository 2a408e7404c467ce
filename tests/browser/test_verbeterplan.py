"""Het verbeterplan in een echte browser: met het toetsenbord, na een gesloten tabblad, en eruit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gastheren import page_in, server
from playwright.sync_api import Browser, BrowserContext
from scenario_bevindingenverkenner import axe_violations
from scenario_urgentiemeter import step
from scenario_verbeterplan import (
    STAPPEN,
    export,
    fill_in,
    is_restored,
    look_back,
    wait_until_ready,
)
from starten import start
from weergaven import each_look

BLADZIJDE = "instrumenten/verbeterplan.html"
NOTEBOOK = "book/instrumenten/verbeterplan.ipynb"


def test_page_from_button_to_restored_tab(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDE)
    start(pagina)
    wait_until_ready(pagina)
    fill_in(pagina)
    pagina.wait_for_timeout(1200)
    pagina.close(run_before_unload=False)
    opnieuw = context.new_page()
    opnieuw.goto(adres + BLADZIJDE)
    start(opnieuw)
    is_restored(opnieuw)
    look_back(opnieuw)
    export(opnieuw, tmp_path)
    for stap in STAPPEN:
        step(opnieuw, stap)
        for weergave in each_look(opnieuw):
            assert axe_violations(opnieuw, axe) == [], (stap, weergave)
            smal = "document.documentElement.scrollWidth <= innerWidth"
            assert opnieuw.evaluate(smal), (stap, weergave)
    assert context.wacht.vreemd == []


def test_voila_from_first_field_to_export(chromium: Browser, tmp_path: Path) -> None:
    with (
        server(tmp_path, "voila", NOTEBOOK) as adres,
        page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd),
    ):
        pagina.goto(adres)
        wait_until_ready(pagina)
        fill_in(pagina)
        look_back(pagina)
        export(pagina, tmp_path)
        assert vreemd == []
