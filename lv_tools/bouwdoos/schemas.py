"""Schrijf van elk hulpmiddel het JSON-schema van zijn bestand, en het register van de deuren.

``python -m lv_tools.bouwdoos.schemas`` zet ze in ``data/instrumenten/``; een schema volgt uit het
type van de staat. Een hulpmiddel hoeft zich niet aan te melden: wie een
``lv_tools/<naam>/hulpmiddel.py`` heeft, doet mee.
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

from lv_tools.basis.opslag.werkbestand import FORMAAT, LANGSTE_NAAM
from lv_tools.basis.uitwisseling import dossier
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.schema import schema
from lv_tools.bouwdoos.deuren import BESTAND, Deur, Register
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
            raise TypeError(f"de voordeur van {naam} heeft één hulpmiddel met die naam nodig")
        uit[naam] = deuren[0]
    return uit


def file_schema(deur: Hulpmiddel[Any, Any, Any]) -> dict[str, Any]:
    """Geef het schema van het hele bestand: de envelop, de staat en wat er half getypt is."""
    staat, rest = schema(type(deur.leeg(deur.inhoud()))), schema(Rest)
    naast = rest["$defs"].pop(Rest.__name__)["properties"]
    binnen = {
        "type": "object",
        "required": ["staat"],
        "additionalProperties": False,
        "properties": {"staat": {"$ref": staat["$ref"]}, **naast},
    }
    defs = {**staat["$defs"], **rest["$defs"]}
    titel = f"Bewaard bestand van {deur.naam}, versie {deur.versie}"
    return _envelope(titel, deur.naam, deur.versie, binnen, defs)


def dossier_schema() -> dict[str, Any]:
    """Geef het schema van een dossier als bestand."""
    staat = schema(dossier.Dossier)
    titel = f"Dossier, versie {dossier.VERSIE}: wat hulpmiddelen voor elkaar klaarleggen"
    binnen = {"$ref": staat["$ref"]}
    return _envelope(titel, dossier.INSTRUMENT, dossier.VERSIE, binnen, staat["$defs"])


def _envelope(
    titel: str, instrument: str, versie: int, staat: dict[str, Any], defs: dict[str, Any]
) -> dict[str, Any]:
    naloop = {"type": "object", "description": "Wat getypt was en nog niet verwerkt, per pad."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": titel,
        "type": "object",
        "required": ["formaat", "instrument", "versie", "naam", "tijd", "staat", "controle"],
        "additionalProperties": False,
        "properties": {
            "formaat": {"const": FORMAAT},
            "instrument": {"const": instrument},
            "versie": {"const": versie},
            "naam": {"type": "string", "minLength": 1, "maxLength": LANGSTE_NAAM},
            "tijd": {"type": "string", "format": "date-time"},
            "staat": staat,
            "controle": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "naloop": naloop,
            "naloopcontrole": {"type": "string", "pattern": "^[0-9a-f]{8}$"},
        },
        "$defs": defs,
    }


def register() -> Register:
    """Geef het register van alle deuren: hoe zij heten, wat zij nemen en wat zij geven."""
    return Register(
        tuple(
            Deur(
                naam,
                deur.inhoud().algemeen.titel,
                tuple(soort.soort for soort in deur.neemt),
                tuple(soort.soort for soort in deur.geeft),
            )
            for naam, deur in all_tools().items()
        )
    )


def all_files() -> dict[str, str]:
    """Geef per bestand in de gegevensmap wat erin hoort te staan."""
    uit = {f"{naam}.schema.json": file_schema(deur) for naam, deur in all_tools().items()}
    uit[f"{dossier.INSTRUMENT}.schema.json"] = dossier_schema()
    uit[BESTAND] = codec.write(register())
    return {
        naam: f"{json.dumps(inhoud, ensure_ascii=False, indent=2)}\n"
        for naam, inhoud in uit.items()
    }


def main() -> None:
    """Werk alle bestanden bij en noem ze."""
    for naam, tekst in all_files().items():
        (SCHEMAS / naam).write_text(tekst, encoding="utf-8")
        print((SCHEMAS / naam).relative_to(PAKKET.parent))


if __name__ == "__main__":
    main()
