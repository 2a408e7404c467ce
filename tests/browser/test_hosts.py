"""De bevindingenverkenner in Voilà en in JupyterLab: hetzelfde scenario, echt in een browser."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from gastheren import jupyterlab_server, page_in, run_notebook, server
from playwright.sync_api import Browser, expect
from scenario_bevindingenverkenner import (
    axe_violations,
    play,
    wait_until_ready,
)
from weergaven import each_look

NOTEBOOK = "book/instrumenten/bevindingenverkenner.ipynb"


@pytest.fixture(scope="module")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with server(tmp_path_factory.mktemp("voila"), "voila", NOTEBOOK) as adres:
        yield adres


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with jupyterlab_server(tmp_path_factory.mktemp("lab"), NOTEBOOK) as adres:
        yield adres


def test_voila_plays_the_whole_scenario(voila: str, chromium: Browser, tmp_path: Path) -> None:
    with page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd):
        pagina.goto(voila)
        play(pagina, tmp_path)
        assert vreemd == []


def test_voila_is_accessible(voila: str, chromium: Browser, axe: str) -> None:
    with page_in(chromium) as (pagina, vreemd):
        pagina.goto(voila)
        vraag = wait_until_ready(pagina)
        for naam in ("mijn_afdeling", "interventies_bij_obstakels", "kerncijfers"):
            vraag.select_option(naam)
            expect(vraag).to_have_value(naam)
            for weergave in each_look(pagina):
                assert axe_violations(pagina, axe) == [], (naam, weergave)
                smal = "document.documentElement.scrollWidth <= innerWidth"
                assert pagina.evaluate(smal), (naam, weergave)
        assert vreemd == []


def test_voila_speaks_dutch_and_shows_no_code(voila: str, chromium: Browser) -> None:
    with page_in(chromium) as (pagina, vreemd):
        pagina.goto(voila)
        wait_until_ready(pagina)
        assert pagina.locator("html").get_attribute("lang") == "nl"
        assert "Bevindingenverkenner" in pagina.title()
        tekst = pagina.locator("body").inner_text()
        assert "import" not in tekst
        assert "Verder lezen" not in tekst  # alleen in het boek kloppen die verwijzingen
        assert vreemd == []


def test_voila_list_and_error_page_are_dutch_and_own(tmp_path: Path) -> None:
    with server(tmp_path, "voila", str(Path(NOTEBOOK).parent)) as adres:
        with urllib.request.urlopen(adres, timeout=20) as antwoord:
            lijst = antwoord.read().decode()
        assert "voila/render/bevindingenverkenner.ipynb" in lijst
        with pytest.raises(urllib.error.HTTPError) as fout:
            urllib.request.urlopen(f"{adres}voila/render/onzin.ipynb", timeout=20)
        mis = fout.value.read().decode()
    for pagina, kop in ((lijst, "<h1>Hulpmiddelen</h1>"), (mis, "gaat iets mis")):
        assert '<html lang="nl">' in pagina
        assert kop in pagina
        assert "https://" not in pagina


def test_jupyterlab_plays_the_whole_scenario(
    jupyterlab: str, chromium: Browser, axe: str, tmp_path: Path
) -> None:
    with page_in(chromium, viewport={"width": 1400, "height": 1000}) as (pagina, vreemd):
        run_notebook(pagina, jupyterlab, NOTEBOOK)
        play(pagina, tmp_path)
        assert axe_violations(pagina, axe) == []
        assert vreemd == []


def test_voila_inside_the_jupyter_server_as_binder_opens_it(
    jupyterlab: str, chromium: Browser
) -> None:
    with page_in(chromium) as (pagina, vreemd):
        pagina.goto(f"{jupyterlab}voila/render/{Path(NOTEBOOK).name}")
        wait_until_ready(pagina)
        assert pagina.locator("html").get_attribute("lang") == "nl"
        assert vreemd == []
