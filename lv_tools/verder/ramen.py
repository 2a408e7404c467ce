"""Rijen als DataFrame, met types die leeg en nul uit elkaar houden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_GEEN: Mapping[str, str] = {}


def to_frame(
    kolommen: Sequence[str], rijen: Sequence[Sequence[Any]], types: Mapping[str, str] = _GEEN
) -> pd.DataFrame:
    """Maak een DataFrame; een kolom met hele getallen is ``Int64``, met andere ``Float64``.

    Een lege cel is ``<NA>``: pandas maakt er geen nul van en geen NaN tussen hele getallen.

    Parameters
    ----------
    types
        Kolommen die altijd hetzelfde type hebben, ook als er niets in staat. Anders past een leeg
        bestand niet onder een vol.
    """
    import pandas as pd

    frame = pd.DataFrame(list(map(list, rijen)), columns=list(kolommen), dtype=object)
    for plek, naam in enumerate(kolommen):
        soort = types.get(naam) or _type_of({type(rij[plek]) for rij in rijen} - {type(None)})
        frame.isetitem(plek, frame.iloc[:, plek].astype(soort))
    return frame


def _type_of(soorten: set[type]) -> str:
    if not soorten or soorten == {str}:
        return "string"
    if soorten == {int}:
        return "Int64"
    if soorten == {date}:
        return "datetime64[s]"
    return "Float64" if soorten <= {int, float} else "object"
