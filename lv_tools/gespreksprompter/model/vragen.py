"""De vragen van de vragenbank: wat een vraag is, en hoe zij uit het gegevensbestand komt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Vraag:
    """Een vraag om hardop te stellen.

    Parameters
    ----------
    id
        Blijvende naam; bewaarde gesprekken verwijzen ernaar.
    fase, doel
        Codes van de fase en het doel; leeg bij een opening of sluiting van het gesprek.
    tafels, niveaus
        Waar de vraag past, en over wie of wat zij gaat.
    soort
        ``"opening"`` brengt een fase op gang, ``"verdieping"`` graaft verder.
    minuten
        Hoe lang een gesprek over deze vraag ten minste duurt.
    doorvragen
        Een vraag voor wie verder wil.
    bron
        Plaats in een bron, of ``"eigen"``.
    alleen_bij
        Situaties waar de vraag bij hoort; in een andere gids komt zij niet. Leeg: past overal.
    """

    id: str
    tekst: str
    tafels: tuple[str, ...]
    minuten: int
    kenmerk: str
    bron: str
    fase: str = ""
    doel: str = ""
    niveaus: tuple[str, ...] = ()
    soort: str = "opening"
    standaarden: tuple[str, ...] = ()
    doorvragen: str = ""
    alleen_bij: tuple[str, ...] = ()

    def fits(self, situatie: str) -> bool:
        """Mag deze vraag in een gids bij deze situatie? Leeg is een gewoon gesprek."""
        return not self.alleen_bij or situatie in self.alleen_bij


def read_questions(gegevens: Mapping[str, Any], deel: str) -> dict[str, Vraag]:
    """Lees de vragen van een deel van het bestand.

    Raises
    ------
    ValueError
        Als een veld ontbreekt of onbekend is, of een id twee keer voorkomt; de zin noemt de id.
    """
    vragen: dict[str, Vraag] = {}
    for rij in gegevens[deel]:
        naam = rij.get("id", "zonder id")
        if naam in vragen:
            raise ValueError(f"de id {naam!r} staat twee keer in de vragenbank")
        try:
            vragen[naam] = Vraag(**as_tuples(rij))
        except TypeError as fout:
            raise ValueError(f"vraag {naam!r} klopt niet: {fout}") from fout
    return vragen


def as_tuples(rij: Mapping[str, Any]) -> dict[str, Any]:
    """Maak van elke lijst in een rij een tuple, zodat een bevroren object haar kan houden."""
    return {naam: tuple(w) if isinstance(w, list) else w for naam, w in rij.items()}
