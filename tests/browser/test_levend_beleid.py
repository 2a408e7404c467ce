"""Geen byte naar een andere host, ook niet als een script of Python het probeert.

De andere host is hier een tweede server op deze computer: wat daar aankomt, is echt verstuurd. Het
kunstje dat andere adressen onvindbaar maakt (zie conftest), doet voor deze computer niet mee.
"""

from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
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
assert not hasattr(js, "RTCPeerConnection"), "een worker kan niet beeldbellen"
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


def test_what_a_policy_in_a_page_cannot_close(
    adres: str, elders: tuple[str, list[str]], schendingen: BrowserContext
) -> None:
    """Wat openblijft, staat op de bladzijde over privacy en in de README; dat blijft kloppen."""
    elders_adres, aangekomen = elders
    page = schendingen.new_page()
    page.goto(f"{adres}stappen/index.html", wait_until="load")

    # 1. Rechtstreeks: een STUN-server is elke host die een script noemt.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as luisteraar:
        luisteraar.bind(("127.0.0.1", 0))
        luisteraar.settimeout(10)
        page.evaluate(
            """async (poort) => {
              const urls = `stun:127.0.0.1:${poort}`;
              const lijn = globalThis.lijn = new RTCPeerConnection({ iceServers: [{ urls }] });
              lijn.createDataChannel("x");
              await lijn.setLocalDescription(await lijn.createOffer());
            }""",
            luisteraar.getsockname()[1],
        )
        assert luisteraar.recv(2000)
    page.evaluate("lijn.close()")

    # 2. Een eigen bestand zonder beleid, in een nieuw venster.
    with page.expect_popup() as venster:
        page.evaluate("globalThis.venster = open('/robots.txt')")
    venster.value.wait_for_load_state("load")
    page.evaluate(
        "(adres) => { venster.document.createElement('img').src = adres; }", f"{elders_adres}beeld"
    )
    wacht_op(page, lambda: "GET /beeld" in aangekomen)
    venster.value.close()

    # 3. Weggaan, met iets in het adres.
    page.evaluate("(adres) => { location.href = adres; }", f"{elders_adres}weg")
    wacht_op(page, lambda: "GET /weg" in aangekomen)
    assert set(aangekomen) <= {"GET /beeld", "GET /weg", "GET /favicon.ico"}


def wacht_op(page: Page, voorwaarde: Callable[[], bool]) -> None:
    """Wacht tot iets buiten de pagina waar is."""
    for _ in range(100):
        if voorwaarde():
            return
        page.wait_for_timeout(100)
    raise AssertionError("dat is niet gebeurd")


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
