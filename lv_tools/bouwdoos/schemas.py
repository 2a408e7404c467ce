"""Schrijf van elk hulpmiddel het JSON-schema van zijn bestand.

``python -m lv_tools.bouwdoos.schemas`` zet ze in ``data/instrumenten/<naam>.schema.json``; zij
volgen uit het type van de staat. Een hulpmiddel hoeft zich niet aan te melden: wie een
``lv_tools/<naam>/hulpmiddel.py`` heeft, doet mee.
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

from lv_tools.basis.opslag.werkbestand import FORMAAT, LANGSTE_NAAM
from lv_tools.basis.vorm.schema import schema
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.bouwdoos.werk import Rest

PAKKET = Path(__file__).resolve().parents[1]
SCHEMAS = PAKKET.parent / "data" / "instrumenten"


def all_tools() -> dict[str, Hulpmiddel[Any, Any, Any]]:
    """Geef per naam elk hulpmiddel op de bouwdoos.

    Raises
    ------
    TypeError
        Als een voordeur niet precies één hulpmiddel van die naam heeft.
    """
    uit = {}
    for pad in sorted(PAKKET.glob("*/hulpmiddel.py")):
        naam = pad.parent.name
        if naam in ("bouwdoos", "schermdelen"):
            continue
        module = importlib.import_module(f"lv_tools.{naam}.hulpmiddel")
        deuren = [deur for deur in vars(module).values() if isinstance(deur, Hulpmiddel)]
        if [deur.naam for deur in deuren] != [naam]:
            raise TypeError(f"lv_tools/{naam}/hulpmiddel.py heeft één Hulpmiddel({naam!r}) nodig")
        uit[naam] = deuren[0]
    return uit


def file_schema(deur: Hulpmiddel[Any, Any, Any]) -> dict[str, Any]:
    """Geef het schema van het hele bestand: de envelop, de staat en wat er half getypt is."""
    staat, rest = schema(type(deur.leeg(deur.inhoud()))), schema(Rest)
    naast = rest["$defs"].pop(Rest.__name__)["properties"]
    naloop = {"type": "object", "description": "Wat getypt was en nog niet verwerkt, per pad."}
    return {
        "$schema": staat["$schema"],
        "title": f"Bewaard bestand van {deur.naam}, versie {deur.versie}",
        "type": "object",
        "required": ["formaat", "instrument", "versie", "naam", "tijd", "staat", "controle"],
        "additionalProperties": False,
        "properties": {
            "formaat": {"const": FORMAAT},
            "instrument": {"const": deur.naam},
            "versie": {"const": deur.versie},
            "naam": {"type": "string", "minLength": 1, "maxLength": LANGSTE_NAAM},
            "tijd": {"type": "string", "format": "date-time"},
            "staat": {
                "type": "object",
                "required": ["staat"],
                "additionalProperties": False,
                "properties": {"staat": {"$ref": staat["$ref"]}, **naast},
            },
            "controle": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "naloop": naloop,
            "naloopcontrole": {"type": "string", "pattern": "^[0-9a-f]{8}$"},
        },
        "$defs": {**staat["$defs"], **rest["$defs"]},
    }


def write_schema(deur: Hulpmiddel[Any, Any, Any]) -> str:
    """Schrijf het schema als tekst, zoals zij in de gegevensmap staat."""
    return f"{json.dumps(file_schema(deur), ensure_ascii=False, indent=2)}\n"


def main() -> None:
    """Werk alle schema's bij en noem ze."""
    for naam, deur in all_tools().items():
        pad = SCHEMAS / f"{naam}.schema.json"
        pad.write_text(write_schema(deur), encoding="utf-8")
        print(pad.relative_to(PAKKET.parent))


if __name__ == "__main__":
    main()
