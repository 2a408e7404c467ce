"""Feiten: drie jaar resultaten naast een norm, en wat het volgende jaar nodig heeft.

Alle sommen zijn exact (breuken), zodat 6,4 en 6.4 hetzelfde zijn en een afronding nooit beslist.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Annotated

from lv_tools.basis.vorm.grenzen import KENMERK, Getal, Hoogstens, Tekst

#: Aantal jaren waarover het gemiddelde gaat.
JAREN = 3
# Groter dan elk resultaat dat iemand invult: de grens van een indicator zonder eigen grens.
_RUIM = Fraction(10**12)
MEESTE_LEERLINGEN = 100_000
Leerlingen = Annotated[int | None, Getal(1, MEESTE_LEERLINGEN)]


class Signaal(IntEnum):
    """Wat de cijfers zeggen, van licht naar zwaar. Het is geen oordeel van de Inspectie."""

    OP = 0
    ATTENTIE = 1
    WAARSCHUWING = 2
    ONDER = 3

    @property
    def code(self) -> str:
        """De code in de teksten."""
        return self.name.lower()


@dataclass(frozen=True)
class Indicator:
    """Een maat voor resultaten.

    Parameters
    ----------
    code, naam
        In bestanden en voor de lezer.
    eenheid
        ``"%"`` of leeg.
    laagste, hoogste
        Bereik van een resultaat; ``None`` is onbekend.
    decimalen
        Hoe een resultaat wordt geschreven.
    hoger_beter
        Onwaar als een lager getal beter is, zoals bij verzuim.
    """

    code: Annotated[str, KENMERK]
    naam: Annotated[str, Tekst(80)]
    eenheid: Annotated[str, Tekst(20)] = ""
    laagste: Fraction | None = None
    hoogste: Fraction | None = None
    decimalen: Annotated[int, Getal(0, 6)] = 2
    hoger_beter: bool = True

    def __post_init__(self) -> None:
        if None not in (self.laagste, self.hoogste) and self.laagste >= self.hoogste:  # type: ignore[operator]  # geen van beide is leeg
            raise ValueError(f"het bereik van ‘{self.naam}’ is leeg")

    @property
    def teken(self) -> int:
        """1 als hoger beter is, anders -1."""
        return 1 if self.hoger_beter else -1


@dataclass(frozen=True)
class Reeks:
    """De invoer voor één indicator van één afdeling.

    Parameters
    ----------
    norm
        De norm van de school; ``None`` als die niet is ingevuld.
    resultaten
        Drie jaren, oudste eerst; ``None`` voor een jaar dat ontbreekt.
    leerlingen
        Aantal leerlingen per jaar (ten minste 1) of ``None``.
    leerlingen_volgend
        Verwacht aantal in het volgende jaar, of ``None``.
    """

    indicator: Indicator
    norm: Fraction | None = None
    resultaten: Annotated[tuple[Fraction | None, ...], Hoogstens(JAREN)] = (None,) * JAREN
    leerlingen: Annotated[tuple[Leerlingen, ...], Hoogstens(JAREN)] = (None,) * JAREN
    leerlingen_volgend: Leerlingen = None

    def __post_init__(self) -> None:
        if len(self.resultaten) != JAREN or len(self.leerlingen) != JAREN:
            raise ValueError(f"een reeks heeft {JAREN} jaren")
        aantallen = (*self.leerlingen, self.leerlingen_volgend)
        if any(aantal is not None and aantal < 1 for aantal in aantallen):
            raise ValueError("een aantal leerlingen is ten minste 1")

    @property
    def id(self) -> str:
        """Waarnaar een reeks in de staat heet: de code van haar indicator."""
        return self.indicator.code

    @property
    def is_empty(self) -> bool:
        """Is er nog geen norm en geen enkel resultaat ingevuld?"""
        return self.norm is None and not any(w is not None for w in self.resultaten)

    @property
    def is_weighted(self) -> bool:
        """Zijn bij alle ingevulde jaren leerlingen bekend? Dan telt elke leerling even zwaar."""
        paren = zip(self.resultaten, self.leerlingen, strict=True)
        bekend = [aantal for resultaat, aantal in paren if resultaat is not None]
        return bool(bekend) and None not in bekend

    @property
    def missing_years(self) -> tuple[int, ...]:
        """Plaatsen (0 is het oudste jaar) zonder resultaat."""
        return tuple(jaar for jaar, waarde in enumerate(self.resultaten) if waarde is None)


@dataclass(frozen=True)
class Nodig:
    """Wat het volgende jaar ten minste (of, bij lager is beter, ten hoogste) moet zijn.

    Parameters
    ----------
    gemiddelde
        Om het gemiddelde van drie jaar op de norm te houden.
    zonder_signaal
        Om ook geen attendering of waarschuwing te hebben; dit is het doel.
    signaal
        Het signaal dat er nog is bij precies ``gemiddelde``, veilig afgerond.
    leerlingen_aangenomen
        Het aantal leerlingen van vorig jaar is gebruikt, omdat er geen verwachting is.
    """

    gemiddelde: Fraction
    zonder_signaal: Fraction
    signaal: Signaal
    leerlingen_aangenomen: bool


@dataclass(frozen=True)
class Uitkomst:
    """Wat er over een reeks te zeggen is.

    Parameters
    ----------
    gunstigst, ongunstigst
        Het lichtste en zwaarste signaal dat bij de ingevulde jaren past; gelijk als het vaststaat,
        ``None`` zonder norm of zonder resultaten.
    gemiddelde, gemiddelde_twee
        Over drie en over de laatste twee jaar; ``None`` als een jaar ontbreekt.
    marge
        Afstand van het gemiddelde tot de norm; positief is gunstig.
    nodig
        Voor het volgende jaar; ``None`` als norm of een van de laatste twee jaren ontbreekt.
    """

    reeks: Reeks
    gunstigst: Signaal | None
    ongunstigst: Signaal | None
    gemiddelde: Fraction | None
    gemiddelde_twee: Fraction | None
    marge: Fraction | None
    nodig: Nodig | None

    @property
    def signaal(self) -> Signaal | None:
        """Het signaal als het vaststaat."""
        return self.gunstigst if self.gunstigst == self.ongunstigst else None


def exact(waarde: float | str | Decimal | int) -> Fraction:
    """Maak een exact getal van wat iemand invulde.

    Examples
    --------
    >>> exact(6.4) == exact("6.4") == Fraction(32, 5)
    True
    """
    return Fraction(str(waarde))


def assess(reeks: Reeks) -> Uitkomst:
    """Bepaal het signaal, het gemiddelde, de marge en wat het volgende jaar nodig heeft.

    Attendering: het gemiddelde van drie jaar haalt de norm, het laatste jaar niet. Waarschuwing:
    het gemiddelde van drie jaar haalt de norm, dat van de laatste twee jaar niet. Gelden beide, dan
    staat er waarschuwing. Ontbreekt een jaar, dan wordt het beste en het slechtste geval
    doorgerekend.

    Notes
    -----
    Onderzoek, hoofdstuk 1; wegen naar leerlingen volgt het onderwijsresultatenmodel, dat de
    leerlingen over de jaren optelt.
    """
    gemiddelde = _mean(reeks, 0)
    marge = None
    if gemiddelde is not None and reeks.norm is not None:
        marge = (gemiddelde - reeks.norm) * reeks.indicator.teken
    gunstigst = ongunstigst = None
    if reeks.norm is not None and len(reeks.missing_years) < JAREN:
        gunstigst, ongunstigst = (_signal(_fill(reeks, gunstig)) for gunstig in (True, False))
    return Uitkomst(
        reeks,
        gunstigst,
        ongunstigst,
        gemiddelde,
        _mean(reeks, 1),
        marge,
        _needed(reeks),
    )


def is_reachable(nodig: Fraction, indicator: Indicator) -> bool:
    """Ligt dit resultaat binnen het bereik van de indicator?"""
    grens = indicator.hoogste if indicator.hoger_beter else indicator.laagste
    return grens is None or nodig * indicator.teken <= grens * indicator.teken


def is_certain(nodig: Fraction, indicator: Indicator) -> bool:
    """Is elk resultaat in het bereik al genoeg?"""
    grens = indicator.laagste if indicator.hoger_beter else indicator.hoogste
    return grens is not None and nodig * indicator.teken <= grens * indicator.teken


def round_safe(nodig: Fraction, indicator: Indicator) -> Fraction:
    """Rond af naar de veilige kant: wie het afgeronde getal haalt, haalt ook het exacte."""
    schaal = 10**indicator.decimalen
    rond = math.ceil(nodig * schaal) if indicator.hoger_beter else math.floor(nodig * schaal)
    return Fraction(rond, schaal)


def _weights(reeks: Reeks) -> list[int]:
    if not reeks.is_weighted:
        return [1] * JAREN
    return [aantal if aantal is not None else 1 for aantal in reeks.leerlingen]


def _mean(reeks: Reeks, vanaf: int) -> Fraction | None:
    waarden = [waarde for waarde in reeks.resultaten[vanaf:] if waarde is not None]
    if len(waarden) < JAREN - vanaf:
        return None
    return _weigh(waarden, _weights(reeks)[vanaf:])


def _weigh(waarden: Sequence[Fraction], gewichten: Sequence[int]) -> Fraction:
    som = sum((w * g for w, g in zip(waarden, gewichten, strict=True)), Fraction(0))
    return som / sum(gewichten)


def _fill(reeks: Reeks, gunstig: bool) -> Reeks:
    """Vul ontbrekende jaren met het beste of het slechtste resultaat dat kan."""
    indicator = reeks.indicator
    if gunstig == indicator.hoger_beter:
        grens = _RUIM if indicator.hoogste is None else indicator.hoogste
    else:
        grens = -_RUIM if indicator.laagste is None else indicator.laagste
    gevuld = tuple(grens if waarde is None else waarde for waarde in reeks.resultaten)
    leerlingen = reeks.leerlingen if not reeks.missing_years else (None,) * JAREN
    return Reeks(indicator, reeks.norm, gevuld, leerlingen)


def _signal(reeks: Reeks) -> Signaal:
    norm, teken = reeks.norm, reeks.indicator.teken
    drie, twee, laatste = _mean(reeks, 0), _mean(reeks, 1), reeks.resultaten[-1]
    if norm is None or drie is None or twee is None or laatste is None:
        raise ValueError("een signaal vraagt een norm en drie jaren")
    if drie * teken < norm * teken:
        return Signaal.ONDER
    if twee * teken < norm * teken:
        return Signaal.WAARSCHUWING
    if laatste * teken < norm * teken:
        return Signaal.ATTENTIE
    return Signaal.OP


def _needed(reeks: Reeks) -> Nodig | None:
    _, vorig, laatste = reeks.resultaten
    if reeks.norm is None or vorig is None or laatste is None:
        return None
    oud, nieuw = _weights(reeks)[1:]
    aangenomen = reeks.is_weighted and reeks.leerlingen_volgend is None
    volgend = (reeks.leerlingen_volgend or nieuw) if reeks.is_weighted else 1
    drie = (reeks.norm * (oud + nieuw + volgend) - oud * vorig - nieuw * laatste) / volgend
    twee = (reeks.norm * (nieuw + volgend) - nieuw * laatste) / volgend
    teken = reeks.indicator.teken
    strengst = max((drie, twee, reeks.norm), key=lambda waarde: waarde * teken)
    net = replace(
        reeks,
        resultaten=(vorig, laatste, round_safe(drie, reeks.indicator)),
        leerlingen=(oud, nieuw, volgend) if reeks.is_weighted else (None,) * JAREN,
    )
    return Nodig(drie, strengst, _signal(net), aangenomen)
