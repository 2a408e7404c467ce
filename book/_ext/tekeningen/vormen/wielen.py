"""Twee wielen op een helling: een wig houdt ze vast, een stang koppelt ze."""

from __future__ import annotations

import math

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import Punt, arc, head, num, point, polyline

HELLING = 4
FASEN = 4


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de wielen."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _wheels(
    doek: Doek, inhoud: Inhoud, x: tuple[float, float], straal: float, grond: Punt, rand: float
) -> tuple[Punt, Punt, Punt]:
    """Teken helling, wielen, stang en wiggen; geef de naven en de plek van de eerste wig."""
    tan = math.tan(math.radians(HELLING))

    def op_helling(plek: float) -> Punt:
        return plek, grond[1] - (plek - grond[0]) * tan

    doek.line("si w3", op_helling(grond[0]), op_helling(rand))
    naven = []
    for plek in x:
        voet = op_helling(plek)
        naaf = point(voet, straal, -HELLING)
        naven.append(naaf)
        raakt = point(naaf, straal + 3, 235 - HELLING)
        hiel = op_helling(raakt[0] - straal * 0.62)
        teen = op_helling(raakt[0] + straal * 0.2)
        doek.path(polyline(hiel, raakt, teen, dicht=True), "fs ss w2")
        doek.circle(naaf, straal, "fz sa w3")
        for hoek in (0, 90):
            a = hoek - HELLING
            doek.line("sa w1", point(naaf, straal, a), point(naaf, straal, a + 180))
        boog = straal + 11
        doek.path(arc(naaf, boog, -38, 34) + head(point(naaf, boog, 36), 132, 8), "sa w2")
    doek.line("sp w8", *naven)
    doek.line("si w5", *naven)
    fasen = inhoud.parts("fasen", FASEN)
    for naaf in naven:
        doek.circle(naaf, 8, "fp si w3")
        for hoek, fase in zip((45, 135, 225, 315), fasen, strict=True):
            plek = point(naaf, straal * 0.56, hoek - HELLING)
            letter = fase.text("naam")[0]
            doek.text(
                *plek, letter, maat=18 if straal > 60 else 16, vet=True, anker="midden",
                hang="midden",
            )  # fmt: skip
    wig = op_helling(x[0] - straal * 0.95)
    return naven[0], naven[1], wig


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 326)
    straal = 74.0
    x = (258.0, 530.0)
    een, twee, wig = _wheels(doek, inhoud, x, straal, (10, 220), 632)
    for naaf, naam in zip((een, twee), inhoud.texts("wielen"), strict=True):
        doek.text(
            naaf[0] - 4, naaf[1] - straal - 22, naam, "ta", maat=16, vet=True, anker="midden",
            hang="onder",
        )  # fmt: skip
    borging, koppel = inhoud.part("borging"), inhoud.part("alignment")
    midden = ((een[0] + twee[0]) / 2, (een[1] + twee[1]) / 2)
    doek.text(
        midden[0], midden[1] - 12, koppel.text("naam"), vet=True, anker="midden", hang="onder"
    )
    doek.text(midden[0], midden[1] + 16, koppel.text("wat"), "t2", breedte=130, anker="midden")
    y = doek.text(10, 62, borging.text("naam"), "ts", maat=16, vet=True) + 4
    y = doek.text(10, y, borging.text("wat"), breedte=156)
    doek.path(
        f"M70 {num(y + 4)}C70 {num(y + 24)} {num(wig[0] - 30)} {num(wig[1] - 22)} "
        f"{num(wig[0] - 6)} {num(wig[1] - 10)}",
        "ss w1",
    )
    for nr, fase in enumerate(inhoud.parts("fasen", FASEN)):
        links = nr * 164.0
        y = doek.text(links, 256, fase.text("naam"), "ta", maat=16, vet=True) + 4
        doek.text(links, y, fase.text("vraag"), breedte=146)
    return doek


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    straal = 52.0
    een, twee, _ = _wheels(doek, inhoud, (78.0, 214.0), straal, (2, 164), 286)
    for naaf, naam in zip((een, twee), inhoud.texts("wielen"), strict=True):
        doek.text(
            naaf[0], naaf[1] - straal - 18, naam, "ta", maat=15, vet=True, anker="midden",
            hang="onder",
        )  # fmt: skip
    y = 196.0
    for fase in inhoud.parts("fasen", FASEN):
        doek.badge((12, y + 5), 12, fase.text("naam")[0], "fz sa w2", "")
        y = _entry(doek, y, fase.text("naam"), fase.text("vraag"), "ta")
    borging, koppel = inhoud.part("borging"), inhoud.part("alignment")
    doek.path(polyline((0, y + 12), (20, y + 12), (20, y - 1), dicht=True), "fs ss w2")
    y = _entry(doek, y, borging.text("naam"), borging.text("wat"), "ts")
    doek.line("si w5", (5, y + 5), (19, y + 5))
    for plek in (2.0, 22.0):
        doek.circle((plek + 0.5, y + 5), 4, "fp si w2")
    doek.hoogte = _entry(doek, y, koppel.text("naam"), koppel.text("wat"), "") - 14
    return doek


def _entry(doek: Doek, y: float, naam: str, tekst: str, kleur: str) -> float:
    onder = doek.text(38, y, naam, kleur, maat=15, vet=True) + 3
    return doek.text(38, onder, tekst, maat=14, breedte=250) + 14
