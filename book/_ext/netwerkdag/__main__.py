"""Opdrachtregel: ``python -m netwerkdag SITE [--mensen 30] [--programma middag]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> None:
    """Maak printmappen."""
    lezer = argparse.ArgumentParser(
        prog="netwerkdag", description="Maak de printmap van een netwerkdag als pdf."
    )
    lezer.add_argument("site", type=Path, help="de map met de gebouwde site")
    lezer.add_argument("--mensen", type=int, nargs="+", help="voor hoeveel mensen (24 en 40)")
    lezer.add_argument(
        "--programma", nargs="+", default=[], help="welke programma's (middag en dag)"
    )
    keuze = lezer.parse_args()
    from druk.drukproef import PersError
    from druk.pers import Pers
    from druk.verwijzing import show_links

    from netwerkdag.bladen import MENSEN, PLAATS
    from netwerkdag.drukken import print_before, print_folders
    from netwerkdag.gegevens import read_day

    if not (keuze.site / PLAATS).is_file():
        sys.exit(f"In {keuze.site} staat geen gebouwd boek. Bouw het eerst met taak.py bouw.")
    if vreemd := set(keuze.programma) - read_day().programmas.keys():
        sys.exit(f"Dit programma is er niet: {', '.join(sorted(vreemd))}.")
    try:
        with Pers(keuze.site) as pers:
            pdfs = print_folders(keuze.site, pers, keuze.mensen or MENSEN, keuze.programma)
            if not keuze.programma:
                print_before(keuze.site, pers)
    except PersError as fout:
        sys.exit(f"De printmap is niet gemaakt. {fout}")
    show_links(keuze.site)
    print(f"{len(pdfs)} printmappen gemaakt in {keuze.site / '_druk/printmap'}.")


if __name__ == "__main__":
    main()
