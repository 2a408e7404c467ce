"""Scans naast elkaar: alleen stellingen en groepen die op elk moment hetzelfde zijn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lv_tools.basis.notatie import aantal, opsomming
from lv_tools.basis.vormcontrole import VormError
from lv_tools.zelfevaluatie import zinnen
from lv_tools.zelfevaluatie.bestand import MAX_EERDERE
from lv_tools.zelfevaluatie.gedeeld import Stand, Weglating, shared_groups, shared_statements, take
from lv_tools.zelfevaluatie.maten import Midden, dominance
from lv_tools.zelfevaluatie.overlap import may_compare
from lv_tools.zelfevaluatie.scan import Scan
from lv_tools.zelfevaluatie.teksten import Instrument
from lv_tools.zelfevaluatie.verschillen import halves

#: Waarom een anonieme scan niet naast een scan met dezelfde mensen ligt.
DEZELFDE_MENSEN = (
    "in deze scans zitten voor een deel dezelfde invullingen, en een van de scans is anoniem. Uit "
    "het verschil was te zien wat een enkeling antwoordde, dus zij staan niet naast elkaar"
)


@dataclass(frozen=True)
class Moment:
    """Een scan in de vergelijking."""

    scan_id: str
    naam: str
    datum: str
    modus: str
    personen: int


@dataclass(frozen=True)
class Punt:
    """Het beeld op een moment; ``n`` is het aantal mensen of antwoorden waarop het rust."""

    midden: Midden | None
    eensgezindheid: float | None
    n: int


@dataclass(frozen=True)
class Rij:
    """Een thema of stelling van een groep op elk moment.

    Parameters
    ----------
    zin
        Wat er tussen het eerste en het laatste moment anders is.
    anders
        Wat dat verschil kan verklaren zonder dat er iets veranderde; nooit leeg.
    """

    code: str
    naam: str
    groep: str
    groepsnaam: str
    punten: tuple[Punt, ...]
    zin: str
    anders: str


@dataclass(frozen=True)
class Vergelijking:
    """Scans naast elkaar, op volgorde van datum; zonder tweede scan zijn er geen rijen."""

    momenten: tuple[Moment, ...]
    themas: tuple[Rij, ...]
    stellingen: tuple[Rij, ...]
    weggelaten: tuple[Weglating, ...]
    verklaringen: tuple[str, ...]


def add_earlier(scan: Scan, ander: Scan) -> Scan:
    """Leg een andere scan ernaast; wat daar zelf naast lag, komt niet mee.

    Raises
    ------
    VormError
        Als het dezelfde scan is, als er al te veel naast elkaar liggen, of als een anonieme scan
        voor een deel uit dezelfde invullingen bestaat.
    """
    if ander.opzet.id == scan.opzet.id:
        raise VormError("dit is dezelfde scan; kies een scan van een ander moment")
    rest = tuple(eerder for eerder in scan.eerdere if eerder.opzet.id != ander.opzet.id)
    if len(rest) >= MAX_EERDERE:
        raise VormError(f"er liggen al {MAX_EERDERE} scans naast; haal er eerst een weg")
    if not may_compare((scan, *rest, ander)):
        raise VormError(DEZELFDE_MENSEN)
    return replace(scan, eerdere=(*rest, replace(ander, eerdere=())))


def remove_earlier(scan: Scan, scan_id: str) -> Scan:
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
    verklaringen = tuple(inhoud.inhoud["vergelijken"]["andere_verklaringen"])
    stellingen, zonder = shared_statements(scans, inhoud)
    standen = [take(s, stellingen, inhoud, alleen_apart=alleen_apart) for s in scans]
    momenten = tuple(
        Moment(s.opzet.id, s.opzet.naam, s.opzet.datum, s.opzet.modus, stand.verdeeld.personen)
        for s, stand in zip(scans, standen, strict=True)
    )
    if len(scans) < 2:
        return Vergelijking(momenten, (), (), (), verklaringen)
    if not naast_elkaar:
        weg = Weglating("elke groep", DEZELFDE_MENSEN)
        return Vergelijking(momenten, (), (), (weg,), verklaringen)
    groepen, zonder_groepen = shared_groups(standen)
    lezer = _Lezer(standen, momenten, inhoud)
    return Vergelijking(
        momenten,
        tuple(rij for groep in groepen.items() for rij in lezer.themes(groep)),
        tuple(rij for groep in groepen.items() for rij in lezer.statements(groep)),
        (*zonder, *zonder_groepen),
        verklaringen,
    )


class _Lezer:
    """Maakt de rijen van een groep uit de stand op elk moment."""

    def __init__(
        self, standen: Sequence[Stand], momenten: Sequence[Moment], inhoud: Instrument
    ) -> None:
        self.standen = standen
        self.momenten = momenten
        self.inhoud = inhoud

    def themes(self, groep: tuple[str, str]) -> Iterator[Rij]:
        sleutel, naam = groep
        kolommen = [stand.group(sleutel) for stand in self.standen]
        for thema in self.standen[0].themas:
            beelden = [kolom.themas[thema] for kolom in kolommen if kolom is not None]
            punten = tuple(Punt(b.midden, b.eensgezindheid, b.n) for b in beelden)
            if all(punt.midden for punt in punten):
                tellingen = (halves(beelden[0].scores), halves(beelden[-1].scores))
                titel = self.inhoud.themas[thema].titel
                yield self._row((thema, titel, sleutel, naam), punten, tellingen)

    def statements(self, groep: tuple[str, str]) -> Iterator[Rij]:
        sleutel, naam = groep
        for plek, stelling in enumerate(self.standen[0].stellingen):
            beelden = []
            for stand in self.standen:
                kolom = stand.group(sleutel)
                if kolom is not None:
                    beelden.append(kolom.stellingen[stand.stellingen[plek].code])
            punten = tuple(Punt(b.midden, b.eensgezindheid, b.verdeling.n) for b in beelden)
            if all(punt.midden for punt in punten):
                tellingen = (beelden[0].verdeling.aantallen, beelden[-1].verdeling.aantallen)
                yield self._row((stelling.code, stelling.kort, sleutel, naam), punten, tellingen)

    def _row(
        self,
        wie: tuple[str, str, str, str],
        punten: tuple[Punt, ...],
        tellingen: tuple[Sequence[int], Sequence[int]],
    ) -> Rij:
        return Rij(*wie, punten, self._tell(punten, *tellingen), self._otherwise(punten))

    def _tell(self, punten: Sequence[Punt], eerst: Sequence[int], laatst: Sequence[int]) -> str:
        van, naar = (zinnen.middle(p.midden, self.inhoud) for p in (punten[0], punten[-1]))
        hoger, lager = dominance(laatst, eerst)
        paren = aantal(sum(eerst) * sum(laatst), "paar", "paren")
        begin = (
            f"Het midden bleef {van}." if van == naar else f"Het midden ging van {van} naar {naar}."
        )
        return (
            f"{begin} Wie nu antwoordde, zat hoger dan wie toen antwoordde in {hoger} van {paren}, "
            f"en lager in {lager}."
        )

    def _otherwise(self, punten: Sequence[Punt]) -> str:
        """Noem wat een verschil ook kan verklaren: eerst wat hier zeker anders is."""
        redenen = []
        aantallen = [punt.n for punt in punten]
        if len(set(aantallen)) > 1:
            redenen.append(
                f"het aantal antwoorden is anders ({opsomming([str(n) for n in aantallen])})"
            )
        if len({moment.modus for moment in self.momenten}) > 1:
            redenen.append("de ene keer was het op naam en de andere keer anoniem")
        redenen.append("er kunnen andere mensen hebben meegedaan, of mensen lezen de vraag anders")
        return f"Een verschil kan ook iets anders zijn dan verandering: {opsomming(redenen)}."
