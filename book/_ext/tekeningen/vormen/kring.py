"""Een kring van genummerde plekken, met namen eromheen en soms een weg terug."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import Punt, angle, arc, head, num, point

AANTAL = 6
HOEKEN = tuple(30 + 60 * nr for nr in range(AANTAL))


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de kring."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _ring(doek: Doek, inhoud: Inhoud, midden: Punt, straal: float, rond: float) -> list[Punt]:
    """Teken de kring en geef de plekken."""
    plekken = [point(midden, straal, hoek) for hoek in HOEKEN]
    open_ = 57.3 * (rond + 6) / straal
    if "pijlen" in inhoud:
        for hoek in HOEKEN:
            eind = hoek + 60 - open_
            punt = head(point(midden, straal, eind), eind + 86, 8)
            doek.path(arc(midden, straal, hoek + open_, eind) + punt, "sa w2")
    else:
        doek.circle(midden, straal, "sl w2")
        for plek in plekken:
            doek.line("sl w2", midden, plek)
    for weg in inhoud.parts("terug") if "terug" in inhoud else ():
        van, naar = (plekken[int(weg.number(kant)) - 1] for kant in ("van", "naar"))
        a = point(van, rond + 7, angle(van, midden))
        b = point(naar, rond + 7, angle(naar, midden))
        doek.path(
            f"M{num(a[0])} {num(a[1])}Q{num(midden[0])} {num(midden[1])} {num(b[0])} {num(b[1])}"
            + head(b, angle(midden, b), 8),
            "ss w2",
        )
    for nr, plek in enumerate(plekken, 1):
        doek.badge(plek, rond, str(nr))
    return plekken


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 312)
    midden, straal = (320.0, 156.0), 116.0
    plekken = _ring(doek, inhoud, midden, straal, 19)
    _heart(doek, inhoud, midden, 70)
    for plek, deel in zip(plekken, inhoud.parts("plekken", AANTAL), strict=True):
        rechts = plek[0] > midden[0]
        x = plek[0] + (32 if rechts else -32)
        ruimte = BREED - x if rechts else x
        naam, vraag = deel.text("naam"), deel.text("vraag")
        # Boven en onder wijkt de naam uit voor de pijlen van de kring.
        y = plek[1] + {-1: -26, 0: -18, 1: -8}[round((plek[1] - midden[1]) / straal * 1.5)]
        y = doek.text(
            x, y, naam, maat=16, vet=True, breedte=ruimte, anker="start" if rechts else "eind"
        ) + 3  # fmt: skip
        doek.text(x, y, vraag, "t2", breedte=ruimte, anker="start" if rechts else "eind")
    return doek


def _heart(doek: Doek, inhoud: Inhoud, midden: Punt, straal: float) -> None:
    if "hart" in inhoud:
        if "pijlen" not in inhoud:
            doek.circle(midden, straal, "fz sa w2")
        # Een weg terug loopt door het midden: dan staat de tekst erboven.
        x, y = (midden[0] - 18, midden[1] - 34) if "terug" in inhoud else midden
        doek.text(
            x, y, inhoud.text("hart"), "ts" if "terug" in inhoud else "ta", vet=True,
            maat=15 if doek.breedte == BREED else 14,
            breedte=straal * 1.84, anker="midden", hang="midden",
        )  # fmt: skip


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    midden, straal = (144.0, 112.0), 92.0
    _ring(doek, inhoud, midden, straal, 17)
    _heart(doek, inhoud, midden, 66)
    y = 238.0
    for nr, deel in enumerate(inhoud.parts("plekken", AANTAL), 1):
        doek.badge((13, y + 6), 13, str(nr))
        onder = doek.text(38, y, deel.text("naam"), maat=15, vet=True, breedte=250) + 3
        y = doek.text(38, onder, deel.text("vraag"), "t2", maat=14, breedte=250) + 12
    doek.hoogte = y - 12
    return doek
