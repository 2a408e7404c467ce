"""Wat er in een verslag en in tabellen komt, en wat daarvan het hulpmiddel mag verlaten."""

from __future__ import annotations

from dataclasses import dataclass

from lv_tools.urgentiemeter.model.uitslag import Uitslag, compute
from lv_tools.urgentiemeter.teksten import Instrument


@dataclass(frozen=True)
class Wensen:
    """Wat er in het verslag komt.

    Parameters
    ----------
    volledig
        Maak het volledige verslag in plaats van één bladzijde.
    namen
        Zet namen en losse antwoorden erbij. Alleen deze wens doet dat, in elke omvang en in elke
        vorm, en alleen als de groep op naam werkt.
    alleen
        Laat een rol van één persoon apart staan. Met ``namen`` is dat vanzelf zo.
    """

    volledig: bool = False
    namen: bool = False
    alleen: bool = False


def outgoing(uitslag: Uitslag, inhoud: Instrument, wensen: Wensen) -> Uitslag:
    """Geef de uitslag zoals zij het hulpmiddel verlaat.

    Zonder een wens daarvoor staat geen rol van één persoon apart: haar rij zou precies zijn wat
    die persoon antwoordde.
    """
    if uitslag.scan.groep.modus == "anoniem" or wensen.namen or wensen.alleen:
        return uitslag
    return compute(uitslag.scan, inhoud, uitslag.dag, alleen_apart=False)
