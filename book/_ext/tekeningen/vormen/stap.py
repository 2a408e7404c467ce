"""Een stap: waar u bent in de zes, wat erin gaat en wat eruit komt."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.letter import width
from tekeningen.meetkunde import Punt, curve, head, num

AANTAL = 6


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken een stap."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _track(doek: Doek, inhoud: Inhoud, y: float, begin: float, stap: float, straal: float) -> None:
    """Teken de zes stappen als lijn, met deze stap erop."""
    nu = int(inhoud.number("nummer"))
    eind = begin + stap * (AANTAL - 1)
    doek.line("sl w3", (begin, y), (eind, y))
    doek.line("sa w3", (begin, y), (begin + stap * (nu - 1), y))
    for nr in range(1, AANTAL + 1):
        midden = (begin + stap * (nr - 1), y)
        hier = nr == nu
        soort = "fa sa w2" if hier else "fz sa w2" if nr < nu else "fp sl w2"
        doek.circle(midden, straal * (1.4 if hier else 1), soort)
        doek.text(
            *midden, str(nr), "to" if hier else "" if nr < nu else "t2",
            vet=hier, anker="midden", hang="midden", maat=16 if hier else None,
        )  # fmt: skip
    naam, maat = inhoud.text("naam"), 16 if doek.breedte == BREED else 15
    half = width(naam, maat, vet=True) / 2
    x = min(max(begin + stap * (nu - 1), half), doek.breedte - half)
    doek.text(x, y + straal * 1.4 + 10, naam, "ta", maat=maat, vet=True, anker="midden")


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 318)
    _track(doek, inhoud, 22, 20, 120, 13)
    midden, straal = (320.0, 196.0), 66.0
    erin, eruit = inhoud.part("erin"), inhoud.part("eruit")
    doek.text(206, 92, erin.text("kop"), "t2", anker="eind")
    doek.text(434, 92, eruit.text("kop"), "t2")
    for tekst, y in _rows(erin.texts("delen"), midden[1]):
        aan = (midden[0] - straal, midden[1] + (y - midden[1]) * 0.34)
        doek.path(curve((218, y), aan, 0.55), "sg w2")
        doek.circle((218, y), 4, "fi")
        doek.text(206, y, tekst, maat=15, breedte=206, anker="eind", hang="midden")
    for tekst, y in _rows(eruit.texts("delen"), midden[1]):
        aan = (midden[0] + straal, midden[1] + (y - midden[1]) * 0.34)
        doek.path(curve(aan, (424, y), 0.55) + head((424, y), 90, 8), "sa w3")
        doek.text(434, y, tekst, maat=15, vet=True, breedte=206, hang="midden")
    doek.circle(midden, straal, "fz sa w2")
    doek.icon(inhoud.text("pictogram"), midden, 66, "sa", 3)
    doek.text(
        320, 292, inhoud.text("vraag"), maat=18, vet=True, breedte=600, anker="midden"
    )  # fmt: skip
    return doek


def _rows(teksten: tuple[str, ...], midden: float) -> list[tuple[str, float]]:
    """Geef elke tekst een hoogte, gelijk verdeeld rond het midden."""
    stap = 56 if len(teksten) < 4 else 45
    boven = midden - stap * (len(teksten) - 1) / 2
    return [(tekst, boven + stap * nr) for nr, tekst in enumerate(teksten)]


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    _track(doek, inhoud, 20, 17, 50.8, 11)
    erin, eruit = inhoud.part("erin"), inhoud.part("eruit")
    y = doek.text(0, 84, erin.text("kop"), "t2") + 10
    punten, y = _list(doek, erin.texts("delen"), y, vet=False)
    straal = 46.0
    midden = (straal + 2, y + 30 + straal)
    _join(doek, punten, (midden[0], midden[1] - straal), "sg w2")
    doek.circle(midden, straal, "fz sa w2")
    doek.icon(inhoud.text("pictogram"), midden, 48, "sa", 2.75)
    doek.text(
        112, midden[1], inhoud.text("vraag"), maat=16, vet=True, breedte=176, hang="midden"
    )  # fmt: skip
    begin = midden[1] + straal
    kop = begin + 34
    y = doek.text(26, kop, eruit.text("kop"), "t2") + 10
    punten, y = _list(doek, eruit.texts("delen"), y, vet=True)
    x = punten[0][0]
    doek.path(
        f"M{num(midden[0])} {num(begin)}C{num(midden[0])} {num(begin + 26)} {num(x)} "
        f"{num(begin + 6)} {num(x)} {num(begin + 40)}L{num(x)} {num(punten[-1][1])}",
        "sa w3",
    )
    for punt in punten:
        doek.circle(punt, 5, "fa")
    doek.hoogte = y
    return doek


def _list(
    doek: Doek, teksten: tuple[str, ...], y: float, *, vet: bool
) -> tuple[list[Punt], float]:  # fmt: skip
    """Zet punten onder elkaar; geef de plaats van elke stip en waar de lijst ophoudt."""
    punten = []
    for tekst in teksten:
        punten.append((8.0, y + 5.5))
        y = doek.text(26, y, tekst, maat=15, vet=vet, breedte=262) + 9
    return punten, y - 9


def _join(doek: Doek, punten: list[Punt], naar: Punt, klasse: str) -> None:
    """Trek een lijn door de stippen en laat hem van boven in een punt uitkomen."""
    x = punten[-1][0]
    doek.path(
        f"M{num(x)} {num(punten[0][1])}L{num(x)} {num(naar[1] - 34)}"
        f"C{num(x)} {num(naar[1] - 8)} {num(naar[0])} {num(naar[1] - 26)} {num(naar[0])} "
        f"{num(naar[1])}",
        klasse,
    )
    for punt in punten:
        doek.circle(punt, 4, "fi")
