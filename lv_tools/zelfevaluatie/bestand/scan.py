"""Het bestand van een hele scan: schrijven en gecontroleerd teruglezen.

De vorm staat beschreven in ``data/instrumenten/zelfevaluatie.schema.json``. Een scan zit in de
staat van een bestand van :mod:`lv_tools.basis.opslag.werkbestand`, onder de sleutel ``extra``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lv_tools.basis.antwoorden.bestand import (
    MAX_GETELD,
    checksum,
    earlier_from_data,
    earlier_in,
    earlier_to_data,
    from_state,
    to_state,
)
from lv_tools.basis.opslag.werkbestand import (
    Bewaard,
    Leesfout,
    Omzetting,
    clean_name,
    from_json,
    now,
    to_json,
)
from lv_tools.basis.vorm.vormcontrole import (
    VormError,
    as_choice,
    as_dict,
    as_list,
    as_pairs,
    as_text,
    as_whole,
    refuse_newer,
)
from lv_tools.zelfevaluatie.bestand.antwoorden import NAAM
from lv_tools.zelfevaluatie.bestand.lijst import list_of, to_data
from lv_tools.zelfevaluatie.bestand.opzet import as_day, setup_from_data, setup_to_data
from lv_tools.zelfevaluatie.bestand.overzetten import carry_over
from lv_tools.zelfevaluatie.model.opzet import Opzet, vraagafdruk, vragenset
from lv_tools.zelfevaluatie.model.scan import (
    MAX_EERDERE,
    TEKST_LENGTE,
    Samenoordeel,
    Scan,
    fit_scan,
)
from lv_tools.zelfevaluatie.teksten import Instrument

#: Versie van de vorm. Versie 1 nam haar vragenlijst niet mee; het lezen regelt dat.
VERSIE = 2
OMZETTINGEN: Mapping[int, Omzetting] = {1: lambda staat: staat}

_EERSTE = {"vragen", "opzet", "bronnen", "samen"}
_DEEL = _EERSTE | {"vroeger", "overig", "zout"}
_ERBIJ = {"eerdere", "controle"}
_OORDEEL = {
    "thema", "oordeel", "datum", "aanwezig", "overtuigd", "afspraak", "vooraf", "vooraf_n",
}  # fmt: skip


def scan_to_state(scan: Scan, inhoud: Instrument) -> dict[str, Any]:
    """Schrijf een scan als gegevens die JSON kent, met zijn vragenlijst en een controlegetal."""
    staat = _write(scan, inhoud)
    staat["eerdere"] = [_write(ander, inhoud) for ander in scan.eerdere]
    staat["toen"] = to_data(inhoud)
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
    gegevens = dict(staat) if isinstance(staat, Mapping) else {}
    toen = gegevens.get("toen")
    refuse_newer(toen.get("lijst") if isinstance(toen, dict) else None, inhoud.lijst)
    sleutels = _DEEL | _ERBIJ | {"toen"} if "toen" in gegevens else _EERSTE | _ERBIJ
    as_dict(gegevens, "scan", sleutels)
    if gegevens["controle"] != checksum(gegevens):
        raise VormError("de inhoud is na het bewaren veranderd of beschadigd")
    lijst = list_of(toen, inhoud)
    eerdere = as_list(gegevens["eerdere"], "eerdere scans", MAX_EERDERE)
    deel = _DEEL if "toen" in gegevens else _EERSTE
    scan = _read({sleutel: gegevens[sleutel] for sleutel in deel}, lijst, inhoud, deel)
    ernaast = tuple(_read(ander, lijst, inhoud, deel) for ander in eerdere)
    return replace(scan, eerdere=ernaast)


def scan_to_file(scan: Scan, inhoud: Instrument) -> bytes:
    """Schrijf een scan als los bestand, in dezelfde vorm waarin het scherm bewaart."""
    staat = {"extra": scan_to_state(scan, inhoud)}
    return to_json(Bewaard(NAAM, VERSIE, clean_name(scan.opzet.naam), now(), staat)).encode()


def scan_from_file(bytes_: bytes, inhoud: Instrument, bestand: str = "dit bestand") -> Scan:
    """Lees een scan uit een los bestand.

    Raises
    ------
    VormError
        Als het geen scan is, of als er iets niet klopt.
    """
    bewaard = from_json(bytes_, NAAM, VERSIE, bestand=bestand, omzettingen=OMZETTINGEN)
    if isinstance(bewaard, Leesfout):
        raise VormError(f"{bewaard.probleem}. {bewaard.uitweg}")
    return scan_from_state(bewaard.staat.get("extra"), inhoud)


def _write(scan: Scan, inhoud: Instrument) -> dict[str, Any]:
    scan = fit_scan(scan)
    vroeger = earlier_in(scan.bronnen)
    return {
        "vragen": vraagafdruk(scan.opzet, inhoud),
        "opzet": setup_to_data(scan.opzet),
        "bronnen": to_state(scan.bronnen, vragenset(scan.opzet, inhoud), vroeger),
        "samen": [_write_joint(oordeel) for oordeel in scan.samen],
        "vroeger": earlier_to_data(vroeger),
        "overig": [list(paar) for paar in scan.overig],
        "zout": scan.zout,
    }


def _write_joint(oordeel: Samenoordeel) -> dict[str, Any]:
    midden = [oordeel.vooraf_laag, oordeel.vooraf_hoog]
    return {
        "thema": oordeel.thema,
        "oordeel": oordeel.oordeel,
        "datum": oordeel.datum,
        "aanwezig": oordeel.aanwezig,
        "overtuigd": oordeel.overtuigd,
        "afspraak": oordeel.afspraak,
        "vooraf": None if None in midden else midden,
        "vooraf_n": oordeel.vooraf_n,
    }


def _read(staat: object, toen: Instrument, inhoud: Instrument, deel: set[str]) -> Scan:
    """Lees een scan met de vragenlijst van toen, en zet hem over naar die van nu."""
    gegevens = as_dict(staat, "scan", deel)
    opzet = setup_from_data(gegevens["opzet"], toen)
    if gegevens["vragen"] != vraagafdruk(opzet, toen):
        raise VormError("dit bestand hoort bij een andere versie van de vragenlijst")
    oordelen = as_list(gegevens["samen"], "samen", len(toen.themas))
    samen = tuple(_read_joint(oordeel, opzet, toen) for oordeel in oordelen)
    if len({oordeel.thema for oordeel in samen}) != len(samen):
        raise VormError("bij een thema staan twee gezamenlijke oordelen")
    vroeger = earlier_from_data(gegevens.get("vroeger", []))
    bronnen = from_state(gegevens["bronnen"], vragenset(opzet, toen), vroeger)
    if opzet.modus == "anoniem" and any(r.naam for b in bronnen for r in b.respondenten):
        raise VormError("in deze anonieme scan staat een naam")
    scan = Scan(
        opzet,
        bronnen,
        samen,
        zout=as_text(gegevens.get("zout", ""), "zout", 64),
        overig=as_pairs(gegevens.get("overig", [])),
    )
    return fit_scan(scan if toen is inhoud else carry_over(scan, toen, inhoud))


def _read_joint(staat: object, opzet: Opzet, inhoud: Instrument) -> Samenoordeel:
    gegevens = as_dict(staat, "gezamenlijk oordeel", _OORDEEL)
    hoogste = len(inhoud.schaal)
    oordeel, vooraf = gegevens["oordeel"], gegevens["vooraf"]
    laag = hoog = None
    if vooraf is not None:
        midden = [as_whole(deel, "vooraf", 1, hoogste) for deel in as_list(vooraf, "vooraf", 2)]
        if len(midden) != 2 or midden[0] > midden[1]:
            raise VormError("‘vooraf’ is geen midden van laag naar hoog")
        laag, hoog = midden

    def tekst(sleutel: str) -> str:
        return as_text(gegevens[sleutel], sleutel, TEKST_LENGTE)

    return Samenoordeel(
        as_choice(gegevens["thema"], "thema", set(opzet.themas)),
        None if oordeel is None else as_whole(oordeel, "oordeel", 1, hoogste),
        as_day(gegevens["datum"]),
        tekst("aanwezig"),
        tekst("overtuigd"),
        tekst("afspraak"),
        laag,
        hoog,
        as_whole(gegevens["vooraf_n"], "vooraf_n", 0, MAX_GETELD),
    )
