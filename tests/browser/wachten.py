"""Wachten tot iets waar is in een pagina met een beleid (CSP).

``wait_for_function`` van Playwright maakt in de pagina een functie uit tekst, en dat staat het
beleid van het boek niet toe. Een enkele berekening gaat langs een andere weg en mag wel.
"""

from __future__ import annotations

import time

from playwright.sync_api import Error, Page

PAUZE_MS = 50


def wacht_tot(page: Page, uitdrukking: str, ms: float = 10_000) -> None:
    """Wacht tot een JavaScript-uitdrukking (of wat zij belooft) waar is; anders faalt de toets.

    Tussen twee pagina's in is er soms niets om naar te kijken; dan is het nog niet waar.
    """
    einde = time.monotonic() + ms / 1000
    while True:
        fout: Error | None = None
        try:
            if page.evaluate(uitdrukking):
                return
        except Error as gevangen:
            fout = gevangen
        assert time.monotonic() < einde, f"nooit waar: {uitdrukking} ({fout or 'onwaar'})"
        page.wait_for_timeout(PAUZE_MS)
