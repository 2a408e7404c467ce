"""Vier verzonnen scholen, gelezen uit bestanden zoals de hulpmiddelen ze schrijven."""

from __future__ import annotations

import json
from pathlib import Path

from lv_tools.basis.vorm import codec
from lv_tools.scholen.model.staat import Vergelijking
from lv_tools.scholen.teksten import Scholeninhoud

#: Naast het hulpmiddel, en niet bij de gegevens: zo haalt alleen wie hier komt het op. Gemaakt door
#: tests/scholen/maak_scholenvoorbeeld.py.
BESTAND = Path(__file__).parents[1] / "voorbeeld.json"


def example(_inhoud: Scholeninhoud) -> Vergelijking:
    """Lees het voorbeeld, ook als het pakket in een zip zit."""
    lader = __spec__.loader if __spec__ else None
    lees = getattr(lader, "get_data", None)
    inhoud = lees(str(BESTAND)) if lees else BESTAND.read_bytes()
    return codec.read(Vergelijking, json.loads(inhoud))
