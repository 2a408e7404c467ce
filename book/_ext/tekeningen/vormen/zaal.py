"""De plattegrond van een zaal: tafels, scherm, muur, en plekken om te staan en te zitten."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import Punt, arc, num, point, polyline

STOELEN, FLAPPEN = 6, 8


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de zaal."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _table(doek: Doek, midden: Punt, straal: float, tekst: str = "") -> None:
    for nr in range(STOELEN):
        doek.circle(point(midden, straal * 1.42, 30 + 60 * nr), straal * 0.26, "fa")
    doek.circle(midden, straal, "fz sa w2")
    if tekst:
        doek.text(*midden, tekst, vet=True, anker="midden", hang="midden")


def _coffee(doek: Doek, x: float, y: float) -> None:
    """Teken een tafeltje met kopjes."""
    doek.box(x, y, 66, 26, "fz sa w2", 5)
    for nr in range(3):
        doek.circle((x + 15 + 18 * nr, y + 13), 5, "fp sa w1")


def _chair(doek: Doek, x: float, y: float) -> None:
    """Teken een rustige stoel van boven."""
    doek.box(x, y, 30, 28, "fz sa w2", 8)
    doek.path(f"M{num(x)} {num(y + 16)}v10q0 6 6 6h18q6 0 6-6v-10", "sa w3")


def _clock(doek: Doek, midden: Punt) -> None:
    doek.circle(midden, 12, "fp si w2")
    doek.line("si w2", (midden[0], midden[1] - 7), midden, (midden[0] + 5, midden[1] + 3))


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 372)
    doek.path("M96 348H12V12H628V348H172", "si w5")
    deur = point((96, 348), 74, 30)
    doek.path(arc((96, 348), 74, 88, 30) + polyline(deur, (96, 348)), "si w1")
    doek.text(182, 336, inhoud.text("deur"), hang="onder")
    # Het scherm en de klok hangen aan de muur boven; de flappen aan de muur rechts.
    doek.line("ss w8", (216, 15), (392, 15))
    doek.text(304, 34, inhoud.text("scherm"), "ts", maat=15, vet=True, anker="midden")
    _clock(doek, (448, 34))
    doek.text(468, 34, inhoud.text("klok"), hang="midden")
    for nr in range(FLAPPEN):
        doek.box(608, 74 + nr * 29, 12, 24, "fp si w2", 2)
    doek.text(596, 90, inhoud.text("muur"), breedte=100, anker="eind")
    for nr, plek in enumerate(((128, 150), (300, 150), (234, 266), (406, 266))):
        _table(doek, plek, 34, inhoud.text("tafel") if nr == 0 else "")
    _coffee(doek, 30, 34)
    doek.text(30, 68, inhoud.text("koffie"))
    _chair(doek, 566, 302)
    doek.text(552, 318, inhoud.text("rust"), breedte=90, anker="eind", hang="midden")
    doek.text(12, 360, inhoud.text("schaal"), "t2")
    doek.text(470, 176, inhoud.text("lopen"), "t2", breedte=110, anker="midden", hang="midden")
    return doek


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    doek.path("M66 504H4V4H284V504H124", "si w3")
    deur = point((66, 504), 56, 30)
    doek.path(arc((66, 504), 56, 88, 30) + polyline(deur, (66, 504)), "si w1")
    doek.text(130, 494, inhoud.text("deur"), hang="onder")
    doek.line("ss w8", (70, 7), (178, 7))
    doek.text(124, 20, inhoud.text("scherm"), "ts", maat=14, vet=True, anker="midden")
    _clock(doek, (222, 24))
    doek.text(240, 24, inhoud.text("klok"), hang="midden")
    for nr in range(FLAPPEN):
        doek.box(268, 74 + nr * 26, 10, 21, "fp si w2", 2)
    doek.text(260, 292, inhoud.text("muur"), breedte=96, anker="eind")
    for nr, plek in enumerate(((84, 118), (196, 158), (84, 248), (196, 370))):
        _table(doek, plek, 30, inhoud.text("tafel") if nr == 0 else "")
    doek.text(84, 183, inhoud.text("lopen"), "t2", breedte=110, anker="midden", hang="midden")
    _coffee(doek, 18, 340)
    doek.text(18, 374, inhoud.text("koffie"))
    _chair(doek, 238, 456)
    doek.text(230, 472, inhoud.text("rust"), breedte=84, anker="eind", hang="midden")
    doek.hoogte = doek.text(4, 520, inhoud.text("schaal"), "t2")
    return doek
