"""Een veld voor een tijd, zoals mensen die typen: 9.30, 9:30 of 9 uur."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.invoer.velden import Veld
from lv_tools.schermdelen import Invoerveld


def time_field(naam: str, label: str, waarde: str = "", **rest: Any) -> Invoerveld:
    """Maak een veld voor een tijd."""
    veld = Veld(naam, label, hulp="Bijvoorbeeld: 9.30", lengte=20)
    return Invoerveld(veld, waarde=waarde, **rest)
