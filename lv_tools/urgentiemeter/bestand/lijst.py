"""De vragenlijst waarmee een bestand is geschreven: codes en woorden, om het later nog te lezen.

Elk bestand neemt zijn vragenlijst mee. Zo opent het ook als de lijst intussen is veranderd, en is
wat geen plaats meer heeft te tonen in de woorden van toen. De bestanden van 0.1.0 deden dat nog
niet; hun lijst ligt vast in ``data/instrumenten/lijsten-0.1.0.json``.
"""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from typing import Any

from lv_tools.basis.antwoorden.bestand import VRAAG_LENGTE
from lv_tools.basis.antwoorden.bewoordingen import wordings_from_data, wordings_to_data
from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.basis.vorm.vormcontrole import (
    VormError,
    as_dict,
    as_list,
    as_number,
    as_text,
    as_whole,
)
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.teksten import Instrument

MEESTE = 200
_DELEN = {
    "lijst", "schaal", "weet_niet", "stellingen", "vraag", "standaarden", "rollen", "indicatoren",
    "soorten", "regels",
}  # fmt: skip
#: Hoe een stelling voor een rol luidt; lijst 1 kende dat niet.
_ANDERS = "bewoordingen"
_GRENZEN = ("laagste", "hoogste", "decimalen")


@lru_cache(maxsize=4)
def to_data(inhoud: Instrument) -> dict[str, Any]:
    """Schrijf de vragenlijst van nu als gegevens die JSON kent; wijzig de uitkomst niet."""
    vragen = inhoud.vragen
    return {
        "lijst": inhoud.lijst,
        "schaal": list(vragen.schaal),
        "weet_niet": vragen.weet_niet,
        "stellingen": [[s.code, s.tekst] for s in vragen.stellingen],
        "vraag": vragen.keuzevragen[0].tekst,
        "standaarden": [[o.code, o.tekst] for o in vragen.keuzevragen[0].opties],
        "rollen": [[rol.code, rol.tekst] for rol in vragen.rollen],
        "indicatoren": [
            [rij["code"], rij["titel"], rij["eenheid"], *(rij[grens] for grens in _GRENZEN)]
            for rij in inhoud.inhoud["indicator"]
        ],
        "soorten": [str(rij["naam"]) for rij in inhoud.inhoud["afdelingssoort"]],
        "regels": [veld.name for veld in fields(Regels)],
        _ANDERS: wordings_to_data(vragen.stellingen),
    }


def from_data(gegevens: object) -> Instrument:
    """Maak van een meegenomen vragenlijst genoeg inhoud om het bestand te lezen.

    Raises
    ------
    VormError
        Bij elke afwijking.
    """
    kent = isinstance(gegevens, dict) and _ANDERS in gegevens
    lijst = as_dict(gegevens, "vragenlijst", {*_DELEN, _ANDERS} if kent else _DELEN)
    stellingen = _pairs(lijst["stellingen"], "stellingen")
    anders = wordings_from_data(lijst.get(_ANDERS, []), dict(stellingen))
    return Instrument(
        {
            "algemeen": {"lijst": as_whole(lijst["lijst"], "lijst", 1, 10_000)},
            "schaal": {
                "opties": _texts(lijst["schaal"], "schaal", 9),
                "weet_niet": as_text(lijst["weet_niet"], "weet niet", VRAAG_LENGTE),
            },
            "stelling": [
                {"code": code, "tekst": tekst, "thema": "", "kort": "", "bron": ""}
                | {"anders": anders.get(code, ())}
                for code, tekst in stellingen
            ],
            "standaardvraag": {"tekst": as_text(lijst["vraag"], "vraag", VRAAG_LENGTE)},
            "standaarden": _pairs(lijst["standaarden"], "standaarden"),
            "rol": [{"code": c, "naam": n} for c, n in _pairs(lijst["rollen"], "rollen")],
            "indicator": [
                _indicator(rij) for rij in as_list(lijst["indicatoren"], "indicatoren", MEESTE)
            ],
            "afdelingssoort": [
                {"naam": naam} for naam in _texts(lijst["soorten"], "soorten", MEESTE)
            ],
            "regelnamen": _texts(lijst["regels"], "regels", MEESTE),
        }
    )


def list_of(toen: object, inhoud: Instrument) -> Instrument:
    """Geef de vragenlijst van een bestand: die van nu, die eruit, of zonder opgave de eerste."""
    gegevens = _first() if toen is None else toen
    return inhoud if gegevens == to_data(inhoud) else from_data(gegevens)


@lru_cache(maxsize=1)
def _first() -> object:
    return json.loads(lees_tekst("instrumenten/lijsten-0.1.0.json"))["urgentiemeter"]


def _texts(waarde: object, wat: str, hoogstens: int) -> list[str]:
    teksten = [as_text(deel, wat, VRAAG_LENGTE) for deel in as_list(waarde, wat, hoogstens)]
    if len(set(teksten)) != len(teksten):
        raise VormError(f"‘{wat}’ noemt iets twee keer")
    return teksten


def _pairs(waarde: object, wat: str) -> list[tuple[str, str]]:
    paren = []
    for rij in as_list(waarde, wat, MEESTE):
        delen = as_list(rij, wat, 2)
        if len(delen) != 2:
            raise VormError(f"‘{wat}’ heeft niet de goede vorm")
        paren.append((as_text(delen[0], wat, 80), as_text(delen[1], wat, VRAAG_LENGTE)))
    if len({code for code, _ in paren}) != len(paren):
        raise VormError(f"‘{wat}’ noemt iets twee keer")
    return paren


def _indicator(rij: object) -> dict[str, Any]:
    delen = as_list(rij, "indicator", 6)
    if len(delen) != 6:
        raise VormError("een indicator heeft niet de goede vorm")
    code, titel, eenheid, laagste, hoogste, decimalen = delen
    return {
        "code": as_text(code, "indicator", 40),
        "titel": as_text(titel, "indicator", 80),
        "eenheid": as_text(eenheid, "eenheid", 20),
        "laagste": as_number(laagste, "laagste"),
        "hoogste": as_number(hoogste, "hoogste"),
        "decimalen": as_whole(decimalen, "decimalen", 0, 6),
        "hulp": "",
    }
