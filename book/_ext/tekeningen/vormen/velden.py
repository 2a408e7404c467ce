"""Velden naast elkaar binnen een kader: waar er twee overlappen, en waar er een gat is."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import num

AANTAL = 4
OVERLAP, GAT = 1, 2  # na welk veld


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de velden."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _hatch(doek: Doek, x: float, y: float, b: float, h: float) -> None:
    """Vul een vlak met schuine streepjes."""
    doek.box(x, y, b, h, "fp ss w2", 3)
    pad = []
    stap, t = 9.0, -h
    while t < b:
        x1, y1 = max(t, 0), max(0, -t)
        lang = min(b - x1, h - y1)
        if lang > 2:
            pad.append(f"M{num(x + x1)} {num(y + h - y1)}l{num(lang)} {num(-lang)}")
        t += stap
    doek.path("".join(pad), "ss w1")


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 300)
    doek.box(2, 30, 636, 178, "fz sa w3", 12)
    doek.text(18, 0, inhoud.text("kader"), "ta", maat=16, vet=True, breedte=600)
    breedte, hoogte, boven, samen = 144.0, 88.0, 88.0, 24.0
    x = 22.0
    for nr, naam in enumerate(inhoud.texts("velden")):
        doek.box(x, boven, breedte, hoogte, "fp si w2", 8)
        links = x + (samen if nr == OVERLAP + 1 else 0)
        ruimte = breedte - (samen if nr in (OVERLAP, OVERLAP + 1) else 0)
        doek.text(
            links + ruimte / 2, boven + hoogte / 2, naam, maat=15, vet=True, breedte=ruimte - 5,
            anker="midden", hang="midden",
        )  # fmt: skip
        x += breedte + {OVERLAP: -samen, GAT: 44}.get(nr, 0)
    plek = 22 + 2 * breedte - samen
    _hatch(doek, plek, boven, samen, hoogte)
    _tag(doek, plek + samen / 2, boven, inhoud.text("overlap"))
    gat = 22 + 3 * breedte - samen
    doek.box(gat + 6, boven + 1, 32, hoogte - 2, "ss w2 streep", 6)
    _tag(doek, gat + 22, boven, inhoud.text("gat"))
    for nr, woord in enumerate(inhoud.parts("woorden_uit_elkaar", 3)):
        links = nr * 218.0
        y = doek.text(links, 236, woord.text("naam"), "ta", maat=16, vet=True, breedte=204) + 4
        doek.text(links, y, woord.text("vraag"), maat=15, breedte=196)
    return doek


def _tag(doek: Doek, x: float, boven: float, tekst: str) -> None:
    doek.line("ss w2", (x, boven - 2), (x, boven - 16))
    doek.text(x, boven - 22, tekst, "ts", vet=True, anker="midden", hang="onder")


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    onder = doek.text(4, 0, inhoud.text("kader"), "ta", maat=15, vet=True, breedte=284) + 8
    doek.box(2, onder, 284, 336, "fz sa w3", 12)
    breedte, hoogte = 132.0, 70.0
    y = onder + 16
    for nr, naam in enumerate(inhoud.texts("velden")):
        doek.box(18, y, breedte, hoogte, "fp si w2", 8)
        lager = 11 if nr == OVERLAP + 1 else -11 if nr == OVERLAP else 0
        doek.text(
            18 + breedte / 2, y + hoogte / 2 + lager, naam, maat=15, vet=True, breedte=breedte - 10,
            anker="midden", hang="midden",
        )  # fmt: skip
        y += hoogte
        if nr == OVERLAP:
            y -= 22
            plek = y
        elif nr == GAT:
            doek.box(19, y + 5, breedte - 2, 28, "ss w2 streep", 6)
            _side_tag(doek, breedte + 18, y + 19, inhoud.text("gat"))
            y += 38
    _hatch(doek, 18, plek, breedte, 22)
    _side_tag(doek, breedte + 18, plek + 11, inhoud.text("overlap"))
    y = onder + 336 + 22
    for woord in inhoud.parts("woorden_uit_elkaar", 3):
        y = doek.text(0, y, woord.text("naam"), "ta", maat=15, vet=True) + 3
        y = doek.text(0, y, woord.text("vraag"), maat=14, breedte=288) + 12
    doek.hoogte = y - 12
    return doek


def _side_tag(doek: Doek, x: float, y: float, tekst: str) -> None:
    doek.line("ss w2", (x + 2, y), (x + 14, y))
    doek.text(x + 20, y, tekst, "ts", vet=True, breedte=100, hang="midden")
