"""Lees een bestand zonder de code van het hulpmiddel: wie antwoordde wat, in woorden.

Zo is van twee bestanden te zeggen of er hetzelfde in staat, hoe de vragenlijst ook is veranderd.
"""

from __future__ import annotations

import json
import re
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


def inhoud(bestand: bytes | str) -> dict[str, Any]:
    """Geef wat een hulpmiddel bewaarde, in de vorm van toen of op de bouwdoos."""
    alles = staat(bestand)
    wat: dict[str, Any] = alles.get("staat") or alles["extra"]
    return wat


def bronnen(bestand: bytes | str) -> list[dict[str, Any]]:
    """Geef de bronnen met antwoorden; op de bouwdoos staan de eigen antwoorden ernaast."""
    wat = inhoud(bestand)
    uit: list[dict[str, Any]] = (
        wat["groep"].get("bronnen", {"bronnen": []})["bronnen"]
        if "groep" in wat
        else wat["bronnen"]
    )
    return uit


def vragen(bestand: bytes | str) -> list[tuple[str, str]]:
    """Geef code en tekst van de stellingen van de vragenlijst die het bestand meeneemt."""
    toen = inhoud(bestand)["toen"]
    if "vragen" in toen:
        return [(s["code"], s["tekst"]) for s in toen["vragen"]["stellingen"]]
    return [(code, tekst) for code, tekst in toen["stellingen"]]


def compact(gegevens: dict[str, Any], lijst: dict[str, Any]) -> Counter[Mens]:
    """Tel de mensen in bronnen waarvan elke regel de codes bij de antwoorden heeft."""
    uit: Counter[Mens] = Counter()
    for bron in gegevens.get("bronnen", []):
        for regel in bron.get("respondenten", []):
            delen = regel.split("\t")
            paren = [paar.split("=") for paar in delen[4].split(" ") if paar]
            notities = json.loads(delen[6] if len(delen) > 6 and delen[6] else "{}")
            rest = json.loads(delen[7] if len(delen) > 7 else "{}")
            oud = [[*gegevens["vroeger"][int(plek)], waarde] for plek, waarde in rest.items()]
            uit[_told(delen[1], delen[2], paren, notities, oud, lijst)] += 1
    return uit


def _told(
    rol: str,
    naam: str,
    paren: list[list[str]],
    notities: dict[str, str],
    oud: list[list[Any]],
    lijst: dict[str, Any],
) -> Mens:
    codes = {code: tekst for thema in lijst["themas"] for code, tekst, _kern in thema["stellingen"]}
    codes |= lijst.get("eigen", {})
    labels = {"?": lijst["weet_niet"], "-": lijst["nvt"]}
    labels |= {str(nr): label for nr, label in enumerate(lijst["schaal"], 1)}
    uit = [("rol", dict(lijst["rollen"]).get(rol, rol)), ("naam", naam)]
    uit += [(codes[code], labels[teken]) for code, teken in paren]
    uit += [(f"tekst bij {code}", tekst) for code, tekst in notities.items()]
    for code, tekst, schaal, weet_niet, nvt, waarde in oud:
        if isinstance(waarde, str):
            uit.append((f"tekst bij {code}", waarde))
        else:
            woord = weet_niet if waarde is None else nvt if waarde == 0 else schaal[waarde - 1]
            uit.append((tekst, woord))
    return tuple(sorted(uit))


def _own(vel: dict[str, Any], lijst: dict[str, Any]) -> Counter[Mens]:
    """Tel de eigen antwoorden, als die meetellen."""
    gegeven = [paar for blad in vel.get("antwoorden", {}).values() for paar in blad.items()]
    notities = {code: tekst for code, tekst in vel.get("notities", {}).items() if tekst.strip()}
    if not vel.get("rol") or not (gegeven or notities or vel.get("rest")):
        return Counter()
    tekens = {None: "?", 0: "-"}
    paren = [[code, tekens.get(wat, str(wat))] for code, wat in gegeven]
    naam = " ".join(vel.get("naam", "").split())
    return Counter([_told(vel["rol"], naam, paren, notities, vel.get("rest", []), lijst)])


def _with_own(lijst: dict[str, Any], opzet: dict[str, Any]) -> dict[str, Any]:
    return lijst | {"eigen": {e["code"]: e["tekst"] for e in opzet.get("eigen", [])}}


def scans(bestand: bytes | str, hulpmiddel: str) -> list[Counter[Mens]]:
    """Geef de mensen van de scan, en van elke scan die ernaast ligt."""
    wat = inhoud(bestand)
    if "groep" in wat and "opzet" in wat:
        return _zelf(wat)
    if "groep" in wat:
        return [_groep(wat)]
    lijst = wat.get("toen") or EERSTE[hulpmiddel]
    return [mensen(scan, hulpmiddel, lijst) for scan in (wat, *wat.get("eerdere", []))]


def _groep(wat: dict[str, Any]) -> Counter[Mens]:
    """Tel de mensen van een groep op de bouwdoos, elk op wat zij antwoordden."""
    groep, lijst = wat["groep"], wat["toen"]["vragen"]
    geheel = groep.get("bronnen", {"bronnen": []})
    uit: Counter[Mens] = Counter()
    for bron in geheel["bronnen"]:
        for regel in bron.get("respondenten", []):
            kenmerk, rol, naam, _versie, gegeven, keuzes, *meer = regel.split("\t")
            assert kenmerk
            antwoorden = dict(deel.split("=") for deel in gegeven.split(" ") if deel)
            gekozen = dict(deel.split("=") for deel in keuzes.split(" ") if deel)
            rest = json.loads(meer[1]) if len(meer) > 1 else {}
            vroeger = [(geheel["vroeger"][int(plek)], w) for plek, w in rest.items()]
            delen = _words((rol, naam), antwoorden, gekozen, vroeger, lijst)
            uit[tuple(sorted(delen))] += 1
    eigen = groep.get("eigen", {})
    if any(eigen.get(deel) for deel in ("antwoorden", "keuzes", "rest")):
        rol = eigen.get("andere", "").strip().lower() if eigen.get("rol") == "*anders" else ""
        antwoorden = {
            code: "?" if antwoord is None else str(antwoord)
            for blad in eigen.get("antwoorden", {}).values()
            for code, antwoord in blad.items()
        }
        gekozen = {
            code: {"*weet-niet": "?", "*geen": ""}.get(opties[0], ",".join(opties))
            for code, opties in eigen.get("keuzes", {}).items()
        }
        vroeger = [(rij[:5], rij[5]) for rij in eigen.get("rest", [])]
        wie = (rol or eigen.get("rol", "onbekend"), "")
        uit[tuple(sorted(_words(wie, antwoorden, gekozen, vroeger, lijst)))] += 1
    return uit


def _words(
    wie: tuple[str, str],
    antwoorden: dict[str, str],
    gekozen: dict[str, str],
    vroeger: list[tuple[list[Any], Any]],
    lijst: dict[str, Any],
) -> Iterator[tuple[str, str]]:
    rollen = {rol["code"]: rol["tekst"] for rol in lijst["rollen"]}
    yield "rol", rollen.get(wie[0], wie[0])
    yield "naam", wie[1]
    labels = {"?": lijst.get("weet_niet", "weet ik niet")}
    labels |= {str(nr): label for nr, label in enumerate(lijst["schaal"], 1)}
    teksten_ = {s["code"]: s["tekst"] for s in lijst["stellingen"]}
    yield from ((teksten_[code], labels[teken]) for code, teken in antwoorden.items())
    for vraag in lijst["keuzevragen"]:
        opties = {optie["code"]: optie["tekst"] for optie in vraag["opties"]}
        keuze = gekozen.get(vraag["code"])
        if keuze in ("", "?"):
            yield "standaarden", keuze or "0"
        elif keuze:
            yield from ((f"{code} {opties[code]}", "genoemd") for code in keuze.split(","))
    for (code, tekst, schaal, weet_niet, _nvt), waarde in vroeger:
        if isinstance(waarde, str):
            yield f"tekst bij {code}", waarde
        else:
            yield tekst, weet_niet if waarde is None else schaal[waarde - 1]


def _zelf(nu: dict[str, Any]) -> list[Counter[Mens]]:
    """Tel de mensen van de zelfevaluatie op de bouwdoos, en die van de scans ernaast."""
    lijst, groep = _with_own(nu["toen"], nu["opzet"]), nu["groep"]
    eigen = _own(groep.get("eigen", {}), lijst)
    return [
        eigen + compact(groep.get("bronnen", {}), lijst),
        *(
            compact(ander.get("bronnen", {}), _with_own(nu["toen"], ander["opzet"]))
            for ander in nu.get("eerdere", [])
        ),
    ]


def geteld(bestand: bytes | str) -> dict[str, list[int]]:
    """Geef wat in de zaal is geteld, per vraag in woorden; lege tellingen ontbreken."""
    wat = inhoud(bestand)
    if "groep" in wat:
        return _geteld(wat)
    lijst = wat.get("toen") or EERSTE["urgentiemeter"]
    teksten, opties = dict(lijst["stellingen"]), [n for n, _ in lijst["standaarden"]]
    uit: dict[str, list[int]] = {}
    for bron in wat["bronnen"]:
        for hand in bron["handtellingen"]:
            uit |= {teksten[c]: rij for c, rij in hand["stellingen"].items() if any(rij)}
            genoemd = hand["keuzes"]["standaarden"]["genoemd"]
            uit |= {o: [k, 0, 0] for o, k in zip(opties, genoemd, strict=True) if k}
            for plek, rij in hand.get("rest", {}).items():
                code, tekst, *_ = wat["vroeger"][int(plek)]
                uit[code.partition(":")[2] or tekst] = rij
    return uit


def _geteld(wat: dict[str, Any]) -> dict[str, list[int]]:
    lijst = wat["toen"]["vragen"]
    teksten_ = {s["code"]: s["tekst"] for s in lijst["stellingen"]}
    opties = [optie["code"] for optie in lijst["keuzevragen"][0]["opties"]]
    uit: dict[str, list[int]] = {}
    for bron in wat["groep"]["bronnen"]["bronnen"]:
        for hand in bron.get("handtellingen", []):
            telling = hand["telling"]
            for code, v in telling["stellingen"].items():
                rij = [*v["aantallen"], v.get("weet_niet", 0), v.get("nvt", 0)]
                uit |= {teksten_[code]: rij} if any(rij) else {}
            genoemd = telling["keuzes"]["standaarden"]["genoemd"]
            uit |= {o: [k, 0, 0] for o, k in zip(opties, genoemd, strict=True) if k}
            for vraag, rij in hand.get("rest", []):
                uit[vraag["code"].partition(":")[2] or vraag["tekst"]] = rij
    return uit


def teksten(wat: Any) -> set[str]:
    """Geef alle tekst die iemand kan hebben getypt, hoe diep ook."""
    if isinstance(wat, str):
        return {wat}
    if isinstance(wat, int | float):
        return {str(wat).replace(".", ",")}  # zoals iemand het typte
    if isinstance(wat, dict):
        return set().union(*(teksten(deel) for deel in wat.values()))
    return set().union(*(teksten(deel) for deel in wat)) if isinstance(wat, list) else set()


def ruim(wat: Any) -> set[str]:
    """Geef alle tekst en getallen, en van elke dag ook hoe iemand haar typt."""
    if isinstance(wat, int) and not isinstance(wat, bool):
        return {str(wat)}
    if isinstance(wat, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", wat):
        jaar, maand, dag = map(int, wat.split("-"))
        return {wat, f"{dag}-{maand}-{jaar}"}
    if isinstance(wat, dict):
        return set().union(*(ruim(deel) for deel in wat.values()))
    return set().union(*(ruim(deel) for deel in wat)) if isinstance(wat, list) else teksten(wat)
