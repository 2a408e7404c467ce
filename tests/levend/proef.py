"""Bouw het proefboek: een klein boek met twee hulpmiddelen (ipywidgets en anywidget)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HIER = Path(__file__).resolve().parent
EXT = HIER.parents[1] / "book" / "_ext"
#: Zo lang mag de bouw duren voor wie erop wacht.
BOUW_S = 300


def leg_proefboek_klaar(werk: Path) -> None:
    """Kopieer het proefboek naar ``werk``, zonder het te bouwen."""
    shutil.copytree(HIER / "proefboek", werk, dirs_exist_ok=True)
    config = werk / "boek" / "_config.yml"
    config.write_text(config.read_text("utf-8").replace("EXT", EXT.as_posix()), "utf-8")


def bouw_proefboek(werk: Path, **omgeving: str) -> Path:
    """Bouw het proefboek in ``werk`` (opnieuw) en geef de map van de site.

    Wat er al staat, blijft: zo is een tweede bouw met een gewijzigde regel te beproeven.
    """
    if not (werk / "boek").exists():
        leg_proefboek_klaar(werk)
    schoon = {k: v for k, v in os.environ.items() if not k.startswith(("BOEK_", "LV_TOOLS_"))}
    uitkomst = subprocess.run(
        [Path(sys.executable).with_name("jupyter-book"), "build", "boek", "--path-output", "uit"],
        cwd=werk,
        env={**schoon, "PYTHONPATH": str(werk), **omgeving},
        capture_output=True,
        text=True,
        check=False,
    )
    verslag = uitkomst.stdout + uitkomst.stderr
    assert uitkomst.returncode == 0, verslag[-4000:]
    (werk / "bouw.log").write_text(verslag, "utf-8")
    return werk / "uit" / "_build" / "html"


def gedeeld_proefboek(map_: Path) -> Path:
    """Bouw het proefboek in ``map_`` één keer voor alle werkers samen, en geef de werkmap.

    Wie het eerst komt, bouwt; de anderen wachten tot het er is. Wijzig er niets in: kopieer het.
    """
    werk, klaar = map_ / "proefboek", map_ / "proefboek-klaar"
    try:
        (map_ / "proefboek-bezig").mkdir()
    except FileExistsError:
        einde = time.monotonic() + BOUW_S
        while not klaar.exists():
            assert time.monotonic() < einde, "de werker die het proefboek bouwt, kwam niet klaar"
            time.sleep(0.2)
        return werk
    bouw_proefboek(werk)
    klaar.touch()
    return werk
