"""De bevindingenverkenner in Voilà en in JupyterLab: hetzelfde scenario, echt in een browser.

Zonder verdere aanwijzing draaien ze met de Python van deze toetsen. Wijst ``LV_JUPYTER_PYTHON`` een
andere Python aan, dan is dat een omgeving met alleen requirements.txt en het pakket zelf; zo blijkt
dat dat genoeg is.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

sys.path.insert(0, str(Path(__file__).parent))  # het scenario staat hiernaast

from scenario_bevindingenverkenner import (
    axe_violations,
    play,
    wait_until_ready,
)

WORTEL = Path(__file__).resolve().parents[2]
NOTEBOOK = "book/instrumenten/bevindingenverkenner.ipynb"
VERS = os.environ.get("LV_JUPYTER_PYTHON")
START_S = 90


def environment(map_: Path) -> dict[str, str]:
    """Geef een omgeving waarin niets van deze computer meedoet en niets in het project komt."""
    eigen = {} if VERS else {"PYTHONPATH": str(WORTEL), "JUPYTER_PATH": str(WORTEL / "jupyter")}
    mappen = {
        naam: str(map_ / naam.lower())
        for naam in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    }
    kaal = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "JUPYTER_PATH"}}
    return {**kaal, **mappen, **eigen, "LV_TOOLS_MAP": str(map_ / "bewaard"), "LV_TOOLS_STIL": ""}


def free_port() -> int:
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        poort: int = stekker.getsockname()[1]
        return poort


@contextmanager
def server(map_: Path, *opdracht: str) -> Iterator[str]:
    """Start een server vanuit de wortel van het project en stop hem na afloop."""
    poort = free_port()
    logboek = map_ / "server.log"
    with logboek.open("w") as uit:
        proces = subprocess.Popen(
            [VERS or sys.executable, "-m", *opdracht, f"--port={poort}", "--no-browser"],
            cwd=WORTEL,
            env=environment(map_),
            stdout=uit,
            stderr=subprocess.STDOUT,
        )
        try:
            adres = f"http://127.0.0.1:{poort}/"
            _wait_for(adres, proces, logboek)
            yield adres
        finally:
            proces.terminate()
            proces.wait(30)


def _wait_for(adres: str, proces: subprocess.Popen[bytes], logboek: Path) -> None:
    eind = time.monotonic() + START_S
    while time.monotonic() < eind:
        if proces.poll() is not None:
            break
        with socket.socket() as stekker:
            stekker.settimeout(1)
            if stekker.connect_ex(("127.0.0.1", int(adres.split(":")[2].strip("/")))) == 0:
                return
        time.sleep(0.3)
    pytest.fail(f"De server startte niet:\n{logboek.read_text()[-3000:]}")


@contextmanager
def page_in(chromium: Browser, **instelling: object) -> Iterator[tuple[Page, list[str]]]:
    """Geef een bladzijde en de lijst van verzoeken die naar een andere host gingen."""
    context: BrowserContext = chromium.new_context(
        locale="nl-NL", accept_downloads=True, **instelling
    )  # type: ignore[arg-type]  # de sleutels zijn die van new_context
    vreemd: list[str] = []

    def kijk(adres: str) -> None:
        if not adres.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")):
            vreemd.append(adres)

    context.on("request", lambda verzoek: kijk(verzoek.url))
    pagina = context.new_page()
    pagina.on("websocket", lambda kanaal: kijk(kanaal.url))
    try:
        yield pagina, vreemd
    finally:
        context.close()


@pytest.fixture(scope="module")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with server(tmp_path_factory.mktemp("voila"), "voila", NOTEBOOK) as adres:
        yield adres


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    map_ = tmp_path_factory.mktemp("lab")
    # JupyterLab bewaart een geopend notebook vanzelf; daarom op een kopie.
    (map_ / "werk").mkdir()
    shutil.copy(WORTEL / NOTEBOOK, map_ / "werk")
    opties = (
        f"--ServerApp.root_dir={map_ / 'werk'}",
        "--IdentityProvider.token=",
        "--LabApp.expose_app_in_browser=True",
        "--allow-root",
    )
    with server(map_, "jupyterlab", *opties) as adres:
        yield adres


def test_voila_plays_the_whole_scenario(voila: str, chromium: Browser, tmp_path: Path) -> None:
    with page_in(chromium, viewport={"width": 1280, "height": 900}) as (pagina, vreemd):
        pagina.goto(voila)
        play(pagina, tmp_path)
        assert vreemd == []


@pytest.mark.parametrize("kleuren", ["light", "dark"])
@pytest.mark.parametrize("breedte", [320, 1280])
def test_voila_is_accessible(
    voila: str, chromium: Browser, axe: str, breedte: int, kleuren: str
) -> None:
    with page_in(chromium, viewport={"width": breedte, "height": 900}, color_scheme=kleuren) as (
        pagina,
        vreemd,
    ):
        pagina.goto(voila)
        vraag = wait_until_ready(pagina)
        for naam in ("mijn_afdeling", "interventies_bij_obstakels", "kerncijfers"):
            vraag.select_option(naam)
            expect(vraag).to_have_value(naam)
            pagina.wait_for_timeout(600)
            assert axe_violations(pagina, axe) == []
            assert pagina.evaluate("document.documentElement.scrollWidth") <= breedte
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
        pagina.goto(f"{jupyterlab}doc/tree/{Path(NOTEBOOK).name}")
        pagina.wait_for_function(
            "globalThis.jupyterapp?.shell?.currentWidget?.sessionContext?.isReady", timeout=60_000
        )
        # Niet op de afloop wachten: het scenario ziet vanzelf wanneer het hulpmiddel er is.
        pagina.evaluate("void globalThis.jupyterapp.commands.execute('notebook:run-all-cells')")
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
