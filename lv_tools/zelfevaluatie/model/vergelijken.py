"""Scans naast elkaar: alleen stellingen en groepen die in elke scan hetzelfde zijn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.zelfevaluatie.model import vergelijkzinnen, zinnen
from lv_tools.zelfevaluatie.model.overlap import may_compare
from lv_tools.zelfevaluatie.model.scan import MAX_EERDERE, Scan
from lv_tools.zelfevaluatie.model.staat import Staat
from lv_tools.zelfevaluatie.model.vergelijkbaar import (
    Stand,
    Weglating,
    all_statements,
    shared_groups,
    shared_statements,
    take,
)
from lv_tools.zelfevaluatie.model.vergelijkzinnen import Punt
from lv_tools.zelfevaluatie.model.verschillen import halves
from lv_tools.zelfevaluatie.teksten import Instrument

#: Een scan, los of als deel van de staat.
S = TypeVar("S", Scan, Staat)
#: Waarom een anonieme scan niet naast een scan met dezelfde mensen ligt.
DEZELFDE_MENSEN = (
    "in deze scans zitten voor een deel dezelfde invullingen, en een van de scans is anoniem. Uit "
    "het verschil was te zien wat een enkeling antwoordde, dus zij staan niet naast elkaar"
)


@dataclass(frozen=True)
class Moment:
    """Een scan in de vergelijking; ``opschrift`` hoort maar bij één scan."""

    scan_id: str
    naam: str
    datum: date
    modus: str
    personen: int
    opschrift: str


@dataclass(frozen=True)
class Rij:
    """Een thema of stelling van een groep in elke scan.

    Parameters
    ----------
    zin
        Wat er tussen de scans anders is, met bij elk beeld van welke scan het is.
    noot
        Wat alleen bij deze rij hoort: bijvoorbeeld dat niet alle stellingen meetellen.
    """

    code: str
    naam: str
    groep: str
    groepsnaam: str
    punten: tuple[Punt, ...]
    zin: str
    noot: str = ""


@dataclass(frozen=True)
class Vergelijking:
    """Scans naast elkaar, op volgorde van datum; zonder tweede scan zijn er geen rijen.

    Parameters
    ----------
    tijd
        Of dit momenten van dezelfde groep zijn. Zo niet, dan zegt niets dat er iets veranderde.
    inleiding, voorbehoud
        Hoe de scans gelezen worden, en wat een verschil ook kan zijn.
    verklaringen
        Wat een verschil nog meer kan verklaren.
    """

    momenten: tuple[Moment, ...]
    themas: tuple[Rij, ...]
    stellingen: tuple[Rij, ...]
    weggelaten: tuple[Weglating, ...]
    verklaringen: tuple[str, ...]
    tijd: bool
    inleiding: str
    voorbehoud: str


def add_earlier(scan: Scan, ander: Scan) -> Scan:
    """Leg een andere scan ernaast; wat daar zelf naast lag, komt niet mee.

    Raises
    ------
    VormError
        Als het dezelfde scan is, als er al te veel naast elkaar liggen, of als een anonieme scan
        voor een deel uit dezelfde invullingen bestaat.
    """
    if ander.opzet.id == scan.opzet.id:
        raise VormError("dit is dezelfde scan; kies een andere scan")
    rest = tuple(eerder for eerder in scan.eerdere if eerder.opzet.id != ander.opzet.id)
    if len(rest) >= MAX_EERDERE:
        raise VormError(f"er liggen al {MAX_EERDERE} scans naast; haal er eerst een weg")
    if not may_compare((scan, *rest, ander)):
        raise VormError(DEZELFDE_MENSEN)
    return replace(scan, eerdere=(*rest, replace(ander, eerdere=())))


def remove_earlier(scan: S, scan_id: str) -> S:
    """Haal een scan die ernaast lag weer weg."""
    return replace(scan, eerdere=tuple(e for e in scan.eerdere if e.opzet.id != scan_id))


def compare(scan: Scan, inhoud: Instrument, *, alleen_apart: bool = True) -> Vergelijking:
    """Leg een scan naast de scans die erbij liggen.

    Elke scan wordt opnieuw berekend op alleen de stellingen die in alle scans zitten: anders zou
    een thema van de korte lijst naast een thema van de volledige staan. De hele groep staat er
    alleen als op elk moment dezelfde groepen meededen.
    """
    losse = (replace(scan, eerdere=()), *scan.eerdere)
    naast_elkaar = may_compare(losse)
    scans = sorted(losse, key=lambda s: (s.opzet.datum, s.opzet.id))
    opzetten = [s.opzet for s in scans]
    tijd = vergelijkzinnen.in_time(opzetten)
    stellingen, zonder = shared_statements(scans, inhoud)
    standen = [take(s, stellingen, inhoud, alleen_apart=alleen_apart) for s in scans]
    momenten = tuple(
        Moment(o.id, o.naam, o.datum, o.modus, stand.verdeeld.personen, opschrift)
        for o, stand, opschrift in zip(
            opzetten, standen, vergelijkzinnen.labels(opzetten), strict=True
        )
    )
    groepen, zonder_groepen = shared_groups(standen) if len(scans) > 1 else ({}, ())
    if not naast_elkaar:
        groepen, zonder_groepen = {}, (Weglating("elke groep", DEZELFDE_MENSEN),)
    opschriften = [m.opschrift for m in momenten]
    lezer = _Lezer(standen, opschriften, inhoud, tijd=tijd, alleen_apart=alleen_apart)
    return Vergelijking(
        momenten,
        tuple(rij for groep in groepen.items() for rij in lezer.themes(groep)),
        tuple(rij for groep in groepen.items() for rij in lezer.statements(groep)),
        (*zonder, *zonder_groepen),
        inhoud.vergelijken.andere_verklaringen if tijd else inhoud.vergelijken.naast_elkaar,
        tijd,
        vergelijkzinnen.introduce(tijd),
        vergelijkzinnen.caution(opzetten),
    )


class _Lezer:
    """Maakt de rijen van een groep uit de stand in elke scan."""

    def __init__(
        self,
        standen: Sequence[Stand],
        opschriften: Sequence[str],
        inhoud: Instrument,
        *,
        tijd: bool,
        alleen_apart: bool,
    ) -> None:
        self.standen = standen
        self.opschriften = opschriften
        self.inhoud = inhoud
        self.tijd = tijd
        self.alleen_apart = alleen_apart

    @cached_property
    def volledig(self) -> list[Stand | None]:
        """Elke scan op al zijn stellingen, als dat er meer zijn dan de gedeelde."""
        heel = [
            take(
                stand.scan,
                all_statements(stand.scan, self.inhoud),
                self.inhoud,
                alleen_apart=self.alleen_apart,
            )
            for stand in self.standen
        ]
        return [
            ander if len(ander.stellingen) > len(stand.stellingen) else None
            for ander, stand in zip(heel, self.standen, strict=True)
        ]

    def themes(self, groep: tuple[str, str]) -> Iterator[Rij]:
        sleutel, naam = groep
        kolommen = [kolom for s in self.standen if (kolom := s.group(sleutel)) is not None]
        for thema in self.standen[0].themas:
            beelden = [kolom.themas[thema] for kolom in kolommen]
            punten = tuple(Punt(b.midden, b.eensgezindheid, b.n, b.afgeschermd) for b in beelden)
            if any(punt.midden for punt in punten):
                tellingen = [halves(beeld.scores) for beeld in beelden]
                titel = self.inhoud.themas[thema].titel
                noot = self._shared_only(sleutel, thema, punten)
                yield self._row((thema, titel, sleutel, naam), punten, tellingen, noot)

    def statements(self, groep: tuple[str, str]) -> Iterator[Rij]:
        sleutel, naam = groep
        for plek, stelling in enumerate(self.standen[0].stellingen):
            beelden = []
            for stand in self.standen:
                kolom = stand.group(sleutel)
                if kolom is not None:
                    beelden.append(kolom.stellingen[stand.stellingen[plek].code])
            punten = tuple(
                Punt(b.midden, b.eensgezindheid, b.verdeling.n, b.afgeschermd) for b in beelden
            )
            if any(punt.midden for punt in punten):
                tellingen = [beeld.verdeling.aantallen for beeld in beelden]
                yield self._row((stelling.code, stelling.kort, sleutel, naam), punten, tellingen)

    def _row(
        self,
        wie: tuple[str, str, str, str],
        punten: tuple[Punt, ...],
        tellingen: Sequence[Sequence[int]],
        noot: str = "",
    ) -> Rij:
        zin = vergelijkzinnen.tell(self.opschriften, punten, tellingen, self.inhoud, tijd=self.tijd)
        return Rij(*wie, punten, zin, noot)

    def _shared_only(self, sleutel: str, thema: str, punten: Sequence[Punt]) -> str:
        """Zeg het als een thema in de scan zelf een ander midden heeft dan hier."""
        delen = []
        for opschrift, punt, stand in zip(self.opschriften, punten, self.volledig, strict=True):
            groep = stand.group(sleutel) if stand else None
            midden = groep.themas[thema].midden if groep else None
            if midden is not None and midden != punt.midden:
                voor = "op" if self.tijd else "in"
                delen.append(f"{zinnen.middle(midden, self.inhoud)} {voor} {opschrift}")
        if not delen:
            return ""
        return (
            "Hier tellen alleen de stellingen die in elke scan zitten. Met alle stellingen erbij "
            f"is het midden {opsomming(delen)}."
        )
