"""Hoe een dia eruitziet, volgt uit wat erop staat.

=========== ==========================================================================
stappen     genummerde regels; een minutental wordt een knop die aftelt
kaarten     drie tot zes regels die elk met een vet woord beginnen, naast elkaar
nummers     regels die elk met een vet nummer beginnen
tijden      regels die elk met een tijd beginnen: een programma
balken      drie of meer regels die elk met een percentage eindigen
punten      andere regels
tabel       een tabel
zin         alleen alinea's
tekening    een tekening (zie getekend.py)
titel, slot de eerste en de laatste dia
pauze       een pauze in een programma
=========== ==========================================================================
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docutils import nodes

TIJD = re.compile(r"^\d{1,2}\.\d\d\b")
NUMMER = re.compile(r"^\d+\.$")
#: Een alinea die alleen zegt van wie het is.
VAN_WIE = re.compile(
    r"\b(?:van ons|van de makers|onze eigen werkvorm|van dit boek)\b", re.IGNORECASE
)
#: Een label, een dubbele punt, en iets wat met een percentage eindigt.
BALK = re.compile(r"^(.+?): (.*?\b(\d{1,3})%\)?)$")
#: Met meer kaarten worden de letters op de wand te klein, met minder is het een lijst.
KAARTEN = range(3, 7)


def is_source(knoop: nodes.Node) -> bool:
    """Zeg of een alinea op een dia alleen noemt waar het vandaan komt."""
    if not isinstance(knoop, nodes.paragraph) or _first_strong(knoop):
        return False
    verwijst = any("bibtex-citation" in stuk["classes"] for stuk in knoop.findall(nodes.inline))
    return verwijst or bool(VAN_WIE.search(knoop.astext()))


def kind_of(regels: Sequence[nodes.Node]) -> str:
    """Geef de soort van een dia met deze regels."""
    if any(isinstance(stuk, nodes.table) for stuk in regels):
        return "tabel"
    for stuk in regels:
        if isinstance(stuk, nodes.enumerated_list):
            return "stappen"
        if isinstance(stuk, nodes.bullet_list):
            return _bullets(stuk)
    return "zin"


def _bullets(lijst: nodes.bullet_list) -> str:
    if all(TIJD.match(punt.astext()) for punt in lijst.children):
        return "tijden"
    if len(lijst.children) > 2 and all(BALK.match(punt.astext()) for punt in lijst.children):
        return "balken"
    vet = [_first_strong(punt) for punt in lijst.children]
    if all(NUMMER.match(woord) for woord in vet):
        return "nummers"
    return "kaarten" if all(vet) and len(vet) in KAARTEN else "punten"


def _first_strong(punt: nodes.Node) -> str:
    """Geef het vette woord waar een regel mee begint, of niets."""
    eerste: nodes.Node | None = punt
    while eerste is not None and not isinstance(eerste, nodes.strong):
        # MyST zet soms een leeg stuk tekst voor een vet woord.
        eerste = next((stuk for stuk in eerste.children if stuk.astext().strip()), None)
    return eerste.astext() if eerste is not None else ""
