"""Lees en schrijf bevroren waarden als JSON, zoals hun annotaties zeggen.

Wat een type toestaat, staat in de annotatie (zie :mod:`lv_tools.basis.vorm.grenzen`) en nergens
anders. Bij het schrijven valt weg wat gelijk is aan de standaardwaarde; bij het lezen komt die
terug. Een nieuw veld met een standaardwaarde verandert oude bestanden dus niet.

=====================  ======================================================
type                   in JSON
=====================  ======================================================
str, int, bool, None   hetzelfde
float                  getal; nooit oneindig
Fraction               getal als dat precies past, anders tekst (``"1/3"``)
date, datetime, time   tekst (ISO 8601; een tijd op de minuut)
Literal                een van de waarden
tuple                  lijst
frozenset              lijst op volgorde, elk element één keer
Mapping[str, ...]      object
A | B                  de eerste die past; van klassen die met dezelfde ``soort``
frozen dataclass       object, zonder wat de standaardwaarde heeft
=====================  ======================================================
"""

from __future__ import annotations

import copy
import dataclasses
import types
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from fractions import Fraction
from functools import cache
from itertools import repeat
from typing import (
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)  # fmt: skip

from lv_tools.basis.vorm.enkel import (
    ENKEL,
    ONBEKEND,
    Codec,
    PlekError,
    bound,
    literal,
    refuse,
    text,
)  # fmt: skip
from lv_tools.basis.vorm.grenzen import Eigen, Hoogstens, Tekst
from lv_tools.basis.vorm.jsontekst import Geschreven
from lv_tools.basis.vorm.vormcontrole import VormError

S = TypeVar("S")


def read(soort: type[S], gegevens: object) -> S:
    """Maak een waarde van gegevens uit JSON.

    Raises
    ------
    PlekError
        Bij de eerste afwijking, met haar plek.
    """
    return cast(S, codec(cast(Any, soort)).lees(gegevens))


def write(waarde: object, soort: Any = None) -> Any:
    """Maak van een waarde gegevens die JSON kent; ``soort`` is anders haar klasse."""
    return copy.deepcopy(write_shared(waarde, soort))


def write_shared(waarde: object, soort: Any = None) -> Any:
    """Doe hetzelfde als :func:`write`, zonder te kopiëren: verander niets aan de uitkomst."""
    return codec(cast(Any, type(waarde) if soort is None else soort)).schrijf(waarde)


def split(soort: Any) -> tuple[Any, tuple[Any, ...]]:
    """Geef een type zonder ``Annotated``, en wat erbij stond."""
    if get_origin(soort) is Annotated:
        return soort.__origin__, soort.__metadata__
    return soort, ()


def hints(klasse: type) -> Mapping[str, Any]:
    """Geef de types van de velden van een dataclass, met hun grenzen."""
    return _hints(klasse)


@cache
def _hints(klasse: type) -> Mapping[str, Any]:
    alle = get_type_hints(klasse, include_extras=True)
    return {veld.name: alle[veld.name] for veld in dataclasses.fields(klasse) if veld.init}


def default(veld: dataclasses.Field[Any]) -> Any:
    """Geef de standaardwaarde van een veld, of ``dataclasses.MISSING``."""
    if veld.default_factory is not dataclasses.MISSING:
        return veld.default_factory()
    return veld.default


#: Onder deze naam onthoudt een bevroren waarde hoe zij geschreven wordt. Dat staat in de waarde
#: zelf, zodat het met haar verdwijnt. Het is geen veld: gelijkheid, ``repr`` en
#: ``dataclasses.replace`` zien het niet. Het klopt zolang niemand een woordenboek in een bevroren
#: waarde ter plekke wijzigt; dat doet ook verder niemand.
_GESCHREVEN = "_geschreven"


@cache
def codec(soort: Any) -> Codec:
    """Maak de codec van een type; wie het type niet kent, krijgt een ``TypeError``."""
    kaal, bij = split(soort)
    oorsprong = get_origin(kaal)
    if eigen := bound(bij, Eigen):
        uit = _own(eigen)
    elif oorsprong in (Union, types.UnionType):
        uit = _union(kaal, bij)
    elif oorsprong is Literal:
        uit = literal(get_args(kaal))
    elif oorsprong is tuple:
        uit = _tuple(get_args(kaal), bij)
    elif oorsprong is frozenset:
        reeks = _tuple((*get_args(kaal), ...), bij)
        uit = Codec(
            lambda waarde: frozenset(reeks.lees(waarde)),
            lambda waarde: reeks.schrijf(sorted(waarde)),
        )
    elif isinstance(oorsprong, type) and issubclass(oorsprong, Mapping):
        uit = _mapping(get_args(kaal)[1], bij)
    elif dataclasses.is_dataclass(kaal):
        uit = _object(cast(type, kaal))
    elif kaal in ENKEL:
        uit = ENKEL[kaal](bij)
    else:
        raise TypeError(f"{soort!r} heeft geen vorm")
    return uit


def _own(grens: Eigen) -> Codec:
    def lees(waarde: Any) -> Any:
        try:
            return grens.lees(waarde)
        except PlekError:
            raise
        except VormError as fout:
            raise PlekError((), f"klopt niet: {fout}") from fout

    return Codec(lees, grens.schrijf)


def _tuple(delen: tuple[Any, ...], bij: tuple[Any, ...]) -> Codec:
    vast = delen[-1:] != (...,)
    grens = bound(bij, Hoogstens)
    codecs = [codec(deel) for deel in (delen if vast else delen[:1])]
    lezers: Iterable[Callable[[Any], Any]] = [c.lees for c in codecs]
    schrijvers: Iterable[Callable[[Any], Any]] = [c.schrijf for c in codecs]
    if not vast:  # een herhaling raakt nooit op, en is dus telkens opnieuw te gebruiken
        lezers, schrijvers = repeat(codecs[0].lees), repeat(codecs[0].schrijf)

    def lees(waarde: Any) -> tuple[Any, ...]:
        if not isinstance(waarde, list | tuple):
            refuse(waarde, "een lijst")
        if grens and len(waarde) > grens.aantal:
            raise PlekError((), f"heeft {len(waarde)} delen; er passen er {grens.aantal}")
        if vast and len(waarde) != len(codecs):
            raise PlekError((), f"heeft {len(waarde)} delen in plaats van {len(codecs)}")
        gelezen: list[Any] = []
        try:
            for deel, lees_deel in zip(waarde, lezers, strict=vast):
                gelezen.append(lees_deel(deel))
        except PlekError as fout:
            raise fout.inside(len(gelezen) + 1) from fout
        return tuple(gelezen)

    def schrijf(waarde: Any) -> list[Any]:
        return [schrijf_deel(deel) for deel, schrijf_deel in zip(waarde, schrijvers, strict=vast)]

    return Codec(lees, schrijf)


def _mapping(soort: Any, bij: tuple[Any, ...]) -> Codec:
    deel, grens = codec(soort), bound(bij, Hoogstens)
    sleutels = text((bound(bij, Tekst) or Tekst(200),))

    def lees(waarde: Any) -> dict[str, Any]:
        if not isinstance(waarde, Mapping):
            refuse(waarde, "een object")
        if grens and len(waarde) > grens.aantal:
            raise PlekError((), f"heeft {len(waarde)} delen; er passen er {grens.aantal}")
        gelezen = {}
        for k, v in waarde.items():
            sleutel = sleutels.lees(k)
            try:
                gelezen[sleutel] = deel.lees(v)
            except PlekError as fout:
                raise fout.inside(k) from fout
        return gelezen

    return Codec(lees, lambda waarde: {k: deel.schrijf(v) for k, v in waarde.items()})


def _union(soort: Any, bij: tuple[Any, ...]) -> Codec:
    leden = [lid for lid in get_args(soort) if lid is not type(None)]
    mag_leeg = len(leden) < len(get_args(soort))
    codecs = [(lid, codec(Annotated[lid, *bij] if bij else lid)) for lid in leden]

    def lees(waarde: Any) -> Any:
        if waarde is None and mag_leeg:
            return None
        for lid, deel in codecs:
            if len(codecs) == 1 or _fits(waarde, split(lid)[0]):
                return deel.lees(waarde)
        refuse(waarde, "een van de vormen die hier kunnen")

    def schrijf(waarde: Any) -> Any:
        if waarde is None and mag_leeg:
            return None
        if len(codecs) == 1:
            return codecs[0][1].schrijf(waarde)
        passend = (d for lid, d in codecs if type(waarde) is (get_origin(k := split(lid)[0]) or k))
        return next(passend).schrijf(waarde)

    return Codec(lees, schrijf)


def _fits(waarde: object, lid: Any) -> bool:
    """Zeg welk lid van een keuze uit typen bij deze gegevens hoort."""
    if dataclasses.is_dataclass(lid):
        return isinstance(waarde, Mapping) and waarde.get("soort") == brand(cast(type, lid))
    kaal = get_origin(lid) or lid
    if kaal in (tuple, frozenset):
        return isinstance(waarde, list | tuple)
    if kaal in (date, datetime, time):
        return isinstance(waarde, str)
    if kaal in (Fraction, float):
        return type(waarde) in (int, float)
    return type(waarde) is kaal


def brand(klasse: type) -> str | None:
    """Geef het merk van een klasse tussen andere: ``soort``, als waarde van de klasse zelf."""
    velden = {veld.name for veld in dataclasses.fields(klasse)}
    merk = getattr(klasse, "soort", None)
    return merk if isinstance(merk, str) and "soort" not in velden else None


def _object(klasse: type) -> Codec:
    # Pas bij gebruik: een klasse mag zichzelf bevatten.
    @cache
    def delen() -> dict[str, tuple[Any, Codec]]:
        soorten = hints(klasse)
        velden = {veld.name: veld for veld in dataclasses.fields(klasse) if veld.init}
        return {naam: (default(velden[naam]), codec(soort)) for naam, soort in soorten.items()}

    merk = brand(klasse)
    soort = {"soort": merk} if merk else {}

    def lees(waarde: Any) -> Any:
        if not isinstance(waarde, Mapping):
            refuse(waarde, "een object")
        velden = delen()
        for sleutel in waarde:
            if sleutel not in velden and sleutel not in soort:
                raise PlekError((str(sleutel)[:40],), ONBEKEND)
        gelezen = {}
        for naam, (anders, deel) in velden.items():
            if naam in waarde:
                try:
                    gelezen[naam] = deel.lees(waarde[naam])
                except PlekError as fout:
                    raise fout.inside(naam) from fout
            elif anders is dataclasses.MISSING:
                raise PlekError((naam,), "ontbreekt")
        try:
            return klasse(**gelezen)
        except VormError:
            raise
        except ValueError as fout:
            raise PlekError((), f"klopt niet: {fout}") from fout

    def schrijf(waarde: Any) -> dict[str, Any]:
        # Een bevroren waarde verandert niet: wie één veld wijzigt, schrijft alleen dat opnieuw.
        bekend: dict[str, Any] | None = vars(waarde).get(_GESCHREVEN)
        if bekend is not None and type(waarde) is klasse:
            return bekend
        uit = Geschreven(soort)
        for naam, (anders, deel) in delen().items():
            nu = getattr(waarde, naam)
            if nu is not anders and nu != anders:
                uit[naam] = deel.schrijf(nu)
        if type(waarde) is klasse:
            vars(waarde)[_GESCHREVEN] = uit
        return uit

    return Codec(lees, schrijf)
