"""De staat: het jaarbord van de school, het bord van een team, en de borden die ernaast liggen.

Een doel staat één keer in de lijst, en zijn ``plek`` zegt waar op het bord. Daardoor kan het nooit
op twee plekken tegelijk staan. Hoe mensen erbij zitten, staat nergens: dat is van het moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from lv_tools.basis.uitwisseling.stukken import Zekerheid
from lv_tools.basis.vorm.grenzen import KENMERK, Getal, Hoogstens, Tekst

Kenmerk = Annotated[str, KENMERK]
#: Een kenmerk van iets anders; leeg is nergens bij.
Verwijzing = Annotated[str, Tekst(64)]
Naam = Annotated[str, Tekst(80)]
Woorden = Annotated[str, Tekst(120)]
Zin = Annotated[str, Tekst(300)]
Verhaal = Annotated[str, Tekst(2_000, regels=True)]

#: Waar een doel staat: nog niet begonnen, op het bord, of afgerond.
Plek = Literal["straks", "nu", "af"]
Uitkomst = Literal["", "bereikt", "deels", "niet", "anders"]
#: Van wie of waaruit iets blijkt wat het team zag.
Door = Literal["leerlingen", "les", "telling", "anders"]
Stand = Literal["open", "gedaan", "vervallen"]
Letters = Literal["gewoon", "groot", "heel groot"]

MEESTE_DOELEN = 60
MEESTE_BORDEN = 40
#: Zoveel ambities, en zoveel thema's, passen er op een jaarbord.
MEESTE_JAARBORD = 20


@dataclass(frozen=True)
class Ambitie:
    """Wat het bestuur voor alle scholen wil."""

    id: Kenmerk
    wat: Zin = ""


@dataclass(frozen=True)
class Thema:
    """Waar de school aan werkt, bij welke ambitie, en wat leerlingen er straks van merken."""

    id: Kenmerk
    wat: Zin = ""
    ambitie: Verwijzing = ""
    merken: Zin = ""


@dataclass(frozen=True)
class Jaarbord:
    """Het jaarbord van de school: ambities van het bestuur, thema's, en wat dit jaar niet komt."""

    school: Naam = ""
    jaar: Annotated[str, Tekst(20)] = ""
    ambities: Annotated[tuple[Ambitie, ...], Hoogstens(MEESTE_JAARBORD)] = ()
    themas: Annotated[tuple[Thema, ...], Hoogstens(MEESTE_JAARBORD)] = ()
    niet: Verhaal = ""


@dataclass(frozen=True)
class Plandoel:
    """Een doel uit een verbeterplan; een team maakt er doelen van een paar weken bij."""

    id: Kenmerk
    wat: Zin = ""
    indicator: Woorden = ""
    klaar: date | None = None
    van: Annotated[str, Tekst(300)] = ""


@dataclass(frozen=True)
class Doel:
    """Een doel van het team voor een paar weken.

    Parameters
    ----------
    van, tot
        Van wanneer tot wanneer het team eraan werkt.
    begin, merken
        Hoe het nu gaat, en wat leerlingen ervan gaan merken.
    uitkomst, merkten, geleerd, blijft, zeker, af
        Wat ervan kwam: of het lukte, wat leerlingen merkten, wat het team leerde, wat het team zo
        blijft doen, waarop dat rust, en wanneer het is afgerond.
    """

    id: Kenmerk
    wat: Zin = ""
    plek: Plek = "straks"
    thema: Verwijzing = ""
    plandoel: Verwijzing = ""
    van: date | None = None
    tot: date | None = None
    begin: Zin = ""
    merken: Zin = ""
    uitkomst: Uitkomst = ""
    merkten: Zin = ""
    geleerd: Zin = ""
    blijft: Zin = ""
    zeker: Zekerheid = ""
    af: date | None = None


@dataclass(frozen=True)
class Gezien:
    """Wat het team op een dag zag of hoorde bij een doel."""

    id: Kenmerk
    doel: Verwijzing = ""
    dag: date | None = None
    wat: Zin = ""
    door: Door = "leerlingen"
    sessie: Verwijzing = ""


@dataclass(frozen=True)
class Actie:
    """Wie doet wat, en wanneer is het klaar.

    Parameters
    ----------
    op, bij
        Op welke dag en in welke sessie het laatst iets over deze actie is afgesproken.
    keren, was
        Hoe vaak zij doorschoof, en welke dag er stond voordat zij dat het laatst deed.
    sessie
        De sessie waarin zij is afgesproken.
    """

    id: Kenmerk
    wat: Zin = ""
    wie: Naam = ""
    klaar: date | None = None
    doel: Verwijzing = ""
    stand: Stand = "open"
    op: date | None = None
    bij: Verwijzing = ""
    keren: Annotated[int, Getal(0, 1_000)] = 0
    was: date | None = None
    sessie: Verwijzing = ""


@dataclass(frozen=True)
class Succes:
    """Iets wat lukte en wat het team viert."""

    id: Kenmerk
    dag: date | None = None
    wat: Zin = ""
    sessie: Verwijzing = ""


@dataclass(frozen=True)
class Sessie:
    """Een keer dat het team bij het bord stond."""

    id: Kenmerk
    dag: date


@dataclass(frozen=True)
class Klok:
    """De klok van de sessie: sinds welk moment zij loopt (0 is stil), en wat er al verliep.

    Beide zijn in milliseconden, zoals de pagina ze telt.
    """

    sinds: Annotated[int, Getal(0, 10**14)] = 0
    duren: Annotated[Mapping[str, Annotated[int, Getal(0, 10**14)]], Hoogstens(400), Tekst(120)] = (
        field(default_factory=dict)
    )


@dataclass(frozen=True)
class Loop:
    """De sessie die nu bezig is, en bij welk onderdeel; zonder sessie is er geen bezig."""

    sessie: Verwijzing = ""
    deel: Annotated[str, Tekst(40)] = ""
    klok: Klok = Klok()


@dataclass(frozen=True)
class Blikdoel:
    """Een doel op een ander bord, zonder namen van mensen."""

    id: Kenmerk
    wat: Zin = ""
    plek: Plek = "nu"
    thema: Verwijzing = ""
    van: date | None = None
    tot: date | None = None
    merken: Zin = ""
    merkten: Zin = ""
    gezien: Annotated[tuple[Zin, ...], Hoogstens(40)] = ()


@dataclass(frozen=True)
class Blik:
    """Het bord van een ander team, zoals iemand het ziet die langskomt.

    Namen, acties en hoe het met de acties ging, staan er niet in: wie komt kijken, komt niet meten.
    """

    id: Kenmerk
    tijd: datetime
    team: Naam = ""
    jaarbord: Jaarbord = Jaarbord()
    doelen: Annotated[tuple[Blikdoel, ...], Hoogstens(MEESTE_DOELEN)] = ()
    successen: Annotated[tuple[Zin, ...], Hoogstens(40)] = ()
    notitie: Verhaal = ""


@dataclass(frozen=True)
class Weergave:
    """Wat de lezer koos om te zien."""

    letters: Letters = "groot"


@dataclass(frozen=True)
class Bord:
    """Alles wat bewaard wordt.

    Raises
    ------
    ValueError
        Als iets twee keer op het bord staat.
    """

    kenmerk: Verwijzing = ""
    jaarbord: Jaarbord = Jaarbord()
    team: Naam = ""
    mensen: Annotated[int | None, Getal(1, 200)] = None
    plandoelen: Annotated[tuple[Plandoel, ...], Hoogstens(60)] = ()
    doelen: Annotated[tuple[Doel, ...], Hoogstens(MEESTE_DOELEN)] = ()
    gezien: Annotated[tuple[Gezien, ...], Hoogstens(600)] = ()
    acties: Annotated[tuple[Actie, ...], Hoogstens(600)] = ()
    successen: Annotated[tuple[Succes, ...], Hoogstens(400)] = ()
    sessies: Annotated[tuple[Sessie, ...], Hoogstens(200)] = ()
    loop: Loop = Loop()
    borden: Annotated[tuple[Blik, ...], Hoogstens(MEESTE_BORDEN)] = ()
    weergave: Weergave = Weergave()

    def __post_init__(self) -> None:
        for wat, elementen in (
            ("ambitie", self.jaarbord.ambities),
            ("thema", self.jaarbord.themas),
            ("doel uit het plan", self.plandoelen),
            ("doel", self.doelen),
            ("actie", self.acties),
            ("stuk bij ‘wat we zagen’", self.gezien),
            ("succes", self.successen),
            ("bord", self.borden),
        ):
            check_unique(wat, elementen)

    def at(self, plek: Plek) -> tuple[Doel, ...]:
        """Geef de doelen op een plek van het bord."""
        return tuple(doel for doel in self.doelen if doel.plek == plek)

    def seen(self, doel: str) -> tuple[Gezien, ...]:
        """Geef wat bij een doel is gezien, het laatste eerst."""
        bij = [gezien for gezien in reversed(self.gezien) if gezien.doel == doel]
        return tuple(sorted(bij, key=lambda g: g.dag or date.min, reverse=True))

    @property
    def sessie(self) -> Sessie | None:
        """De sessie die nu bezig is."""
        return next((s for s in self.sessies if s.id == self.loop.sessie), None)


def check_unique(wat: str, elementen: Iterable[object]) -> None:
    """Weiger een reeks waarin hetzelfde kenmerk twee keer staat."""
    ids = [getattr(element, "id", "") for element in elementen]
    if len(set(ids)) < len(ids):
        raise ValueError(f"hetzelfde {wat} staat er twee keer in")
