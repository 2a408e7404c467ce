"""Collega's uitnodigen voor een meting, en als collega meedoen."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Annotated

from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.basis.vorm.grenzen import Tekst
from lv_tools.urgentiemeter.model.scan import NAAM_LENGTE, Scan

#: De manier van verzamelen waarbij iemand zelf invult.
ZELF = "zelf"


@dataclass(frozen=True)
class Uitnodiging:
    """Bij welke meting iemand invult: haar kenmerk, en hoe zij heet."""

    meting: Annotated[str, Tekst(12, patroon="[0-9a-f]{12}")]
    naam: Annotated[str, Tekst(NAAM_LENGTE)] = ""


def with_identity(scan: Scan) -> Scan:
    """Geef de meting een kenmerk, als zij dat nog niet heeft."""
    return scan if scan.meting else replace(scan, meting=secrets.token_hex(6))


def invitation(scan: Scan) -> Uitnodiging:
    """Geef de uitnodiging voor een meting met een kenmerk."""
    return Uitnodiging(scan.meting, " ".join(scan.naam.split()))


def take_part(scan: Scan, leeg: Scan, uitnodiging: Uitnodiging) -> Scan | None:
    """Doe mee aan een meting; ``None`` als dit werk al van iets anders is.

    Parameters
    ----------
    leeg
        Een meting waar nog niets in staat.
    """
    if scan.meting == uitnodiging.meting:
        return scan
    kaal = replace(scan, kenmerk="", toen=None, groep=replace(scan.groep, manier=""))
    if kaal != replace(leeg, kenmerk="", toen=None):
        return None
    groep = Groep(manier=ZELF)
    return replace(scan, naam=uitnodiging.naam, meting=uitnodiging.meting, groep=groep)
