"""Hoe zeker de cijfers zijn, en welke opvallen."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, sqrt

from lv_tools.basis.taal.notatie import getal, opsomming
from lv_tools.bevindingenverkenner.model.bronnen import group_size
from lv_tools.bevindingenverkenner.model.regels import Regel, opvallend
from lv_tools.bevindingenverkenner.model.zinnen import zin
from lv_tools.bevindingenverkenner.teksten import weergave


def zekerheid(*, telling: bool = False) -> tuple[str, ...]:
    """Leg uit wat het interval zegt en wat niet."""
    if telling:
        return (zin("zeker_telling"),)
    afdelingen, scholen = group_size("afdelingen"), group_size("scholen")
    factor = getal(widening(afdelingen, scholen), 1)
    school = zin("zeker_school", afdelingen=afdelingen, scholen=scholen, factor=factor)
    return (zin("zeker_interval"), zin("zeker_groep"), zin("zeker_niet"), school)


def widening(afdelingen: int, scholen: int) -> float:
    """Reken uit hoeveel breder een interval wordt als afdelingen van één school gelijk zijn.

    Dan telt elke school eigenlijk als één waarneming. Zijn de scholen ongelijk van grootte, dan is
    het effect nog groter; daarom is dit een ondergrens, naar beneden afgerond op een decimaal.
    Formule: wortel uit het ontwerpeffect 1 + (m - 1) x 1, met m het gemiddelde aantal per school
    (Kish 1965).

    Examples
    --------
    >>> widening(146, 77)
    1.3
    """
    return floor(10 * sqrt(afdelingen / scholen)) / 10


def opvallende_zinnen(
    naam: str, regels: Sequence[Regel], *, alleen_groep: bool = False
) -> tuple[str, ...]:
    """Geef de zinnen over cijfers die opvallen, met de groep voorop als het om één groep gaat.

    Met ``alleen_groep`` blijft weg wat over de hele tabel gaat.
    """
    afgeleid = any(regel.meting and regel.meting.afgeleid for regel in regels)
    uit = [zin("afgeleid")] if afgeleid else []
    for melding in opvallend(naam, tuple(regels)):
        if alleen_groep and not melding.sleutel:
            continue
        eigen = [
            waarde for kolom, waarde in melding.sleutel.items() if kolom in weergave(naam).sleutel
        ]
        voor = f"{opsomming(eigen)}: " if eigen and melding.resource == naam else ""
        uit.append(f"{voor}{melding.uitleg}")
    return tuple(dict.fromkeys(uit))
