"""De opzet van een scan als gegevens, voor een bestand en voor een link."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Any

from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE
from lv_tools.basis.vorm.vormcontrole import VormError, as_choice, as_dict, as_list, as_text
from lv_tools.zelfevaluatie.model.opzet import (
    MAX_EIGEN,
    MAX_GROEPEN,
    MODI,
    NAAM_LENGTE,
    STELLING_LENGTE,
    VERSIES,
    EigenStelling,
    Opzet,
    groepcode,
)
from lv_tools.zelfevaluatie.teksten import Instrument

_SLEUTELS = ("id", "naam", "datum", "modus", "versie", "themas", "groepen", "eigen")
_ID = re.compile(r"[0-9a-f]{12}")
_CODE = re.compile(r"eigen-[1-9][0-9]{0,5}")


def setup_to_data(opzet: Opzet) -> dict[str, Any]:
    """Schrijf een opzet als gegevens die JSON kent."""
    return {
        "id": opzet.id,
        "naam": opzet.naam,
        "datum": opzet.datum,
        "modus": opzet.modus,
        "versie": opzet.versie,
        "themas": list(opzet.themas),
        "groepen": list(opzet.groepen),
        "eigen": [[eigen.code, eigen.thema, eigen.tekst] for eigen in opzet.eigen],
    }


def setup_from_data(gegevens: object, inhoud: Instrument) -> Opzet:
    """Lees een opzet.

    Raises
    ------
    VormError
        Bij elke afwijking; de tekst noemt het veld.
    """
    opzet = as_dict(gegevens, "opzet", set(_SLEUTELS))
    themas = _codes(opzet["themas"], "themas", inhoud.themas)
    groepen = _names(opzet["groepen"], "groepen", MAX_GROEPEN)
    if themas != tuple(code for code in inhoud.themas if code in themas):
        raise VormError("de thema's van de scan staan niet op volgorde")
    return Opzet(
        id=as_scan_id(opzet["id"]),
        naam=as_line(opzet["naam"], "naam van de scan", NAAM_LENGTE),
        datum=as_day(opzet["datum"]),
        modus=as_choice(opzet["modus"], "modus", set(MODI)),
        versie=as_choice(opzet["versie"], "versie", set(VERSIES)),
        themas=themas,
        groepen=groepen,
        eigen=_own(opzet["eigen"], themas),
    )


def known_only(gegevens: dict[str, Any], inhoud: Instrument) -> dict[str, Any]:
    """Laat uit de opzet van een oudere lijst weg wat bij een thema hoort dat er niet meer is."""
    themas = gegevens["themas"] if isinstance(gegevens["themas"], list) else []
    eigen = gegevens["eigen"] if isinstance(gegevens["eigen"], list) else []
    over = [thema for thema in inhoud.themas if thema in themas]
    return gegevens | {
        "themas": over or list(inhoud.themas),
        "eigen": [
            rij for rij in eigen if not isinstance(rij, list) or (rij[1:2] and rij[1] in over)
        ],
    }


def as_scan_id(waarde: object) -> str:
    """Lees het kenmerk van een scan."""
    if not isinstance(waarde, str) or not _ID.fullmatch(waarde):
        raise VormError("het kenmerk van de scan klopt niet")
    return waarde


def as_line(waarde: object, wat: str, lengte: int) -> str:
    """Lees een regel tekst die niet leeg is en geen nieuwe regels of overbodige spaties heeft."""
    tekst = as_text(waarde, wat, lengte)
    if not tekst or " ".join(tekst.split()) != tekst:
        raise VormError(f"‘{wat}’ is leeg of is geen gewone regel tekst")
    return tekst


def as_day(waarde: object) -> str:
    """Lees een dag in de vorm jjjj-mm-dd."""
    tekst = as_text(waarde, "datum", 10)
    try:
        dag = date.fromisoformat(tekst)
    except ValueError as fout:
        raise VormError(f"‘{tekst}’ is geen datum") from fout
    if dag.isoformat() != tekst:
        raise VormError(f"‘{tekst}’ is geen datum in de vorm jjjj-mm-dd")
    return tekst


def _codes(waarde: object, wat: str, bekend: Collection[str]) -> tuple[str, ...]:
    codes = as_list(waarde, wat, len(bekend))
    gelezen = tuple(as_choice(code, wat, set(bekend)) for code in codes)
    if not gelezen or len(set(gelezen)) != len(gelezen):
        raise VormError(f"‘{wat}’ is leeg of noemt iets twee keer")
    return gelezen


def _names(waarde: object, wat: str, grootste: int) -> tuple[str, ...]:
    namen = tuple(as_line(naam, wat, ROL_LENGTE) for naam in as_list(waarde, wat, grootste))
    if not namen or len({groepcode(naam) for naam in namen}) != len(namen):
        raise VormError(f"‘{wat}’ is leeg of noemt iets twee keer")
    return namen


def _own(waarde: object, themas: tuple[str, ...]) -> tuple[EigenStelling, ...]:
    eigen = []
    for rij in as_list(waarde, "eigen stellingen", MAX_EIGEN):
        code, thema, tekst = _three(rij)
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            raise VormError("de code van een eigen stelling klopt niet")
        eigen.append(
            EigenStelling(
                code,
                as_choice(thema, "thema van een eigen stelling", set(themas)),
                as_line(tekst, "eigen stelling", STELLING_LENGTE),
            )
        )
    if len({stelling.code for stelling in eigen}) != len(eigen):
        raise VormError("twee eigen stellingen hebben dezelfde code")
    return tuple(eigen)


def _three(rij: object) -> list[Any]:
    delen = as_list(rij, "eigen stelling", 3)
    if len(delen) != 3:
        raise VormError("een eigen stelling heeft niet de goede vorm")
    return delen
