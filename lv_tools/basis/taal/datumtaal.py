"""Lees een datum zoals mensen hem typen."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from lv_tools.basis.taal.notatie import MAANDEN

_CIJFERS = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", re.ASCII)
_VOLUIT = re.compile(r"([0-9]{1,2})\s+([a-zé]{3,9})\.?\s+([0-9]{4})", re.ASCII | re.IGNORECASE)
_UITWEG = "Typ dag, maand en jaar, bijvoorbeeld 1-9-2026 of 1 september 2026"
_KORT = {"mrt": 3, "sept": 9}


@dataclass(frozen=True)
class Datumprobleem:
    """Waarom een tekst geen datum is, en wat te doen."""

    probleem: str
    uitweg: str


def parse_date(tekst: str) -> date | Datumprobleem:
    """Lees een datum met de dag voorop, of in ISO-vorm met het jaar voorop.

    Een jaar van twee cijfers telt als 2000 tot en met 2099.

    Examples
    --------
    >>> parse_date("1 september 2026")
    datetime.date(2026, 9, 1)
    """
    kaal = " ".join(tekst.split())
    if gevonden := _ISO.fullmatch(kaal):
        jaar, maand, dag = (int(deel) for deel in gevonden.groups())
    elif gevonden := _CIJFERS.fullmatch(kaal):
        dag, maand, jaar = (int(deel) for deel in gevonden.groups())
        jaar += 2000 if jaar < 100 else 0
    elif (gevonden := _VOLUIT.fullmatch(kaal)) and month(gevonden[2]):
        dag, maand, jaar = int(gevonden[1]), month(gevonden[2]), int(gevonden[3])
    else:
        korter = kaal if len(kaal) <= 40 else kaal[:39] + "…"
        return Datumprobleem(f"‘{korter}’ is geen datum", _UITWEG)
    if not 1 <= maand <= 12:
        return Datumprobleem(f"maand {maand} bestaat niet", _UITWEG)
    if not 1900 <= jaar <= 2200:
        return Datumprobleem(f"het jaar {jaar} ligt te ver weg", _UITWEG)
    dagen = calendar.monthrange(jaar, maand)[1]
    if not 1 <= dag <= dagen:
        return Datumprobleem(
            f"{MAANDEN[maand - 1]} {jaar} heeft geen dag {dag}",
            f"Kies een dag van 1 tot en met {dagen}",
        )
    return date(jaar, maand, dag)


def month(naam: str) -> int:
    """Geef het nummer van een maand bij zijn naam of de eerste letters ervan; anders 0."""
    klein = naam.casefold()
    if klein in _KORT:
        return _KORT[klein]
    treffers = [nr for nr, maand in enumerate(MAANDEN, 1) if maand.startswith(klein)]
    return treffers[0] if len(treffers) == 1 else 0
