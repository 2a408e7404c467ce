"""Het verbeterplan in een echte browser: met het toetsenbord, na een gesloten tabblad, en eruit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gastheren import page_in
from hulpmiddel import BLADZIJDEN, come_back, start, steps_are_accessible
from playwright.sync_api import Browser, BrowserContext
from scenario_verbeterplan import (
    STAPPEN,
    export,
    fill_in,
    is_restored,
    look_back,
    wait_until_ready,
)

NAAM = "verbeterplan"


def test_page_from_button_to_restored_tab(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDEN[NAAM])
    start(pagina)
    wait_until_ready(pagina)
    fill_in(pagina)
    opnieuw = come_back(pagina, adres + BLADZIJDEN[NAAM])
    is_restored(opnieuw)
    look_back(opnieuw)
    export(opnieuw, tmp_path)
    steps_are_accessible(opnieuw, axe, STAPPEN)
    assert context.wacht.vreemd == []


def test_voila_from_first_field_to_export(
    voila: Callable[[str], str], chromium: Browser, tmp_path: Path
) -> None:
    with page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd):
        pagina.goto(voila(NAAM))
        wait_until_ready(pagina)
        fill_in(pagina)
        look_back(pagina)
        export(pagina, tmp_path)
        assert vreemd == []
