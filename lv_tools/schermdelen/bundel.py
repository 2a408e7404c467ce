"""Voeg de modules uit js/ en css/ samen tot het ene script en het ene stijlblad van een scherm.

anywidget neemt per widget een enkele tekst aan. De modules verwijzen onderling met
``import { a, b } from "./x.js";``; hier komen zij achter elkaar te staan, elk een keer en in de
volgorde die de verwijzingen vragen. Namen op het hoogste niveau zijn daarom uniek over alle
modules. Regels met alleen commentaar gaan niet mee naar de lezer.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./([a-z-]+\.js)";\n', re.MULTILINE)
_COMMENTAAR = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/)\n", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export (?=const|let|function|async|class)", re.MULTILINE)


@cache
def script(*begin: str) -> str:
    """Geef de modules met alles wat zij gebruiken als één ES-module; zonder opgave het scherm."""
    stukken: list[str] = []
    gehad: set[str] = set()
    for naam in begin or ("scherm.js",):
        if naam not in gehad:
            _collect(naam, stukken, gehad)
    return "\n".join(stukken)


@cache
def stijlblad(*delen: str) -> str:
    """Geef de stijlbladen uit css/ als een tekst; zonder opgave alle."""
    alle = ("kleuren", "tekst", "tabel", "figuur", "invoer", "gesprek")
    namen = delen or tuple(f"{naam}.css" for naam in alle)
    return "\n".join(read_file(f"css/{naam}") for naam in namen)


def read_file(plaats: str) -> str:
    """Lees een bestand naast deze module, ook als het pakket in een zip zit."""
    pad = str(Path(__file__).parent / plaats)
    lader = __spec__.loader if __spec__ else None
    lees = getattr(lader, "get_data", None)
    return (lees(pad) if lees else Path(pad).read_bytes()).decode("utf-8")


def _collect(naam: str, stukken: list[str], gehad: set[str]) -> None:
    gehad.add(naam)
    bron = read_file(f"js/{naam}")
    for ander in _IMPORT.findall(bron):
        if ander not in gehad:
            _collect(ander, stukken, gehad)
    kaal = _COMMENTAAR.sub("", _EXPORT.sub("", _IMPORT.sub("", bron)))
    stukken.append(f"// {naam}\n{kaal}")
