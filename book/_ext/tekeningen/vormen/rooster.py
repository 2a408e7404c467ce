"""Een rooster van genummerde plekken, elk met een pictogram en een naam."""

from __future__ import annotations

from tekeningen.doek import BREED, SMAL, Doek
from tekeningen.gegevens import Inhoud

KOLOMMEN = 3


def draw(inhoud: Inhoud, *, breed: bool) -> Doek:
    """Teken het rooster."""
    plekken = inhoud.parts("plekken")
    if breed:
        rijen = -(-len(plekken) // KOLOMMEN)
        doek = Doek(BREED, 104 * rijen - 8)
        for nr, plek in enumerate(plekken):
            x, y = nr % KOLOMMEN * 218.0, nr // KOLOMMEN * 104.0
            _cell(doek, x, y + 48, str(nr + 1), plek, 26, 15)
        return doek
    doek = Doek(SMAL, 66 * len(plekken) - 8)
    for nr, plek in enumerate(plekken):
        _cell(doek, 0, nr * 66 + 29, str(nr + 1), plek, 28, 15)
    return doek


def _cell(doek: Doek, x: float, y: float, nr: str, plek: Inhoud, straal: float, maat: int) -> None:
    midden = (x + straal + 2, y)
    doek.circle(midden, straal, "fz")
    doek.icon(plek.text("pictogram"), midden, straal * 1.2, "sa", 2.25)
    doek.badge((x + 11, y - straal + 10), 11, nr)
    links = 2 * straal + 14
    ruimte = (204 if doek.breedte == BREED else SMAL) - links
    doek.text(x + links, y, plek.text("naam"), maat=maat, vet=True, breedte=ruimte, hang="midden")
