"""Bouw het proefboek: een klein boek met twee hulpmiddelen (ipywidgets en anywidget)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HIER = Path(__file__).resolve().parent
EXT = HIER.parents[1] / "book" / "_ext"


def bouw_proefboek(werk: Path, **omgeving: str) -> Path:
    """Bouw het proefboek in ``werk`` (opnieuw) en geef de map van de site.

    Wat er al staat, blijft: zo is een tweede bouw met een gewijzigde regel te beproeven.
    """
    if not (werk / "boek").exists():
        shutil.copytree(HIER / "proefboek", werk, dirs_exist_ok=True)
        config = werk / "boek" / "_config.yml"
        config.write_text(config.read_text("utf-8").replace("EXT", EXT.as_posix()), "utf-8")
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
