"""Stuur Firefox aan met WebDriver BiDi, rechtstreeks: zonder geckodriver en zonder Selenium.

Playwright kan alleen zijn eigen Firefox aan; dit doet het met die van het systeem. Toetsaanslagen
komen in een Firefox zonder venster wel aan, maar klikken geen knop in: daarom de muis.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import websocket

#: Het profiel is telkens leeg; WebAssembly dan ook nog sneller maken, kost meer dan het oplevert.
INSTELLING = 'user_pref("javascript.options.wasm_optimizingjit", false);\n'


class Vuurvos:
    """Een tabblad in een Firefox met een eigen, leeg profiel."""

    def __init__(self, lijn: websocket.WebSocket) -> None:
        self._lijn = lijn
        self._nummer = itertools.count(1)
        self._doe("session.new", capabilities={})
        self._tab = self._doe("browsingContext.getTree")["contexts"][0]["context"]

    def _doe(self, methode: str, **gegevens: Any) -> Any:
        nummer = next(self._nummer)
        self._lijn.send(json.dumps({"id": nummer, "method": methode, "params": gegevens}))
        while True:
            antwoord = json.loads(self._lijn.recv())
            if antwoord.get("id") == nummer:
                assert antwoord["type"] == "success", antwoord
                return antwoord["result"]

    def ga_naar(self, adres: str) -> None:
        """Open een pagina en wacht tot zij geladen is."""
        self._doe("browsingContext.navigate", context=self._tab, url=adres, wait="complete")

    def bereken(self, uitdrukking: str) -> Any:
        """Bereken een JavaScript-uitdrukking in de pagina."""
        uitkomst = self._doe(
            "script.evaluate",
            expression=f"Promise.resolve({uitdrukking}).then((w) => JSON.stringify(w ?? null))",
            target={"context": self._tab},
            awaitPromise=True,
        )
        assert uitkomst["type"] == "success", uitkomst
        return json.loads(uitkomst["result"]["value"])

    def wacht_op(self, uitdrukking: str, seconden: float = 60) -> Any:
        """Wacht tot een uitdrukking waar is, en geef haar waarde.

        Tussen twee pagina's in is er soms niets om naar te kijken; dan is het nog niet waar.
        """
        einde = time.monotonic() + seconden
        while True:
            waarde: Any = None
            fout = ""
            try:
                waarde = self.bereken(uitdrukking)
            except AssertionError as gevangen:
                fout = str(gevangen)
            if waarde:
                return waarde
            assert time.monotonic() < einde, f"nooit waar: {uitdrukking} {fout}"
            time.sleep(0.1)

    def klik(self, element: str) -> None:
        """Ga met de muis naar een element (een JavaScript-uitdrukking) en klik."""
        plek = self.bereken(
            "((e) => { e.scrollIntoView({ block: 'center', behavior: 'instant' });"
            " const r = e.getBoundingClientRect();"
            f" return [r.x + r.width / 2, r.y + r.height / 2].map(Math.round); }})({element})"
        )
        stappen = [
            {"type": "pointerMove", "x": plek[0], "y": plek[1]},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._doe(
            "input.performActions",
            context=self._tab,
            actions=[{"type": "pointer", "id": "muis", "actions": stappen}],
        )

    def foto(self, pad: Path) -> None:
        """Bewaar wat er te zien is als PNG."""
        beeld = self._doe("browsingContext.captureScreenshot", context=self._tab)
        pad.write_bytes(base64.b64decode(beeld["data"]))


def raak_aan(browser: Vuurvos) -> None:
    """Raak het hulpmiddel aan zodra het er staat; een hulpmiddel met een knop krijgt een klik.

    Het venster van een browser zonder beeldscherm heeft de focus niet, en stuurt dus uit zichzelf
    geen ``focusin``.
    """
    vak = "document.querySelector('.lv-hulpmiddel')"
    staat = f"{vak}.matches('.lv-meteen')"
    browser.wacht_op(f"{staat} || !{vak}.querySelector('.lv-start').hidden")
    browser.bereken(
        f"{staat} ? ({vak}.querySelector('.lv-levend').focus(), {vak}.querySelector('.lv-levend')"
        ".dispatchEvent(new FocusEvent('focusin', { bubbles: true }))) : "
        f"{vak}.querySelector('.lv-knop').click()"
    )


@contextmanager
def firefox() -> Iterator[Vuurvos]:
    """Start Firefox; ontbreekt die, dan faalt de toets."""
    namen = (os.environ.get("LV_FIREFOX"), "firefox-esr", "firefox")
    pad = next((p for naam in namen if naam and (p := shutil.which(naam))), None)
    if pad is None:
        pytest.fail(
            "Er is geen Firefox gevonden. Installeer hem (Debian: sudo apt install firefox-esr), "
            "of wijs hem aan met LV_FIREFOX."
        )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profiel:
        (Path(profiel) / "user.js").write_text(INSTELLING, "utf-8")
        proces = subprocess.Popen(
            [
                pad,
                "--headless",
                "--no-remote",
                "--profile",
                profiel,
                "--remote-debugging-port",
                "0",
            ],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        try:
            adres = _adres(proces)
            # De rest van de uitvoer moet weg, anders loopt de pijp vol en staat Firefox stil.
            threading.Thread(target=proces.stderr.read, daemon=True).start()
            lijn = websocket.create_connection(
                f"{adres}/session", suppress_origin=True, timeout=120
            )
            yield Vuurvos(lijn)
        finally:
            proces.terminate()
            proces.wait(timeout=30)


def _adres(proces: subprocess.Popen[str]) -> str:
    for regel in proces.stderr:
        gevonden = re.search(r"WebDriver BiDi listening on (ws://\S+)", regel)
        if gevonden:
            return gevonden[1]
    pytest.fail("Firefox stopte voordat hij aan te sturen was.")
