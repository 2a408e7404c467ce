"""Het bestand van één respondent: klein, gecontroleerd, en vooraf precies te zien.

De vorm staat in ``data/instrumenten/zelfevaluatie.schema.json`` (deel ``antwoorden``).
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, Literal

from lv_tools.basis.antwoorden.bestand import (
    NAAM_LENGTE,
    NOTITIE_LENGTE,
    VRAAG_LENGTE,
    as_notes,
    checksum,
    rest_from_data,
    rest_to_data,
)
from lv_tools.basis.antwoorden.bronvorm import rest_schema
from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.basis.onderzoek.respondenten import Respondent, new_id
from lv_tools.basis.onderzoek.spreiding import Antwoord
from lv_tools.basis.onderzoek.vragenset import Optie, Vragenset
from lv_tools.basis.onderzoek.vroeger import Restwaarde, Vroeger, sorted_rest
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import FORMAAT, now, read_object
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import KENMERK, Eigen, Getal, Hoogstens, Tekst
from lv_tools.basis.vorm.vormcontrole import VormError, as_text
from lv_tools.zelfevaluatie.model.lijst import first_list, instrument_of
from lv_tools.zelfevaluatie.model.opzet import (
    Groepsnaam,
    Modus,
    Opzet,
    ScanId,
    stellingen_in,
    stellingen_van,
    vraagafdruk,
    vragenset,
)
from lv_tools.zelfevaluatie.stellingen import Stelling
from lv_tools.zelfevaluatie.teksten import Instrument

NAAM = "zelfevaluatie"
SOORT = "antwoorden"
#: Versie 1 nam de tekst van de stellingen niet mee.
VERSIE = 2
#: Zo heet in het overzicht wat niet in het bestand komt.
NIET_INGEVULD, NIETS_OPGESCHREVEN = "niet ingevuld", "niets opgeschreven"
#: "Weet ik niet" in een bestand.
_WEET_NIET = "?"

Vraag = Annotated[str, Tekst(VRAAG_LENGTE)]
Notitie = Annotated[str, Tekst(NOTITIE_LENGTE, regels=True)]
Gegeven = Literal["?", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
Restvorm = Annotated[
    Mapping[Vroeger, Restwaarde],
    Eigen(rest_from_data, rest_to_data, rest_schema),
]


@dataclass(frozen=True)
class Antwoordbestand:
    """Wat er in het bestand van één persoon staat, in deze volgorde.

    ``vragen`` is een afdruk van de stellingen waarop geantwoord is. Wat achter ``controle`` staat,
    ontbreekt in versie 1.
    """

    formaat: Literal["lv-tools"]
    instrument: Literal["zelfevaluatie"]
    soort: Literal["antwoorden"]
    versie: Literal[1, 2]
    scan: ScanId
    scannaam: Annotated[str, Tekst(80)]
    vragen: Annotated[str, Tekst(16, patroon="[0-9a-f]{16}")]
    modus: Modus
    kenmerk: Annotated[str, KENMERK]
    tijd: Annotated[str, Tekst(40)]
    rol: Groepsnaam
    naam: Annotated[str, Tekst(NAAM_LENGTE)]
    antwoorden: Annotated[Mapping[str, Gegeven], Hoogstens(500)]
    notities: Annotated[Mapping[str, Notitie], Hoogstens(500)]
    controle: Annotated[str, Tekst(32)]
    lijst: Annotated[int, Getal(1, 10_000)] | None = None
    schaal: Annotated[tuple[Vraag, ...], Hoogstens(9)] | None = None
    stellingen: Annotated[Mapping[str, Vraag], Hoogstens(1_000)] | None = None
    rest: Restvorm | None = None


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
    gegevens = codec.write(_record(respondent, opzet, inhoud))
    gegevens["controle"] = checksum(gegevens)
    return (json.dumps(gegevens, ensure_ascii=False, indent=1) + "\n").encode()


def _record(respondent: Respondent, opzet: Opzet, inhoud: Instrument) -> Antwoordbestand:
    vragen = vragenset(opzet, inhoud)
    gegeven: Any = {
        code: _WEET_NIET if antwoord is None else antwoord
        for code, antwoord in respondent.antwoorden.items()
    }
    return Antwoordbestand(
        "lv-tools",
        "zelfevaluatie",
        "antwoorden",
        2,
        opzet.id,
        opzet.naam,
        vraagafdruk(opzet, inhoud),
        opzet.modus,
        respondent.id,
        respondent.versie,
        respondent.rol,
        respondent.naam if opzet.modus == "naam" else "",
        gegeven,
        dict(respondent.notities),
        "",
        inhoud.lijst,
        inhoud.schaal.opties,
        {
            vraag.code: vraag.for_role(respondent.rol).tekst
            for vraag in (*vragen.stellingen, *vragen.notitievelden)
            if vraag.code in respondent.antwoorden or vraag.code in respondent.notities
        },
        respondent.rest,
    )


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
    if gelezen.get("controle") != checksum(gelezen):
        raise VormError("het bestand is na het bewaren veranderd of beschadigd")
    bestand = codec.read(Antwoordbestand, gelezen)
    erbij = (bestand.lijst, bestand.schaal, bestand.stellingen, bestand.rest)
    if any((deel is None) != (bestand.versie == 1) for deel in erbij):
        raise VormError("er ontbreekt iets in het bestand, of er staat te veel in")
    if (bestand.lijst or 1) > inhoud.lijst:
        raise VormError(
            "dit bestand is met een nieuwere vragenlijst gemaakt dan deze pagina kent; laad de "
            "pagina opnieuw"
        )
    _fits(bestand, opzet, inhoud)
    toen = _asked(bestand, opzet, inhoud)
    return Overzetting(toen, vragenset(opzet, inhoud)).respondent(_read(bestand, toen, opzet))


def _fits(bestand: Antwoordbestand, opzet: Opzet, inhoud: Instrument) -> None:
    if bestand.scan != opzet.id:
        zelfde = " (een andere scan met dezelfde naam)" if bestand.scannaam == opzet.naam else ""
        raise VormError(
            f"deze antwoorden horen bij de scan ‘{bestand.scannaam}’{zelfde} en niet bij "
            f"‘{opzet.naam}’"
        )
    if (bestand.lijst or 1) == inhoud.lijst and bestand.vragen != vraagafdruk(opzet, inhoud):
        raise VormError(
            "de stellingen van deze scan zijn veranderd nadat dit is ingevuld. Zet de stellingen "
            "terug, of vraag deze persoon om opnieuw in te vullen"
        )
    if bestand.modus == "anoniem" and opzet.modus == "naam":
        raise VormError(
            "deze persoon antwoordde anoniem, en deze scan is op naam. Zet de scan op anoniem"
        )


def _asked(bestand: Antwoordbestand, opzet: Opzet, inhoud: Instrument) -> Vragenset:
    """Geef de vragen zoals deze persoon ze zag; bij 0.1.0 uit de eerste lijst."""
    if bestand.stellingen is not None:
        gezien = [Optie(code, tekst) for code, tekst in bestand.stellingen.items()]
        return replace(
            vragenset(opzet, inhoud),
            schaal=bestand.schaal or (),
            stellingen=tuple(optie for optie in gezien if ":" not in optie.code),
            notitievelden=tuple(optie for optie in gezien if ":" in optie.code),
        )
    toen = instrument_of(first_list(), inhoud)
    eigen = {e.code: e.tekst for e in opzet.eigen}
    if bestand.vragen != vraagafdruk(opzet, toen):
        eigen = {}  # de eigen stellingen zijn niet na te gaan, dus die tellen niet mee
    vast = vragenset(replace(opzet, themas=tuple(toen.themas), versie="volledig", eigen=()), toen)
    eerste = tuple(Optie(code, tekst) for code, tekst in eigen.items())
    onbekend = tuple(
        Optie(code, f"eigen stelling {code}")
        for code in bestand.antwoorden
        if code.startswith("eigen-") and code not in eigen
    )
    return replace(vast, stellingen=(*vast.stellingen, *eerste, *onbekend))


def _read(bestand: Antwoordbestand, toen: Vragenset, opzet: Opzet) -> Respondent:
    bekend = {stelling.code for stelling in toen.stellingen}
    if not set(bestand.antwoorden) <= bekend:
        raise VormError("er staan antwoorden in op stellingen die niet in deze scan zitten")
    if not bestand.rol.strip():
        raise VormError("er staat geen groep bij deze antwoorden")
    return Respondent(
        bestand.kenmerk,
        bestand.rol,
        {code: _answer(waarde, code, toen) for code, waarde in bestand.antwoorden.items()},
        {},
        bestand.naam if opzet.modus == "naam" else "",
        _moment(bestand.tijd),
        as_notes(bestand.notities, toen) if bestand.notities else {},
        bestand.rest or {},
    )


def _answer(waarde: Gegeven, code: str, toen: Vragenset) -> Antwoord:
    if waarde == "?":
        return None
    if waarde > len(toen.schaal):
        raise VormError(f"‘{waarde}’ is geen antwoord op stelling {code}")
    return waarde


def _moment(tekst: str) -> str:
    try:
        moment = datetime.fromisoformat(tekst)
    except ValueError as fout:
        raise VormError(f"‘{tekst[:20]}’ is geen tijdstip") from fout
    # In een anonieme scan staan er geen seconden in.
    vormen = {moment.isoformat(), moment.isoformat(timespec="minutes")}
    if moment.tzinfo is None or tekst not in vormen:
        raise VormError(f"‘{tekst[:20]}’ is geen tijdstip met een tijdzone")
    return tekst


@dataclass(frozen=True)
class Regel:
    """Een regel van het overzicht: wat het is, en wat er staat."""

    wat: str
    waarde: str


def describe_answers(respondent: Respondent, opzet: Opzet, inhoud: Instrument) -> tuple[Regel, ...]:
    """Laat in gewone woorden precies zien wat er in het bestand komt te staan."""
    bestand = _record(respondent, opzet, inhoud)
    vragen = vragenset(opzet, inhoud)
    regels = [
        Regel("Scan", f"{bestand.scannaam} (kenmerk {bestand.scan})"),
        Regel("Naam", bestand.naam or "staat er niet in"),
        Regel("Rol", vragen.rolnaam(bestand.rol)),
        Regel("Tijd van bewaren", bestand.tijd),
        Regel("Willekeurig kenmerk, zodat niemand dubbel telt", bestand.kenmerk),
    ]
    for thema in opzet.themas:
        for stelling in _shown_to(respondent, thema, opzet, inhoud):
            tekst = NIET_INGEVULD
            if stelling.code in respondent.antwoorden:
                tekst = inhoud.antwoord(respondent.antwoorden[stelling.code])
            regels.append(Regel(stelling.tekst, tekst))
        for veld in vragen.notitievelden:
            if veld.code.startswith(f"{thema}:"):
                tekst = bestand.notities.get(veld.code, NIETS_OPGESCHREVEN)
                regels.append(Regel(veld.tekst, tekst))
    for vraag, waarde in sorted_rest(respondent.rest):
        regels.append(Regel(f"{vraag.tekst} (uit een oudere vragenlijst)", vraag.words(waarde)))
    gewoon = (
        "Soort bestand, versie van de vragen, de tekst van de stellingen hierboven, manier van "
        "werken en een controlegetal"
    )
    manier = "op naam" if bestand.modus == "naam" else "anoniem"
    regels.append(Regel(gewoon, f"versie {VERSIE}, {bestand.vragen}, {manier}"))
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
    gegeven: Collection[str], opzet: Opzet, inhoud: Instrument, rol: str = ""
) -> dict[str, tuple[int, int]]:
    """Geef per thema hoeveel stellingen zijn ingevuld, en hoeveel er zijn.

    Parameters
    ----------
    gegeven
        De codes van de stellingen met een antwoord.
    rol
        De groep die invult: wat die niet krijgt, telt niet mee.
    """
    stand = dict.fromkeys(opzet.themas, (0, 0))
    for code, stelling in stellingen_van(opzet, inhoud).items():
        if rol in stelling.niet_voor:
            continue
        gedaan, alle = stand[stelling.thema]
        stand[stelling.thema] = gedaan + (code in gegeven), alle + 1
    return stand
