"""Een gelezen scan openen: nagaan of hij klopt, en overzetten naar de vragenlijst van nu.

Een antwoord telt mee zolang de vraag nog hetzelfde betekent. Al het andere blijft staan, in de
woorden van toen.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from lv_tools.basis.verzamelen.lijst import carry_list, list_of
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.urgentiemeter.model.feiten import Indicator, Reeks
from lv_tools.urgentiemeter.model.scan import (
    Afdeling,
    Scan,
    with_all_series,
)
from lv_tools.urgentiemeter.teksten import Instrument

#: Begin van de code van een eigen indicator, en van een die vroeger vast in de lijst stond.
EIGEN, VROEGER = "eigen", "vroeger-"


def opened(scan: Scan, inhoud: Instrument) -> Scan:
    """Pas een gelezen scan aan de vragenlijst van nu aan.

    Raises
    ------
    Nieuwer
        Als hij bij een nieuwere vragenlijst hoort.
    VormError
        Als er iets in staat wat niet kan.
    """
    nu = list_of(inhoud.lijst, inhoud.vragen)
    groep, weg = carry_list(scan.groep, scan.toen, nu, inhoud.vragen)
    overig = tuple(dict.fromkeys((*scan.overig, *weg))) if weg else scan.overig
    afdelingen = tuple(_department(a, inhoud) for a in scan.afdelingen or (Afdeling(),))
    if len({a.id for a in afdelingen}) != len(afdelingen):
        raise VormError("twee afdelingen hebben hetzelfde kenmerk")
    return replace(scan, toen=nu, groep=groep, overig=overig, afdelingen=afdelingen)


def _department(afdeling: Afdeling, inhoud: Instrument) -> Afdeling:
    for reeks in afdeling.reeksen:
        _check(reeks)
    reeksen = [_series(reeks, inhoud) for reeks in afdeling.reeksen]
    over = {r.id: r for r in reeksen if r is not None}
    if len(over) != sum(r is not None for r in reeksen):
        raise VormError("een afdeling heeft een indicator twee keer")
    return with_all_series(replace(afdeling, reeksen=tuple(over.values())), inhoud)


def _check(reeks: Reeks) -> None:
    indicator = reeks.indicator
    for waarde in (reeks.norm, *reeks.resultaten):
        if waarde is not None and not _inside(waarde, indicator):
            raise VormError(f"‘{indicator.naam}’ is {float(waarde)} en valt buiten het bereik")


def _series(reeks: Reeks, inhoud: Instrument) -> Reeks | None:
    """Zet een reeks bij de indicator van nu, of houd haar als eigen indicator van toen."""
    indicator = reeks.indicator
    nu = inhoud.indicatoren.get(indicator.code)
    if indicator == nu or indicator.code.startswith((EIGEN, VROEGER)):
        return reeks
    if nu is not None and _same(indicator, nu) and _fits(reeks, nu):
        return replace(reeks, indicator=nu)
    if reeks == Reeks(indicator):
        return None  # er was niets ingevuld
    naam = f"{indicator.naam} ({indicator.eenheid})" if indicator.eenheid else indicator.naam
    eigen = Indicator(
        f"{VROEGER}{indicator.code}"[:64] if nu is not None else indicator.code,
        naam[:80],
        laagste=indicator.laagste,
        hoogste=indicator.hoogste,
        hoger_beter=indicator.hoger_beter,
    )
    return replace(reeks, indicator=eigen)


def _same(een: Indicator, ander: Indicator) -> bool:
    return (een.naam, een.eenheid, een.hoger_beter) == (
        ander.naam,
        ander.eenheid,
        ander.hoger_beter,
    )


def _fits(reeks: Reeks, indicator: Indicator) -> bool:
    waarden = (w for w in (reeks.norm, *reeks.resultaten) if w is not None)
    return all(_inside(waarde, indicator) for waarde in waarden)


def _inside(waarde: Fraction, indicator: Indicator) -> bool:
    laag, hoog = indicator.laagste, indicator.hoogste
    return (laag is None or laag <= waarde) and (hoog is None or waarde <= hoog)
