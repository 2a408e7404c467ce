"""Maakte de voorbeelden van de bevindingenverkenner in deze map, met de code van versie 0.2.0.

Draai dit niet opnieuw: de bestanden zijn wat lezers van 0.2.0 op hun apparaat hebben staan, en
blijven zoals zij zijn. Het script staat erbij om te laten zien wat erin zit, en hoe.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

HIER = Path(__file__).parent
for map_ in ("schermdelen", "tweede_uitgave"):
    sys.path.insert(0, str(HIER.parent / map_))

from uitgave import Geopend, uitgave  # noqa: E402

NAAM = "bevindingenverkenner"


def schrijf(naam: str, inhoud: bytes | str) -> bytes:
    tekst = inhoud if isinstance(inhoud, bytes) else inhoud.encode()
    (HIER / naam).write_bytes(tekst)
    print(naam, len(tekst))
    return tekst


def gevuld() -> Geopend:
    """In elke weergave iets gekozen, en een zoektekst die te lang is om te gebruiken."""
    geopend = Geopend(NAAM)
    geopend.open(bestand="Havo en vwo")
    keuzes: dict[str, Any] = {
        "weergave": "kerncijfers",
        "kerncijfers-zoek": "  <b>lezen</b> & taal",
        "kerncijfers-volgorde": "alfabet",
        "mijn-afdeling": "vmbo-k",
        "mijn-standaarden": ["OP2", "OP3", "SKA1"],
        "mijn-obstakels": ["Personeelstekort", "Verwaarlozing"],
        "risico_per_afdeling-vorm": "vergelijking",
        "risico_per_afdeling-vergelijk_a": "Havo",
        "risico_per_afdeling-vergelijk_b": "vmbo-k",
        "risico_per_afdeling-afdeling": ["Havo", "vmbo-k"],
        "risico_per_afdeling-standaard": ["OP2", "SKA1"],
        "risico_per_afdeling-volgorde": "laag",
        "uitdagingen-standaard": "OP1",
        "uitdagingen-standaard-2": "SKA3",
        "uitdagingen-zoek": "ouders",
        "uitdagingen-volgorde": "alfabet",
        "interventies_bij_obstakels-obstakel": "Verwaarlozing",
        "interventies_bij_obstakels-obstakel-2": "Personeelstekort",
        "interventies_bij_obstakels-interventie": "Scholing",
        "interventies_bij_obstakels-volgorde": "n",
        "intake_en_begeleiding-volgorde": "alfabet",
        "plaatsen-volgorde": "bron",
        "bestuursgrootte-volgorde": "hoog",
        "interventies-volgorde": "alfabet",
        "elementen-zoek": "team\n" + "en nog meer " * 900,
        "elementen-volgorde": "alfabet",
        "standaarden-zoek": "kwaliteit",
        "standaarden-volgorde": "alfabet",
    }
    for naam, waarde in keuzes.items():
        geopend.zet(naam, waarde)
    for naam in ("elementen-soort", "standaarden-gebied", "standaarden-niveau"):
        geopend.zet(naam, geopend.deel(naam).opties[-1][0])
    return geopend


def zonder(naam: str, tekst: str) -> str:
    """Een uitgave waarin een belemmering en een zoekveld er niet meer zijn."""
    if naam == "interventies_bij_obstakels.csv":
        return "".join(r for r in tekst.splitlines(True) if "Personeelstekort" not in r)
    if naam == "bevindingenverkenner.toml":
        return tekst.replace("zoeken = true\nbegin = { standaard", "begin = { standaard")
    return tekst


if __name__ == "__main__":
    werk = schrijf("bevindingenverkenner-werk.json", gevuld().bewaard())
    with tempfile.TemporaryDirectory() as map_, uitgave(Path(map_), zonder):
        # Wat in die uitgave geen plaats had, hield 0.2.0 apart bij.
        later = Geopend(NAAM)
        assert later.open(werk) == ""
        schrijf("bevindingenverkenner-werk-over.json", later.bewaard())
