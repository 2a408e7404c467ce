"""Het boek als schoolgebouw in doorsnede: dak, trap, kamers, deur en fundament."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Anker, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import num, polyline

TREDEN = 6


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken het gebouw."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _stairs(doek: Doek, x: float, y: float, b: float, h: float) -> None:
    """Teken een trap van zes treden die naar rechts klimt; elke tred draagt haar nummer."""
    tree, hoog = b / TREDEN, h / TREDEN
    for nr in range(TREDEN):
        boven = y + h - hoog * (nr + 1)
        doek.box(x + tree * nr + 1.5, boven, tree - 3, y + h - boven, "fa", 4)
        doek.text(
            x + tree * (nr + 0.5), boven + 14, str(nr + 1), "to", vet=True, maat=15, anker="midden",
            hang="midden",
        )  # fmt: skip


def _room(
    doek: Doek, kamer: Inhoud, x: float, y: float, b: float, *, maat: int, anker: Anker = "start"
) -> float:
    """Zet naam en uitleg van een kamer neer, als link naar haar bladzijde."""
    with doek.link(kamer.text("pagina")):
        y = (
            doek.text(x, y, kamer.text("naam"), "ta", maat=maat, vet=True, breedte=b, anker=anker)
            + 3
        )
    return doek.text(x, y, kamer.text("wat"), breedte=b, anker=anker)


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 370)
    kamers = {kamer.text("plek"): kamer for kamer in inhoud.parts("kamers")}
    # Het dak.
    doek.path(polyline((8, 104), (320, 4), (632, 104), dicht=True), "fz sa w3")
    _room(doek, kamers["dak"], 320, 50, 360, maat=18, anker="midden")
    # De muren, de verdieping en de kamers.
    grond = 288.0
    doek.path(f"M40 106V{num(grond)}M600 106V{num(grond)}", "si w3")
    doek.line("sg w1", (424, 198), (600, 198))
    doek.line("sg w1", (424, 106), (424, grond))
    doek.line("sg w1", (176, 106), (176, grond))
    _room(doek, kamers["deur"], 54, 122, 116, maat=16)
    doek.path(f"M66 {num(grond)}v-68h48v68", "fz si w2")
    doek.circle((106, grond - 32), 2.5, "fi")
    _room(doek, kamers["trap"], 190, 122, 120, maat=16)
    _stairs(doek, 190, 122, 222, 164)
    for plek, y, pictogram in (("boven", 122, "meter"), ("zaal", 214, "groep")):
        _room(doek, kamers[plek], 438, y, 150, maat=16)
        doek.icon(pictogram, (580, y + 58), 26, "sa", 2)
    # Het fundament en de kelder.
    _layer(doek, kamers["fundament"], (20, grond, 600, 42), "fa", "to", "to")
    _layer(doek, kamers["kelder"], (40, grond + 42, 560, 38), "fz sa w2", "ta", "")
    return doek


def _layer(
    doek: Doek, kamer: Inhoud, vak: tuple[float, ...], klasse: str, naam: str, wat: str
) -> None:
    """Teken een laag over de hele breedte, met links de naam en rechts de uitleg."""
    x, y, b, h = vak
    doek.box(x, y, b, h, klasse, 4)
    with doek.link(kamer.text("pagina")):
        doek.text(x + 16, y + h / 2, kamer.text("naam"), naam, maat=16, vet=True, hang="midden")
    doek.text(x + b - 16, y + h / 2, kamer.text("wat"), wat, anker="eind", hang="midden")


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL)
    kamers = {kamer.text("plek"): kamer for kamer in inhoud.parts("kamers")}
    doek.path(polyline((2, 150), (144, 4), (286, 150), dicht=True), "fz sa w3")
    _room(doek, kamers["dak"], 144, 98, 190, maat=15, anker="midden")
    y = 168.0
    _room(doek, kamers["trap"], 26, y, 120, maat=15)
    _stairs(doek, 26, y, 236, 150)
    y += 150
    doek.line("sg w1", (14, y), (274, y))
    for plek, pictogram in (("boven", "meter"), ("zaal", "groep")):
        doek.icon(pictogram, (254, y + 20), 26, "sa", 2)
        y = _room(doek, kamers[plek], 26, y + 14, 216, maat=15) + 10
        doek.line("sg w1", (14, y), (274, y))
    _room(doek, kamers["deur"], 96, y + 16, 176, maat=15)
    y += 92
    doek.path(f"M30 {num(y)}v-68h46v68", "fz si w2")
    doek.circle((69, y - 32), 2.5, "fi")
    doek.path(f"M14 152V{num(y)}M274 152V{num(y)}", "si w3")
    doek.box(2, y, 284, 62, "fa", 4)
    with doek.link(kamers["fundament"].text("pagina")):
        doek.text(16, y + 12, kamers["fundament"].text("naam"), "to", maat=15, vet=True)
    doek.text(16, y + 34, kamers["fundament"].text("wat"), "to", breedte=260)
    y += 62
    doek.box(14, y, 260, 62, "fz sa w2", 4)
    _room(doek, kamers["kelder"], 26, y + 11, 240, maat=15)
    doek.hoogte = y + 64
    return doek
