"""Elke kleur staat op één plek; stijlbladen en scripts noemen precies die waarden."""

from __future__ import annotations

import re
from pathlib import Path

from lv_tools.basis.beeld import figuurstijl
from lv_tools.basis.beeld.kleuren import AFDRUK, BLAD, DONKER, LICHT, office

WORTEL = Path(__file__).resolve().parents[3]
BOEK = WORTEL / "book" / "_ext"
HEX = re.compile(r"(?<![\w&/])#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b(?!-)")
ROL = re.compile(r"--(?:lv|hs)-([a-z0-9-]+): (#[0-9a-f]{3,6})\b")
VANGNET = re.compile(r"var\(--(?:lv|hs)-([a-z0-9-]+), (#[0-9a-f]{3,6})\)")
#: Een QR-code is zwart op wit, anders leest een telefoon haar niet.
QR = {"#000000", "#ffffff"}
BEKEND = {*LICHT.values(), *DONKER.values(), *AFDRUK.values(), *BLAD.values(), *QR}
MAPPEN = ("lv_tools", "book/_ext", "book/_static")
SOORTEN = {".css", ".js", ".mjs", ".svg", ".py"}
BRONNEN = sorted(
    pad
    for map_ in MAPPEN
    for pad in (WORTEL / map_).rglob("*")
    if pad.suffix in SOORTEN and not {"node_modules", "__pycache__", "_data"} & set(pad.parts)
)


def long(kleur: str) -> str:
    """Schrijf een kleur met zes kleine cijfers."""
    cijfers = kleur.lower().removeprefix("#")
    return "#" + (cijfers if len(cijfers) == 6 else "".join(teken * 2 for teken in cijfers))


def block(css: str, begin: str) -> str:
    """Geef een blok van een stijlblad, vanaf zijn kiezer."""
    return css.split(begin, 1)[1].split("}", 1)[0]


def test_kleuren_van_het_boek() -> None:
    css = (BOEK / "huisstijl/stijl/kleuren.css").read_text("utf-8")
    for begin, palet in (
        (":root {", LICHT),
        ('html[data-theme="dark"] {', DONKER),
        ("html:not([data-theme]) {", DONKER),
    ):
        rollen = {naam: long(waarde) for naam, waarde in ROL.findall(block(css, begin))}
        assert rollen == {naam: palet[naam] for naam in rollen}
        assert len(rollen) == 14
    druk = (BOEK / "huisstijl/stijl/druk.css").read_text("utf-8")
    afdruk = block(druk, 'html, html[data-theme="dark"] {')
    assert {naam: long(waarde) for naam, waarde in ROL.findall(afdruk)} == AFDRUK


def test_kleuren_van_de_hulpmiddelen() -> None:
    css = (WORTEL / "lv_tools/schermdelen/css/kleuren.css").read_text("utf-8")
    licht, *donker = css.split("  color-scheme: ")[:3]
    for deel, palet in ((licht, LICHT), *((blok, DONKER) for blok in donker)):
        rollen = dict(VANGNET.findall(deel))
        assert rollen == {naam: palet[naam] for naam in rollen}
        assert len(rollen) == 16


def test_geen_bestand_heeft_een_eigen_kleur() -> None:
    vreemd = {}
    for pad in BRONNEN:
        tekst = pad.read_text("utf-8")
        kleuren = {long(cijfers) for cijfers in HEX.findall(tekst)}
        if pad.suffix == ".py":
            kleuren |= {long(c) for c in re.findall(r'(?:color|fill)="([0-9A-F]{6})"', tekst)}
        # Een waarde achter de komma geldt als het boek er niet is: dan is het licht.
        paren = VANGNET.findall(tekst) if pad.name != "kleuren.css" else []
        kleuren |= {f"{naam}: {w}" for naam, w in paren if long(w) != LICHT[naam]}
        if kleuren - BEKEND:
            vreemd[str(pad.relative_to(WORTEL))] = sorted(kleuren - BEKEND)
    assert vreemd == {}, "zet de kleur in lv_tools/basis/beeld/kleuren.py, of neem er een van daar"


def test_er_is_iets_gelezen() -> None:
    namen = {pad.name for pad in BRONNEN}
    assert {"kleuren.css", "afdruk.js", "levend.css", "favicon.svg", "kaarten.py"} <= namen
    assert HEX.findall("color: #0f5b66; background:#fff; href='#begin'; &#8211; a#123") == [
        "0f5b66",
        "fff",
    ]


def test_figuur_en_word_nemen_dezelfde_kleur() -> None:
    assert figuurstijl.with_colors({"x": figuurstijl.ACCENT})["x"] == LICHT["accent"]
    assert figuurstijl.with_colors({"x": figuurstijl.ACCENT}, donker=True)["x"] == DONKER["accent"]
    assert office("accent") == "0F5B66"
