"""Rondes in elkaar: dezelfde beweging, steeds groter, allemaal vanuit één punt."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import Punt, head, point

AANTAL = 4


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de rondes, van klein naar groot."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _circles(doek: Doek, voet: Punt, stralen: tuple[float, ...]) -> list[Punt]:
    """Teken cirkels die elkaar in één punt raken; geef van elk de top."""
    toppen = []
    for nr, straal in reversed(list(enumerate(stralen))):
        midden = (voet[0], voet[1] - straal)
        doek.circle(midden, straal, f"{'fz' if nr % 2 == 0 else 'fp'} sa w{3 if nr else 5}")
        plek = point(midden, straal, 62)
        doek.path(head(plek, 62 + 90 - 4, 10), "sa w3")
        toppen.append((voet[0], voet[1] - 2 * straal))
    doek.circle(voet, 6, "fa sp w2")
    return toppen[::-1]


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 322)
    voet = (158.0, 312.0)
    toppen = _circles(doek, voet, (38, 74, 110, 148))
    for (x, y), ronde in zip(toppen, inhoud.parts("rondes", AANTAL), strict=True):
        doek.line("sg w1", (x + 2, y), (344, y))
        doek.circle((x, y), 5, "fp sa w2")
        onder = doek.text(358, y - 6, ronde.text("naam"), "ta", maat=18, vet=True) + 4
        doek.text(358, onder, ronde.text("tempo"), maat=15, breedte=282)
    return doek


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    toppen = _circles(doek, (144, 222), (27, 54, 80, 105))
    rondes = inhoud.parts("rondes", AANTAL)
    for nr, (x, y) in enumerate(toppen, 1):
        doek.badge((x, y), 12, str(nr))
    y = 250.0
    for nr, ronde in enumerate(rondes, 1):
        doek.badge((12, y + 6), 12, str(nr))
        onder = doek.text(38, y, ronde.text("naam"), "ta", maat=16, vet=True) + 3
        y = doek.text(38, onder, ronde.text("tempo"), maat=14, breedte=250) + 12
    doek.hoogte = y - 12
    return doek
