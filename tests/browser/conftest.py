"""Een echte browser op de gebouwde site: server, Chromium en bewaking van de eigen host."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

WACHT_MS = 10_000
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
def leeskamer(chromium: Browser, adres: str) -> Iterator[BrowserContext]:
    """Eén context voor alle toetsen die een pagina alleen lezen: stijl en scripts zijn er al."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800},
        locale="nl-NL",
        reduced_motion="reduce",
        service_workers="block",
    )
    context.set_default_timeout(WACHT_MS)
    yield context
    context.close()


@pytest.fixture
def blad(leeskamer: BrowserContext, adres: str, boekpagina: str) -> Iterator[Page]:
    """Een pagina van het boek, net geopend, 1280 px breed en licht."""
    page = leeskamer.new_page()
    page.emulate_media(color_scheme="light")
    page.goto(adres + boekpagina, wait_until="load")
    yield page
    page.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Het script van axe-core, in de versie die het project heeft vastgelegd."""
    from levend.vendor import npm_pakket

    return (npm_pakket("axe-core") / "axe.min.js").read_text("utf-8")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Toon de bytes per pagina die test_gewicht heeft gemeten, ook als alles goed gaat."""
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
