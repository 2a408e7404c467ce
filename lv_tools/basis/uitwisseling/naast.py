"""Wat één bestand laat zien als scholen naast elkaar liggen, zonder dat iemand het hulpmiddel kent.

Elk hulpmiddel maakt bij zijn voordeur van een gelezen bestand een :class:`Schoolbeeld`: uitkomsten
van de groep, en nooit een antwoord van een mens. Wat het hulpmiddel zelf afschermt, is hier ook
weg: een maat die dicht is, heeft geen getal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.taal.datumtaal import Datumprobleem, parse_date
from lv_tools.basis.vorm.grenzen import Getal, Hoogstens, Tekst

Regel = Annotated[str, Tekst(400)]
Kort = Annotated[str, Tekst(120)]
Aantal = Annotated[int, Getal(0, 10_000_000)]
Afdruk = Annotated[int, Getal(0, 2**48)]
Plek = Annotated[Fraction | None, Getal(-10_000, 10_000)]
MEESTE_MATEN = 800

#: Hoe een maat te tekenen is: antwoorden per optie, een plek op de schaal of in procenten, of niet.
Vorm = Literal["antwoorden", "schaal", "procent", "woorden"]


@dataclass(frozen=True)
class Maat:
    """Eén uitkomst van een groep.

    Twee maten zijn te vergelijken als code, groep, vragen, opties en regels gelijk zijn.

    Parameters
    ----------
    groep
        Over wie het gaat; leeg is iedereen die meedeed.
    hoofd
        Hoort bij het eerste wat een lezer wil zien.
    vragen, opties, regels
        Wat er gevraagd is, op welke schaal, en met welke regels daarvan een uitkomst is gemaakt.
    uitkomst
        In de woorden van het hulpmiddel; leeg als er geen antwoorden zijn.
    n, eenheid
        Waarop het rust, en wat er is geteld.
    aantallen, buiten
        Bij de vorm ``"antwoorden"``: per optie hoeveel, en in woorden wat buiten de schaal viel.
    plek, van, tot, eens
        Waar de uitkomst ligt, waartussen de middelste helft ligt, en de eensgezindheid (A).
    dicht
        Waarom er geen uitkomst is; leeg als zij er is.

    Raises
    ------
    ValueError
        Als een maat die dicht is toch iets laat zien, of de aantallen niet bij de opties passen.
    """

    code: Kort
    naam: Regel
    vorm: Vorm = "woorden"
    groep: Kort = ""
    hoofd: bool = False
    vragen: Annotated[tuple[Regel, ...], Hoogstens(100)] = ()
    opties: Annotated[tuple[Kort, ...], Hoogstens(12)] = ()
    regels: Regel = ""
    uitkomst: Regel = ""
    n: Aantal = 0
    eenheid: Kort = "mensen"
    aantallen: Annotated[tuple[Aantal, ...], Hoogstens(12)] = ()
    buiten: Kort = ""
    plek: Plek = None
    van: Plek = None
    tot: Plek = None
    eens: Plek = None
    dicht: Regel = ""

    def __post_init__(self) -> None:
        plekken = (self.plek, self.van, self.tot, self.eens)
        iets = self.uitkomst or self.n or self.aantallen or self.buiten
        if self.dicht and (iets or any(plek is not None for plek in plekken)):
            raise ValueError(f"‘{self.naam}’ is afgeschermd, en laat toch iets zien")
        if self.aantallen and len(self.aantallen) != len(self.opties):
            raise ValueError(f"bij ‘{self.naam}’ passen de aantallen niet bij de antwoorden")

    @property
    def wat(self) -> tuple[str, str]:
        """Waaraan dezelfde maat in een ander bestand te herkennen is."""
        return self.code, self.groep

    @property
    def voorwaarden(self) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """Wat ook gelijk moet zijn voordat twee uitkomsten naast elkaar mogen."""
        return self.vragen, self.opties, self.regels


@dataclass(frozen=True)
class Schoolbeeld:
    """Wat er van één bestand naast dat van een andere school komt.

    Parameters
    ----------
    titel
        Waar het werk over gaat, in de woorden van wie het maakte.
    dag
        Het moment waarover het gaat; ``None`` als alleen bekend is wanneer het bewaard is.
    meting
        Een later bewaard bestand met dezelfde meting komt ervoor in de plaats; leeg is onbekend.
    personen, wie
        Hoeveel mensen meededen, en uit welke groepen, voor zover dat te zien is.
    anoniem, invullingen
        Of de groep anoniem werkt, en een afdruk van elke invulling. Daaraan is te zien of dezelfde
        invullingen in twee bestanden zitten; een naam of antwoord staat er niet in.
    noten
        Wat er bij het lezen van deze uitkomsten bij hoort.
    """

    hulpmiddel: Annotated[str, Tekst(40, patroon="[a-z][a-z-]{0,39}")]
    titel: Kort = ""
    dag: date | None = None
    meting: Annotated[str, Tekst(140)] = ""
    personen: Annotated[int | None, Getal(0, 10_000_000)] = None
    wie: Regel = ""
    anoniem: bool = False
    invullingen: Annotated[tuple[Afdruk, ...], Hoogstens(20_000)] = ()
    noten: Annotated[tuple[Regel, ...], Hoogstens(20)] = ()
    maten: Annotated[tuple[Maat, ...], Hoogstens(MEESTE_MATEN)] = ()


def last_answer(mensen: Iterable[Respondent]) -> date | None:
    """Geef de laatste dag waarop iemand antwoordde, als die bekend is."""
    dagen = (parse_date(wie.versie[:10]) for wie in mensen if wie.versie)
    return max((dag for dag in dagen if not isinstance(dag, Datumprobleem)), default=None)


def prints(mensen: Iterable[Respondent]) -> tuple[int, ...]:
    """Geef van elke invulling een afdruk van haar kenmerk; uit een afdruk is niets terug te lezen.

    Een kenmerk is willekeurig. Met achtenveertig bits vallen ook in zestig scholen geen twee samen.
    """
    afdrukken = {hashlib.sha256(wie.id.encode()).hexdigest()[:12] for wie in mensen}
    return tuple(sorted(int(afdruk, 16) for afdruk in afdrukken))


def too_few(personen: int, *, anoniem: bool) -> str:
    """Zeg waarom er van een hele groep niets te zien is."""
    if not personen:
        return "er zijn nog geen antwoorden"
    if anoniem:
        return "er deden minder dan vijf mensen mee"
    return "er deed één persoon mee: dan is te zien wat die antwoordde"
