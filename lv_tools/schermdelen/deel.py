"""De grondvorm van een schermdeel: een Python-object waarvan elke eigenschap in de pagina staat.

Een schermdeel is geen los widget. Alle delen van een scherm reizen als een boom over een enkele
verbinding (zie :mod:`lv_tools.schermdelen.scherm`): dat scheelt per deel een verbinding en een
kopie van het script, en de pagina bouwt er gewone HTML van.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar, overload

from lv_tools.basis.invoer.velden import Invoerfout

T = TypeVar("T")


class Eigenschap(Generic[T]):
    """Een eigenschap van een schermdeel: wie hem in Python wijzigt, wijzigt de pagina."""

    def __init__(self, standaard: T) -> None:
        self.standaard = standaard
        self.naam = ""

    def __set_name__(self, eigenaar: type, naam: str) -> None:
        self.naam = naam

    @overload
    def __get__(self, deel: None, soort: type) -> Self: ...
    @overload
    def __get__(self, deel: Deel, soort: type) -> T: ...
    def __get__(self, deel: Deel | None, soort: type) -> T | Self:
        if deel is None:
            return self
        waarde: T = deel.eigenschappen.get(self.naam, self.standaard)
        return waarde

    def __set__(self, deel: Deel, waarde: T) -> None:
        deel.zet(self.naam, waarde)


class Verbinding(Protocol):
    """Wat een deel van zijn scherm gebruikt; :class:`~lv_tools.schermdelen.Scherm` voldoet."""

    def wijzig(self, deel: Deel, naam: str, behalve: str) -> None:
        """Zet een wijziging klaar voor de pagina."""

    def register(self, deel: Deel, ouder: Deel | None) -> None:
        """Onthoud dat dit deel nu aan het scherm hangt, en geef het zijn kenmerk."""

    def let_go(self, delen: Sequence[Deel]) -> None:
        """Laat delen los die uit een inhoud zijn gehaald."""

    def stuur_opdracht(
        self, deel: Deel, naam: str, gegevens: Mapping[str, Any], buffers: Sequence[bytes]
    ) -> None:
        """Stuur een eenmalige opdracht."""

    def walk(self) -> Iterable[Deel]:
        """Loop langs alle delen."""

    def meld(self, tekst: str) -> None:
        """Laat een schermlezer een korte mededeling voorlezen."""

    def na_afloop(self, functie: Callable[[], object]) -> None:
        """Roep deze functie na elke gebeurtenis."""


class Deel:
    """Wat elk schermdeel kan: in een boom staan, wijzigingen sturen en gebeurtenissen ontvangen."""

    soort: ClassVar[str]
    #: Naam waaronder dit deel bewaard wordt; leeg is niet bewaren.
    naam = ""
    #: Wat dit deel herkenbaar maakt onder delen zonder naam in dezelfde rij; leeg is zijn plek.
    sleutel = ""
    #: Verberg het deel zonder het weg te halen.
    verborgen = Eigenschap(False)
    #: De delen die erin staan.
    inhoud: Eigenschap[tuple[Deel, ...]] = Eigenschap(())

    def __init__(self, **eigenschappen: Any) -> None:
        #: Kenmerk op het scherm; het scherm geeft het zodra het deel er voor het eerst aan hangt.
        self.id = ""
        self.eigenschappen: dict[str, Any] = {}
        self.scherm: Verbinding | None = None
        for naam, waarde in eigenschappen.items():
            self.zet(naam, waarde)

    def zet(self, naam: str, waarde: Any, *, behalve: str = "") -> None:
        """Zet een eigenschap en stuur hem naar de pagina.

        Parameters
        ----------
        naam, waarde
            De eigenschap en zijn nieuwe waarde.
        behalve
            Kenmerk van de weergave die de waarde zelf al heeft, omdat hij daar is ingevuld.
        """
        if naam == "inhoud":
            waarde = tuple(waarde)
            weg = [kind for kind in self.inhoud if kind not in waarde]
            for kind in waarde:
                kind.attach(self.scherm, self)
            if weg and self.scherm is not None:
                self.scherm.let_go(weg)
        self.eigenschappen[naam] = waarde
        if self.scherm is not None:
            self.scherm.wijzig(self, naam, behalve)

    def attach(self, scherm: Verbinding | None, ouder: Deel | None = None) -> None:
        """Hang dit deel en alles wat erin staat aan een scherm."""
        self.scherm = scherm
        if scherm is not None:
            scherm.register(self, ouder)
        for kind in self.inhoud:
            kind.attach(scherm, self)

    def walk(self) -> list[Deel]:
        """Geef dit deel en alles wat erin staat, van boven naar beneden."""
        uit: list[Deel] = []
        nog: list[Deel] = [self]
        while nog:
            deel = nog.pop()
            uit.append(deel)
            nog += reversed(deel.eigenschappen.get("inhoud", ()))
        return uit

    def to_page(self, naam: str, waarde: Any) -> Any:
        """Schrijf een eigenschap als JSON; een deel met een eigen vorm vult dit aan."""
        if naam == "inhoud":
            return [kind.to_tree() for kind in waarde]
        return waarde

    def to_tree(self) -> dict[str, Any]:
        """Schrijf het deel met zijn inhoud als boom voor de pagina."""
        eigenschappen = {
            naam: self.to_page(naam, waarde) for naam, waarde in self.eigenschappen.items()
        }
        return {"id": self.id, "soort": self.soort, "eigenschappen": eigenschappen}

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:  # noqa: ARG002 - vorm voor wie dit aanvult
        """Verwerk een gebeurtenis uit de pagina.

        Raises
        ------
        ValueError
            Als het deel deze gebeurtenis niet kent.
        """
        raise ValueError(f"{self.soort} kent de gebeurtenis {naam!r} niet")

    def command(self, opdracht: str, /, buffers: Iterable[bytes] = (), **gegevens: Any) -> None:
        """Vraag de pagina iets eenmaligs: focus zetten, een bestand aanbieden."""
        if self.scherm is not None:
            self.scherm.stuur_opdracht(self, opdracht, gegevens, list(buffers))

    def focus(self) -> None:
        """Zet de focus op dit deel: bij tabbladen op de open tab, bij een veld in het veld."""
        self.command("focus")


class Invoerdeel(Deel):
    """Een deel met een waarde die de lezer verandert.

    Parameters
    ----------
    label
        Wat er gevraagd wordt.
    naam
        Naam waaronder de waarde bewaard wordt; leeg is niet bewaren.
    verplicht
        In een formulier: niet leeg laten.
    bij_wijziging
        Functie die de nieuwe waarde krijgt als de lezer haar verandert. Wijzigt Python de waarde,
        dan wordt zij niet geroepen.
    """

    label = Eigenschap("")
    hulp = Eigenschap("")
    fout = Eigenschap("")
    uit = Eigenschap(False)
    #: Weet dit deel, als het al is weggehaald, nog waar een late wijziging hoort?
    laat: Callable[[], bool] | None = None

    def __init__(
        self,
        label: str,
        *,
        naam: str = "",
        verplicht: bool = False,
        bij_wijziging: Callable[[Any], object] | None = None,
        **eigenschappen: Any,
    ) -> None:
        self.naam = naam
        self.verplicht = verplicht
        self.bij_wijziging = bij_wijziging
        super().__init__(label=label, naam=naam, verplicht=verplicht, **eigenschappen)

    @property
    def waarde(self) -> Any:
        """De waarde van nu."""
        return self.eigenschappen.get("waarde")

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        self.zet("waarde", self.check(waarde))

    def check(self, waarde: Any) -> Any:
        """Geef de waarde in de vorm die dit deel kent.

        Raises
        ------
        ValueError
            Als dit geen waarde van dit deel kan zijn.
        """
        return waarde

    def read(self) -> Any:
        """Geef de gecontroleerde waarde, of een `Invoerfout`."""
        if self.verplicht and self.waarde in (None, "", ()):
            return Invoerfout(self.label, "", "er is nog niets gekozen", "Maak een keuze")
        return self.waarde

    def notify(self) -> None:
        """Roep ``bij_wijziging`` met de waarde van nu."""
        if self.bij_wijziging is not None:
            self.bij_wijziging(self.waarde)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Neem een waarde uit de pagina over en roep ``bij_wijziging``."""
        if naam != "wijziging":
            super().receive(naam, gegevens, bron)
            return
        self.zet("waarde", self.check(gegevens["waarde"]), behalve=bron)
        if self.fout and not isinstance(self.read(), Invoerfout):
            self.fout = ""
        self.notify()
