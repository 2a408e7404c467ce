"""Een paneel: een stuk scherm dat pas bestaat als iemand ernaar kijkt.

Een paneel dat niet te zien is, wordt niet gebouwd en niet bijgewerkt. Komt het in beeld, dan is het
in één keer zoals de staat het wil.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from lv_tools.bouwdoos.veld import Velden
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Uitklap

S = TypeVar("S")
U = TypeVar("U")
C = TypeVar("C")


class Paneel(ABC, Generic[S, U, C]):
    """Een stuk scherm bij een werk.

    Parameters
    ----------
    werk
        De staat en de uitkomst.
    inhoud
        De teksten en vragen van het hulpmiddel.
    """

    def __init__(self, werk: Werk[S, U], inhoud: C) -> None:
        self.werk, self.inhoud = werk, inhoud
        self.velden = Velden(werk)
        self.deel: Deel = Kolom()
        self._kinderen: list[Paneel[Any, Any, Any]] = []
        self._gebouwd = self._open = False
        self._versie = -1

    @abstractmethod
    def build(self) -> Iterable[Deel]:
        """Bouw wat er te zien is; wordt geroepen als het paneel voor het eerst in beeld komt."""

    def show(self) -> None:
        """Werk bij wat van de staat of de uitkomst afhangt; wordt alleen geroepen in beeld."""

    def open(self) -> None:
        """Laat het paneel zien."""
        self._open = True
        self.refresh()

    def close(self) -> None:
        """Haal het paneel uit beeld; het wordt dan niet meer bijgewerkt."""
        self._open = False

    def refresh(self) -> None:
        """Bouw zo nodig en werk bij, als het paneel in beeld is en er iets veranderde."""
        if not self._open:
            return
        if not self._gebouwd:
            self._gebouwd = True
            self.deel.inhoud = tuple(self.build())
        if self._versie != self.werk.versie:
            self._versie = self.werk.versie
            self.velden.sync()
            self.show()
            # Wat dit paneel zelf wijzigt tijdens het tonen, ziet de volgende ronde.
        for kind in self._kinderen:
            kind.refresh()

    def add(self, kind: Paneel[Any, Any, Any]) -> Deel:
        """Neem een ander paneel op; het is in beeld zolang dit paneel dat is."""
        self._kinderen.append(kind)
        kind.open()
        return kind.deel

    def pick(self, kinderen: Iterable[Paneel[Any, Any, Any]], kind: object) -> None:
        """Laat van een rij opgenomen panelen er een zien, of geen; de andere bestaan dan niet."""
        for ander in kinderen:
            if ander not in self._kinderen:
                self._kinderen.append(ander)
            ander.deel.verborgen = ander is not kind
            if ander is kind:
                ander.open()
            else:
                ander.close()

    def fold(self, titel: str, kind: Paneel[Any, Any, Any], *, open: bool = False) -> Uitklap:
        """Neem een ander paneel op achter een knop; het bestaat pas als iemand het openklapt."""
        self._kinderen.append(kind)

        def wissel(is_open: bool) -> None:
            if is_open:
                kind.open()
            else:
                kind.close()

        if open:
            kind.open()
        return Uitklap(titel, kind.deel, open=open, bij_wijziging=wissel)


class Lijst(Generic[S]):
    """Een rij stukken scherm, een per element van een reeks in de staat.

    Een element dat blijft, houdt zijn stuk scherm: de focus, de cursor en wat openstaat ook.

    Parameters
    ----------
    sleutel
        Wat een element herkenbaar maakt, zoals zijn ``id``.
    bouw
        Maakt het stuk scherm van een element.
    """

    def __init__(self, sleutel: Callable[[S], str], bouw: Callable[[S], Deel]) -> None:
        self._sleutel, self._bouw = sleutel, bouw
        self._delen: dict[str, Deel] = {}
        self.deel = Kolom()

    def __getitem__(self, sleutel: str) -> Deel:
        return self._delen[sleutel]

    def show(self, elementen: Iterable[S]) -> None:
        """Toon deze elementen, in deze volgorde."""
        nu: dict[str, Deel] = {}
        for element in elementen:
            sleutel = self._sleutel(element)
            nu[sleutel] = self._delen.get(sleutel) or self._bouw(element)
        if list(nu.values()) != list(self._delen.values()):
            self.deel.inhoud = tuple(nu.values())
        self._delen = nu
