"""De uitkomst over de ronde: per kijkpunt wat er te zien was, over lessen en nooit over een docent.

Elk getal is een som over hele vrijgaven, en telt van een vrijgave alleen mee als het daarin over
genoeg lessen gaat. Wie twee uitkomsten van elkaar aftrekt, houdt dus altijd genoeg lessen over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Literal

from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.uitwisseling.stukken import Zekerheid
from lv_tools.lesbezoek.model.ronde import (
    DUIDELIJK,
    SOORTEN,
    WAS_ER_NIET,
    Blik,
    Kijkpunt,
    Ronde,
    Vrijgave,
    answers,
)
from lv_tools.lesbezoek.model.vrijgeven import Klaar, needed, ready, released
from lv_tools.lesbezoek.teksten import Soort

Aard = Literal["", "weinig", "wisselend", "veel"]
Paar = tuple[Soort, Soort]
#: Wie met wie te vergelijken is; bezoekers ook onderling. Een docent is er bij een les maar één.
PAREN: tuple[Paar, ...] = tuple(
    paar for paar in combinations_with_replacement(SOORTEN, 2) if paar != ("docent", "docent")
)


@dataclass(frozen=True)
class Telling:
    """Wat één soort kijkers bij één kijkpunt zag.

    Parameters
    ----------
    verdeling
        Hoe vaak elk antwoord; ‘weet niet’ is hier niet gezien.
    lessen
        In hoeveel lessen iemand het zag of miste.
    kijkers
        Hoeveel bezoekers met een code dat waren; bij docenten en leerlingen het aantal blikken.
    """

    verdeling: Verdeling
    lessen: int
    kijkers: int


@dataclass(frozen=True)
class Overeenkomst:
    """In hoeveel lessen twee soorten kijkers hetzelfde zagen, van de lessen die beide hebben."""

    een: Soort
    ander: Soort
    lessen: int
    zelfde: int


@dataclass(frozen=True)
class Beeld:
    """De uitkomst bij één kijkpunt; ``klein`` zijn de soorten die zijn afgeschermd."""

    punt: Kijkpunt
    tellingen: dict[Soort, Telling]
    klein: tuple[Soort, ...]
    overeen: tuple[Overeenkomst, ...]
    overeen_klein: bool
    voorbeelden: tuple[str, ...]

    @property
    def telling(self) -> Telling | None:
        """Wat bezoekers zagen, of anders docenten of leerlingen."""
        return next((self.tellingen[s] for s in SOORTEN if s in self.tellingen), None)

    @property
    def aard(self) -> Aard:
        """Was het meestal niet te zien, meestal duidelijk, of wisselend?"""
        telling = self.telling
        if telling is None or not telling.verdeling.n:
            return ""
        n, aantallen = telling.verdeling.n, telling.verdeling.aantallen
        if 2 * aantallen[WAS_ER_NIET - 1] >= n:
            return "weinig"
        return "veel" if 2 * aantallen[DUIDELIJK - 1] > n else "wisselend"

    @property
    def verschil(self) -> Overeenkomst | None:
        """Waar twee soorten kijkers het minst hetzelfde zagen, en minder dan de helft."""
        oneens = [o for o in self.overeen if o.een != o.ander and 2 * o.zelfde < o.lessen]
        return min(oneens, key=lambda o: (o.zelfde / o.lessen, o.een, o.ander), default=None)

    @property
    def zekerheid(self) -> Zekerheid:
        """Waarop dit rust: één paar ogen, meer kijkers, of kijkers die meestal hetzelfde zagen."""
        bezoek = self.tellingen.get("bezoeker")
        if self.telling is None or not self.telling.verdeling.n:
            return ""
        if self.overeen and all(2 * o.zelfde > o.lessen for o in self.overeen):
            return "meer-mensen"
        meer = len(self.tellingen) > 1 or (bezoek is not None and bezoek.kijkers > 1)
        return "meer-bronnen" if meer else "een-blik"


@dataclass(frozen=True)
class Uitkomst:
    """Alles wat over de ronde te zeggen is.

    Parameters
    ----------
    lessen, bezoekers
        Hoeveel er in de uitkomst zitten.
    vrijgaven, weg
        Hoeveel vrijgaven meetellen, en hoeveel niet meer omdat er iets uit is gehaald.
    klaar
        Wat er nog klaarstaat.
    """

    ronde: Ronde
    beelden: tuple[Beeld, ...]
    lessen: int
    bezoekers: int
    vrijgaven: int
    weg: int
    klaar: Klaar

    @property
    def zichtbaar(self) -> bool:
        """Is er een uitkomst?"""
        return bool(self.vrijgaven)


@dataclass(frozen=True)
class _Vak:
    """De blikken van een vrijgave, en in hoeveel lessen iets te zien moet zijn om mee te tellen."""

    blikken: tuple[Blik, ...]
    grens: int


def compute(ronde: Ronde) -> Uitkomst:
    """Tel de vrijgegeven blikken."""
    vakken = [_part(released(ronde, vrij), vrij) for vrij in ronde.vrijgaven]
    heel = [vak for vak in vakken if vak.blikken]
    alle = [blik for vak in heel for blik in vak.blikken]
    return Uitkomst(
        ronde,
        tuple(_picture(punt, ronde, heel) for punt in ronde.kijkpunten if punt.tekst.strip()),
        len({blik.les for blik in alle}),
        _viewers(alle, "bezoeker"),
        len(heel),
        len(vakken) - len(heel),
        ready(ronde),
    )


def _part(blikken: tuple[Blik, ...], vrij: Vrijgave) -> _Vak:
    return _Vak(blikken, needed(len({blik.les for blik in blikken}), vrij.docenten, vrij.grens))


def remarks(uit: Uitkomst, punt: str) -> tuple[str, ...]:
    """Geef wat vrijgegeven kijkers bij een kijkpunt schreven, zonder les en op alfabet.

    Is bij dit kijkpunt iets afgeschermd, dan niets: de woorden verraden dan meer dan de getallen.
    """
    beeld = next((b for b in uit.beelden if b.punt.id == punt), None)
    if beeld is None or beeld.klein or not beeld.aard:
        return ()
    blikken = (b for vrij in uit.ronde.vrijgaven for b in released(uit.ronde, vrij))
    teksten = {" ".join(blik.woorden.get(punt, "").split()) for blik in blikken}
    return tuple(sorted(teksten - {""}, key=str.casefold))


def _picture(punt: Kijkpunt, ronde: Ronde, vakken: Sequence[_Vak]) -> Beeld:
    tellingen: dict[Soort, Telling] = {}
    klein = []
    for soort in SOORTEN:
        delen, te_klein = [], False
        for vak in vakken:
            keken = [b for b in vak.blikken if b.soort == soort and punt.id in answers(ronde, b)]
            zagen = [b for b in keken if answers(ronde, b)[punt.id] is not None]
            lessen = {b.les for b in zagen or keken}  # zag niemand het, dan tellen wie keken
            if len(lessen) >= vak.grens:
                delen += keken
            elif lessen:
                te_klein = True
        if te_klein:
            klein.append(soort)
        if delen:
            tellingen[soort] = _count(punt, ronde, soort, delen)
    overeen, overeen_klein = _agreements(punt, ronde, vakken)
    tekst = ronde.voorbeelden.get(punt.id, "") if any(t.lessen for t in tellingen.values()) else ""
    voorbeelden = tuple(sorted({r.strip() for r in tekst.split("\n") if r.strip()}))
    return Beeld(punt, tellingen, tuple(klein), overeen, overeen_klein, voorbeelden)


def _count(punt: Kijkpunt, ronde: Ronde, soort: Soort, blikken: Sequence[Blik]) -> Telling:
    gaf = [(blik, answers(ronde, blik)[punt.id]) for blik in blikken]
    zagen = [blik for blik, wat in gaf if wat is not None]
    return Telling(
        Verdeling.from_answers((wat for _blik, wat in gaf), DUIDELIJK),
        len({blik.les for blik in zagen}),
        _viewers(blikken, soort),
    )


def _viewers(blikken: Iterable[Blik], soort: Soort) -> int:
    """Tel wie er keken; bezoekers zonder code zijn samen één, want wij weten niet wie het waren."""
    van = [blik for blik in blikken if blik.soort == soort]
    if soort != "bezoeker":
        return len(van)
    return len({blik.bezoeker.strip().casefold() for blik in van})


# -- overeenkomst --------------------------------------------------------------------------------


def _agreements(
    punt: Kijkpunt, ronde: Ronde, vakken: Sequence[_Vak]
) -> tuple[tuple[Overeenkomst, ...], bool]:
    """Tel per paar de lessen waarin beide hetzelfde zagen.

    Een paar telt in een vrijgave alleen mee als de lessen, ingedeeld naar wie ze zagen, in stukken
    uiteenvallen die elk groot genoeg zijn. Anders is uit de verdeling van de een en de overeenkomst
    af te leiden wat er in de ene les zonder de ander te zien was.
    """
    som: dict[Paar, list[int]] = {}
    klein = False
    for vak in vakken:
        zag = _by_lesson(punt, ronde, vak.blikken)
        bij = {paar: _present(zag, paar) for paar in PAREN}
        mag: list[Paar] = []
        for paar in PAREN:
            beide = bij[paar][0] & bij[paar][1]
            if not beide:
                continue
            stukken = _pieces(zag, bij, (*mag, paar))
            if len(beide) < vak.grens or min(stukken) < vak.grens:
                klein = True
                continue
            mag.append(paar)
            telling = som.setdefault(paar, [0, 0])
            telling[0] += len(beide)
            telling[1] += sum(_agrees(zag[les], paar) for les in beide)
    paren = tuple(Overeenkomst(*paar, *som[paar]) for paar in PAREN if paar in som)
    return paren, klein


Gezien = dict[str, dict[Soort, list[int]]]


def _by_lesson(punt: Kijkpunt, ronde: Ronde, blikken: Iterable[Blik]) -> Gezien:
    zag: Gezien = {}
    for blik in blikken:
        wat = answers(ronde, blik).get(punt.id)
        if wat is not None:
            zag.setdefault(blik.les, {}).setdefault(blik.soort, []).append(wat)
    return zag


def _present(zag: Gezien, paar: tuple[Soort, Soort]) -> tuple[set[str], set[str]]:
    """Geef de lessen die elk van beide zag; bij twee dezelfde: door één, en door meer."""
    een, ander = paar
    nodig = 2 if een == ander else 1
    return (
        {les for les, per in zag.items() if per.get(een)},
        {les for les, per in zag.items() if len(per.get(ander, ())) >= nodig},
    )


def _pieces(
    zag: Gezien, bij: Mapping[Paar, tuple[set[str], set[str]]], paren: Sequence[Paar]
) -> list[int]:
    """Deel de lessen in naar wie en hoeveel ze zagen, en geef hoe groot elk stuk is.

    Ook hoeveel er van één soort keken, deelt in: de ene les met een bezoeker meer is anders te
    vinden tussen de lessen waarin zij en de docent iets zagen.
    """
    soorten = sorted({soort for paar in paren for soort in paar})
    telling: Counter[tuple[int, ...]] = Counter()
    for les, per in zag.items():
        if any(les in deel for paar in paren for deel in bij[paar]):
            telling[tuple(len(per.get(soort, ())) for soort in soorten)] += 1
    return list(telling.values())


def _agrees(per: dict[Soort, list[int]], paar: tuple[Soort, Soort]) -> bool:
    return len({*per[paar[0]], *per[paar[1]]}) == 1
