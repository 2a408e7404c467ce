"""Wat hulpmiddelen aan elkaar meegeven, zonder elkaar te kennen.

Wie geeft en wie neemt, staat bij de voordeur van elk hulpmiddel. Aan zijn ``soort`` is een stuk in
een bestand te herkennen, en aan zijn ``id`` kent een ander hulpmiddel het later terug.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar, cast

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.taal.notatie import aantal, datum, opsomming
from lv_tools.basis.vorm.codec import hints, split
from lv_tools.basis.vorm.grenzen import KENMERK, Hoogstens, Tekst

#: Teksten van één regel, van hoogstens zoveel tekens.
VRAAG_LENGTE = 300
ONDERWERP_LENGTE = 120
TITEL_LENGTE = 80

Kenmerk = Annotated[str, KENMERK]
#: Het kenmerk van iets anders; leeg is nergens bij.
Verwijzing = Annotated[str, Tekst(64)]
Zin = Annotated[str, Tekst(VRAAG_LENGTE)]
Woorden = Annotated[str, Tekst(ONDERWERP_LENGTE)]
Naam = Annotated[str, Tekst(TITEL_LENGTE)]
Standaarden = Annotated[tuple[Annotated[str, Tekst(20)], ...], Hoogstens(30)]

#: De fase van een gesprek waarin een vraag past; leeg past overal.
Fase = Literal["", "plan", "do", "check", "act", "borging"]
#: Waarop een oordeel rust, van het minst naar het meest: één blik, meer bronnen, meer mensen die
#: hetzelfde zien.
Zekerheid = Literal["", "een-blik", "meer-bronnen", "meer-mensen"]
ZEKER_IN_WOORDEN = {
    "een-blik": "één blik",
    "meer-bronnen": "meer bronnen",
    "meer-mensen": "meer mensen zien hetzelfde",
}


@dataclass(frozen=True)
class Herkomst:
    """Uit welk hulpmiddel iets komt, uit welk werk daarvan, en van welke dag dat werk is."""

    hulpmiddel: Annotated[str, Tekst(40, patroon="[a-z][a-z-]{0,39}")]
    titel: Naam = ""
    datum: date | None = None

    def __str__(self) -> str:
        titel = f"‘{self.titel}’" if self.titel else ""
        dag = f"({datum(self.datum)})" if self.datum else ""
        return " ".join(deel for deel in (self.hulpmiddel, titel, dag) if deel)


@dataclass(frozen=True)
class Gespreksvraag:
    """Een vraag om hardop te stellen, met het onderwerp en waarom juist deze.

    Raises
    ------
    ValueError
        Als de vraag leeg is.
    """

    soort: ClassVar[str] = "gespreksvraag"
    tekst: Zin
    fase: Fase = ""
    onderwerp: Woorden = ""
    reden: Zin = ""
    #: Het kenmerk van het doel of de activiteit waar de vraag over gaat, als er een is.
    over: Verwijzing = ""

    def __post_init__(self) -> None:
        if not self.tekst.strip():
            raise ValueError("er staat een vraag zonder tekst in")


@dataclass(frozen=True)
class Signaal:
    """Iets wat opvalt, in cijfers of in wat mensen vinden; nog geen oordeel."""

    soort: ClassVar[str] = "signaal"
    id: Kenmerk
    wat: Zin
    bewijs: Zin = ""
    zekerheid: Zekerheid = ""
    standaarden: Standaarden = ()


@dataclass(frozen=True)
class Actie:
    """Wat iemand doet, van wanneer tot wanneer, en voor welk doel."""

    soort: ClassVar[str] = "actie"
    id: Kenmerk
    wat: Zin
    wie: Naam = ""
    begin: date | None = None
    klaar: date | None = None
    doel: Verwijzing = ""


@dataclass(frozen=True)
class Verbeterpunt:
    """Wat mensen als eerste beter willen, waarom, en wat hen van gedachten zou doen veranderen.

    ``acties`` is wat er meteen al gebeurt, voordat er een plan is.
    """

    soort: ClassVar[str] = "verbeterpunt"
    id: Kenmerk
    wat: Zin
    bewijs: Zin = ""
    zekerheid: Zekerheid = ""
    standaarden: Standaarden = ()
    anders_als: Zin = ""
    acties: Annotated[tuple[Actie, ...], Hoogstens(20)] = ()


@dataclass(frozen=True)
class Doel:
    """Wat er bereikt moet zijn, op welke dag, en waaraan dat te zien is."""

    soort: ClassVar[str] = "doel"
    id: Kenmerk
    wat: Zin
    wie: Naam = ""
    klaar: date | None = None
    indicator: Woorden = ""


@dataclass(frozen=True)
class Moment:
    """Iets op een dag: een gesprek, een meting, een bezoek, een verslag of een terugblik."""

    soort: ClassVar[str] = "moment"
    id: Kenmerk
    wat: Zin
    dag: date
    wie: Naam = ""
    aard: Literal["gesprek", "meting", "bezoek", "verslag", "terugblik", "anders"] = "anders"


@dataclass(frozen=True)
class Bewijs:
    """Wat iemand over een doel of een activiteit zag of hoorde, en hoe zeker dat is."""

    soort: ClassVar[str] = "bewijs"
    id: Kenmerk
    wat: Zin
    over: Kenmerk
    dag: date | None = None
    bron: Woorden = ""
    zekerheid: Zekerheid = ""


Stuk = Gespreksvraag | Signaal | Verbeterpunt | Doel | Actie | Moment | Bewijs
S = TypeVar("S", bound=Stuk)

#: Hoe een stuk heet in een zin: één, en meer.
WOORDEN: dict[type, tuple[str, str]] = {
    Gespreksvraag: ("vraag", "vragen"),
    Signaal: ("signaal", "signalen"),
    Verbeterpunt: ("verbeterpunt", "verbeterpunten"),
    Doel: ("doel", "doelen"),
    Actie: ("actie", "acties"),
    Moment: ("moment", "momenten"),
    Bewijs: ("bewijs", "bewijzen"),
}


def count_in_words(stukken: tuple[Stuk, ...]) -> str:
    """Zeg hoeveel stukken er zijn, per soort.

    Examples
    --------
    >>> count_in_words((Gespreksvraag("Waarom?"), Signaal("s1", "Minder op niveau")))
    '1 vraag en 1 signaal'
    """
    tellingen = [
        aantal(n, *woorden)
        for klasse, woorden in WOORDEN.items()
        if (n := sum(type(stuk) is klasse for stuk in stukken))
    ]
    return opsomming(tellingen)


def of_kind(stukken: tuple[Stuk, ...], klasse: type[S]) -> tuple[S, ...]:
    """Geef de stukken van één soort."""
    return tuple(stuk for stuk in stukken if isinstance(stuk, klasse))


def shorten(stuk: S) -> S:
    """Kort teksten in tot wat er past; wat op één regel past, blijft zoals het is."""
    return cast(S, replace(cast(Any, stuk), **_shorter(stuk)))


def shorten_origin(herkomst: Herkomst) -> Herkomst:
    """Kort de titel in tot wat er past."""
    return replace(herkomst, titel=_cut(herkomst.titel, TITEL_LENGTE))


def _shorter(stuk: Stuk) -> dict[str, str]:
    grenzen = hints(type(stuk))
    uit = {}
    for veld in dataclasses.fields(stuk):
        kaal, bij = split(grenzen[veld.name])
        waarde = getattr(stuk, veld.name)
        if kaal is str and isinstance(waarde, str) and veld.name not in ("id", "doel", "over"):
            grens = next(g for g in bij if isinstance(g, Tekst))
            uit[veld.name] = _cut(waarde, grens.hoogstens)
    return uit


def _cut(tekst: str, lengte: int) -> str:
    regel = " ".join(clean_text(tekst).split())
    return regel if len(regel) <= lengte else f"{regel[: lengte - 1].rstrip()}…"
