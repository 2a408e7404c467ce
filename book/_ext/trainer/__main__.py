"""Opdrachtregel: ``python -m trainer SITE`` maakt de pdf's voor trainers, ``--zip`` ook de zip."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> None:
    """Maak de pdf's, de zip, en de links ernaartoe."""
    lezer = argparse.ArgumentParser(
        prog="trainer", description="Maak uitdeelbladen en kaarten als pdf, en de zip van de site."
    )
    lezer.add_argument("site", type=Path, help="de map met de gebouwde site")
    lezer.add_argument("--zip", action="store_true", help="zet ook de zip van de site klaar")
    lezer.add_argument(
        "--alleen-zip", action="store_true", help="maak geen pdf's; hiervoor is geen Chromium nodig"
    )
    keuze = lezer.parse_args()
    from druk.drukproef import PersError
    from druk.pers import Pers
    from druk.verwijzing import show_links

    from trainer.drukken import (
        BladError,
        make_presentations,
        make_zip,
        print_notes,
        print_sheets,
    )

    site: Path = keuze.site
    if not (site / "index.html").is_file():
        sys.exit(f"In {site} staat geen gebouwd boek. Bouw het eerst met python3 taak.py bouw.")
    try:
        if not keuze.alleen_zip:
            with Pers(site) as pers:
                pdfs = [*print_sheets(site, pers), *print_notes(site, pers)]
            presentaties = make_presentations(site)
            print(f"{len(presentaties)} bestanden voor PowerPoint gemaakt in {site / '_druk'}.")
            print(f"{len(pdfs)} pdf's gemaakt in {site / '_druk'}.")
        if keuze.zip or keuze.alleen_zip:
            mb = f"{make_zip(site).stat().st_size / 1e6:.1f}".replace(".", ",")
            print(f"De zip van de site is klaar ({mb} MB).")
        print(f"Er staan {show_links(site)} links naar drukwerk en zip in het boek.")
    except (BladError, PersError) as fout:
        sys.exit(str(fout))


if __name__ == "__main__":
    main()
