"""Meet hoe lang 5.000 respondenten op 48 stellingen duren: van tabel tot verslag.

Draai vanuit de wortel van het project: ``python tests/zelfevaluatie/meting_5000.py``. Elke stap
staat naast pandas op dezelfde machine en in dezelfde ronde: hetzelfde bestand inlezen met
``read_csv`` en per rol en stelling de aantallen per antwoord tellen. De verhouding is de mediaan
van vijf ronden.
"""

from __future__ import annotations

import csv
import io
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.zelfevaluatie.bestand.inlezen import add_file
from lv_tools.zelfevaluatie.bestand.scan import scan_from_file, scan_to_file
from lv_tools.zelfevaluatie.figuur.stippen import draw_dots
from lv_tools.zelfevaluatie.figuur.verdeling import draw_distribution
from lv_tools.zelfevaluatie.figuur.web import draw_radar
from lv_tools.zelfevaluatie.model.opzet import new_setup
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.staat import scan_of, state_of
from lv_tools.zelfevaluatie.model.uitslag import compute
from lv_tools.zelfevaluatie.teksten import instrument
from lv_tools.zelfevaluatie.verslag.document import report
from lv_tools.zelfevaluatie.verslag.tabellen import all_tables

AANTAL = 5_000
RONDEN = 5
INHOUD = instrument()
OPZET = replace(new_setup(INHOUD), modus="anoniem")


def make_csv(aantal: int = AANTAL) -> bytes:
    """Maak een tabel met verzonnen antwoorden, elke keer dezelfde."""
    kans = random.Random(20261122)
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(["nummer", "rol", *INHOUD.stellingen])
    for nummer in range(aantal):
        antwoorden = [kans.choice(["1", "2", "3", "4", "weet ik niet"]) for _ in INHOUD.stellingen]
        schrijver.writerow([nummer, kans.choice(OPZET.groepen), *antwoorden])
    return uit.getvalue().encode("utf-8-sig")


def timed(functie: Callable[[], Any]) -> tuple[float, Any]:
    """Geef de duur in seconden en de uitkomst."""
    begin = time.perf_counter()
    uitkomst = functie()
    return time.perf_counter() - begin, uitkomst


def with_pandas(inhoud: bytes) -> Any:
    """Lees en tel met pandas: per rol en stelling de aantallen per antwoord."""
    import pandas

    tabel = pandas.read_csv(io.BytesIO(inhoud), sep=";")
    lang = tabel.melt(id_vars=["nummer", "rol"], var_name="stelling", value_name="antwoord")
    return lang.groupby(["rol", "stelling", "antwoord"]).size()


def one_round(inhoud: bytes) -> dict[str, float]:
    """Doe alle stappen eenmaal."""
    pandas_duur, geteld = timed(lambda: with_pandas(inhoud))
    leeg = state_of(Scan(OPZET), INHOUD)
    lezen, (staat, _gedaan) = timed(lambda: add_file(leeg, "lijst.csv", inhoud, INHOUD))
    scan = scan_of(staat, INHOUD)
    rekenen, uitslag = timed(lambda: compute(scan, INHOUD))
    if uitslag.personen != AANTAL or len(uitslag.stellingen) != 48:
        raise SystemExit(
            f"er zijn {uitslag.personen} mensen en {len(uitslag.stellingen)} stellingen"
        )
    bestuur, code = uitslag.groep("bestuur"), next(iter(uitslag.stellingen))
    if bestuur.stellingen[code].verdeling.aantallen[0] != geteld["bestuur", code, "1"]:
        raise SystemExit("pandas telt iets anders")
    tekenen, _ = timed(
        lambda: (
            draw_radar(uitslag, INHOUD),
            draw_dots(uitslag, INHOUD),
            [draw_distribution(t, uitslag.geheel, uitslag, INHOUD) for t in OPZET.themas],
        )
    )
    verslag, _ = timed(lambda: (report(uitslag, INHOUD), all_tables(uitslag, INHOUD)))
    bewaren, tekst = timed(lambda: scan_to_file(scan, INHOUD))
    openen, terug = timed(lambda: scan_from_file(tekst, INHOUD))
    if terug != scan or not isinstance(terug.bronnen[0], Bron):
        raise SystemExit("wat bewaard is, kwam anders terug")
    return {
        "pandas: lezen en tellen": pandas_duur,
        "lezen en controleren": lezen,
        "uitrekenen": rekenen,
        "figuren": tekenen,
        "verslag en tabellen": verslag,
        "samen: van tabel tot verslag": lezen + rekenen + tekenen + verslag,
        "bewaren": bewaren,
        "openen": openen,
    }


def main() -> None:
    """Druk de mediaan van elke stap af, met de verhouding tot pandas."""
    inhoud = make_csv()
    with_pandas(inhoud)  # het laden van pandas zelf telt niet mee
    ronden = [one_round(inhoud) for _ in range(RONDEN)]
    print(f"{AANTAL} respondenten x 48 stellingen, {len(inhoud) / 1e6:.2f} MB CSV, {RONDEN} ronden")
    for stap in ronden[0]:
        duur = statistics.median(ronde[stap] for ronde in ronden)
        keer = statistics.median(ronde[stap] / ronde["pandas: lezen en tellen"] for ronde in ronden)
        print(f"{stap:<30}{duur:8.3f} s{keer:8.1f} x pandas")


if __name__ == "__main__":
    main()
