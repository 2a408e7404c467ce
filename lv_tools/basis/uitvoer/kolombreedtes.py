"""Hoe breed elke kolom van een tabel op papier is: naar wat erin staat."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

#: Zoveel tekens passen er in een tabel naast elkaar op een staande A4, ook in een brede letter en
#: in de 11 punten van een afdruk.
REGEL = 82
#: Een woord dat langer is, mag afbreken.
LANGSTE_WOORD = 24
#: De witruimte links en rechts in een cel, in tekens.
WIT = 3


def column_shares(
    kolommen: Sequence[str], rijen: Sequence[Sequence[str]], breedtes: Sequence[int] = ()
) -> tuple[float, ...]:
    """Geef het deel van de breedte per kolom; samen 1.

    Parameters
    ----------
    breedtes
        De verhouding die de maker van de tabel wil. Zonder opgave krijgt een kolom meer naarmate er
        meer in staat, maar niet evenredig: één lange cel drukt de rest niet weg.

    Notes
    -----
    Een kolom is ten minste zo breed als haar langste woord, zolang dat kan: een woord dat midden in
    een cel breekt, leest niemand graag.
    """
    if not kolommen:
        return ()
    cellen = [[cel or "" for cel in kolom] for kolom in zip_longest(kolommen, *rijen)]
    woord = [_longest_word(kolom) + WIT for kolom in cellen]
    if sum(woord) >= REGEL:
        return tuple(breed / sum(woord) for breed in woord)
    if breedtes:
        wens = [REGEL * breed / sum(breedtes) for breed in breedtes]
    else:
        wens = [max(map(len, kolom)) ** 0.5 for kolom in cellen]
        wens = [REGEL * deel / (sum(wens) or 1) for deel in wens]
    meer = [max(0.0, wil - nodig) for wil, nodig in zip(wens, woord, strict=True)]
    over = REGEL - sum(woord)
    delen = [w + over * m / sum(meer) if sum(meer) else w for w, m in zip(woord, meer, strict=True)]
    return tuple(deel / sum(delen) for deel in delen)


def _longest_word(kolom: Sequence[str]) -> int:
    langste = max((len(woord) for cel in kolom for woord in cel.split()), default=0)
    return min(langste, LANGSTE_WOORD)
