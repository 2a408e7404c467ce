"""Lagen onder elkaar: links stroomt iets naar beneden, rechts naar boven, steeds smaller."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import polyline

AANTAL = 5


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de lagen."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _stream(doek: Doek, x: float, boven: float, onder: float, *, neer: bool, dik: float) -> None:
    """Teken een stroom die onderweg smaller wordt, met een pijlpunt aan het eind."""
    begin, eind = (boven, onder) if neer else (onder, boven)
    kant = 1 if neer else -1
    d, s = dik / 2, dik / 8
    hals = eind - 16 * kant
    doek.path(
        polyline(
            (x - d, begin), (x + d, begin), (x + s, hals), (x + s + 6, hals), (x, eind),
            (x - s - 6, hals), (x - s, hals), dicht=True,
        ),
        "fa" if neer else "fs",
    )  # fmt: skip


def _bars(doek: Doek, inhoud: Inhoud, x: float, y: float, breedte: float, hoogte: float) -> float:
    """Teken de lagen en geef waar de laatste ophoudt."""
    lagen = inhoud.texts("lagen")
    for nr, naam in enumerate(lagen):
        soort = "fa" if nr == 0 else "fz sa w2"
        doek.box(x, y, breedte, hoogte, soort, 8)
        doek.text(
            x + breedte / 2, y + hoogte / 2, naam, "to" if nr == 0 else "", maat=16, vet=True,
            anker="midden", hang="midden",
        )  # fmt: skip
        y += hoogte + 14
    return y - 14


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 316)
    onder = _bars(doek, inhoud, 226, 2, 188, 42)
    _stream(doek, 192, 2, onder, neer=True, dik=40)
    _stream(doek, 448, 2, onder, neer=False, dik=40)
    for x, anker, sleutel, kleur in ((154, "eind", "neer", "ta"), (486, "start", "op", "ts")):
        kant = inhoud.part(sleutel)
        y = doek.text(x, 6, kant.text("naam"), kleur, maat=18, vet=True, anker=anker) + 6
        doek.text(x, y, kant.text("vraag"), maat=15, breedte=154, anker=anker)
    doek.text(320, 294, inhoud.text("slot"), maat=16, vet=True, anker="midden")
    return doek


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    y = 0.0
    for sleutel, kleur, anker, x in (("neer", "ta", "start", 0), ("op", "ts", "eind", 288)):
        kant = inhoud.part(sleutel)
        y = doek.text(x, y, kant.text("naam"), kleur, maat=15, vet=True, anker=anker) + 3
        y = doek.text(x, y, kant.text("vraag"), breedte=250, anker=anker) + 12
    onder = _bars(doek, inhoud, 60, y, 168, 42)
    _stream(doek, 28, y, onder, neer=True, dik=34)
    _stream(doek, 260, y, onder, neer=False, dik=34)
    doek.hoogte = doek.text(
        144, onder + 18, inhoud.text("slot"), maat=15, vet=True, breedte=288, anker="midden"
    )
    return doek
