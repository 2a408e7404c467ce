"""Het werk van een gebruiker: reeksen gesprekken en het ritme van een schooljaar."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from lv_tools.basis.taal.vergelijkbaar import plain
from lv_tools.basis.uitvoer.agendageheugen import MEESTE as MEESTE_PUNTEN
from lv_tools.basis.uitvoer.agendageheugen import Uitgegeven
from lv_tools.basis.vorm.grenzen import Getal, Hoogstens, Tekst
from lv_tools.gespreksprompter.model.gesprek import Gesprek
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht, Regel
from lv_tools.gespreksprompter.model.meegebracht import MEESTE, Meegebracht, bring
from lv_tools.gespreksprompter.model.reeks import Draad, Reeks, prepare_next, thread
from lv_tools.gespreksprompter.model.ritme import (
    Periode,
    Rooster,
    Tempo,
    default_pace,
    lay_out,
    school_year,
    working_period,
)
from lv_tools.gespreksprompter.model.tafel import Code
from lv_tools.gespreksprompter.model.toen import Toen, words_now
from lv_tools.gespreksprompter.teksten import Tafel, inhoud

#: Zoveel vragen uit een nieuw bestand staan meteen aangevinkt.
EERSTE = 3
#: De keuze voor een tafel die de gebruiker zelf maakt.
EIGEN = "eigen"
#: Alle gesprekken van een reeks, en niet die van één schooljaar.
ALLES = "alles"
Jaar = Annotated[int, Getal(1900, 2200)]
_Lang = Annotated[str, Tekst(1_000_000, regels=True)]
Perioden = Annotated[tuple[Periode, ...], Hoogstens(2_000)]


@dataclass(frozen=True)
class Verzet:
    """Een overleg dat de gebruiker naar een andere dag bracht, of (zonder ``dag``) wegliet."""

    tafel: Code
    bedoeld: date
    dag: date | None = None


@dataclass(frozen=True)
class Ritme:
    """De keuzes voor het rooster van een schooljaar."""

    jaar: Jaar
    periode: Periode
    tempos: Annotated[tuple[Tempo, ...], Hoogstens(2_000)] = ()
    vakanties: Perioden = ()
    zelf: Annotated[tuple[Verzet, ...], Hoogstens(2_000)] = ()

    def plan(self) -> Rooster:
        """Maak het rooster."""
        zelf = {(v.tafel, v.bedoeld): v.dag for v in self.zelf}
        return lay_out(self.tempos, self.periode, self.vakanties, zelf)

    def place(self, tafel: str, bedoeld: date, dag: date | None) -> Ritme:
        """Zet een overleg op een andere dag, of laat het weg."""
        rest = tuple(v for v in self.zelf if (v.tafel, v.bedoeld) != (tafel, bedoeld))
        return replace(self, zelf=(*rest, Verzet(tafel, bedoeld, dag)))

    def put(self, tempo: Tempo) -> Ritme:
        """Geef een tafel die meedoet een ander tempo."""
        code = tempo.tafel.code
        tempos = tuple(tempo if t.tafel.code == code else t for t in self.tempos)
        return replace(self, tempos=tempos)

    def pace(self, code: str) -> Tempo | None:
        """Geef het tempo van een tafel, als zij meedoet."""
        return next((tempo for tempo in self.tempos if tempo.tafel.code == code), None)


@dataclass(frozen=True)
class Keuze:
    """Wat er bij ‘Kiezen’ staat.

    Parameters
    ----------
    met
        Leeg is de reeks die openstaat; anders de code van de tafel van een nieuwe reeks.
    naam, niveaus
        Van een eigen tafel die er nog niet is.
    groep
        Welk team of welk vak, bij een nieuwe reeks met een tafel waar er meer van zijn.
    meegebracht
        De aangevinkte vragen uit een ander hulpmiddel.
    """

    met: Code = ""
    naam: Annotated[str, Tekst(80)] = ""
    niveaus: tuple[Code, ...] = ()
    fasen: tuple[Code, ...] = ()
    doel: Code = ""
    standaard: Code = ""
    kenmerk: Code = ""
    onderwerp: Annotated[str, Tekst(200)] = ""
    minuten: Annotated[int | None, Getal(1, 10_000)] = None
    meegebracht: Annotated[tuple[Code, ...], Hoogstens(MEESTE)] = ()
    situatie: Code = ""
    groep: Annotated[str, Tekst(80)] = ""

    def for_situation(self, code: str) -> Keuze:
        """Kies een situatie, met wat erbij hoort; zonder situatie blijft de rest staan."""
        nieuw, situatie = replace(self, situatie=code), inhoud().situaties.get(code)
        if situatie is None:
            return nieuw
        return replace(nieuw, fasen=situatie.fasen, doel=situatie.doel)

    def with_table(self, code: str) -> Keuze:
        """Kies de tafel van een nieuwe reeks, met de tijd die erbij past.

        Past geen gekozen fase bij een tafel met een eigen vragenlijst, dan geldt die hele lijst.
        """
        tafel = inhoud().tafels.get(code)
        if tafel is None:
            return replace(self, met=code)
        past = not tafel.fasen or set(self.fasen) & set(tafel.fasen)
        fasen = self.fasen if past else tuple(tafel.fasen)
        return replace(self, met=code, minuten=tafel.minuten, fasen=fasen)


@dataclass(frozen=True)
class Weergave:
    """Hoe de gebruiker kijkt: grote letters, welk jaar van de reeks, en namen in het verslag."""

    letters: Literal["gewoon", "groot", "heel groot"] = "groot"
    jaar: Annotated[str, Tekst(20)] = ALLES
    namen: bool = True


@dataclass(frozen=True)
class Gesprekswerk:
    """Alles wat de gebruiker in de gespreksprompter heeft gemaakt.

    Parameters
    ----------
    lijst, toen
        Nummer van de lijsten waarmee dit is gemaakt, en de woorden bij de codes ervan.
    reeks, gesprek
        Wat er op het scherm openstaat.
    meegebracht
        Vragen uit een ander hulpmiddel, waaruit bij elk gesprek te kiezen is.
    overig
        Wat uit een oudere versie geen plaats meer heeft: paren van wat het was en wat er stond.
    andere_jaren
        Het ritme van schooljaren die nu niet openstaan.
    kenmerk
        Een willekeurige tekst die dit werk van elk ander werk onderscheidt; leeg zolang er niets
        is gemaakt.
    uitgegeven
        Wat er al eens naar een agenda ging.
    """

    reeksen: Annotated[tuple[Reeks, ...], Hoogstens(2_000)]
    ritme: Ritme
    reeks: Code = ""
    gesprek: Code = ""
    meegebracht: Annotated[tuple[Meegebracht, ...], Hoogstens(MEESTE)] = ()
    overig: Annotated[tuple[tuple[_Lang, _Lang], ...], Hoogstens(2_000)] = ()
    andere_jaren: Annotated[tuple[Ritme, ...], Hoogstens(300)] = ()
    kenmerk: Annotated[str, Tekst(32, patroon="[0-9a-f]{0,32}")] = ""
    uitgegeven: Annotated[tuple[Uitgegeven, ...], Hoogstens(MEESTE_PUNTEN)] = ()
    keuze: Keuze = Keuze()
    weergave: Weergave = Weergave()
    lijst: Annotated[int, Getal(1)] = 1
    toen: Toen = field(default_factory=Toen)

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

    @property
    def guide(self) -> Gids | None:
        """De gids van het gesprek dat openstaat."""
        return self.conversation.gids if self.conversation else None

    @property
    def upcoming(self) -> Gesprek | None:
        """Het gesprek dat openstaat, als het nog gehouden moet worden."""
        gesprek = self.conversation
        return gesprek if gesprek is not None and not gesprek.gehouden else None

    @property
    def path(self) -> str:
        """Het pad van het gesprek dat openstaat."""
        return f"reeksen/{self.current.id}/gesprekken/{self.gesprek}"

    @property
    def blank(self) -> Keuze:
        """Wat er bij ‘Kiezen’ staat als niemand iets koos."""
        return Keuze(fasen=tuple(inhoud().fasen), minuten=self.current.tafel.minuten)

    @property
    def untouched(self) -> bool:
        """Is er nog geen gesprek, en bij ‘Kiezen’ niets anders dan een situatie en met wie?"""
        begonnen, leeg = any(r.gesprekken for r in self.reeksen), self.blank
        # Wat alleen een link klaarzette, is nog niets van de lezer.
        klaargezet = leeg.for_situation(self.keuze.situatie)
        if self.keuze.met:
            klaargezet = klaargezet.with_table(self.keuze.met)
        return not begonnen and self.keuze in (leeg, klaargezet) and not self.meegebracht

    def marked(self) -> Gesprekswerk:
        """Geef het werk met een kenmerk."""
        return self if self.kenmerk else replace(self, kenmerk=secrets.token_hex(16))

    def put(self, reeks: Reeks) -> Gesprekswerk:
        """Bewaar een reeks: nieuw of gewijzigd."""
        if any(r.id == reeks.id for r in self.reeksen):
            lijst = tuple(reeks if r.id == reeks.id else r for r in self.reeksen)
        else:
            lijst = (*self.reeksen, reeks)
        return replace(self, reeksen=lijst)

    def put_conversation(self, gesprek: Gesprek) -> Gesprekswerk:
        """Bewaar een gesprek in de open reeks en maak het het open gesprek."""
        return replace(self.put(self.current.put(gesprek)), gesprek=gesprek.id)

    def put_guide(self, gids: Gids) -> Gesprekswerk:
        """Bewaar een gewijzigde gids van het open gesprek; wat eruit ging, staat niet meer aan."""
        if self.conversation is None:
            return self
        return self.put_conversation(replace(self.conversation, gids=gids)).chosen_again()

    def open(self, reeks: str, gesprek: str = "") -> Gesprekswerk:
        """Open een reeks, en daarin een gesprek of het laatste."""
        ander = replace(self, reeks=reeks, gesprek=gesprek)
        if not gesprek and ander.current.gesprekken:
            ander = replace(ander, gesprek=ander.current.gesprekken[-1].id)
        return ander.as_chosen()

    def as_chosen(self) -> Gesprekswerk:
        """Zet bij ‘Kiezen’ waar het open gesprek over gaat, of de tijd die bij de tafel past."""
        keuze = replace(self.keuze, met="")
        if self.guide is not None:
            o = self.guide.opdracht
            keuze = replace(
                keuze,
                fasen=o.fasen,
                doel=o.doel,
                standaard=o.standaard,
                kenmerk=o.kenmerk,
                onderwerp=o.onderwerp,
                minuten=o.minuten,
                situatie=o.situatie,
            )
        elif not self.current.tafel.eigen:
            keuze = replace(keuze, minuten=self.current.tafel.minuten)
        return replace(self, keuze=keuze).chosen_again()

    def chosen_again(self) -> Gesprekswerk:
        """Zet vinkjes bij de meegebrachte vragen: aan wat in de gids staat, uit wat gesteld is.

        Wat in een gids voor een andere reeks staat, gaat ook uit: anders staat de agenda van de ene
        school in de gids van de andere.
        """
        gids = self.upcoming.gids if self.upcoming else None
        in_gids, geweerd = (gids.ids, gids.geweerd) if gids else (frozenset(), frozenset())
        aan = frozenset(self.keuze.meegebracht) - self.asked - self.maybe_asked - geweerd
        aan -= self._guided(r for r in self.reeksen if r.id != self.current.id)
        gekozen = tuple(v.id for v in self.meegebracht if v.id in aan | in_gids)
        return replace(self, keuze=replace(self.keuze, meegebracht=gekozen))

    def for_table(self, code: str) -> Gesprekswerk:
        """Kies de tafel van een nieuwe reeks; wat al in een gids staat, is daar niet aangevinkt."""
        keuze, elders = self.keuze.with_table(code), self._guided(self.reeksen)
        vrij = tuple(naam for naam in keuze.meegebracht if naam not in elders)
        return replace(self, keuze=replace(keuze, meegebracht=vrij))

    def _guided(self, reeksen: Iterable[Reeks]) -> frozenset[str]:
        gidsen = [g.gids for reeks in reeksen for g in reeks.gesprekken if g.gids is not None]
        return frozenset().union(*(gids.ids for gids in gidsen))

    def looks_back(self, vraag: Meegebracht) -> bool:
        """Vraagt een vraag naar een afspraak die in deze reeks nog openstaat?

        Daar begint het gesprek al mee. Een lang onderwerp is ingekort, en eindigt dan op ‘…’.
        """
        kort = vraag.onderwerp.endswith("…")
        over = plain(vraag.onderwerp.removesuffix("…"))
        if not over or vraag.fase != "check":
            return False
        tot = self.upcoming.id if self.upcoming else ""
        afspraken = [plain(a.wat) for a in self.current.open_agreements(tot)]
        return any(wat.startswith(over) if kort else wat == over for wat in afspraken)

    @property
    def asked(self) -> frozenset[str]:
        """De vragen die in een gehouden gesprek van deze reeks zijn gesteld."""
        return frozenset().union(*(g.gesteld for g in self.current.gesprekken if g.gehouden))

    @property
    def maybe_asked(self) -> frozenset[str]:
        """De vragen waarvan dat niet is vastgelegd."""
        return frozenset().union(*(g.misschien for g in self.current.gesprekken if g.gehouden))

    def start_series(self, tafel: Tafel, naam: str = "") -> Gesprekswerk:
        """Begin een reeks met deze tafel; de naam is te wijzigen."""
        nummers = [int(r.id[1:]) for r in self.reeksen if r.id[1:].isdecimal()]
        reeks = Reeks(f"r{max(nummers, default=0) + 1}", naam or tafel.naam, tafel)
        return replace(self.put(reeks), reeks=reeks.id, gesprek="")

    def prepare(self, opdracht: Opdracht, vast: Sequence[Regel] = ()) -> Gesprekswerk:
        """Maak in de open reeks het volgende gesprek en open het; ``vast`` staat er zeker in."""
        return self.put_conversation(prepare_next(self.current, opdracht, vast)).as_chosen()

    def bring(self, vragen: Iterable[Meegebracht]) -> Gesprekswerk:
        """Neem vragen van elders op en vink de eerste aan; wat er al is, komt er niet bij.

        Wat al bij de terugblik aan bod komt, staat niet aan.

        Raises
        ------
        VormError
            Als het er te veel worden.
        """
        gidsen = [g.gids for r in self.reeksen for g in r.gesprekken if g.gids is not None]
        bezet = [regel.id for gids in gidsen for regel in gids.regels]
        samen = bring(self.meegebracht, vragen, bezet)
        nieuw = [v.id for v in samen[len(self.meegebracht) :] if not self.looks_back(v)]
        eerste = nieuw[:EERSTE]
        keuze = replace(self.keuze, meegebracht=(*self.keuze.meegebracht, *eerste))
        return replace(self, meegebracht=samen, keuze=keuze)

    def leave_behind(self) -> Gesprekswerk:
        """Laat de meegebrachte vragen los; wat in een gids staat, blijft daar staan."""
        return replace(self, meegebracht=(), keuze=replace(self.keuze, meegebracht=()))

    def open_year(self, jaar: int) -> Gesprekswerk:
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


class Overzicht:
    """Wat er uit het werk volgt; elk deel wordt pas berekend als iemand kijkt."""

    def __init__(self, werk: Gesprekswerk) -> None:
        self.werk = werk

    @cached_property
    def rooster(self) -> Rooster:
        """De overleggen van het schooljaar dat openstaat."""
        return self.werk.ritme.plan()

    @cached_property
    def draad(self) -> Draad:
        """De rode draad van de open reeks, van alles of van één schooljaar."""
        if self.jaar == ALLES:
            return thread(self.werk.current)
        jaar = school_year(int(self.jaar))
        return thread(self.werk.current, jaar.van, jaar.tot)

    @cached_property
    def jaren(self) -> tuple[int, ...]:
        """De schooljaren waarin de open reeks gesprekken heeft."""
        dagen = (gesprek.moment.dag for gesprek in self.werk.current.gesprekken)
        return tuple(sorted({school_year_of(dag) for dag in dagen if dag}))

    @property
    def jaar(self) -> str:
        """Het gekozen jaar van de reeks, als zij dat kent; anders alles."""
        keuze = self.werk.weergave.jaar
        return keuze if keuze in map(str, self.jaren) else ALLES


def school_year_of(dag: date) -> int:
    """Geef het jaar waarin het schooljaar van deze dag begon; 1 augustus is de eerste dag."""
    return dag.year if dag.month >= 8 else dag.year - 1


def begin(vandaag: date) -> Gesprekswerk:
    """Geef een leeg begin: een reeks met de rector of directeur, en het ritme van de zes tafels."""
    bekend = inhoud()
    eerste = Reeks("r1", bekend.tafels["school"].naam, bekend.tafels["school"])
    return Gesprekswerk(
        (eerste,),
        default_rhythm(school_year_of(vandaag)),
        "r1",
        keuze=Keuze(fasen=tuple(bekend.fasen), minuten=eerste.tafel.minuten),
        lijst=bekend.lijst,
        toen=words_now(),
    )


def default_rhythm(jaar: int) -> Ritme:
    """Geef het ritme van de zes tafels van de presentatie voor een schooljaar."""
    uit_bron = [t for t in inhoud().tafels.values() if t.from_talk]
    tempos = tuple(default_pace(tafel, weekdag=plek % 4) for plek, tafel in enumerate(uit_bron))
    return Ritme(jaar, working_period(jaar), tempos)
