"""Een ketting: schakels die in elkaar grijpen, en een lijn van de laatste terug naar de eerste."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import arc, head, num

DIK = "sa w8"
AANTAL = 4


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de ketting."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _link(x: float, y: float, lang: float, kort: float, *, liggend: bool) -> str:
    """Geef het pad van een schakel met ronde einden."""
    r = kort / 2
    if liggend:
        return (
            f"M{num(x + r)} {num(y)}H{num(x + lang - r)}A{num(r)} {num(r)} 0 0 1 "
            f"{num(x + lang - r)} {num(y + kort)}H{num(x + r)}A{num(r)} {num(r)} 0 0 1 "
            f"{num(x + r)} {num(y)}Z"
        )
    return (
        f"M{num(x)} {num(y + r)}V{num(y + lang - r)}A{num(r)} {num(r)} 0 0 0 {num(x + kort)} "
        f"{num(y + lang - r)}V{num(y + r)}A{num(r)} {num(r)} 0 0 0 {num(x)} {num(y + r)}Z"
    )


def _chain(doek: Doek, x: float, y: float, maat: tuple[float, float, float], liggend: bool) -> None:
    """Teken schakels die om en om boven en onder elkaar door gaan."""
    lang, kort, grip = maat
    stap, r = lang - grip, kort / 2
    for nr in range(AANTAL):
        sx, sy = (x + nr * stap, y) if liggend else (x, y + nr * stap)
        pad = _link(sx, sy, lang, kort, liggend=liggend)
        if nr:
            doek.path(pad, "sp w14")
        doek.path(pad, DIK)
        if nr:
            # Het eind van de vorige schakel, aan één kant weer boven.
            midden = (sx + grip - r, sy + r) if liggend else (sx + r, sy + grip - r)
            boog = arc(midden, r, 10, 82) if liggend else arc(midden, r, 100, 172)
            doek.path(boog, "sp w14 plat")
            doek.path(boog, DIK)


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 300)
    lang, kort, grip = 178.0, 92.0, 30.0
    _chain(doek, 8, 10, (lang, kort, grip), liggend=True)
    for nr, schakel in enumerate(inhoud.parts("schakels", AANTAL)):
        x = 8 + nr * (lang - grip) + lang / 2
        doek.text(
            x, 10 + kort / 2, schakel.text("naam"), "ta", maat=18, vet=True, anker="midden",
            hang="midden",
        )  # fmt: skip
        doek.text(x, 126, schakel.text("wat"), breedte=144, anker="midden")
    terug = inhoud.text("terug")
    begin, eind = 8 + 3 * (lang - grip) + lang / 2, 8 + lang / 2
    doek.path(f"M{num(begin)} 212C{num(begin)} 262 {num(begin - 60)} 262 {num(begin - 90)} 262"
              f"H{num(eind + 90)}C{num(eind + 60)} 262 {num(eind)} 262 {num(eind)} 214"
              + head((eind, 212), 0, 9), "ss w3")  # fmt: skip
    doek.text(320, 276, terug, "ts", maat=15, vet=True, anker="midden")
    return doek


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    lang, kort, grip = 122.0, 70.0, 26.0
    x = 34.0
    _chain(doek, x, 6, (lang, kort, grip), liggend=False)
    for nr, schakel in enumerate(inhoud.parts("schakels", AANTAL)):
        y = 6 + nr * (lang - grip) + 22
        onder = doek.text(124, y, schakel.text("naam"), "ta", maat=16, vet=True) + 4
        doek.text(124, onder, schakel.text("wat"), breedte=164)
    onder = 6 + 4 * lang - 3 * grip + 6
    midden, bocht, laag = x + kort / 2, num(onder + 10), num(onder + 22)
    doek.path(
        f"M{num(midden)} {num(onder)}V{bocht}Q{num(midden)} {laag} {num(midden - 12)} {laag}"
        f"H20Q8 {laag} 8 {bocht}V60"
        f"Q8 42 20 42H24" + head((26, 42), 90, 8),
        "ss w3",
    )
    doek.hoogte = doek.text(
        82, onder + 16, inhoud.text("terug"), "ts", maat=14, vet=True, breedte=206
    )  # fmt: skip
    return doek
