"""Vind een scan in tekst waar een mailprogramma iets mee heeft gedaan.

Een link komt zelden kaal aan. Beveiliging in de mail pakt hem in een ander adres in en schrijft
``#`` als ``%23``, een bewaarde mail schrijft ``=`` als ``=3D`` of ``&#61;``, een antwoord zet er
``>`` voor, een lange regel wordt afgebroken, en er staat een punt of een groet achter. De letters
van de scan zelf verandert dat niet, en het controlegetal bewaakt dat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

#: Langste tekst die wordt doorzocht, en hoe lang de letters van een scan mogen zijn (tekens).
MAX_TEKST = 20_000
MAX_FRAGMENT = 8_000
#: Zo vaak kan een adres in een ander adres zijn ingepakt, en zoveel plekken proberen we per lezing.
_LAGEN = 6
_PLEKKEN = 10
#: Zoveel plekken proberen we in totaal.
_SAMEN = 80
_ZACHT_EINDE = re.compile(r"=[ \t]*\r?\n")
_ONZICHTBAAR = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
# Witruimte en de haken van mail horen nooit in een scan.
_LOS = re.compile(r"[\s<>]+")
_STREEPJE = str.maketrans({"\u2010": "-", "\u2011": "-"})
# Zo schrijft mail een teken dat niet zomaar in een bericht mag (quoted-printable).
_GECODEERD = re.compile(r"=(2[3DEF]|3[ADF]|5F)", re.IGNORECASE)
# Proofpoint schrijft in zijn adres - voor % en _ voor /.
_PROOFPOINT = re.compile(r"/v2/url\?(?:\w+=[^&\s]*&(?:amp;)?){0,8}u=([^&\s]+)")
_PROOFPOINT_TEKENS = str.maketrans("-_", "%/")
_BEGIN = re.compile(r"scan=", re.IGNORECASE)
_RUW = re.compile(r"(?i:scan)=(?:[0-9]{1,3}\.)?([A-Za-z0-9_-]*)")
_VORM = re.compile(r"(?i:scan)=([0-9]{1,3})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{8})")


@dataclass(frozen=True)
class Vondst:
    """Wat op een scan lijkt: de versie van de link, de letters en het controlegetal."""

    versie: str
    letters: str
    controle: str


def readings(tekst: str) -> tuple[str, ...]:
    """Geef de tekst zonder wat mail eraan toevoegde: zoals hij is, en na elke keer uitpakken.

    Langer dan :data:`MAX_TEKST` wordt niet gelezen.
    """
    if len(tekst) > MAX_TEKST:
        return ()
    lezingen = []
    for _laag in range(_LAGEN):
        # Een = aan het eind van een regel is een afbreekteken van mail, of de = van ``scan=`` zelf.
        zichtbaar = _ONZICHTBAAR.sub("", tekst)
        for regels in (zichtbaar, _ZACHT_EINDE.sub("", zichtbaar)):
            lezingen.append(_LOS.sub("", regels).translate(_STREEPJE))
        uitgepakt = _unwrap(tekst)
        if uitgepakt == tekst:
            break
        tekst = uitgepakt
    return tuple(dict.fromkeys(lezingen))


def _unwrap(tekst: str) -> str:
    """Haal één laag weg van hoe mail en adressen tekens schrijven."""
    from html import unescape
    from urllib.parse import unquote

    tekst = _ZACHT_EINDE.sub("", _ONZICHTBAAR.sub("", tekst)).translate(_STREEPJE)
    # Het begin gaat weg: een tweede keer lezen zou - en _ in de letters van de scan veranderen.
    tekst = _PROOFPOINT.sub(lambda m: f" {m[1].translate(_PROOFPOINT_TEKENS)}", tekst)
    tekst = _GECODEERD.sub(lambda m: chr(int(m[1], 16)), tekst)
    return unquote(unescape(tekst), errors="ignore")


def holds_scan(tekst: str) -> bool:
    """Zeg of er in deze tekst een scan begint, ook als die te lang of niet compleet is."""
    return any(_BEGIN.search(lezing) for lezing in (tekst, *readings(tekst)))


def too_long(tekst: str) -> bool:
    """Zeg of de tekst, of een scan erin, langer is dan wij lezen."""
    return len(tekst) > MAX_TEKST or any(
        len(ruw[1]) > MAX_FRAGMENT for lezing in readings(tekst) for ruw in _RUW.finditer(lezing)
    )


def finds(tekst: str) -> Iterator[Vondst]:
    """Geef alles wat de vorm van een scan heeft; of het er een is, zegt het controlegetal."""
    samen = 0
    for lezing in readings(tekst):
        for vorm in islice(_VORM.finditer(lezing), _PLEKKEN):
            if len(vorm[2]) <= MAX_FRAGMENT and samen < _SAMEN:
                samen += 1
                yield Vondst(*vorm.groups())
