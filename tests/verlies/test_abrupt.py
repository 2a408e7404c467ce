"""Midden in het typen afgebroken: alles van voor de laatste seconde is er nog."""

from __future__ import annotations

from pathlib import Path

from einden import Zitting, own_chromium, session
from playwright.sync_api import Browser, Page
from werkplek import Blad, Werkplek

#: Hoe iemand typt en hoe het eindigt. Vaker en in elk hulpmiddel: tests/browser/meting_verlies.py.
MANIEREN = (
    ("door", "kill -9"),
    ("door", "gecrasht"),
    ("door", "herladen"),
    ("door", "link"),
    ("door", "gesloten"),
    ("mens", "terug"),
    ("mens", "adres"),
)


def test_wat_ouder_is_dan_een_seconde_blijft(
    chromium: Browser, werkplek: Werkplek, tmp_path: Path
) -> None:
    """Elke manier in een eigen hulpmiddel van hetzelfde profiel."""
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
        for nummer, (ritme, einde) in enumerate(MANIEREN):
            zitting.adres = werkplek.address(instrument=f"proef-{nummer}")
            oud, weg = zitting.play(ritme, einde, zaad=nummer, seconden=2.2)
            assert oud > 3, "er is te weinig getypt om iets te meten"
            if weg:
                kwijt[f"{einde} ({ritme})"] = f"{weg} van {oud}"
    assert kwijt == {}


def _open(page: Page) -> None:
    Blad(page).ready().veld.focus()


def _read(page: Page) -> str:
    return Blad(page).ready().tekst
