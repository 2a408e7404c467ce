"""Vier vakken: hoeveel mensen het voelen, en hoeveel zij ervan zien."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import num, polyline

MENSEN, WEINIG = 12, 3
BALKEN, EEN = 5, 4  # een smalle bundel raakt alleen de laatste balk


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de vier vakken."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _people(doek: Doek, x: float, y: float, stap: float, straal: float, vol: int) -> None:
    """Teken mensen in drie rijen; de eerste ``vol`` zijn ingekleurd."""
    volgorde = [5, 6, 1, 2, 9, 10, 4, 7, 0, 3, 8, 11]  # de weinigen staan bij elkaar
    vormen = {True: "", False: ""}
    kop, schouder = num(straal * 0.55), num(2 * straal)
    for nr in range(MENSEN):
        px, py = x + nr % 4 * stap, y + nr // 4 * stap * 1.2
        vormen[volgorde.index(nr) < vol] += (
            f"M{num(px - straal * 0.55)} {num(py - straal * 0.5)}"
            f"a{kop} {kop} 0 1 1 {num(straal * 1.1)} 0a{kop} {kop} 0 1 1 {num(-straal * 1.1)} 0z"
            f"M{num(px - straal)} {num(py + straal * 1.1)}"
            f"c0 {num(-straal * 1.3)} {schouder} {num(-straal * 1.3)} {schouder} 0z"
        )
    for gevuld, pad in vormen.items():
        if pad:
            doek.path(pad, "fa sa w1" if gevuld else "fp sg w1")


def _beam(doek: Doek, x: float, y: float, lang: float, hoog: float, *, breed: bool) -> None:
    """Teken een lichtbundel op vijf balken: breed raakt alle vijf, smal raakt er één."""
    stap = hoog / BALKEN
    boven = y - hoog / 2
    raakt = range(BALKEN) if breed else range(EEN, EEN + 1)
    einde = x + lang
    doek.path(
        polyline(
            (x, y), (einde, boven + stap * raakt.start), (einde, boven + stap * raakt.stop),
            dicht=True,
        ),
        "fw",
    )  # fmt: skip
    doek.circle((x, y), 5, "fs")
    for nr in range(BALKEN):
        doek.box(
            einde + 3, boven + stap * nr + 2, 12, stap - 4, "fa" if nr in raakt else "fp sg w1", 2
        )


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 340)
    links, b, h = 104.0, 262.0, 136.0
    for nr, sleutel in enumerate(("smal", "breed")):
        doek.text(
            links + nr * (b + 12) + b / 2, 0, inhoud.text(sleutel), "t2", maat=15, anker="midden"
        )
    for rij, sleutel in enumerate(("gedeeld", "beperkt")):
        y = 24 + rij * (h + 12)
        doek.text(92, y + h / 2, inhoud.text(sleutel), "t2", maat=15, breedte=92, anker="eind",
                  hang="midden")  # fmt: skip
        for kolom in range(2):
            x = links + kolom * (b + 12)
            doek.box(x, y, b, h, "fz", 10)
            _people(doek, x + 30, y + 25, 25, 8.5, MENSEN if rij == 0 else WEINIG)
            _beam(doek, x + 146, y + 54, 76, 76, breed=kolom == 1)
            naam = inhoud.texts("namen")[rij * 2 + kolom]
            doek.text(x + 20, y + h - 10, naam, maat=16, vet=True, hang="onder")
    doek.text(links, 322, inhoud.text("legenda"), "t2")
    return doek


def _narrow(inhoud: Inhoud) -> Doek:
    b, h = 140.0, 176.0
    doek = Doek(SMAL)
    for rij in range(2):
        for kolom in range(2):
            x, y = kolom * (b + 8), rij * (h + 8)
            doek.box(x, y, b, h, "fz", 10)
            _people(doek, x + 24, y + 20, 15, 5.5, MENSEN if rij == 0 else WEINIG)
            _beam(doek, x + 24, y + 92, 74, 46, breed=kolom == 1)
            naam = inhoud.texts("namen")[rij * 2 + kolom]
            doek.text(x + 12, y + h - 12, naam, maat=14, vet=True, breedte=118, hang="onder")
    doek.hoogte = doek.text(0, 2 * h + 24, inhoud.text("legenda"), "t2", breedte=288)
    return doek
