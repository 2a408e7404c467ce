"""Wanneer een uitkomst op de muur mag meegroeien met wie er binnenkomt.

Op naam groeit de uitkomst met elke code, vanaf twee mensen. Werkt de groep anoniem, dan zou een
uitkomst die bij elke code verandert, laten zien wat de laatste antwoordde. Daarom verandert zij
daar pas als er weer vijf mensen bij zijn, of als wie verzamelt zegt dat iedereen er is. Ook wie
iemand weghaalt of het werk opnieuw opent, ziet zo geen verschil van één persoon. Die grenzen zijn
van ons.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

#: Zoveel mensen komen er anoniem bij voordat de uitkomst op de muur verandert.
STAP = 5
#: Wat één persoon antwoordde, komt ook op naam niet op de muur, en anoniem ook niet als laatste.
SAMEN = 2


@dataclass(frozen=True)
class Muur:
    """Wat er op de muur hangt.

    Parameters
    ----------
    gezien
        Hoeveel mensen er het laatst waren.
    getoond
        Hoeveel mensen er in de uitkomst zitten die er hangt; 0 als er geen hangt.
    vanaf
        Vanaf hoeveel mensen wordt geteld hoeveel er bij zijn. Wat daarvoor hing, kan de zaal nog
        weten.
    vers
        Is dit werk pas geopend, en hing er sindsdien nog niets?
    """

    gezien: int = 0
    getoond: int = 0
    vanaf: int = 0
    vers: bool = False

    def meet(self, mensen: int) -> Muur:
        """Geef de muur als er nu zoveel mensen zijn; is er een weg, dan gaat de uitkomst eraf."""
        if mensen >= self.gezien:
            return replace(self, gezien=mensen)
        return replace(self, gezien=mensen, getoond=0, vanaf=min(self.vanaf, mensen))

    def may_show(self, *, anoniem: bool, iedereen: bool = False) -> bool:
        """Zeg of de uitkomst van nu op de muur mag.

        Parameters
        ----------
        iedereen
            Zei wie verzamelt dat iedereen er is?
        """
        if not anoniem:
            return self.gezien >= SAMEN
        return self.gezien >= STAP and (self.erbij >= STAP or (iedereen and self.may_close))

    @property
    def erbij(self) -> int:
        """Hoeveel mensen erbij zijn sinds de laatste uitkomst."""
        return self.gezien - self.vanaf

    @property
    def may_close(self) -> bool:
        """Mag wie verzamelt ook de rest laten zien? Niet als dat er maar één is."""
        return self.gezien >= STAP and (self.vers or self.erbij >= SAMEN)

    def show(self) -> Muur:
        """Geef de muur waarop de uitkomst van nu hangt."""
        return Muur(self.gezien, self.gezien, self.gezien)


def opened(mensen: int) -> Muur:
    """Geef de muur van werk dat net openging: wat er eerder hing, is niet bekend."""
    al = mensen if mensen >= STAP else 0
    return Muur(mensen, vanaf=al, vers=bool(al))
