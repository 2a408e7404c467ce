"""Het werk van een gebruiker: reeksen gesprekken en het ritme van een schooljaar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from lv_tools.basis.opslag.werkbestand import Omzetting
from lv_tools.basis.uitvoer.agendageheugen import Uitgegeven
from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.gids import Opdracht, Regel
from lv_tools.gespreksprompter.model.meegebracht import Meegebracht, bring
from lv_tools.gespreksprompter.model.reeks import Reeks, prepare_next
from lv_tools.gespreksprompter.model.ritme import (
    Periode,
    Rooster,
    Tempo,
    default_pace,
    lay_out,
    working_period,
)
from lv_tools.gespreksprompter.teksten import Tafel, inhoud

#: Versie van de bewaarde vorm, zie :mod:`lv_tools.gespreksprompter.bestand.lezen`.
VERSIE = 2
#: Versie 1 nam de woorden bij haar codes niet mee; het lezen regelt dat.
OMZETTINGEN: Mapping[int, Omzetting] = {1: lambda staat: staat}
INSTRUMENT = "gespreksprompter"


@dataclass(frozen=True)
class Ritme:
    """De keuzes voor het rooster van een schooljaar.

    ``zelf`` houdt overleggen vast die de gebruiker verschoof of (met ``None``) wegliet.
    """

    jaar: int
    periode: Periode
    tempos: tuple[Tempo, ...] = ()
    vakanties: tuple[Periode, ...] = ()
    zelf: Mapping[tuple[str, date], date | None] = field(default_factory=dict)

    def plan(self) -> Rooster:
        """Maak het rooster."""
        return lay_out(self.tempos, self.periode, self.vakanties, self.zelf)


@dataclass(frozen=True)
class Werk:
    """Alles wat de gebruiker in de gespreksprompter heeft gemaakt.

    ``reeks`` en ``gesprek`` wijzen aan wat er op het scherm openstaat. ``meegebracht`` zijn de
    vragen uit een ander hulpmiddel, waaruit bij elk gesprek te kiezen is. ``overig`` is wat uit een
    oudere versie geen plaats meer heeft: paren van wat het was en wat er stond. ``andere_jaren``
    bewaart het ritme van schooljaren die nu niet openstaan. ``kenmerk`` is een willekeurige tekst
    die dit werk van elk ander werk onderscheidt, en ``uitgegeven`` wat er al eens naar een agenda
    ging.
    """

    reeksen: tuple[Reeks, ...]
    ritme: Ritme
    reeks: str = ""
    gesprek: str = ""
    meegebracht: tuple[Meegebracht, ...] = ()
    overig: tuple[tuple[str, str], ...] = ()
    andere_jaren: tuple[Ritme, ...] = ()
    kenmerk: str = ""
    uitgegeven: tuple[Uitgegeven, ...] = ()

    @property
    def current(self) -> Reeks:
        """De reeks die openstaat."""
        for reeks in self.reeksen:
            if reeks.id == self.reeks:
                return reeks
        return self.reeksen[0]

    @property
    def conversation(self) -> Gesprek | None:
        """Het gesprek dat openstaat, als dat er is."""
        for gesprek in self.current.gesprekken:
            if gesprek.id == self.gesprek:
                return gesprek
        return None

    def put(self, reeks: Reeks) -> Werk:
        """Bewaar een reeks: nieuw of gewijzigd."""
        if any(r.id == reeks.id for r in self.reeksen):
            lijst = tuple(reeks if r.id == reeks.id else r for r in self.reeksen)
        else:
            lijst = (*self.reeksen, reeks)
        return replace(self, reeksen=lijst)

    def put_conversation(self, gesprek: Gesprek) -> Werk:
        """Bewaar een gesprek in de open reeks en maak het het open gesprek."""
        return replace(self.put(self.current.put(gesprek)), gesprek=gesprek.id)

    def open(self, reeks: str, gesprek: str = "") -> Werk:
        """Open een reeks, en daarin een gesprek of het laatste."""
        ander = replace(self, reeks=reeks, gesprek=gesprek)
        if not gesprek and ander.current.gesprekken:
            ander = replace(ander, gesprek=ander.current.gesprekken[-1].id)
        return ander

    def start_series(self, tafel: Tafel, naam: str = "") -> Werk:
        """Begin een reeks met deze tafel; de naam is te wijzigen."""
        nummers = [int(r.id[1:]) for r in self.reeksen if r.id[1:].isdecimal()]
        reeks = Reeks(f"r{max(nummers, default=0) + 1}", naam or tafel.naam, tafel)
        return replace(self.put(reeks), reeks=reeks.id, gesprek="")

    def prepare(self, opdracht: Opdracht, vast: Sequence[Regel] = ()) -> Werk:
        """Maak in de open reeks het volgende gesprek en open het; ``vast`` staat er zeker in."""
        return self.put_conversation(prepare_next(self.current, opdracht, vast))

    def bring(self, vragen: Iterable[Meegebracht]) -> Werk:
        """Neem vragen uit een bestand op; een vraag die er al is, komt er niet nog eens bij.

        Raises
        ------
        VormError
            Als het er te veel worden.
        """
        gidsen = [g.gids for r in self.reeksen for g in r.gesprekken if g.gids is not None]
        bezet = [regel.id for gids in gidsen for regel in gids.regels]
        return replace(self, meegebracht=bring(self.meegebracht, vragen, bezet))

    def open_year(self, jaar: int) -> Werk:
        """Ga naar het ritme van een schooljaar.

        Een jaar dat al eens openstond, is zoals het was. Een nieuw jaar krijgt het tempo van nu met
        de periode van het voorstel.
        """
        if jaar == self.ritme.jaar:
            return self
        bekend = {ritme.jaar: ritme for ritme in (*self.andere_jaren, self.ritme)}
        nieuw = bekend.pop(jaar, None)
        if nieuw is None:
            nieuw = replace(default_rhythm(jaar), tempos=self.ritme.tempos)
        return replace(self, ritme=nieuw, andere_jaren=tuple(bekend.values()))

    def leave_behind(self) -> Werk:
        """Laat de meegebrachte vragen los; wat in een gids staat, blijft daar staan."""
        return replace(self, meegebracht=())


def school_year_of(dag: date) -> int:
    """Geef het jaar waarin het schooljaar van deze dag begon; 1 augustus is de eerste dag."""
    return dag.year if dag.month >= 8 else dag.year - 1


def begin(vandaag: date) -> Werk:
    """Geef een leeg begin: een reeks met de rector of directeur, en het ritme van de zes tafels."""
    bekend = inhoud().tafels
    eerste = Reeks("r1", bekend["school"].naam, bekend["school"])
    return Werk((eerste,), default_rhythm(school_year_of(vandaag)), "r1")


def default_rhythm(jaar: int) -> Ritme:
    """Geef het ritme van de zes tafels van de presentatie voor een schooljaar."""
    uit_bron = [t for t in inhoud().tafels.values() if t.bron != "eigen"]
    tempos = tuple(default_pace(tafel, weekdag=plek % 4) for plek, tafel in enumerate(uit_bron))
    return Ritme(jaar, working_period(jaar), tempos)
