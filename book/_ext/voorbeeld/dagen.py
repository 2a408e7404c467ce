"""Passen de dagen van de voorbeeldschool in haar schooljaar?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lv_tools.basis.gegevens.feestdagen import holiday_on
from lv_tools.basis.taal.notatie import datum
from voorbeeld.school import Activiteit, School

DINSDAG = 1
VRIJDAG = 4


def school_days(school: School, van: date, tot: date) -> Iterator[date]:
    """Geef de schooldagen in een periode."""
    dag = van
    while dag <= tot:
        if not closed(school, dag):
            yield dag
        dag += timedelta(days=1)


def closed(school: School, dag: date) -> str:
    """Zeg waarom er op een dag geen school is, of geef een lege tekst."""
    if not school.school.begin <= dag <= school.school.eind:
        return "buiten het schooljaar"
    if dag.weekday() > VRIJDAG:
        return "in het weekend"
    vrij = next((d.wat for d in school.druk if d.soort == "vrij" and d.van <= dag <= d.tot), "")
    feest = holiday_on(dag)
    return vrij or (feest.naam if feest and not feest.noot else "")


def hours(school: School) -> Iterator[str]:
    """Kijk of de uren optellen, en of wekelijks ook elke week is."""
    som, plan = sum(a.uren for a in school.planned), school.plan
    if som != (er := plan.uren_bestuur + plan.uren_school):
        yield f"de activiteiten kosten {som} uren, er zijn er {er}"
    wekelijks = {a.id: a for a in school.activiteit}
    for nieuw in (a for a in school.activiteit if a.vervangt):
        oud = wekelijks[nieuw.vervangt]
        if oud.besluit != "stoppen" or nieuw.uren != oud.uren - (oud.uren_gebruikt or 0):
            yield f"activiteit {nieuw.id} krijgt niet de uren die {oud.id} overliet"
        weken = {
            oud.id: (_tuesdays(school, oud), oud.uren),
            nieuw.id: (_tuesdays(school, nieuw), nieuw.uren),
        }
        for id_, (dagen, uren) in weken.items():
            if len(dagen) != uren:
                yield f"activiteit {id_} heeft {len(dagen)} dinsdagen en {uren} uren"
        geweest = [d for d in weken[oud.id][0] if d < school.midterm.dag]
        if len(geweest) != oud.uren_gebruikt:
            yield f"activiteit {oud.id} was {len(geweest)} keer, niet {oud.uren_gebruikt} keer"


def _tuesdays(school: School, activiteit: Activiteit) -> list[date]:
    dagen = school_days(school, activiteit.van, activiteit.klaar)
    return [dag for dag in dagen if dag.weekday() == DINSDAG]


def dates(school: School) -> Iterator[str]:
    """Kijk of elke dag een schooldag is, op de kalender staat en op volgorde komt."""
    vaste: list[tuple[str, date]] = [
        *((m.titel, dag) for m in school.moment for dag in (*m.dagen, *([m.tot] if m.tot else []))),
        *((f"activiteit {a.id}", dag) for a in school.activiteit for dag in (a.van, a.klaar)),
        *((f"doel {d.id}", g.dag) for d in school.doel for g in (d.tussendoel, d.streefdoel)),
        *((f"afspraak van {a.wie}", a.wanneer) for a in school.gesprek.afspraak),
        ("het gesprek", school.gesprek.dag), ("de analyse", school.analyse.dag),
    ]  # fmt: skip
    for wat, dag in vaste:
        if reden := closed(school, dag):
            yield f"{wat}: {datum(dag)} valt {reden}"
    momenten = {dag for m in school.moment for dag in m.dagen}
    for wat, dag in (
        ("het plan", school.plan.dag), ("het verslag", school.midterm.verslag),
        ("de midterm review", school.midterm.dag), ("het bericht", school.midterm.bericht),
        ("het gesprek", school.gesprek.dag), ("de urgentiemeter", school.urgentie.dag),
        ("de scan", school.scan.dag),
    ):  # fmt: skip
        if dag not in momenten:
            yield f"{wat} van {datum(dag)} staat niet op de kalender"
    volgorde = (
        school.analyse.dag, school.scan.dag, school.plan.dag, school.gesprek.dag,
        school.midterm.verslag, school.midterm.dag, school.midterm.bericht,
    )  # fmt: skip
    if list(volgorde) != sorted(volgorde):
        yield "analyse, scan, plan, gesprek, verslag, midterm en bericht staan niet op volgorde"
    for afspraak in school.gesprek.afspraak:
        if not school.gesprek.dag <= afspraak.wanneer <= school.midterm.dag:
            yield f"de afspraak van {afspraak.wie} valt niet tussen gesprek en midterm review"
    if any(a.klaar < a.van for a in school.activiteit):
        yield "een activiteit is klaar voordat zij begint"


def visits(school: School) -> Iterator[str]:
    """Kijk of het lesbezoek valt in weken met les; de eerste versie van het plan deed dat niet."""
    toetsen = [d for d in school.druk if d.soort == "toetsweek"]
    for moment in school.moment:
        if moment.soort == "lesbezoek" and any(
            d.van <= (moment.tot or moment.dagen[0]) and moment.dagen[0] <= d.tot for d in toetsen
        ):
            yield f"{moment.titel} valt in een toetsweek"
    rondes = {(r.van, r.tot) for r in school.ronde}
    gepland = {(m.dagen[0], m.tot) for m in school.moment if m.soort == "lesbezoek"}
    if rondes != gepland:
        yield "de rondes lesbezoek staan anders op de kalender"
    for activiteit in school.activiteit:
        eerst = activiteit.van_eerst
        if eerst and not any(d.van <= eerst <= d.tot for d in toetsen):
            yield f"activiteit {activiteit.id} stond eerst niet in een toetsweek"
