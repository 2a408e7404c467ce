"""Wijs een plek in een bevroren waarde aan, en geef een nieuwe waarde met daar iets anders.

Een pad is tekst: ``"maatregelen/m3/wat"``. Een element van een reeks heet naar zijn ``id`` als het
er een heeft, en anders naar zijn plaats vanaf 0. Wat iemand typt nadat een ander element is
weggehaald, komt zo nooit bij de buurman terecht. In een sleutel wordt ``/`` geschreven als ``~1``
en ``~`` als ``~0``, zoals in een JSON-pointer.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from lv_tools.basis.vorm.codec import hints, split

S = TypeVar("S")


def join(*delen: object) -> str:
    """Maak een pad van losse delen."""
    return "/".join(str(d).replace("~", "~0").replace("/", "~1") for d in delen)


def get_at(waarde: Any, pad: str) -> Any:
    """Geef wat er op een pad staat.

    Raises
    ------
    LookupError
        Als het pad nergens heen gaat.
    """
    for deel in _parts(pad):
        waarde = _step(waarde, deel)
    return waarde


def find_at(waarde: Any, pad: str) -> Any:
    """Geef wat er op een pad staat, of ``None`` bij een sleutel die een woordenboek nog niet heeft.

    Raises
    ------
    LookupError
        Als het pad nergens heen gaat.
    """
    *weg, laatste = _parts(pad)
    for deel in weg:
        waarde = _step(waarde, deel)
    return waarde.get(laatste) if isinstance(waarde, Mapping) else _step(waarde, laatste)


def replace_at(waarde: S, pad: str, nieuw: object) -> S:
    """Geef een kopie met iets anders op een pad; in een woordenboek mag de sleutel nieuw zijn.

    Raises
    ------
    LookupError
        Als het pad nergens heen gaat.
    """
    return cast(S, _replace(waarde, _parts(pad), nieuw))


def type_at(soort: Any, pad: str) -> Any:
    """Geef het type met zijn grenzen dat op een pad hoort te staan.

    Raises
    ------
    LookupError
        Als het type zo'n pad niet kent.
    """
    for deel in _parts(pad):
        soort = _type_step(soort, deel)
    return soort


def _parts(pad: str) -> list[str]:
    delen = pad.split("/") if pad else []
    return [deel.replace("~1", "/").replace("~0", "~") for deel in delen]


def _step(waarde: Any, deel: str) -> Any:
    if isinstance(waarde, Mapping):
        return waarde[deel]
    if isinstance(waarde, tuple):
        return waarde[_index(waarde, deel)]
    if dataclasses.is_dataclass(waarde) and deel in hints(type(waarde)):
        return getattr(waarde, deel)
    raise LookupError(f"{deel!r} bestaat hier niet")


def _index(reeks: tuple[Any, ...], deel: str) -> int:
    for nummer, element in enumerate(reeks):
        if getattr(element, "id", str(nummer)) == deel:
            return nummer
    raise LookupError(f"{deel!r} staat niet in de reeks")


def _replace(waarde: Any, delen: list[str], nieuw: object) -> Any:
    if not delen:
        return nieuw
    eerste, *rest = delen
    if isinstance(waarde, Mapping):
        binnen = nieuw if not rest else _replace(waarde[eerste], rest, nieuw)
        return {**waarde, eerste: binnen}
    binnen = _replace(_step(waarde, eerste), rest, nieuw)
    if isinstance(waarde, tuple):
        plek = _index(waarde, eerste)
        return (*waarde[:plek], binnen, *waarde[plek + 1 :])
    return dataclasses.replace(waarde, **{eerste: binnen})


def _type_step(soort: Any, deel: str) -> Any:
    kaal, bij = split(soort)
    if get_origin(kaal) in (Union, types.UnionType):
        leden = [lid for lid in get_args(kaal) if lid is not type(None)]
        for lid in leden:
            try:
                return _type_step(Annotated[lid, *bij] if bij else lid, deel)
            except LookupError:
                continue
        raise LookupError(f"{deel!r} bestaat hier niet")
    oorsprong, delen = get_origin(kaal), get_args(kaal)
    if oorsprong is tuple:
        if delen[-1:] == (...,):
            return delen[0]
        return delen[int(deel)] if deel.isdigit() and int(deel) < len(delen) else _missing(deel)
    if isinstance(oorsprong, type) and issubclass(oorsprong, Mapping):
        return delen[1]
    if dataclasses.is_dataclass(kaal):
        return hints(cast(type, kaal)).get(deel) or _missing(deel)
    raise LookupError(f"{deel!r} bestaat hier niet")


def _missing(deel: str) -> Any:
    raise LookupError(f"{deel!r} bestaat hier niet")
