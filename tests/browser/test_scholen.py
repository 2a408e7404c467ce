"""Scholen naast elkaar in een echte browser: een bestuur met vier scholen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hulpmiddel import BLADZIJDEN, come_back, start, steps_are_accessible
from maak_scholenvoorbeeld import bestanden
from playwright.sync_api import BrowserContext
from scenario_scholen import STAPPEN, is_restored, look, pick_files, rename, take_along

BLADZIJDE = BLADZIJDEN["scholen"]
NAAM = "De noordkant"


def test_een_bestuur_legt_vier_scholen_naast_elkaar(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDE)
    start(pagina)
    alle = bestanden()
    pick_files(pagina, {naam: alle[naam] for naam in sorted(alle) if "risico" in naam})
    pick_files(pagina, {naam: alle[naam] for naam in sorted(alle) if "scan" in naam})
    rename(pagina, "1. Verzonnen school A: Risicoscan", NAAM)
    look(pagina, "Risicoscan", NAAM)
    assert NAAM in take_along(pagina, tmp_path)
    steps_are_accessible(pagina, axe, STAPPEN)
    is_restored(come_back(pagina, adres + BLADZIJDE), NAAM)
    assert context.wacht.vreemd == []
