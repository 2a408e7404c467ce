"""Geen byte naar een andere host, ook niet als een script of Python het probeert.

De andere host is hier een tweede server op deze computer: wat daar aankomt, is echt verstuurd. Het
kunstje dat andere adressen onvindbaar maakt (zie conftest), doet voor deze computer niet mee.
"""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect
from test_in_de_pagina import HULPMIDDELEN, start
from wachten import wacht_tot

START_MS = 90_000
#: Elke weg naar buiten die een script in een pagina heeft.
WEGEN = {
    "fetch": "fetch(adres).catch(() => {})",
    "fetch zonder cors": "fetch(adres, { mode: 'no-cors', method: 'POST' }).catch(() => {})",
    "XMLHttpRequest": "{ const x = new XMLHttpRequest(); x.open('GET', adres); x.send(); }",
    "WebSocket": "new WebSocket(adres.replace('http', 'ws'))",
    "EventSource": "new EventSource(adres)",
    "sendBeacon": "navigator.sendBeacon(adres, 'x')",
    "beeld": "{ new Image().src = adres; }",
    "script": "voeg('script', { src: adres })",
    "module": "import(adres).catch(() => {})",
    "stijl": "voeg('link', { rel: 'stylesheet', href: adres })",
    "stijl met een beeld": "{ document.body.style.backgroundImage = `url(${adres})`; }",
    "vooruit halen": "voeg('link', { rel: 'prefetch', href: adres })",
    "vooruit laden": "voeg('link', { rel: 'preload', as: 'image', href: adres })",
    "module vooruit": "voeg('link', { rel: 'modulepreload', href: adres })",
    "kader": "voeg('iframe', { src: adres })",
    "object": "voeg('object', { data: adres })",
    "video": "voeg('video', { src: adres, preload: 'auto' })",
    "letter": "new FontFace('x', `url(${adres})`).load().catch(() => {})",
    "worker": "new Worker(adres)",
    "formulier": "{ const f = voeg('form', { action: adres, method: 'post' }); f.submit(); }",
    "formulier in een kader": """{ voeg('iframe', { name: 'kader' });
        voeg('form', { action: adres, target: 'kader' }).submit(); }""",
}  # fmt: skip
VOEG = """const voeg = (soort, velden) => {
  const e = Object.assign(document.createElement(soort), velden);
  document.body.append(e);
  return e; };"""
#: Vanuit Python in de worker: alles wat daar bestaat.
PYTHON = """
import js
geprobeerd = []
for poging in (
    lambda: js.fetch(ADRES),
    lambda: js.fetch(ADRES, method="POST", body="x", mode="no-cors"),
    lambda: js.EventSource.new(ADRES),
    lambda: js.WebSocket.new(ADRES.replace("http", "ws")),
    lambda: js.importScripts(ADRES),
    lambda: js.Worker.new(ADRES),
):
    try:
        poging()
    except BaseException as fout:
        geprobeerd.append(str(fout))
for meteen in (False, True):
    verzoek = js.XMLHttpRequest.new()
    try:
        verzoek.open("GET", ADRES, not meteen)
        verzoek.send(None)
    except BaseException as fout:
        geprobeerd.append(str(fout))
"klaar"
"""


class AndereHost(http.server.BaseHTTPRequestHandler):
    """Onthoudt elk verzoek en laat verder alles toe.

    Een verbinding zonder verzoek telt niet: Chromium opent die bij een kader of formulier alvast,
    voordat het beleid het verzoek zelf tegenhoudt. Er gaat dan niets over de pagina mee.
    """

    aangekomen: list[str]

    def do_GET(self) -> None:
        self.aangekomen.append(f"{self.command} {self.path}")
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET  # noqa: N815 -- zo noemt de standaardbibliotheek ze
    do_OPTIONS = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Zwijg."""


@pytest.fixture
def elders() -> Iterator[tuple[str, list[str]]]:
    """Het adres van een andere host, en wat daar is aangekomen."""
    aangekomen: list[str] = []
    soort = type("Elders", (AndereHost,), {"aangekomen": aangekomen})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), soort) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", aangekomen
        server.shutdown()


@pytest.fixture
def schendingen(nieuwe_context: Callable[..., BrowserContext]) -> Any:
    """Een context waarvan elke pagina haar schendingen van het beleid onthoudt."""
    context = nieuwe_context(breedte=1280, hoogte=900)
    context.add_init_script("""globalThis.schendingen = [];
      document.addEventListener("securitypolicyviolation",
        (s) => schendingen.push(`${s.effectiveDirective}: ${s.blockedURI} (${s.sourceFile})`));""")
    return context


def test_other_host_counts_what_arrives(elders: tuple[str, list[str]], chromium: Any) -> None:
    """De telling zelf: zonder beleid komt alles aan."""
    adres, aangekomen = elders
    page = chromium.new_page()
    page.goto(adres)
    aangekomen.clear()
    page.evaluate(f"(adres) => {{ {VOEG} {WEGEN['beeld']}; {WEGEN['fetch']} }}", f"{adres}x")
    wacht_tot(page, "performance.getEntriesByType('resource').length >= 2")
    page.close()
    assert aangekomen.count("GET /x") == 2


@pytest.mark.parametrize("pagina", ["stappen/index.html", "instrumenten/zelfevaluatie.html"])
def test_no_way_out_of_a_page(
    pagina: str, adres: str, elders: tuple[str, list[str]], schendingen: BrowserContext
) -> None:
    elders_adres, aangekomen = elders
    page = schendingen.new_page()
    page.goto(adres + pagina, wait_until="load")
    for naam, weg in WEGEN.items():
        page.evaluate(
            f"(adres) => {{ {VOEG} try {{ {weg} }} catch {{}} }}",
            f"{elders_adres}{naam.replace(' ', '-')}",
        )
    page.wait_for_timeout(1_500)
    assert aangekomen == []
    assert page.url == adres + pagina
    assert len(page.evaluate("schendingen")) >= len(WEGEN) - 4, "het beleid heeft niets gezien"


def test_no_way_out_for_python(
    adres: str, elders: tuple[str, list[str]], nieuwe_context: Callable[..., BrowserContext]
) -> None:
    elders_adres, aangekomen = elders
    page = nieuwe_context().new_page()
    page.goto(f"{adres}instrumenten/bevindingenverkenner.html")
    start(page)
    gezegd = page.evaluate(
        """(code) => new Promise((klaar) => {
          lvKern.werker.addEventListener("message", ({ data }) => {
            if (data.cel === "proef") klaar(data.soort + (data.technisch ?? ""));
          });
          lvKern.werker.postMessage({ soort: "voer_uit", cel: "proef", code });
        })""",
        PYTHON.replace("ADRES", repr(f"{elders_adres}python")),
    )
    assert gezegd == "cel_klaar"
    page.wait_for_timeout(1_500)
    assert aangekomen == []


@pytest.mark.parametrize("hulpmiddel", HULPMIDDELEN)
def test_using_a_tool_breaks_no_rule(
    hulpmiddel: str, adres: str, schendingen: BrowserContext
) -> None:
    """Het beleid verbiedt niets wat een hulpmiddel nodig heeft: starten, invullen en uitvoeren."""
    page = schendingen.new_page()
    fouten: list[str] = []
    page.on("console", lambda r: fouten.append(r.text) if "Content Security" in r.text else None)
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.goto(adres + hulpmiddel)
    vak = start(page)
    for tab in vak.get_by_role("tab").all():
        tab.click()
    for keuze in vak.locator("input[type=radio]:visible").all()[:3]:
        keuze.check(force=True)
    page.wait_for_timeout(1_500)
    assert page.evaluate("schendingen") == []
    assert fouten == []
    expect(vak.locator(".lvs-scherm")).to_be_visible()
