"""Een paneel: een stuk scherm dat pas bestaat als iemand ernaar kijkt.

Een paneel dat niet te zien is, wordt niet gebouwd en niet bijgewerkt. Komt het in beeld, dan is het
in één keer zoals de staat het wil.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any, Generic, Protocol, TypeVar

from lv_tools.bouwdoos.veld import Velden
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom, Uitklap

S = TypeVar("S")
U = TypeVar("U")
C = TypeVar("C")
D = TypeVar("D", bound=Deel)


class Gang(Protocol):
    """Waarmee een paneel de lezer door het scherm leidt."""

    @property
    def alleen(self) -> bool:
        """Is er nu maar één stap te zien?"""

    def go(self, code: str) -> None:
        """Ga naar een stap."""

    def only(self, code: str) -> None:
        """Toon alleen één stap; leeg toont ze weer allemaal."""


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
        #: Het scherm om dit paneel heen; er is er geen als een paneel los staat.
        self.gang: Gang | None = None
        self._kinderen: list[Paneel[Any, Any, Any]] = []
        self._geplaatst: dict[Deel, Paneel[Any, Any, Any]] = {}
        self._gebouwd = self._open = False
        self._versie = -1

    @property
    def staat(self) -> S:
        """De staat van nu."""
        return self.werk.staat

    @abstractmethod
    def build(self) -> Iterable[Deel]:
        """Bouw wat er te zien is; wordt geroepen als het paneel voor het eerst in beeld komt."""

    def show(self) -> None:
        """Werk bij wat van de staat of de uitkomst afhangt; wordt alleen geroepen in beeld."""

    def open(self) -> None:
        """Laat het paneel zien."""
        self._open = True
        self.refresh()

    def arrive(self) -> None:
        """De lezer gaat naar deze stap; niet geroepen als een bestand hier vanzelf opengaat."""

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
            self.show()
            # Daarna pas: tonen kan de opties van een keuze veranderen.
            self.velden.sync()
            # Wat dit paneel zelf wijzigt tijdens het tonen, ziet de volgende ronde.
        for kind in tuple(self._kinderen):
            kind.refresh()

    def add(self, kind: Paneel[Any, Any, Any]) -> Deel:
        """Neem een ander paneel op; het is in beeld zolang dit paneel dat is."""
        self._adopt(kind)
        kind.open()
        return kind.deel

    def place(self, kolom: Deel, kind: Paneel[Any, Any, Any] | None) -> None:
        """Laat in een kolom één ander paneel zien, of niets; wat er stond, is dan weg."""
        if (eerder := self._geplaatst.pop(kolom, None)) is not None:
            eerder.close()
            self._kinderen.remove(eerder)
        if kind is not None:
            self._geplaatst[kolom] = kind
            self.add(kind)
        kolom.inhoud = () if kind is None else (kind.deel,)

    def _adopt(self, kind: Paneel[Any, Any, Any]) -> None:
        kind.gang = self.gang
        self._kinderen.append(kind)

    def drop(self, kind: Paneel[Any, Any, Any]) -> None:
        """Laat een opgenomen paneel los; het wordt niet meer bijgewerkt."""
        self._kinderen.remove(kind)
        kind.close()

    def pick(self, kinderen: Iterable[Paneel[Any, Any, Any]], kind: object) -> None:
        """Laat van een rij opgenomen panelen er een zien, of geen; de andere bestaan dan niet."""
        for ander in kinderen:
            if ander not in self._kinderen:
                self._adopt(ander)
            ander.deel.verborgen = ander is not kind
            if ander is kind:
                ander.open()
            else:
                ander.close()

    def fold(self, titel: str, kind: Paneel[Any, Any, Any], *, open: bool = False) -> Uitklap:
        """Neem een ander paneel op achter een knop; het bestaat pas als iemand het openklapt."""
        self._adopt(kind)

        def wissel(is_open: bool) -> None:
            if is_open:
                kind.open()
            else:
                kind.close()

        if open:
            kind.open()
        return Uitklap(titel, kind.deel, open=open, bij_wijziging=wissel)


class Wissel(Paneel[S, U, C]):
    """Panelen waarvan er steeds een in beeld is; wat nooit in beeld kwam, bestaat niet.

    Parameters
    ----------
    welk
        Geeft van een staat de naam van het paneel dat in beeld hoort.
    maak
        Maakt een paneel bij zijn naam.
    """

    def __init__(
        self,
        werk: Werk[S, U],
        inhoud: C,
        welk: Callable[[S], str],
        maak: Callable[[str], Paneel[S, U, C]],
    ) -> None:
        super().__init__(werk, inhoud)
        self._welk, self._maak = welk, maak
        self._panelen: dict[str, Paneel[S, U, C]] = {}

    def build(self) -> Iterable[Deel]:
        """Begin leeg."""
        return ()

    def show(self) -> None:
        """Laat het ene paneel zien; wat in de andere openstond, blijft zo."""
        naam = self._welk(self.werk.staat)
        if naam not in self._panelen:
            self._panelen[naam] = kind = self._maak(naam)
            self._kinderen.append(kind)
            self.deel.inhoud = (*self.deel.inhoud, kind.deel)
        for ander, paneel in self._panelen.items():
            paneel.deel.verborgen = ander != naam
            if ander == naam:
                paneel.open()
            else:
                paneel.close()


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

    def part(self, sleutel: str, soort: type[D]) -> D:
        """Geef het stuk scherm van een element, als het van deze soort is.

        Raises
        ------
        TypeError
            Als het iets anders is.
        """
        deel = self._delen[sleutel]
        if not isinstance(deel, soort):
            raise TypeError(f"{sleutel} is een {type(deel).__name__} en geen {soort.__name__}")
        return deel

    def show(self, elementen: Iterable[S]) -> None:
        """Toon deze elementen, in deze volgorde."""
        nu: dict[str, Deel] = {}
        for element in elementen:
            sleutel = self._sleutel(element)
            nu[sleutel] = self._delen.get(sleutel) or self._build(element, sleutel)
        if list(nu.values()) != list(self._delen.values()):
            self.deel.inhoud = tuple(nu.values())
        self._delen = nu

    def _build(self, element: S, sleutel: str) -> Deel:
        deel = self._bouw(element)
        deel.sleutel = sleutel  # zo heet het ook hetzelfde als de rij in een andere volgorde staat
        return deel


class Panelenlijst(Lijst[S]):
    """Een rij panelen, een per element van een reeks in de staat.

    Parameters
    ----------
    ouder
        Het paneel waar de rij in staat.
    maak
        Maakt het paneel van een element.
    """

    def __init__(
        self,
        ouder: Paneel[Any, Any, Any],
        sleutel: Callable[[S], str],
        maak: Callable[[S], Paneel[Any, Any, Any]],
    ) -> None:
        #: Bij elke sleutel het paneel; van welke klasse weet wie ze maakt.
        self.panelen: dict[str, Any] = {}
        self._ouder = ouder

        def bouw(element: S) -> Deel:
            paneel = self.panelen[sleutel(element)] = maak(element)
            return ouder.add(paneel)

        super().__init__(sleutel, bouw)

    def show(self, elementen: Iterable[S]) -> None:
        """Toon deze elementen; een paneel van een ander element wordt losgelaten."""
        super().show(elementen)
        for sleutel in set(self.panelen) - set(self._delen):
            self._ouder.drop(self.panelen.pop(sleutel))
