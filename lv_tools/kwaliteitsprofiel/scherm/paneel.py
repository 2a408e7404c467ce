"""Wat alle panelen van het profiel gemeen hebben."""

from __future__ import annotations

from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.reeks import Element, Reeks, Woorden
from lv_tools.bouwdoos.werk import Werk
from lv_tools.kwaliteitsprofiel.model.profiel import Profiel
from lv_tools.kwaliteitsprofiel.model.uitkomst import Uitkomst
from lv_tools.kwaliteitsprofiel.teksten import Profielinhoud

Profielwerk = Werk[Profiel, Uitkomst]
Profielpaneel = Paneel[Profiel, Uitkomst, Profielinhoud]
Profielelement = Element[Profiel, Uitkomst, Profielinhoud]
Profielreeks = Reeks[Profiel, Uitkomst, Profielinhoud]


def words(inhoud: Profielinhoud, wat: str) -> Woorden:
    """Geef wat er op de knoppen van een reeks staat."""
    zeg = inhoud.zeg
    return Woorden(erbij=zeg(f"{wat}_erbij"), weg=zeg(f"{wat}_weg"), zonder=zeg(f"{wat}_zonder"))
