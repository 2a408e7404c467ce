"""Naalden van een kompas: links wijst ieder anders, rechts wijst alles dezelfde kant op."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import point, polyline

#: Hoeveel naalden er per laag zijn, en hoe zij wijzen als er geen lijn is.
LOS = ((-50,), (100, 20, 205), (-100, 45, 150, -20, 80), (10, 130, -60, 95, -140, 60, 190))
RICHTING = 68


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken beide velden."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _row(
    doek: Doek,
    x: float,
    y: float,
    hoeken: tuple[float, ...],
    stap: float,
    maat: float,
    *,
    lijn: bool,
) -> None:
    """Teken een rij naalden: een volle punt en een open staart."""
    begin = x - stap * (len(hoeken) - 1) / 2
    punten, staarten = "", ""
    for nr, los in enumerate(hoeken):
        midden, hoek = (begin + stap * nr, y), RICHTING if lijn else los
        punt, eind = point(midden, maat, hoek), point(midden, maat, hoek + 180)
        links, rechts = (point(midden, maat * 0.28, hoek + kant) for kant in (-90, 90))
        punten += polyline(links, punt, rechts, dicht=True)
        staarten += polyline(links, eind, rechts, dicht=True)
    rand = "sa w1" if lijn else "sg w1"
    doek.path(staarten, f"fp {rand}")
    doek.path(punten, f"{'fa' if lijn else 'fg'} {rand}")


def _talk(doek: Doek, x: float, boven: float, onder: float) -> None:
    """Teken een gesprek tussen twee lagen: een pijl met twee punten."""
    doek.arrow("ss w2", (x, boven + 1), (x, onder), maat=6)
    doek.arrow("ss w2", (x, onder - 1), (x, boven), maat=6)


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 312)
    lagen = inhoud.texts("lagen")
    velden = ((248.0, "los", False), (508.0, "lijn", True))
    stap = 66.0
    for x, sleutel, lijn in velden:
        doek.text(
            x, 0, inhoud.text(sleutel), "ta" if lijn else "t2", maat=16, vet=True, anker="midden"
        )  # fmt: skip
        for nr, hoeken in enumerate(LOS):
            y = 58 + stap * nr
            _row(doek, x, y, hoeken, 36, 20, lijn=lijn)
            if lijn and nr:
                _talk(doek, x, y - stap + 25, y - 25)
    for nr, naam in enumerate(lagen):
        doek.text(0, 58 + stap * nr, naam, maat=15, vet=True, breedte=120, hang="midden")
    doek.text(508, 296, inhoud.text("gesprek"), "ts", anker="midden")
    return doek


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    stap = 74.0
    for x, sleutel, lijn in ((66.0, "los", False), (218.0, "lijn", True)):
        doek.text(
            x, 0, inhoud.text(sleutel), "ta" if lijn else "t2", maat=14, vet=True, breedte=132,
            anker="midden",
        )  # fmt: skip
        for nr, hoeken in enumerate(LOS):
            y = 96 + stap * nr
            _row(doek, x, y, hoeken, 18, 12.5, lijn=lijn)
            if lijn and nr:
                _talk(doek, x, y - stap + 19, y - 19)
    for nr, naam in enumerate(inhoud.texts("lagen")):
        doek.text(0, 92 + stap * nr - 32, naam, maat=14, vet=True, hang="midden")
    doek.hoogte = doek.text(
        288, 92 + stap * 3 + 26, inhoud.text("gesprek"), "ts", breedte=288, anker="eind"
    )
    return doek
