"""Wat de pagina nodig heeft om iemand zonder Python een scan te laten invullen.

De bladen, de stellingen in de woorden van elke groep en de zinnen komen uit het scherm zelf. Het
boek zet ze bij het bouwen in één bestand; ``book/_ext/levend/deelnemer`` vult er de scan uit de
link in, en schrijft dezelfde bestanden als dit hulpmiddel.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from lv_tools.basis.antwoorden.bestand import NAAM_LENGTE, NOTITIE_LENGTE
from lv_tools.basis.invoer.velden import read_field
from lv_tools.basis.onderzoek.vragenset import ONBEKENDE_ROL, ROL_LENGTE
from lv_tools.basis.opslag.adreslink import MAX_UITGEPAKT
from lv_tools.basis.taal.notatie import getal
from lv_tools.bouwdoos.hulpmiddel import STAP, Opstelling
from lv_tools.schermdelen import Deel
from lv_tools.schermdelen.later import BERICHT
from lv_tools.schermdelen.veld import Invoerveld
from lv_tools.zelfevaluatie.bestand.antwoorden import (
    NIET_INGEVULD,
    NIETS_OPGESCHREVEN,
    SOORT,
    VERSIE,
    clean_answers,
    describe_answers,
)
from lv_tools.zelfevaluatie.bestand.linkzoeker import MAX_FRAGMENT
from lv_tools.zelfevaluatie.model.opzet import (
    MAX_EIGEN,
    MAX_GROEPEN,
    MODI,
    STELLING_LENGTE,
    VERSIES,
    Opzet,
    new_setup,
    vragenset,
)
from lv_tools.zelfevaluatie.model.opzet import (
    NAAM_LENGTE as SCANNAAM_LENGTE,
)
from lv_tools.zelfevaluatie.model.staat import MAX_SCANS, Staat, receive
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.scherm.bladen import Slotblad
from lv_tools.zelfevaluatie.scherm.invullen import Invulpaneel
from lv_tools.zelfevaluatie.scherm.kop import Koppaneel
from lv_tools.zelfevaluatie.teksten import Instrument

#: Hier komt in een pad het kenmerk van de scan te staan.
SCAN = "@scan"
#: Hier komt de dag te staan waarop iemand begint.
VANDAAG = "@vandaag"
#: Zoveel tekens te veel heeft de tekst waarmee wij de fout laten schrijven.
_TEVEEL = 777
_ZINNEN = (
    "invul_begin", "invul_begin_knop", "invul_volgende", "invul_overzicht", "invul_thema_stand",
    "invul_stand", "invul_stand_begin", "invul_te_lang", "invul_naam_te_lang", "invul_af",
    "invul_opent", "invul_hoog",
    "slot_titel", "slot_geen_groep", "slot_open", "slot_stuur_op", "slot_later",
)  # fmt: skip


def participant_data(
    opstelling: Opstelling[Staat, Uitslag, Instrument],
) -> dict[str, Any]:
    """Geef alles voor het formulier van een deelnemer, als gegevens die JSON kent.

    Parameters
    ----------
    opstelling
        Een pas geopend hulpmiddel.
    """
    inhoud, werk = opstelling.inhoud, opstelling.werk
    leeg = json.loads(json.dumps(werk.to_data()))
    leeg["staat"]["opzet"] |= {"id": "", "datum": VANDAAG}
    opzet = new_setup(inhoud)
    werk.early()
    werk.change(lambda staat: receive(staat, opzet))
    werk.go(STAP, "invullen")
    opstelling.only("invullen")
    opstelling.refresh()
    plek = [stap.code for stap in inhoud.stap].index("invullen")
    paneel = cast(Invulpaneel, opstelling.panelen[plek])
    bladen = {}
    for nummer, code in enumerate(("", *inhoud.themas, "slot")):
        paneel.turn(nummer)
        opstelling.refresh()
        bladen[code] = _page(paneel, opzet)
    return {
        "instrument": opstelling.hulpmiddel.naam,
        "versie": opstelling.hulpmiddel.versie,
        "lijst": inhoud.lijst,
        "leeg": leeg,
        "wortel": _root(opstelling, paneel, plek, opzet),
        "bladen": bladen,
        "schaal": list(inhoud.schaal.opties),
        "weet_niet": inhoud.schaal.weet_niet,
        "nvt": inhoud.schaal.nvt,
        "bericht": BERICHT,
        "rollen": [[rol.code, rol.tekst] for rol in inhoud.rollen.values()],
        "onbekend": [ONBEKENDE_ROL, vragenset(opzet, inhoud).rolnaam(ONBEKENDE_ROL)],
        "themas": [_theme(code, inhoud) for code in inhoud.themas],
        "manieren": {
            modus: [m.titel, m.uitleg, list(m.weet)]
            for modus in MODI
            for m in (inhoud.manier_van(modus),)
        },
        "regels": list(inhoud.privacy.regels),
        "andere_woorden": inhoud.bewoording.vel,
        "zinnen": {sleutel: inhoud.zeg(sleutel) for sleutel in _ZINNEN},
        "te_lang": _too_long(paneel, opzet, inhoud),
        "bestand": {"soort": SOORT, "versie": VERSIE, **_rows(opzet, inhoud)},
        "grenzen": {
            "naam": SCANNAAM_LENGTE,
            "mens": NAAM_LENGTE,
            "rol": ROL_LENGTE,
            "notitie": NOTITIE_LENGTE,
            "stelling": STELLING_LENGTE,
            "eigen": MAX_EIGEN,
            "groepen": MAX_GROEPEN,
            "scans": MAX_SCANS,
            "uitgepakt": MAX_UITGEPAKT,
            "letters": MAX_FRAGMENT,
            "modi": list(MODI),
            "versies": list(VERSIES),
        },
    }


def _theme(code: str, inhoud: Instrument) -> dict[str, Any]:
    thema = inhoud.themas[code]
    return {
        "code": code,
        "titel": thema.titel,
        "bewijs": thema.bewijs_vraag,
        "opmerking": thema.opmerking_vraag,
        "stellingen": [
            {
                "code": s.code,
                "tekst": s.tekst,
                "hoog": s.hoog,
                "kern": s.kern,
                "anders": [[list(b.rollen), b.tekst, b.hulp] for b in s.anders],
                "niet_voor": list(s.niet_voor),
            }
            for s in inhoud.stellingen.values()
            if s.thema == code
        ],
    }


def _rows(opzet: Opzet, inhoud: Instrument) -> dict[str, Any]:
    """Geef de woorden van het overzicht van wat er in het bestand komt."""
    code = next(iter(inhoud.stellingen))
    regels = describe_answers(
        clean_answers(opzet.groepen[0], {code: 1}, opzet, inhoud), opzet, inhoud
    )
    return {
        "regels": [regel.wat for regel in (*regels[:5], regels[-1])],
        "zonder_naam": regels[1].waarde,
        "niet_ingevuld": NIET_INGEVULD,
        "niets": NIETS_OPGESCHREVEN,
    }


def _too_long(paneel: Invulpaneel, opzet: Opzet, inhoud: Instrument) -> dict[str, str]:
    """Geef per veld de fout bij een te lange tekst, met ``{telt}`` en ``{teveel}`` erin."""
    fouten: dict[str, str] = {}
    for nummer in range(len(inhoud.themas) + 1):
        paneel.turn(nummer)
        paneel.refresh()
        for deel in paneel.deel.walk():
            if isinstance(deel, Invoerveld) and deel.naam.startswith("andere/"):
                telt = deel.veld.lengte + _TEVEEL
                fout = str(read_field(deel.veld, "x" * telt))
                fout = fout.replace(getal(telt), "{telt}").replace(getal(_TEVEEL), "{teveel}")
                fouten[deel.naam.replace(opzet.id, SCAN)] = fout
    return fouten


def _page(paneel: Invulpaneel, opzet: Opzet) -> Any:
    blad = paneel.blad
    assert blad is not None  # noqa: S101 -- het paneel staat open
    namen: dict[str, str] = {blad.deel.inhoud[0].id: "kop"}
    if isinstance(blad, Slotblad):
        namen |= _ids(blad, ("ontbreekt", "code", "overzicht", "bewaar", "daarna"))
        namen[blad.deel.inhoud[0].inhoud[-1].inhoud[-1].id] = "wis"
    elif paneel.staat.invulplek == 0:
        kop = blad.deel.inhoud[0]
        namen |= {kop.inhoud[0].id: "opzet", kop.inhoud[1].inhoud[0].id: "ziet"}
    return _tree(blad.deel.inhoud[0], namen, opzet)


def _root(
    opstelling: Opstelling[Staat, Uitslag, Instrument],
    paneel: Invulpaneel,
    plek: int,
    opzet: Opzet,
) -> Any:
    """Geef het scherm om de bladen heen: de stap invullen, en wat eronder hoort."""
    kop = cast(Koppaneel, opstelling.boven)
    namen = {
        **_ids(paneel, ("fout", "naar_fout", "stand", "plaats", "vorige", "volgende", "naar")),
        **_ids(paneel, ("alles",)),
        **_ids(kop, ("melding",)),
        opstelling.bewaren.id: "bewaren",
    }
    paneel.plaats.inhoud = ()
    paneel.deel.inhoud = tuple(
        deel for deel in paneel.deel.inhoud if deel not in (paneel.welke, paneel.ontvang_vak)
    )
    stap = opstelling.stappen.inhoud[plek]
    boom = opstelling.scherm.to_tree()["wortel"]
    rest = [
        deel
        for deel in opstelling.scherm.inhoud
        if deel not in (opstelling.waarom, kop.deel, opstelling.stappen)
        and (opstelling.onder is None or deel is not opstelling.onder.deel)
    ]
    boom["eigenschappen"]["inhoud"] = [
        _tree(deel, namen, opzet) for deel in (kop.melding, stap, *rest)
    ]
    return {**boom, "id": "wortel"}


def _ids(paneel: object, namen: Iterable[str]) -> dict[str, str]:
    return {getattr(paneel, naam).id: naam for naam in namen}


def _tree(deel: Deel, namen: Mapping[str, str], opzet: Opzet) -> Any:
    """Geef de boom van een deel, met vaste kenmerken en zonder het kenmerk van de scan."""
    return _rename(deel.to_tree(), namen, opzet)


def _rename(waarde: Any, namen: Mapping[str, str], opzet: Opzet) -> Any:
    if isinstance(waarde, Mapping):
        uit = {naam: _rename(deel, namen, opzet) for naam, deel in waarde.items()}
        if "soort" in uit and uit.get("id") in namen:
            uit["id"] = namen[str(uit["id"])]
        return uit
    if isinstance(waarde, list | tuple):
        return [_rename(deel, namen, opzet) for deel in waarde]
    return waarde.replace(opzet.id, SCAN) if isinstance(waarde, str) else waarde
