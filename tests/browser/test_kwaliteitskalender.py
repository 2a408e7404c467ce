"""De kwaliteitskalender in een echte browser: een jaar maken, meenemen, en na een gesloten tab."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hulpmiddel import BLADZIJDEN, come_back, start, steps_are_accessible
from playwright.sync_api import BrowserContext
from scenario_kwaliteitskalender import (
    export,
    is_restored,
    make_year,
    poster_fits,
    wait_until_ready,
)

BLADZIJDE = BLADZIJDEN["kwaliteitskalender"]
STAPPEN = ("1. Schooljaar", "2. Ritme", "3. Punten", "4. Kalender")


def test_page_from_button_to_poster_and_restored_tab(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDE)
    start(pagina)
    wait_until_ready(pagina)
    make_year(pagina)
    export(pagina, tmp_path)
    poster_fits(pagina, tmp_path)
    steps_are_accessible(pagina, axe, STAPPEN)
    is_restored(come_back(pagina, adres + BLADZIJDE))
    assert context.wacht.vreemd == []
