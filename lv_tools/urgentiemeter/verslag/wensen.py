"""Wat van de uitslag het hulpmiddel mag verlaten."""

from __future__ import annotations

from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.urgentiemeter.model.uitslag import Uitslag, compute
from lv_tools.urgentiemeter.teksten import Instrument


def outgoing(uitslag: Uitslag, inhoud: Instrument, wensen: Wensen) -> Uitslag:
    """Geef de uitslag zoals zij het hulpmiddel verlaat.

    Zonder een wens daarvoor staat geen rol van één persoon apart: haar rij zou precies zijn wat
    die persoon antwoordde.
    """
    if uitslag.scan.groep.modus == "anoniem" or wensen.apart:
        return uitslag
    return compute(uitslag.scan, inhoud, uitslag.dag, alleen_apart=False)
