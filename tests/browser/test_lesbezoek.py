"""Het lesbezoek in de pagina: een ronde, een telefoon zonder netwerk, en één uitkomst."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hulpmiddel import BLADZIJDEN, come_back, save, start, step, steps_are_accessible, visible
from playwright.sync_api import BrowserContext, expect
from scenario_lesbezoek import (
    STAPPEN,
    bring_together,
    is_restored,
    read_outcome,
    set_up,
    visits_as,
    wait_until_ready,
    zeg,
)

BLADZIJDE = BLADZIJDEN["lesbezoek"]
A = {"L1": "Duidelijk", "L2": "Was er niet", "L3": "Was er niet"}
B = {"L4": "Duidelijk", "L5": "Duidelijk", "L6": "Was er niet"}


def test_page_round_phone_without_network_and_one_outcome(
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
    ronde = set_up(pagina, tmp_path)

    telefoon = nieuwe_context(390, 844, accept_downloads=True, has_touch=True, is_mobile=True)
    klas = telefoon.new_page()
    klas.goto(adres + BLADZIJDE)
    start(klas)
    wait_until_ready(klas)
    klas.locator("input[type=file]").last.set_input_files(ronde)
    expect(visible(klas, zeg("bezoeker"))).to_be_visible()  # meteen bij de stap in de les
    telefoon.set_offline(True)
    visits_as(klas, "B", B)
    van_b = save(klas, zeg("geef_knop"), tmp_path)
    telefoon.set_offline(False)

    visits_as(pagina, "A", A)
    bring_together(pagina, [van_b], 6)
    read_outcome(pagina, tmp_path)
    steps_are_accessible(pagina, axe, STAPPEN)
    step(pagina, STAPPEN[4])
    is_restored(come_back(pagina, adres + BLADZIJDE))
    assert context.wacht.vreemd == []
    assert telefoon.wacht.vreemd == []
