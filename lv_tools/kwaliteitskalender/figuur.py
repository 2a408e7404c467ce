"""Het jaar in één tekening, en hoe vol elke week is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.taal.notatie import LEEG, aantal, datum, datum_kort, gevolgd, opsomming
from lv_tools.kwaliteitskalender.model.bronnen import Kalenderpunt
from lv_tools.kwaliteitskalender.model.controle import day_name
from lv_tools.kwaliteitskalender.model.uitkomst import Jaarbeeld, month_starts
from lv_tools.kwaliteitskalender.teksten import Kalenderinhoud

_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_VORMEN = ("circle", "square", "diamond", "triangle-up", "line-ew-open", "star", "x")
#: Wat op dezelfde dag valt, komt om en om onder en boven de regel.
_SCHUIF = (0.0, 0.22, -0.22, 0.38, -0.38)
_TINT = {"vakantie": 0.35, "toetsweek": 0.6}


def draw_year(
    beeld: Jaarbeeld, inhoud: Kalenderinhoud, punten: Sequence[Kalenderpunt] | None = None
) -> Figuurblad | None:
    """Teken het jaar: een regel per maand, een plek per dag; zonder punten is er geen figuur."""
    toon = beeld.punten if punten is None else punten
    if not toon:
        return None
    rij = {(m.year, m.month): nr for nr, m in enumerate(month_starts(beeld.jaar))}
    data = _periods(beeld, inhoud, rij)
    gehad: dict[date, int] = {}
    for plek, (aard, naam) in enumerate(inhoud.aard.items()):
        eigen = [k for k in toon if k.punt.aard == aard and k.punt.dag and k.punt.dag in beeld.jaar]
        lijnen = [_line(k, rij, gehad) for k in eigen]
        if lijnen:
            data.append(_trace(naam, plek, lijnen))
    figuur = {
        "data": data,
        "layout": stijl.layout(
            hoogte=stijl.height_for(len(rij), 40),
            legenda=True,
            x={"range": [0.2, 31.8], "tickvals": [1, 5, 10, 15, 20, 25, 31]},
            y={
                "range": [len(rij) - 0.4, -0.6],
                "tickvals": list(rij.values()),
                "ticktext": [_KORT[maand - 1] for _jaar, maand in rij],
            },
        ),
    }
    telling = opsomming(
        [
            f"{naam.lower()} {n} keer"
            for aard, naam in inhoud.aard.items()
            if (n := sum(k.punt.aard == aard for k in toon))
        ]
    )
    return Figuurblad(
        figuur,
        inhoud.zeg("figuur_jaar", jaar=beeld.jaar.naam),
        inhoud.zeg("figuur_jaar_zin", n=aantal(len(toon), "punt", "punten"), telling=telling),
        tuple(inhoud.zeg(f"kolom_{naam}") for naam in ("dag", "tijd", "wat", "aard", "wie")),
        tuple(table_row(k, inhoud) for k in toon),
        inhoud.zeg("figuur_bron"),
        aantal(len(toon), "punt", "punten"),
        inhoud.zeg("figuur_jaar_niet"),
    )


def draw_weeks(beeld: Jaarbeeld, inhoud: Kalenderinhoud) -> Figuurblad | None:
    """Teken hoeveel punten er in elke week vallen, met de grens van een drukke week."""
    weken = beeld.weken
    if not any(week.punten for week in weken):
        return None
    druk = [len(week.punten) >= beeld.druk for week in weken]
    dagen = [week.maandag.isoformat() for week in weken]
    figuur = {
        "data": [
            {
                "type": "bar",
                "x": dagen,
                "y": [len(week.punten) for week in weken],
                "marker": {"color": [stijl.LETOP if vol else stijl.ACCENT for vol in druk]},
                "text": [f"week van {datum(week.maandag)}" for week in weken],
                "textposition": "none",
                "hovertemplate": "%{text}: %{y}<extra></extra>",
                "showlegend": False,
            },
            {
                "type": "scatter",
                "mode": "lines",
                "x": [dagen[0], dagen[-1]],
                "y": [beeld.druk, beeld.druk],
                "line": {"color": stijl.LETOP, "dash": "dash", "width": 2},
                "hoverinfo": "skip",
                "showlegend": False,
            },
        ],
        "layout": stijl.layout(
            hoogte=240,
            x={
                "type": "date",
                "tickvals": [m.isoformat() for m in month_starts(beeld.jaar)],
                "ticktext": [_KORT[m.month - 1] for m in month_starts(beeld.jaar)],
            },
            y={"rangemode": "tozero", "dtick": 2 if max(len(w.punten) for w in weken) > 4 else 1},
        ),
    }
    vol = sum(druk)
    return Figuurblad(
        figuur,
        inhoud.zeg("figuur_weken", jaar=beeld.jaar.naam),
        inhoud.zeg(
            "figuur_weken_zin",
            n=aantal(vol, "week is", "weken zijn"),
            grens=beeld.druk,
            leeg=aantal(sum(not w.punten for w in weken), "week", "weken"),
        ),
        (inhoud.zeg("kolom_week"), inhoud.zeg("kolom_aantal"), inhoud.zeg("kolom_wat")),
        tuple(
            (
                f"{week.maandag.isocalendar().week}: {datum(week.maandag)}",
                len(week.punten),
                opsomming([k.punt.wat for k in week.punten]) or LEEG,
            )
            for week in weken
        ),
        inhoud.zeg("figuur_bron"),
        aantal(len(weken), "week", "weken"),
        inhoud.zeg("figuur_weken_niet"),
    )


def table_row(k: Kalenderpunt, inhoud: Kalenderinhoud) -> tuple[str, str, str, str, str]:
    """Geef dag, tijd, wat, soort en wie van een punt, als tekst."""
    punt = k.punt
    dag = day_name(punt.dag)
    if punt.meerdaags and punt.laatste:
        dag = f"{dag} t/m {datum_kort(punt.laatste)}"
    tijd = f"{punt.begin.hour}.{punt.begin.minute:02d} uur" if punt.begin else LEEG
    return dag, tijd, punt.wat or LEEG, inhoud.aard[punt.aard], punt.wie or LEEG


def _periods(
    beeld: Jaarbeeld, inhoud: Kalenderinhoud, rij: dict[tuple[int, int], int]
) -> list[dict[str, Any]]:
    """Teken vakanties en toetsweken als balken achter de dagen."""
    data = []
    for soort, dekking in _TINT.items():
        van, lang, plek, naam = [], [], [], []
        for periode in beeld.jaar.perioden:
            if periode.soort != soort or not (periode.van and periode.tot):
                continue
            for begin, eind in _months_of(periode.van, periode.tot):
                if (begin.year, begin.month) in rij:
                    van.append(begin.day - 0.5)
                    lang.append(eind.day - begin.day + 1)
                    plek.append(rij[begin.year, begin.month])
                    naam.append(stijl.plain(periode.naam or inhoud.periode[soort]))
        if van:
            kleur = stijl.RAND if soort == "vakantie" else stijl.LETOP
            data.append(
                {
                    "type": "bar",
                    "orientation": "h",
                    "x": lang,
                    "y": plek,
                    "base": van,
                    "width": 0.9,
                    "marker": {"color": kleur, "opacity": dekking},
                    "text": naam,
                    "textposition": "none",
                    "hovertemplate": "%{text}<extra></extra>",
                    "name": inhoud.periode[soort],
                }
            )
    return data


def _months_of(van: date, tot: date) -> list[tuple[date, date]]:
    """Knip een periode in stukken van een maand."""
    uit: list[tuple[date, date]] = []
    begin = van
    while begin <= tot and len(uit) < 14:
        volgende = date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
        uit.append((begin, min(tot, volgende - timedelta(days=1))))
        begin = volgende
    return uit


def _line(
    k: Kalenderpunt, rij: dict[tuple[int, int], int], gehad: dict[date, int]
) -> tuple[list[float | None], list[float | None], str]:
    """Geef de plekken van een punt; wat op dezelfde dag valt, komt er net naast."""
    dag = k.punt.dag or date.max
    laatste = k.punt.laatste or dag
    if k.punt.aard == "activiteit":
        laatste = dag
    schuif = _SCHUIF[min(gehad.get(dag, 0), len(_SCHUIF) - 1)]
    gehad[dag] = gehad.get(dag, 0) + 1
    x: list[float | None] = []
    y: list[float | None] = []
    for begin, eind in _months_of(dag, max(dag, laatste)):
        plek = rij.get((begin.year, begin.month))
        if plek is not None:
            x += [begin.day, eind.day, None] if eind > begin else [begin.day, None]
            y += [plek + schuif] * (2 if eind > begin else 1) + [None]
    return x, y, stijl.plain(gevolgd(k.punt.wat, day_name(dag)))


def _trace(
    naam: str, plek: int, lijnen: Sequence[tuple[list[float | None], list[float | None], str]]
) -> dict[str, Any]:
    kleur = (*stijl.REEKS, stijl.TEKST)[plek]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": naam,
        "x": [x for xs, _ys, _tip in lijnen for x in xs],
        "y": [y for _xs, ys, _tip in lijnen for y in ys],
        "text": [tip for xs, _ys, tip in lijnen for _x in xs],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": kleur, "size": 9, "symbol": _VORMEN[plek % len(_VORMEN)],
                   "line": {"width": 2, "color": kleur}},
        "line": {"color": kleur, "width": 4},
    }  # fmt: skip
