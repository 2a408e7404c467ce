"""Opdrachtregel: ``python -m voorbeeld`` toont elk feit dat in een tekst mag staan."""

from __future__ import annotations

from voorbeeld.cijfers import facts
from voorbeeld.lezen import school


def main() -> None:
    """Toon de namen met hun waarde."""
    for naam, waarde in sorted(facts(school()).items()):
        print(f"${naam:28} {waarde}")


if __name__ == "__main__":
    main()
