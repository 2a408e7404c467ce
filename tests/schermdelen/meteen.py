"""Een pagina waarop het scherm er eerder is dan Python, met Python in de toets zelf.

De boom komt uit een eerste scherm (zo gaat het bij het bouwen van het boek), en het Python dat
later komt is een ander, vers scherm. De toets beslist wanneer dat komt, en of het uitvalt.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gastheer import Brug, Gastheer
from playwright.sync_api import BrowserContext, Locator, Page

from lv_tools.schermdelen.scherm import Scherm

PAGINA_MAP = Path(__file__).resolve().parents[2] / "book" / "_ext" / "levend" / "pagina"

BLADZIJDE = """<!doctype html><html lang="nl" data-theme="light"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Proef</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/stijl.css"></head>
<body><main><h1>Proefbladzijde</h1><div id="plaats"></div></main>
<script type="module">
import scherm, { eersteScherm } from "/scherm.mjs";
import { Voorloper } from "/voorloper.mjs";
const kaal = (b) => new Uint8Array(b.buffer || b, b.byteOffset || 0, b.byteLength);
const vol = (b) => btoa(Array.from(kaal(b), (c) => String.fromCharCode(c)).join(""));
const leeg = (tekst) => new DataView(Uint8Array.from(atob(tekst), (c) => c.charCodeAt(0)).buffer);
const plek = document.getElementById("plaats");
window.gestart = 0;
window.gestuurd = [];
window.onderweg = 0;
// Python werkt berichten een voor een af, zoals een worker.
const maakPython = async () => {
  const gehoor = [];
  let rij = Promise.resolve();
  const merk = String(Math.random());
  const boom = await pythonBegint(merk);
  return {
    get: () => boom,
    on: (naam, doe, van) => gehoor.push({ naam, doe, van }),
    off: (naam, doe, van) => {
      const weg = (l) => (!naam || l.naam === naam) && (!van || l.van === van);
      gehoor.splice(0, gehoor.length, ...gehoor.filter((l) => !weg(l)));
    },
    send: (inhoud, _t, buffers = []) => {
      gestuurd.push(inhoud);
      window.onderweg += 1;
      rij = rij.then(async () => {
        for (const [antwoord, b] of await naarPython(merk, inhoud, buffers.map(vol))) {
          const luistert = gehoor.filter((l) => l.naam === "msg:custom");
          for (const l of luistert) l.doe.call(l.van, antwoord, b.map(leeg));
        }
        window.onderweg -= 1;
      }).catch(() => {});
    },
  };
};
const { boom, eigen } = await eersteScherm(await boomBijBouwen(), "u1");
window.eigen = eigen;
if (boom) {
  window.voor = new Voorloper(boom, eigen, () => { window.gestart += 1; });
  window.stop = scherm.render({ model: voor, el: plek, voor, uitgave: "u1" });
  for (const soort of ["pointerdown", "click", "focusin", "keydown"]) {
    plek.addEventListener(soort, () => voor.raak(), true);
  }
  window.komt = async () => voor.neemOver(await maakPython());
} else {
  window.komt = async () => scherm.render({ model: await maakPython(), el: plek, uitgave: "u1" });
}
document.documentElement.dataset.klaar = "ja";
</script></body></html>"""


class Meteen:
    """Opent schermen die er eerder zijn dan Python."""

    def __init__(
        self, gastheer: Gastheer, context: BrowserContext, maak: Callable[[], Scherm]
    ) -> None:
        self.gastheer, self.context, self.maak = gastheer, context, maak
        self.bruggen: dict[str, Brug] = {}
        gastheer.bestanden["/meteen"] = ("text/html", BLADZIJDE.encode())
        voorloper = (PAGINA_MAP / "voorloper.mjs").read_bytes()
        gastheer.bestanden["/voorloper.mjs"] = ("text/javascript", voorloper)
        context.expose_function("boomBijBouwen", lambda: _json(maak().to_tree()))
        context.expose_function("pythonBegint", self._begin)
        context.expose_function("naarPython", self._bericht)

    def _begin(self, merk: str) -> Any:
        self.bruggen[merk] = Brug(self.maak())
        return self.bruggen[merk].boom()

    def _bericht(self, merk: str, inhoud: Any, buffers: list[str]) -> Any:
        return self.bruggen[merk].ontvang(inhoud, buffers)

    @property
    def python(self) -> Scherm:
        """Het laatste Python dat er kwam."""
        return list(self.bruggen.values())[-1].scherm

    def open(self, hekje: str = "") -> Blad:
        page = self.context.new_page()
        fouten: list[str] = []
        page.on("pageerror", lambda fout: fouten.append(str(fout)))
        page.goto(f"{self.gastheer.adres}/meteen{hekje}")
        page.wait_for_selector("html[data-klaar]")
        return Blad(page, self, fouten)


@dataclass
class Blad:
    """Een tabblad."""

    page: Page
    meteen: Meteen
    fouten: list[str]

    def veld(self, label: str) -> Locator:
        return self.page.get_by_label(label)

    def komt(self) -> None:
        """Laat Python komen, en wacht tot alles is ingehaald."""
        self.page.evaluate("komt()")
        self.wacht(lambda: not self.python_bezig())

    def python_bezig(self) -> bool:
        return bool(self.page.evaluate("!voor.ingehaald || onderweg > 0"))

    def wacht(self, voorwaarde: Callable[[], bool], tijd: float = 6.0) -> None:
        for _ in range(int(tijd * 50)):
            if voorwaarde():
                return
            self.page.wait_for_timeout(20)
        raise AssertionError("de voorwaarde werd niet gehaald")

    def deel(self, naam: str) -> Any:
        """Geef de waarde die Python bij een naam heeft."""
        return next((d.waarde for d in self.meteen.python.walk() if d.naam == naam), None)


@contextmanager
def afgebroken(blad: Blad) -> Iterator[None]:
    """Sluit een tabblad zonder afscheid, nadat het blok klaar is."""
    yield
    blad.page.close(run_before_unload=False)


def _json(wat: Any) -> Any:
    return json.loads(json.dumps(wat, allow_nan=False))
