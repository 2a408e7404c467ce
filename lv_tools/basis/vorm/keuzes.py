"""Houd gekozen waarden bij wat er nu te kiezen is, zonder dat er iets stil verdwijnt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from lv_tools.basis.vorm.pad import get_at, replace_at

S = TypeVar("S")


def keep_known(waarde: S, kan: Mapping[str, Sequence[str]]) -> tuple[S, list[tuple[str, str]]]:
    """Haal weg wat niet meer te kiezen is, en geef het terug met het pad waar het stond.

    Parameters
    ----------
    kan
        Per pad wat er te kiezen is; daar staat een tekst of een reeks teksten. Een tekst die niet
        meer kan, wordt leeg; uit een reeks valt zij weg.

    Raises
    ------
    LookupError
        Als een pad nergens heen gaat.
    """
    over: list[tuple[str, str]] = []
    for pad, opties in kan.items():
        nu = get_at(waarde, pad)
        reeks = nu if isinstance(nu, tuple) else (nu,)
        weg = [keuze for keuze in reeks if keuze and keuze not in opties]
        if weg:
            blijft = tuple(keuze for keuze in reeks if keuze not in weg)
            waarde = replace_at(waarde, pad, blijft if isinstance(nu, tuple) else "")
            over += [(pad, keuze) for keuze in weg]
    return waarde, over
