"""Midden in het typen afgebroken: alles van voor de laatste seconde is er nog."""

from __future__ import annotations

from pathlib import Path

import pytest
from einden import EINDEN, Zitting, own_chromium, session
from playwright.sync_api import Browser, Page
from werkplek import Blad, Werkplek


@pytest.mark.parametrize("ritme", ["door", "mens"])
def test_wat_ouder_is_dan_een_seconde_blijft(
    chromium: Browser, werkplek: Werkplek, tmp_path: Path, ritme: str
) -> None:
    """Zeven manieren om abrupt te stoppen, elk in een eigen bestand van hetzelfde profiel."""
    zitting = Zitting(
        own_chromium(chromium.browser_type, tmp_path / "profiel"),
        adres="",
        elders=werkplek.elders,
        open=_open,
        lees=_read,
        verbind=werkplek.connect,
    )
    kwijt = {}
    with session(zitting):
        for nummer, einde in enumerate(EINDEN):
            zitting.adres = werkplek.address(instrument=f"proef-{nummer}")
            oud, weg = zitting.play(ritme, einde, zaad=nummer, seconden=2)
            assert oud > 3, "er is te weinig getypt om iets te meten"
            if weg:
                kwijt[einde] = f"{weg} van {oud}"
    assert kwijt == {}


def _open(page: Page) -> None:
    Blad(page).ready().veld.focus()


def _read(page: Page) -> str:
    return Blad(page).ready().tekst
