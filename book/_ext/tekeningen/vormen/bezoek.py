"""Genummerde stappen voor, tijdens en na een moment, met erboven en eronder wat altijd doorgaat."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import polyline

FASEN = 3


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de tijdlijn."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _band(doek: Doek, y: float, b: float, stap: Inhoud, maat: int) -> float:
    """Teken een stap die de hele tijd doorgaat: een band met een punt."""
    breed = doek.breedte == BREED
    # Op een smal vel kan de tekst twee regels worden.
    h = 32.0 if breed else 48.0
    doek.path(
        polyline((0, y), (b - 14, y), (b, y + h / 2), (b - 14, y + h), (0, y + h), dicht=True),
        "fz sa w2",
    )
    doek.badge((18, y + h / 2), 12, stap.text("nr"))
    doek.text(40, y + h / 2, stap.text("wat"), maat=maat, vet=True, breedte=b - 58, hang="midden")
    return y + h


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED)
    altijd = inhoud.parts("altijd")
    kolommen = ((0.0, 262.0), (286.0, 166.0), (476.0, 164.0))
    doek.line("si w3", (0, 34), (640, 34))
    hoogste = 0.0
    for (x, breedte), fase in zip(kolommen, inhoud.parts("fasen", FASEN), strict=True):
        midden = x > 0 and x < 400
        doek.line("ss w8" if midden else "sa w8", (x + 4, 34), (x + breedte - 4, 34))
        doek.text(x, 4, fase.text("naam"), "ts" if midden else "ta", maat=16, vet=True)
        y = 62.0
        for stap in fase.parts("stappen"):
            doek.badge((x + 13, y + 5), 12, stap.text("nr"), "fs" if midden else "fa")
            onder = doek.text(x + 36, y, stap.text("wat"), maat=15, breedte=breedte - 36)
            y = max(onder, y + 18) + 13
        hoogste = max(hoogste, y)
    y = hoogste + 6
    for stap in altijd:
        y = _band(doek, y, BREED, stap, 15) + 10
    doek.hoogte = y - 9
    return doek


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    y = 0.0
    for fase in inhoud.parts("fasen", FASEN):
        midden = "midden" in fase
        y = doek.text(26, y, fase.text("naam"), "ts" if midden else "ta", maat=16, vet=True) + 10
        begin = y
        for stap in fase.parts("stappen"):
            doek.badge((39, y + 5), 12, stap.text("nr"), "fs" if midden else "fa")
            onder = doek.text(60, y, stap.text("wat"), maat=14, breedte=228)
            y = max(onder, y + 18) + 11
        doek.line("ss w8" if midden else "sa w8", (8, begin - 2), (8, y - 14))
        y += 8
    for stap in inhoud.parts("altijd"):
        y = _band(doek, y, SMAL, stap, 14) + 10
    doek.hoogte = y - 9
    return doek
