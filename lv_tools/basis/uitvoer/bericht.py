"""Een kort bericht in gewone tekst, om in mail of een groepsgesprek te plakken."""

from __future__ import annotations

from collections.abc import Iterable

#: Zoveel regels van één soort; meer leest niemand in een bericht.
MEESTE_REGELS = 8


def message(*delen: str | Iterable[str]) -> str:
    """Zet een bericht op: een tekst is een alinea, een reeks een lijst van een paar regels."""
    uit = []
    for deel in delen:
        if isinstance(deel, str):
            uit.append(deel.strip())
            continue
        regels = [" ".join(regel.split()) for regel in deel if regel.strip()]
        meer = len(regels) - MEESTE_REGELS
        punten = [f"- {regel}" for regel in regels[:MEESTE_REGELS]]
        uit.append("\n".join([*punten, *([f"- en nog {meer}"] if meer > 0 else [])]))
    return "\n\n".join(deel for deel in uit if deel)
