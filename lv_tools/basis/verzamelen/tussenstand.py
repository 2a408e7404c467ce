"""Wanneer een uitkomst op de muur mag meegroeien met wie er binnenkomt.

Op naam groeit de uitkomst met elke code, vanaf twee mensen. Werkt de groep anoniem, dan zou een
uitkomst die bij elke code verandert, laten zien wat de laatste antwoordde. Daarom verandert zij
daar pas als er weer vijf mensen bij zijn, of als wie verzamelt zegt dat iedereen er is. Die grenzen
zijn van ons.
"""

from __future__ import annotations

#: Zoveel mensen komen er anoniem bij voordat de uitkomst op de muur verandert.
STAP = 5
#: Wat één persoon antwoordde, komt ook op naam niet op de muur.
SAMEN = 2


def may_show(personen: int, getoond: int, *, anoniem: bool, iedereen: bool = False) -> bool:
    """Zeg of de uitkomst van nu op de muur mag.

    Parameters
    ----------
    personen
        Hoeveel mensen er nu meedoen.
    getoond
        Hoeveel er meededen toen er voor het laatst iets op de muur kwam; 0 als dat nog niet was.
    iedereen
        Zei wie verzamelt dat iedereen er is?
    """
    if not anoniem:
        return personen >= SAMEN
    return personen >= STAP and (iedereen or personen - getoond >= STAP)
