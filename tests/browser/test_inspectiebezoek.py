"""Het inspectiebezoek in een echte browser: van de dag tot de dag erna, en na een gesloten tab."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hulpmiddel import BLADZIJDEN, come_back, start, steps_are_accessible
from playwright.sync_api import BrowserContext
from scenario_inspectiebezoek import (
    day_after,
    export,
    is_restored,
    plan_back,
    take_notes,
    tell,
    wait_until_ready,
)

BLADZIJDE = BLADZIJDEN["inspectiebezoek"]
#: De stappen waarin het meeste staat; de andere bestaan uit dezelfde delen.
STAPPEN = ("2. Plan", "3. Verhaal", "6. De dag zelf", "7. Erna")


def test_page_from_the_date_to_the_day_after_and_restored_tab(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDE)
    start(pagina)
    wait_until_ready(pagina)
    plan_back(pagina)
    tell(pagina)
    take_notes(pagina)
    day_after(pagina)
    export(pagina, tmp_path)
    steps_are_accessible(pagina, axe, STAPPEN)
    is_restored(come_back(pagina, adres + BLADZIJDE))
    assert context.wacht.vreemd == []
