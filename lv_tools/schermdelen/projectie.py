"""De knop waarmee een uitkomst op het grote scherm komt.

Het script dat een uitkomst in schermen snijdt en ze laat zien, gaat pas naar de pagina als iemand
op de knop klikt. Daarna staat het er, ook voor de andere knoppen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lv_tools.schermdelen.bundel import script
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.figuur import Figuur, plotly_source
from lv_tools.schermdelen.indeling import Sectie, Tabbladen, Uitklap
from lv_tools.schermdelen.tabel import Tabel


class Projectie(Deel):
    """Een knop die laat zien wat er naast hem staat: elke figuur en elke kop op een eigen scherm.

    Parameters
    ----------
    titel
        Waar de uitkomst over gaat; staat boven wat zelf geen kop heeft.
    """

    soort = "projectie"

    def __init__(self, titel: str, **rest: Any) -> None:
        super().__init__(titel=titel, **rest)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Geef de pagina het script, of de tekenaar van figuren als zij die zelf niet heeft."""
        if naam == "klik":
            self.command(naam, [script("projectie.js").encode()])
        elif naam == "tekenaar":
            self.command(naam, [plotly_source()])
        else:
            super().receive(naam, gegevens, bron)


def has_outcome(deel: Deel, binnen: bool = False) -> bool:
    """Zeg of hier iets te zien is voor een zaal: een figuur, of een uitkomst met een kop.

    Een losse zin in een formulier is geen uitkomst, en wat dicht of verborgen is, telt niet mee.
    """
    if deel.verborgen or (isinstance(deel, Uitklap) and not deel.open):
        return False
    if isinstance(deel, Figuur) or (binnen and isinstance(deel, Sectie | Tabel)):
        return True
    delen = (deel.inhoud[deel.gekozen],) if isinstance(deel, Tabbladen) else deel.inhoud
    binnen = binnen or bool(deel.eigenschappen.get("uitkomst"))
    return any(has_outcome(kind, binnen) for kind in delen)
