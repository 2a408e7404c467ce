"""De figuren over de hele groep: het kwadrant en de verdeling per stelling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.sporen import fill_answer, marker, stack
from lv_tools.basis.beeld.tabel import Celwaarde
from lv_tools.basis.beeld.tekening import PROCENTEN, Rijen, layout_rows, line, scale
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.bladtabel import number_cell
from lv_tools.urgentiemeter.figuur.tekening import LEGENDA, Vlak, place_labels
from lv_tools.urgentiemeter.model.beleving import Groep
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.model.zinnen import BRON, counted, not_saying, numbered, percent
from lv_tools.urgentiemeter.teksten import Instrument


def all_groups(uitslag: Uitslag) -> tuple[Groep, ...]:
    """Geef de hele groep voorop, en dan de rollen; van één persoon alleen haar rol."""
    if uitslag.alleen:
        return uitslag.beleving.groepen
    geheel = uitslag.beleving.geheel
    return (*(() if geheel is None else (geheel,)), *uitslag.beleving.groepen)


def draw_quadrant(uitslag: Uitslag, inhoud: Instrument) -> Figuurblad | None:
    """Teken elke groep tussen beperkt en gedeeld, en tussen smal en breed."""
    groepen = [g for g in all_groups(uitslag) if g.positie.vorm is not None]
    if not groepen or uitslag.alleen:
        return None
    regels = uitslag.scan.regels
    breedste = max(6, regels.breed_standaarden + 2, *(g.positie.breedte + 2 for g in groepen))
    grens = regels.breed_standaarden - 0.5
    return Figuurblad(
        figuur={
            "data": _points(groepen, breedste, (grens, regels.gedeeld_vanaf)),
            "layout": stijl.layout(
                hoogte=430,
                x={
                    "title": {"text": "aantal genoemde onderwerpen"},
                    "range": [-0.6, breedste],
                    "dtick": 1,
                    "showgrid": False,
                },
                y={
                    "title": {"text": "antwoorden ‘eens’"},
                    "range": [-8, 114],
                    **scale(),
                    "showgrid": False,
                },
                shapes=[
                    line(grens, grens, -8, 114),
                    line(-0.6, breedste, regels.gedeeld_vanaf, regels.gedeeld_vanaf),
                ],
                annotations=[
                    _corner("gedeeld, smal", 0, 1),
                    _corner("gedeeld, breed", 1, 1),
                    _corner("beperkt, smal", 0, 0),
                    _corner("beperkt, breed", 1, 0),
                ],
            ),
        },
        titel="Hoe gedeeld is de urgentie, en hoe breed de focus?",
        samenvatting=_tell_forms(groepen, inhoud),
        kolommen=(
            "Groep",
            "Mensen",
            "Antwoorden ‘eens’",
            "Genoemde onderwerpen",
            "Breedte",
            "Vorm",
            "Anders bij zoveel antwoorden",
            "Anders bij zoveel kruisjes",
        ),
        rijen=tuple(_position_row(groep, inhoud) for groep in groepen),
        bron=BRON,
        n=counted(uitslag.beleving),
        zegt_niet=not_saying(uitslag),
    )


def draw_distribution(groep: Groep, uitslag: Uitslag, inhoud: Instrument) -> Figuurblad:
    """Teken per stelling hoe de antwoorden verdeeld zijn."""
    rijen = Rijen()
    plekken = {code: rijen.add(numbered(code, inhoud, groep.sleutel)) for code in inhoud.stellingen}
    opties = (*inhoud.vragen.schaal, inhoud.vragen.weet_niet)
    data = stack(
        list(plekken.values()),
        opties,
        [_counts(groep, code) for code in plekken],
        lambda nummer: fill_answer(nummer, len(inhoud.vragen.schaal)),
    )
    return Figuurblad(
        figuur={
            "data": data,
            "layout": layout_rows(rijen, PROCENTEN, legenda=LEGENDA, barmode="stack"),
        },
        titel=f"Verdeling per stelling: {groep.naam}",
        samenvatting=_tell_distribution(groep, inhoud),
        kolommen=(
            "Stelling",
            *opties,
            "Ingevuld",
            "Middelste antwoord",
            "Eensgezindheid (van -1 tot 1)",
        ),
        rijen=tuple(_distribution_row(groep, code, inhoud) for code in plekken),
        bron=BRON,
        n=f"{groep.telling.personen} van {counted(uitslag.beleving)}",
        zegt_niet=not_saying(uitslag),
    )


def _points(
    groepen: Sequence[Groep], breedste: float, grenzen: tuple[float, float]
) -> list[dict[str, Any]]:
    """Groepen op dezelfde plek delen een teken en een opschrift."""
    per_plek: dict[tuple[int, float], list[tuple[int, Groep]]] = {}
    for nummer, groep in enumerate(groepen):
        y = float((groep.positie.urgentie or 0) * 100)
        per_plek.setdefault((groep.positie.breedte, y), []).append((nummer, groep))
    punten = [
        (x, y, "<br>".join(stijl.plain(groep.naam) for _nr, groep in samen))
        for (x, y), samen in per_plek.items()
    ]
    vlak = Vlak((-0.6, breedste), (-8, 114))
    staand, liggend = grenzen
    plekken = place_labels(punten, vlak, hoeken=True, grenzen=((staand,), (liggend,)))
    return [
        {
            "mode": "markers+text",
            "x": [x],
            "y": [y],
            "text": [tekst],
            "textposition": plek,
            # Is er op een telefoon echt geen andere plek, dan wijkt de lijn voor de letters.
            "textfont": {"color": stijl.TEKST, "size": 14, "shadow": "auto"},
            "marker": marker(samen[0][0], 20 if samen[0][1].sleutel.startswith("*") else 13),
            "hoverinfo": "skip",
            "cliponaxis": False,
        }
        for (x, y, tekst), plek, samen in zip(punten, plekken, per_plek.values(), strict=True)
    ]


def _corner(tekst: str, x: int, y: int) -> dict[str, Any]:
    return {
        "xref": "paper", "yref": "paper", "x": x, "y": y, "text": f"<b>{tekst}</b>",
        "xanchor": "right" if x else "left", "yanchor": "top" if y else "bottom",
        "showarrow": False, "font": {"color": stijl.TEKST, "size": 13}, "borderpad": 4,
    }  # fmt: skip


def _tell_forms(groepen: Sequence[Groep], inhoud: Instrument) -> str:
    per_vorm: dict[str, list[str]] = {}
    for groep in groepen:
        per_vorm.setdefault(groep.positie.vorm or "", []).append(groep.naam)
    zinnen = [
        f"{inhoud.vormen[vorm].titel}: {opsomming(namen)}." for vorm, namen in per_vorm.items()
    ]
    return " ".join(zinnen)


def _position_row(groep: Groep, inhoud: Instrument) -> tuple[str | int | None, ...]:
    positie = groep.positie
    return (
        groep.naam,
        groep.telling.personen,
        f"{percent(positie.urgentie)} van {positie.antwoorden}",
        ", ".join(positie.genoemd) or "geen",
        positie.breedte,
        inhoud.vormen[positie.vorm].titel if positie.vorm else None,
        positie.omslag_gedeeld,
        positie.omslag_breed,
    )


def _counts(groep: Groep, code: str) -> tuple[int, ...]:
    verdeling = groep.telling.stellingen[code]
    return (*verdeling.aantallen, verdeling.weet_niet)


def _distribution_row(groep: Groep, code: str, inhoud: Instrument) -> tuple[Celwaarde, ...]:
    verdeling = groep.telling.stellingen[code]
    a = verdeling.eensgezindheid
    mediaan = verdeling.mediaan
    return (
        f"{numbered(code, inhoud, groep.sleutel)}: "
        f"{inhoud.stellingen[code].for_role(groep.sleutel).tekst}",
        *_counts(groep, code),
        verdeling.totaal,
        mediaan,
        number_cell(a),
    )


def _short(groep: Groep, code: str, inhoud: Instrument) -> str:
    return inhoud.stellingen[code].for_role(groep.sleutel).kort


def _tell_distribution(groep: Groep, inhoud: Instrument) -> str:
    bekend = {code: a for code, a in groep.eens.items() if a is not None}
    if not bekend:
        return "Er is nog niets ingevuld."
    hoog = max(bekend, key=lambda code: bekend[code])
    laag = min(bekend, key=lambda code: bekend[code])
    if bekend[hoog] == bekend[laag]:
        return f"Op elke stelling is {percent(bekend[hoog])} van de antwoorden ‘eens’."
    return (
        f"Het vaakst ‘eens’: {_short(groep, hoog, inhoud)} ({percent(bekend[hoog])}). "
        f"Het minst: {_short(groep, laag, inhoud)} ({percent(bekend[laag])})."
    )
