"""Het bestand van één respondent: klein, gecontroleerd, en vooraf precies te zien.

De vorm staat in ``data/instrumenten/zelfevaluatie.schema.json`` (deel ``antwoorden``).
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from lv_tools.basis.antwoorden.bestand import (
    NAAM_LENGTE,
    VRAAG_LENGTE,
    as_notes,
    checksum,
    rest_from_data,
    rest_to_data,
)
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.respondenten import Respondent, new_id
from lv_tools.basis.onderzoek.spreiding import Antwoord
from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE, Optie, Vragenset
from lv_tools.basis.onderzoek.vroeger import Restwaarde, Vroeger, sorted_rest
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import FORMAAT, now, read_object
from lv_tools.basis.vorm.vormcontrole import (
    VormError,
    as_choice,
    as_dict,
    as_list,
    as_text,
    as_whole,
)
from lv_tools.zelfevaluatie.bestand.lijst import first_list
from lv_tools.zelfevaluatie.bestand.opzet import as_line, as_scan_id
from lv_tools.zelfevaluatie.model.opzet import MODI, Opzet, stellingen_in, vraagafdruk, vragenset
from lv_tools.zelfevaluatie.teksten import Instrument, Stelling

NAAM = "zelfevaluatie"
SOORT = "antwoorden"
#: Versie 1 nam de tekst van de stellingen niet mee.
VERSIE = 2
_EERSTE = {
    "formaat", "instrument", "soort", "versie", "scan", "scannaam", "vragen", "modus", "kenmerk",
    "tijd", "rol", "naam", "antwoorden", "notities", "controle",
}  # fmt: skip
_SLEUTELS = _EERSTE | {"lijst", "schaal", "stellingen", "rest"}
#: "Weet ik niet" in een bestand.
_WEET_NIET = "?"
_KENMERK = re.compile(r"[A-Za-z0-9_-]{1,64}")


def clean_answers(
    rol: str,
    antwoorden: Mapping[str, Antwoord],
    opzet: Opzet,
    inhoud: Instrument,
    *,
    notities: Mapping[str, str] | None = None,
    naam: str = "",
    kenmerk: str = "",
    versie: str = "",
    rest: Mapping[Vroeger, Restwaarde] | None = None,
) -> Respondent:
    """Maak een respondent van wat op een scherm staat.

    Lege teksten vallen weg, en in een anonieme scan ook de naam. Zonder ``kenmerk`` en ``versie``
    komen die er nieuw bij.

    Raises
    ------
    VormError
        Als een tekst of naam te lang is: er wordt nooit stil iets afgekapt.
    """
    vragen = vragenset(opzet, inhoud)
    bekend = {stelling.code for stelling in vragen.stellingen}
    gevuld = {code: tekst.strip() for code, tekst in (notities or {}).items() if tekst.strip()}
    naam = " ".join(naam.split()) if opzet.modus == "naam" else ""
    return Respondent(
        kenmerk or new_id(),
        vragen.find_role(rol),
        {code: antwoord for code, antwoord in antwoorden.items() if code in bekend},
        {},
        as_text(naam, "naam", NAAM_LENGTE),
        versie or now().isoformat(),
        as_notes(gevuld, vragen) if gevuld else {},
        dict(rest or {}),
    )


def answers_to_file(respondent: Respondent, opzet: Opzet, inhoud: Instrument) -> bytes:
    """Schrijf de antwoorden van één persoon als bestand, met de tekst van wat hij beantwoordde."""
    vragen = vragenset(opzet, inhoud)
    gegevens: dict[str, Any] = {
        "formaat": FORMAAT,
        "instrument": NAAM,
        "soort": SOORT,
        "versie": VERSIE,
        "scan": opzet.id,
        "scannaam": opzet.naam,
        "vragen": vraagafdruk(opzet, inhoud),
        "modus": opzet.modus,
        "kenmerk": respondent.id,
        "tijd": respondent.versie,
        "rol": respondent.rol,
        "naam": respondent.naam if opzet.modus == "naam" else "",
        "antwoorden": {
            code: _WEET_NIET if antwoord is None else antwoord
            for code, antwoord in respondent.antwoorden.items()
        },
        "notities": dict(respondent.notities),
        "lijst": inhoud.lijst,
        "schaal": list(inhoud.schaal),
        "stellingen": {
            vraag.code: vraag.for_role(respondent.rol).tekst
            for vraag in (*vragen.stellingen, *vragen.notitievelden)
            if vraag.code in respondent.antwoorden or vraag.code in respondent.notities
        },
        "rest": rest_to_data(respondent.rest),
    }
    gegevens["controle"] = checksum(gegevens)
    return (json.dumps(gegevens, ensure_ascii=False, indent=1) + "\n").encode()


def answers_file_name(opzet: Opzet, respondent: Respondent) -> str:
    """Geef een bestandsnaam met de scan, de rol en de dag; nooit met de naam van een persoon.

    Het laatste stukje komt uit het kenmerk: zo overschrijven twee mensen elkaar niet. In een
    anonieme scan is het willekeurig: wie de naam ziet, kan daarmee niets terugzoeken.
    """
    stukje = secrets.token_hex(2) if opzet.modus == "anoniem" else respondent.id[:4]
    merk = f"{respondent.rol[:20]} {stukje}"
    return export_name(NAAM, "antwoorden", opzet.naam, opzet.datum, "json", merk=merk)


def is_answers_file(inhoud_bytes: bytes) -> bool:
    """Zeg of dit het bestand van een respondent lijkt, en niet een hele scan."""
    gelezen = read_object(inhoud_bytes)
    return isinstance(gelezen, dict) and gelezen.get("soort") == SOORT


def read_answers(inhoud_bytes: bytes, opzet: Opzet, inhoud: Instrument) -> Respondent:
    """Lees het bestand van één persoon.

    Raises
    ------
    VormError
        Als het bestand beschadigd is, van een andere scan is, of als de vragen of de manier van
        werken sinds het invullen zijn veranderd. De tekst zegt welke van die redenen het is.
    """
    gelezen = read_object(inhoud_bytes)
    if isinstance(gelezen, str):
        raise VormError(gelezen)
    if gelezen.get("formaat") != FORMAAT or gelezen.get("instrument") != NAAM:
        raise VormError("dit bestand hoort niet bij de zelfevaluatie")
    if gelezen.get("soort") != SOORT:
        raise VormError("dit is geen bestand met antwoorden van één persoon")
    if type(gelezen.get("versie")) is int and gelezen["versie"] > VERSIE:
        raise VormError(
            "dit bestand is met een nieuwere versie van het hulpmiddel gemaakt; laad de pagina "
            "opnieuw"
        )
    eerste = gelezen.get("versie") == 1 and type(gelezen["versie"]) is int
    gegevens = as_dict(gelezen, "antwoorden", _EERSTE if eerste else _SLEUTELS)
    if gegevens["controle"] != checksum(gegevens) or type(gegevens["versie"]) is not int:
        raise VormError("het bestand is na het bewaren veranderd of beschadigd")
    if not 1 <= gegevens["versie"] <= VERSIE:
        raise VormError("het versienummer van het bestand klopt niet")
    lijst = 1 if eerste else as_whole(gegevens["lijst"], "lijst", 1, 10_000)
    if lijst > inhoud.lijst:
        raise VormError(
            "dit bestand is met een nieuwere vragenlijst gemaakt dan deze pagina kent; laad de "
            "pagina opnieuw"
        )
    _fits(gegevens, lijst, opzet, inhoud)
    toen = _asked(gegevens, opzet, inhoud)
    return Overzetting(toen, vragenset(opzet, inhoud)).respondent(_read(gegevens, toen, opzet))


def _fits(gegevens: Mapping[str, Any], lijst: int, opzet: Opzet, inhoud: Instrument) -> None:
    if as_scan_id(gegevens["scan"]) != opzet.id:
        ander = as_text(gegevens["scannaam"], "scannaam", 80)
        zelfde = " (een andere scan met dezelfde naam)" if ander == opzet.naam else ""
        raise VormError(
            f"deze antwoorden horen bij de scan ‘{ander}’{zelfde} en niet bij ‘{opzet.naam}’"
        )
    if lijst == inhoud.lijst and gegevens["vragen"] != vraagafdruk(opzet, inhoud):
        raise VormError(
            "de stellingen van deze scan zijn veranderd nadat dit is ingevuld. Zet de stellingen "
            "terug, of vraag deze persoon om opnieuw in te vullen"
        )
    modus = as_choice(gegevens["modus"], "modus", set(MODI))
    if modus == "anoniem" and opzet.modus == "naam":
        raise VormError(
            "deze persoon antwoordde anoniem, en deze scan is op naam. Zet de scan op anoniem"
        )


def _asked(gegevens: Mapping[str, Any], opzet: Opzet, inhoud: Instrument) -> Vragenset:
    """Geef de vragen zoals deze persoon ze zag; bij 0.1.0 uit de eerste lijst."""
    if gegevens["versie"] > 1:
        nu = vragenset(opzet, inhoud)
        if not isinstance(gegevens["stellingen"], dict):
            raise VormError("‘stellingen’ heeft niet de goede vorm")
        gezien = [
            Optie(as_text(code, "stelling", 80), as_text(tekst, code, VRAAG_LENGTE))
            for code, tekst in gegevens["stellingen"].items()
        ]
        labels = as_list(gegevens["schaal"], "schaal", 9)
        return replace(
            nu,
            schaal=tuple(as_text(label, "schaal", VRAAG_LENGTE) for label in labels),
            stellingen=tuple(optie for optie in gezien if ":" not in optie.code),
            notitievelden=tuple(optie for optie in gezien if ":" in optie.code),
        )
    toen = first_list()
    eigen = {e.code: e.tekst for e in opzet.eigen}
    if gegevens["vragen"] != vraagafdruk(opzet, toen):
        eigen = {}  # de eigen stellingen zijn niet na te gaan, dus die tellen niet mee
    vast = vragenset(replace(opzet, themas=tuple(toen.themas), versie="volledig", eigen=()), toen)
    eerste = tuple(Optie(code, tekst) for code, tekst in eigen.items())
    onbekend = tuple(
        Optie(code, f"eigen stelling {code}")
        for code in _texts(gegevens["antwoorden"])
        if code.startswith("eigen-") and code not in eigen
    )
    return replace(vast, stellingen=(*vast.stellingen, *eerste, *onbekend))


def _texts(waarde: object) -> list[str]:
    return [code for code in waarde if isinstance(code, str)] if isinstance(waarde, dict) else []


def _read(gegevens: Mapping[str, Any], toen: Vragenset, opzet: Opzet) -> Respondent:
    kenmerk, tijd = gegevens["kenmerk"], gegevens["tijd"]
    if not isinstance(kenmerk, str) or not _KENMERK.fullmatch(kenmerk):
        raise VormError("het kenmerk van de persoon klopt niet")
    antwoorden = gegevens["antwoorden"]
    bekend = {stelling.code for stelling in toen.stellingen}
    if not isinstance(antwoorden, dict) or not set(antwoorden) <= bekend:
        raise VormError("er staan antwoorden in op stellingen die niet in deze scan zitten")
    naam = as_text(gegevens["naam"], "naam", NAAM_LENGTE)
    return Respondent(
        kenmerk,
        as_line(gegevens["rol"], "rol", ROL_LENGTE),
        {code: _answer(waarde, code, toen) for code, waarde in antwoorden.items()},
        {},
        naam if opzet.modus == "naam" else "",
        _moment(tijd),
        as_notes(gegevens["notities"], toen) if gegevens["notities"] != {} else {},
        rest_from_data(gegevens.get("rest", [])),
    )


def _answer(waarde: object, code: str, toen: Vragenset) -> Antwoord:
    if waarde == _WEET_NIET:
        return None
    if type(waarde) is not int or not 0 <= waarde <= len(toen.schaal):
        raise VormError(f"‘{str(waarde)[:20]}’ is geen antwoord op stelling {code}")
    return waarde


def _moment(tijd: object) -> str:
    tekst = as_text(tijd, "tijd", 40)
    try:
        moment = datetime.fromisoformat(tekst)
    except ValueError as fout:
        raise VormError(f"‘{tekst[:20]}’ is geen tijdstip") from fout
    if moment.tzinfo is None or moment.isoformat() != tekst:
        raise VormError(f"‘{tekst[:20]}’ is geen tijdstip met een tijdzone")
    return tekst


@dataclass(frozen=True)
class Regel:
    """Een regel van het overzicht: wat het is, en wat er staat."""

    wat: str
    waarde: str


def describe_answers(respondent: Respondent, opzet: Opzet, inhoud: Instrument) -> tuple[Regel, ...]:
    """Laat in gewone woorden precies zien wat er in het bestand komt te staan."""
    gegevens = json.loads(answers_to_file(respondent, opzet, inhoud))
    vragen = vragenset(opzet, inhoud)
    regels = [
        Regel("Scan", f"{gegevens['scannaam']} (kenmerk {gegevens['scan']})"),
        Regel("Naam", gegevens["naam"] or "staat er niet in"),
        Regel("Rol", vragen.rolnaam(gegevens["rol"])),
        Regel("Tijd van bewaren", gegevens["tijd"]),
        Regel("Willekeurig kenmerk, zodat niemand dubbel telt", gegevens["kenmerk"]),
    ]
    for thema in opzet.themas:
        for stelling in _shown_to(respondent, thema, opzet, inhoud):
            gegeven = gegevens["antwoorden"].get(stelling.code, "niet ingevuld")
            tekst = "niet ingevuld"
            if stelling.code in respondent.antwoorden:
                tekst = inhoud.antwoord(None if gegeven == _WEET_NIET else gegeven)
            regels.append(Regel(stelling.tekst, tekst))
        for veld in vragen.notitievelden:
            if veld.code.startswith(f"{thema}:"):
                tekst = gegevens["notities"].get(veld.code, "niets opgeschreven")
                regels.append(Regel(veld.tekst, tekst))
    for vraag, waarde in sorted_rest(respondent.rest):
        regels.append(Regel(f"{vraag.tekst} (uit een oudere vragenlijst)", vraag.words(waarde)))
    gewoon = (
        "Soort bestand, versie van de vragen, de tekst van de stellingen hierboven, manier van "
        "werken en een controlegetal"
    )
    manier = "op naam" if gegevens["modus"] == "naam" else "anoniem"
    regels.append(Regel(gewoon, f"versie {VERSIE}, {gegevens['vragen']}, {manier}"))
    return tuple(regels)


def _shown_to(
    respondent: Respondent, thema: str, opzet: Opzet, inhoud: Instrument
) -> list[Stelling]:
    """De stellingen van een thema in de woorden van iemand, zonder wat die niet kreeg."""
    rol = respondent.rol
    return [
        stelling.for_role(rol)
        for stelling in stellingen_in(thema, opzet, inhoud)
        if rol not in stelling.niet_voor or stelling.code in respondent.antwoorden
    ]


def progress(
    respondent: Respondent | None, opzet: Opzet, inhoud: Instrument
) -> dict[str, tuple[int, int]]:
    """Geef per thema hoeveel stellingen zijn ingevuld, en hoeveel er zijn."""
    gegeven = respondent.antwoorden if respondent else {}
    uit = {}
    for thema in opzet.themas:
        rol = respondent.rol if respondent else ""
        codes = [s.code for s in stellingen_in(thema, opzet, inhoud) if rol not in s.niet_voor]
        uit[thema] = (sum(code in gegeven for code in codes), len(codes))
    return uit
