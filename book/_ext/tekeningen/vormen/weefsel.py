"""Een weefsel: rechte draden van boven naar beneden, golvende draden eroverheen en eronderdoor."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud
from tekeningen.meetkunde import num

AANTAL = 4


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken het weefsel."""
    return _wide(inhoud) if breed else _narrow(inhoud)


def _wave(begin: float, eind: float, y: float, kolommen: list[float], op: int) -> str:
    """Geef een golf die bij elke kolom om en om hoger en lager ligt."""
    pad = [f"M{num(begin)} {num(y)}"]
    vorige_x, vorige_y = begin, y
    for nr, x in enumerate([*kolommen, eind]):
        hoogte = y if x == eind else y + (-3.5 if (nr + op) % 2 == 0 else 3.5)
        half = (x - vorige_x) / 2
        pad.append(
            f"C{num(vorige_x + half)} {num(vorige_y)} {num(x - half)} {num(hoogte)} "
            f"{num(x)} {num(hoogte)}"
        )
        vorige_x, vorige_y = x, hoogte
    return "".join(pad)


def _weave(
    doek: Doek, kolommen: list[float], rijen: list[float], vak: tuple[float, ...], dik: int
) -> None:
    links, boven, rechts, onder = vak
    draad, rand = f"w{dik}", f"w{dik}r"
    for x in kolommen:
        doek.line(f"sa {draad} plat", (x, boven), (x, onder))
    for op, y in enumerate(rijen):
        pad = _wave(links, rechts, y, kolommen, op)
        doek.path(pad, f"sp {rand} plat")
        doek.path(pad, f"ss {draad} plat")
        # Waar de golf laag ligt, gaat de rechte draad eroverheen.
        for nr, x in enumerate(kolommen):
            if (nr + op) % 2:
                doek.line(f"sp {rand} plat", (x, y - dik), (x, y + dik))
                doek.line(f"sa {draad} plat", (x, y - dik - 2), (x, y + dik + 2))


def _wide(inhoud: Inhoud) -> Doek:
    doek = Doek(BREED, 318)
    kolommen = [226.0 + 112 * nr for nr in range(AANTAL)]
    rijen = [110.0 + 52 * nr for nr in range(AANTAL)]
    _weave(doek, kolommen, rijen, (158, 72, 622, 306), 16)
    structuur, cultuur = inhoud.part("structuur"), inhoud.part("cultuur")
    doek.text(394, 0, structuur.text("kop"), "ta", maat=16, vet=True, anker="midden")
    for x, draad in zip(kolommen, structuur.texts("draden"), strict=True):
        doek.text(x, 40, draad, maat=15, anker="midden")
    doek.text(0, 40, cultuur.text("kop"), "ts", maat=16, vet=True, breedte=150)
    for y, draad in zip(rijen, cultuur.texts("draden"), strict=True):
        doek.text(146, y, draad, maat=15, anker="eind", hang="midden", breedte=146)
    return doek


def _narrow(inhoud: Inhoud) -> Doek:
    doek = Doek(SMAL, 322)
    kolommen = [126.0 + 46 * nr for nr in range(AANTAL)]
    rijen = [122.0 + 46 * nr for nr in range(AANTAL)]
    _weave(doek, kolommen, rijen, (98, 94, 286, 290), 12)
    structuur, cultuur = inhoud.part("structuur"), inhoud.part("cultuur")
    y = doek.text(0, 0, structuur.text("kop"), "ta", maat=14, vet=True) + 5
    doek.text(0, y, cultuur.text("kop"), "ts", maat=14, vet=True)
    for nr, (x, draad) in enumerate(zip(kolommen, structuur.texts("draden"), strict=True)):
        doek.text(x, 86 if nr % 2 == 0 else 297, draad, maat=13, anker="midden",
                  hang="onder" if nr % 2 == 0 else "boven")  # fmt: skip
    for y, draad in zip(rijen, cultuur.texts("draden"), strict=True):
        doek.text(90, y, draad, maat=13, anker="eind", hang="midden", breedte=90)
    return doek
