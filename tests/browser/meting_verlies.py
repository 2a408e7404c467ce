"""Meet of er getypte tekst verloren gaat als een hulpmiddel in het boek abrupt stopt.

    python tests/browser/meting_verlies.py [AANTAL]

Elke keer typt iemand in een eigen Chromium in een van de vier hulpmiddelen, zonder pauze of zoals
een mens, en stopt midden in het typen: de browser of het tabblad valt om, gaat dicht, of gaat naar
een andere bladzijde. Daarna gaat de pagina opnieuw open. Wat ouder was dan een seconde hoort er dan
te staan. De afloopcode is 1 als er ergens een teken ontbreekt. Nodig is een gebouwd boek
(``BOEK_SITE`` of book/_build/html); 56 keer is elk hulpmiddel op elke manier, in elk ritme.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserType, Locator, Page, expect, sync_playwright

WORTEL = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(WORTEL / "tests" / "verlies"), str(WORTEL / "book" / "_ext")]

from einden import EINDEN, RITMES, Zitting, own_chromium, session  # noqa: E402 - zie hierboven
from levend.serveer import serveer  # noqa: E402
from starten import start as start_tool  # noqa: E402

START_MS = 90_000
AANTAL = 20


def _filter(pagina: Page) -> Locator:
    vraag = pagina.locator(".lvs-scherm").get_by_label("Wat wilt u zien?")
    vraag.select_option(label="Kerncijfers")
    return visible(pagina, "Zoek in de tabel")


def _subject(pagina: Page) -> Locator:
    veld = pagina.locator(".lvs-scherm").get_by_label("Ambitie of onderwerp, in eigen woorden")
    if not veld.is_visible():
        pagina.locator("summary", has_text="Een onderwerp kiezen").click()
    return veld


def visible(pagina: Page, label: str) -> Locator:
    """Geef het veld met dit opschrift dat in beeld is."""
    return pagina.locator(".lvs-scherm").get_by_label(label).locator("visible=true").first


#: Per hulpmiddel hoe een gebruiker bij het veld komt waarin hij typt.
VELDEN: dict[str, Callable[[Page], Locator]] = {
    "bevindingenverkenner": _filter,
    "urgentiemeter": lambda pagina: visible(pagina, "Naam van de afdeling"),
    "gespreksprompter": _subject,
    "zelfevaluatie": lambda pagina: visible(pagina, "Eigen groepen"),
}


def start(pagina: Page, hulpmiddel: str) -> Locator:
    """Start het hulpmiddel en geef het veld waarin getypt wordt."""
    start_tool(pagina)
    veld = VELDEN[hulpmiddel](pagina)
    expect(veld).to_be_editable(timeout=START_MS)
    return veld


def work_in(hulpmiddel: str, site: str, soort: BrowserType, profiel: Path) -> Zitting:
    """Geef een zitting in dit hulpmiddel op de gebouwde site."""
    return Zitting(
        own_chromium(soort, profiel),
        adres=f"{site}/instrumenten/{hulpmiddel}.html",
        elders=f"{site}/instrumenten/index.html",
        open=lambda pagina: start(pagina, hulpmiddel).focus(),
        lees=lambda pagina: start(pagina, hulpmiddel).input_value(),
    )


def warm_up(site: str, soort: BrowserType, profiel: Path) -> None:
    """Maak een profiel dat elk hulpmiddel al eens gestart heeft, zodat een start kort duurt."""
    for hulpmiddel in VELDEN:
        zitting = work_in(hulpmiddel, site, soort, profiel)
        zitting.begin().wait_for_timeout(1500)
        zitting.browser.stop()


@dataclass
class Uitkomst:
    """Wat er op een manier gemeten is."""

    keren: int = 0
    tekens: int = 0
    kwijt: int = 0
    fouten: int = 0

    def add(self, oud: int, weg: int) -> None:
        self.keren += 1
        self.tekens += oud
        self.kwijt += weg

    def __str__(self) -> str:
        mis = f"  mislukt {self.fouten}" if self.fouten else ""
        return f"keren {self.keren:4}  tekens {self.tekens:6}  kwijt {self.kwijt:6}{mis}"


def measure(site: str, aantal: int, map_: Path) -> bool:
    """Meet zo vaak als gevraagd, druk de tabel af en zeg of alles er nog was."""
    tabel: dict[tuple[str, str], Uitkomst] = defaultdict(Uitkomst)
    totaal = Uitkomst()
    with sync_playwright() as playwright:
        soort = playwright.chromium
        sjabloon = map_ / "sjabloon"
        warm_up(site, soort, sjabloon)
        # Vier hulpmiddelen en zeven einden: zo komt elk paar een keer voor in 28 keer.
        for keer in range(aantal):
            hulpmiddel = list(VELDEN)[keer % len(VELDEN)]
            einde = list(EINDEN)[keer % len(EINDEN)]
            ritme = list(RITMES)[(keer // len(VELDEN)) % len(RITMES)]
            profiel = map_ / f"profiel-{keer}"
            shutil.copytree(sjabloon, profiel, ignore=shutil.ignore_patterns("Singleton*"))
            begin = time.monotonic()
            vakken = (tabel[hulpmiddel, ""], tabel["", f"{einde} ({ritme})"], totaal)
            with session(work_in(hulpmiddel, site, soort, profiel)) as zitting:
                try:
                    oud, weg = zitting.play(ritme, einde, zaad=keer)
                except Exception as fout:  # een meting die niet lukt, telt als een die faalt
                    print(f"{keer + 1:4} {hulpmiddel} {einde} ({ritme}): {fout}", flush=True)
                    for vak in vakken:
                        vak.fouten += 1
                    continue
            for vak in vakken:
                vak.add(oud, weg)
            print(
                f"{keer + 1:4} {hulpmiddel:21} {einde:9} ({ritme})  {oud:3} tekens, {weg:3} kwijt"
                f"  {time.monotonic() - begin:5.1f} s",
                flush=True,
            )
    print("\nTekens die bij het einde ouder waren dan een seconde:")
    for (hulpmiddel, manier), uitkomst in sorted(tabel.items()):
        print(f"  {hulpmiddel or manier:24} {uitkomst}")
    print(f"  {'samen':24} {totaal}")
    return totaal.kwijt == 0 and totaal.fouten == 0


def main() -> int:
    """Lees het aantal en meet."""
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else AANTAL
    site = Path(os.environ.get("BOEK_SITE") or WORTEL / "book" / "_build" / "html")
    if not (site / "index.html").is_file():
        sys.exit(f"In {site} staat geen gebouwd boek. Bouw het eerst met 'python3 taak.py bouw'.")
    with (
        tempfile.TemporaryDirectory(prefix="lv-verlies-", ignore_cleanup_errors=True) as map_,
        serveer({"/": site}) as adres,
    ):
        return 0 if measure(adres, aantal, Path(map_)) else 1


if __name__ == "__main__":
    sys.exit(main())
