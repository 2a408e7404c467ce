"""Gespreksvragen als los bestand, om door te sturen of op een ander apparaat te openen.

De vorm staat in ``data/instrumenten/gespreksvragen.schema.json``. Zo'n bestand kan van iedereen
komen: wat niet precies past, wordt geweigerd met een zin die zegt waarom.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, get_args

from lv_tools.basis.antwoorden.bestand import checksum
from lv_tools.basis.opslag.werkbestand import FORMAAT, read_object
from lv_tools.basis.uitwisseling.stukken import (
    ONDERWERP_LENGTE,
    TITEL_LENGTE,
    VRAAG_LENGTE,
    Fase,
    Gespreksvraag,
    Herkomst,
    shorten,
    shorten_origin,
)
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import (
    Nieuwer,
    VormError,
    as_choice,
    as_dict,
    as_list,
    as_text,
)

SOORT = "gespreksvragen"
VERSIE = 1
#: Zoveel vragen staan er hoogstens in een bestand.
MEESTE = 60

_SLEUTELS = {"formaat", "soort", "versie", "van", "titel", "datum", "vragen", "controle"}


def to_file(herkomst: Herkomst, vragen: Sequence[Gespreksvraag]) -> bytes:
    """Schrijf de vragen als bestand; van meer dan :data:`MEESTE` vragen gaan de eerste mee.

    Raises
    ------
    ValueError
        Als er geen enkele vraag is: dan is er niets om mee te nemen.
    """
    if not vragen:
        raise ValueError("er zijn nog geen vragen om mee te nemen")
    herkomst = shorten_origin(herkomst)
    gegevens: dict[str, Any] = {
        "formaat": FORMAAT,
        "soort": SOORT,
        "versie": VERSIE,
        "van": herkomst.hulpmiddel,
        "titel": herkomst.titel,
        "datum": herkomst.datum.isoformat() if herkomst.datum else "",
        "vragen": [
            {"tekst": v.tekst, "fase": v.fase, "onderwerp": v.onderwerp, "reden": v.reden}
            for v in (shorten(vraag) for vraag in vragen[:MEESTE])
        ],
    }
    gegevens["controle"] = checksum(gegevens)
    return (json.dumps(gegevens, ensure_ascii=False, indent=1) + "\n").encode()


def read_file(inhoud: bytes) -> tuple[Herkomst, tuple[Gespreksvraag, ...]]:
    """Lees een bestand met gespreksvragen.

    Raises
    ------
    VormError
        Als het bestand ergens anders over gaat, beschadigd is of iets bevat wat niet kan.
    """
    gelezen = read_object(inhoud)
    if isinstance(gelezen, str):
        raise VormError(gelezen)
    if gelezen.get("formaat") != FORMAAT or gelezen.get("soort") != SOORT:
        raise VormError("dit is geen bestand met gespreksvragen")
    versie = gelezen.get("versie")
    if type(versie) is int and versie > VERSIE:
        raise Nieuwer("dit bestand is gemaakt met een nieuwere versie; laad de pagina opnieuw")
    if type(versie) is not int or versie != VERSIE:
        raise VormError("het versienummer ontbreekt of klopt niet")
    as_dict(gelezen, "het bestand", _SLEUTELS)
    if checksum(gelezen) != gelezen["controle"]:
        raise VormError("het bestand is veranderd of beschadigd")
    herkomst = _origin(gelezen)
    rijen = as_list(gelezen["vragen"], "vragen", MEESTE)
    if not rijen:
        raise VormError("er staan geen vragen in")
    return herkomst, tuple(_read_question(rij) for rij in rijen)


def _origin(gelezen: dict[str, Any]) -> Herkomst:
    dag = as_text(gelezen["datum"], "datum", 10)
    try:
        wanneer = date.fromisoformat(dag) if dag else None
    except ValueError as fout:
        raise VormError(f"‘datum’ is {dag} en dat is geen dag") from fout
    titel = _line(gelezen["titel"], "titel", TITEL_LENGTE)
    try:
        naam = codec.read(Herkomst, {"hulpmiddel": gelezen["van"]}).hulpmiddel
    except VormError as fout:
        raise VormError("‘van’ is geen naam van een hulpmiddel") from fout
    return Herkomst(naam, titel, wanneer)


def _read_question(rij: object) -> Gespreksvraag:
    vraag = as_dict(rij, "vraag", {"tekst", "fase", "onderwerp", "reden"})
    tekst = _line(vraag["tekst"], "tekst van een vraag", VRAAG_LENGTE)
    if not tekst:
        raise VormError("er staat een vraag zonder tekst in")
    fase: Any = as_choice(vraag["fase"], "fase", set(get_args(Fase)))
    onderwerp = _line(vraag["onderwerp"], "onderwerp", ONDERWERP_LENGTE)
    return Gespreksvraag(tekst, fase, onderwerp, _line(vraag["reden"], "reden", VRAAG_LENGTE))


def _line(waarde: object, wat: str, lengte: int) -> str:
    tekst = as_text(waarde, wat, lengte)
    if "\n" in tekst or "\t" in tekst:
        raise VormError(f"‘{wat}’ is geen tekst van één regel")
    return " ".join(tekst.split())
