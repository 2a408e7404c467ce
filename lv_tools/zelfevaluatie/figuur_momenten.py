"""Scans naast elkaar: het midden van elk thema op elk moment, met wat een verschil nog meer is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from lv_tools.basis import figuurstijl as stijl
from lv_tools.basis.bladtabel import number_cell
from lv_tools.basis.figuurstijl import Figuurblad
from lv_tools.basis.notatie import datum, opsomming
from lv_tools.basis.tekening import Rijen, marker
from lv_tools.basis.weergave import Celwaarde
from lv_tools.zelfevaluatie import zinnen
from lv_tools.zelfevaluatie.figuur_assen import layout, scale_axis
from lv_tools.zelfevaluatie.groepen import GEHEEL
from lv_tools.zelfevaluatie.teksten import Instrument
from lv_tools.zelfevaluatie.vergelijken import Moment, Rij, Vergelijking

#: Hoogte van een moment binnen een thema, in pixels.
_REGEL = 16
_RECHTS = 4.95


def moments(
    vergelijking: Vergelijking, inhoud: Instrument, groep: str = GEHEEL
) -> Figuurblad | None:
    """Teken van een groep het midden per thema op elk moment.

    De momenten staan onder elkaar, met een lijn van het ene naar het volgende. Wat zo'n lijn niet
    zegt, staat er altijd bij.

    Parameters
    ----------
    groep
        Sleutel van de groep; zie :attr:`Rij.groep`.

    Returns
    -------
    Figuurblad or None
        ``None`` als deze groep niet op elk moment te vergelijken is.
    """
    rijen_van = [rij for rij in vergelijking.themas if rij.groep == groep]
    if not rijen_van:
        return None
    momenten = vergelijking.momenten
    rijen = Rijen(x=0.72)
    sporen: list[dict[str, list[float]]] = [{"x": [], "y": []} for _ in momenten]
    lijn: dict[str, list[float | None]] = {"x": [], "y": []}
    opschriften = []
    for rij in rijen_van:
        midden = rijen.add(rij.naam, hoogte=_REGEL * len(momenten) + 6)
        boven = midden - _REGEL * (len(momenten) - 1) / 2
        for nummer, punt in enumerate(rij.punten):
            if punt.midden is None:
                continue
            y = boven + nummer * _REGEL
            sporen[nummer]["x"].append(punt.midden.waarde)
            sporen[nummer]["y"].append(y)
            lijn["x"].append(punt.midden.waarde)
            lijn["y"].append(y)
            opschriften.append(_count_label(punt.n, y))
        lijn["x"].append(None)
        lijn["y"].append(None)
    namen = [_named(moment) for moment in momenten]
    indeling = layout(rijen, scale_axis(inhoud, rechts=_RECHTS), namen)
    indeling["annotations"] = [*indeling["annotations"], *opschriften]
    return Figuurblad(
        figuur={"data": _data(lijn, sporen, namen), "layout": indeling},
        titel=f"Momenten naast elkaar: {rijen_van[0].groepsnaam}",
        samenvatting=_tell(rijen_van),
        kolommen=(
            "Thema",
            *(f"{naam}: {kop}" for naam in namen for kop in ("midden", "n", "A")),
            "Wat is er anders?",
        ),
        rijen=tuple(_row(rij, inhoud) for rij in rijen_van),
        bron="antwoorden van deze groep op elk moment",
        n=opsomming([f"{_named(m)}: {zinnen.people(m.personen)}" for m in momenten]),
        zegt_niet=" ".join(
            dict.fromkeys(
                (
                    "Een lijn tussen twee momenten bewijst geen ontwikkeling.",
                    *(rij.anders for rij in rijen_van[:1]),
                    *vergelijking.verklaringen,
                )
            )
        ),
    )


def _data(
    lijn: dict[str, list[float | None]],
    sporen: Sequence[dict[str, list[float]]],
    namen: Sequence[str],
) -> list[dict[str, Any]]:
    vast = {"hoverinfo": "skip", "cliponaxis": False}
    return [
        {"mode": "lines", **lijn, "line": {"color": stijl.RAND, "width": 1.5},
         "showlegend": False, **vast},
        *(
            {"mode": "markers", "name": stijl.plain(naam), **spoor, "marker": marker(nummer),
             **vast}
            for nummer, (naam, spoor) in enumerate(zip(namen, sporen, strict=True))
        ),
    ]  # fmt: skip


def _count_label(n: int, y: float) -> dict[str, Any]:
    return {
        "x": _RECHTS, "y": y, "text": f"n = {n}", "xanchor": "right", "yanchor": "middle",
        "showarrow": False, "font": {"color": stijl.TEKST, "size": 12},
    }  # fmt: skip


def _named(moment: Moment) -> str:
    return f"{moment.naam}, {datum(date.fromisoformat(moment.datum))}"


def _row(rij: Rij, inhoud: Instrument) -> tuple[Celwaarde, ...]:
    cellen: list[Celwaarde] = [rij.naam]
    for punt in rij.punten:
        cellen += [
            zinnen.middle(punt.midden, inhoud),
            punt.n,
            number_cell(punt.eensgezindheid),
        ]
    return (*cellen, f"{rij.zin} {rij.anders}")


def _tell(rijen: Sequence[Rij]) -> str:
    omhoog = [rij.naam for rij in rijen if _moved(rij) > 0]
    omlaag = [rij.naam for rij in rijen if _moved(rij) < 0]
    delen = []
    if omhoog:
        delen.append(f"Het midden ligt nu hoger bij {opsomming(omhoog)}.")
    if omlaag:
        delen.append(f"Het midden ligt nu lager bij {opsomming(omlaag)}.")
    gelijk = len(rijen) - len(omhoog) - len(omlaag)
    delen.append(f"Bij {gelijk} van {len(rijen)} thema's is het midden gelijk.")
    return " ".join(delen)


def _moved(rij: Rij) -> float:
    eerst, laatst = rij.punten[0].midden, rij.punten[-1].midden
    return 0 if eerst is None or laatst is None else laatst.waarde - eerst.waarde
