"""De figuren die groepen en onderwerpen naast elkaar zetten."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tekening import Rijen, dodge, marker
from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.urgentiemeter.figuur.tekening import layout, threshold
from lv_tools.urgentiemeter.model.beleving import Groep
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.model.zinnen import (
    BRON,
    counted,
    group_heading,
    numbered,
    own_words,
    percent,
    write_standard,
)
from lv_tools.urgentiemeter.teksten import STANDAARDEN, Instrument

#: Hoeveel stellingen de figuur met verschillen hoogstens toont.
MEESTE_VERSCHILLEN = 6


def draw_differences(uitslag: Uitslag, inhoud: Instrument) -> Figuurblad | None:
    """Teken de stellingen waarop groepen het verst uit elkaar liggen."""
    groepen = uitslag.beleving.groepen
    top = [k for k in uitslag.beleving.verschillen if k.verschil][:MEESTE_VERSCHILLEN]
    if len(groepen) < 2 or not top:
        return None
    rijen = Rijen()
    plekken = {kloof.vraag: rijen.add(numbered(kloof.vraag, inhoud)) for kloof in top}
    lijn: dict[str, list[float | None]] = {"x": [], "y": []}
    for code, y in plekken.items():
        waarden = [float(100 * a) for g in groepen if (a := g.eens[code]) is not None]
        lijn["x"] += [min(waarden), max(waarden), None]
        lijn["y"] += [y, y, None]
    data: list[dict[str, Any]] = [
        {
            "mode": "lines",
            **lijn,
            "line": {"color": stijl.RAND, "width": 2},
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]
    schuif = {code: _spread(groepen, code) for code in plekken}
    for nummer, groep in enumerate(groepen):
        punten = {code: a for code in plekken if (a := groep.eens[code]) is not None}
        data.append(
            {
                "mode": "markers",
                "name": stijl.plain(groep.naam),
                "x": [float(100 * a) for a in punten.values()],
                "y": [plekken[code] + schuif[code][groep.naam] for code in punten],
                "marker": marker(nummer),
                "hoverinfo": "skip",
                "cliponaxis": False,
            }
        )
    grootste = top[0]
    return Figuurblad(
        figuur={"data": data, "layout": layout(rijen, legenda=True)},
        titel="Grootste verschillen tussen groepen",
        samenvatting=(
            f"Het grootste verschil zit bij ‘{inhoud.stellingen[grootste.vraag].kort}’: "
            f"{percent(_share(groepen, grootste.laag, grootste.vraag))} eens bij {grootste.laag}, "
            f"{percent(_share(groepen, grootste.hoog, grootste.vraag))} bij {grootste.hoog}."
        ),
        kolommen=("Stelling", *(group_heading(g, uitslag.beleving) for g in groepen)),
        rijen=tuple(
            (numbered(code, inhoud), *(percent(g.eens[code]) for g in groepen)) for code in plekken
        ),
        bron=BRON,
        n=counted(uitslag.beleving),
        zegt_niet=(
            "In een kleine rol maakt één mens al een groot verschil: bij twee mensen schuift het "
            "aandeel met 50 procentpunten. Kijk dus ook naar n. "
            f"{own_words(uitslag.beleving, inhoud)}"
        ).strip(),
    )


def draw_standards(uitslag: Uitslag, inhoud: Instrument) -> Figuurblad | None:
    """Teken hoe vaak elke standaard genoemd is, en door welke rol."""
    geheel = uitslag.beleving.geheel
    if geheel is None or not geheel.positie.noemers:
        return None
    positie, groepen = geheel.positie, uitslag.beleving.groepen
    aandelen = {code: a for code, a in positie.aandelen.items() if a is not None}
    volgorde = sorted(aandelen, key=lambda code: -aandelen[code])
    getoond = [code for code in volgorde if aandelen[code]] or volgorde[:3]
    rijen = Rijen()
    plekken = [
        rijen.add(f"{percent(aandelen[code])}  {write_standard(code, inhoud)}", hoogte=16)
        for code in getoond
    ]
    grens = uitslag.scan.regels.genoemd_vanaf
    vaakst = [code for code in volgorde if aandelen[code] == aandelen[volgorde[0]]]
    eerste = opsomming([write_standard(code, inhoud) for code in vaakst])
    noemers = aantal(positie.noemers, "mens beantwoordde", "mensen beantwoordden")
    return Figuurblad(
        figuur={
            "data": [
                {
                    "type": "bar",
                    "orientation": "h",
                    "x": [float(100 * aandelen[code]) for code in getoond],
                    "y": plekken,
                    "width": 14,
                    "marker": {
                        "color": [
                            stijl.ACCENT if code in positie.genoemd else stijl.RAND
                            for code in getoond
                        ]
                    },
                    "hoverinfo": "skip",
                }
            ],
            "layout": layout(rijen, vormen=[threshold(grens, rijen.hoogte)]),
        },
        titel="Welke onderwerpen horen volgens de groep bij het probleem?",
        samenvatting=(
            f"Het vaakst genoemd: {eerste} ({percent(aandelen[volgorde[0]])}). "
            f"{len(positie.genoemd)} van de {len(volgorde)} onderwerpen halen de grens van "
            f"{grens}%."
            if aandelen[volgorde[0]]
            else "Niemand noemde een onderwerp."
        ),
        kolommen=("Onderwerp", "Hele groep", *(f"{g.naam} (n = {_n(g)})" for g in groepen)),
        rijen=tuple(
            (
                write_standard(code, inhoud),
                percent(aandelen[code]),
                *(percent(groep.positie.aandelen[code]) for groep in groepen),
            )
            for code in volgorde
        ),
        bron=BRON,
        n=f"{noemers} deze vraag; {counted(uitslag.beleving)}",
        zegt_niet=(
            "Een onderwerp dat vaak genoemd is, hoeft niet de oorzaak te zijn. Een onderwerp dat "
            "niemand noemt, kan toch spelen."
        ),
    )


def _share(groepen: Sequence[Groep], naam: str, code: str) -> Fraction | None:
    return next(groep.eens[code] for groep in groepen if groep.naam == naam)


def _n(groep: Groep) -> int:
    return groep.telling.keuzes[STANDAARDEN].totaal


def _spread(groepen: Sequence[Groep], code: str) -> dict[str, float]:
    """Geef per groep hoeveel pixels haar teken omlaag schuift bij een stelling."""
    bekend = {
        groep.naam: float(100 * a) for groep in groepen if (a := groep.eens[code]) is not None
    }
    return dict(zip(bekend, dodge(list(bekend.values())), strict=True))
