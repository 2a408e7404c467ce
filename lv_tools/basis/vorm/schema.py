"""Het JSON-schema van een type (2020-12), voor wie een bestand buiten dit pakket leest."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from lv_tools.basis.vorm.codec import brand, default, hints, split
from lv_tools.basis.vorm.enkel import bound
from lv_tools.basis.vorm.grenzen import Eigen, Getal, Hoogstens, Tekst

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_GETALLEN = {int: ["integer"], float: ["number"], Fraction: ["number", "string"]}
_MOMENTEN = {date: "date", datetime: "date-time"}


def schema(soort: Any, titel: str = "") -> dict[str, Any]:
    """Schrijf het schema van een type, met elke klasse één keer onder ``$defs``."""
    klassen: dict[type, dict[str, Any]] = {}
    kern = _schema(soort, klassen)
    namen = sorted(klasse.__name__ for klasse in klassen)
    if dubbel := {naam for naam in namen if namen.count(naam) > 1}:
        raise TypeError(f"twee klassen heten {', '.join(sorted(dubbel))}; geef er een anders")
    return {
        "$schema": DIALECT,
        **({"title": titel} if titel else {}),
        **kern,
        "$defs": dict(sorted((klasse.__name__, vorm) for klasse, vorm in klassen.items())),
    }


def _schema(soort: Any, klassen: dict[type, dict[str, Any]]) -> dict[str, Any]:
    kaal, bij = split(soort)
    if eigen := bound(bij, Eigen):
        return eigen.schema()
    oorsprong, delen = get_origin(kaal), get_args(kaal)
    if oorsprong in (Union, types.UnionType):
        leden = [_schema(_bounded(lid, bij), klassen) for lid in delen if lid is not type(None)]
        uit: dict[str, Any] = {
            "anyOf": [*leden, *([{"type": "null"}] if type(None) in delen else [])]
        }
    elif oorsprong is Literal:
        uit = {"enum": list(delen)}
    elif oorsprong is tuple:
        uit = _array(delen, bij, klassen)
    elif isinstance(oorsprong, type) and issubclass(oorsprong, Mapping):
        grens = bound(bij, Hoogstens)
        hoogstens = {"maxProperties": grens.aantal} if grens else {}
        waarden = {"additionalProperties": _schema(delen[1], klassen)}
        uit = {"type": "object", **waarden, **hoogstens}
    elif dataclasses.is_dataclass(kaal):
        uit = _class(cast(type, kaal), klassen)
    else:
        uit = _scalar(kaal, bij)
    return uit


def _bounded(lid: Any, bij: tuple[Any, ...]) -> Any:
    return Annotated[lid, *bij] if bij else lid


def _array(
    delen: tuple[Any, ...], bij: tuple[Any, ...], klassen: dict[type, dict[str, Any]]
) -> dict[str, Any]:
    grens = bound(bij, Hoogstens)
    hoogstens = {"maxItems": grens.aantal} if grens else {}
    if delen[-1:] == (...,):
        return {"type": "array", "items": _schema(delen[0], klassen), **hoogstens}
    vast = [_schema(deel, klassen) for deel in delen]
    return {"type": "array", "prefixItems": vast, "items": False, "minItems": len(vast)}


def _class(klasse: type, klassen: dict[type, dict[str, Any]]) -> dict[str, Any]:
    if klasse not in klassen:
        klassen[klasse] = {}  # een klasse die zichzelf bevat, vindt hier haar verwijzing
        velden = {veld.name: veld for veld in dataclasses.fields(klasse) if veld.init}
        soorten = hints(klasse)
        merk = brand(klasse)
        soort = {"soort": {"const": merk}} if merk else {}
        vorm: dict[str, Any] = {
            "type": "object",
            "properties": soort | {n: _schema(s, klassen) for n, s in soorten.items()},
            "additionalProperties": False,
        }
        verplicht = [n for n, veld in velden.items() if default(veld) is dataclasses.MISSING]
        klassen[klasse] = vorm | ({"required": verplicht} if verplicht else {})
    return {"$ref": f"#/$defs/{klasse.__name__}"}


def _scalar(kaal: Any, bij: tuple[Any, ...]) -> dict[str, Any]:
    if kaal is str:
        grens = bound(bij, Tekst) or Tekst(1_000)
        patroon = {"pattern": f"^{grens.patroon}$"} if grens.patroon else {}
        return {"type": "string", "maxLength": grens.hoogstens, **patroon}
    if kaal is bool:
        return {"type": "boolean"}
    if kaal in _MOMENTEN:
        return {"type": "string", "format": _MOMENTEN[kaal]}
    if kaal in _GETALLEN:
        soorten = _GETALLEN[kaal]
        getal = bound(bij, Getal) or Getal()
        grenzen = {"minimum": getal.laagste, "maximum": getal.hoogste}
        gezet = {k: float(v) if isinstance(v, Fraction) else v for k, v in grenzen.items()}
        vorm: dict[str, Any] = {"type": soorten if len(soorten) > 1 else soorten[0]}
        return vorm | {naam: grens for naam, grens in gezet.items() if grens is not None}
    raise TypeError(f"{kaal!r} heeft geen schema")
