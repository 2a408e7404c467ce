"""De ene plek die een hulpmiddel in de pagina start, zoals een lezer dat doet.

Een hulpmiddel staat er meteen; Python komt zodra de lezer het aanraakt. Een hulpmiddel zonder eigen
scherm heeft een knop. Wie een link kreeg, vult een formulier in waar Python niet bij komt.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

START_MS = 90_000
VAK = ".lv-hulpmiddel"
KNOP = f"{VAK} .lv-start:not([hidden]) .lv-knop"


def stands(pagina: Page) -> bool:
    """Wacht tot het hulpmiddel er staat of een knop heeft; zegt of het er staat."""
    staat = pagina.locator(f"{VAK}.lv-meteen .lvs-scherm")
    expect(staat.or_(pagina.locator(KNOP)).first).to_be_visible(timeout=START_MS)
    return staat.count() > 0


def start(pagina: Page) -> Locator:
    """Start met alleen het toetsenbord, en geef het vak zodra Python het heeft overgenomen.

    Het formulier van een deelnemer is klaar zodra het er staat.
    """
    if stands(pagina):
        pagina.locator(f"{VAK} .lv-levend").focus()
    else:
        pagina.locator(KNOP).focus()
        pagina.keyboard.press("Enter")
    klaar = (
        f"{VAK}[data-lv-toestand={toestand}] .lv-levend" for toestand in ("klaar", "formulier")
    )
    levend = pagina.locator(", ".join(klaar))
    expect(levend).to_be_visible(timeout=START_MS)
    expect(levend.locator(".lvs-scherm:not([inert])")).to_be_visible(timeout=START_MS)
    return levend
