"""De risicoscan in de pagina: alleen, tot een klaargelegd punt, en na een gesloten tabblad."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hulpmiddel import BLADZIJDEN, come_back, start, steps_are_accessible
from playwright.sync_api import BrowserContext
from scenario_risicoscan import STAPPEN, alone, export, is_restored, points, wait_until_ready

BLADZIJDE = BLADZIJDEN["risicoscan"]


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
    steps_are_accessible(pagina, axe, STAPPEN)
    is_restored(come_back(pagina, adres + BLADZIJDE))
    assert context.wacht.vreemd == []
