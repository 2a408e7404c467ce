"""Schrijf het werk van een gebruiker als JSON; teruglezen doet :mod:`.lezen`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from lv_tools.gespreksprompter.bestand.agenda import calendar_to_json
from lv_tools.gespreksprompter.bestand.lijst import to_data
from lv_tools.gespreksprompter.model.gesprek import Gesprek, Moment
from lv_tools.gespreksprompter.model.gids import Gids
from lv_tools.gespreksprompter.model.ritme import Periode, Tempo
from lv_tools.gespreksprompter.model.werk import Ritme, Werk
from lv_tools.gespreksprompter.teksten import Tafel, inhoud


def to_json(werk: Werk) -> dict[str, Any]:
    """Schrijf het werk als JSON."""
    return {
        "lijst": inhoud().lijst,
        "toen": to_data(),
        "overig": [list(paar) for paar in werk.overig],
        "reeks": werk.reeks,
        "gesprek": werk.gesprek,
        "meegebracht": [asdict(vraag) for vraag in werk.meegebracht],
        "agenda": calendar_to_json(werk.kenmerk, werk.uitgegeven),
        "reeksen": [
            {
                "id": r.id,
                "naam": r.naam,
                "tafel": _table(r.tafel),
                "gesprekken": [_conversation(g) for g in r.gesprekken],
                "gebruikt": [[letter, nummer] for letter, nummer in r.gebruikt],
            }
            for r in werk.reeksen
        ],
        "ritme": _rhythm(werk.ritme),
        "andere_jaren": [_rhythm(ritme) for ritme in werk.andere_jaren],
    }


def _rhythm(ritme: Ritme) -> dict[str, Any]:
    return {
        "jaar": ritme.jaar,
        "periode": _period(ritme.periode),
        "vakanties": [_period(p) for p in ritme.vakanties],
        "tempos": [_pace(t) for t in ritme.tempos],
        "zelf": [
            [tafel, bedoeld.isoformat(), dag.isoformat() if dag else None]
            for (tafel, bedoeld), dag in ritme.zelf.items()
        ],
    }


def _table(tafel: Tafel) -> object:
    if not tafel.eigen:
        return tafel.code
    return {"code": tafel.code, "naam": tafel.naam, "niveaus": list(tafel.niveaus)}


def _conversation(g: Gesprek) -> dict[str, Any]:
    return {
        "id": g.id,
        "moment": _moment(g.moment),
        "aanwezig": g.aanwezig,
        "gids": _guide(g.gids) if g.gids else None,
        "notities": dict(g.notities),
        "overgeslagen": sorted(g.overgeslagen),
        "afspraken": [
            asdict(a) | {"wanneer": a.wanneer.isoformat() if a.wanneer else None}
            for a in g.afspraken
        ],
        "parkeer": [asdict(p) for p in g.parkeer],
        "gehouden": g.gehouden,
        "volgende": _moment(g.volgende),
        "aan_bod": None if g.aan_bod is None else sorted(g.aan_bod),
    }


def _moment(m: Moment) -> dict[str, Any]:
    tijd = m.tijd.isoformat("minutes") if m.tijd else None
    return {"dag": m.dag.isoformat() if m.dag else None, "tijd": tijd, "plaats": m.plaats}


def _guide(gids: Gids) -> dict[str, Any]:
    o = gids.opdracht
    return {
        "opdracht": {
            "tafel": _table(o.tafel),
            "fasen": list(o.fasen),
            "minuten": o.minuten,
            "doel": o.doel,
            "standaard": o.standaard,
            "kenmerk": o.kenmerk,
            "onderwerp": o.onderwerp,
            "zaad": o.zaad,
        },
        "regels": [asdict(r) for r in gids.regels],
        "meldingen": list(gids.meldingen),
        "geweerd": sorted(gids.geweerd),
    }


def _period(p: Periode) -> dict[str, str]:
    return {"van": p.van.isoformat(), "tot": p.tot.isoformat(), "naam": p.naam}


def _pace(t: Tempo) -> dict[str, Any]:
    return {
        "tafel": _table(t.tafel),
        "soort": t.soort,
        "weken": t.weken,
        "maanden": list(t.maanden),
        "weekdag": t.weekdag,
        "tijd": t.tijd.isoformat("minutes"),
        "minuten": t.minuten,
    }
