"""Momenten uit een tabel: datum en tijd, hoe een export ze ook schrijft, om te vergelijken.

Een tabel beslist als geheel. Staat er ergens ``30-9`` of ``9/30``, dan is de volgorde van dag en
maand bekend. Zegt geen enkele waarde het, dan kiest het schrijfteken: met streepjes de Nederlandse
volgorde. Met schuine strepen staat de maand voorop als het jaar kort is (``9/10/26``), als er AM of
PM achter staat, of als de koppen Engels zijn en er geen nul voor een cijfer staat: zo schrijven
Amerikaanse exporten het. Of dat gokken was, staat erbij.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Literal

from lv_tools.basis.taal.datumtaal import month

Volgorde = Literal["dm", "md"]

_TIJD = re.compile(
    r"[T ,]\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?"
    r"\s*(?:([ap])\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5}(?:[+-]\d{1,2})?)?$",
    re.ASCII | re.IGNORECASE,
)
_HALF = re.compile(r"\d\s*[ap]m\b", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})", re.ASCII)
_CIJFERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_WOORDEN = re.compile(r"(\d{1,2})[ -]([a-zé]{3,9})\.?[ -](\d{4}|\d{2})", re.IGNORECASE)
_REKENBLAD = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)
_DAG_NUL = datetime(1899, 12, 30)
#: Zo telt een rekenblad de dagen: van 1 januari 2000 tot en met 2100.
_REKENBLAD_GRENZEN = (36_526, 73_415)
#: Maanden die in een Engelse export anders beginnen dan in het Nederlands.
_ENGELS = {"mar": 3, "may": 5, "oct": 10}


@dataclass(frozen=True)
class Schrijfwijze:
    """Hoe de datums in een tabel geschreven zijn.

    Parameters
    ----------
    volgorde
        ``"dm"`` als de dag voorop staat, ``"md"`` als de maand voorop staat; leeg als de waarden
        elkaar tegenspreken.
    gegokt
        Een waarde om te laten zien als geen enkele waarde de volgorde vastlegt; anders leeg.
    """

    volgorde: Volgorde | Literal[""] = "dm"
    gegokt: str = ""


def find_order(teksten: Iterable[str], *, engels: bool = False) -> Schrijfwijze:
    """Bepaal over alle tijden van een tabel samen of de dag of de maand voorop staat.

    Parameters
    ----------
    engels
        Of de koppen boven de tijden Engels zijn.
    """
    dag_voorop = maand_voorop = amerikaans = False
    dubbelzinnig = ""
    for tekst in teksten:
        gevonden = _CIJFERS.match(tekst)
        if gevonden is None:
            continue
        een, twee = int(gevonden[1]), int(gevonden[3])
        kaal = len(gevonden[1]) == 1 or len(gevonden[3]) == 1
        amerikaans |= _HALF.search(tekst) is not None or (engels and kaal)
        if een > 12 >= twee:
            dag_voorop = True
        elif twee > 12 >= een:
            maand_voorop = True
        elif een != twee and not dubbelzinnig:
            dubbelzinnig = tekst
    if dag_voorop and maand_voorop:
        return Schrijfwijze("", dubbelzinnig)
    if dag_voorop or maand_voorop or not dubbelzinnig:
        return Schrijfwijze("md" if maand_voorop else "dm")
    gevonden = _CIJFERS.match(dubbelzinnig)
    schuin = gevonden is not None and gevonden[2] == "/"
    if not schuin:
        return Schrijfwijze("dm")
    kort = gevonden is not None and len(gevonden[4]) == 2
    return Schrijfwijze("md" if kort or amerikaans else "dm", dubbelzinnig)


def as_moment(cel: object, schrijfwijze: Schrijfwijze) -> datetime | None:
    """Lees één moment; ``None`` als het er geen is of als de volgorde niet te bepalen is."""
    if isinstance(cel, datetime):
        return cel.replace(microsecond=0)
    if isinstance(cel, date):
        return datetime.combine(cel, time())
    tekst = " ".join(str(cel or "").split())
    if not tekst or len(tekst) > 60:
        return None
    if _REKENBLAD.fullmatch(tekst):
        return _from_number(float(tekst.replace(",", ".")))
    tijdstip = _TIJD.search(tekst)
    dag = _day(tekst[: tijdstip.start()] if tijdstip else tekst, schrijfwijze)
    if dag is None:
        return None
    return datetime.combine(dag, time()) if tijdstip is None else _at_time(dag, tijdstip)


def _from_number(dagen: float) -> datetime | None:
    onder, boven = _REKENBLAD_GRENZEN
    if not onder <= dagen <= boven:
        return None
    return _DAG_NUL + timedelta(seconds=round(dagen * 86_400))


def as_text(moment: datetime) -> str:
    """Schrijf een moment zoals het in een bewaard bestand komt: ``2026-09-01 10:06:00``."""
    return moment.isoformat(" ", "seconds")


@lru_cache(maxsize=4096)
def rank(versie: str) -> tuple[int, str]:
    """Maak een bewaarde versie vergelijkbaar: wat later is, is groter; geen tijd is het kleinst."""
    if not versie:
        return 0, ""
    try:
        moment: datetime | None = datetime.fromisoformat(versie)
    except ValueError:
        moment = as_moment(versie, find_order([versie]))
    if moment is None:
        return 1, versie
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return 2, as_text(moment)


def _day(tekst: str, schrijfwijze: Schrijfwijze) -> date | None:
    kaal = tekst.strip(" ,")
    if gevonden := _ISO.fullmatch(kaal):
        jaar, maand, dag = int(gevonden[1]), int(gevonden[3]), int(gevonden[4])
    elif gevonden := _CIJFERS.fullmatch(kaal):
        een, twee, jaar = int(gevonden[1]), int(gevonden[3]), int(gevonden[4])
        if een > 12 or twee > 12 or een == twee:
            # De waarde zegt het zelf, hoe de rest ook geschreven is.
            dag, maand = (een, twee) if twee <= 12 else (twee, een)
        elif not schrijfwijze.volgorde:
            return None
        else:
            dag, maand = (een, twee) if schrijfwijze.volgorde == "dm" else (twee, een)
    elif (gevonden := _WOORDEN.fullmatch(kaal)) and (maand := _named_month(gevonden[2])):
        dag, jaar = int(gevonden[1]), int(gevonden[3])
    else:
        return None
    jaar += 2000 if jaar < 100 else 0
    try:
        return date(jaar, maand, dag) if 1990 <= jaar <= 2200 else None
    except ValueError:
        return None


def _at_time(dag: date, gevonden: re.Match[str]) -> datetime | None:
    uur, minuut, seconde = int(gevonden[1]), int(gevonden[2]), int(gevonden[3] or 0)
    if half := (gevonden[4] or "").casefold():
        if not 1 <= uur <= 12:
            return None
        uur = uur % 12 + (12 if half == "p" else 0)
    zone = gevonden[5] or ""
    try:
        moment = datetime.combine(dag, time(uur, minuut, seconde))
        if zone.upper() in {"Z", "UTC", "GMT"}:
            return moment.replace(tzinfo=UTC)
        if zone[:1] in {"+", "-"}:
            verschil = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
            return moment.replace(tzinfo=timezone(verschil if zone[0] == "+" else -verschil))
    except ValueError:
        return None
    return moment


def _named_month(naam: str) -> int:
    return month(naam) or _ENGELS.get(naam.casefold()[:3], 0)
