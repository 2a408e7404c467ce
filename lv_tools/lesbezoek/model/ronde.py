"""De staat van het lesbezoek: de ronde, de kijkpunten en elke blik op een les.

Een blik is wat één bezoeker, één docent of een paar leerlingen van één les zagen. Een les heeft een
code en geen naam. Wat in het nagesprek is afgesproken, is van de docent: het blijft op het apparaat
van de bezoeker en gaat in geen enkele telling mee.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Literal

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.uitwisseling.punt import Punt
from lv_tools.basis.uitwisseling.stukken import Kenmerk, Naam, Zin
from lv_tools.basis.vorm.grenzen import Getal, Hoogstens, Tekst
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.lesbezoek.teksten import Bankpunt, Instrument, Soort, Standaard

#: Meer kijkpunten houdt niemand in het oog; in een kort bezoek is drie al veel.
MEESTE_PUNTEN, MEESTE_KORT = 8, 3
MEESTE_LESSEN, MEESTE_BLIKKEN, MEESTE_VERBETERPUNTEN = 60, 600, 3
#: Minder lessen dan dit staan nooit in een uitkomst.
MINSTE_LESSEN = 5
#: Antwoorden op de schaal; ``None`` is niet gezien.
WAS_ER_NIET, BEGIN, DUIDELIJK = 1, 2, 3
SOORTEN: tuple[Soort, ...] = ("bezoeker", "docent", "leerlingen")

Code = Annotated[str, Tekst(64)]
Les = Annotated[str, Tekst(3, patroon="(L[1-9][0-9]?)?")]
Antwoord = Annotated[int | None, Getal(1, 3)]
Opmerking = Annotated[str, Tekst(400, regels=True)]
#: Een moment als tekst; leeg is op dit apparaat gemaakt.
Tijd = Annotated[str, Tekst(40, patroon="[0-9TZ:.+-]{0,40}")]


@dataclass(frozen=True)
class Kijkpunt:
    """Iets om naar te kijken, met de woorden die in deze ronde gelden.

    ``bank`` is de code uit de bank; leeg is van de school zelf. Zonder ``leerling`` krijgen
    leerlingen deze vraag niet. ``kort`` zegt of het ook in een bezoek van vijf minuten hoort.
    """

    id: Kenmerk
    bank: Code = ""
    standaard: Standaard = "eigen"
    tekst: Zin = ""
    begin: Zin = ""
    sterk: Zin = ""
    leerling: Zin = ""
    kort: bool = False


@dataclass(frozen=True)
class Nagesprek:
    """Van de docent: de vraag vooraf, en wat die zichzelf na afloop voorneemt."""

    vraag: Opmerking = ""
    voornemen: Opmerking = ""


@dataclass(frozen=True)
class Blik:
    """Wat iemand van een les zag.

    Parameters
    ----------
    bezoeker
        De code van wie keek, zoals ‘A’; alleen bij een bezoeker.
    gegeven
        Per kijkpunt het antwoord; ``None`` is niet gezien, en zonder antwoord staat er niets.
    woorden
        Per kijkpunt wat erbij staat.
    van
        Het moment van het bestand waar de blik uit kwam; leeg is op dit apparaat gemaakt.
    """

    id: Kenmerk
    soort: Soort = "bezoeker"
    les: Les = ""
    bezoeker: Annotated[str, Tekst(20)] = ""
    dag: date | None = None
    duur: Literal["kort", "heel"] = "heel"
    gegeven: Annotated[Mapping[str, Antwoord], Hoogstens(MEESTE_PUNTEN), Code] = field(
        default_factory=dict
    )
    woorden: Annotated[Mapping[str, Opmerking], Hoogstens(MEESTE_PUNTEN), Code] = field(
        default_factory=dict
    )
    nagesprek: Nagesprek = field(default_factory=Nagesprek)
    van: Tijd = ""


@dataclass(frozen=True)
class Vrijgave:
    """Blikken die samen zijn vrijgegeven voor de uitkomst; zie :mod:`.vrijgeven`.

    Parameters
    ----------
    blikken
        Per blik een controlegetal van wat erin telt: verandert er later iets, dan is dat te zien.
    docenten
        Van hoeveel verschillende docenten de lessen zijn.
    grens
        Zo veel lessen en docenten waren er toen ten minste nodig.
    """

    id: Kenmerk
    blikken: Annotated[Mapping[str, Annotated[str, Tekst(16)]], Hoogstens(MEESTE_BLIKKEN), Code] = (
        field(default_factory=dict)
    )
    docenten: Annotated[int, Getal(0, 200)] = 0
    grens: Annotated[int, Getal(MINSTE_LESSEN, 30)] = MINSTE_LESSEN
    dag: date | None = None


@dataclass(frozen=True)
class Ronde:
    """Alles wat is ingevuld.

    Parameters
    ----------
    ronde
        Kenmerk van de ronde: bestanden van collega's horen erbij als dit hetzelfde is.
    kenmerk
        Kenmerk van dit werk in het dossier.
    vast
        De kijkpunten staan vast: er wordt mee gekeken.
    afgesproken
        Welke afspraken vooraf er zijn.
    bezoeker
        De code van wie met dit apparaat kijkt.
    docenten
        Van hoeveel docenten de lessen zijn die nog niet zijn vrijgegeven.
    voorbeelden
        Per kijkpunt voorbeelden die mee mogen in de uitkomst, één per regel.
    deel, kies, open
        Welk deel van de bank, welk kijkpunt er gekozen is, en welke blik er openstaat.
    """

    naam: Naam = ""
    vraag: Zin = ""
    ronde: Annotated[str, Tekst(64, patroon="[A-Za-z0-9_-]{0,64}")] = ""
    kenmerk: Annotated[str, Tekst(64, patroon="[A-Za-z0-9_-]{0,64}")] = ""
    kijkpunten: Annotated[tuple[Kijkpunt, ...], Hoogstens(MEESTE_PUNTEN)] = ()
    vast: bool = False
    lessen: Annotated[int, Getal(1, MEESTE_LESSEN)] = 6
    grens: Annotated[int, Getal(MINSTE_LESSEN, 30)] = MINSTE_LESSEN
    afgesproken: Annotated[tuple[Code, ...], Hoogstens(30)] = ()
    bezoeker: Annotated[str, Tekst(20)] = ""
    blikken: Annotated[tuple[Blik, ...], Hoogstens(MEESTE_BLIKKEN)] = ()
    docenten: Annotated[int | None, Getal(1, 200)] = None
    vrijgaven: Annotated[tuple[Vrijgave, ...], Hoogstens(12)] = ()
    voorbeelden: Annotated[
        Mapping[str, Annotated[str, Tekst(900, regels=True)]], Hoogstens(MEESTE_PUNTEN), Code
    ] = field(default_factory=dict)
    punten: Annotated[tuple[Punt, ...], Hoogstens(MEESTE_VERBETERPUNTEN)] = ()
    deel: Annotated[str, Tekst(20)] = ""
    kies: Code = ""
    open: Annotated[str, Tekst(64)] = ""

    @property
    def punten_bij(self) -> Mapping[str, Kijkpunt]:
        """Elk kijkpunt bij zijn kenmerk."""
        return {punt.id: punt for punt in self.kijkpunten}

    @property
    def codes(self) -> tuple[str, ...]:
        """De codes van de lessen."""
        return tuple(f"L{nummer}" for nummer in range(1, self.lessen + 1))


def empty(_inhoud: Instrument) -> Ronde:
    """Begin een lege ronde, met een eigen kenmerk."""
    return Ronde(ronde=new_id(), kenmerk=new_id())


def title(ronde: Ronde) -> str:
    """Waar de ronde over gaat, voor de naam van een bestand en in het dossier."""
    return ronde.naam.strip()


def opened(ronde: Ronde, _inhoud: Instrument) -> Ronde:
    """Kijk na wat uit een bestand komt.

    Raises
    ------
    VormError
        Als er iets in staat wat niet kan.
    """
    for reeks in (ronde.kijkpunten, ronde.blikken, ronde.punten, ronde.vrijgaven):
        if len({stuk.id for stuk in reeks}) != len(reeks):
            raise VormError("er staat iets twee keer in. Vraag om een nieuw bestand")
    weg = [i for v in ronde.vrijgaven for i in v.blikken]
    if len(set(weg)) != len(weg):
        raise VormError("er is een bezoek twee keer vrijgegeven. Open een ouder bestand")
    return ronde if ronde.ronde else replace(ronde, ronde=new_id())


def new_round(ronde: Ronde, kenmerk: str, werk: str) -> Ronde:
    """Begin een nieuwe ronde met dezelfde vraag, kijkpunten en afspraken."""
    return Ronde(
        ronde.naam,
        ronde.vraag,
        kenmerk,
        werk,
        ronde.kijkpunten,
        lessen=ronde.lessen,
        grens=ronde.grens,
        afgesproken=ronde.afgesproken,
        bezoeker=ronde.bezoeker,
    )


# -- kijkpunten ----------------------------------------------------------------------------------


def from_bank(punt: Bankpunt, ronde: Ronde) -> Kijkpunt:
    """Maak van een punt uit de bank een kijkpunt; de eerste drie passen ook in een kort bezoek."""
    kort = sum(p.kort for p in ronde.kijkpunten) < MEESTE_KORT
    return Kijkpunt(
        new_id(), punt.code, punt.standaard, punt.tekst, punt.begin, punt.sterk, punt.leerling, kort
    )


def asked(ronde: Ronde, blik: Blik) -> tuple[Kijkpunt, ...]:
    """Geef de kijkpunten die bij deze blik gevraagd worden."""
    return tuple(
        punt
        for punt in ronde.kijkpunten
        if punt.tekst.strip()
        and (punt.kort or blik.duur == "heel")
        and (punt.leerling.strip() or blik.soort != "leerlingen")
    )


def answers(ronde: Ronde, blik: Blik) -> Mapping[str, int | None]:
    """Geef wat telt: antwoorden op wat bij deze blik gevraagd wordt."""
    return {p.id: blik.gegeven[p.id] for p in asked(ronde, blik) if p.id in blik.gegeven}


def is_complete(ronde: Ronde, blik: Blik) -> bool:
    """Heeft deze blik een les en ten minste één antwoord?"""
    return bool(blik.les and answers(ronde, blik))


# -- blikken -------------------------------------------------------------------------------------


def new_view(ronde: Ronde, soort: Soort, dag: date, les: str = "") -> Blik:
    """Begin een blik; een bezoeker krijgt de code van dit apparaat."""
    return Blik(new_id(), soort, les, ronde.bezoeker if soort == "bezoeker" else "", dag)


def put_view(ronde: Ronde, blik: Blik) -> Ronde:
    """Zet een blik erbij en open haar; de kijkpunten staan dan vast."""
    if len(ronde.blikken) >= MEESTE_BLIKKEN:
        return ronde
    eerst = with_code(ronde)
    return replace(eerst, blikken=(*eerst.blikken, blik), open=blik.id, vast=True)


def with_code(ronde: Ronde) -> Ronde:
    """Geef eigen bezoeken die al begonnen waren alsnog de code van dit apparaat.

    Wat is vrijgegeven, blijft zoals het was: anders telt die vrijgave niet meer.
    """
    gehad = {kenmerk for vrij in ronde.vrijgaven for kenmerk in vrij.blikken}
    blikken = tuple(
        replace(blik, bezoeker=ronde.bezoeker)
        if is_unsigned(blik) and blik.id not in gehad
        else blik
        for blik in ronde.blikken
    )
    return replace(ronde, blikken=blikken)


def is_unsigned(blik: Blik) -> bool:
    """Is dit een eigen bezoek zonder code van de bezoeker?"""
    return blik.soort == "bezoeker" and not blik.van and not blik.bezoeker.strip()


def drop_view(ronde: Ronde, kenmerk: str) -> Ronde:
    """Haal een blik weg."""
    blikken = tuple(b for b in ronde.blikken if b.id != kenmerk)
    return replace(ronde, blikken=blikken, open="" if ronde.open == kenmerk else ronde.open)
