"""De tekens van een reeks: aan de vorm alleen zijn groepen al uit elkaar te houden."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from lv_tools.basis.beeld.prent import Punt, round_shape

Lussen = tuple[tuple[Punt, ...], ...]


def symbol(naam: str, punt: Punt, straal: float) -> Lussen:
    """Geef de omtrek van een teken; een naam die niet bestaat, is een fout en geen rondje.

    Raises
    ------
    ValueError
        Als het teken niet bestaat.
    """
    if naam == "circle":
        return (round_shape(*punt, straal),)
    if naam not in _VORMEN:
        raise ValueError(f"een teken {naam!r} bestaat niet")
    return tuple(
        tuple((punt[0] + x * straal, punt[1] + y * straal) for x, y in lus)
        for lus in _VORMEN[naam]()
    )


def _cross() -> Lussen:
    arm = 0.4
    hoeken = [(-arm, -1), (arm, -1), (arm, -arm), (1, -arm), (1, arm), (arm, arm)]
    return ((*hoeken, *((-x, -y) for x, y in hoeken)),)


def _x() -> Lussen:
    draai = cos(pi / 4)
    return tuple(tuple(((x - y) * draai, (x + y) * draai) for x, y in lus) for lus in _cross())


def _star() -> Lussen:
    buiten, binnen = 1.3, 0.5
    return (
        tuple(
            (straal * sin(pi * i / 5), -straal * cos(pi * i / 5))
            for i, straal in enumerate((buiten, binnen) * 5)
        ),
    )


def _polygon(hoeken: int, straal: float = 1) -> Callable[[], Lussen]:
    return lambda: (round_shape(0, 0, straal, hoeken),)


_VORMEN: dict[str, Callable[[], Lussen]] = {
    "square": lambda: (((-1, -1), (1, -1), (1, 1), (-1, 1)),),
    "diamond": _polygon(4, 1.3),
    "triangle-up": lambda: (((0, -1), (1.155, 0.9), (-1.155, 0.9)),),
    "triangle-down": lambda: (((0, 1), (1.155, -0.9), (-1.155, -0.9)),),
    "cross": _cross,
    "x": _x,
    "pentagon": _polygon(5),
    "hexagon": _polygon(6),
    "star": _star,
    "bowtie": lambda: (
        ((-1, -1), (0, 0), (-1, 1)),
        ((1, -1), (0, 0), (1, 1)),
    ),
}
