"""De tijdlijn: per activiteit een balk van begin tot eind, met de momenten en de peildag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from lv_tools.basis.beeld.figuurstijl import ACCENT, RAND, TEKST, VLAK, Figuurblad, layout, plain
from lv_tools.basis.taal.notatie import MAANDEN, aantal, datum
from lv_tools.verbeterplan.figuur.boom import VORMEN
from lv_tools.verbeterplan.model.plan import Activiteit
from lv_tools.verbeterplan.model.uitkomst import Uitslag
from lv_tools.verbeterplan.model.uitwisselen import moments
from lv_tools.verbeterplan.teksten import Planinhoud

RIJHOOGTE = 46
MEESTE_RIJEN = 60


def timeline(uitslag: Uitslag, inhoud: Planinhoud) -> Figuurblad | None:
    """Teken de tijdlijn; zonder activiteit met een datum is er geen."""
    zeg = inhoud.zeg
    balken = sorted(
        ((a, *_span(a)) for a in uitslag.kern.activiteiten if a.begin or a.klaar),
        key=lambda balk: (balk[1], balk[2], balk[0].id),
    )
    if not balken:
        return None
    momenten = tuple(moments(uitslag.plan, inhoud))
    druk = Counter(maand for _, van, tot in balken for maand in months(van, tot))
    (jaar, maand), meest = min(druk.items(), key=lambda paar: (-paar[1], paar[0]))
    rijen = [
        (a.wat or zeg("zonder"), a.wie, datum(van), datum(tot),
         inhoud.kleur[uitslag.oordelen[a.id].kleur])
        for a, van, tot in balken
    ]  # fmt: skip
    rijen += [(m.wat, m.wie, datum(m.dag), datum(m.dag), "") for m in momenten]
    return Figuurblad(
        _figure(uitslag, balken[:MEESTE_RIJEN], [m.dag for m in momenten], inhoud),
        zeg("tijd_titel"),
        zeg(
            "tijd_zin",
            van=datum(min(van for _, van, _ in balken)),
            tot=datum(max(tot for _, _, tot in balken)),
            activiteiten=aantal(len(balken), "activiteit", "activiteiten"),
            maand=f"{MAANDEN[maand - 1]} {jaar}",
            n=meest,
        ),
        tuple(zeg(f"kolom_{naam}") for naam in ("tekst", "wie", "begin", "klaar", "kleur")),
        tuple(rijen),
        zeg("figuur_bron", dag=datum(uitslag.peildag)),
        f"{aantal(len(balken), 'activiteit', 'activiteiten')}, "
        f"{aantal(len(momenten), 'moment', 'momenten')}",
        zeg("tijd_niet"),
    )


def months(van: date, tot: date) -> Iterator[tuple[int, int]]:
    """Geef de maanden van een dag tot en met een andere."""
    jaar, maand = van.year, van.month
    while (jaar, maand) <= (tot.year, tot.month):
        yield jaar, maand
        jaar, maand = (jaar, maand + 1) if maand < 12 else (jaar + 1, 1)


def _span(activiteit: Activiteit) -> tuple[date, date]:
    dagen = [dag for dag in (activiteit.begin, activiteit.klaar) if dag is not None]
    return min(dagen), max(dagen)


def _figure(
    uitslag: Uitslag,
    balken: list[tuple[Activiteit, date, date]],
    dagen: list[date],
    inhoud: Planinhoud,
) -> dict[str, Any]:
    alle = [*(van for _, van, _ in balken), *(tot for _, _, tot in balken), *dagen]
    nul, eind = min(alle), max(alle)
    dag = {d: (d - nul).days for d in [*alle, uitslag.peildag]}
    y = [-plek for plek in range(len(balken))]
    kleuren = [VORMEN[uitslag.oordelen[a.id].kleur] for a, _, _ in balken]
    staven = {
        "type": "bar", "orientation": "h", "y": y, "width": 0.3, "hoverinfo": "skip",
        "base": [dag[van] for _, van, _ in balken],
        "x": [max(dag[tot] - dag[van], 1) for _, van, tot in balken],
        "marker": {"color": [kleur for kleur, _ in kleuren]}, "showlegend": False,
    }  # fmt: skip
    # Met een vlak erachter: de streep van de peildag loopt niet door een naam.
    namen = [
        {
            "x": 0, "y": plek + 0.36, "text": plain(_short(a.wat)), "xanchor": "left",
            "yanchor": "middle", "align": "left", "showarrow": False, "bgcolor": VLAK,
            "borderpad": 0, "font": {"color": TEKST, "size": 12},
        }
        for plek, (a, _, _) in zip(y, balken, strict=True)
    ]  # fmt: skip
    onder = -len(balken)
    punten = {
        "type": "scatter", "mode": "markers", "x": [dag[d] for d in dagen],
        "y": [onder] * len(dagen), "name": inhoud.zeg("tijd_momenten"), "hoverinfo": "skip",
        "marker": {"symbol": "diamond", "size": 11, "color": ACCENT},
    }  # fmt: skip
    vormen = {
        "type": "scatter", "mode": "markers", "x": [dag[tot] for _, _, tot in balken], "y": y,
        "marker": {
            "symbol": [vorm for _, vorm in kleuren], "size": 13,
            "color": [kleur for kleur, _ in kleuren],
        },
        "cliponaxis": False, "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip
    data = [staven, vormen, punten]
    if nul <= uitslag.peildag <= eind:
        plek = dag[uitslag.peildag]
        data.append({
            "type": "scatter", "mode": "lines", "x": [plek, plek], "y": [onder, 0.6],
            "line": {"color": RAND, "dash": "dash"}, "name": inhoud.zeg("tijd_peildag"),
            "hoverinfo": "skip",
        })  # fmt: skip
    eersten = [date(jaar, maand, 1) for jaar, maand in months(nul, eind)]
    stap = max(1, -(-len(eersten) // 6))
    zichtbaar = [d for d in eersten if d >= nul][::stap]
    as_x = {
        "showgrid": False,
        "range": [-2, max((eind - nul).days, 30) * 1.02],
        "tickvals": [(d - nul).days for d in zichtbaar],
        "ticktext": [f"{MAANDEN[d.month - 1][:3]}<br>{d.year}" for d in zichtbaar],
    }
    as_y = {"showticklabels": False, "showgrid": False, "range": [onder - 0.5, 0.8]}
    hoogte = RIJHOOGTE * (len(balken) + 1) + 90
    indeling = layout(hoogte=hoogte, x=as_x, y=as_y, legenda=True, annotations=namen)
    return {"data": data, "layout": indeling}


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= 46 else f"{tekst[:45].rstrip()}…"
