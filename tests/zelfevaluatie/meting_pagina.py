"""Meet in de pagina van de lezer: 5.000 respondenten op 48 stellingen, van tabel tot uitslag.

Bouw eerst het boek en draai dan ``python tests/zelfevaluatie/meting_pagina.py [SITE]``. Chromium
opent de pagina en start het hulpmiddel; daarna telt elke ronde de tijd van het kiezen van de tabel
tot de melding, en van het openen van de uitslag tot haar eerste figuur. Ernaast staat pandas, op
dezelfde machine en in dezelfde ronde.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

HIER = Path(__file__).resolve()
WORTEL = HIER.parents[2]
MAPPEN = (HIER.parent, WORTEL / "tests" / "browser", WORTEL, WORTEL / "book" / "_ext")
sys.path[:0] = [str(map_) for map_ in MAPPEN]

from levend.serveer import serveer  # noqa: E402 - pas te vinden na de regel hierboven
from meting_5000 import AANTAL, make_csv, timed, with_pandas  # noqa: E402 - idem
from starten import start  # noqa: E402 - idem

RONDEN = 5
KLAAR_MS = 120_000
SCHERM = ".lvs-scherm"


def one_round(pagina: Page, adres: str, tabel: dict[str, object]) -> tuple[float, float]:
    """Geef de seconden voor het inlezen en voor de uitslag, met een leeg hulpmiddel."""
    pagina.goto(adres)
    start(pagina)
    expect(pagina.get_by_label("Naam van de scan")).to_be_editable(timeout=KLAAR_MS)
    pagina.get_by_role("tab", name="3. Samenbrengen").click()
    kies = pagina.locator("input[type=file][multiple]").locator("visible=true").first
    begin = time.perf_counter()
    kies.set_input_files(tabel)  # type: ignore[arg-type] # naam, soort en bytes
    melding = pagina.locator(SCHERM).get_by_text(re.compile(r"5\.?000 mensen erbij"))
    melding.wait_for(timeout=KLAAR_MS)
    gelezen = time.perf_counter()
    pagina.get_by_role("tab", name="4. Uitslag").click()
    pagina.get_by_text(re.compile(r"Dit rust op 5\.?000 mensen")).wait_for(timeout=KLAAR_MS)
    figuur = pagina.locator(f"{SCHERM} figure").locator("visible=true").first
    figuur.scroll_into_view_if_needed()
    figuur.locator("svg").first.wait_for(state="attached", timeout=KLAAR_MS)
    return gelezen - begin, time.perf_counter() - gelezen


def main() -> None:
    """Druk de mediaan van elke stap af, met de verhouding tot pandas."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else WORTEL / "book" / "_build" / "html")
    chromium = os.environ.get("LV_CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    inhoud = make_csv()
    with_pandas(inhoud)  # het laden van pandas zelf telt niet mee
    tabel = {"name": "lijst.csv", "mimeType": "text/csv", "buffer": inhoud}
    ronden = []
    with serveer({"/": site}) as basis, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(RONDEN):
            context = browser.new_context(locale="nl-NL")
            pandas_duur, _geteld = timed(lambda: with_pandas(inhoud))
            adres = f"{basis}/instrumenten/zelfevaluatie.html"
            ronden.append((pandas_duur, *one_round(context.new_page(), adres, tabel)))
            context.close()
        browser.close()
    print(f"{AANTAL} respondenten x 48 stellingen in de pagina, {RONDEN} ronden")
    for stap, naam in enumerate(
        ("pandas: lezen en tellen", "tabel gekozen tot gelezen", "uitslag")
    ):
        duur = statistics.median(ronde[stap] for ronde in ronden)
        keer = statistics.median(ronde[stap] / ronde[0] for ronde in ronden)
        print(f"{naam:<30}{duur:8.2f} s{keer:8.1f} x pandas")


if __name__ == "__main__":
    main()
