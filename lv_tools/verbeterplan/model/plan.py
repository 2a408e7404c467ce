"""De staat: het plan zoals het in het bestand komt, met de versies die ernaast bewaard zijn.

Doelen, maatregelen en activiteiten staan in drie lijsten die naar elkaar verwijzen. Zo blijft een
maatregel die (nog) bij geen doel hoort gewoon staan, en is dat te zeggen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Annotated, Literal

from lv_tools.basis.uitwisseling.stukken import Standaarden, Zekerheid
from lv_tools.basis.vorm.grenzen import KENMERK, Getal, Hoogstens, Tekst

Kenmerk = Annotated[str, KENMERK]
#: Een kenmerk van iets anders; leeg is nergens bij.
Verwijzing = Annotated[str, Tekst(64)]
Naam = Annotated[str, Tekst(80)]
Woorden = Annotated[str, Tekst(120)]
Zin = Annotated[str, Tekst(300)]
Verhaal = Annotated[str, Tekst(2_000, regels=True)]

Eenheid = Literal["deel", "getal"]
Richting = Literal["omhoog", "omlaag"]
#: Hoe ver iemand zegt te zijn; leeg is alleen een meting.
Stand = Literal["", "niet-begonnen", "op-schema", "achter", "klaar"]
Zeker = Literal["", "indruk", "aanwijzing", "zeker"]
Keuze = Literal["", "doorgaan", "bijstellen", "stoppen"]
Aan = Literal["team", "leerlingen", "ouders", "mr", "bestuur", "anders"]
Aard = Literal["meting", "terugblik", "bezoek", "gesprek", "verslag", "anders"]

MEESTE_ACTIVITEITEN = 300
MEESTE_VERSIES = 12
#: Het kenmerk van de ambitie; er is er één.
AMBITIE = "ambitie"


@dataclass(frozen=True)
class Waarde:
    """Een getal, of een aantal van een totaal: 9 van de 14."""

    getal: Annotated[Fraction | None, Getal(-1_000_000, 1_000_000)] = None
    van: Annotated[int | None, Getal(1, 1_000_000)] = None


@dataclass(frozen=True)
class Maat:
    """Waaraan iets te zien is, met de waarde nu en die op het eind.

    Parameters
    ----------
    eenheid
        Een deel van een totaal (``"deel"``; zonder totaal is het getal een percentage), of een
        getal op zichzelf, zoals een cijfer.
    richting
        Welke kant goed is.
    """

    wat: Zin = ""
    eenheid: Eenheid = "deel"
    richting: Richting = "omhoog"
    nu: Waarde = Waarde()
    nu_dag: date | None = None
    dan: Waarde = Waarde()


@dataclass(frozen=True)
class Waarneming:
    """Wat er op een dag gezien of geteld is, waaruit dat blijkt en hoe zeker het is."""

    id: Kenmerk
    dag: date | None = None
    stand: Stand = ""
    waarde: Waarde = Waarde()
    gezien: Zin = ""
    bron: Woorden = ""
    zeker: Zeker = ""


@dataclass(frozen=True)
class Knoop:
    """Wat elk deel van de doelenboom heeft: wie, wanneer, waaraan te zien, en wat de les merkt."""

    id: Kenmerk
    wat: Zin = ""
    wie: Naam = ""
    klaar: date | None = None
    maat: Maat = Maat()
    in_de_les: Zin = ""
    waarnemingen: Annotated[tuple[Waarneming, ...], Hoogstens(100)] = ()


@dataclass(frozen=True)
class Doel(Knoop):
    """Een streefdoel, met wat er halverwege al bereikt moet zijn."""

    punt: Verwijzing = ""
    tussendoelen: Annotated[tuple[Knoop, ...], Hoogstens(10)] = ()


@dataclass(frozen=True)
class Maatregel(Knoop):
    """Een afgesproken aanpak; de activiteiten eronder voeren haar uit."""

    doel: Verwijzing = ""


@dataclass(frozen=True)
class Activiteit(Knoop):
    """Wat iemand doet, met de uitkomst van de midterm review."""

    maatregel: Verwijzing = ""
    met: Naam = ""
    begin: date | None = None
    uren: Annotated[int | None, Getal(0, 100_000)] = None
    besluit: Keuze = ""
    reden: Zin = ""


@dataclass(frozen=True)
class Punt:
    """Wat beter moet, met het bewijs ervoor en waar het vandaan komt."""

    id: Kenmerk
    wat: Zin = ""
    bewijs: Zin = ""
    zekerheid: Zekerheid = ""
    standaarden: Standaarden = ()
    anders_als: Zin = ""
    bron: Woorden = ""


@dataclass(frozen=True)
class Kijkmoment:
    """Een dag waarop iemand meet, kijkt of terugkijkt."""

    id: Kenmerk
    wat: Zin = ""
    dag: date | None = None
    wie: Naam = ""
    aard: Aard = "terugblik"


@dataclass(frozen=True)
class Boodschap:
    """Wie hoort wat, wanneer en van wie; met ``verteld`` is het gebeurd."""

    id: Kenmerk
    aan: Aan = "team"
    wat: Zin = ""
    dag: date | None = None
    wie: Naam = ""
    verteld: bool = False


@dataclass(frozen=True)
class Midterm:
    """Het blad van de midterm review; de besluiten staan bij de activiteiten."""

    dag: date | None = None
    met: Zin = ""
    vraag: Zin = ""
    antwoorden: Annotated[Mapping[str, Verhaal], Hoogstens(30)] = field(default_factory=dict)


@dataclass(frozen=True)
class Kern:
    """Het plan zelf; hiervan bestaan versies."""

    titel: Naam = ""
    vastgesteld: date | None = None
    door: Zin = ""
    niet: Verhaal = ""
    ambitie: Knoop = Knoop(AMBITIE)
    punten: Annotated[tuple[Punt, ...], Hoogstens(30)] = ()
    doelen: Annotated[tuple[Doel, ...], Hoogstens(30)] = ()
    maatregelen: Annotated[tuple[Maatregel, ...], Hoogstens(100)] = ()
    activiteiten: Annotated[tuple[Activiteit, ...], Hoogstens(MEESTE_ACTIVITEITEN)] = ()
    momenten: Annotated[tuple[Kijkmoment, ...], Hoogstens(100)] = ()
    boodschappen: Annotated[tuple[Boodschap, ...], Hoogstens(100)] = ()
    midterm: Midterm = Midterm()

    def nodes(self) -> Iterator[Knoop]:
        """Geef alle delen van de doelenboom, van boven naar beneden."""
        yield self.ambitie
        for doel in self.doelen:
            yield doel
            yield from doel.tussendoelen
        yield from self.maatregelen
        yield from self.activiteiten

    def goal_of(self, activiteit: Activiteit) -> str:
        """Geef het kenmerk van het doel waar een activiteit via haar maatregel bij hoort."""
        bij = {m.id: m.doel for m in self.maatregelen}
        return bij.get(activiteit.maatregel, "")


@dataclass(frozen=True)
class Versie:
    """Het plan zoals het op een dag was."""

    id: Kenmerk
    dag: date
    naam: Naam
    kern: Kern


@dataclass(frozen=True)
class Regels:
    """De grenzen van de adviezen en kleuren; zij zijn van ons, en te verzetten.

    Parameters
    ----------
    speerpunten
        Meer doelen dan dit zijn er veel.
    stil
        Zo veel dagen zonder bericht over een lopende activiteit is lang.
    deel
        Vanaf dit percentage van de activiteiten in één maand of bij één persoon is dat veel.
    """

    speerpunten: Annotated[int, Getal(1, 20)] = 3
    stil: Annotated[int, Getal(7, 365)] = 42
    deel: Annotated[int, Getal(10, 100)] = 50


@dataclass(frozen=True)
class Verzonden:
    """Wat er van een agendapunt al eens in een agendabestand stond."""

    sleutel: Annotated[str, Tekst(200)]
    afdruk: Annotated[str, Tekst(64)]
    volgnummer: Annotated[int, Getal(0, 1_000_000)]
    gewijzigd: datetime
    dag: date
    opschrift: Naam = ""
    vervallen: bool = False


@dataclass(frozen=True)
class Plan:
    """Alles wat bewaard wordt.

    Parameters
    ----------
    kenmerk
        Hieraan kennen het dossier en een agenda dit plan terug.
    peildag
        De dag waarop de kleuren gelden; leeg is vandaag.
    links, rechts
        Welke versies naast elkaar staan; leeg is het plan van nu.
    """

    kern: Kern = Kern()
    kenmerk: Verwijzing = ""
    peildag: date | None = None
    regels: Regels = Regels()
    eigen_woorden: Annotated[str, Tekst(2_000, regels=True)] = ""
    versies: Annotated[tuple[Versie, ...], Hoogstens(MEESTE_VERSIES)] = ()
    links: Verwijzing = ""
    rechts: Verwijzing = ""
    agenda: Annotated[tuple[Verzonden, ...], Hoogstens(1_500)] = ()
