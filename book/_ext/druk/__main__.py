"""Opdrachtregel: ``python -m druk SITE [UIT]`` maakt het hele boek als PDF.

Staat de PDF in de site, dan worden ook de links ernaar zichtbaar.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from druk.drukgang import druk_boek
from druk.drukproef import PersError
from druk.verwijzing import show_links

#: Waar de PDF staat als er geen andere plaats is gegeven, vanaf de wortel van de site.
BESTAND = "_druk/onderwijskwaliteit.pdf"


def main() -> None:
    """Druk het boek."""
    lezer = argparse.ArgumentParser(prog="druk", description="Maak het hele boek als getagde PDF.")
    lezer.add_argument("site", type=Path, help="de map met de gebouwde site")
    lezer.add_argument("uit", type=Path, nargs="?", help=f"de PDF (anders SITE/{BESTAND})")
    keuze = lezer.parse_args()
    begin = time.monotonic()
    try:
        uitslag = druk_boek(keuze.site, keuze.uit or keuze.site / BESTAND)
    except (PersError, ValueError) as fout:
        sys.exit(f"Het boek is niet gedrukt. {fout}")
    show_links(keuze.site)
    mb = f"{uitslag.doel.stat().st_size / 1e6:.1f}".replace(".", ",")
    duur = f"{time.monotonic() - begin:.1f}".replace(".", ",")
    print(
        f"Het boek staat in {uitslag.doel}: {uitslag.bladen} bladzijden, {mb} MB, "
        f"gemaakt in {duur} s, na {uitslag.gangen} kladden."
    )


if __name__ == "__main__":
    main()
