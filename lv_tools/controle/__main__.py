"""Druk de uitkomsten van de controles af: ``python -m lv_tools.controle [--alles] [--csv]``."""

from __future__ import annotations

import argparse
import os
import sys

from lv_tools.controle import ERNSTEN, controleer
from lv_tools.controle.afdruk import to_csv_text, to_text
from lv_tools.controle.verslag import samenvatting


def main(argumenten: list[str] | None = None) -> int:
    """Druk de meldingen af als tabel, het zwaarste oordeel eerst; geeft altijd 0 terug."""
    lezer = argparse.ArgumentParser(
        prog="python -m lv_tools.controle",
        description="Controleert of de gepubliceerde cijfers kunnen bestaan en bij elkaar passen.",
        add_help=False,
    )
    lezer.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    lezer.add_argument("--alles", action="store_true", help="toon ook wat klopt")
    lezer.add_argument("--csv", action="store_true", help="geef een rij per melding, voor Excel")
    keuze = lezer.parse_args(argumenten)
    meldingen = sorted(controleer(), key=lambda melding: ERNSTEN.index(melding.ernst))
    getoond = [melding for melding in meldingen if keuze.alles or melding.ernst != "klopt"]
    if keuze.csv:
        print(to_csv_text(getoond), end="")
        return 0
    print(to_text(getoond))
    print(f"\n{samenvatting(meldingen)}")
    if not keuze.alles:
        print("Met --alles ziet u ook wat klopt.")
    return 0


def run() -> int:
    """Druk af, en stop zonder foutmelding als niemand verder leest (``| head``)."""
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    return code


if __name__ == "__main__":
    raise SystemExit(run())
