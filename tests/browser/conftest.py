"""Een echte browser op de gebouwde site: server, Chromium en bewaking van de eigen host."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axeloper import axe_script
from elders import another_host
from gastheren import forget, jupyterlab_server, voila_server
from playwright.sync_api import Browser, BrowserContext, Request
from proef import gedeeld_proefboek
from vuurvos import Vuurvos, firefox

WACHT_MS = 30_000
GEWICHT = "gewicht"


class StilleServer(http.server.SimpleHTTPRequestHandler):
    """Levert bestanden zonder elke aanvraag te melden."""

    extensions_map = {  # noqa: RUF012 -- zo heet en werkt het in de standaardbibliotheek
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Zwijg."""


@pytest.fixture(scope="session")
def adres(site: Path) -> Iterator[str]:
    """Adres van de site op een server van deze toetsen, met een schuine streep aan het eind."""
    soort = functools.partial(StilleServer, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), soort) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Wacht:
    """Onthoudt elke aanvraag, en apart die naar een andere host.

    Verder dan deze computer komt zo'n aanvraag niet: daar zorgen de vlaggen van de browser voor.
    Alleen luisteren is veel sneller dan elke aanvraag tegenhouden.
    """

    def __init__(self, context: BrowserContext, adres: str) -> None:
        self.adres = adres
        self.vreemd: list[str] = []
        self.eigen: list[str] = []
        context.on("request", self._note)

    def _note(self, aanvraag: Request) -> None:
        eigen = aanvraag.url.startswith((self.adres, "data:", "blob:"))
        (self.eigen if eigen else self.vreemd).append(aanvraag.url)


@pytest.fixture
def nieuwe_context(chromium: Browser, adres: str) -> Iterator[Callable[..., BrowserContext]]:
    """Maakt contexten met eigen opslag, Nederlands en 1280 px breed, en ruimt ze op.

    Elke context heeft een ``wacht`` (:class:`Wacht`) met de aanvragen die zijn gedaan. De service
    worker staat uit, zodat elke pagina van de server komt; ``service_workers="allow"`` zet hem aan.
    """
    open_: list[BrowserContext] = []

    def maak(breedte: int = 1280, hoogte: int = 800, **opties: Any) -> BrowserContext:
        opties.setdefault("service_workers", "block")
        context = chromium.new_context(
            viewport={"width": breedte, "height": hoogte}, locale="nl-NL", **opties
        )
        context.set_default_timeout(WACHT_MS)
        context.wacht = Wacht(context, adres)  # type: ignore[attr-defined] # onze eigen aanvulling
        open_.append(context)
        return context

    yield maak
    for context in open_:
        context.close()


@pytest.fixture(scope="session")
def proefwerk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """De werkmap van het gebouwde proefboek; alle werkers lezen dezelfde."""
    map_ = tmp_path_factory.getbasetemp()
    return gedeeld_proefboek(map_.parent if "PYTEST_XDIST_WORKER" in os.environ else map_)


@pytest.fixture(scope="session")
def proefsite(proefwerk: Path) -> Path:
    """De site van het proefboek."""
    return proefwerk / "uit" / "_build" / "html"


@pytest.fixture
def elders() -> Iterator[tuple[str, list[str]]]:
    """Het adres van een andere host, en wat daar is aangekomen."""
    with another_host() as (adres, aangekomen):
        yield adres, aangekomen


@pytest.fixture
def schendingen(nieuwe_context: Callable[..., BrowserContext]) -> Any:
    """Een context waarvan elke pagina haar schendingen van het beleid onthoudt."""
    context = nieuwe_context(breedte=1280, hoogte=900)
    context.add_init_script("""globalThis.schendingen = [];
      document.addEventListener("securitypolicyviolation",
        (s) => schendingen.push(`${s.effectiveDirective}: ${s.blockedURI} (${s.sourceFile})`));""")
    return context


@pytest.fixture(scope="session")
def axe() -> str:
    """Het script van axe-core (zie ``axeloper``)."""
    return axe_script()


@pytest.fixture(scope="session")
def _voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    map_ = tmp_path_factory.mktemp("voila")
    with voila_server(map_) as adres:
        yield map_, adres


@pytest.fixture
def voila(_voila: tuple[Path, str]) -> Callable[[str], str]:
    """Geef het adres van een hulpmiddel in Voilà; op die server is nog niets bewaard."""
    map_, adres = _voila
    forget(map_)
    return lambda naam: f"{adres}voila/render/{naam}.ipynb"


@pytest.fixture(scope="session")
def _jupyterlab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    map_ = tmp_path_factory.mktemp("lab")
    with jupyterlab_server(map_) as adres:
        yield map_, adres


@pytest.fixture
def jupyterlab(_jupyterlab: tuple[Path, str]) -> Callable[[], str]:
    """Geef het adres van JupyterLab; op die server is nog niets bewaard."""
    map_, adres = _jupyterlab
    forget(map_)
    return lambda: adres


@pytest.fixture(scope="session")
def browser() -> Iterator[Vuurvos]:
    """Een Firefox voor alle toetsen die hem nodig hebben."""
    with firefox() as browser:
        yield browser


#: Toetsen die een dure server of browser delen, gaan samen naar één werker (``--dist loadgroup``).
SAMEN = {"_voila": "voila", "_jupyterlab": "jupyterlab", "browser": "firefox"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Zet bij elkaar wat een dure voorziening deelt."""
    for item in items:
        for fixture, groep in SAMEN.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.xdist_group(groep))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Toon de bytes per pagina die test_bladzijden heeft gemeten, ook als alles goed gaat."""
    rijen = sorted(
        {
            waarde
            for verslagen in terminalreporter.stats.values()
            for verslag in verslagen
            for naam, waarde in getattr(verslag, "user_properties", ())
            if naam == GEWICHT
        }
    )
    if rijen:
        terminalreporter.section("kB per pagina, samengeperst")
        terminalreporter.line(f"{'totaal':>7}  {'HTML':>6} {'stijl':>6} {'script':>6} {'rest':>6}")
        for rij in rijen:
            terminalreporter.line(rij)
