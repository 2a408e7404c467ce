"""De voorbeeldschool in de urgentiemeter: wat het hulpmiddel zelf van haar feiten zegt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.urgentiemeter.model.feiten import Reeks, Uitkomst, assess, exact
from lv_tools.urgentiemeter.model.scan import Afdeling, Scan
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument, instrument
from voorbeeld.school import Indicator, School


def to_series(indicator: Indicator, jaren: Sequence[str], volgend: int | None = None) -> Reeks:
    """Geef drie jaren van een indicator zoals de urgentiemeter ze invoert.

    Parameters
    ----------
    jaren
        De drie schooljaren, oudste eerst.
    volgend
        Verwacht aantal leerlingen in het jaar erna.
    """
    metingen = {m.jaar: m for m in indicator.meting}
    gekozen = [metingen[jaar] for jaar in jaren]
    return Reeks(
        instrument().indicatoren[indicator.code],
        exact(indicator.norm),
        tuple(exact(m.waarde) for m in gekozen),
        tuple(m.leerlingen for m in gekozen),
        volgend,
    )


def outcomes(school: School, schuif: int = 0) -> dict[str, Uitkomst]:
    """Laat de urgentiemeter elke indicator beoordelen; met ``schuif`` 1 een jaar later."""
    uit = {}
    for indicator in school.indicator:
        alle = [m.jaar for m in indicator.meting]
        volgend = {m.jaar: m.leerlingen for m in indicator.meting}
        jaren = alle[schuif : schuif + len(school.school.jaren)]
        erna = alle[schuif + len(jaren) : schuif + len(jaren) + 1]
        reeks = to_series(indicator, jaren, volgend[erna[0]] if erna else None)
        uit[indicator.code] = assess(reeks)
    return uit


def with_one_less(school: School, code: str) -> Uitkomst:
    """Beoordeel het laatste jaar alsof één leerling minder zonder vertraging doorging."""
    indicator = next(i for i in school.indicator if i.code == code)
    laatste = indicator.meting[-1]
    if laatste.gelukt is None:
        raise ValueError(f"{code} telt geen leerlingen: dan is er ook niet één minder")
    minder = laatste.gelukt - 1
    waarde = round(100 * minder / laatste.leerlingen, 2)
    anders = replace(
        indicator, meting=(*indicator.meting[:-1], replace(laatste, gelukt=minder, waarde=waarde))
    )
    return assess(to_series(anders, [m.jaar for m in indicator.meting[1:]]))


def to_scan(school: School) -> Scan:
    """Geef de hele meting zoals de urgentiemeter haar bewaart."""
    jaren = school.school.jaren
    kop = school.school
    mensen = tuple(
        Respondent(
            f"voorbeeldschool-{nummer}",
            wie.rol,
            wie.antwoorden | dict.fromkeys(wie.weet_niet),
            {STANDAARDEN: wie.standaarden or None},
        )
        for nummer, wie in enumerate(school.urgentie.respondent, start=1)
    )
    reeksen = tuple(to_series(indicator, jaren) for indicator in school.indicator)
    return Scan(
        naam=school.urgentie.meting,
        afdelingen=(Afdeling(kop.afdeling, kop.soort, reeksen),),
        groep=Groep("naam", bronnen=(Bron("voorbeeld", mensen),)),
    )


def agreed(
    school: School, mee: Callable[[str], bool], inhoud: Instrument | None = None
) -> tuple[int, int]:
    """Tel de antwoorden ‘eens’ op de stellingen die meetellen, van hoeveel antwoorden.

    Parameters
    ----------
    mee
        Welke rollen meetellen.
    """
    inhoud = inhoud or instrument()
    gegeven = [
        antwoord
        for wie in school.urgentie.respondent
        if mee(wie.rol)
        for code, antwoord in (wie.antwoorden | dict.fromkeys(wie.weet_niet, 0)).items()
        if code in inhoud.tellende
    ]
    return sum(antwoord >= inhoud.eens_vanaf for antwoord in gegeven), len(gegeven)
