"""De gids: vragen met tijden, in de volgorde van de cyclus, nooit langer dan er tijd is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lv_tools.gespreksprompter.teksten import Tafel, inhoud

#: Waaruit een gids bestaat, in de volgorde waarin het voorkomt.
SOORTEN = ("start", "terugblik", "vraag", "pauze", "slot")


@dataclass(frozen=True)
class Opdracht:
    """Waar een gesprek over gaat en hoeveel tijd er is.

    Parameters
    ----------
    tafel
        Aan welke tafel.
    fasen
        Codes van de fasen, in de volgorde van de cyclus; ten minste een.
    doel, standaard, kenmerk
        Codes om op te kiezen; leeg is geen voorkeur.
    onderwerp
        De ambitie of het onderwerp in eigen woorden.
    minuten
        Lengte van het hele gesprek.
    zaad
        Getal dat de keuze tussen gelijkwaardige vragen bepaalt: hetzelfde getal, dezelfde gids.
    bewaard
        Uit een bestand: de grenzen aan de tijd waren toen misschien ruimer dan nu.

    Raises
    ------
    ValueError
        Als een fase onbekend is of ontbreekt, of de tijd buiten de grenzen valt.
    """

    tafel: Tafel
    fasen: tuple[str, ...]
    minuten: int
    doel: str = ""
    standaard: str = ""
    kenmerk: str = ""
    onderwerp: str = ""
    zaad: int = 1
    bewaard: bool = field(default=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        bekend = inhoud()
        if not self.fasen or bekend.in_order(self.fasen) != self.fasen:
            raise ValueError(
                f"fasen {self.fasen!r}: kies er een of meer, in volgorde van de cyclus"
            )
        laagste, hoogste = bekend.number("minuten_min"), bekend.number("minuten_max")
        if not self.bewaard and not laagste <= self.minuten <= hoogste:
            raise ValueError(f"minuten {self.minuten}: kies {laagste} tot en met {hoogste}")
        for veld, waarde, lijst in (
            ("doel", self.doel, bekend.doelen),
            ("standaard", self.standaard, bekend.standaarden),
            ("kenmerk", self.kenmerk, bekend.kenmerken),
        ):
            if waarde and waarde not in lijst:
                raise ValueError(f"{veld} {waarde!r} is onbekend; kies uit {', '.join(lijst)}")


@dataclass(frozen=True)
class Regel:
    """Een regel van de gids.

    Parameters
    ----------
    id
        De id van de vraag; bij een eigen vraag ``"eigen-1"`` en verder, bij een meegebrachte
        ``"mee-1"`` en verder.
    soort
        Een van :data:`SOORTEN`.
    tekst, doorvragen
        Wat u vraagt; hier vastgelegd, zodat een bewaard gesprek leesbaar blijft als de vragenbank
        verandert.
    minuten
        Tijd voor deze regel.
    fase, doel
        Codes; leeg als het geen vraag uit een fase is.
    reden
        Waarom deze regel in de gids staat, in een zin.
    vast
        Blijft staan als er opnieuw gekozen wordt.
    """

    id: str
    soort: str
    tekst: str
    minuten: int
    fase: str = ""
    doel: str = ""
    doorvragen: str = ""
    reden: str = ""
    bron: str = ""
    vast: bool = False

    @property
    def eigen(self) -> bool:
        """Is deze vraag door de gebruiker geschreven?"""
        return self.id.startswith("eigen-")

    @property
    def meegebracht(self) -> bool:
        """Komt deze vraag uit een bestand van een ander hulpmiddel?"""
        return self.id.startswith("mee-")


@dataclass(frozen=True)
class Gids:
    """De gids voor een gesprek.

    ``geweerd`` zijn de vragen die de gebruiker heeft weggeruild: die komen niet vanzelf terug.

    Raises
    ------
    ValueError
        Als de regels langer duren dan het gesprek, een vraag dubbel voorkomt of de volgorde niet
        klopt. Zo kan er geen gids bestaan die zich niet aan de afspraken houdt.
    """

    opdracht: Opdracht
    regels: tuple[Regel, ...]
    meldingen: tuple[str, ...] = ()
    geweerd: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if self.duur > self.opdracht.minuten:
            raise ValueError(f"de gids duurt {self.duur} minuten, meer dan {self.opdracht.minuten}")
        if len({regel.id for regel in self.regels}) != len(self.regels):
            raise ValueError("een vraag staat dubbel in de gids")
        if list(self.regels) != sorted(self.regels, key=place):
            raise ValueError("de regels staan niet in de volgorde van de cyclus")
        if any(regel.minuten < 1 for regel in self.regels):
            raise ValueError("een regel zonder tijd kan niet")

    @property
    def duur(self) -> int:
        """Minuten die de regels samen duren."""
        return sum(regel.minuten for regel in self.regels)

    @property
    def ruimte(self) -> int:
        """Minuten die nog vrij zijn."""
        return self.opdracht.minuten - self.duur

    @property
    def vragen(self) -> tuple[Regel, ...]:
        """De regels die een vraag uit een fase stellen."""
        return tuple(regel for regel in self.regels if regel.soort == "vraag")

    @property
    def te_stellen(self) -> tuple[Regel, ...]:
        """De regels die iets vragen, ook aan het begin en aan het slot."""
        return tuple(r for r in self.regels if r.soort in {"start", "vraag", "slot"})

    @property
    def ids(self) -> frozenset[str]:
        """De id's van alle regels."""
        return frozenset(regel.id for regel in self.regels)

    def row(self, kenmerk: str) -> Regel:
        """Geef een regel bij zijn id.

        Raises
        ------
        LookupError
            Als die regel er niet (meer) is.
        """
        for regel in self.regels:
            if regel.id == kenmerk:
                return regel
        raise LookupError(f"regel {kenmerk!r} staat niet in de gids")

    def starts(self) -> tuple[int, ...]:
        """Geef van elke regel op welke minuut zij begint."""
        begin, uit = 0, []
        for regel in self.regels:
            uit.append(begin)
            begin += regel.minuten
        return tuple(uit)


def place(regel: Regel) -> tuple[int, int]:
    """Geef de plaats van een regel: begin, terugblik, de fasen op volgorde, slot.

    Een pauze staat tussen de vragen van een fase en heeft daarom de fase van de vraag ervoor.
    """
    soort = 2 if regel.soort in ("vraag", "pauze") else SOORTEN.index(regel.soort)
    fase = tuple(inhoud().fasen).index(regel.fase) if regel.fase else 0
    return soort, fase


def arrange(regels: Sequence[Regel]) -> tuple[Regel, ...]:
    """Zet regels in de volgorde van de cyclus; binnen een fase blijft de volgorde."""
    return tuple(sorted(regels, key=place))
