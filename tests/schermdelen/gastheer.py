"""Een gastheer zonder kernel: echte schermen in een echte browser, met Python in de toets zelf.

De bladzijde draait de ESM van het scherm met een model dat alleen berichten doorgeeft. Elk bericht
gaat naar het Python-scherm in de toets; wat dat terugstuurt, komt als antwoord mee.
"""

from __future__ import annotations

import base64
import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from axeloper import axe_script, find_violations
from levend.vendor import npm_pakket
from playwright.sync_api import BrowserContext, Page

from lv_tools.schermdelen.bundel import script, stijlblad
from lv_tools.schermdelen.scherm import Scherm

BLADZIJDE = """<!doctype html><html lang="nl" {thema}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Proef</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/stijl.css">
<style>html[data-theme=dark] body {{ background: #12181b; color: #e8edee }}
body {{ margin: 1rem }}</style></head>
<body><main><h1>Proefbladzijde</h1><div id="plaats"></div></main>
<script>
{plotly}
</script><script type="module">
import scherm from "/scherm.mjs";
const gezien = [];
const leeg = (tekst) => Uint8Array.from(atob(tekst), (c) => c.charCodeAt(0));
const kaal = (b) => new Uint8Array(b.buffer || b, b.byteOffset || 0, b.byteLength);
const vol = (b) => btoa(Array.from(kaal(b), (c) => String.fromCharCode(c)).join(""));
window.bezorg = (berichten) => {{
  for (const [inhoud, buffers] of berichten) {{
    const b = buffers.map((x) => {{ const u = leeg(x); return new DataView(u.buffer); }});
    gezien.forEach((f) => f(inhoud, b));
  }}
}};
const model = {{
  get: () => window.boom,
  on: (naam, f) => gezien.push(f),
  off: (naam, f) => gezien.splice(gezien.indexOf(f), 1),
  send: async (inhoud, _c, buffers = []) => {{
    window.onderweg += 1;
    window.bezorg(await naarPython(inhoud, buffers.map(vol)));
    window.onderweg -= 1;
  }},
}};
window.model = model;
window.onderweg = 0;
window.boom = await boomUitPython();
window.stop = scherm.render({{ model, el: document.getElementById("plaats") }});
document.documentElement.dataset.klaar = "ja";
</script></body></html>"""


@dataclass
class Brug:
    """Verbindt een Python-scherm met een bladzijde."""

    scherm: Scherm
    uit: list[tuple[Any, list[str]]] = field(default_factory=list)
    #: Alles wat Python ooit stuurde.
    gestuurd: list[tuple[Any, list[str]]] = field(default_factory=list)
    #: Zolang dit waar is, zwijgt Python: zo speelt een toets een vastgelopen kernel na.
    doof: bool = False
    #: Zo lang doet Python over een bericht, in seconden.
    traag: float = 0.0

    def __post_init__(self) -> None:
        self.scherm.send = self._send  # type: ignore[method-assign]

    def _send(self, inhoud: Any, buffers: list[bytes] | None = None) -> None:
        kaal = json.loads(json.dumps(inhoud, allow_nan=False))
        bericht = (kaal, [base64.b64encode(b).decode() for b in buffers or []])
        self.uit.append(bericht)
        self.gestuurd.append(bericht)

    def ontvang(self, inhoud: Any, buffers: list[str]) -> list[Any]:
        if self.doof:
            return []
        time.sleep(self.traag)
        kaal = [memoryview(base64.b64decode(b)) for b in buffers]
        self.scherm._handle_custom_msg(inhoud, kaal)
        return self.leeg()

    def leeg(self) -> list[Any]:
        uit, self.uit = self.uit, []
        return uit

    def boom(self) -> Any:
        return json.loads(json.dumps(self.scherm.to_tree(), allow_nan=False))


class Gastheer:
    """Een kleine webserver op dit apparaat met de proefbladzijde."""

    def __init__(self) -> None:
        plotly = (npm_pakket("plotly.js-basic-dist-min") / "plotly-basic.min.js").read_bytes()
        self.bestanden: dict[str, tuple[str, bytes]] = {
            "/scherm.mjs": ("text/javascript", script().encode()),
            "/stijl.css": ("text/css", stijlblad().encode()),
            "/plotly.js": ("text/javascript", plotly),
        }
        laad = (
            "globalThis.lvPlotly = () => globalThis.lvp ||= new Promise((ok, ko) => { const s ="
            " document.createElement('script'); s.src = '/plotly.js'; s.onload = () => "
            "ok(Plotly); s.onerror = ko; document.head.append(s); });"
        )
        for pad, thema, tekenaar in (
            ("/licht", 'data-theme="light"', laad),
            ("/donker", 'data-theme="dark"', laad),
            ("/kaal", "", ""),
        ):
            tekst = BLADZIJDE.format(thema=thema, plotly=tekenaar)
            self.bestanden[pad] = ("text/html", tekst.encode())
        bestanden = self.bestanden

        class Antwoord(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                soort, inhoud = bestanden.get(self.path.split("?")[0], ("", b""))
                self.send_response(200 if soort else 404)
                self.send_header("Content-Type", f"{soort}; charset=utf-8")
                self.end_headers()
                self.wfile.write(inhoud)

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Antwoord)
        self.adres = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def open(
        self, context: BrowserContext, scherm: Scherm, *, pad: str = "/licht", breed: int = 1280
    ) -> Proef:
        """Open het scherm in een nieuw tabblad."""
        page = context.new_page()
        page.set_viewport_size({"width": breed, "height": 900})
        brug = Brug(scherm)
        fouten: list[str] = []
        page.on("pageerror", lambda fout: fouten.append(str(fout)))
        page.on(
            "console", lambda b: fouten.append(b.text) if b.type in ("error", "warning") else None
        )
        page.expose_function("naarPython", brug.ontvang)
        page.expose_function("boomUitPython", brug.boom)
        page.goto(self.adres + pad)
        page.wait_for_selector("html[data-klaar]")
        return Proef(page, brug, fouten)

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@dataclass
class Proef:
    """Een open scherm."""

    page: Page
    brug: Brug
    fouten: list[str]

    @contextlib.contextmanager
    def vanuit_python(self) -> Iterator[None]:
        """Wijzig het scherm in dit blok vanuit Python, zoals een notebookcel zou doen."""
        yield
        self.page.evaluate("b => bezorg(b)", self.brug.leeg())

    def wacht(self, voorwaarde: Callable[[], bool], tijd: float = 3.0) -> None:
        """Wacht tot Python de voorwaarde haalt."""
        stappen = int(tijd * 50)
        for _ in range(stappen):
            if voorwaarde():
                return
            self.page.wait_for_timeout(20)
        raise AssertionError("de voorwaarde werd niet gehaald")

    def axe(self) -> list[str]:
        """Geef de fouten die axe in het scherm vindt, met dezelfde regels als overal."""
        return find_violations(self.page, axe_script(), binnen="#plaats")
