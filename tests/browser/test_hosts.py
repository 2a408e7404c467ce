"""De bevindingenverkenner in Voilà en in JupyterLab: hetzelfde scenario, echt in een browser."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from axeloper import axe_violations
from gastheren import page_in, run_notebook, server
from playwright.sync_api import Browser, Page, expect
from scenario_bevindingenverkenner import play, wait_until_ready
from weergaven import find_faults

NAAM = "bevindingenverkenner"


def test_voila_plays_the_whole_scenario(chromium: Browser, axe: str, tmp_path: Path) -> None:
    """Met één notebook, zoals de README het zegt."""
    with (
        server(tmp_path, "voila", f"book/instrumenten/{NAAM}.ipynb") as adres,
        page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd),
    ):
        pagina.goto(adres)
        vraag = wait_until_ready(pagina)
        speaks_dutch_and_shows_no_code(pagina)
        play(pagina, tmp_path)
        for naam in ("mijn_afdeling", "interventies_bij_obstakels", "kerncijfers"):
            vraag.select_option(naam)
            expect(vraag).to_have_value(naam)
            assert find_faults(pagina, axe) == [], naam
        assert vreemd == []


def speaks_dutch_and_shows_no_code(pagina: Page) -> None:
    assert pagina.locator("html").get_attribute("lang") == "nl"
    assert "Bevindingenverkenner" in pagina.title()
    tekst = pagina.locator("body").inner_text()
    assert "import" not in tekst
    assert "Verder lezen" not in tekst  # alleen in het boek kloppen die verwijzingen


def test_voila_list_and_error_page_are_dutch_and_own(voila: Callable[[str], str]) -> None:
    adres = voila(NAAM).partition("voila/render/")[0]
    with urllib.request.urlopen(adres, timeout=20) as antwoord:
        lijst = antwoord.read().decode()
    assert f"voila/render/{NAAM}.ipynb" in lijst
    with pytest.raises(urllib.error.HTTPError) as fout:
        urllib.request.urlopen(f"{adres}voila/render/onzin.ipynb", timeout=20)
    mis = fout.value.read().decode()
    for pagina, kop in ((lijst, "<h1>Hulpmiddelen</h1>"), (mis, "gaat iets mis")):
        assert '<html lang="nl">' in pagina
        assert kop in pagina
        assert "https://" not in pagina


def test_jupyterlab_plays_the_whole_scenario(
    jupyterlab: Callable[[], str], chromium: Browser, axe: str, tmp_path: Path
) -> None:
    with page_in(chromium, viewport={"width": 1400, "height": 1000}) as (pagina, vreemd):
        run_notebook(pagina, jupyterlab(), NAAM)
        play(pagina, tmp_path)
        assert axe_violations(pagina, axe) == []
        assert vreemd == []


def test_voila_inside_the_jupyter_server_as_binder_opens_it(
    jupyterlab: Callable[[], str], chromium: Browser
) -> None:
    with page_in(chromium) as (pagina, vreemd):
        pagina.goto(f"{jupyterlab()}voila/render/{NAAM}.ipynb")
        wait_until_ready(pagina)
        assert pagina.locator("html").get_attribute("lang") == "nl"
        assert vreemd == []
