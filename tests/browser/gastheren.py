"""Voilà en JupyterLab voor de toetsen: een eigen server, en een bladzijde die let op vreemde hosts.

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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

WORTEL = Path(__file__).resolve().parents[2]
NOTEBOOKS = WORTEL / "book" / "instrumenten"
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


@contextmanager
def voila_server(map_: Path) -> Iterator[str]:
    """Start Voilà op alle notebooks van het boek."""
    with server(map_, "voila", str(NOTEBOOKS)) as adres:
        yield adres


@contextmanager
def jupyterlab_server(map_: Path, *erbij: Path) -> Iterator[str]:
    """Start JupyterLab op een kopie van de notebooks: het bewaart een geopend notebook vanzelf."""
    (map_ / "werk").mkdir()
    for notebook in (*NOTEBOOKS.glob("*.ipynb"), *erbij):
        shutil.copy(notebook, map_ / "werk")
    opties = (
        f"--ServerApp.root_dir={map_ / 'werk'}",
        "--IdentityProvider.token=",
        "--LabApp.expose_app_in_browser=True",
        "--allow-root",
    )
    with server(map_, "jupyterlab", *opties) as adres:
        yield adres


def forget(map_: Path) -> None:
    """Wis wat hulpmiddelen op een server bewaarden: elke toets begint met een leeg apparaat."""
    shutil.rmtree(map_ / "bewaard", ignore_errors=True)


def run_notebook(pagina: Page, adres: str, naam: str) -> None:
    """Open het notebook van een hulpmiddel in een lege JupyterLab en voer alle cellen uit.

    Op de afloop wachten hoeft niet: een scenario ziet vanzelf wanneer het hulpmiddel er is.
    """
    pagina.goto(f"{adres}doc/tree/{naam}.ipynb?reset")
    pagina.wait_for_function(
        "globalThis.jupyterapp?.shell?.currentWidget?.sessionContext?.isReady",
        timeout=START_S * 1000,
    )
    pagina.evaluate("void globalThis.jupyterapp.commands.execute('notebook:run-all-cells')")
