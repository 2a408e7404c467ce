"""Maakt ``lv_tools/scholen/voorbeeld.json``: vier verzonnen scholen, uit echte bestanden.

Draai dit na een wijziging van de staat of van een hulpmiddel, met ``lv_tools`` op het pad.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from scholenproef import (
    TEAM,
    map_,
    meting,
    open_alle,
    plan,
    risico,
    ronde,
    scan,
)  # fmt: skip

from lv_tools.basis.vorm import codec
from lv_tools.scholen.model.staat import Vergelijking

DOEL = Path(__file__).parents[2] / "lv_tools" / "scholen" / "voorbeeld.json"
A, B, C, D = (f"Verzonnen school {letter}" for letter in "ABCD")


def bestanden() -> Mapping[str, bytes]:
    """Geef de bestanden, zoals vier scholen ze zouden inleveren."""
    docenten = tuple(("docent", hoogte) for hoogte in (2, 2, 3, 3, 3, 4, 3))
    leiding = (*(("schoolleiding", 3),) * 2, *(("teamleider", 2),) * 4)
    return {
        "a-eerder.lv.json": scan(f"{A}, najaar 2025", TEAM, dag=date(2025, 11, 4)),
        "a-scan.lv.json": scan(f"{A}, najaar 2026", (*TEAM, ("docent", 3)), dag=date(2026, 11, 3)),
        "b-scan.lv.json": scan(B, (*docenten, *leiding), dag=date(2026, 11, 10), modus="anoniem"),
        "c-scan.lv.json": scan(C, TEAM[:9], dag=date(2026, 11, 12), versie="volledig"),
        "d-scan.lv.json": scan(D, TEAM[:3], dag=date(2026, 11, 5), modus="anoniem"),
        "a-meting.lv.json": meting(A, TEAM, cijfers=("6.4", "6.3", "6.1")),
        "b-meting.lv.json": meting(B, (*docenten, *leiding), modus="anoniem"),
        "d-meting.lv.json": meting(D, TEAM[2:], cijfers=("6.1", "6.2", "6.0")),
        "a-risico.lv.json": risico(A, tuple((rol, 2) for rol, _ in TEAM)),
        "c-risico.lv.json": risico(C, tuple((rol, 1) for rol, _ in TEAM[2:9])),
        "d-risico.lv.json": risico(D, tuple((rol, 2) for rol, _ in TEAM), grens=60),
        "a-plan.lv.json": plan(A),
        "c-plan.lv.json": plan(C, dag=date(2025, 12, 1)),
        "b-ronde.lv.json": ronde(B),
        "c-ronde.lv.json": ronde(C),
        "a-dossier.lv.json": map_(A),
        "b-dossier.lv.json": map_(B, 1),
    }


def voorbeeld() -> Vergelijking:
    """Lees ze zoals het hulpmiddel dat doet; alleen de kenmerken zijn telkens dezelfde."""
    staat = open_alle(bestanden())
    stukken = tuple(replace(stuk, id=f"v{nr}") for nr, stuk in enumerate(staat.stukken, start=1))
    return replace(staat, stukken=stukken, titel="Vier verzonnen scholen")


if __name__ == "__main__":
    tekst = json.dumps(codec.write(voorbeeld()), ensure_ascii=False, separators=(",", ":"))
    DOEL.write_text(f"{tekst}\n", encoding="utf-8")
    print(DOEL, len(tekst))
