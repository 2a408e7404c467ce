"""Een pad van SVG als lijnen en krommen met vaste punten."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

Punt = tuple[float, float]
#: Een opdracht: M, L, C of Z, met haar punten.
Deel = tuple[str, tuple[Punt, ...]]

_STUK = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_AANTAL = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


class PadError(ValueError):
    """Een pad gebruikt iets wat hier niet gelezen wordt."""


def read_path(d: str) -> list[Deel]:
    """Lees een pad; alles wordt een lijn of een kromme met drie punten.

    Parameters
    ----------
    d : str
        Het kenmerk ``d`` van een ``path``.

    Returns
    -------
    list of tuple
        De opdrachten.

    Raises
    ------
    PadError
        Als er een opdracht in staat die wij niet gebruiken.
    """
    uit: list[Deel] = []
    hier = begin = vorige = (0.0, 0.0)
    for opdracht, getallen in _commands(d):
        groot = opdracht.upper()
        dx, dy = hier if opdracht.islower() else (0.0, 0.0)
        if groot == "Z":
            uit.append(("Z", ()))
            hier = vorige = begin
            continue
        if groot == "A":
            eind = getallen[5] + dx, getallen[6] + dy
            uit += _arc(
                hier,
                getallen[0],
                getallen[1],
                getallen[2],
                bool(getallen[3]),
                bool(getallen[4]),
                eind,
            )
            hier = vorige = eind
            continue
        if groot == "H":
            punten: list[Punt] = [(getallen[0] + dx, hier[1])]
        elif groot == "V":
            punten = [(hier[0], getallen[0] + dy)]
        else:
            punten = [(x + dx, y + dy) for x, y in zip(getallen[::2], getallen[1::2], strict=True)]
        if groot == "S":
            punten.insert(0, (2 * hier[0] - vorige[0], 2 * hier[1] - vorige[1]))
        if groot == "Q":
            (qx, qy), (ex, ey) = punten
            punten = [
                (hier[0] + 2 / 3 * (qx - hier[0]), hier[1] + 2 / 3 * (qy - hier[1])),
                (ex + 2 / 3 * (qx - ex), ey + 2 / 3 * (qy - ey)),
                (ex, ey),
            ]
        soort = {"M": "M", "C": "C", "S": "C", "Q": "C"}.get(groot, "L")
        uit.append((soort, tuple(punten)))
        hier = punten[-1]
        vorige = punten[1] if soort == "C" else hier
        if groot == "M":
            begin = hier
    return uit


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    stukken = _STUK.findall(_split_flags(d))
    nr = 0
    opdracht = ""
    while nr < len(stukken):
        if stukken[nr].isalpha():
            opdracht = stukken[nr]
            nr += 1
        if opdracht.upper() not in _AANTAL:
            raise PadError(f"Dit pad gebruikt '{opdracht}': {d[:60]}")
        aantal = _AANTAL[opdracht.upper()]
        yield opdracht, [float(stuk) for stuk in stukken[nr : nr + aantal]]
        nr += aantal
        # Meer punten na M zijn lijnen.
        opdracht = {"M": "L", "m": "l"}.get(opdracht, opdracht)


def _split_flags(d: str) -> str:
    """Zet de twee vlaggen van een boog los; ze mogen aan elkaar geschreven zijn."""
    getal = r"-?(?:\d+\.?\d*|\.\d+)"
    boog = rf"({getal})[\s,]*({getal})[\s,]*({getal})[\s,]+([01])[\s,]*([01])[\s,]*({getal})[\s,]*({getal})"
    return re.sub(
        r"([Aa])([^A-Za-z]*)",
        lambda deel: deel[1] + re.sub(boog, r" \1 \2 \3 \4 \5 \6 \7", deel[2]),
        d,
    )


def _arc(
    van: Punt, rx: float, ry: float, draai: float, groot: bool, mee: bool, naar: Punt
) -> Iterator[Deel]:
    """Geef een boog als krommen van hoogstens een kwart cirkel (SVG 1.1, F.6.5)."""
    if van == naar or not rx or not ry:
        yield "L", (naar,)
        return
    phi = math.radians(draai)
    cos, sin = math.cos(phi), math.sin(phi)
    hx, hy = (van[0] - naar[0]) / 2, (van[1] - naar[1]) / 2
    x1, y1 = cos * hx + sin * hy, cos * hy - sin * hx
    rx, ry = abs(rx), abs(ry)
    schaal = math.sqrt(max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * schaal, ry * schaal
    noemer = (rx * y1) ** 2 + (ry * x1) ** 2
    factor = math.sqrt(max(0.0, (rx * ry) ** 2 - noemer) / noemer) * (-1 if groot == mee else 1)
    cx1, cy1 = factor * rx * y1 / ry, -factor * ry * x1 / rx
    mx = cos * cx1 - sin * cy1 + (van[0] + naar[0]) / 2
    my = sin * cx1 + cos * cy1 + (van[1] + naar[1]) / 2
    begin = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    eind = math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx)
    hoek = eind - begin
    if mee and hoek < 0:
        hoek += 2 * math.pi
    if not mee and hoek > 0:
        hoek -= 2 * math.pi
    stukken = max(1, math.ceil(abs(hoek) / (math.pi / 2) - 1e-9))
    stap = hoek / stukken
    arm = 4 / 3 * math.tan(stap / 4)

    def punt(x: float, y: float) -> Punt:
        return mx + cos * rx * x - sin * ry * y, my + sin * rx * x + cos * ry * y

    for nr in range(stukken):
        a, b = begin + nr * stap, begin + (nr + 1) * stap
        ca, sa, cb, sb = math.cos(a), math.sin(a), math.cos(b), math.sin(b)
        slot = naar if nr == stukken - 1 else punt(cb, sb)
        yield "C", (punt(ca - arm * sa, sa + arm * ca), punt(cb + arm * sb, sb - arm * cb), slot)
