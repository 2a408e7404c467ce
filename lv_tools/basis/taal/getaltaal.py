"""Lees een getal zoals mensen het typen: met een komma, een punt of ruimte tussen duizendtallen."""

from __future__ import annotations

import re
from decimal import Decimal

#: Meer cijfers dan hier passen heeft geen invoer in dit pakket nodig.
_HEEL = r"(?P<teken>[+-]?)(?P<heel>[0-9]{1,15})"
_KOMMA = re.compile(_HEEL + r"(?:,(?P<deel>[0-9]{1,15}))?", re.ASCII)
_PUNT = re.compile(_HEEL + r"[.](?P<deel>[0-9]{1,15})", re.ASCII)
_GROEPEN = re.compile(
    r"(?P<teken>[+-]?)"
    r"(?P<heel>[1-9][0-9]{0,2}(?P<tussen>[. ])[0-9]{3}(?:(?P=tussen)[0-9]{3}){0,3})"
    r"(?:,(?P<deel>[0-9]{1,15}))?",
    re.ASCII,
)


def readings(tekst: str) -> tuple[Decimal, ...]:
    """Geef elk getal dat deze tekst kan zijn; met ``1.234`` zijn dat er twee.

    Parameters
    ----------
    tekst
        Wat er getypt is; ruimte eromheen en een los minteken mogen.

    Returns
    -------
    tuple of Decimal
        Leeg als er geen getal staat. Een lezing met duizendtallen komt voor een lezing met een
        decimale punt.

    Examples
    --------
    >>> readings("1.234,5"), readings("6.4"), readings("1.234"), readings("abc")
    ((Decimal('1234.5'),), (Decimal('6.4'),), (Decimal('1234'), Decimal('1.234')), ())
    """
    kaal = re.sub(r"\s+", " ", tekst.replace("−", "-")).strip()
    kaal = re.sub(r"^([+-]) ", r"\1", kaal)
    uit = []
    for vorm in (_KOMMA, _GROEPEN, _PUNT):
        if gevonden := vorm.fullmatch(kaal):
            heel = gevonden["heel"].replace(".", "").replace(" ", "")
            deel = gevonden["deel"]
            uit.append(Decimal(f"{gevonden['teken']}{heel}{'.' + deel if deel else ''}"))
    return tuple(uit)
