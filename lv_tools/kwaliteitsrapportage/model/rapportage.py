"""De staat: het blad van één school, en daarnaast wat daar nooit op komt.

Alles wat op de bladzijde van een school staat, zit in ``Blad``. Een blad kent geen andere scholen:
die staan ernaast, in ``scholen``, voor wie ze als bestuur wil lezen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Literal

from lv_tools.basis.uitwisseling.stukken import Fase, Zekerheid
from lv_tools.basis.vorm.grenzen import KENMERK, Hoogstens, Tekst

Kenmerk = Annotated[str, KENMERK]
#: Het kenmerk van iets anders; leeg is nergens bij.
Verwijzing = Annotated[str, Tekst(64)]
Naam = Annotated[str, Tekst(80)]
Zin = Annotated[str, Tekst(300)]
Verhaal = Annotated[str, Tekst(1_500, regels=True)]

#: De delen van het blad waar punten in staan.
Deelcode = Literal["resultaten", "doelen", "gezien", "mensen", "nodig"]
DELEN: tuple[Deelcode, ...] = ("resultaten", "doelen", "gezien", "mensen", "nodig")
#: Alles wat op een blad staat, in de volgorde waarin het er staat.
Onderdeel = Literal[
    "vorige", "resultaten", "doelen", "gezien", "mensen", "nodig", "vragen", "afspraken"
]
#: Hoe ver het met een doel is, in woorden van de school.
Stand = Literal["", "niet-begonnen", "op-weg", "achter", "bereikt", "gestopt"]
Afloop = Literal["open", "deels", "gedaan", "vervallen"]

MEESTE_PUNTEN = 120
MEESTE_AFSPRAKEN = 60
MEESTE_VRAGEN = 120
MEESTE_EERDER = 12
MEESTE_SCHOLEN = 60


def check_unique(wat: str, elementen: Iterable[object]) -> None:
    """Weiger een reeks waarin hetzelfde kenmerk twee keer staat."""
    ids = [getattr(element, "id", "") for element in elementen]
    if len(set(ids)) < len(ids):
        raise ValueError(f"{wat} staat er twee keer in")


@dataclass(frozen=True)
class Punt:
    """Eén punt op het blad.

    Parameters
    ----------
    eigen
        Wat de school er zelf over zegt: hoe zij het verklaart, hoe ver zij is, wat zij doet.
    stand, was
        Hoe ver het met een doel is, en hoe dat de vorige keer was.
    van
        Uit welk werk in het dossier het komt; leeg is zelf opgeschreven.
    op_blad
        Het staat op de bladzijde. Wat er niet op staat, blijft van de school.
    """

    id: Kenmerk
    deel: Deelcode = "resultaten"
    wat: Zin = ""
    eigen: Verhaal = ""
    bewijs: Zin = ""
    zekerheid: Zekerheid = ""
    stand: Stand = ""
    was: Stand = ""
    wie: Naam = ""
    dag: date | None = None
    van: Zin = ""
    op_blad: bool = True


@dataclass(frozen=True)
class Afspraak:
    """Wie doet wat, voor wanneer, en wat er later van kwam."""

    id: Kenmerk
    wat: Zin = ""
    wie: Naam = ""
    klaar: date | None = None
    afloop: Afloop = "open"
    ervan: Zin = ""
    van: Zin = ""


@dataclass(frozen=True)
class Drietal:
    """De drie vragen voor het gesprek."""

    een: Zin = ""
    twee: Zin = ""
    drie: Zin = ""

    @property
    def alle(self) -> tuple[str, ...]:
        """De vragen die er staan."""
        return tuple(v.strip() for v in (self.een, self.twee, self.drie) if v.strip())


@dataclass(frozen=True)
class Blad:
    """Wat op de bladzijde van één school staat.

    Parameters
    ----------
    dag, met
        Wanneer het gesprek is, en wie er aan tafel zit.
    vorige_dag, vorige
        Wanneer het vorige gesprek was, en wat toen is afgesproken.
    afspraken, volgende
        Wat er in dit gesprek is afgesproken, en wanneer het volgende is.

    Raises
    ------
    ValueError
        Als iets er twee keer in staat.
    """

    id: Verwijzing = ""
    school: Naam = ""
    periode: Naam = ""
    dag: date | None = None
    met: Zin = ""
    vorige_dag: date | None = None
    vorige: Annotated[tuple[Afspraak, ...], Hoogstens(MEESTE_AFSPRAKEN)] = ()
    punten: Annotated[tuple[Punt, ...], Hoogstens(MEESTE_PUNTEN)] = ()
    vragen: Drietal = Drietal()
    afspraken: Annotated[tuple[Afspraak, ...], Hoogstens(MEESTE_AFSPRAKEN)] = ()
    volgende: date | None = None

    def __post_init__(self) -> None:
        check_unique("dezelfde afspraak van de vorige keer", self.vorige)
        check_unique("hetzelfde punt", self.punten)
        check_unique("dezelfde afspraak", self.afspraken)

    def part(self, deel: str) -> tuple[Punt, ...]:
        """Geef de punten van een deel die op de bladzijde staan."""
        return tuple(p for p in self.punten if p.deel == deel and p.op_blad and p.wat.strip())


@dataclass(frozen=True)
class Vraag:
    """Een vraag uit het dossier, om uit te kiezen."""

    tekst: Zin
    fase: Fase = ""
    reden: Zin = ""
    van: Zin = ""


@dataclass(frozen=True)
class Schoolblad:
    """Het blad van een school zoals het bestuur het opende, met een notitie van het bestuur."""

    id: Kenmerk
    tijd: datetime
    blad: Blad = Blad()
    notitie: Verhaal = ""


@dataclass(frozen=True)
class Rapportage:
    """Alles wat bewaard wordt.

    Parameters
    ----------
    dossier
        Uit welk dossier er iets op het blad kwam; uit een ander komt er dan niets meer bij.
    voorraad
        Vragen uit het dossier waar de drie uit te kiezen zijn.
    eerder
        De bladen van vorige gesprekken, het laatste achteraan.
    scholen, kijk
        De bladen die het bestuur opende, en welk onderdeel daarvan te zien is.

    Raises
    ------
    ValueError
        Als hetzelfde blad er twee keer in staat.
    """

    kenmerk: Verwijzing = ""
    blad: Blad = Blad()
    dossier: Naam = ""
    voorraad: Annotated[tuple[Vraag, ...], Hoogstens(MEESTE_VRAGEN)] = ()
    eerder: Annotated[tuple[Blad, ...], Hoogstens(MEESTE_EERDER)] = ()
    scholen: Annotated[tuple[Schoolblad, ...], Hoogstens(MEESTE_SCHOLEN)] = ()
    kijk: Onderdeel = "nodig"

    def __post_init__(self) -> None:
        check_unique("hetzelfde blad", self.scholen)


def shown(blad: Blad) -> Blad:
    """Geef van een blad alleen wat op de bladzijde staat."""
    return replace(
        blad,
        vorige=tuple(a for a in blad.vorige if a.wat.strip()),
        punten=tuple(p for p in blad.punten if p.op_blad and p.wat.strip()),
        afspraken=tuple(a for a in blad.afspraken if a.wat.strip()),
    )


def same(een: str, ander: str) -> bool:
    """Zeg of twee namen dezelfde school noemen; hoofdletters en spaties tellen niet."""
    return plain(een) == plain(ander)


def plain(naam: str) -> str:
    """Schrijf een naam zonder verschil in hoofdletters en spaties."""
    return " ".join(naam.split()).casefold()
