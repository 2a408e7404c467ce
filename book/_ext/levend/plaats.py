"""Namen met een controlegetal: een nieuwe uitgave draait nooit met oude onderdelen."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

#: De map in de site waar alles van deze uitbreiding staat.
MAP = "_levend"
#: Tekens van een controlegetal in een naam.
LENGTE_SOM = 12


def plaats(bestanden: dict[str, bytes], stam: str, achtervoegsel: str, inhoud: bytes) -> str:
    """Voeg een bestand toe onder een naam met het controlegetal van zijn inhoud; geef die naam."""
    naam = f"{MAP}/{stam}-{_som(inhoud)}{achtervoegsel}"
    bestanden[naam] = inhoud
    return naam


def plaats_map(bestanden: dict[str, bytes], stam: str, inhoud: Mapping[str, bytes]) -> str:
    """Voeg bestanden toe die elkaar bij naam kennen, in een map met een controlegetal.

    Returns
    -------
    str
        De naam van de map, met een schuine streep achteraan.
    """
    samen = b"".join(f"{n}\0{len(i)}\0".encode() + i for n, i in sorted(inhoud.items()))
    map_ = f"{MAP}/{stam}-{_som(samen)}/"
    bestanden.update({map_ + naam: stuk for naam, stuk in inhoud.items()})
    return map_


def schrijf(site: Path, bestanden: Mapping[str, bytes]) -> None:
    """Zet de bestanden in de site en verwijder uit ``_levend/`` wat er niet meer bij hoort."""
    for naam, inhoud in bestanden.items():
        pad = site / naam
        if not pad.is_file() or pad.stat().st_size != len(inhoud):
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud)
    for pad in sorted((site / MAP).rglob("*"), reverse=True):
        if pad.is_file() and pad.relative_to(site).as_posix() not in bestanden:
            pad.unlink()
        elif pad.is_dir() and not any(pad.iterdir()):
            pad.rmdir()


def _som(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()[:LENGTE_SOM]
