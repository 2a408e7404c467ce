"""Een as: waar een waarde op papier komt, en waar er een streepje staat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from math import ceil, floor, log10
from typing import Any


@dataclass
class As:
    """Een as: van waarden naar pixels."""

    laag: float
    hoog: float
    namen: tuple[str, ...] = ()
    dagen: bool = False
    van: float = 0
    tot: float = 1

    def place(self, waarde: Any) -> float:
        """Geef de plek van een waarde in pixels."""
        return self.spot(self.number(waarde))

    def spot(self, getal: float) -> float:
        """Geef de plek van wat al een getal is."""
        deel = (getal - self.laag) / ((self.hoog - self.laag) or 1)
        return self.van + deel * (self.tot - self.van)

    def number(self, waarde: Any) -> float:
        """Geef een waarde als getal: een dag telt dagen, een naam is zijn volgnummer."""
        if self.dagen:
            return day(waarde)
        return float(self.namen.index(waarde) if isinstance(waarde, str) else waarde)


def bar_width(as_: As, plekken: Sequence[Any]) -> float:
    """Geef hoe breed een staaf is als dat niet is opgegeven: bijna tot aan haar buur."""
    waarden = sorted({as_.number(plek) for plek in plekken})
    gaten = [b - a for a, b in pairwise(waarden)]
    return 0.8 * (min(gaten) if gaten else 1)


def nice_steps(laag: float, hoog: float, stap: float | None, hoeveel: int) -> list[float]:
    """Geef ronde getallen op een as."""
    laag, hoog = sorted((laag, hoog))
    if not stap:
        ruw = (hoog - laag or 1) / max(hoeveel, 1)
        orde = 10 ** floor(log10(ruw))
        stap = next(orde * keer for keer in (1, 2, 5, 10) if orde * keer >= ruw)
    return [round(nummer * stap, 10) for nummer in range(ceil(laag / stap), floor(hoog / stap) + 1)]


def day(waarde: Any) -> float:
    """Geef een dag als getal."""
    if isinstance(waarde, int | float):
        return float(waarde)
    dag = waarde if isinstance(waarde, date) else datetime.fromisoformat(str(waarde))
    return float(dag.toordinal())
