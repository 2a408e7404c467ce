"""Welke kleur iets heeft, en waarom: vaste regels, met exacte sommen.

Een meting telt vanaf haar dag, en tot en met de peildag. Tussen de waarde van nu en het doel loopt
een rechte lijn in de tijd; daarnaast ligt de laatste meting.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from lv_tools.verbeterplan.model.plan import (
    Activiteit,
    Doel,
    Kern,
    Knoop,
    Maat,
    Regels,
    Waarde,
    Waarneming,
)

Kleur = Literal["groen", "oranje", "rood", "grijs"]
#: Van de meeste zorg naar de minste.
KLEUREN: tuple[Kleur, ...] = ("rood", "oranje", "groen", "grijs")


@dataclass(frozen=True)
class Oordeel:
    """Een kleur met de regel die haar gaf.

    Parameters
    ----------
    code
        De regel; haar zin staat in de teksten.
    bij
        De waarneming waarop het oordeel rust.
    verwacht
        Waar de rechte lijn op de dag van de meting was.
    """

    kleur: Kleur
    code: str
    bij: Waarneming | None = None
    verwacht: Fraction | None = None


def size(waarde: Waarde, maat: Maat) -> Fraction | None:
    """Geef een waarde als getal om te vergelijken; een deel wordt een percentage.

    Examples
    --------
    >>> size(Waarde(Fraction(9), 12), Maat())
    Fraction(75, 1)
    """
    if waarde.getal is None:
        return None
    if maat.eenheid == "deel" and waarde.van:
        return waarde.getal * 100 / waarde.van
    return waarde.getal


def reached(maat: Maat, nu: Fraction, doel: Fraction) -> bool:
    """Is het doel gehaald? Precies op de grens is gehaald."""
    return nu >= doel if maat.richting == "omhoog" else nu <= doel


def expected(maat: Maat, klaar: date, dag: date) -> Fraction | None:
    """Geef waar de rechte lijn van nu naar het doel op een dag is; zonder begin is er geen lijn."""
    begin, doel = size(maat.nu, maat), size(maat.dan, maat)
    if begin is None or doel is None or maat.nu_dag is None or klaar <= maat.nu_dag:
        return None
    deel = Fraction((dag - maat.nu_dag).days, (klaar - maat.nu_dag).days)
    return begin + (doel - begin) * min(max(deel, Fraction(0)), Fraction(1))


def latest(knoop: Knoop, peildag: date, *, gemeten: bool) -> Waarneming | None:
    """Geef de laatste meting, of het laatste bericht met een stand, tot en met de peildag."""
    passend = [
        w
        for w in knoop.waarnemingen
        if w.dag is not None
        and w.dag <= peildag
        and (w.waarde.getal is not None if gemeten else bool(w.stand))
    ]
    return max(passend, key=lambda w: w.dag or date.min, default=None)


def measure_of(knoop: Knoop, doel: Doel | None = None) -> Maat:
    """Geef de maat van een doel; een tussendoel zonder eigen indicator heeft die van zijn doel."""
    if doel is None or knoop.maat.wat:
        return knoop.maat
    eigen, van = knoop.maat, doel.maat
    zonder_begin = eigen.nu == Waarde()
    return Maat(
        van.wat,
        van.eenheid,
        van.richting,
        van.nu if zonder_begin else eigen.nu,
        van.nu_dag if zonder_begin else eigen.nu_dag,
        eigen.dan,
    )


def judge_goal(knoop: Knoop, maat: Maat, peildag: date) -> Oordeel:  # noqa: PLR0911 - een regel per uitkomst
    """Geef de kleur van een ambitie, streefdoel of tussendoel."""
    doel = size(maat.dan, maat)
    if doel is None:
        return Oordeel("grijs", "geen-doel")
    bij = latest(knoop, peildag, gemeten=True)
    nu = size(bij.waarde, maat) if bij else None
    over = knoop.klaar is not None and knoop.klaar < peildag
    if bij is None or nu is None or bij.dag is None:
        return Oordeel("rood", "niet-gemeten") if over else Oordeel("grijs", "geen-meting")
    if reached(maat, nu, doel):
        return Oordeel("groen", "gehaald", bij)
    if knoop.klaar is not None and (over or bij.dag >= knoop.klaar):
        return Oordeel("rood", "niet-gehaald", bij)
    begin = size(maat.nu, maat)
    if begin is not None and not reached(maat, nu, begin):
        return Oordeel("rood", "verkeerde-kant", bij)
    lijn = expected(maat, knoop.klaar, bij.dag) if knoop.klaar else None
    if lijn is None:
        return Oordeel("grijs", "geen-lijn", bij)
    if reached(maat, nu, lijn):
        return Oordeel("groen", "op-koers", bij, lijn)
    return Oordeel("oranje", "onder-de-lijn", bij, lijn)


def judge_activity(  # noqa: PLR0911 - een regel per uitkomst
    activiteit: Activiteit, peildag: date, regels: Regels
) -> Oordeel:
    """Geef de kleur van een activiteit."""
    bij = latest(activiteit, peildag, gemeten=False)
    stand = bij.stand if bij else ""
    if activiteit.besluit == "stoppen":
        return Oordeel("grijs", "gestopt", bij)
    if stand == "klaar":
        bewijs = bij is not None and bool(bij.gezien.strip() or bij.waarde.getal is not None)
        return Oordeel("groen", "klaar", bij) if bewijs else Oordeel("oranje", "zonder-bewijs", bij)
    if activiteit.klaar is not None and activiteit.klaar < peildag:
        return Oordeel("rood", "over-datum", bij)
    if stand == "achter":
        return Oordeel("oranje", "achter", bij)
    if stand != "op-schema":
        begonnen = activiteit.begin is not None and activiteit.begin < peildag
        return (
            Oordeel("oranje", "niet-begonnen", bij) if begonnen else Oordeel("grijs", "later", bij)
        )
    if bij is not None and bij.dag is not None and (peildag - bij.dag).days > regels.stil:
        return Oordeel("oranje", "stil", bij)
    return Oordeel("groen", "op-schema", bij)


def judge(kern: Kern, regels: Regels, peildag: date) -> dict[str, Oordeel]:
    """Geef de kleur van alles in de doelenboom, per kenmerk.

    Een maatregel krijgt de kleur van de activiteit eronder met de meeste zorg.
    """
    uit = {kern.ambitie.id: judge_goal(kern.ambitie, kern.ambitie.maat, peildag)}
    for doel in kern.doelen:
        uit[doel.id] = judge_goal(doel, doel.maat, peildag)
        for tussen in doel.tussendoelen:
            uit[tussen.id] = judge_goal(tussen, measure_of(tussen, doel), peildag)
    onder: dict[str, list[Oordeel]] = {}
    for activiteit in kern.activiteiten:
        uit[activiteit.id] = oordeel = judge_activity(activiteit, peildag, regels)
        onder.setdefault(activiteit.maatregel, []).append(oordeel)
    for maatregel in kern.maatregelen:
        kleuren = [oordeel.kleur for oordeel in onder.get(maatregel.id, [])]
        zorg = min(kleuren, key=KLEUREN.index, default=None)
        uit[maatregel.id] = Oordeel(zorg or "grijs", "meeste-zorg" if zorg else "leeg")
    return uit
