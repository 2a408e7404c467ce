"""Meet hoe snel een lezer kan beginnen, en of er iets zoekraakt als Python overneemt.

Gebruik: ``python meting.py --meteen``, en met ``--verlies 100`` of er iets zoekraakt. Tijden zijn
een verhouding tot een kale Pyodide (``1+1`` in een worker) in dezelfde ronde, om en om; van alle
rondes telt de mediaan.

``bewaard``
    van het eerste beeld van de pagina tot het eerste getypte teken op het apparaat staat;
``antwoord``
    van de eerste aanraking tot Python alles heeft overgenomen en verwerkt.

Een tragere processor remt Chromium alleen in de pagina, niet in de worker. Python zelf is daar dus
niet trager; wat de pagina doet wel.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from levend.serveer import Lijn, serveer

#: Naam, bytes per seconde, vertraging in seconden, en hoeveel keer trager de processor is.
LIJNEN = (
    ("vrije lijn", 0, 0, 1),
    ("20 Mbit/s, 40 ms", 2.5e6, 0.04, 1),
    ("1,5 Mbit/s, 40 ms, processor 4 keer trager", 187_500, 0.04, 4),
)
PAGINA = "instrumenten/zelfevaluatie.html"

#: Typt een teken zodra er een veld is, en kijkt wanneer dat teken in de opslag staat.
TYP_METEEN = """() => {
  globalThis.lvMeet = { raak: 0, bewaard: 0 };
  const echt = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (wat, ...rest) {
    if (!lvMeet.bewaard && Object.values(wat.naloop ?? {}).some((w) => String(w).includes("q"))) {
      const nu = () => { lvMeet.bewaard ||= performance.now(); };
      this.transaction.addEventListener("complete", nu);
    }
    return echt.call(this, wat, ...rest);
  };
  const zoek = () => {
    const veld = document.querySelector(".lv-meteen .lv-levend input[type=text]");
    if (!veld) return;
    wacht.disconnect();
    lvMeet.raak = performance.now();
    veld.focus();
    document.execCommand("insertText", false, "q");
  };
  const wacht = new MutationObserver(zoek);
  wacht.observe(document, { subtree: true, childList: true, attributes: true });
}"""
#: Milliseconden: eerste beeld, aangeraakt, bewaard, en alles verwerkt.
UITKOMST = """async () => {
  const tot = async (waar) => {
    for (let keer = 0; keer < 6000 && !waar(); keer += 1) {
      await new Promise((ok) => setTimeout(ok, 10));
    }
    return performance.now();
  };
  await tot(() => lvMeet.bewaard);
  const vak = document.querySelector(".lv-hulpmiddel");
  const klaar = await tot(() => vak.dataset.lvToestand === "klaar" && !lvKern.lopend.size);
  const beeld = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  return { ...lvMeet, beeld, klaar };
}"""
KAAL = """() => new Promise((gelukt) => {
  const begin = performance.now();
  const uit = () => document.querySelector("#uit:not(:empty)");
  const kijk = () => uit() && gelukt(performance.now() - begin);
  new MutationObserver(kijk).observe(document, { subtree: true, childList: true });
  document.querySelector("#start").click();
})"""
#: Typt tien tekens per seconde, zonder op iets te wachten.
TYP_DOOR = """([tekst]) => {
  const veld = document.querySelector(".lv-levend input[type=text]");
  veld.focus();
  veld.setSelectionRange(veld.value.length, veld.value.length);
  (async () => {
    for (const teken of tekst) {
      document.execCommand("insertText", false, teken);
      await new Promise((ok) => setTimeout(ok, 100));
    }
    globalThis.lvGetypt = true;
  })();
}"""


@dataclass(frozen=True, slots=True)
class Meetbrowser:
    """Waarmee gemeten wordt: Playwright, het pad van Chromium, en de vlaggen."""

    speler: Any
    chromium: str
    vlaggen: tuple[str, ...]

    @contextmanager
    def tabblad(self, map_: str = "", traag: int = 1) -> Iterator[Any]:
        """Open een tabblad; zonder map in een nieuw profiel, met een rem op de processor."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as nieuw:
            browser = self.speler.chromium.launch_persistent_context(
                map_ or nieuw,
                executable_path=self.chromium,
                args=list(self.vlaggen),
                headless=True,
                service_workers="block",
            )
            try:
                pagina = browser.new_page()
                if traag > 1:
                    rem = browser.new_cdp_session(pagina)
                    rem.send("Emulation.setCPUThrottlingRate", {"rate": traag})
                yield pagina
                if not pagina.is_closed():
                    pagina.wait_for_timeout(1000)  # tijd om de cache weg te schrijven
            finally:
                browser.close()


def bytes_vooraf(browser: Meetbrowser, adres: str, lijn: Lijn) -> int:
    """Tel wat een pagina ophaalt voordat de lezer iets aanraakt."""
    with browser.tabblad() as pagina:
        lijn.verzonden.clear()
        pagina.goto(adres, wait_until="networkidle")
        return sum(lijn.verzonden.values())


def meet_begin(
    browser: Meetbrowser, basis: str, traag: int, omgekeerd: bool
) -> dict[str, tuple[float, float, float]]:
    """Meet het boek en de kale Pyodide, koud en warm.

    Returns
    -------
    dict
        Per temperatuur: bewaard, antwoord en kaal, in milliseconden.
    """
    boek: dict[str, dict[str, float]] = {}
    kaal: dict[str, float] = {}

    def open_book(temperatuur: str, map_: str) -> None:
        with browser.tabblad(map_, traag) as pagina:
            pagina.add_init_script(f"({TYP_METEEN})()")
            pagina.goto(f"{basis}/boek/{PAGINA}")
            boek[temperatuur] = pagina.evaluate(UITKOMST)

    def open_bare(temperatuur: str, map_: str) -> None:
        with browser.tabblad(map_, traag) as pagina:
            pagina.goto(f"{basis}/kaal/index.html", wait_until="networkidle")
            kaal[temperatuur] = pagina.evaluate(KAAL)

    for doe in (open_bare, open_book) if omgekeerd else (open_book, open_bare):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as map_:
            for temperatuur in ("koud", "warm"):
                doe(temperatuur, map_)
    return {
        t: (max(0, b["bewaard"] - b["beeld"]), b["klaar"] - b["raak"], kaal[t])
        for t, b in boek.items()
    }


def druk_meteen(browser: Meetbrowser, wortels: dict[str, Path], rondes: int) -> None:
    """Meet op elke lijn en druk de tabel af."""
    for naam, snelheid, vertraging, traag in LIJNEN:
        lijn = Lijn(snelheid, vertraging)
        with serveer(wortels, lijn) as basis:
            adres = f"{basis}/boek/{PAGINA}"
            vooraf = bytes_vooraf(browser, adres, lijn)
            metingen = []
            for ronde in range(rondes):
                metingen.append(meet_begin(browser, basis, traag, bool(ronde % 2)))
                print(".", end="", file=sys.stderr, flush=True)
        print(f"\n{naam} ({rondes} rondes, mediaan van de verhouding tot een kale Pyodide)")
        for temperatuur in ("koud", "warm"):
            rij = [meting[temperatuur] for meting in metingen]
            bewaard, antwoord = (
                statistics.median(deel[plek] / deel[2] for deel in rij) for plek in (0, 1)
            )
            tijden = " / ".join(
                f"{statistics.median(deel[plek] for deel in rij):.0f}" for plek in (0, 1, 2)
            )
            print(
                f"  {temperatuur}: eerste beeld tot eerste teken bewaard {bewaard:.2f}, "
                f"aanraken tot antwoord {antwoord:.2f}  ({tijden} ms: teken, antwoord, kaal)"
            )
        print(f"  voor de eerste aanraking: {vooraf / 1000:.1f} kB")


def druk_verlies(browser: Meetbrowser, wortels: dict[str, Path], keren: int) -> int:
    """Typ tien tekens per seconde door alles heen en tel wat er zoekraakt.

    Elke keer typt een lezer vanaf het eerste beeld tot Python heeft overgenomen, valt het tabblad
    weg op een moment dat telkens anders is, en kijkt hij of alles er de volgende keer staat.
    """
    kwijt = 0
    with serveer(wortels, Lijn()) as basis:
        for keer in range(keren):
            with browser.tabblad() as pagina:
                uit = een_keer(pagina, f"{basis}/boek/{PAGINA}", 400 + (keer * 733) % 9000)
            kwijt += len(uit)
            print("".join(f"\nronde {keer}: {zin}" for zin in uit) or ".", end="", flush=True)
    print(f"\nverloren bij {keren} keer typen, overnemen, afbreken en terugkomen: {kwijt}")
    return kwijt


def een_keer(pagina: Any, adres: str, duur: float) -> list[str]:
    """Typ een tijd (in milliseconden), sluit zonder afscheid, kom terug; geef wat er mist."""
    lees = "document.querySelector('.lv-levend input[type=text]').value"
    pagina.goto(adres)
    pagina.wait_for_selector(".lv-meteen .lv-levend input[type=text]")
    pagina.evaluate(TYP_DOOR, ["abcdefghijklmnopqrstuvwxyz0123456789" * 3])
    pagina.wait_for_timeout(duur)
    toen = pagina.evaluate(lees)
    pagina.wait_for_timeout(300)  # de belofte: wat toen getypt was, staat nu op het apparaat
    pagina.close(run_before_unload=False)
    opnieuw = pagina.context.new_page()
    opnieuw.goto(adres)
    knop = opnieuw.locator(".lv-start:not([hidden]) .lv-knop")
    veld = opnieuw.locator(".lv-levend input[type=text]").first
    knop.or_(veld).first.wait_for()
    klaar = "[data-lv-toestand=klaar] .lvs-scherm:not([inert])"
    if knop.count():
        knop.click()
        opnieuw.wait_for_selector(klaar, timeout=60_000)
    staat = veld.input_value()
    veld.focus()
    opnieuw.wait_for_selector(klaar, timeout=60_000)
    opnieuw.wait_for_timeout(500)
    daarna = veld.input_value()
    return [f"{toen!r} werd {wat!r}" for wat in (staat, daarna) if toen not in wat]
