"""De staat: alles wat van een inspectiebezoek bewaard wordt.

Van een voorgestelde taak staat hier alleen wat iemand eraan veranderde. Haar woorden, haar rol en
haar afstand tot het bezoek komen uit de TOML, en haar dag volgt uit het bezoek.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Annotated, Literal

from lv_tools.basis.gegevens.feestdagen import holiday_on
from lv_tools.basis.uitvoer.agendageheugen import MEESTE, Uitgegeven
from lv_tools.basis.uitwisseling.stukken import Standaarden
from lv_tools.basis.vorm.grenzen import KENMERK, Getal, Hoogstens, Tekst

Kenmerk = Annotated[str, KENMERK]
#: Een kenmerk van iets anders; leeg is nergens bij.
Verwijzing = Annotated[str, Tekst(64)]
Verwijzingen = Annotated[tuple[Verwijzing, ...], Hoogstens(60)]
Naam = Annotated[str, Tekst(80)]
Woorden = Annotated[str, Tekst(120)]
Zin = Annotated[str, Tekst(300)]
Verhaal = Annotated[str, Tekst(2_000, regels=True)]

Soort = Literal["vierjaarlijks", "herstel", "verificatie", "risico", "eigen"]
Rol = Literal["bestuur", "toezicht", "schoolleiding", "kwaliteit", "teams"]
#: Waaraan de dag van een taak vastzit; ``door`` loopt de hele tijd en heeft geen dag.
Fase = Literal["voor", "tijdens", "na", "rapport", "door"]
Stap = Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
Kant = Literal["goed", "beter"]
ROLLEN: tuple[Rol, ...] = ("bestuur", "toezicht", "schoolleiding", "kwaliteit", "teams")


@dataclass(frozen=True)
class Periode:
    """Dagen waarop de school dicht is of niemand tijd heeft."""

    id: Kenmerk
    naam: Naam = ""
    van: date | None = None
    tot: date | None = None

    def __contains__(self, dag: date) -> bool:
        van, tot = self.van or self.tot, self.tot or self.van
        return van is not None and tot is not None and van <= dag <= tot


@dataclass(frozen=True)
class Taak:
    """Wat iemand aan een voorgestelde taak veranderde, of een eigen taak.

    Parameters
    ----------
    wat
        De eigen woorden; bij een voorgestelde taak is leeg de woorden van het voorstel.
    dag
        Een dag die vaststaat, ook als het bezoek verschuift.
    afstand
        Zoveel dagen voor of na het bezoek; leeg is die van het voorstel.
    """

    id: Kenmerk
    wat: Zin = ""
    stap: Stap = "2"
    fase: Fase = "voor"
    rol: Rol | None = None
    wie: Naam = ""
    dag: date | None = None
    afstand: Annotated[int | None, Getal(0, 365)] = None
    klaar: bool = False
    niet: bool = False


@dataclass(frozen=True)
class Stuk:
    """Een document: waar het ligt, wie het kent, van welke dag het is, en of het nog klopt."""

    id: Kenmerk
    wat: Zin = ""
    waar: Zin = ""
    kent: Zin = ""
    van: date | None = None
    actueel: Literal["", "ja", "nee", "weet-niet"] = ""
    gevraagd: bool = False
    verstuurd: date | None = None


@dataclass(frozen=True)
class Gegeven:
    """Iets wat u weet: een cijfer of wat mensen zagen, met waar het vandaan komt."""

    id: Kenmerk
    wat: Zin = ""
    bron: Zin = ""
    dag: date | None = None


@dataclass(frozen=True)
class Bewering:
    """Iets wat u vertelt: wat goed gaat, of wat beter moet met oorzaak en aanpak."""

    id: Kenmerk
    wat: Zin = ""
    kant: Kant = "goed"
    voorbeeld: Zin = ""
    oorzaak: Zin = ""
    aanpak: Zin = ""
    gegevens: Verwijzingen = ()


@dataclass(frozen=True)
class Contact:
    """Een contact met de Inspectie: wat eruit kwam, en wie het daarna hoorde."""

    id: Kenmerk
    dag: date | None = None
    wat: Zin = ""
    met: Naam = ""
    uitkomst: Verhaal = ""
    weet: Annotated[tuple[Rol, ...], Hoogstens(5)] = ()


@dataclass(frozen=True)
class Oefenvraag:
    """Een vraag om te oefenen, met het antwoord in eigen woorden."""

    id: Kenmerk
    vraag: Zin = ""
    rol: Rol | None = None
    antwoord: Verhaal = ""
    geoefend: bool = False
    bron: Woorden = ""


@dataclass(frozen=True)
class Notitie:
    """Wat er op de dag zelf gezegd is, op welk moment, zonder wat iemand ervan vond."""

    id: Kenmerk
    dag: date | None = None
    tijd: time | None = None
    bij: Naam = ""
    gezegd: Verhaal = ""
    antwoord: Verhaal = ""
    toezegging: Zin = ""
    wie: Naam = ""
    voor: date | None = None
    gedaan: bool = False


@dataclass(frozen=True)
class Actie:
    """Wat iemand meteen doet."""

    id: Kenmerk
    wat: Zin = ""
    wie: Naam = ""
    klaar: date | None = None


@dataclass(frozen=True)
class Bevinding:
    """Wat de Inspectie zei of schreef, naast wat u zelf noteerde.

    Parameters
    ----------
    notities
        Welke eigen aantekeningen hierover gaan.
    klopt
        Of het past bij die aantekeningen; ``niet-gezien`` is: daar hebben wij niets over.
    reactie
        Wat er in de reactie op het conceptrapport komt.
    beter
        Hier gaat u mee aan de slag.
    """

    id: Kenmerk
    wat: Zin = ""
    plaats: Naam = ""
    standaarden: Standaarden = ()
    notities: Verwijzingen = ()
    klopt: Literal["", "klopt", "anders", "niet-gezien"] = ""
    reactie: Verhaal = ""
    beter: bool = False
    acties: Annotated[tuple[Actie, ...], Hoogstens(20)] = ()


@dataclass(frozen=True)
class Rapport:
    """Het conceptrapport: wanneer het kwam, tot wanneer u mag reageren, en wanneer dat gebeurde."""

    ontvangen: date | None = None
    reageren: date | None = None
    verstuurd: date | None = None


@dataclass(frozen=True)
class Bezoek:
    """Alles wat bewaard wordt.

    Parameters
    ----------
    kenmerk
        Hieraan kennen het dossier en een agenda dit werk terug.
    dag, tot
        De eerste en de laatste dag van het bezoek.
    begin
        De dag waarop de voorbereiding begint; daarvoor komt geen taak.
    herstel_voor
        De dag die in het rapport bij de herstelopdracht staat.
    rollen
        Wie een rol heeft.
    oefenrol, toonrol
        Van welke rol de oefenvragen en de taken in beeld zijn.
    """

    kenmerk: Verwijzing = ""
    naam: Naam = ""
    soort: Soort = "vierjaarlijks"
    soort_naam: Naam = ""
    dag: date | None = None
    tot: date | None = None
    begin: date | None = None
    herstel_voor: date | None = None
    rollen: Annotated[Mapping[str, Naam], Hoogstens(10)] = field(default_factory=dict)
    perioden: Annotated[tuple[Periode, ...], Hoogstens(20)] = ()
    taken: Annotated[tuple[Taak, ...], Hoogstens(120)] = ()
    opening: Zin = ""
    beweringen: Annotated[tuple[Bewering, ...], Hoogstens(20)] = ()
    gegevens: Annotated[tuple[Gegeven, ...], Hoogstens(60)] = ()
    stukken: Annotated[tuple[Stuk, ...], Hoogstens(60)] = ()
    vragen: Annotated[tuple[Oefenvraag, ...], Hoogstens(60)] = ()
    contacten: Annotated[tuple[Contact, ...], Hoogstens(100)] = ()
    notities: Annotated[tuple[Notitie, ...], Hoogstens(300)] = ()
    bevindingen: Annotated[tuple[Bevinding, ...], Hoogstens(60)] = ()
    rapport: Rapport = Rapport()
    oefenrol: Rol = "schoolleiding"
    toonrol: Rol | None = None
    uitgegeven: Annotated[tuple[Uitgegeven, ...], Hoogstens(MEESTE)] = ()

    @property
    def laatste(self) -> date | None:
        """De laatste dag van het bezoek."""
        if self.dag is None or self.tot is None:
            return self.dag
        return max(self.dag, self.tot)

    def is_free(self, dag: date) -> bool:
        """Is dit een weekend, een feestdag of een vrije periode?

        Een feestdag waarop niet iedereen vrij is, telt niet vanzelf: zet die bij de perioden.
        """
        feest = holiday_on(dag)
        vrij = feest is not None and not feest.noot
        return dag.weekday() > 4 or vrij or any(dag in periode for periode in self.perioden)
