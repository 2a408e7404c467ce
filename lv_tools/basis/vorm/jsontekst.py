"""Schrijf gegevens als JSON met een regel per deel, en onthoud wat niet meer verandert.

De tekst is teken voor teken die van ``json.dumps`` met ``indent=1``. Die kent daarvoor alleen een
langzame weg, en schrijft elke keer alles. Bij een plan van 5 MB merkt wie typt dat.
"""

from __future__ import annotations

import copy
import json
import math
from collections.abc import Mapping
from json.encoder import encode_basestring
from typing import Any

#: Kortere teksten onthouden kost meer dan het oplevert.
_KORT = 200


class Geschreven(dict[str, Any]):
    """Een bevroren waarde als gegevens: wie haar maakt, belooft dat er niets meer aan verandert."""

    __slots__ = ("diepte", "tekst")

    diepte: int
    tekst: str

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        """Geef een gewoon woordenboek: dat mag iemand wel veranderen."""
        return {sleutel: copy.deepcopy(waarde, memo) for sleutel, waarde in self.items()}


def json_text(waarde: Any, diepte: int = 0) -> str:
    r"""Schrijf gegevens als JSON.

    Parameters
    ----------
    diepte
        Hoe diep dit deel in het geheel zit: zoveel spaties staan er al voor.

    Raises
    ------
    TypeError, ValueError
        Als er iets in zit wat JSON niet kent, zoals een oneindig getal.

    Examples
    --------
    >>> json_text({"wat": "zicht", "waar": []})
    '{\n "wat": "zicht",\n "waar": []\n}'
    """
    if type(waarde) is str:
        return encode_basestring(waarde)
    if type(waarde) is Geschreven and getattr(waarde, "diepte", -1) == diepte:
        return waarde.tekst
    if isinstance(waarde, Mapping):
        delen = [
            f"{encode_basestring(s) if type(s) is str else _key(s)}: {json_text(deel, diepte + 1)}"
            for s, deel in waarde.items()
        ]
        haken = "{}"
    elif isinstance(waarde, list | tuple):
        delen, haken = [json_text(deel, diepte + 1) for deel in waarde], "[]"
    else:
        return _scalar(waarde)
    if not delen:
        return haken
    wit = " " * diepte
    tussen = f",\n {wit}".join(delen)
    tekst = f"{haken[0]}\n {wit}{tussen}\n{wit}{haken[1]}"
    if type(waarde) is Geschreven and len(tekst) > _KORT:
        waarde.diepte, waarde.tekst = diepte, tekst
    return tekst


def _key(sleutel: Any) -> str:
    return encode_basestring(sleutel if isinstance(sleutel, str) else _scalar(sleutel))


def _scalar(waarde: Any) -> str:
    if isinstance(waarde, str):
        return encode_basestring(waarde)
    if type(waarde) is int:
        return repr(waarde)
    if isinstance(waarde, float) and not math.isfinite(waarde):
        raise ValueError(f"{waarde} is geen getal dat JSON kent")
    return json.dumps(waarde)
