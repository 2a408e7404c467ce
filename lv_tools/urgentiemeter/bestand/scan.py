"""Het bewaarde bestand van de urgentiemeter: een scan schrijven en gecontroleerd teruglezen.

De vorm staat beschreven in ``data/instrumenten/urgentiemeter.schema.json``. Een scan zit in de
staat van een bestand van :mod:`lv_tools.basis.opslag.werkbestand`, onder de sleutel ``extra``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from fractions import Fraction
from typing import Any

from lv_tools.basis.antwoorden.bestand import (
    checksum,
    earlier_from_data,
    earlier_in,
    earlier_to_data,
    from_state,
    to_state,
)
from lv_tools.basis.onderzoek.anoniem import anonymise, new_salt
from lv_tools.basis.opslag.werkbestand import Omzetting
from lv_tools.basis.taal.datumtaal import Datumprobleem, parse_date
from lv_tools.basis.vorm.vormcontrole import (
    VormError,
    as_choice,
    as_dict,
    as_list,
    as_number,
    as_pairs,
    as_text,
    as_whole,
    refuse_newer,
)
from lv_tools.urgentiemeter.bestand.lijst import list_of, to_data
from lv_tools.urgentiemeter.bestand.overzetten import VASTE_BRONNEN, carry_over
from lv_tools.urgentiemeter.model.feiten import JAREN, Indicator, Reeks, exact
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.uitslag import Afdeling, Scan
from lv_tools.urgentiemeter.teksten import Instrument

#: De ene naam van het hulpmiddel in een bestand, en de versie van de vorm.
NAAM = "urgentiemeter"
VERSIE = 2
#: Versie 1 nam haar vragenlijst niet mee; verder is de vorm dezelfde, dus het lezen regelt dat.
OMZETTINGEN: Mapping[int, Omzetting] = {1: lambda staat: staat}

MAX_AFDELINGEN = 50
MAX_REEKSEN = 20
MAX_LEERLINGEN = 100_000
_EERSTE = {"lijst", "naam", "datum", "modus", "afdelingen", "bronnen", "regels", "controle"}
_SCAN = _EERSTE | {"toen", "vroeger", "overig", "zout"}
_EIGEN = {"code", "naam", "laagste", "hoogste", "hoger_beter"}


def scan_to_state(scan: Scan, inhoud: Instrument) -> dict[str, Any]:
    """Schrijf een scan als gegevens die JSON kent, met een controlegetal."""
    bronnen = scan.bronnen
    if scan.modus == "anoniem":
        bronnen = anonymise(bronnen, scan.zout, VASTE_BRONNEN)
    vroeger = earlier_in(bronnen)
    toen = dict(to_data(inhoud))
    soorten = (afdeling.soort for afdeling in scan.afdelingen if afdeling.soort)
    toen["soorten"] = list(dict.fromkeys([*toen["soorten"], *soorten]))
    staat: dict[str, Any] = {
        "lijst": inhoud.lijst,
        "naam": scan.naam,
        "datum": scan.datum,
        "modus": scan.modus,
        "afdelingen": [
            {
                "naam": afdeling.naam,
                "soort": afdeling.soort,
                "reeksen": [_write_series(reeks, inhoud) for reeks in afdeling.reeksen],
            }
            for afdeling in scan.afdelingen
        ],
        "bronnen": to_state(bronnen, inhoud.vragen, vroeger),
        "regels": asdict(scan.regels),
        "toen": toen,
        "vroeger": earlier_to_data(vroeger),
        "overig": [list(paar) for paar in scan.overig],
        "zout": scan.zout,
    }
    return staat | {"controle": checksum(staat)}


def scan_from_state(staat: object, inhoud: Instrument) -> Scan:
    """Lees een scan uit een bestand, ook van een oudere vragenlijst.

    Wat in de lijst van nu hetzelfde betekent, telt mee; al het andere blijft als rest bij de mensen
    staan, of in ``overig``.

    Raises
    ------
    Nieuwer
        Als het bestand bij een nieuwere vragenlijst hoort.
    VormError
        Bij elke afwijking, ook als de inhoud na het bewaren is veranderd. De tekst noemt wat er
        niet klopt.
    """
    if not isinstance(staat, Mapping):
        raise VormError("‘scan’ heeft niet de goede vorm")
    lijst = staat.get("lijst")
    refuse_newer(lijst, inhoud.lijst)
    gegevens = as_dict(dict(staat), "scan", _SCAN if "toen" in staat else _EERSTE)
    if gegevens["controle"] != checksum(gegevens):
        raise VormError("de inhoud is na het bewaren veranderd of beschadigd")
    toen = list_of(gegevens.get("toen"), inhoud)
    if toen is inhoud:
        return _read(gegevens, inhoud)
    if toen.lijst != lijst:
        raise VormError("het nummer van de vragenlijst klopt niet")
    return carry_over(_read(gegevens, toen), gegevens["regels"], toen, inhoud)


def _read(gegevens: Mapping[str, Any], toen: Instrument) -> Scan:
    """Lees een scan met de vragenlijst waarmee hij is geschreven."""
    datum = as_text(gegevens["datum"], "datum", 10)
    if datum and isinstance(parse_date(datum), Datumprobleem):
        raise VormError(f"‘{datum}’ is geen datum")
    afdelingen = as_list(gegevens["afdelingen"], "afdelingen", MAX_AFDELINGEN)
    modus = as_choice(gegevens["modus"], "modus", {"", "naam", "anoniem"})
    vroeger = earlier_from_data(gegevens.get("vroeger", []))
    bronnen = from_state(gegevens["bronnen"], toen.vragen, vroeger)
    zout = as_text(gegevens.get("zout", ""), "zout", 64)
    if modus == "anoniem":
        zout = zout or (new_salt() if bronnen else "")
        bronnen = anonymise(bronnen, zout, VASTE_BRONNEN)
    return Scan(
        naam=as_text(gegevens["naam"], "naam", 80),
        datum=datum,
        modus=modus,
        afdelingen=tuple(_read_department(afdeling, toen) for afdeling in afdelingen),
        bronnen=bronnen,
        regels=_read_rules(gegevens["regels"], toen),
        zout=zout,
        overig=as_pairs(gegevens.get("overig", [])),
    )


def _write_series(reeks: Reeks, inhoud: Instrument) -> dict[str, Any]:
    indicator = reeks.indicator
    eigen = None
    if indicator != inhoud.indicatoren.get(indicator.code):
        eigen = {
            "code": indicator.code,
            "naam": indicator.naam,
            "laagste": _write_number(indicator.laagste),
            "hoogste": _write_number(indicator.hoogste),
            "hoger_beter": indicator.hoger_beter,
        }
    return {
        "indicator": eigen or indicator.code,
        "norm": _write_number(reeks.norm),
        "resultaten": [_write_number(waarde) for waarde in reeks.resultaten],
        "leerlingen": list(reeks.leerlingen),
        "leerlingen_volgend": reeks.leerlingen_volgend,
    }


def _write_number(waarde: Fraction | None) -> float | int | None:
    if waarde is None:
        return None
    return int(waarde) if waarde.denominator == 1 else float(waarde)


def _read_department(gegevens: object, inhoud: Instrument) -> Afdeling:
    afdeling = as_dict(gegevens, "afdeling", {"naam", "soort", "reeksen"})
    soorten = {str(rij["naam"]) for rij in inhoud.inhoud["afdelingssoort"]} | {""}
    return Afdeling(
        as_text(afdeling["naam"], "naam van een afdeling", 80),
        as_choice(afdeling["soort"], "soort afdeling", soorten),
        tuple(
            _read_series(reeks, inhoud)
            for reeks in as_list(afdeling["reeksen"], "reeksen", MAX_REEKSEN)
        ),
    )


def _read_series(gegevens: object, inhoud: Instrument) -> Reeks:
    velden = {"indicator", "norm", "resultaten", "leerlingen", "leerlingen_volgend"}
    reeks = as_dict(gegevens, "reeks", velden)
    indicator = _read_indicator(reeks["indicator"], inhoud)
    resultaten = as_list(reeks["resultaten"], "resultaten", JAREN)
    leerlingen = as_list(reeks["leerlingen"], "leerlingen", JAREN)
    if len(resultaten) != JAREN or len(leerlingen) != JAREN:
        raise VormError(f"een reeks heeft niet {JAREN} jaren")
    return Reeks(
        indicator,
        _read_number(reeks["norm"], indicator),
        tuple(_read_number(waarde, indicator) for waarde in resultaten),
        tuple(_read_pupils(aantal) for aantal in leerlingen),
        _read_pupils(reeks["leerlingen_volgend"]),
    )


def _read_indicator(gegevens: object, inhoud: Instrument) -> Indicator:
    if isinstance(gegevens, str):
        return inhoud.indicatoren[as_choice(gegevens, "indicator", set(inhoud.indicatoren))]
    eigen = as_dict(gegevens, "eigen indicator", _EIGEN)
    laagste, hoogste = (
        None if eigen[grens] is None else exact(as_number(eigen[grens], grens))
        for grens in ("laagste", "hoogste")
    )
    if laagste is not None and hoogste is not None and laagste >= hoogste:
        raise VormError("het bereik van een eigen indicator is leeg")
    if type(eigen["hoger_beter"]) is not bool:
        raise VormError("‘hoger_beter’ is geen waar of onwaar")
    return Indicator(
        as_text(eigen["code"], "code van een indicator", 40),
        as_text(eigen["naam"], "naam van een indicator", 80),
        laagste=laagste,
        hoogste=hoogste,
        hoger_beter=eigen["hoger_beter"],
    )


def _read_number(waarde: object, indicator: Indicator) -> Fraction | None:
    if waarde is None:
        return None
    getal = exact(as_number(waarde, indicator.naam))
    te_laag = indicator.laagste is not None and getal < indicator.laagste
    if te_laag or (indicator.hoogste is not None and getal > indicator.hoogste):
        raise VormError(f"‘{indicator.naam}’ is {waarde} en valt buiten het bereik")
    return getal


def _read_pupils(aantal: object) -> int | None:
    return None if aantal is None else as_whole(aantal, "leerlingen", 1, MAX_LEERLINGEN)


def _read_rules(gegevens: object, toen: Instrument) -> Regels:
    """Lees de regels; een regel die er nu niet meer is, komt bij het overzetten in ``overig``."""
    bekend = {veld.name for veld in fields(Regels)}
    regels = as_dict(gegevens, "regels", set(toen.inhoud.get("regelnamen", bekend)))
    try:
        return Regels(**{naam: waarde for naam, waarde in regels.items() if naam in bekend})
    except ValueError as fout:
        raise VormError(str(fout)) from fout
