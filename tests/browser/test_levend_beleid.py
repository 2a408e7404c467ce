"""Geen byte naar een andere host, ook niet als een script of Python het probeert.

De andere host is hier een tweede server op deze computer: wat daar aankomt, is echt verstuurd. Het
kunstje dat andere adressen onvindbaar maakt (zie conftest), doet voor deze computer niet mee.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page
from wachten import wacht_tot

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
