"""Wie met wie spreekt: dik is vaak, dun is zelden, en gestippeld is uw eigen lijn."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud, TekeningError
from tekeningen.letter import width
from tekeningen.meetkunde import Punt

DIKTES = ("w1", "w3", "w6", "w10")


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de kaart."""
    return _map(inhoud, breed=breed)


def _map(inhoud: Inhoud, *, breed: bool) -> Doek:
    doek = Doek(BREED if breed else SMAL, inhoud.number("hoog" if breed else "hoog_smal"))
    mensen = {mens.text("code"): mens for mens in inhoud.parts("mensen")}
    plekken: dict[str, Punt] = {}
    for code, mens in mensen.items():
        x, y = mens.texts("plek")[0 if breed else 1].split()
        plekken[code] = (float(x), float(y))
    for lijn in inhoud.parts("lijnen"):
        punten = [_place(plekken, code) for code in lijn.text("tussen").split()]
        sterk = int(lijn.number("sterkte"))
        doek.line("ss w3 streep" if sterk == 0 else f"sa {DIKTES[sterk - 1]}", *punten)
    maat = 15 if breed else 13
    for code, mens in mensen.items():
        regels = mens.text("naam").split("|")
        b = max(width(regel, maat, vet=True) for regel in regels) + (22 if breed else 16)
        h = 16 + maat * 1.3 * len(regels)
        x, y = plekken[code]
        soort = mens.text("soort")
        doek.box(x - b / 2, y - h / 2, b, h, SOORTEN[soort][0], min(h / 2, 17))
        doek.text(
            x, y, mens.text("naam"), SOORTEN[soort][1], maat=maat, vet=True, anker="midden",
            hang="midden",
        )  # fmt: skip
    _legend(doek, inhoud, breed=breed)
    return doek


SOORTEN = {
    "hart": ("fs sp w2", "to"),
    "laag": ("fp sa w2", ""),
    "eigen": ("fp ss w2 streep", ""),
}


def _place(plekken: dict[str, Punt], code: str) -> Punt:
    if code not in plekken:
        raise TekeningError(f"Een lijn noemt '{code}', en die staat niet bij [[mensen]].")
    return plekken[code]


def _legend(doek: Doek, inhoud: Inhoud, *, breed: bool) -> None:
    regels = inhoud.parts("legenda")
    x, y = (0.0, doek.hoogte - 20 * len(regels)) if breed else (0.0, doek.hoogte - 22 * len(regels))
    for regel in regels:
        sterk = int(regel.number("sterkte"))
        klasse = "ss w3 streep" if sterk == 0 else f"sa {DIKTES[sterk - 1]}"
        doek.line(klasse, (x + 6, y + 8), (x + 40, y + 8))
        doek.text(x + 54, y + 8, regel.text("ritme"), hang="midden")
        y += 20 if breed else 22
