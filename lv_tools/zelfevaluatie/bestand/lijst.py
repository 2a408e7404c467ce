"""De vragenlijst waarmee een bestand is geschreven: codes en woorden, om het later nog te lezen.

Elk bestand neemt zijn vragenlijst mee. Zo opent het ook als de lijst intussen is veranderd, en is
wat geen plaats meer heeft te tonen in de woorden van toen. De bestanden van 0.1.0 deden dat nog
niet; hun lijst ligt vast in ``data/instrumenten/lijsten-0.1.0.json``.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from lv_tools.basis.antwoorden.bestand import VRAAG_LENGTE
from lv_tools.basis.antwoorden.bewoordingen import wordings_from_data, wordings_to_data
from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.basis.vorm.vormcontrole import VormError, as_dict, as_list, as_text, as_whole
from lv_tools.zelfevaluatie.teksten import Instrument, Thema

MEESTE = 200
_DELEN = {"lijst", "schaal", "weet_niet", "nvt", "rollen", "themas"}
#: Hoe een stelling voor een groep luidt; lijst 1 kende dat niet.
_ANDERS = "bewoordingen"
_THEMA = {"code", "titel", "bewijs", "opmerking", "stellingen"}


@lru_cache(maxsize=4)
def to_data(inhoud: Instrument) -> dict[str, Any]:
    """Schrijf de vragenlijst van nu als gegevens die JSON kent; wijzig de uitkomst niet."""
    return {
        "lijst": inhoud.lijst,
        "schaal": list(inhoud.schaal),
        "weet_niet": inhoud.weet_niet,
        "nvt": inhoud.nvt,
        "rollen": [[rol.code, rol.tekst] for rol in inhoud.rollen.values()],
        "themas": [
            {
                "code": thema.code,
                "titel": thema.titel,
                "bewijs": thema.bewijs_vraag,
                "opmerking": thema.opmerking_vraag,
                "stellingen": [
                    [s.code, s.tekst, s.kern]
                    for s in inhoud.stellingen.values()
                    if s.thema == thema.code
                ],
            }
            for thema in inhoud.themas.values()
        ],
        _ANDERS: wordings_to_data(inhoud.stellingen.values()),
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
    schaal = as_list(lijst["schaal"], "schaal", 9)
    instrument = Instrument(
        {
            "algemeen": {"lijst": as_whole(lijst["lijst"], "lijst", 1, 10_000)},
            "schaal": {
                "opties": [as_text(label, "schaal", VRAAG_LENGTE) for label in schaal],
                "weet_niet": as_text(lijst["weet_niet"], "weet niet", VRAAG_LENGTE),
                "nvt": as_text(lijst["nvt"], "n.v.t.", VRAAG_LENGTE),
            },
            "rol": [_role(rij) for rij in as_list(lijst["rollen"], "rollen", MEESTE)],
            "thema": [_theme(rij) for rij in as_list(lijst["themas"], "thema's", MEESTE)],
        }
    )
    aantal = sum(len(thema["stelling"]) for thema in instrument.inhoud["thema"])
    if len(instrument.stellingen) != aantal:
        raise VormError("een stelling staat twee keer in de vragenlijst")
    anders = wordings_from_data(lijst.get(_ANDERS, []), instrument.stellingen)
    if not anders:
        return instrument
    themas = [
        {
            **thema,
            "stelling": [
                {**rij, "anders": anders.get(rij["code"], ())} for rij in thema["stelling"]
            ],
        }
        for thema in instrument.inhoud["thema"]
    ]
    return Instrument({**instrument.inhoud, "thema": themas})


def list_of(toen: object, inhoud: Instrument) -> Instrument:
    """Geef de vragenlijst van een bestand: die van nu, die eruit, of zonder opgave de eerste."""
    gegevens = _first() if toen is None else toen
    return inhoud if gegevens == to_data(inhoud) else from_data(gegevens)


@lru_cache(maxsize=1)
def first_list() -> Instrument:
    """Geef de vragenlijst van 0.1.0."""
    return from_data(_first())


@lru_cache(maxsize=1)
def _first() -> object:
    return json.loads(lees_tekst("instrumenten/lijsten-0.1.0.json"))["zelfevaluatie"]


def _role(rij: object) -> dict[str, str]:
    code, naam = _row(rij, "rol", 2)
    return {"code": as_text(code, "rol", 40), "naam": as_text(naam, "rol", 80)}


def _theme(rij: object) -> dict[str, Any]:
    thema = as_dict(rij, "thema", _THEMA)
    stellingen = []
    for deel in as_list(thema["stellingen"], "stellingen", MEESTE):
        code, tekst, kern = _row(deel, "stelling", 3)
        stellingen.append(
            {
                "code": as_text(code, "stelling", 80),
                "tekst": as_text(tekst, "stelling", VRAAG_LENGTE),
                "kort": "",
                "kern": kern is True,
            }
        )
    return {
        **dict.fromkeys(Thema.__dataclass_fields__, ""),
        "code": as_text(thema["code"], "thema", 40),
        "titel": as_text(thema["titel"], "thema", VRAAG_LENGTE),
        "bewijs_vraag": as_text(thema["bewijs"], "thema", VRAAG_LENGTE),
        "opmerking_vraag": as_text(thema["opmerking"], "thema", VRAAG_LENGTE),
        "stelling": stellingen,
        "vraag": [],
    }


def _row(rij: object, wat: str, hoeveel: int) -> list[Any]:
    delen = as_list(rij, wat, hoeveel)
    if len(delen) != hoeveel:
        raise VormError(f"‘{wat}’ heeft niet de goede vorm")
    return delen
