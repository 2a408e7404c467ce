"""Tafels met wie eraan zit, en hoe vaak zij in een schooljaar bij elkaar komen."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud, TekeningError
from tekeningen.meetkunde import Punt, point

MAANDEN = 12


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken de tafels."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _table(doek: Doek, midden: Punt, stoelen: int, vast: int) -> None:
    """Teken een ronde tafel met stoelen; de eerste ``vast`` zijn van de verbinder."""
    doek.circle(midden, 10, "fz sa w2")
    for nr in range(stoelen):
        plek = point(midden, 17, 180 + 360 / stoelen * nr)
        doek.circle(plek, 4.5, "fs" if nr < vast else "fa")


def _strip(doek: Doek, x: float, y: float, maand: float, momenten: list[float]) -> None:
    """Teken een schooljaar met een stip per keer."""
    doek.line("sl w3", (x, y), (x + maand * MAANDEN, y))
    straal = 3.0 if len(momenten) > 12 else 4.5
    for moment in momenten:
        doek.circle((x + maand * moment, y), straal, "fi")


def _moments(tafel: Inhoud) -> list[float]:
    """Geef de plekken van de stippen in maanden na 1 augustus."""
    if "periode" in tafel:
        van, tot = (float(deel) for deel in tafel.text("periode").split("-"))
        return [(van + tot) / 2]
    keren = int(tafel.number("keren"))
    if keren < 1:
        raise TekeningError("Een tafel komt ten minste één keer per jaar bij elkaar.")
    # Van september tot en met juni, gelijk verdeeld.
    stap = 9.6 / keren
    return [1.2 + stap * (nr + 0.5) for nr in range(keren)]


def _wide(inhoud: Inhoud) -> Doek:
    tafels = inhoud.parts("tafels")
    doek = Doek(BREED, 50 + 46 * len(tafels))
    x, maand = 296.0, 17.5
    for nr, letter in enumerate(inhoud.text("maanden").split()):
        doek.text(x + maand * (nr + 0.5), 0, letter, "t2", anker="midden")
    for nr, tafel in enumerate(tafels):
        y = 46.0 + 46 * nr
        _table(doek, (28, y), int(tafel.number("stoelen")), int(tafel.number("vast")))
        doek.text(66, y, tafel.text("wie"), maat=15, vet=True, breedte=222, hang="midden")
        _strip(doek, x, y, maand, _moments(tafel))
        doek.text(522, y, tafel.text("ritme"), breedte=118, hang="midden")
    _legend(doek, inhoud, doek.hoogte - 12)
    return doek


def _legend(doek: Doek, inhoud: Inhoud, y: float) -> None:
    doek.circle((26, y), 5, "fs")
    doek.text(62, y, inhoud.text("legenda"), "ts", hang="midden")


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    x, maand = 62.0, 18.5
    y = 0.0
    for nr, letter in enumerate(inhoud.text("maanden").split()):
        doek.text(x + maand * (nr + 0.5), y, letter, "t2", anker="midden")
    y = 28.0
    for tafel in inhoud.parts("tafels"):
        onder = doek.text(x, y, tafel.text("wie"), maat=14, vet=True, breedte=226) + 3
        onder = doek.text(x, onder, tafel.text("ritme"), breedte=226) + 8
        _table(doek, (26, y + 16), int(tafel.number("stoelen")), int(tafel.number("vast")))
        _strip(doek, x, onder, maand, _moments(tafel))
        y = onder + 22
    _legend(doek, inhoud, y - 4)
    doek.hoogte = y + 6
    return doek
