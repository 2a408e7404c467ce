"""Meet hoe lang het duurt van klik tot bruikbaar, afgezet tegen een kale Pyodide.

Gebruik: ``python meting.py [SITE] [PAGINA] [--rondes 5]``. Elke ronde start beide, om en om,
met een vers browserprofiel (koud) en daarna nog eens met hetzelfde profiel (warm). Wat telt is de
verhouding binnen een ronde: een drukke computer maakt beide trager. Bruikbaar is: het eerste veld
of de eerste knop van het hulpmiddel staat er, doet het, en komt in het volgende beeld.

Ook gemeten: een klik in het hulpmiddel tot Python klaar is, en een tweede hulpmiddel op dezelfde
pagina (daarvoor wordt de pagina tijdelijk aangevuld met een ander hulpmiddel uit het boek).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

if not __package__:  # als los script gestart: de map van de uitbreidingen staat nog niet op het pad
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from levend.meting_meteen import (
    Meetbrowser,
    MetingError,
    als_gegevens,
    als_tabel,
    duur,
    meet_meteen,
)
from levend.meting_typen import SECONDEN, tel_verlies
from levend.serveer import INPAKKEN, Lijn, ingepakt, serveer
from levend.vendor import npm_pakket

TWEEDE = "hulpmiddel-tweede"
LADING = re.compile(r'(<script[^>]* id="lv-lading"[^>]*>)(.*?)(</script>)', re.DOTALL)
VAK = re.compile(r'<section class="lv-hulpmiddel".*?class="lv-code">.*?</section>', re.DOTALL)
SITE = Path(__file__).resolve().parents[2] / "_build" / "html"

VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
]

#: Een veld of knop die de lezer kan gebruiken; zolang het herstel van wat bewaard was nog loopt, is
#: het hulpmiddel ``inert``.
BRUIKBAAR = (
    "{vak}[data-lv-toestand=klaar] .lv-levend :is(input, select, textarea, button):not([inert] *)"
)
#: Klik (zonder de aanloop van een muis) en wacht tot het er is; geeft milliseconden.
METEN = """([knop, klaar]) => new Promise((gelukt) => {
  const begin = performance.now();
  const kijk = () => document.querySelector(klaar) && (wacht.disconnect(),
    requestAnimationFrame(() => gelukt(performance.now() - begin)));
  const wacht = new MutationObserver(kijk);
  wacht.observe(document, { subtree: true, childList: true, attributes: true });
  document.querySelector(knop).click();
})"""
#: Klik het eerste vakje aan en wacht tot Python klaar is; de mediaan van vijf keer.
CALLBACK = """async () => {
  const vakje = document.querySelector(".lv-levend input[type=checkbox]");
  if (!vakje) return null;
  const duren = [];
  for (let keer = 0; keer < 5; keer += 1) {
    duren.push(await new Promise((klaar) => {
      const begin = performance.now();
      const hoor = ({ data }) => {
        if (data.soort !== "gedaan" || lvKern.lopend.size) return;
        lvKern.werker.removeEventListener("message", hoor);
        klaar(performance.now() - begin);
      };
      lvKern.werker.addEventListener("message", hoor);
      vakje.click();
      setTimeout(klaar, 10000, NaN);
    }));
    await new Promise((verder) => setTimeout(verder, 300));
  }
  return duren.sort((a, b) => a - b)[2];
}"""
STAPPEN = """() => Object.fromEntries(Object.entries(globalThis.lvKern?.stappen ?? {})
  .map(([naam, tijd]) => [naam, tijd - lvKern.stappen.begin]))"""


@dataclass(frozen=True, slots=True)
class Meting:
    """Een start.

    Attributes
    ----------
    duur : float
        Milliseconden van klik tot bruikbaar.
    stappen : dict of str to float
        Milliseconden van klik tot elke stap; leeg bij de kale Pyodide.
    bytes_ : int
        Wat er over de lijn ging.
    callback : float or None
        Milliseconden van een klik in het hulpmiddel tot Python klaar is.
    tweede : float or None
        Milliseconden van klik tot bruikbaar, voor een tweede hulpmiddel op dezelfde pagina.
    """

    duur: float
    stappen: dict[str, float]
    bytes_: int
    callback: float | None = None
    tweede: float | None = None


def kale_site(doel: Path) -> Path:
    """Zet de ondergrens klaar: Pyodide zoals uitgegeven, met een pagina van een knop."""
    shutil.copytree(Path(__file__).parent / "kaal", doel, dirs_exist_ok=True)
    shutil.copytree(npm_pakket("pyodide"), doel / "pyodide", dirs_exist_ok=True)
    return doel


def pagina_met_twee(site: Path, pagina: str, ander: str) -> str:
    """Geef de HTML van een pagina met er een tweede hulpmiddel bij, dat van een andere pagina.

    Verwijzingen beginnen in de uitkomst bij ``/boek/``.
    """
    eerste, tweede = ((site / naam).read_text("utf-8") for naam in (pagina, ander))
    lading, erbij = (json.loads(LADING.search(html)[2]) for html in (eerste, tweede))
    al = {bestand["adres"] for bestand in lading["bestanden"]}
    lading["hulpmiddelen"] = sorted({*lading["hulpmiddelen"], *erbij["hulpmiddelen"]})
    lading["bestanden"] += [b for b in erbij["bestanden"] if b["adres"] not in al]
    lading["totaal"] = sum(bestand["verpakt"] for bestand in lading["bestanden"])
    tekst = json.dumps(lading).replace("<", "\\u003c")
    html = LADING.sub(lambda deel: deel[1] + tekst + deel[3], eerste)
    vak = VAK.search(tweede)[0].replace("hulpmiddel-1", TWEEDE)
    html = VAK.sub(lambda deel: deel[0] + vak, html, count=1)
    return html.replace('"../', '"/boek/')


def meet(browser: Any, adres: str, knop: str, klaar: str, lijn: Lijn) -> Meting:
    """Open een pagina, klik en meet."""
    pagina = browser.new_page()
    pagina.goto(adres)
    pagina.wait_for_load_state("networkidle")
    lijn.verzonden.clear()
    duur = pagina.evaluate(METEN, [knop, klaar])
    bytes_, stappen = sum(lijn.verzonden.values()), pagina.evaluate(STAPPEN)
    callback = pagina.evaluate(CALLBACK) if stappen else None
    uitkomst = Meting(duur, stappen, bytes_, callback)
    pagina.close()
    return uitkomst


def meet_tweede(browser: Any, adres: str) -> float:
    """Meet op een pagina met twee hulpmiddelen hoe snel het tweede er is."""
    pagina = browser.new_page()
    pagina.goto(adres)
    pagina.wait_for_load_state("networkidle")
    pagina.evaluate(METEN, [".lv-knop", BRUIKBAAR.format(vak="#hulpmiddel-1")])
    pagina.wait_for_timeout(1500)  # zo lang kijkt een lezer zeker naar het eerste
    duur: float = pagina.evaluate(
        METEN, [f"#{TWEEDE} .lv-knop", BRUIKBAAR.format(vak=f"#{TWEEDE}")]
    )
    pagina.close()
    return duur


@contextlib.contextmanager
def profiel(speler: Any, map_: str, chromium: str) -> Iterator[Any]:
    """Open een browser met een eigen profielmap."""
    browser = speler.chromium.launch_persistent_context(
        map_, executable_path=chromium, args=VLAGGEN, headless=True
    )
    try:
        yield browser
    finally:
        browser.close()


def pak_in(wortels: dict[str, Path]) -> None:
    """Laat de server alles vooraf inpakken, want een echte server heeft dat ook al gedaan."""
    for wortel in wortels.values():
        for pad in wortel.rglob("*"):
            if pad.is_file() and pad.suffix in INPAKKEN and pad.stat().st_size > 100_000:
                ingepakt(pad, pad.stat().st_mtime)


def ronde(speler: Any, adressen: dict[str, tuple[str, str, str]], lijn: Lijn, chromium: str) -> Any:
    """Meet elk adres koud en warm; geeft ``{(wat, temperatuur): Meting}``."""
    uitkomst = {}
    for wat, (adres, knop, klaar) in adressen.items():
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as map_:
            for temperatuur in ("koud", "warm"):
                with profiel(speler, map_, chromium) as browser:
                    meting = meet(browser, adres, knop, klaar, lijn)
                    if wat == "boek":
                        twee = adres.partition("/boek/")[0] + "/twee/index.html"
                        meting = replace(meting, tweede=meet_tweede(browser, twee))
                    uitkomst[wat, temperatuur] = meting
                    browser.pages[0].wait_for_timeout(1500)  # tijd om de cache weg te schrijven
    return uitkomst


def main() -> None:
    """Opdrachtregel: meet en druk de tabel af."""
    ontleder = argparse.ArgumentParser(description=__doc__)
    ontleder.add_argument("site", type=Path, nargs="?", default=SITE)
    ontleder.add_argument("pagina", nargs="?", default="instrumenten/bevindingenverkenner.html")
    ontleder.add_argument("--ander", default="instrumenten/gespreksprompter.html")
    ontleder.add_argument("--rondes", type=int, default=5)
    ontleder.add_argument(
        "--chromium", default=os.environ.get("LV_CHROMIUM") or "/usr/bin/chromium"
    )
    ontleder.add_argument(
        "--meteen", action="store_true", help="meet van het eerste beeld tot het eerste teken"
    )
    ontleder.add_argument("--verlies", type=int, default=0, help="typ zo vaak door alles heen")
    ontleder.add_argument("--json", type=Path, help="schrijf ook de losse metingen")
    keuze = ontleder.parse_args()
    from playwright.sync_api import sync_playwright

    alles = []
    with tempfile.TemporaryDirectory() as kaal, sync_playwright() as speler:
        twee = Path(kaal) / "twee"
        twee.mkdir()
        html = pagina_met_twee(keuze.site, keuze.pagina, keuze.ander)
        (twee / "index.html").write_text(html, "utf-8")
        wortels = {
            "/boek/": keuze.site,
            "/kaal/": kale_site(Path(kaal) / "kaal"),
            "/twee/": twee,
        }
        if keuze.meteen or keuze.verlies:
            eigen = {naam: wortels[naam] for naam in ("/boek/", "/kaal/")}
            pak_in(eigen)
            meet_begin(Meetbrowser(speler, keuze.chromium, tuple(VLAGGEN)), eigen, keuze)
            return
        for naam, snelheid, vertraging in (("vrij", 0, 0), ("20 Mbit/s, 40 ms", 2.5e6, 0.04)):
            lijn = Lijn(snelheid, vertraging)
            with serveer(wortels, lijn) as basis:
                pak_in(wortels)
                adressen = {
                    "kaal": (f"{basis}/kaal/index.html", "#start", "#uit:not(:empty)"),
                    "boek": (
                        f"{basis}/boek/{keuze.pagina}",
                        ".lv-knop",
                        BRUIKBAAR.format(vak=".lv-hulpmiddel"),
                    ),
                }
                rondes = []
                for nummer in range(keuze.rondes):
                    volgorde = adressen if nummer % 2 else dict(reversed(adressen.items()))
                    rondes.append(ronde(speler, volgorde, lijn, keuze.chromium))
                    print(".", end="", file=sys.stderr, flush=True)
            druk_af(naam, rondes)
            alles.append((naam, rondes))
    if keuze.json:
        keuze.json.write_text(
            json.dumps(
                [
                    [naam, [{"/".join(k): (m.duur, m.stappen, m.bytes_) for k, m in r.items()}]]
                    for naam, rondes in alles
                    for r in rondes
                ]
            )
        )


def meet_begin(browser: Meetbrowser, wortels: dict[str, Path], keuze: argparse.Namespace) -> None:
    """Meet hoe snel een lezer kan beginnen en of er iets zoekraakt; druk de tabel af."""
    minuten = (duur(keuze.rondes) if keuze.meteen else 0) + keuze.verlies * SECONDEN / 60
    print(f"Dit duurt op een rustige computer ongeveer {minuten:.0f} minuten.", file=sys.stderr)
    try:
        tijden, bytes_ = meet_meteen(browser, wortels, keuze.rondes) if keuze.meteen else ({}, {})
        verlies = (tel_verlies(browser, wortels, keuze.verlies), keuze.verlies)
    except MetingError as fout:
        raise SystemExit(f"De meting is afgebroken. {fout}") from fout
    if tijden:
        print(als_tabel(tijden, bytes_, verlies if keuze.verlies else None))
    else:
        print(f"{verlies[0]} tekens kwijt bij {verlies[1]} keer typen, afbreken en terugkomen.")
    if keuze.json:
        keuze.json.write_text(json.dumps({"tijden": als_gegevens(tijden), "bytes": bytes_}))
    raise SystemExit(1 if verlies[0] else 0)


def druk_af(lijn: str, rondes: list[dict[tuple[str, str], Meting]]) -> None:
    """Druk medianen, verhoudingen en stappen af."""
    print(f"\nLijn: {lijn} ({len(rondes)} rondes, mediaan; verhouding = boek / kaal per ronde)")
    for temperatuur in ("koud", "warm"):
        boek = [r["boek", temperatuur] for r in rondes]
        kaal = [r["kaal", temperatuur] for r in rondes]
        verhouding = statistics.median(b.duur / k.duur for b, k in zip(boek, kaal, strict=True))
        print(
            f"  {temperatuur}: verhouding {verhouding:.2f}  "
            f"boek {statistics.median(b.duur for b in boek):.0f} ms "
            f"({statistics.median(b.bytes_ for b in boek) / 1e6:.2f} MB)  "
            f"kaal {statistics.median(k.duur for k in kaal):.0f} ms "
            f"({statistics.median(k.bytes_ for k in kaal) / 1e6:.2f} MB)"
        )
        stappen = {
            naam: statistics.median(b.stappen[naam] for b in boek) for naam in boek[0].stappen
        }
        callbacks = [b.callback for b in boek if b.callback]
        if callbacks:
            print(f"    klik in het hulpmiddel: {statistics.median(callbacks):.0f} ms")
        tweede = statistics.median(b.tweede for b in boek if b.tweede)
        print(f"    tweede hulpmiddel op de pagina: {tweede:.0f} ms")
        print("    stappen (ms):", ", ".join(f"{n} {t:.0f}" for n, t in stappen.items()))


if __name__ == "__main__":
    main()
