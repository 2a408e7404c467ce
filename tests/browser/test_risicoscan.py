"""De risicoscan in de pagina: alleen, tot een klaargelegd punt, en na een gesloten tabblad."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext
from scenario_bevindingenverkenner import axe_violations
from scenario_risicoscan import (
    STAPPEN,
    alone,
    export,
    is_restored,
    points,
    step,
    wait_until_ready,
)
from starten import start
from weergaven import each_look

BLADZIJDE = "instrumenten/risicoscan.html"


def test_page_from_button_to_a_point_laid_ready_and_a_restored_tab(
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
    points(pagina)
    export(pagina, tmp_path)
    for stap in STAPPEN:
        step(pagina, stap)
        for weergave in each_look(pagina):
            assert axe_violations(pagina, axe) == [], (stap, weergave)
            smal = "document.documentElement.scrollWidth <= innerWidth"
            assert pagina.evaluate(smal), (stap, weergave)
    pagina.wait_for_timeout(1200)
    pagina.close(run_before_unload=False)
    opnieuw = context.new_page()
    opnieuw.goto(adres + BLADZIJDE)
    start(opnieuw)
    is_restored(opnieuw)
    assert context.wacht.vreemd == []
