"""De ene plek die een hulpmiddel in de pagina start, zoals een lezer dat doet."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

START_MS = 90_000
VAK = ".lv-hulpmiddel"
KNOP = "Start het hulpmiddel"
#: Zo veel haltes heeft de kop van een bladzijde hooguit voor de knop.
HOOGSTENS = 160


def start(pagina: Page) -> Locator:
    """Loop met de tabtoets naar de knop, start, en geef het vak zodra Python er is."""
    knop = pagina.get_by_role("button", name=KNOP)
    expect(knop).to_be_visible(timeout=START_MS)
    for _ in range(HOOGSTENS):
        pagina.keyboard.press("Tab")
        if knop.evaluate("(knop) => knop === document.activeElement"):
            break
    else:
        raise AssertionError("met Tab kom je niet bij de startknop")
    pagina.keyboard.press("Enter")
    levend = pagina.locator(f"{VAK}[data-lv-toestand=klaar] .lv-levend")
    expect(levend).to_be_visible(timeout=START_MS)
    expect(levend.locator(".lvs-scherm:not([inert])")).to_be_visible(timeout=START_MS)
    return levend
