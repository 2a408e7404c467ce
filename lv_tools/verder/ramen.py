"""Rijen als DataFrame, met types die leeg en nul uit elkaar houden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def to_frame(kolommen: Sequence[str], rijen: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """Maak een DataFrame; een kolom met hele getallen is ``Int64``, met andere ``Float64``.

    Een lege cel is ``<NA>``: pandas maakt er geen nul van en geen NaN tussen hele getallen.
    """
    import pandas as pd

    frame = pd.DataFrame(list(map(list, rijen)), columns=list(kolommen), dtype=object)
    for plek in range(len(frame.columns)):
        soorten = {type(rij[plek]) for rij in rijen} - {type(None)}
        soort = "string" if soorten == {str} or not soorten else "object"
        if soorten and soorten <= {int}:
            soort = "Int64"
        elif soorten and soorten <= {int, float}:
            soort = "Float64"
        frame.isetitem(plek, frame.iloc[:, plek].astype(soort))
    return frame
