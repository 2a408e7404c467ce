"""Lees een bestand zonder de code van het hulpmiddel: wie antwoordde wat, in woorden.

Zo is van twee bestanden te zeggen of er hetzelfde in staat, hoe de vragenlijst ook is veranderd.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

EERSTE = json.loads(
    (Path(__file__).parents[2] / "data/instrumenten/lijsten-0.1.0.json").read_text("utf-8")
)
Mens = tuple[tuple[str, str], ...]


def staat(bestand: bytes | str) -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads(bestand)
    return gelezen["staat"]


def stellingen(lijst: dict[str, Any], opzet: dict[str, Any] | None) -> list[tuple[str, str]]:
    """Geef code en tekst van elke stelling, in de volgorde van een regel met antwoorden."""
    if opzet is None:
        return [(code, tekst) for code, tekst in lijst["stellingen"]]
    uit = []
    for thema in lijst["themas"]:
        if thema["code"] in opzet["themas"]:
            kern = opzet["versie"] == "kern"
            uit += [(c, t) for c, t, in_kern in thema["stellingen"] if in_kern or not kern]
            uit += [(c, t) for c, bij, t in opzet["eigen"] if bij == thema["code"]]
    return uit


def mensen(scan: dict[str, Any], hulpmiddel: str, lijst: dict[str, Any]) -> Counter[Mens]:
    """Tel de mensen op wat zij antwoordden; zo maakt het niet uit welk kenmerk iemand heeft."""
    vragen = stellingen(lijst, scan.get("opzet"))
    vroeger = scan.get("vroeger", [])
    uit: Counter[Mens] = Counter()
    for bron in scan["bronnen"]:
        for regel in bron["respondenten"]:
            uit[tuple(sorted(_one(regel.split("\t"), vragen, vroeger, lijst)))] += 1
    return uit


def _one(
    delen: list[str],
    vragen: list[tuple[str, str]],
    vroeger: list[list[Any]],
    lijst: dict[str, Any],
) -> Iterator[tuple[str, str]]:
    rollen = dict(lijst["rollen"])
    yield "rol", rollen.get(delen[1], delen[1])
    yield "naam", delen[2]
    labels = {"?": lijst["weet_niet"], "-": lijst.get("nvt", "")}
    labels |= {str(nr): label for nr, label in enumerate(lijst["schaal"], 1)}
    for (_code, tekst), teken in zip(vragen, delen[4], strict=True):
        if teken != ".":
            yield tekst, labels[teken]
    if delen[5]:
        opties = dict(lijst["standaarden"])
        codes = [] if delen[5] in {"?", "0", "."} else delen[5].split(" ")
        yield from ((f"{code} {opties[code]}", "genoemd") for code in codes)
        if delen[5] in {"?", "0"}:
            yield "standaarden", delen[5]
    for code, tekst in json.loads(delen[6] if len(delen) > 6 and delen[6] else "{}").items():
        yield f"tekst bij {code}", tekst
    for plek, waarde in json.loads(delen[7] if len(delen) > 7 else "{}").items():
        code, tekst, schaal, weet_niet, _nvt = vroeger[int(plek)]
        if isinstance(waarde, str):
            yield f"tekst bij {code}", waarde
        else:
            yield tekst, weet_niet if waarde is None else schaal[waarde - 1]


def scans(bestand: bytes | str, hulpmiddel: str) -> list[Counter[Mens]]:
    """Geef de mensen van de scan, en van elke scan die ernaast ligt."""
    extra = staat(bestand)["extra"]
    lijst = extra.get("toen") or EERSTE[hulpmiddel]
    return [mensen(scan, hulpmiddel, lijst) for scan in (extra, *extra.get("eerdere", []))]


def geteld(bestand: bytes | str) -> dict[str, list[int]]:
    """Geef wat in de zaal is geteld, per vraag in woorden; lege tellingen ontbreken."""
    extra = staat(bestand)["extra"]
    lijst = extra.get("toen") or EERSTE["urgentiemeter"]
    teksten, opties = dict(lijst["stellingen"]), [n for n, _ in lijst["standaarden"]]
    uit: dict[str, list[int]] = {}
    for bron in extra["bronnen"]:
        for hand in bron["handtellingen"]:
            uit |= {teksten[c]: rij for c, rij in hand["stellingen"].items() if any(rij)}
            genoemd = hand["keuzes"]["standaarden"]["genoemd"]
            uit |= {o: [k, 0, 0] for o, k in zip(opties, genoemd, strict=True) if k}
            for plek, rij in hand.get("rest", {}).items():
                code, tekst, *_ = extra["vroeger"][int(plek)]
                uit[code.partition(":")[2] or tekst] = rij
    return uit


def teksten(wat: Any) -> set[str]:
    """Geef alle tekst die iemand kan hebben getypt, hoe diep ook."""
    if isinstance(wat, str):
        return {wat}
    if isinstance(wat, dict):
        return set().union(*(teksten(deel) for deel in wat.values()))
    return set().union(*(teksten(deel) for deel in wat)) if isinstance(wat, list) else set()
