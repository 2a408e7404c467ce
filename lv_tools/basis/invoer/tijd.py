"""Lees een tijd zoals mensen die typen: 9.30, 9:30 of 9 uur."""

from __future__ import annotations

import re
from datetime import time

from lv_tools.basis.invoer.velden import Invoerfout

_TIJD = re.compile(r"([0-9]{1,2})(?:\s*[.:u]\s*([0-9]{2}))?\s*(?:uur|u)?", re.IGNORECASE)


def read_time(tekst: str, veld: str) -> time | Invoerfout | None:
    """Lees een tijd; leeg is ``None``.

    Examples
    --------
    >>> read_time("9.30 uur", "Begintijd")
    datetime.time(9, 30)
    """
    kaal = tekst.strip()
    if not kaal:
        return None
    gevonden = _TIJD.fullmatch(kaal)
    if gevonden:
        uur, minuut = int(gevonden[1]), int(gevonden[2] or 0)
        if uur < 24 and minuut < 60:
            return time(uur, minuut)
    uitweg = "Typ uren en minuten, bijvoorbeeld 9.30"
    return Invoerfout(veld, tekst, f"‘{kaal[:20]}’ is geen tijd", uitweg)
