"""Wat de pagina nodig heeft om een collega zonder Python de urgentiemeter te laten invullen.

Het vel, de stellingen in de woorden van elke rol en de zinnen komen uit het scherm zelf. Het boek
zet ze bij het bouwen in één bestand; ``book/_ext/levend/deelnemer`` vult er de uitnodiging uit de
link in, en schrijft dezelfde bestanden als dit hulpmiddel.
"""

from __future__ import annotations

import json
from typing import Any, cast

from lv_tools.basis.antwoorden.bestand import NAAM_LENGTE
from lv_tools.basis.invoer.velden import read_field
from lv_tools.basis.onderzoek.vragenset import ROL_LENGTE
from lv_tools.basis.opslag.adreslink import MAX_LETTERS, MAX_UITGEPAKT
from lv_tools.basis.taal.notatie import getal
from lv_tools.basis.verzamelen.vel import ANDERS, BLAD, GEEN, WEET_NIET
from lv_tools.bouwdoos.hulpmiddel import STAP, Opstelling
from lv_tools.schermdelen import (
    Deel,
    Download,
    Knop,
    Kolom,
    Mededeling,
    Sectie,
    Tekst,
)
from lv_tools.schermdelen.veld import Invoerveld
from lv_tools.urgentiemeter.bestand.lezen import own_answers
from lv_tools.urgentiemeter.model.scan import NAAM_LENGTE as METING_LENGTE
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.scherm.kop import Koppaneel
from lv_tools.urgentiemeter.scherm.paneel import group_of
from lv_tools.urgentiemeter.scherm.vel import Antwoordvel
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument

#: Zoveel tekens te veel heeft de tekst waarmee wij de fout laten schrijven.
_TEVEEL = 777
_ZINNEN = ("mee_opent", "mee_leeg", "mee_open", "mee_rol")


def participant_data(opstelling: Opstelling[Scan, Uitslag, Instrument]) -> dict[str, Any]:
    """Geef alles voor het formulier van een deelnemer, als gegevens die JSON kent.

    Parameters
    ----------
    opstelling
        Een pas geopend hulpmiddel.
    """
    inhoud, werk = opstelling.inhoud, opstelling.werk
    leeg = json.loads(json.dumps(werk.to_data()))
    leeg["staat"]["kenmerk"] = ""
    werk.early()
    vel = Antwoordvel(group_of(werk, inhoud), inhoud, "groep/eigen", op_naam=False)
    boom = _root(opstelling, vel)
    inleveren = json.loads(own_answers(werk.staat, inhoud))
    return {
        "instrument": opstelling.hulpmiddel.naam,
        "versie": opstelling.hulpmiddel.versie,
        "lijst": inhoud.lijst,
        "leeg": leeg,
        "stap": {STAP: "beleving"},
        "wortel": boom,
        "blad": BLAD,
        "keuze": STANDAARDEN,
        "los": [GEEN, WEET_NIET],
        "anders": ANDERS,
        "rollen": [[code, naam] for code, naam in inhoud.vragen.rolnamen.items()],
        "stellingen": [
            {
                "code": s.code,
                "tekst": s.tekst,
                "hoog": s.hulp,
                "anders": [[list(b.rollen), b.tekst, b.hulp] for b in s.anders],
            }
            for s in inhoud.stelling
        ],
        "andere_woorden": inhoud.regeluitleg["eigen_woorden_vel"],
        "zinnen": {sleutel: inhoud.zeg(sleutel) for sleutel in _ZINNEN},
        "te_lang": _too_long(vel),
        "inleveren": {"naam": inleveren["naam"], "staat": inleveren["staat"]["staat"]},
        "grenzen": {
            "naam": METING_LENGTE,
            "mens": NAAM_LENGTE,
            "rol": ROL_LENGTE,
            "uitgepakt": MAX_UITGEPAKT,
            "letters": MAX_LETTERS,
        },
    }


def _root(opstelling: Opstelling[Scan, Uitslag, Instrument], vel: Antwoordvel) -> Any:
    """Geef het scherm: de uitleg, het vel, inleveren, en wat er altijd onder staat."""
    zeg, kop = opstelling.inhoud.zeg, cast(Koppaneel, opstelling.boven)
    kop.open()
    welkom, ontbreekt, bewaar = Tekst(), Mededeling(), Download(zeg("mee_bewaar"), _nothing)
    alles = Knop(zeg("mee_alles"), lambda: None)
    klaar = Sectie(
        zeg("mee_klaar"),
        Tekst(zeg("mee_inleveren")),
        ontbreekt,
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
        alles: "alles",
        opstelling.bewaren: "bewaren",
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


def _too_long(vel: Antwoordvel) -> dict[str, str]:
    """Geef per veld de fout bij een te lange tekst, met ``{telt}`` en ``{teveel}`` erin."""
    fouten = {}
    for deel in vel.deel.walk():
        if isinstance(deel, Invoerveld):
            telt = deel.veld.lengte + _TEVEEL
            fout = str(read_field(deel.veld, "x" * telt))
            fout = fout.replace(getal(telt), "{telt}").replace(getal(_TEVEEL), "{teveel}")
            fouten[deel.naam] = fout
    return fouten
