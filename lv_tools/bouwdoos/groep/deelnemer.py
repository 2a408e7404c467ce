"""Wat de pagina nodig heeft om een collega zonder Python een vel te laten invullen.

Het vel, de stellingen in de woorden van elke rol en de zinnen komen uit het scherm zelf. Het boek
zet ze bij het bouwen in één bestand; ``book/_ext/levend/deelnemer/uitnodiging.mjs`` vult er de
uitnodiging uit de link in, en schrijft dezelfde bestanden als het hulpmiddel.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, cast

from lv_tools.basis.antwoorden.bestand import NAAM_LENGTE, NOTITIE_LENGTE
from lv_tools.basis.invoer.velden import read_field
from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE
from lv_tools.basis.opslag.adreslink import MAX_LETTERS, MAX_UITGEPAKT
from lv_tools.basis.taal.notatie import getal
from lv_tools.basis.verzamelen.antwoordcode import as_data, form_of
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.verzamelen.uitnodiging import NAAM_LENGTE as METING_LENGTE
from lv_tools.basis.verzamelen.vel import ANDERS, GEEN, WEET_NIET
from lv_tools.bouwdoos.groep.uitnodigen import Koppaneel
from lv_tools.bouwdoos.groep.vel import Velpaneel
from lv_tools.bouwdoos.hulpmiddel import STAP, Opstelling
from lv_tools.schermdelen.bestanden import Download
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Sectie
from lv_tools.schermdelen.keuze import Knop
from lv_tools.schermdelen.later import BERICHT, Inlevercode
from lv_tools.schermdelen.tekst import Mededeling, Tekst
from lv_tools.schermdelen.veld import Invoerveld

#: Zoveel tekens te veel heeft de tekst waarmee wij de fout laten schrijven.
_TEVEEL = 777
_ZINNEN = ("mee_opent", "mee_leeg", "mee_open", "mee_rol")


def participant_form(
    opstelling: Opstelling[Any, Any, Any],
    vel: Velpaneel[Any],
    *,
    stellingen: Iterable[Mapping[str, Any]],
    telwoord: tuple[str, str],
    eigen: Callable[[], bytes],
    delen: Mapping[str, Deel] | None = None,
) -> dict[str, Any]:
    """Geef alles voor het formulier van een deelnemer, als gegevens die JSON kent.

    Parameters
    ----------
    opstelling
        Een pas geopend hulpmiddel, met een :class:`Koppaneel` boven de stappen.
    vel
        Wat iemand invult.
    stellingen
        De stellingen: ``code``, ``tekst``, ``hoog`` (de uitleg) en ``anders`` (woorden per rol).
    telwoord
        Hoe een stelling hier heet, en hoe meer dan een.
    eigen
        Schrijft het bestand met alleen de eigen antwoorden.
    delen
        Delen van het vel die het formulier bij naam kent.
    """
    inhoud, werk = opstelling.inhoud, opstelling.werk
    wat = cast(Koppaneel[Any], opstelling.boven).wat
    leeg = json.loads(json.dumps(werk.to_data()))
    leeg["staat"][wat.kenmerk] = ""
    werk.early()
    boom = _root(opstelling, vel, delen)
    inleveren = json.loads(eigen())
    return {
        "instrument": opstelling.hulpmiddel.naam,
        "versie": opstelling.hulpmiddel.versie,
        "lijst": inhoud.lijst,
        "leeg": leeg,
        "kenmerk": wat.kenmerk,
        "velden": [veld.name for veld in fields(werk.staat)],
        "groepvelden": [veld.name for veld in fields(Groep)],
        "stap": {STAP: wat.stap},
        "wortel": boom,
        "los": [GEEN, WEET_NIET],
        "anders": ANDERS,
        "rollen": [[code, naam] for code, naam in inhoud.vragen.rolnamen.items()],
        "stellingen": list(stellingen),
        "telwoord": list(telwoord),
        "zinnen": {sleutel: inhoud.zeg(sleutel) for sleutel in _ZINNEN},
        "te_lang": _too_long(vel),
        "code": as_data(form_of(opstelling.hulpmiddel.naam, "0" * 12, inhoud.lijst, inhoud.vragen)),
        "bericht": BERICHT,
        "inleveren": {"naam": inleveren["naam"], "staat": inleveren["staat"]["staat"]},
        "grenzen": {
            "naam": METING_LENGTE,
            "mens": NAAM_LENGTE,
            "rol": ROL_LENGTE,
            "notitie": NOTITIE_LENGTE,
            "uitgepakt": MAX_UITGEPAKT,
            "letters": MAX_LETTERS,
        },
    }


def _root(
    opstelling: Opstelling[Any, Any, Any], vel: Velpaneel[Any], delen: Mapping[str, Deel] | None
) -> Any:
    """Geef het scherm: de uitleg, het vel, inleveren, en wat er altijd onder staat."""
    zeg, kop = opstelling.inhoud.zeg, cast(Koppaneel[Any], opstelling.boven)
    kop.open()
    welkom, ontbreekt, bewaar = Tekst(), Mededeling(), Download(zeg("mee_bewaar"), _nothing)
    alles = Knop(zeg("mee_alles"), lambda: None)
    code = Inlevercode()
    klaar = Sectie(
        zeg("mee_klaar"),
        ontbreekt,
        code,
        Tekst(zeg("mee_inleveren")),
        bewaar,
        Tekst(zeg("mee_later")),
        niveau=3,
    )
    vel.open()
    scherm = opstelling.scherm
    weg = (opstelling.waarom, kop.deel, opstelling.rest.deel, opstelling.stappen)
    onder = [deel for deel in scherm.inhoud if deel not in weg]
    melding = Mededeling(toon="fout")
    scherm.inhoud = (
        melding,
        welkom,
        Tekst(zeg("mee_uitleg")),
        Kolom(vel.deel),
        klaar,
        alles,
        *onder,
    )
    namen: dict[Deel, str] = {
        melding: "melding",
        welkom: "welkom",
        ontbreekt: "ontbreekt",
        bewaar: "bewaar",
        code: "code",
        alles: "alles",
        opstelling.bewaren: "bewaren",
        **{deel: naam for naam, deel in (delen or {}).items()},
    }
    kenmerken = {deel.id: naam for deel, naam in namen.items()}
    return {**_rename(scherm.to_tree()["wortel"], kenmerken), "id": "wortel"}


def _nothing() -> Any:
    raise ValueError("dit formulier wordt alleen geschreven")


def _rename(boom: Any, kenmerken: dict[str, str]) -> Any:
    eigenschappen = dict(boom["eigenschappen"])
    if "inhoud" in eigenschappen:
        eigenschappen["inhoud"] = [_rename(kind, kenmerken) for kind in eigenschappen["inhoud"]]
    kenmerk = kenmerken.get(boom["id"], boom["id"])
    return {**boom, "id": kenmerk, "eigenschappen": eigenschappen}


def _too_long(vel: Velpaneel[Any]) -> dict[str, str]:
    """Geef per veld de fout bij een te lange tekst, met ``{telt}`` en ``{teveel}`` erin."""
    fouten = {}
    for deel in vel.deel.walk():
        if isinstance(deel, Invoerveld):
            telt = deel.veld.lengte + _TEVEEL
            fout = str(read_field(deel.veld, "x" * telt))
            fout = fout.replace(getal(telt), "{telt}").replace(getal(_TEVEEL), "{teveel}")
            fouten[deel.naam] = fout
    return fouten
