"""De staat: wat ieder invulde, wat zij samen afspraken, en het profiel van een jaar eerder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.uitwisseling.stukken import Kenmerk, Naam, Verwijzing, Zin
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Getal, Hoogstens, Tekst
from lv_tools.kwaliteitsprofiel.teksten import Lijst, Profielinhoud, Punt, content

Rol = Literal["", "medewerker", "schoolleider", "bestuurder"]
Niveaucode = Literal["school", "bestuur"]
#: Wie een taak doet; leeg is nog niet afgesproken.
Wie = Literal["", "medewerker", "samen", "ander", "niemand"]
#: Hoe iemand ergens over gaat; leeg is nog niet afgesproken.
Gaat = Literal["", "beslist", "mee", "adviseert", "niet"]
Kwam = Literal["", "gelukt", "deels", "niet", "anders"]

MEESTE_BEELDEN, MEESTE_TAKEN, MEESTE_AFSPRAKEN = 12, 8, 12
#: Zo veel weken werken wij mee als iemand zijn uren per week opgeeft; te verzetten.
WEKEN = 40
#: De rollen die tekenen.
TEKENAARS: tuple[Rol, ...] = ("medewerker", "schoolleider", "bestuurder")

Code = Annotated[str, Tekst(64)]
Verhaal = Annotated[str, Tekst(1_500, regels=True)]
Aantal = Annotated[Fraction | None, Getal(0, 3_000)]
Antwoorden = Annotated[Mapping[str, Annotated[int | None, Getal(1, 9)]], Hoogstens(100), Code]
Uren = Annotated[Mapping[str, Aantal], Hoogstens(100), Code]
Teksten = Annotated[Mapping[str, Verhaal], Hoogstens(30), Code]


@dataclass(frozen=True)
class Beeld:
    """Wat één persoon over het werk van de kwaliteitsmedewerker zegt.

    Parameters
    ----------
    versie
        Wanneer er het laatst iets aan veranderde; bij twee van dezelfde persoon telt de laatste.
    per
        Of de uren per schooljaar of per week zijn.
    """

    id: Kenmerk
    rol: Rol = ""
    naam: Naam = ""
    versie: Annotated[str, Tekst(40)] = ""
    nu: Antwoorden = field(default_factory=dict)
    straks: Antwoorden = field(default_factory=dict)
    gesprek: Antwoorden = field(default_factory=dict)
    erbij: Antwoorden = field(default_factory=dict)
    erbij_straks: Antwoorden = field(default_factory=dict)
    invloed: Antwoorden = field(default_factory=dict)
    informatie: Antwoorden = field(default_factory=dict)
    afblijven: Antwoorden = field(default_factory=dict)
    open: Teksten = field(default_factory=dict)
    per: Literal["jaar", "week"] = "jaar"
    beschikbaar: Aantal = None
    uren: Uren = field(default_factory=dict)

    def answers(self, vraag: str) -> Mapping[str, int | None]:
        """Geef de antwoorden op een vraag."""
        antwoorden: Mapping[str, int | None] = getattr(self, vraag)
        return antwoorden

    @property
    def is_filled(self) -> bool:
        """Heeft deze persoon iets ingevuld?"""
        return (
            any(self.answers(vraag) for vraag in VRAGEN)
            or any(tekst.strip() for tekst in self.open.values())
            or self.beschikbaar is not None
            or any(uren is not None for uren in self.uren.values())
        )

    @property
    def print(self) -> str:
        """Wat er staat, zonder kenmerk en tijd, als vaste tekst."""
        kaal = replace(self, id="x", versie="")
        return json.dumps(codec.write(kaal), ensure_ascii=False, sort_keys=True)


#: De vragen met een antwoord per punt, op de volgorde van het scherm.
VRAGEN = (
    *("nu", "straks", "gesprek", "erbij", "erbij_straks"),
    *("invloed", "informatie", "afblijven"),
)


@dataclass(frozen=True)
class Eigentaak:
    """Een taak die niet in onze lijst staat."""

    id: Kenmerk
    tekst: Zin = ""


@dataclass(frozen=True)
class Samen:
    """Wat de drie samen afspreken: dit is de tekst die zij tekenen."""

    functie: Naam = ""
    zin: Annotated[str, Tekst(300, regels=True)] = ""
    open: Teksten = field(default_factory=dict)
    wie: Annotated[Mapping[str, Wie], Hoogstens(100), Code] = field(default_factory=dict)
    eigenaar: Annotated[Mapping[str, Naam], Hoogstens(100), Code] = field(default_factory=dict)
    uren: Uren = field(default_factory=dict)
    beschikbaar: Aantal = None
    overleg: Annotated[tuple[Code, ...], Hoogstens(100)] = ()
    gaat: Annotated[Mapping[str, Gaat], Hoogstens(100), Code] = field(default_factory=dict)
    hoort: Annotated[Mapping[str, Zin], Hoogstens(100), Code] = field(default_factory=dict)
    grenzen: Annotated[tuple[Code, ...], Hoogstens(100)] = ()
    grens: Verhaal = ""
    terug: date | None = None


@dataclass(frozen=True)
class Afspraak:
    """Wie doet wat, en wanneer."""

    id: Kenmerk
    wat: Zin = ""
    wie: Naam = ""
    klaar: date | None = None


@dataclass(frozen=True)
class Akkoord:
    """Wie getekend heeft, op welke dag, en waarvoor: de afdruk van de tekst van toen."""

    id: Rol
    naam: Naam = ""
    dag: date | None = None
    afdruk: Annotated[str, Tekst(64)] = ""


def _signatures() -> tuple[Akkoord, ...]:
    return tuple(Akkoord(rol) for rol in TEKENAARS)


@dataclass(frozen=True)
class Kern:
    """Het profiel van één jaar.

    Parameters
    ----------
    titel
        De school of het bestuur.
    jaar
        Het schooljaar, in de woorden van wie invult.
    weken
        Zo veel weken telt een schooljaar, als iemand zijn uren per week opgeeft.
    minuten
        Hoeveel tijd er is voor het gesprek.
    """

    titel: Naam = ""
    niveau: Niveaucode = "school"
    jaar: Annotated[str, Tekst(20)] = ""
    weken: Annotated[int, Getal(1, 52)] = WEKEN
    taken: Annotated[tuple[Eigentaak, ...], Hoogstens(MEESTE_TAKEN)] = ()
    beelden: Annotated[tuple[Beeld, ...], Hoogstens(MEESTE_BEELDEN)] = ()
    minuten: Annotated[int, Getal(20, 180)] = 60
    samen: Samen = Samen()
    afspraken: Annotated[tuple[Afspraak, ...], Hoogstens(MEESTE_AFSPRAKEN)] = ()
    akkoord: Annotated[tuple[Akkoord, ...], Hoogstens(len(TEKENAARS))] = field(
        default_factory=_signatures
    )


@dataclass(frozen=True)
class Profiel:
    """Alles wat bewaard wordt.

    Parameters
    ----------
    open
        Wie er nu invult; leeg is niemand.
    namen
        Zet namen in het verslag van de uitkomst.
    toch
        Laat de uitkomst zien, ook als nog niet iedereen die klaarstaat invulde.
    eerder
        Het profiel van een jaar eerder, om ernaast te leggen.
    kwam
        Per afspraak van toen wat ervan kwam.
    lijst
        Nummer van de vragenlijst.
    """

    kern: Kern = Kern()
    kenmerk: Verwijzing = ""
    open: Verwijzing = ""
    namen: bool = False
    toch: bool = False
    eerder: Kern | None = None
    kwam: Annotated[Mapping[str, Kwam], Hoogstens(100), Code] = field(default_factory=dict)
    lijst: Annotated[int, Getal(1, 10_000)] = 1


def fingerprint(kern: Kern) -> str:
    """Geef een kort kenmerk van alles wat getekend wordt.

    Wie iets kiest en weer leegmaakt, of vinkjes in een andere volgorde zet, verandert niets.
    """
    samen = kern.samen
    samen = replace(
        samen, overleg=tuple(sorted(samen.overleg)), grenzen=tuple(sorted(samen.grenzen))
    )
    kaal = replace(kern, samen=samen, beelden=(), akkoord=_signatures(), minuten=60, weken=WEKEN)
    tekst = json.dumps(_without_empty(codec.write(kaal)), sort_keys=True)
    return hashlib.sha256(tekst.encode()).hexdigest()[:32]


def _without_empty(gegevens: object) -> object:
    if isinstance(gegevens, str):
        return gegevens.strip()
    if isinstance(gegevens, list):
        return [_without_empty(deel) for deel in gegevens]
    if isinstance(gegevens, dict):
        vol = {naam: _without_empty(deel) for naam, deel in gegevens.items()}
        return {naam: deel for naam, deel in vol.items() if deel not in ("", None, {}, [])}
    return gegevens


def signed(kern: Kern) -> tuple[Rol, ...]:
    """Geef de rollen die de tekst van nu tekenden."""
    afdruk = fingerprint(kern)
    return tuple(a.id for a in kern.akkoord if a.dag and a.afdruk == afdruk)


def outdated(kern: Kern) -> tuple[Rol, ...]:
    """Geef de rollen die tekenden, waarna de tekst veranderde."""
    afdruk = fingerprint(kern)
    return tuple(a.id for a in kern.akkoord if a.dag and a.afdruk != afdruk)


def is_final(kern: Kern) -> bool:
    """Hebben alle drie de tekst van nu getekend?"""
    return set(signed(kern)) == set(TEKENAARS)


def follow(oud: Profiel, nieuw: Profiel) -> Profiel:
    """Maak af wat uit een wijziging volgt.

    Wie een dag zet bij zijn handtekening, tekent de tekst van dat moment. Een beeld dat veranderde,
    krijgt de tijd van nu, en houdt antwoorden op vragen die hij nu niet ziet.
    """
    if oud.kern is nieuw.kern:
        return nieuw
    kern = nieuw.kern
    if oud.kern.akkoord is not kern.akkoord:
        kern = replace(kern, akkoord=_sign(oud.kern, kern))
    if oud.kern.beelden is not kern.beelden:
        was = {beeld.id: beeld for beeld in oud.kern.beelden}
        kern = replace(kern, beelden=tuple(_stamp(was.get(b.id), b, kern) for b in kern.beelden))
    return nieuw if kern is nieuw.kern else replace(nieuw, kern=kern)


def _sign(oud: Kern, nieuw: Kern) -> tuple[Akkoord, ...]:
    afdruk = fingerprint(nieuw)
    was = {a.id: a.dag for a in oud.akkoord}
    return tuple(
        a if a.dag == was.get(a.id) else replace(a, afdruk=afdruk if a.dag else "")
        for a in nieuw.akkoord
    )


def _stamp(oud: Beeld | None, nieuw: Beeld, kern: Kern) -> Beeld:
    if oud is None or oud is nieuw or oud.versie != nieuw.versie:
        return nieuw
    anders: dict[str, Any] = {"versie": now().isoformat()}
    for vraag in VRAGEN:
        was, nu = oud.answers(vraag), nieuw.answers(vraag)
        if was is nu:
            continue
        hier = {punt.code for punt in points(kern, content(), content().question(vraag).lijst)}
        onzichtbaar = {code: wat for code, wat in was.items() if code not in hier}
        if onzichtbaar:
            anders[vraag] = {**onzichtbaar, **nu}
    return replace(nieuw, **anders)


def points(kern: Kern, inhoud: Profielinhoud, lijst: Lijst) -> tuple[Punt, ...]:
    """Geef waarover gevraagd wordt: de lijst van dit niveau, met bij de taken de eigen taken."""
    vast: tuple[Punt, ...] = getattr(inhoud.niveau[kern.niveau], lijst)
    if lijst != "taken":
        return vast
    eigen = (Punt(taak.id, taak.tekst.strip()) for taak in kern.taken if taak.tekst.strip())
    return (*vast, *eigen)
