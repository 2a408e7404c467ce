"""De paragrafen van een hoofdstuk, voor in de inhoudsopgave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bs4 import Tag

#: In deze hoofdstukken zoekt een lezer een onderdeel, en niet de paragraaf waar het onder valt.
MET_ONDERDELEN = frozenset({"netwerkdag/werkvormen.html"})
#: Staat een titel in zoveel hoofdstukken, dan vindt niemand er iets mee terug ("Verder").
OVERAL = 3


@dataclass(frozen=True)
class Paragraaf:
    """Een kop met het anker waar hij staat."""

    titel: str
    anker: str


def read_sections(stuk: Tag, pad: str, zakking: int) -> tuple[Paragraaf, ...]:
    """Lees de paragrafen van een hoofdstuk zoals het gedrukt wordt.

    Parameters
    ----------
    stuk : Tag
        Het hoofdstuk, met ankers die in het hele boek gelden.
    pad : str
        De pagina, vanaf de wortel van de site.
    zakking : int
        Hoeveel niveaus de koppen zijn gezakt.

    Returns
    -------
    tuple of Paragraaf
        In volgorde; zonder de koppen die bij een hulpmiddel horen.
    """
    diepten = (2, 3) if pad in MET_ONDERDELEN else (2,)
    kiezer = ", ".join(f"section[id] > h{diepte + zakking}" for diepte in diepten)
    return tuple(
        Paragraaf(kop.get_text(" ", strip=True), str(kop.parent["id"]))
        for kop in stuk.select(kiezer)
        if kop.parent is not None
    )


def distinctive(per_pad: Mapping[str, tuple[Paragraaf, ...]]) -> dict[str, tuple[Paragraaf, ...]]:
    """Laat weg wat in veel hoofdstukken hetzelfde heet."""
    keren = Counter(
        titel for stukken in per_pad.values() for titel in {stuk.titel for stuk in stukken}
    )
    return {
        pad: tuple(stuk for stuk in stukken if keren[stuk.titel] < OVERAL)
        for pad, stukken in per_pad.items()
    }
