"""Druk de uitkomsten van de controles af: ``python -m lv_tools.controle [--alles]``."""

from __future__ import annotations

import argparse

from lv_tools.controle import ERNSTEN, controleer
from lv_tools.controle.afdruk import to_text
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
    keuze = lezer.parse_args(argumenten)
    meldingen = sorted(controleer(), key=lambda melding: ERNSTEN.index(melding.ernst))
    getoond = [melding for melding in meldingen if keuze.alles or melding.ernst != "klopt"]
    print(to_text(getoond))
    print(f"\n{samenvatting(meldingen)}")
    if not keuze.alles:
        print("Met --alles ziet u ook wat klopt.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
