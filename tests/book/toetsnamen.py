"""Zoekt of een toets bestaat: een belofte op een bladzijde wijst naar de toets die haar houdt."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

WORTEL = Path(__file__).parents[2]


@cache
def functions_in(pad: str) -> frozenset[str]:
    """Geef de namen van de toetsen in een bestand; leeg als het bestand er niet is."""
    bestand = WORTEL / pad
    if not bestand.is_file():
        return frozenset()
    boom = ast.parse(bestand.read_text("utf-8"))
    return frozenset(d.name for d in ast.walk(boom) if isinstance(d, ast.FunctionDef))
