"""De staat: alles wat van een kwaliteitskalender bewaard wordt.

Wat uit een reeks of uit het dossier volgt, staat er niet in. Pas als iemand zo'n punt zelf
wijzigt, komt het erbij, met wat de bron toen zei; zie :mod:`.bronnen`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Literal

from lv_tools.basis.uitvoer.agendageheugen import MEESTE, Uitgegeven
from lv_tools.basis.vorm.grenzen import KENMERK, Eigen, Getal, Hoogstens, Tekst
from lv_tools.kwaliteitskalender.model.geheugen import memory_schema, read_memory, write_memory

Kenmerk = Annotated[str, KENMERK]
#: Een kenmerk van iets anders; leeg is nergens bij.
Verwijzing = Annotated[str, Tekst(64)]
Naam = Annotated[str, Tekst(80)]
Zin = Annotated[str, Tekst(300)]
Klok = Annotated[str, Tekst(5, patroon="|([01][0-9]|2[0-3]):[0-5][0-9]")]
Minuten = Annotated[int | None, Getal(5, 600)]
Aard = Literal["gesprek", "meting", "bezoek", "verslag", "activiteit", "terugblik", "anders"]
Maand = Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
Weekdag = Literal["0", "1", "2", "3", "4"]

#: Zo lang duurt iets waarbij niemand zei hoe lang.
DUUR = 60
#: Hier wordt over gegevens gepraat.
BESPREKING: tuple[Aard, ...] = ("gesprek", "terugblik")
#: Dit levert gegevens op om te bespreken.
GEGEVENS: tuple[Aard, ...] = ("meting", "bezoek", "verslag")
#: Wie dit doet, wil ook praten over wat eruit kwam; een verslag is soms alleen een bericht.
TE_BESPREKEN: tuple[Aard, ...] = ("meting", "bezoek")


@dataclass(frozen=True)
class Vorm:
    """Wat een punt is: wat, wanneer en wie. ``cijfers``: er horen gegevens op tafel te liggen."""

    wat: Zin = ""
    aard: Aard = "anders"
    dag: date | None = None
    tot: date | None = None
    tijd: Klok = ""
    minuten: Minuten = DUUR
    wie: Zin = ""
    cijfers: bool = False

    @property
    def laatste(self) -> date | None:
        """De laatste dag; een punt van één dag heeft alleen die."""
        if self.dag is None or self.tot is None:
            return self.dag
        return max(self.dag, self.tot)

    @property
    def begin(self) -> time | None:
        """Het begin; zonder begin duurt een punt de hele dag."""
        return time.fromisoformat(self.tijd) if self.tijd else None

    @property
    def meerdaags(self) -> bool:
        """Duurt het punt meer dan een dag?"""
        return self.laatste != self.dag


@dataclass(frozen=True, kw_only=True)
class Punt(Vorm):
    """Een punt van de gebruiker zelf, of een punt uit een bron dat hij wijzigde.

    Parameters
    ----------
    bespreek
        Het punt waar wordt besproken wat dit oplevert.
    bron, stuk
        Uit welke reeks of welk werk het komt, en welk stuk daarvan; leeg is eigen.
    was
        Wat de bron zei toen de gebruiker het overnam om te wijzigen.
    weg
        De gebruiker haalde het weg; de bron zet het dan niet terug.
    vorig
        Het punt van een eerder schooljaar waar dit uit kwam.
    """

    id: Kenmerk
    plaats: Naam = ""
    bespreek: Verwijzing = ""
    bron: Verwijzing = ""
    stuk: Annotated[str, Tekst(100)] = ""
    was: Vorm | None = None
    weg: bool = False
    vorig: Verwijzing = ""


@dataclass(frozen=True)
class Reeks:
    """Iets wat vaker gebeurt: om de zoveel weken, of een keer in vaste maanden.

    Parameters
    ----------
    voorstel
        De code van het voorstel waar de reeks uit komt.
    jaren, vanaf
        Om de hoeveel schooljaren een reeks in vaste maanden komt, en het jaar waarin het eerste
        daarvan begint; zonder dat jaar komt zij elk schooljaar.
    """

    id: Kenmerk
    wat: Zin = ""
    aard: Aard = "gesprek"
    wie: Zin = ""
    soort: Literal["weken", "jaar"] = "jaar"
    weken: Annotated[int | None, Getal(1, 52)] = 5
    maanden: Annotated[tuple[Maand, ...], Hoogstens(12)] = ()
    weekdag: Weekdag = "1"
    tijd: Klok = ""
    minuten: Minuten = DUUR
    cijfers: bool = False
    voorstel: Annotated[str, Tekst(40)] = ""
    jaren: Annotated[int | None, Getal(1, 10)] = 1
    vanaf: Annotated[int | None, Getal(1000, 2999)] = None

    def occurs_in(self, begint: int) -> bool:
        """Komt de reeks voor in het schooljaar dat in dit jaar begint?"""
        om_de = self.jaren or 1
        if self.soort == "weken" or om_de == 1 or self.vanaf is None:
            return True
        return begint >= self.vanaf and (begint - self.vanaf) % om_de == 0


@dataclass(frozen=True)
class Periode:
    """Dagen waarop het anders is: een vakantie, een toetsweek of andere drukte."""

    id: Kenmerk
    soort: Literal["vakantie", "toetsweek", "druk"] = "vakantie"
    naam: Naam = ""
    van: date | None = None
    tot: date | None = None

    def __contains__(self, dag: date) -> bool:
        van, tot = self.van or self.tot, self.tot or self.van
        return van is not None and tot is not None and van <= dag <= tot


@dataclass(frozen=True)
class Jaar:
    """Een schooljaar; ``id`` is het jaar waarin het begint."""

    id: Annotated[str, Tekst(4, patroon="[12][0-9]{3}")]
    van: date | None = None
    tot: date | None = None
    perioden: Annotated[tuple[Periode, ...], Hoogstens(40)] = ()

    @property
    def begint(self) -> int:
        """Het jaar waarin het schooljaar begint."""
        return int(self.id)

    @property
    def naam(self) -> str:
        """Zoals mensen een schooljaar noemen."""
        return f"{self.begint}-{self.begint + 1}"

    @property
    def lessen(self) -> tuple[date, date] | None:
        """De eerste en de laatste lesdag, binnen het schooljaar; zonder een van de twee niets."""
        if self.van is None or self.tot is None:
            return None
        return max(self.van, date(self.begint, 8, 1)), min(self.tot, date(self.begint + 1, 7, 31))

    def __contains__(self, dag: date) -> bool:
        """Hoort een dag bij dit schooljaar, van 1 augustus tot en met 31 juli?"""
        return date(self.begint, 8, 1) <= dag <= date(self.begint + 1, 7, 31)

    def kind(self, dag: date, *soorten: str) -> Periode | None:
        """Geef de periode van een van deze soorten waar een dag in valt."""
        return next((p for p in self.perioden if p.soort in soorten and dag in p), None)


@dataclass(frozen=True)
class Stukvorm:
    """Een stuk uit het dossier, als punt."""

    stuk: Annotated[str, Tekst(100)]
    vorm: Vorm


@dataclass(frozen=True)
class Gevolgd:
    """Een stuk werk uit het dossier dat de kalender volgt, zoals het het laatst was."""

    id: Kenmerk
    van: Annotated[str, Tekst(300)]
    tijd: datetime
    stukken: Annotated[tuple[Stukvorm, ...], Hoogstens(500)] = ()


@dataclass(frozen=True)
class Weergave:
    """Waar de lezer naar kijkt; leeg is alles."""

    wie: Zin = ""
    aard: Annotated[str, Tekst(20)] = ""
    open: Verwijzing = ""


@dataclass(frozen=True)
class Kalender:
    """De kalender van een school of een bestuur.

    Parameters
    ----------
    kenmerk
        Willekeurig; houdt punten in een agenda uit elkaar van die van een ander.
    jaar
        Het schooljaar dat open is.
    druk, bespreken
        Onze regels: vanaf zoveel punten heet een week druk, en binnen zoveel dagen wordt een
        meting besproken. Leeg is wat de inhoud voorstelt.
    uitgegeven
        Wat er al naar een agenda ging.
    """

    jaar: Annotated[str, Tekst(4, patroon="[12][0-9]{3}")]
    jaren: Annotated[tuple[Jaar, ...], Hoogstens(20)]
    naam: Naam = ""
    kenmerk: Annotated[str, Tekst(32, patroon="[0-9a-f]{0,32}")] = ""
    reeksen: Annotated[tuple[Reeks, ...], Hoogstens(60)] = ()
    punten: Annotated[tuple[Punt, ...], Hoogstens(2_000)] = ()
    gevolgd: Annotated[tuple[Gevolgd, ...], Hoogstens(20)] = ()
    druk: Annotated[int | None, Getal(2, 50)] = None
    bespreken: Annotated[int | None, Getal(1, 365)] = None
    weergave: Weergave = Weergave()
    uitgegeven: Annotated[
        tuple[Uitgegeven, ...], Hoogstens(MEESTE), Eigen(read_memory, write_memory, memory_schema)
    ] = ()

    @property
    def year(self) -> Jaar:
        """Het schooljaar dat open is."""
        return next((j for j in self.jaren if j.id == self.jaar), Jaar(self.jaar))


def people(wie: str) -> tuple[str, ...]:
    """Geef de mensen of rollen die in een veld staan.

    Examples
    --------
    >>> people("bestuurder, rector of directeur en mentoren")
    ('bestuurder', 'rector of directeur', 'mentoren')
    """
    delen = wie.replace(";", ",").replace(" en ", ",").split(",")
    return tuple(dict.fromkeys(naam for deel in delen if (naam := " ".join(deel.split()))))
