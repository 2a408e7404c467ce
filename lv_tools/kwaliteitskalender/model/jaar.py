"""Schooljaren: een jaar openen, en meenemen wat volgend jaar weer komt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lv_tools.kwaliteitskalender.model.bronnen import point_id
from lv_tools.kwaliteitskalender.model.kalender import Jaar, Kalender, Punt


def school_year_of(dag: date) -> int:
    """Geef het jaar waarin het schooljaar van deze dag begint; het begint op 1 augustus."""
    return dag.year if dag.month >= 8 else dag.year - 1


def new_year(begint: int) -> Jaar:
    """Geef een leeg schooljaar, met lessen van september tot half juli als voorstel."""
    return Jaar(str(begint), date(begint, 9, 1), date(begint + 1, 7, 10))


def begin(dag: date) -> Kalender:
    """Geef een lege kalender voor het schooljaar van deze dag."""
    jaar = new_year(school_year_of(dag))
    return Kalender(jaar.id, (jaar,))


def open_year(kalender: Kalender, begint: int) -> Kalender:
    """Ga naar een schooljaar; is het er nog niet, dan komt het erbij."""
    jaren = {j.begint: j for j in kalender.jaren}
    jaren.setdefault(begint, new_year(begint))
    return replace(kalender, jaar=str(begint), jaren=tuple(jaren[j] for j in sorted(jaren)))


def carry_over(kalender: Kalender) -> Kalender:
    """Neem het open schooljaar mee naar het volgende, en open dat.

    Een eigen punt komt 52 weken later, dus op dezelfde dag van de week; valt het dan nog in het
    oude schooljaar, dan 53 weken. Reeksen lopen vanzelf door. Vakanties gaan niet mee: die zijn
    elk jaar anders. Wat uit het dossier komt ook niet: dat hoort bij zijn plan. Nog een keer
    meenemen verdubbelt niets.
    """
    oud = kalender.year
    nieuw = open_year(kalender, oud.begint + 1)
    bekend = {p.id for p in kalender.punten}
    eigen = [
        p
        for p in kalender.punten
        if not p.bron and not p.weg and p.dag is not None and p.dag in oud
    ]
    ids = {p.id: point_id(p.id, nieuw.jaar) for p in eigen}
    for reeks in kalender.reeksen:
        for stuk in [str(nr) for nr in range(1, 60)] + [f"maand-{m}" for m in range(1, 13)]:
            ids[point_id(reeks.id, f"{oud.id}-{stuk}")] = point_id(reeks.id, f"{nieuw.jaar}-{stuk}")
    erbij = tuple(_next(p, oud, ids) for p in eigen if ids[p.id] not in bekend)
    return replace(nieuw, punten=(*nieuw.punten, *erbij))


def _next(punt: Punt, oud: Jaar, ids: dict[str, str]) -> Punt:
    stap = timedelta(weeks=52)
    if punt.dag is not None and punt.dag + stap in oud:
        stap += timedelta(weeks=1)
    return replace(
        punt,
        id=ids[punt.id],
        vorig=punt.id,
        dag=punt.dag and punt.dag + stap,
        tot=punt.tot and punt.tot + stap,
        bespreek=ids.get(punt.bespreek, ""),
    )
