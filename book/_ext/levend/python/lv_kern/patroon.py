"""Een patroon dat pas wordt gemaakt als iemand het gebruikt; zie ``bouw/compileer.py``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any


class Patroon:
    """Doet zich voor als het patroon dat ``maak`` geeft."""

    def __init__(self, maak: Callable[[], re.Pattern[Any]]) -> None:
        self._maak = maak

    def __getattr__(self, naam: str) -> Any:
        patroon = self.__dict__.get("_patroon")
        if patroon is None:
            patroon = self.__dict__["_patroon"] = self._maak()
            # Wat hier eenmaal staat, gaat niet nog eens langs deze functie.
            for veel in ("match", "fullmatch", "search", "sub", "findall", "finditer", "split"):
                self.__dict__[veel] = getattr(patroon, veel)
        waarde = self.__dict__[naam] = getattr(patroon, naam)
        return waarde
