"""Gegevens in een link: achter het hekje, waar geen server bij kan.

De vorm is ``<woord>=1.<inhoud>.<controle>``. De inhoud is JSON, ingepakt en geschreven met letters
die in een adres mogen. Het controlegetal maakt dat een half gekopieerde link wordt geweigerd en
nooit iets anders wordt.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zlib
from typing import Any
from urllib.parse import unquote

from lv_tools.basis.opslag.werkbestand import te_diep

VERSIE = "1"
#: Hoe groot de inhoud uitgepakt mag zijn (bytes), en hoeveel letters er in een link mogen staan.
MAX_UITGEPAKT, MAX_LETTERS = 20_000, 8_000
_OPNIEUW = "Vraag de maker om de link opnieuw, of kopieer hem in één keer helemaal."


class LinkError(ValueError):
    """De link is niet te lezen; de tekst is een zin voor de lezer."""


def pack(woord: str, gegevens: object) -> str:
    """Schrijf gegevens als deel van een adres, zonder hekje."""
    tekst = json.dumps(gegevens, ensure_ascii=False, separators=(",", ":"))
    pakker = zlib.compressobj(9, zlib.DEFLATED, -15)
    ingepakt = to_letters(pakker.compress(tekst.encode()) + pakker.flush())
    return f"{woord}={VERSIE}.{ingepakt}.{check(ingepakt)}"


def holds(woord: str, hekje: str) -> bool:
    """Zeg of er in dit fragment zo'n link begint."""
    return f"{woord}=" in hekje.lower() or f"{woord}=" in unquote(hekje).lower()


def unpack(woord: str, hekje: str) -> Any:
    """Lees de gegevens uit een fragment.

    Raises
    ------
    LinkError
        Als de link is afgebroken of veranderd, of niet te lezen is.
    """
    vorm = re.compile(rf"{woord}=([0-9]{{1,3}})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{{8}})(?![\w-])")
    gevonden = [m for tekst in (hekje, unquote(hekje)) for m in vorm.finditer(tekst)]
    goed = {m[2] for m in gevonden if m[1] == VERSIE and m[3] == check(m[2])}
    if len(goed) != 1 or len(next(iter(goed))) > MAX_LETTERS:
        wat = "is onderweg veranderd of niet compleet" if gevonden else "is niet compleet"
        raise LinkError(f"Deze link {wat}. {_OPNIEUW}")
    return read_packed(goed.pop())


def read_packed(ingepakt: str) -> Any:
    """Pak letters uit; nooit groter dan :data:`MAX_UITGEPAKT`, wat er ook in zit.

    Raises
    ------
    LinkError
        Als dat niet gaat.
    """
    try:
        bytes_ = base64.b64decode(ingepakt + "=" * (-len(ingepakt) % 4), altchars=b"-_")
        uitpakker = zlib.decompressobj(-15)
        tekst = uitpakker.decompress(bytes_, MAX_UITGEPAKT).decode() if bytes_ else ""
        if not uitpakker.eof or te_diep(tekst):
            raise LinkError(f"Deze link is niet te lezen. {_OPNIEUW}")
        return json.loads(tekst)
    except (binascii.Error, zlib.error, UnicodeDecodeError, json.JSONDecodeError) as fout:
        raise LinkError(f"Deze link is niet te lezen. {_OPNIEUW}") from fout


def to_letters(bytes_: bytes) -> str:
    """Schrijf bytes met letters die in een adres mogen."""
    return base64.urlsafe_b64encode(bytes_).decode().rstrip("=")


def check(ingepakt: str) -> str:
    """Bereken het controlegetal van de letters."""
    return to_letters(hashlib.sha256(f"{VERSIE}.{ingepakt}".encode()).digest()[:6])
