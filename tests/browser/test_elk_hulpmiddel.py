"""Elk hulpmiddel in de pagina één keer gestart, en daarin alles wat voor elk hulpmiddel geldt."""

from __future__ import annotations

import pytest
from hulpmiddel import BLADZIJDEN, SCHERM, start
from playwright.sync_api import BrowserContext, Locator, Page, expect
from taalzeef import find_english
from weergaven import find_faults

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
#: Stuur het de kern, en wacht tot zij het heeft uitgevoerd.
VOER_UIT = """(code) => new Promise((klaar) => {
  lvKern.werker.addEventListener("message", ({ data }) => {
    if (data.cel === "proef") klaar(data.soort + (data.technisch ?? ""));
  });
  lvKern.werker.postMessage({ soort: "voer_uit", cel: "proef", code });
})"""
#: Zo lang kan een verzoek of een melding van het beleid onderweg zijn.
ONDERWEG_MS = 1_500


@pytest.mark.parametrize("naam", BLADZIJDEN)
def test_tool_works_for_everyone_and_tells_no_one(
    naam: str,
    adres: str,
    axe: str,
    schendingen: BrowserContext,
    elders: tuple[str, list[str]],
) -> None:
    page = schendingen.new_page()
    fouten: list[str] = []
    page.on("console", lambda r: fouten.append(r.text) if "Content Security" in r.text else None)
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    page.goto(adres + BLADZIJDEN[naam])
    vak = start(page)
    policy_forbids_nothing_it_needs(page, vak)
    assert fouten == []
    # De hele pagina, met het levende hulpmiddel erin.
    assert find_faults(page, axe, None) == []
    assert schendingen.wacht.vreemd == []  # type: ignore[attr-defined]  # zie conftest
    python_finds_no_way_out(page, elders)
    assert find_english(page) == []


def policy_forbids_nothing_it_needs(page: Page, vak: Locator) -> None:
    """Starten, invullen en langs elke stap: het beleid houdt niets tegen."""
    tabs = vak.get_by_role("tab").all()
    for tab in [*tabs[1:], *tabs[:1]]:
        tab.click()
    for keuze in vak.locator("input[type=radio]:visible").all()[:3]:
        keuze.check(force=True)
    page.wait_for_timeout(ONDERWEG_MS)
    assert page.evaluate("schendingen") == []
    expect(vak.locator(SCHERM)).to_be_visible()


def python_finds_no_way_out(page: Page, elders: tuple[str, list[str]]) -> None:
    """Wat Python in de worker ook probeert: bij een andere host komt niets aan."""
    elders_adres, aangekomen = elders
    code = PYTHON.replace("ADRES", repr(f"{elders_adres}python"))
    assert page.evaluate(VOER_UIT, code) == "cel_klaar"
    page.wait_for_timeout(ONDERWEG_MS)
    assert aangekomen == []
