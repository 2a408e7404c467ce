"""Meet hoe lang 10.000 respondenten duren: lezen, tellen, uitrekenen, tekenen en bewaren.

Draai vanuit de wortel van het project: ``python tests/urgentiemeter/meting_10000.py``. Elke stap
staat naast een bodem uit dezelfde ronde: hetzelfde bestand alleen ontleden met ``csv`` uit de
standaardbibliotheek. De verhouding is de mediaan van vijf ronden.
"""

from __future__ import annotations

import csv
import io
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from lv_tools.basis.antwoorden.tabel import read_rows
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.tabellen.tabelbestand import read_table
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.urgentiemeter.bestand.lezen import read_scan, scan_to_file
from lv_tools.urgentiemeter.figuur.groep import draw_distribution, draw_quadrant
from lv_tools.urgentiemeter.model.openen import opened
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.model.uitslag import compute
from lv_tools.urgentiemeter.teksten import instrument

AANTAL = 10_000
RONDEN = 5
INHOUD = instrument()


def make_csv(aantal: int = AANTAL) -> bytes:
    """Maak een tabel met verzonnen antwoorden, elke keer dezelfde."""
    kans = random.Random(20261122)
    rollen = [rol.code for rol in INHOUD.vragen.rollen]
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(["nummer", "rol", *INHOUD.stellingen, *INHOUD.standaarden])
    for nummer in range(aantal):
        antwoorden = [kans.choice(["1", "2", "3", "4", "weet ik niet"]) for _ in INHOUD.stellingen]
        kruisjes = [kans.choice(["", "", "x"]) for _ in INHOUD.standaarden]
        schrijver.writerow([nummer, kans.choice(rollen), *antwoorden, *kruisjes])
    return uit.getvalue().encode("utf-8-sig")


def timed(functie: Callable[[], Any]) -> tuple[float, Any]:
    """Geef de duur in seconden en de uitkomst."""
    begin = time.perf_counter()
    uitkomst = functie()
    return time.perf_counter() - begin, uitkomst


def one_round(inhoud: bytes) -> dict[str, float]:
    """Doe alle stappen eenmaal."""
    bodem, _ = timed(
        lambda: list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))
    )
    lezen, inlezing = timed(lambda: read_rows(read_table("lijst", inhoud), "lijst", INHOUD.vragen))
    bron: Bron = inlezing.bron
    scan = opened(Scan(groep=Groep("anoniem", bronnen=(bron,))), INHOUD)
    rekenen, uitslag = timed(lambda: compute(scan, INHOUD))
    if uitslag.beleving.personen != AANTAL:
        raise SystemExit(f"er zijn {uitslag.beleving.personen} mensen geteld, geen {AANTAL}")
    tekenen, _ = timed(
        lambda: (
            draw_quadrant(uitslag, INHOUD),
            draw_distribution(uitslag.beleving.geheel, uitslag, INHOUD),
        )
    )
    bewaren, tekst = timed(lambda: scan_to_file(scan, INHOUD))
    openen, terug = timed(lambda: read_scan(tekst, INHOUD, "de meting"))
    if terug != scan:
        raise SystemExit("wat bewaard is, kwam anders terug")
    return {
        "bodem: csv ontleden": bodem,
        "lezen": lezen,
        "tellen en uitrekenen": rekenen,
        "figuren": tekenen,
        "bewaren": bewaren,
        "openen": openen,
    }


def main() -> None:
    """Druk de mediaan van elke stap af, met de verhouding tot de bodem."""
    inhoud = make_csv()
    ronden = [one_round(inhoud) for _ in range(RONDEN)]
    print(f"{AANTAL} respondenten, {len(inhoud) / 1e6:.2f} MB CSV, {RONDEN} ronden, {sys.platform}")
    for stap in ronden[0]:
        duur = statistics.median(ronde[stap] for ronde in ronden)
        keer = statistics.median(ronde[stap] / ronde["bodem: csv ontleden"] for ronde in ronden)
        print(f"{stap:<24}{duur:8.3f} s{keer:8.1f} x bodem")


if __name__ == "__main__":
    main()
