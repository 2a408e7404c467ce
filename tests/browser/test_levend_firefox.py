"""De hulpmiddelen in Firefox: het proefboek, met dezelfde stappen als in Chromium."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from levend.serveer import Lijn, serveer

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "levend"))
from proef import bouw_proefboek
from vuurvos import Vuurvos, firefox

VAK = "document.querySelector('#hulpmiddel-1')"
KLAAR = f"{VAK}.dataset.lvToestand === 'klaar'"
STAND = "document.querySelector('.stand')?.textContent"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bouw_proefboek(tmp_path_factory.mktemp("vuurvos") / "boek")


@pytest.fixture(scope="module")
def browser() -> Iterator[Vuurvos]:
    with firefox() as browser:
        yield browser


def knop(naam: str) -> str:
    return f"[...document.querySelectorAll('button')].find((k) => k.textContent === '{naam}')"


def test_van_knop_tot_uitvoer(browser: Vuurvos, site: Path) -> None:
    with serveer({"/een/map/": site}) as basis:
        browser.ga_naar(f"{basis}/een/map/map/hulp.html")
        browser.wacht_op(f"!{VAK}.querySelector('.lv-start').hidden")
        browser.klik(f"{VAK}.querySelector('.lv-knop')")
        browser.wacht_op(KLAAR)
        assert browser.bereken("document.activeElement.className") == "lv-levend"
        browser.klik(knop("Verhoog"))
        browser.wacht_op(f"{STAND} === '2'")
        browser.klik(knop("Naar Excel"))
        browser.wacht_op(f"{STAND} === 'xlsx PK'")
        vreemd = browser.bereken(
            "performance.getEntriesByType('resource').map((r) => r.name)"
            ".filter((n) => !n.startsWith(location.origin) && !/^(data|blob):/.test(n))"
        )
        assert vreemd == []


def test_netwerk_valt_weg_en_komt_terug(browser: Vuurvos, site: Path) -> None:
    lijn = Lijn()
    with serveer({"/": site}, lijn) as basis:
        browser.ga_naar(f"{basis}/map/hulp.html")
        browser.wacht_op(f"!{VAK}.querySelector('.lv-start').hidden")
        lijn.breuk = 300_000
        browser.bereken(f"{VAK}.querySelector('.lv-knop').click()")
        browser.wacht_op(f"{VAK}.dataset.lvToestand === 'mislukt'")
        assert "verbinding viel weg" in browser.bereken(
            f"{VAK}.querySelector('.lv-melding').textContent"
        )
        lijn.breuk = None
        browser.bereken(f"{VAK}.querySelector('.lv-melding button').click()")
        browser.wacht_op(KLAAR)


def test_zonder_internet_na_bewaren(browser: Vuurvos, site: Path) -> None:
    lijn = Lijn()
    with serveer({"/": site}, lijn) as basis:
        browser.ga_naar(f"{basis}/map/hulp.html")
        browser.wacht_op(f"!{VAK}.querySelector('.lv-bewaar').hidden")
        browser.bereken(f"{VAK}.querySelector('.lv-bewaar').click()")
        browser.wacht_op(f"{VAK}.querySelector('.lv-bewaar').textContent === 'Niet meer bewaren'")
        lijn.dicht = True
        browser.ga_naar(f"{basis}/map/hulp.html")
        browser.wacht_op(f"!{VAK}.querySelector('.lv-start').hidden")
        browser.bereken(f"{VAK}.querySelector('.lv-knop').click()")
        browser.wacht_op(KLAAR)
