"""Wat er verschilt tussen twee dossiers, en wat telt als zij samengaan."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitwisseling.dossier import Dossier, Pakket
from lv_tools.basis.uitwisseling.stukken import WOORDEN, ZEKER_IN_WOORDEN, Stuk

#: Hoe een veld van een stuk heet in een zin; wat hier niet staat, komt er niet in voor.
_VELDEN = {
    "wie": "wie",
    "dag": "dag",
    "begin": "begint",
    "klaar": "klaar",
    "bewijs": "bewijs",
    "zekerheid": "zekerheid",
    "standaarden": "standaarden",
    "anders_als": "anders als",
    "indicator": "te zien aan",
    "onderwerp": "onderwerp",
    "reden": "waarom",
    "bron": "bron",
    "over": "hoort bij",
}


@dataclass(frozen=True)
class Stukverschil:
    """Een stuk dat er aan één kant niet is, of dat aan beide kanten anders is."""

    hier: Stuk | None
    daar: Stuk | None


@dataclass(frozen=True)
class Verschil:
    """Een stuk werk dat in de twee dossiers niet hetzelfde is.

    Parameters
    ----------
    pakket
        Het werk zoals het aan een van beide kanten heet.
    telt
        Van welke kant het komt als de twee samengaan: de laatste die er iets mee deed.
    """

    pakket: Pakket
    hier: Pakket | None
    daar: Pakket | None
    telt: Literal["hier", "daar"]
    stukken: tuple[Stukverschil, ...]

    @property
    def plek(self) -> tuple[str, str]:
        """Bij welk werk van welk hulpmiddel dit hoort."""
        return self.pakket.plek


def compare(hier: Dossier, daar: Dossier) -> tuple[Verschil, ...]:
    """Geef per stuk werk wat verschilt; wat alleen een ander moment van klaarleggen heeft, niet."""
    samen = {pakket.plek: pakket for pakket in hier.merge(daar).pakketten}
    links = {pakket.plek: pakket for pakket in hier.pakketten}
    rechts = {pakket.plek: pakket for pakket in daar.pakketten}
    uit = []
    for plek in sorted(samen):
        een, ander = links.get(plek), rechts.get(plek)
        stukken = tuple(_differences(een.stukken if een else (), ander.stukken if ander else ()))
        if stukken:
            bron = next(p for p in (een, ander, samen[plek]) if p is not None and p.stukken)
            telt: Literal["hier", "daar"] = "hier" if samen[plek] == een else "daar"
            uit.append(Verschil(bron, een, ander, telt, stukken))
    return tuple(uit)


def take_over(hier: Dossier, daar: Dossier, houd: frozenset[tuple[str, str]]) -> Dossier:
    """Voeg samen; van de plekken in ``houd`` telt wat hier ligt, ook als het ouder is."""
    samen = hier.merge(daar)
    for pakket in hier.pakketten:
        nu = next(p for p in samen.pakketten if p.plek == pakket.plek)
        if pakket.plek in houd and nu != pakket:
            samen = samen.put_back(pakket)
    return samen


def describe(stuk: Stuk | None) -> str:
    """Zeg in één zin wat een stuk is; niets is een streepje."""
    if stuk is None:
        return "–"
    kern = getattr(stuk, "wat", "") or getattr(stuk, "tekst", "")
    delen = [f"{WOORDEN[type(stuk)][0]}: {kern}"]
    for veld in dataclasses.fields(stuk):
        waarde = getattr(stuk, veld.name)
        if veld.name in _VELDEN and waarde:
            delen.append(f"{_VELDEN[veld.name]}: {_value(waarde)}")
    return "; ".join(delen)


def _value(waarde: object) -> str:
    if isinstance(waarde, date):
        return datum(waarde)
    if isinstance(waarde, tuple):
        return ", ".join(map(str, waarde))
    return ZEKER_IN_WOORDEN.get(str(waarde), str(waarde))


def _differences(hier: tuple[Stuk, ...], daar: tuple[Stuk, ...]) -> Iterator[Stukverschil]:
    links, rechts = _keyed(hier), _keyed(daar)
    for sleutel in dict.fromkeys((*links, *rechts)):
        een, ander = links.get(sleutel), rechts.get(sleutel)
        if een != ander:
            yield Stukverschil(een, ander)


def _keyed(stukken: tuple[Stuk, ...]) -> dict[tuple[str, str, int], Stuk]:
    """Geef elk stuk een sleutel; een vraag heeft geen kenmerk, en heet naar haar tekst."""
    uit: dict[tuple[str, str, int], Stuk] = {}
    for stuk in stukken:
        naam = getattr(stuk, "id", "") or getattr(stuk, "tekst", "")
        nummer = 0
        while (stuk.soort, naam, nummer) in uit:
            nummer += 1
        uit[stuk.soort, naam, nummer] = stuk
    return uit
