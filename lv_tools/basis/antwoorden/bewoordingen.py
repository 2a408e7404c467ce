"""De woorden van een stelling voor sommige rollen, zoals zij in een bestand staan.

Een rij is ``[code, rol, tekst]``. Zo blijft later te lezen op welke woorden iemand antwoordde. Wie
een stelling niet kreeg, gaf ook geen antwoord; dat hoeft dus niet in het bestand.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any, Protocol

from lv_tools.basis.antwoorden.bestand import VRAAG_LENGTE
from lv_tools.basis.onderzoek.bewoording import Bewoording
from lv_tools.basis.vorm.vormcontrole import VormError, as_list, as_text

MEESTE = 2_000


class _Stelling(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def anders(self) -> tuple[Bewoording, ...]: ...


def wordings_to_data(stellingen: Iterable[_Stelling]) -> list[list[str]]:
    """Schrijf alle bewoordingen van een vragenlijst."""
    return [
        [stelling.code, rol, eigen.tekst]
        for stelling in stellingen
        for eigen in stelling.anders
        for rol in eigen.rollen
    ]


def wordings_from_data(gegevens: object, stellingen: Container[str]) -> dict[str, list[Any]]:
    """Lees per stelling de bewoordingen, zoals een gegevensbestand ze schrijft.

    Raises
    ------
    VormError
        Bij elke afwijking.
    """
    uit: dict[str, list[Any]] = {}
    for rij in as_list(gegevens, "bewoordingen", MEESTE):
        delen = as_list(rij, "bewoording", 3)
        if len(delen) != 3:
            raise VormError("een bewoording heeft niet de goede vorm")
        code, rol = as_text(delen[0], "bewoording", 80), as_text(delen[1], "bewoording", 80)
        tekst = as_text(delen[2], "bewoording", VRAAG_LENGTE)
        if code not in stellingen or any(rol in al["rollen"] for al in uit.get(code, [])):
            raise VormError("een bewoording hoort nergens bij, of staat er twee keer")
        uit.setdefault(code, []).append({"rollen": (rol,), "tekst": tekst})
    return uit
