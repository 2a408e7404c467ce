"""Het kwaliteitsprofiel in een echte browser: drie mensen, tekenen, en na een gesloten tab."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from hulpmiddel import BLADZIJDEN, come_back, start, steps_are_accessible
from playwright.sync_api import BrowserContext
from scenario_kwaliteitsprofiel import (
    AFSPRAAK,
    agree,
    begin,
    is_restored,
    see_outcome,
    sign,
    three_people,
    wait_until_ready,
)

BLADZIJDE = BLADZIJDEN["kwaliteitsprofiel"]
STAPPEN = (
    *("1. Vooraf", "2. Invullen", "3. Uitkomst"),
    *("4. Gesprek", "5. Profiel", "6. Een jaar later"),
)


def test_page_from_three_pictures_to_a_signed_profile_and_restored_tab(
    adres: str, nieuwe_context: Callable[..., BrowserContext], axe: str, tmp_path: Path
) -> None:
    context = nieuwe_context(accept_downloads=True)
    pagina = context.new_page()
    pagina.goto(adres + BLADZIJDE)
    start(pagina)
    wait_until_ready(pagina)
    begin(pagina)
    three_people(pagina)
    see_outcome(pagina)
    agree(pagina)
    profiel = sign(pagina, tmp_path)
    with zipfile.ZipFile(profiel) as pak:
        tekst = pak.read("word/document.xml").decode()
    assert AFSPRAAK in tekst
    assert "Concept" not in tekst
    steps_are_accessible(pagina, axe, STAPPEN)
    is_restored(come_back(pagina, adres + BLADZIJDE))
    assert context.wacht.vreemd == []
