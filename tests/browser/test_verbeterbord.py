"""Het verbeterbord in een echte browser: een sessie, een gesloten tabblad, en een groot scherm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hulpmiddel import BLADZIJDEN, come_back, start, steps_are_accessible
from playwright.sync_api import BrowserContext
from scenario_verbeterbord import (
    export,
    fills_the_screen,
    hold_session,
    leaves_room_to_write,
    make_goal,
    session_is_restored,
    wait_until_ready,
)

BLADZIJDE = BLADZIJDEN["verbeterbord"]
STAPPEN = (
    *("1. Jaarbord", "2. Doelen", "3. Sessie", "4. Het bord", "5. Terugblik"),
    "Naast elkaar",
)


def test_page_from_goal_to_session_and_restored_clock(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDE)
    start(pagina)
    wait_until_ready(pagina)
    make_goal(pagina)
    hold_session(pagina)
    pagina = come_back(pagina, adres + BLADZIJDE)
    session_is_restored(pagina)
    fills_the_screen(pagina)
    leaves_room_to_write(pagina)
    export(pagina, tmp_path)
    steps_are_accessible(pagina, axe, STAPPEN)
    assert context.wacht.vreemd == []
