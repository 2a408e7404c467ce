"""De rode draad van een reeks en het ritme van een schooljaar als figuur."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.taal.notatie import LEEG, aantal, datum, datum_kort, opsomming
from lv_tools.gespreksprompter.model.reeks import Draad
from lv_tools.gespreksprompter.model.ritme import DAGEN, Periode, Rooster
from lv_tools.gespreksprompter.teksten import inhoud

#: Zoveel gesprekken passen nog met een opschrift eronder naast elkaar.
_MET_OPSCHRIFT = 8
_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def draw_thread(draad: Draad) -> Figuurblad | None:
    """Teken welke fasen in welke gesprekken aan bod kwamen; zonder gesprekken is er geen figuur."""
    if not draad.gesprekken:
        return None
    bekend = inhoud()
    fasen = list(draad.fasen)
    gezien, misschien = set(draad.punten), set(draad.misschien)
    titels = [_label(g.moment.dag, nr) for nr, g in enumerate(draad.gesprekken, 1)]
    data: list[dict[str, Any]] = []
    for plek, fase in enumerate(fasen):
        wel = [nr for nr in range(len(titels)) if (fase, nr) in gezien]
        open_ = [nr for nr in range(len(titels)) if (fase, nr) in misschien]
        niet = [nr for nr in range(len(titels)) if (fase, nr) not in gezien | misschien]
        naam = bekend.fasen[fase].naam
        data.append(
            _dots(wel, plek, stijl.REEKS[plek], "circle", [f"{naam}: {titels[n]}" for n in wel])
        )
        if open_:
            tips = [f"{naam}, niet vastgelegd: {titels[n]}" for n in open_]
            data.append(_dots(open_, plek, stijl.REEKS[plek], "circle-open-dot", tips))
        data.append(
            _dots(
                niet, plek, stijl.RAND, "circle-open", [f"{naam} niet: {titels[n]}" for n in niet]
            )
        )
    om = max(1, -(-len(titels) // _MET_OPSCHRIFT))
    plekken = list(range(0, len(titels), om))
    figuur = {
        "data": data,
        "layout": stijl.layout(
            hoogte=290,
            x={
                "tickvals": plekken,
                "ticktext": [titels[p] for p in plekken],
                "range": [-0.6, len(titels) - 0.4],
            },
            y={
                "tickvals": list(range(len(fasen))),
                "ticktext": [bekend.fasen[f].naam for f in fasen],
                "range": [len(fasen) - 0.5, -0.5],
            },
        ),
    }
    return Figuurblad(
        figuur,
        bekend.text("draad", "titel"),
        _thread_sentence(draad),
        ("Gesprek", *(bekend.fasen[f].naam for f in fasen)),
        tuple(
            (titel, *(_cell((fase, nr), gezien, misschien) for fase in fasen))
            for nr, titel in enumerate(titels)
        ),
        bekend.text("draad", "bron"),
        aantal(len(titels), "gehouden gesprek", "gehouden gesprekken"),
        bekend.text("draad", "zegt_niet"),
    )


def draw_rhythm(rooster: Rooster, periode: Periode) -> Figuurblad | None:
    """Teken de overleggen van een schooljaar per tafel; zonder overleggen is er geen figuur."""
    if not rooster.overleggen:
        return None
    bekend = inhoud()
    volgorde = [*bekend.tafels]
    tafels = sorted(
        dict.fromkeys(o.tafel for o in rooster.overleggen),
        key=lambda t: volgorde.index(t.code) if t.code in volgorde else len(volgorde),
    )
    data = []
    for plek, tafel in enumerate(tafels):
        eigen = [o for o in rooster.overleggen if o.tafel == tafel]
        kleur = stijl.REEKS[plek % len(stijl.REEKS)]
        tips = [f"{stijl.plain(tafel.naam)}: {datum(o.dag)}" for o in eigen]
        dagen = [(o.dag - periode.van).days for o in eigen]
        data.append(_dots(dagen, plek, kleur, "circle", tips, grootte=11))
    begin = _month_starts(periode)
    figuur = {
        "data": data,
        "layout": stijl.layout(
            hoogte=stijl.height_for(len(tafels), 44),
            x={
                "tickvals": [(d - periode.van).days for d in begin],
                "ticktext": [_KORT[d.month - 1] for d in begin],
                "range": [-6, (periode.tot - periode.van).days + 6],
            },
            y={
                "tickvals": list(range(len(tafels))),
                "ticktext": [_wrapped(tafel.naam) for tafel in tafels],
                "range": [len(tafels) - 0.5, -0.5],
            },
        ),
    }
    keren = opsomming(
        [f"{t.naam} {sum(o.tafel == t for o in rooster.overleggen)} keer" for t in tafels]
    )
    return Figuurblad(
        figuur,
        f"{bekend.text('ritme', 'titel')} {periode.van.year}-{periode.tot.year}",
        f"Samen {aantal(len(rooster.overleggen), 'overleg', 'overleggen')}: {keren}.",
        bekend.kolommen["overleggen"],
        tuple(
            (
                f"{DAGEN[o.dag.weekday()] if o.dag.weekday() < 5 else 'weekend'} {datum(o.dag)}",
                o.tafel.naam,
                f"{o.tijd.hour}.{o.tijd.minute:02d} uur",
                opsomming(o.onderwerpen) or LEEG,
            )
            for o in rooster.overleggen
        ),
        bekend.text("ritme", "bron"),
        aantal(len(rooster.overleggen), "overleg", "overleggen"),
        bekend.text("ritme", "zegt_niet"),
    )


def _cell(punt: tuple[str, int], gezien: Set[object], misschien: Set[object]) -> str:
    if punt in gezien:
        return "aan bod"
    return "in de gids" if punt in misschien else LEEG


def _thread_sentence(draad: Draad) -> str:
    bekend = inhoud()
    zinnen = []
    if draad.nooit:
        namen = opsomming([bekend.fasen[f].naam for f in draad.nooit])
        zinnen.append(bekend.text("draad", "nooit", fasen=namen))
    else:
        if all(draad.times(fase) for fase in draad.fasen):
            zinnen.append(bekend.text("draad", "alle"))
        keren = opsomming([f"{bekend.fasen[f].naam} {draad.times(f)} keer" for f in draad.fasen])
        zinnen.append(f"{keren}." if zinnen else bekend.text("draad", "keren", keren=keren))
    if draad.onbekend:
        gesprekken = aantal(draad.onbekend, "gesprek", "gesprekken")
        zinnen.append(bekend.text("draad", "onbekend", gesprekken=gesprekken))
    return " ".join(zinnen)


def _label(dag: date | None, nummer: int) -> str:
    return datum_kort(dag) if dag else f"gesprek {nummer}"


def _dots(
    x: list[int], plek: int, kleur: str, vorm: str, tips: list[str], *, grootte: int = 16
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": [plek] * len(x),
        "marker": {"size": grootte, "color": kleur, "symbol": vorm, "line": {"width": 2}},
        "text": tips,
        "hovertemplate": "%{text}<extra></extra>",
        "showlegend": False,
    }


def _month_starts(periode: Periode) -> list[date]:
    uit, dag = [], periode.van.replace(day=1)
    while dag <= periode.tot:
        if dag >= periode.van:
            uit.append(dag)
        dag = date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)
    return uit


def _wrapped(naam: str) -> str:
    """Breek een lange naam over twee regels, zodat de tekening op een telefoon ruimte houdt."""
    woorden = stijl.plain(naam).split()
    half = -(-len(woorden) // 2)
    return (
        " ".join(woorden)
        if len(naam) <= 16
        else f"{' '.join(woorden[:half])}<br>{' '.join(woorden[half:])}"
    )
