"""Lees TOML in frozen dataclasses, met een melding die plaats, waarde en uitweg noemt."""

from __future__ import annotations

import tomllib
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
_NAMEN = {
    str: "tekst", int: "een heel getal", float: "een getal", date: "een datum", time: "een tijd",
}  # fmt: skip


class VormError(ValueError):
    """Een gegevensbestand van de voorbeeldschool heeft niet de goede vorm."""


def read_toml(pad: Path) -> dict[str, Any]:
    """Lees een TOML-bestand.

    Raises
    ------
    VormError
        Als het bestand geen geldige TOML is.
    """
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fout:
        raise VormError(f"{pad.name} is geen geldige TOML: {fout}") from fout


def build(klasse: type[T], gegevens: object, plek: str) -> T:
    """Maak een dataclass van een tabel uit TOML; de annotaties zeggen wat er moet staan.

    Parameters
    ----------
    klasse
        Een dataclass van teksten, getallen, datums, tuples, dicts en andere dataclasses.
    gegevens
        De tabel.
    plek
        Hoe de plaats in een melding heet.

    Raises
    ------
    VormError
        Als een veld ontbreekt, onbekend is of een andere soort heeft.
    """
    if not isinstance(gegevens, dict):
        raise VormError(f"{plek} is {gegevens!r}: hier hoort een tabel")
    soorten = _hints(klasse)
    if vreemd := gegevens.keys() - soorten.keys():
        raise VormError(f"{plek} kent het veld {sorted(vreemd)[0]!r} niet: haal het weg")
    nodig = {veld.name for veld in fields(klasse) if _is_required(veld)}  # type: ignore[arg-type]
    if mist := nodig - gegevens.keys():
        raise VormError(f"{plek} mist het veld {sorted(mist)[0]!r}: vul het in")
    waarden = {n: _value(soorten[n], w, f"{plek}, {n}") for n, w in gegevens.items()}
    return klasse(**waarden)


@cache
def _hints(klasse: type) -> dict[str, Any]:
    return typing.get_type_hints(klasse)


def _is_required(veld: Any) -> bool:
    return veld.default is MISSING and veld.default_factory is MISSING


def _value(soort: Any, waarde: object, plek: str) -> Any:
    herkomst = typing.get_origin(soort)
    if herkomst in (types.UnionType, typing.Union):  # alleen: iets, of None
        return _value(typing.get_args(soort)[0], waarde, plek)
    if herkomst is tuple:
        if not isinstance(waarde, list):
            raise VormError(f"{plek} is {waarde!r}: hier hoort een lijst")
        deel = typing.get_args(soort)[0]
        return tuple(_value(deel, w, f"{plek} {i}") for i, w in enumerate(waarde, 1))
    if herkomst is dict:
        if not isinstance(waarde, dict):
            raise VormError(f"{plek} is {waarde!r}: hier hoort een tabel")
        deel = typing.get_args(soort)[1]
        return {str(n): _value(deel, w, f"{plek}, {n}") for n, w in waarde.items()}
    if is_dataclass(soort):
        return build(soort, waarde, plek)  # type: ignore[arg-type]  # een dataclass is een type
    if soort is float and type(waarde) is int:
        return float(waarde)
    # Een datum met een tijd is voor Python ook een datum; hier niet.
    if type(waarde) is not soort:
        raise VormError(f"{plek} is {waarde!r}: hier hoort {_NAMEN[soort]}")
    return waarde
