"""De staat: van elk bestand de uitkomsten, en van welke school het is.

Wat iemand antwoordde, staat hier niet: uit elk bestand komt alleen wat het hulpmiddel zelf laat
zien. Wie deze vergelijking doorgeeft, geeft dus geen antwoorden van mensen door.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath
from typing import Annotated, Literal

from lv_tools.basis.taal.notatie import MAANDEN
from lv_tools.basis.taal.vergelijkbaar import fold
from lv_tools.basis.uitwisseling.naast import Schoolbeeld
from lv_tools.basis.vorm.grenzen import KENMERK, Hoogstens, Tekst
from lv_tools.basis.vorm.vormcontrole import VormError

MEESTE_SCHOLEN = 60
MEESTE_BESTANDEN = 360
NAAM_LENGTE = 80

Naam = Annotated[str, Tekst(NAAM_LENGTE)]
Keuze = Annotated[str, Tekst(260)]


@dataclass(frozen=True)
class Stuk:
    """Wat er uit één bestand kwam; ``school`` is te verbeteren door de lezer."""

    id: Annotated[str, KENMERK]
    school: Naam
    bestand: Annotated[str, Tekst(200)]
    bewaard: datetime
    beeld: Schoolbeeld

    @property
    def dag(self) -> date:
        """Het moment: waar de uitkomst over gaat, of anders wanneer zij bewaard is."""
        return self.beeld.dag or self.bewaard.date()

    @property
    def sleutel(self) -> str:
        """Waaraan te zien is of twee bestanden van dezelfde school zijn."""
        return fold(self.school) or f"\n{self.id}"


@dataclass(frozen=True)
class Vergelijking:
    """Alles wat bewaard wordt.

    Parameters
    ----------
    stukken
        De bestanden, in de volgorde die de lezer koos.
    titel
        Waar de vergelijking over gaat.
    volgorde
        Scholen op alfabet, of in de volgorde van de bestanden. Nooit naar een uitkomst.
    soort, maat
        Wat er naast elkaar ligt; leeg is het eerste.
    school, tijdsoort, tijdmaat
        Hetzelfde, voor één school door de tijd.
    """

    stukken: Annotated[tuple[Stuk, ...], Hoogstens(MEESTE_BESTANDEN)] = ()
    titel: Naam = ""
    volgorde: Literal["alfabet", "eigen"] = "alfabet"
    soort: Keuze = ""
    maat: Keuze = ""
    school: Keuze = ""
    tijdsoort: Keuze = ""
    tijdmaat: Keuze = ""


@dataclass(frozen=True)
class Erbij:
    """Wat er met een bestand gebeurde: nieuw, bijgewerkt, of het stond er al."""

    staat: Vergelijking
    wat: Literal["erbij", "bijgewerkt", "stond-er-al"]
    stuk: Stuk


def put(staat: Vergelijking, nieuw: Stuk) -> Erbij:
    """Zet een bestand erbij; van dezelfde meting geldt wat het laatst bewaard is.

    De naam die de lezer aan de school gaf, blijft.

    Raises
    ------
    VormError
        Als er te veel bestanden of scholen zijn.
    """
    for oud in staat.stukken:
        if not _same(oud, nieuw):
            continue
        if oud.bewaard >= nieuw.bewaard:
            return Erbij(staat, "stond-er-al", oud)
        beter = replace(nieuw, id=oud.id, school=oud.school)
        alle = tuple(beter if stuk is oud else stuk for stuk in staat.stukken)
        return Erbij(replace(staat, stukken=alle), "bijgewerkt", beter)
    if len(staat.stukken) >= MEESTE_BESTANDEN:
        raise VormError(f"er liggen al {MEESTE_BESTANDEN} bestanden; haal er eerst een weg")
    scholen = {stuk.sleutel for stuk in (*staat.stukken, nieuw)}
    if len(scholen) > MEESTE_SCHOLEN:
        raise VormError(f"er liggen al {MEESTE_SCHOLEN} scholen; haal er eerst een weg")
    return Erbij(replace(staat, stukken=(*staat.stukken, nieuw)), "erbij", nieuw)


def _same(oud: Stuk, nieuw: Stuk) -> bool:
    """Zeg of twee bestanden dezelfde meting zijn, op twee momenten bewaard.

    In een bestand van vroeger kan het kenmerk de naam van de meting zijn, en zo heten er meer.
    Daarom delen zij ook invullingen, als beide die hebben.
    """
    een, ander = oud.beeld, nieuw.beeld
    if een.hulpmiddel != ander.hulpmiddel or not (een.meting and ander.meting):
        return een == ander
    beide = een.afdrukken and ander.afdrukken
    return een.meting == ander.meting and bool(not beide or een.afdrukken & ander.afdrukken)


#: Woorden die zeggen wat voor bestand of welk moment het is, en niet van welke school.
_MOMENT = frozenset(
    (
        *MAANDEN,
        *("najaar", "voorjaar", "zomer", "winter", "herfst", "lente", "begin", "eind"),
        *("schooljaar", "meting", "nulmeting", "tussenmeting", "eindmeting", "scan", "ronde"),
        *("zelfevaluatie", "urgentiemeter", "risicoscan", "verbeterplan", "lesbezoek", "dossier"),
        *("plan", "werk", "bestand", "kopie", "zonder", "naam", "dit", "apparaat"),
        *("van", "de", "het", "voor", "op"),
    )
)
_NUMMER = re.compile(r"[\d/.:–-]+(?:e|ste|de)?", re.ASCII)
_RAND = " ,;:–—-_()[]"


def guess_school(*bronnen: str) -> str:
    """Raad de naam van de school uit de titel van het werk, de naam ervan of die van het bestand.

    Examples
    --------
    >>> guess_school("Zelfevaluatie De Vaart, najaar 2026")
    'De Vaart'
    >>> guess_school("", "Zonder naam", "risicoscan-havo-zuid-2026-11-27.lv.json")
    'havo zuid'
    """
    for bron in bronnen:
        kaal = PurePath(bron).name.split(".")[0] if bron.endswith(".json") else bron
        woorden = (kaal.replace("-", " ").replace("_", " ") if kaal != bron else kaal).split()
        if naam := " ".join(_middle(woorden)).strip(_RAND):
            return naam[:NAAM_LENGTE].strip()
    return ""


def _middle(woorden: Sequence[str]) -> Sequence[str]:
    """Haal vooraan en achteraan weg wat geen naam is; een lidwoord hoort bij wat erna komt."""
    begin, eind = 0, len(woorden)
    plek = eind
    while plek and (_is_moment(woorden[plek - 1]) or _is_number(woorden[plek - 1])):
        plek -= 1
        # Een los getal hoort bij een datum, of bij de naam: ‘School 12’ blijft ‘School 12’.
        dag = plek + 1 == eind < len(woorden) and _bare(woorden[eind]) in MAANDEN
        if _is_moment(woorden[plek]) or dag:
            eind = plek
    while begin < eind and _is_moment(woorden[begin]) and not _is_article(woorden[begin]):
        begin += 1
    return woorden[begin:eind]


def _bare(woord: str) -> str:
    return woord.strip(_RAND).casefold()


def _is_number(woord: str) -> bool:
    return _bare(woord).isdigit()


def _is_moment(woord: str) -> bool:
    kaal = _bare(woord)
    jaar = len(kaal) == 4 and kaal.startswith(("19", "20"))
    los = kaal.isdigit() and not jaar
    return not kaal or kaal in _MOMENT or (bool(_NUMMER.fullmatch(kaal)) and not los)


def _is_article(woord: str) -> bool:
    return woord.casefold() in ("de", "het")


def order(staat: Vergelijking, stukken: Iterable[Stuk]) -> tuple[Stuk, ...]:
    """Zet stukken op de volgorde van de scholen: op alfabet, of zoals de lezer ze zette."""
    if staat.volgorde == "alfabet":
        return tuple(sorted(stukken, key=lambda s: (fold(s.school), s.school, s.id)))
    plek: dict[str, int] = {}
    for nummer, stuk in enumerate(staat.stukken):
        plek.setdefault(stuk.sleutel, nummer)
    return tuple(sorted(stukken, key=lambda stuk: plek[stuk.sleutel]))
