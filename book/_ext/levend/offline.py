"""De voorraad voor zonder internet: welke bestanden, met welk controlegetal, en de service worker.

Elke pagina krijgt een kenmerk van haar eigen inhoud. Daaraan ziet zij of de server inmiddels iets
anders heeft, en alleen dan zegt zij dat er een nieuwe versie is.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from levend import beleid
from levend.plaats import plaats_map
from levend.verkleinen import verklein

HIER = Path(__file__).parent / "offline"
#: In de wortel van de site, want daarmee geldt hij voor het hele boek.
DIENST = "lv-dienst.js"
DIENST_BRON = "dienst.js"
#: Groter dan dit is 'zwaar': dat bewaart alleen wie erom vraagt.
ZWAAR_VANAF = 500_000
KENMERK = re.compile(rb'<meta name="lv-kenmerk" content="[^"]*">')
LEEG = b'<meta name="lv-kenmerk" content="">'
_NOOIT = re.compile(
    rf"^({re.escape(DIENST)}|(_sources|_dia|_uitdeel|_druk)/.*|_static/deelbeeld\.png|\..*|.*\.map|.*\.py|objects\.inv)$"
)
#: Dit gaat mee als een lezer het drukwerk bewaart; de zip niet, want daar zit alles nog eens in.
_DRUKWERK = (".pdf", ".pptx")
_TEKST = (".html", ".css", ".js", ".mjs", ".json", ".svg")


@functools.cache
def scripts() -> dict[str, bytes]:
    """Geef het script en het stijlblad die op elke pagina staan: pad in de site naar inhoud."""
    bestanden: dict[str, bytes] = {}
    namen = ("aanmelden.mjs", "drukwerk.mjs")
    script = verklein({naam: (HIER / naam).read_text("utf-8") for naam in namen})
    inhoud = {naam: tekst.encode() for naam, tekst in script.items()}
    inhoud["offline.css"] = (HIER / "offline.css").read_bytes()
    plaats_map(bestanden, "offline", inhoud)
    return bestanden


def zet_kenmerken(site: Path) -> dict[str, str]:
    """Zet in elke pagina het kenmerk van haar eigen inhoud.

    Parameters
    ----------
    site : Path
        De gebouwde site; pagina's zonder plaats voor een kenmerk blijven zoals ze zijn.

    Returns
    -------
    dict of str to str
        Pad van elke pagina naar haar kenmerk.
    """
    kenmerken = {}
    for pad in site.rglob("*.html"):
        inhoud = pad.read_bytes()
        leeg = KENMERK.sub(LEEG, inhoud, count=1)
        som = hashlib.sha256(leeg).hexdigest()[:16].encode()
        nieuw = leeg.replace(LEEG, b'<meta name="lv-kenmerk" content="' + som + b'">', 1)
        if nieuw != inhoud:
            pad.write_bytes(nieuw)
        if nieuw != leeg:
            kenmerken[pad.relative_to(site).as_posix()] = som.decode()
    return kenmerken


def schrijf_dienst(site: Path) -> None:
    """Zet in elke pagina haar beleid en kenmerk, en schrijf de service worker met de voorraad.

    Dit is altijd de laatste stap: wie daarna een pagina wijzigt, roept dit nog eens aan.

    Parameters
    ----------
    site : Path
        De gebouwde site, met alles erin.
    """
    beleid.zet_overal(site)
    kenmerken = zet_kenmerken(site)
    licht, zwaar = verdeel(site)
    drukwerk = printed(site)
    kern = (
        json.dumps([licht, zwaar, drukwerk], sort_keys=True).encode()
        + (HIER / DIENST_BRON).read_bytes()
    )
    versie = hashlib.sha256(kern).hexdigest()[:12]
    voorraad = {
        "versie": versie,
        "licht": licht,
        "zwaar": zwaar,
        "drukwerk": drukwerk,
        "kenmerken": kenmerken,
    }
    tekst = (HIER / DIENST_BRON).read_text("utf-8")
    (site / DIENST).write_text(tekst.replace('"__VOORRAAD__"', json.dumps(voorraad)), "utf-8")


def printed(site: Path) -> dict[str, int]:
    """Geef het drukwerk dat een lezer erbij kan bewaren: pad naar aantal bytes."""
    return {
        pad.relative_to(site).as_posix(): pad.stat().st_size
        for pad in sorted((site / "_druk").rglob("*"))
        if pad.suffix in _DRUKWERK
    }


def verdeel(site: Path) -> tuple[dict[str, str], dict[str, int]]:
    """Verdeel de site in wat iedereen bewaart en wat zwaar is.

    Wat geen enkele pagina noemt, rechtstreeks of via een stijlblad of script, gaat niet mee.

    Parameters
    ----------
    site : Path
        De gebouwde site.

    Returns
    -------
    licht : dict of str to str
        Pad naar controlegetal, zoals de service worker het uitrekent.
    zwaar : dict of str to int
        Pad naar aantal bytes.
    """
    alle = {
        pad.relative_to(site).as_posix(): pad
        for pad in sorted(site.rglob("*"))
        if pad.is_file() and not _NOOIT.match(pad.relative_to(site).as_posix())
    }
    genoemd = _genoemd(alle)
    zwaar = {
        naam: pad.stat().st_size
        for naam, pad in alle.items()
        if naam in genoemd and _is_zwaar(naam, pad)
    }
    licht = {
        naam: hashlib.sha256(pad.read_bytes()).hexdigest()[:16]
        for naam, pad in alle.items()
        if naam in genoemd and naam not in zwaar
    }
    return licht, zwaar


def _is_zwaar(naam: str, pad: Path) -> bool:
    eigen = naam.startswith("_levend/") and not naam.startswith(
        ("_levend/script-", "_levend/scherm-", "_levend/deelnemer-", "_levend/offline-")
    )
    return eigen or (pad.stat().st_size > ZWAAR_VANAF and pad.suffix != ".html")


def _genoemd(alle: Mapping[str, Path]) -> set[str]:
    """Geef alle bestanden die vanuit de pagina's te bereiken zijn, op naam."""
    # Alles van het hulpmiddel hoort bij elkaar: Pyodide en de worker noemen elkaar niet voluit.
    gezien = {naam for naam in alle if naam.endswith(".html") or naam.startswith("_levend/")}
    te_lezen = set(gezien)
    while te_lezen:
        teksten = [
            alle[naam].read_text("utf-8", errors="replace")
            for naam in te_lezen
            if alle[naam].suffix in _TEKST and not naam.startswith("_levend/")
        ]
        te_lezen = {
            naam
            for naam, pad in alle.items()
            if naam not in gezien and any(pad.name in tekst for tekst in teksten)
        }
        gezien |= te_lezen
    return gezien
