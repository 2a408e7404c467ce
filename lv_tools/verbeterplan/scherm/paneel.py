"""Wat de panelen van het verbeterplan gemeen hebben."""

from __future__ import annotations

from lv_tools.bouwdoos import kaart
from lv_tools.verbeterplan.model.plan import Plan
from lv_tools.verbeterplan.model.uitkomst import Uitslag
from lv_tools.verbeterplan.teksten import Planinhoud


class Planpaneel(kaart.Kaartpaneel[Plan, Uitslag, Planinhoud]):
    """Een paneel van het verbeterplan."""


class Kaart(kaart.Kaart[Plan, Uitslag, Planinhoud], Planpaneel):
    """De velden van één onderdeel, met een knop om het weg te halen."""
