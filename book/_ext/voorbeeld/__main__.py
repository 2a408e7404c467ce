"""Opdrachtregel: ``python -m voorbeeld`` toont elk feit, met ``dossier`` schrijft het haar werk."""

from __future__ import annotations

import sys

from voorbeeld.cijfers import facts
from voorbeeld.lezen import school


def main(opdracht: str = "") -> None:
    """Toon de namen met hun waarde, of schrijf de voorbeeldschool als werk in de hulpmiddelen."""
    if opdracht == "dossier":
        from voorbeeld.dossier import BESTAND, example_file

        BESTAND.write_text(example_file(), "utf-8")
        print(BESTAND)
        return
    for naam, waarde in sorted(facts(school()).items()):
        print(f"${naam:28} {waarde}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
