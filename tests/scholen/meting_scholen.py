"""Meet hoe snel zestig bestanden van tweehonderd mensen opengaan en naast elkaar staan.

``python tests/scholen/meting_scholen.py`` meet in gewoon Python, naast pandas dat dezelfde
antwoorden leest. Met ``--pagina MAP`` meet het ook in de gebouwde bladzijde (``book/_build/html``):
van het kiezen van de bestanden tot de lijst er staat, en van de klik tot de figuur er staat.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HIER = Path(__file__).parent
WORTEL = HIER.parents[1]
sys.path[:0] = [
    str(map_) for map_ in (HIER, WORTEL, WORTEL / "book" / "_ext", HIER.parent / "browser")
]

from scholenproef import INHOUD, open_alle, scan  # noqa: E402

from lv_tools.scholen.model.uitkomst import compute  # noqa: E402
from lv_tools.scholen.verslag.document import side_by_side  # noqa: E402

#: Pyarrow is alleen voor deze ene vergelijking, en hoort daarom niet bij wat het boek nodig heeft.
ZONDER_PARQUET = (
    "pandas, parquet: niet gemeten, want pyarrow is er niet. Wie het wil weten, draait "
    "`VIRTUAL_ENV=.venv .venv/bin/uv run --no-project --with pyarrow "
    "python tests/scholen/meting_scholen.py`"
)
ROLLEN = ("bestuur", "schoolleiding", "staf", "docent")


def maak(scholen: int, mensen: int) -> dict[str, bytes]:
    """Maak bestanden met de volledige lijst, zoals de zelfevaluatie ze schrijft."""
    wie = tuple((ROLLEN[n % 4], 2 + n % 2) for n in range(mensen))
    return {
        f"school-{n:02}.lv.json": scan(f"School {n:02}", wie, versie="volledig")
        for n in range(scholen)
    }


def als_tabel(bestanden: dict[str, bytes]) -> list[tuple[list[str], list[list[object]]]]:
    """Geef van elk bestand dezelfde antwoorden als tabel: een rij per mens."""
    from lv_tools.bouwdoos.openen import open_object, read_whole

    tabellen = []
    for naam, inhoud in bestanden.items():
        (bron,) = open_object(read_whole(inhoud, naam), naam).werk.staat.groep.bronnen
        codes = list(bron.respondenten[0].antwoorden)
        rijen = [[r.rol, *(r.antwoorden[c] for c in codes)] for r in bron.respondenten]
        tabellen.append((["rol", *codes], rijen))
    return tabellen


def duur(wat: Callable[[], object], keren: int = 3) -> float:
    """Geef de mediaan in seconden rekentijd: die hangt niet af van wat er verder draait."""
    tijden = []
    for _ in range(keren):
        begin = time.process_time()
        wat()
        tijden.append(time.process_time() - begin)
    return statistics.median(tijden)


def met_pandas(tabellen: list[tuple[list[str], list[list[object]]]]) -> dict[str, float]:
    """Lees dezelfde antwoorden met pandas, en neem per school het midden van elke stelling."""
    import pandas as pd

    uit = {}
    with tempfile.TemporaryDirectory() as map_:
        csvs, parquets = [], []
        for nummer, (kolommen, rijen) in enumerate(tabellen):
            buffer = io.StringIO()
            csv.writer(buffer).writerows([kolommen, *rijen])
            csvs.append(Path(map_) / f"{nummer}.csv")
            csvs[-1].write_text(buffer.getvalue())
            parquets.append(csvs[-1].with_suffix(".parquet"))

        def lees_csv() -> object:
            alles = pd.concat(
                [pd.read_csv(pad).assign(school=pad.stem) for pad in csvs], ignore_index=True
            )
            return alles.drop(columns="rol").groupby("school").median()

        uit["pandas, csv"] = duur(lees_csv)
        try:
            for pad, doel in zip(csvs, parquets, strict=True):
                pd.read_csv(pad).to_parquet(doel)
        except ImportError:
            return uit

        def lees_parquet() -> object:
            alles = pd.concat(
                [pd.read_parquet(pad).assign(school=pad.stem) for pad in parquets],
                ignore_index=True,
            )
            return alles.drop(columns="rol").groupby("school").median()

        uit["pandas, parquet"] = duur(lees_parquet)
    return uit


def in_de_pagina(site: Path, bestanden: dict[str, bytes], map_: Path) -> tuple[float, float]:
    """Kies de bestanden in de bladzijde; geef de seconden tot de lijst en tot de figuur."""
    import functools
    import http.server
    import threading

    from playwright.sync_api import sync_playwright
    from starten import start

    class Stil(http.server.SimpleHTTPRequestHandler):
        """Een server die op het scherm niets zegt."""

        def log_message(self, *_: object) -> None:
            pass

    soort = functools.partial(Stil, directory=str(site))
    with (
        http.server.ThreadingHTTPServer(("127.0.0.1", 0), soort) as server,
        sync_playwright() as spel,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = spel.chromium.launch(executable_path=os.environ.get("LV_CHROMIUM"))
        pagina = browser.new_page()
        pagina.goto(f"http://127.0.0.1:{server.server_port}/instrumenten/scholen.html")
        start(pagina)
        # Van de schijf, zoals een lezer: bestanden uit het geheugen gaan eerst door Playwright.
        paden = [map_ / naam for naam in bestanden]
        for pad in paden:
            pad.write_bytes(bestanden[pad.name])
        begin = time.perf_counter()
        pagina.locator("input[type=file]").first.set_input_files(paden)
        klaar = pagina.get_by_text(f"{len(bestanden)} uitkomsten erbij").first
        klaar.wait_for(timeout=120_000)
        lijst = time.perf_counter() - begin
        begin = time.perf_counter()
        pagina.get_by_role("tab", name="Naast elkaar").click()
        pagina.locator(".js-plotly-plot").first.wait_for(timeout=60_000)
        figuur = time.perf_counter() - begin
        browser.close()
        server.shutdown()
    return lijst, figuur


def main() -> None:
    """Meet en schrijf het op."""
    vraag = argparse.ArgumentParser(description=__doc__)
    vraag.add_argument("--scholen", type=int, default=60)
    vraag.add_argument("--mensen", type=int, default=200)
    vraag.add_argument("--keren", type=int, default=3)
    vraag.add_argument("--pagina", type=Path)
    keuze = vraag.parse_args()
    bestanden = maak(keuze.scholen, keuze.mensen)
    groot = sum(map(len, bestanden.values())) / 1e6
    print(f"{keuze.scholen} scholen met {keuze.mensen} mensen: {groot:.1f} MB")

    def alles() -> object:
        return list(side_by_side(compute(open_alle(bestanden), INHOUD)))

    eigen = duur(alles, keuze.keren)
    print(f"openen en naast elkaar, in Python: {eigen:.2f} s")
    pandas = met_pandas(als_tabel(bestanden))
    for naam, seconden in pandas.items():
        print(f"{naam}: {seconden:.2f} s; wij doen er {eigen / seconden:.1f} keer zo lang over")
    if "pandas, parquet" not in pandas:
        print(ZONDER_PARQUET)
    if keuze.pagina:
        for _ in range(keuze.keren):
            with tempfile.TemporaryDirectory() as map_:
                lijst, figuur = in_de_pagina(keuze.pagina, bestanden, Path(map_))
            # Wat er verder op de computer draait, telt hier wel mee.
            drukte = f"drukte {os.getloadavg()[0]:.1f} op {os.cpu_count()} kernen"
            print(
                f"in de bladzijde: {lijst:.2f} s tot de lijst, {figuur:.2f} s tot de figuur, "
                f"samen {lijst + figuur:.2f} s ({drukte})"
            )


if __name__ == "__main__":
    main()
