"""De voordeur van een hulpmiddel: een scherm, of in het boek een stilstaand beeld."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from lv_tools.basis.beeld.weergave import Html, ontsnap
from lv_tools.schermdelen.indeling import Uitklap
from lv_tools.schermdelen.scherm import Scherm
from lv_tools.schermdelen.tekst import Koppeling, Tekst

#: Staat deze omgevingsvariabele op "1", dan wordt het boek gebouwd.
STIL = "LV_TOOLS_STIL"


def hulpmiddel(
    naam: str, *, stilbeeld: Callable[[], str]
) -> Callable[[Callable[[], Scherm]], Callable[[], Scherm | Html]]:
    """Maak van een functie die een scherm opent de voordeur van een hulpmiddel.

    Parameters
    ----------
    naam
        De ene naam van het hulpmiddel, zoals ``"bevindingenverkenner"``.
    stilbeeld
        Functie die de HTML geeft voor een bladzijde waarop nog geen Python draait.

    Examples
    --------
    >>> @hulpmiddel("voorbeeld", stilbeeld=lambda: "<p>Zo ziet het eruit.</p>")
    ... def open_scherm() -> Scherm:
    ...     return Scherm(titel="Voorbeeld")
    """

    def wrap(functie: Callable[[], Scherm]) -> Callable[[], Scherm | Html]:
        @wraps(functie)
        def open_hulpmiddel() -> Scherm | Html:
            if os.environ.get(STIL) == "1":
                beeld = stilbeeld()
                return Html(f'<div class="lvs" data-lv-hulpmiddel="{ontsnap(naam)}">{beeld}</div>')
            return functie()

        return open_hulpmiddel

    return wrap


def origin(algemeen: Mapping[str, Any], *zinnen: str) -> Uitklap:
    """Zeg waar een hulpmiddel vandaan komt, met de koppeling naar het origineel.

    Parameters
    ----------
    algemeen
        De algemene gegevens van het hulpmiddel; ``origineel`` is het adres, als er een is.
    zinnen
        Wat de lezer over de herkomst moet weten.
    """
    if not algemeen.get("origineel"):
        return Uitklap("Waar komt dit hulpmiddel vandaan?", Tekst(*zinnen))
    verwijzing = ("Het origineel: ", Koppeling("Leren verbeteren", str(algemeen["origineel"])))
    return Uitklap("Waar komt dit hulpmiddel vandaan?", Tekst(*zinnen, verwijzing))
