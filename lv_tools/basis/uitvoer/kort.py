"""De eerste bladzijde van een verslag: wat op tafel komt, met de figuur die dat laat zien.

Op het scherm staat zij er niet: daar staat hetzelfde al in beeld.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Blok,
    Figuurblok,
    Kop,
    Opsomming,
    Paginaeinde,
    Tweevorm,
)

IN_HET_KORT = "In het kort"
#: Zo hoog is de figuur op de eerste bladzijde hoogstens, als deel daarvan.
HALF = 0.5
#: Zoveel tekens past een punt op de eerste bladzijde.
PUNT_LENGTE = 240


def first_page(
    kern: str,
    blad: Figuurblad | None,
    punten: Sequence[str] = (),
    verder: Iterable[Blok] = (),
    *,
    meeste: int = 5,
    hoogte: float = HALF,
) -> Tweevorm:
    """Maak de eerste bladzijde; wat er daarna komt, begint op de volgende.

    Parameters
    ----------
    kern
        De uitkomst in een of twee zinnen.
    blad
        De figuur die het meest zegt; die blijft klein, zodat alles op een bladzijde past. Haar
        getallen staan verderop.
    punten
        Wat daarna het belangrijkst is, het eerste eerst.
    verder
        Wat er nog onder komt, zoals afspraken.
    meeste
        Zoveel punten staan er; de rest staat verderop in het verslag.
    hoogte
        Zo hoog is de figuur hoogstens, als deel van de bladzijde.
    """
    lijst = tuple(shorten(punt) for punt in punten if punt.strip())[:meeste]
    return Tweevorm(
        papier=(
            Kop(IN_HET_KORT),
            *((Alinea(kern, nadruk=True),) if kern.strip() else ()),
            *((Figuurblok(blad, kort=hoogte, elders=True),) if blad else ()),
            *((Opsomming(lijst),) if lijst else ()),
            *verder,
            Paginaeinde(),
        )
    )


def shorten(tekst: str, lengte: int = PUNT_LENGTE) -> str:
    """Kort een lange tekst in op een woord; de hele tekst staat verderop in het verslag.

    Examples
    --------
    >>> shorten("een twee drie", 9)
    'een twee…'
    """
    plat = " ".join(tekst.split())
    if len(plat) <= lengte:
        return plat
    stuk = plat[:lengte]
    return f"{stuk[: stuk.rfind(' ')] if ' ' in stuk else stuk[:-1]}…"
