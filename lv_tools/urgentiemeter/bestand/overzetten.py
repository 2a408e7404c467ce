"""Een scan van een oudere vragenlijst overzetten naar die van nu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from lv_tools.basis.onderzoek.overzetten import Overzetting
from lv_tools.urgentiemeter.model.feiten import Indicator, Reeks
from lv_tools.urgentiemeter.model.grenzen import Regels
from lv_tools.urgentiemeter.model.uitslag import Afdeling, Scan
from lv_tools.urgentiemeter.teksten import Instrument

#: Bronnen die dit apparaat zelf vult; zij zijn geen bestand, en houden hun naam.
VASTE_BRONNEN = ("uw eigen antwoorden", "om de beurt op dit apparaat")
#: Begin van de code van een indicator die vroeger vast in de lijst stond.
VROEGER = "vroeger-"


def carry_over(scan: Scan, regels: Mapping[str, Any], toen: Instrument, inhoud: Instrument) -> Scan:
    """Zet alles over; wat nu geen plaats heeft, blijft in de woorden van toen staan.

    Parameters
    ----------
    regels
        De regels zoals zij in het bestand staan, ook die er nu niet meer zijn.
    """
    weg = set(regels) - set(asdict(Regels()))
    overig = tuple((f"regel ‘{naam}’", str(regels[naam])) for naam in sorted(weg))
    nieuw = {naam: w for naam, w in asdict(inhoud.regels).items() if naam not in regels}
    return replace(
        scan,
        regels=replace(scan.regels, **nieuw),
        afdelingen=tuple(_department(afdeling, toen, inhoud) for afdeling in scan.afdelingen),
        bronnen=Overzetting(toen.vragen, inhoud.vragen).sources(scan.bronnen),
        overig=tuple(dict.fromkeys((*scan.overig, *overig))),
    )


def kept_indicator(indicator: Indicator, inhoud: Instrument) -> Indicator | None:
    """Geef de indicator van nu die hetzelfde meet; ``None`` als die er niet is."""
    nu = inhoud.indicatoren.get(indicator.code)
    if nu is None or (nu.naam, nu.eenheid, nu.hoger_beter) != (
        indicator.naam,
        indicator.eenheid,
        indicator.hoger_beter,
    ):
        return None
    return nu


def _department(afdeling: Afdeling, toen: Instrument, inhoud: Instrument) -> Afdeling:
    reeksen = (_series(reeks, toen, inhoud) for reeks in afdeling.reeksen)
    return replace(afdeling, reeksen=tuple(reeks for reeks in reeksen if reeks is not None))


def _series(reeks: Reeks, toen: Instrument, inhoud: Instrument) -> Reeks | None:
    """Zet een reeks bij de indicator van nu, of houd haar als eigen indicator van toen."""
    indicator = reeks.indicator
    bezet = indicator.code in inhoud.indicatoren
    if indicator.code not in toen.indicatoren and not bezet:
        return reeks
    nu = kept_indicator(indicator, inhoud)
    if nu is not None and _fits(reeks, nu):
        return replace(reeks, indicator=nu)
    if reeks == Reeks(indicator):
        return None  # er was niets ingevuld
    naam = f"{indicator.naam} ({indicator.eenheid})" if indicator.eenheid else indicator.naam
    eigen = Indicator(
        f"{VROEGER}{indicator.code}"[:40] if bezet else indicator.code,
        naam[:80],
        laagste=indicator.laagste,
        hoogste=indicator.hoogste,
        hoger_beter=indicator.hoger_beter,
    )
    return replace(reeks, indicator=eigen)


def _fits(reeks: Reeks, indicator: Indicator) -> bool:
    waarden = [w for w in (reeks.norm, *reeks.resultaten) if w is not None]
    laag, hoog = indicator.laagste, indicator.hoogste
    return all((laag is None or laag <= w) and (hoog is None or w <= hoog) for w in waarden)
