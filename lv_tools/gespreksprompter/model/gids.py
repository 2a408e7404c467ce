"""De gids: vragen met tijden, in de volgorde van de cyclus, nooit langer dan er tijd is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal, get_args

from lv_tools.basis.vorm.grenzen import Getal, Hoogstens, Tekst
from lv_tools.gespreksprompter.model.tafel import Code, Zittafel
from lv_tools.gespreksprompter.teksten import inhoud

#: Waaruit een gids bestaat, in de volgorde waarin het voorkomt.
Soort = Literal["start", "terugblik", "vraag", "pauze", "slot"]
SOORTEN: tuple[str, ...] = get_args(Soort)
Minuten = Annotated[int, Getal(1, 10_000)]
Zin = Annotated[str, Tekst(2_000)]


@dataclass(frozen=True)
class Opdracht:
    """Waar een gesprek over gaat en hoeveel tijd er is.

    Parameters
    ----------
    tafel
        Aan welke tafel.
    fasen
        Codes van de fasen, in de volgorde van de cyclus; ten minste een.
    doel, standaard, kenmerk, situatie
        Codes om op te kiezen; leeg is geen voorkeur.
    onderwerp
        De ambitie of het onderwerp in eigen woorden.
    minuten
        Lengte van het hele gesprek.
    zaad
        Getal dat de keuze tussen gelijkwaardige vragen bepaalt: hetzelfde getal, dezelfde gids.
    """

    tafel: Zittafel
    fasen: Annotated[tuple[Code, ...], Hoogstens(40)]
    minuten: Minuten
    doel: Code = ""
    standaard: Code = ""
    kenmerk: Code = ""
    onderwerp: Annotated[str, Tekst(200)] = ""
    zaad: Annotated[int, Getal(0, 2**53)] = 1
    situatie: Code = ""

    def check(self) -> Opdracht:
        """Keur een nieuwe opdracht; bij een bewaarde golden misschien andere grenzen.

        Raises
        ------
        ValueError
            Als een fase of code onbekend is of niet bij de tafel hoort, of de tijd buiten de
            grenzen valt.
        """
        bekend = inhoud()
        if not self.fasen or bekend.in_order(self.fasen) != self.fasen:
            raise ValueError(
                f"fasen {self.fasen!r}: kies er een of meer, in volgorde van de cyclus"
            )
        if vreemd := set(self.fasen) - set(bekend.phases(self.tafel)):
            raise ValueError(f"{self.tafel.naam}: geen vragen uit {', '.join(sorted(vreemd))}")
        laagste, hoogste = bekend.number("minuten_min"), bekend.number("minuten_max")
        if not laagste <= self.minuten <= hoogste:
            raise ValueError(f"minuten {self.minuten}: kies {laagste} tot en met {hoogste}")
        for veld, waarde, lijst in (
            ("doel", self.doel, bekend.doelen),
            ("standaard", self.standaard, bekend.standaarden),
            ("kenmerk", self.kenmerk, bekend.kenmerken),
            ("situatie", self.situatie, bekend.situaties),
        ):
            if waarde and waarde not in lijst:
                raise ValueError(f"{veld} {waarde!r} is onbekend; kies uit {', '.join(lijst)}")
        return self


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
    over
        Het kenmerk van het doel of de activiteit in een plan waar de vraag over gaat.
    """

    id: Code
    soort: Soort
    tekst: Zin
    minuten: Minuten
    fase: Code = ""
    doel: Code = ""
    doorvragen: Zin = ""
    reden: Zin = ""
    bron: Zin = ""
    vast: bool = False
    over: Annotated[str, Tekst(64)] = ""

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

    De regels staan altijd in de volgorde van de cyclus. ``geweerd`` zijn de vragen die de gebruiker
    heeft weggeruild: die komen niet vanzelf terug.

    Raises
    ------
    ValueError
        Als de regels langer duren dan het gesprek, of een vraag dubbel voorkomt. Zo kan er geen
        gids bestaan die zich niet aan de afspraken houdt.
    """

    opdracht: Opdracht
    regels: Annotated[tuple[Regel, ...], Hoogstens(1_000)]
    meldingen: Annotated[tuple[Zin, ...], Hoogstens(40)] = ()
    geweerd: frozenset[Code] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if self.duur > self.opdracht.minuten:
            raise ValueError(f"de gids duurt {self.duur} minuten, meer dan {self.opdracht.minuten}")
        if len({regel.id for regel in self.regels}) != len(self.regels):
            raise ValueError("een vraag staat dubbel in de gids")
        if any(regel.minuten < 1 for regel in self.regels):
            raise ValueError("een regel zonder tijd kan niet")
        object.__setattr__(self, "regels", arrange(self.regels))

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

    Een pauze staat tussen de vragen van een fase en heeft daarom de fase van de vraag ervoor. Een
    fase van een oudere lijst staat na de fasen van nu.
    """
    soort = 2 if regel.soort in ("vraag", "pauze") else SOORTEN.index(regel.soort)
    fasen = tuple(inhoud().fasen)
    if not regel.fase:
        return soort, 0
    return soort, fasen.index(regel.fase) if regel.fase in fasen else len(fasen)


def arrange(regels: Sequence[Regel]) -> tuple[Regel, ...]:
    """Zet regels in de volgorde van de cyclus; binnen een fase blijft de volgorde."""
    return tuple(sorted(regels, key=place))
