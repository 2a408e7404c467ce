"""Zit een deel van dezelfde invullingen in twee scans? Dan verraadt het verschil een enkeling.

Liggen een scan van achttien mensen en dezelfde scan zonder één van hen naast elkaar, dan is uit
het verschil te lezen wat die ene antwoordde. Een echte volgende meting bestaat uit nieuwe
antwoorden; daar speelt dit niet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lv_tools.basis.respondenten import Respondent
from lv_tools.basis.samenvoegen import merge
from lv_tools.zelfevaluatie.scan import Scan

#: Zoveel antwoorden moet iemand hebben om aan de antwoorden zelf te herkennen te zijn.
HERKENBAAR_VANAF = 8


def shares_people(een: Scan, twee: Scan) -> bool:
    """Zeg of er in twee scans invullingen van dezelfde mensen zitten.

    Dat is zo als een kenmerk in beide staat. Kenmerken kunnen per scan anders zijn; daarom telt
    ook als meer dan de helft van de kleinste scan rij voor rij hetzelfde antwoordde. Dat twee
    metingen toevallig zo op elkaar lijken, is niet te verwachten.
    """
    links, rechts = merge(een.bronnen), merge(twee.bronnen)
    if {r.id for r in links} & {r.id for r in rechts}:
        return True
    samen = (_rows(links) & _rows(rechts)).total()
    return samen * 2 > min(len(links), len(rechts))


def may_compare(scans: Sequence[Scan]) -> bool:
    """Zeg of scans naast elkaar mogen: niet als een anonieme scan mensen met een andere deelt."""
    return not any(
        "anoniem" in (een.opzet.modus, twee.opzet.modus) and shares_people(een, twee)
        for nummer, een in enumerate(scans)
        for twee in scans[nummer + 1 :]
    )


def _rows(mensen: Iterable[Respondent]) -> Counter[tuple[str, frozenset[tuple[str, int | None]]]]:
    return Counter(
        (r.rol, frozenset(r.antwoorden.items()))
        for r in mensen
        if len(r.antwoorden) >= HERKENBAAR_VANAF
    )
