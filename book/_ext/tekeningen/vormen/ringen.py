"""Twee ringen om één hart, in drie delen die samen een cyclus zijn, met een brug bij elk deel."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Anker, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import Punt, arc, head, point, ring_part

AANTAL = 3
#: Het midden van elk deel, in graden: boven, rechtsonder, linksonder.
MIDDENS = (0, 120, 240)


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de ringen."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _rings(doek: Doek, inhoud: Inhoud, midden: Punt, maat: float) -> None:
    """Teken beide ringen, hun draairichting, de bruggen en het hart."""
    buiten, tussen, binnen = maat, maat * 0.69, maat * 0.395
    delen = inhoud.parts("delen", AANTAL)
    for m in MIDDENS:
        doek.path(ring_part(midden, buiten, tussen, m - 59, m + 59), "fa")
        doek.path(ring_part(midden, tussen - 3, binnen, m - 58.5, m + 58.5), "fz sa w1")
    for m, deel in zip(MIDDENS, delen, strict=True):
        for straal, sleutel, lijn, kleur in (
            ((buiten + tussen) / 2, "bestuur", "so w2", "to"),
            ((tussen + binnen) / 2 - 1, "school", "si w2", ""),
        ):
            links = m != MIDDENS[1]
            doek.text(
                *point(midden, straal, m + (-31 if links else 31)), deel.text(sleutel), kleur,
                vet=True, anker="midden", hang="midden",
            )  # fmt: skip
            van, tot = (m + 18, m + 46) if links else (m - 46, m - 18)
            punt = head(point(midden, straal, tot + 2), tot + 84, 7)
            doek.path(arc(midden, straal, van, tot) + punt, lijn)
        brug = maat * 0.115
        plek = point(midden, tussen - 1.5, m)
        doek.circle(plek, brug, "fp ss w2")
        buitenkant, binnenkant = (point(plek, brug * 0.62, m + kant) for kant in (0, 180))
        doek.arrow("ss w2", plek, buitenkant, maat=5)
        doek.arrow("ss w2", plek, binnenkant, maat=5)
    doek.circle(midden, binnen - 5, "fp sa w2")
    doek.text(
        *midden, inhoud.text("hart"), vet=True, breedte=binnen * 1.7, anker="midden", hang="midden"
    )  # fmt: skip


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 318)
    midden, maat = (320.0, 159.0), 154.0
    _rings(doek, inhoud, midden, maat)
    een, twee, drie = inhoud.parts("delen", AANTAL)
    ruimte = 168.0
    _part(doek, een, "1", (BREED, 6), ruimte, "eind")
    _part(doek, twee, "2", (BREED, 222), ruimte, "eind")
    _part(doek, drie, "3", (0, 222), ruimte, "start")
    y = doek.text(0, 6, inhoud.text("buiten"), "ta", maat=15, vet=True, breedte=150) + 4
    doek.text(0, y, inhoud.text("binnen"), maat=15, vet=True, breedte=150)
    return doek


def _part(doek: Doek, deel: Inhoud, nr: str, plek: Punt, ruimte: float, anker: Anker) -> None:
    x, y = plek
    tekst = f"{nr}. {deel.text('naam')}"
    y = doek.text(x, y, tekst, maat=15, vet=True, breedte=ruimte, anker=anker) + 5
    doek.text(x, y, deel.text("brug"), "ts", maat=15, breedte=ruimte, anker=anker)


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    y = doek.text(0, 0, inhoud.text("buiten"), "ta", vet=True)
    doek.text(288, 0, inhoud.text("binnen"), vet=True, anker="eind")
    _rings(doek, inhoud, (144, y + 142), 134)
    y += 296
    for nr, deel in enumerate(inhoud.parts("delen", AANTAL), 1):
        doek.badge((13, y + 6), 13, str(nr))
        onder = doek.text(38, y, deel.text("naam"), maat=15, vet=True, breedte=250) + 3
        y = doek.text(38, onder, deel.text("brug"), "ts", maat=14, breedte=250) + 14
    doek.hoogte = y - 14
    return doek
