"""De figuren die groepen en onderwerpen naast elkaar zetten."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import Lijnen, Punten, dodge, marker
from lv_tools.basis.beeld.tekening import PROCENTEN, Rijen, layout_rows, line
from lv_tools.basis.taal.notatie import aantal, opsomming
from lv_tools.urgentiemeter.figuur.tekening import LEGENDA
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
    lijn, sporen = Lijnen(), {groep.naam: Punten() for groep in groepen}
    for code, y in plekken.items():
        waarden = {g.naam: float(100 * a) for g in groepen if (a := g.eens[code]) is not None}
        lijn.add((min(waarden.values()), max(waarden.values())), y)
        for (naam, x), schuif in zip(waarden.items(), dodge([*waarden.values()]), strict=True):
            sporen[naam].add(x, y + schuif)
    data = [
        *lijn.trace(2),
        *(spoor.trace(naam, marker(nummer)) for nummer, (naam, spoor) in enumerate(sporen.items())),
    ]
    grootste = top[0]
    return Figuurblad(
        figuur={"data": data, "layout": layout_rows(rijen, PROCENTEN, legenda=LEGENDA)},
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
    if geheel is None or uitslag.alleen or not geheel.positie.noemers:
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
            "layout": layout_rows(
                rijen, PROCENTEN, vormen=[line(grens, grens, 0, rijen.hoogte, stijl.TEKST)]
            ),
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
