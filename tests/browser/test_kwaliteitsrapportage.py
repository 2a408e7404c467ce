"""De kwaliteitsrapportage in een browser: een blad met het toetsenbord, en naar het bestuur."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hulpmiddel import BLADZIJDEN, start, steps_are_accessible
from playwright.sync_api import BrowserContext
from scenario_kwaliteitsrapportage import (
    board_reads_it,
    make_page,
    page_is_there,
    wait_until_ready,
)

BLADZIJDE = BLADZIJDEN["kwaliteitsrapportage"]
STAPPEN = ("2. Op het blad", "4. Het blad", "5. Het gesprek", "Voor het bestuur")


def test_van_een_blad_met_het_toetsenbord_naar_het_bestuur(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDE)
    start(pagina)
    wait_until_ready(pagina)
    make_page(pagina)
    page_is_there(pagina)
    board_reads_it(pagina, tmp_path)
    steps_are_accessible(pagina, axe, STAPPEN)
    assert context.wacht.vreemd == []
