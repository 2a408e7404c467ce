"""Van elk hulpmiddel het voorbeeld: de ingevulde staat, haar dag en kenmerk, en wat zij klaarlegt.

De volgorde is die van het verhaal. Een nieuw hulpmiddel krijgt hier een functie.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from lv_tools.basis.uitwisseling.stukken import Stuk
from voorbeeld.lezen import school

#: Hulpmiddel, staat, dag, kenmerk van het werk, en wat daaruit klaarligt.
Werk = tuple[Any, Any, date, str, tuple[Stuk, ...]]


def urgentiemeter(_naam: str) -> Werk:
    """De meting van de voorbeeldschool, met haar signalen en vragen."""
    from lv_tools.urgentiemeter.hulpmiddel import URGENTIEMETER
    from lv_tools.urgentiemeter.stilbeeld import example
    from lv_tools.urgentiemeter.verslag.meegeven import parcel

    inhoud = URGENTIEMETER.inhoud()
    meting = example(inhoud)
    return URGENTIEMETER, meting.scan, school().urgentie.dag, "meting", parcel(meting, inhoud)


def lesbezoek(naam: str) -> Werk:
    """De ronde van het najaar, met wat die oplevert."""
    from lv_tools.lesbezoek.hulpmiddel import LESBEZOEK
    from lv_tools.lesbezoek.model.meegeven import points, questions
    from lv_tools.lesbezoek.model.uitkomst import compute
    from lv_tools.lesbezoek.model.voorbeeld import example

    inhoud = LESBEZOEK.inhoud()
    ronde = replace(example(inhoud), naam=f"{naam}, najaar")
    stukken = (*points(ronde), *questions(compute(ronde), inhoud))
    return LESBEZOEK, ronde, school().ronde[0].tot, ronde.kenmerk, stukken


def risicoscan(naam: str) -> Werk:
    """De scan, met de verbeterpunten."""
    from lv_tools.risicoscan.hulpmiddel import RISICOSCAN
    from lv_tools.risicoscan.model.scan import pieces
    from lv_tools.risicoscan.model.voorbeeld import example

    scan = replace(example(RISICOSCAN.inhoud()), naam=naam)
    return RISICOSCAN, scan, school().scan.dag, scan.werk, pieces(scan)


def verbeterplan(_naam: str) -> Werk:
    """Het plan halverwege het jaar."""
    from lv_tools.verbeterplan.hulpmiddel import VERBETERPLAN
    from lv_tools.verbeterplan.model.uitkomst import compute, example
    from lv_tools.verbeterplan.model.uitwisselen import give

    inhoud = VERBETERPLAN.inhoud()
    plan = example(inhoud)
    stukken = give(plan, compute(plan, inhoud).oordelen, inhoud)
    return VERBETERPLAN, plan, school().midterm.dag, plan.kenmerk, stukken


def kwaliteitskalender(_naam: str) -> Werk:
    """Het schooljaar."""
    from lv_tools.kwaliteitskalender.hulpmiddel import KWALITEITSKALENDER
    from lv_tools.kwaliteitskalender.verslag.beeld import compute, example, give

    inhoud = KWALITEITSKALENDER.inhoud()
    jaar = replace(example(inhoud), kenmerk="0")
    punten = give(compute(jaar, inhoud))
    return KWALITEITSKALENDER, jaar, school().school.begin, jaar.kenmerk, punten


def kwaliteitsprofiel(_naam: str) -> Werk:
    """Het profiel van de kwaliteitsmedewerker, met vragen en afspraken."""
    from lv_tools.kwaliteitsprofiel.hulpmiddel import KWALITEITSPROFIEL
    from lv_tools.kwaliteitsprofiel.model.gids import for_dossier
    from lv_tools.kwaliteitsprofiel.model.samen import actions
    from lv_tools.kwaliteitsprofiel.model.uitkomst import compute
    from lv_tools.kwaliteitsprofiel.model.voorbeeld import example

    inhoud = KWALITEITSPROFIEL.inhoud()
    profiel = example(inhoud)
    stukken = (*for_dossier(compute(profiel, inhoud).gids, inhoud), *actions(profiel.kern))
    return KWALITEITSPROFIEL, profiel, school().kwaliteitsprofiel.dag, "profiel", stukken


def verbeterbord(_naam: str) -> Werk:
    """Het bord van een team, met wat leerlingen merkten."""
    from lv_tools.verbeterbord.hulpmiddel import VERBETERBORD
    from lv_tools.verbeterbord.model.uitwisselen import give

    inhoud = VERBETERBORD.inhoud()
    bord, dag = inhoud.voorbeeld.bord, inhoud.voorbeeld.dag
    return VERBETERBORD, bord, dag, bord.kenmerk, give(bord, inhoud)


def kwaliteitsrapportage(_naam: str) -> Werk:
    """Het blad voor het Q-gesprek in juni, met vragen en afspraken."""
    from lv_tools.kwaliteitsrapportage.hulpmiddel import KWALITEITSRAPPORTAGE
    from lv_tools.kwaliteitsrapportage.model.rapportage import Rapportage
    from lv_tools.kwaliteitsrapportage.model.uitwisselen import give

    inhoud = KWALITEITSRAPPORTAGE.inhoud()
    blad = inhoud.voorbeeld
    werk = Rapportage("rapportage", blad)
    dag = blad.dag or school().school.eind
    return KWALITEITSRAPPORTAGE, werk, dag, werk.kenmerk, give(blad, inhoud)


def inspectiebezoek(_naam: str) -> Werk:
    """Het bezoek, op de dag erna."""
    from lv_tools.inspectiebezoek.hulpmiddel import INSPECTIEBEZOEK
    from lv_tools.inspectiebezoek.model.uitkomst import at_day, example
    from lv_tools.inspectiebezoek.model.uitwisselen import give
    from lv_tools.inspectiebezoek.verslag.draaiboek import DAG_ERNA

    inhoud = INSPECTIEBEZOEK.inhoud()
    bezoek = replace(example(inhoud), kenmerk="bezoek")
    stukken = give(at_day(bezoek, inhoud, DAG_ERNA), inhoud)
    return INSPECTIEBEZOEK, bezoek, DAG_ERNA, bezoek.kenmerk, stukken


WERKEN: tuple[Callable[[str], Werk], ...] = (
    urgentiemeter,
    lesbezoek,
    risicoscan,
    verbeterplan,
    kwaliteitskalender,
    kwaliteitsprofiel,
    verbeterbord,
    kwaliteitsrapportage,
    inspectiebezoek,
)
