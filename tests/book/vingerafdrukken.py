"""Vingerafdrukken van de bronteksten: genoeg om overschrijven te zien, te weinig om te lezen.

De bronteksten zelf horen niet bij dit project. Wel bewaart het van elke reeks van acht woorden een
vingerafdruk van vijf bytes. Staat in het boek een reeks met dezelfde vingerafdruk, dan staat die
reeks vrijwel zeker letterlijk in een bron.

Komt er een brontekst bij, maak het bestand dan opnieuw met een map waarin alle teksten staan::

    python tests/book/vingerafdrukken.py MAP_MET_TEKSTBESTANDEN
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

LENGTE = 8
"""Aantal woorden in een reeks; korter is meestal toeval."""

BYTES = 5
"""Grootte van een vingerafdruk: een vals alarm is zo zeldzamer dan 1 op 50 miljoen reeksen."""

BESTAND = Path(__file__).with_name("bronvingerafdrukken.bin")

WOORD = re.compile(r"[^\W_]+")
#: Opmaak zoals <b>; een losse < of <> op een dia is tekst en verbergt niets.
OPMAAK = re.compile(r"</?[a-z][a-z0-9]*>")


def woorden(tekst: str) -> list[str]:
    """Geef de woorden van een tekst: kleine letters, alleen letters en cijfers."""
    return WOORD.findall(unicodedata.normalize("NFKC", tekst).lower())


def vingerafdruk(reeks: Sequence[str]) -> bytes:
    """Geef de vingerafdruk van een reeks woorden."""
    return blake2b(" ".join(reeks).encode(), digest_size=BYTES).digest()


def vingerafdrukken(tekst: str) -> set[bytes]:
    """Geef de vingerafdrukken van alle reeksen in een tekst."""
    rij = woorden(OPMAAK.sub(" ", tekst))
    return {vingerafdruk(rij[i : i + LENGTE]) for i in range(len(rij) - LENGTE + 1)}


def lees() -> frozenset[bytes]:
    """Lees de bewaarde vingerafdrukken."""
    inhoud = BESTAND.read_bytes()
    return frozenset(inhoud[i : i + BYTES] for i in range(0, len(inhoud), BYTES))


def main(argumenten: Sequence[str]) -> int:
    """Maak het bestand opnieuw uit alle tekstbestanden in een map."""
    teksten = sorted(Path(argumenten[0]).glob("*.txt")) if len(argumenten) == 1 else []
    if not teksten:
        print("Noem een map met tekstbestanden (*.txt): de bronteksten.", file=sys.stderr)
        return 2
    alle = set().union(*(vingerafdrukken(pad.read_text(encoding="utf-8")) for pad in teksten))
    BESTAND.write_bytes(b"".join(sorted(alle)))
    print(f"{len(alle)} vingerafdrukken uit {len(teksten)} teksten in {BESTAND.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
