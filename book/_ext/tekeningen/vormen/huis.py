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
    doek = Doek(BREED, 424)
    kamers = {kamer.text("plek"): kamer for kamer in inhoud.parts("kamers")}
    # Het dak.
    doek.path(polyline((8, 126), (320, 6), (632, 126), dicht=True), "fz sa w3")
    _room(doek, kamers["dak"], 320, 66, 360, maat=18, anker="midden")
    # De muren, de verdieping en het fundament.
    doek.path("M40 128V334M600 128V334", "si w3")
    doek.line("sg w1", (424, 230), (600, 230))
    doek.line("sg w1", (424, 128), (424, 334))
    doek.line("sg w1", (176, 128), (176, 334))
    _room(doek, kamers["deur"], 54, 146, 116, maat=16)
    doek.path("M66 334V258h52v76", "fz si w2")
    doek.circle((110, 298), 2.5, "fi")
    _room(doek, kamers["trap"], 190, 146, 120, maat=16)
    _stairs(doek, 190, 150, 222, 182)
    for plek, y, pictogram in (("boven", 146, "meter"), ("zaal", 248, "groep")):
        _room(doek, kamers[plek], 438, y, 156, maat=16)
        doek.icon(pictogram, (576, y + 60), 32, "sa", 2)
    doek.box(20, 334, 600, 44, "fa", 4)
    with doek.link(kamers["fundament"].text("pagina")):
        doek.text(36, 356, kamers["fundament"].text("naam"), "to", maat=16, vet=True, hang="midden")
    doek.text(604, 356, kamers["fundament"].text("wat"), "to", anker="eind", hang="midden")
    doek.box(40, 378, 560, 42, "fz sa w2", 4)
    with doek.link(kamers["kelder"].text("pagina")):
        doek.text(56, 399, kamers["kelder"].text("naam"), "ta", maat=16, vet=True, hang="midden")
    doek.text(584, 399, kamers["kelder"].text("wat"), anker="eind", hang="midden")
    return doek


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
