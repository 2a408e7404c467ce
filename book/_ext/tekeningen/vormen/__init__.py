"""De vormen: elk maakt van de labels van een tekening een vel, breed of smal.

Een vorm is een functie ``draw(inhoud, *, breed)`` in een eigen module. Een nieuwe vorm krijgt hier
haar naam.
"""

from __future__ import annotations

from typing import Protocol

from tekeningen.doek import Doek
from tekeningen.gegevens import Inhoud
from tekeningen.vormen import (
    bezoek,
    bundel,
    gesprekskaart,
    huis,
    ketting,
    kring,
    kwadranten,
    lagen,
    naalden,
    ringen,
    rondes,
    rooster,
    stap,
    tafels,
    velden,
    weefsel,
    wielen,
    zaal,
)


class Vorm(Protocol):
    """Wat elke vorm kan."""

    def __call__(self, inhoud: Inhoud, *, breed: bool) -> Doek:
        """Teken de labels op een vel."""


VORMEN: dict[str, Vorm] = {
    "bezoek": bezoek.draw,
    "bundel": bundel.draw,
    "gesprekskaart": gesprekskaart.draw,
    "huis": huis.draw,
    "ketting": ketting.draw,
    "kring": kring.draw,
    "kwadranten": kwadranten.draw,
    "lagen": lagen.draw,
    "naalden": naalden.draw,
    "ringen": ringen.draw,
    "rondes": rondes.draw,
    "rooster": rooster.draw,
    "stap": stap.draw,
    "tafels": tafels.draw,
    "velden": velden.draw,
    "weefsel": weefsel.draw,
    "wielen": wielen.draw,
    "zaal": zaal.draw,
}
