"""De vormen van één waarde: tekst, getal, vinkje, datum, moment en een keuze uit vaste waarden."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn, TypeVar

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.vorm.grenzen import Getal, Tekst
from lv_tools.basis.vorm.vormcontrole import VormError

S = TypeVar("S")
#: Waar in de gegevens iets staat: namen van velden, sleutels, en plaatsen in een lijst vanaf 1.
Plek = tuple[str | int, ...]


#: Wat er mis is met een veld dat hier niet bestaat; een nieuwere uitgave kent het misschien wel.
ONBEKEND = "kent deze versie niet"


class PlekError(VormError):
    """Wat er op welke plek niet klopt; de tekst noemt de plek, de waarde en wat er wel mag."""

    def __init__(self, plek: Plek, probleem: str) -> None:
        self.plek, self.probleem = plek, probleem
        super().__init__(f"‘{' › '.join(map(str, plek)) or 'het geheel'}’ {probleem}")

    def inside(self, deel: str | int) -> PlekError:
        """Geef dezelfde fout, gezien vanuit waar dit deel in zit."""
        return PlekError((deel, *self.plek), self.probleem)


class Codec(NamedTuple):
    """De twee richtingen van een type.

    Wie leest, weet niet waar hij in het geheel is. Bij een fout zet elke laag daaromheen haar deel
    voor de plek; zolang alles klopt, kost dat niets.
    """

    lees: Callable[[Any], Any]
    schrijf: Callable[[Any], Any]


def bound(bij: tuple[Any, ...], soort: type[S]) -> S | None:
    """Zoek een grens van een soort."""
    return next((grens for grens in bij if isinstance(grens, soort)), None)


def refuse(waarde: object, uitweg: str) -> NoReturn:
    """Weiger een waarde en zeg wat er had moeten staan."""
    tekst = "leeg" if waarde is None else f"‘{clean_text(waarde)[:40]}’"
    raise PlekError((), f"is {tekst}, en dat moet {uitweg} zijn")


def text(bij: tuple[Any, ...]) -> Codec:
    """De vorm van tekst, zonder stuurtekens."""
    grens = bound(bij, Tekst) or Tekst(1_000)
    patroon = re.compile(grens.patroon) if grens.patroon else None
    vrij = grens.leeg and patroon is None

    def lees(waarde: Any) -> str:
        # Het gewone geval: zichtbare tekens, dus ook geen stuurteken en geen nieuwe regel.
        if vrij and type(waarde) is str and waarde.isprintable() and len(waarde) <= grens.hoogstens:
            return waarde
        if not isinstance(waarde, str) or clean_text(waarde) != waarde:
            refuse(waarde, "gewone tekst")
        if not grens.leeg and not waarde.strip():
            raise PlekError((), "is leeg; daar hoort tekst te staan")
        if len(waarde) > grens.hoogstens:
            raise PlekError((), f"telt {len(waarde)} tekens; er passen er {grens.hoogstens}")
        if (not grens.regels and "\n" in waarde) or (patroon and not patroon.fullmatch(waarde)):
            refuse(waarde, "een kenmerk" if patroon else "tekst van één regel")
        return waarde

    return Codec(lees, lambda waarde: waarde)


def _number(soort: type, wat: str) -> Callable[[tuple[Any, ...]], Codec]:
    def maak(bij: tuple[Any, ...]) -> Codec:
        grens = bound(bij, Getal) or Getal()

        def lees(waarde: Any) -> Any:
            if soort is Fraction and isinstance(waarde, str) and _BREUK.fullmatch(waarde):
                getal: Any = Fraction(waarde)
            elif type(waarde) is int and soort is not bool:
                getal = soort(waarde)
            elif type(waarde) is float and soort is not int and math.isfinite(waarde):
                getal = Fraction(str(waarde)) if soort is Fraction else waarde
            else:
                refuse(waarde, wat)
            if grens.laagste is not None and getal < grens.laagste:
                refuse(waarde, f"{grens.laagste} of hoger")
            if grens.hoogste is not None and getal > grens.hoogste:
                refuse(waarde, f"{grens.hoogste} of lager")
            return getal

        return Codec(lees, _write_fraction if soort is Fraction else lambda waarde: waarde)

    return maak


_BREUK = re.compile(r"-?[0-9]{1,30}/[1-9][0-9]{0,29}")


def _write_fraction(waarde: Fraction) -> int | float | str:
    return _write_ratio(*waarde.as_integer_ratio())


@lru_cache(maxsize=1 << 10)
def _write_ratio(teller: int, noemer: int) -> int | float | str:
    if noemer == 1:
        return teller
    waarde, benaderd = Fraction(teller, noemer), teller / noemer
    return benaderd if Fraction(str(benaderd)) == waarde else str(waarde)


def _flag(_bij: tuple[Any, ...]) -> Codec:
    def lees(waarde: Any) -> bool:
        if type(waarde) is not bool:
            refuse(waarde, "waar of onwaar")
        return waarde

    return Codec(lees, lambda waarde: waarde)


def _moment(soort: type[date], wat: str) -> Callable[[tuple[Any, ...]], Codec]:
    def lees(waarde: Any) -> date:
        try:
            moment = soort.fromisoformat(waarde)
        except (TypeError, ValueError):
            refuse(waarde, wat)
        if moment.isoformat() != waarde:
            refuse(waarde, wat)
        return moment

    return lambda _bij: Codec(lees, lambda waarde: waarde.isoformat())


def _clock(_bij: tuple[Any, ...]) -> Codec:
    def lees(waarde: Any) -> time:
        if not isinstance(waarde, str) or not _KLOK.fullmatch(waarde):
            refuse(waarde, "een tijd")
        return time.fromisoformat(waarde)

    return Codec(lees, lambda waarde: waarde.isoformat("minutes"))


#: Een tijd in een bestand, op de minuut.
KLOK = "([01][0-9]|2[0-3]):[0-5][0-9]"
_KLOK = re.compile(KLOK)


def literal(keuzes: tuple[Any, ...]) -> Codec:
    """De vorm van een keuze uit vaste waarden."""

    def lees(waarde: Any) -> Any:
        for keuze in keuzes:
            if type(waarde) is type(keuze) and waarde == keuze:
                return keuze
        refuse(waarde, f"een van {', '.join(map(repr, keuzes))}")

    return Codec(lees, lambda waarde: waarde)


ENKEL: Mapping[Any, Callable[[tuple[Any, ...]], Codec]] = {
    str: text,
    bool: _flag,
    int: _number(int, "een heel getal"),
    float: _number(float, "een getal"),
    Fraction: _number(Fraction, "een getal"),
    date: _moment(date, "een datum"),
    datetime: _moment(datetime, "een dag met een tijd"),
    time: _clock,
}
