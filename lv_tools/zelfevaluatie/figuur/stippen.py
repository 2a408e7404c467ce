"""De stippenfiguur: per thema en groep het midden, waar mensen liggen en hoeveel het er zijn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import Celwaarde
from lv_tools.basis.beeld.tekening import Rijen, marker
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.bladtabel import number_cell
from lv_tools.zelfevaluatie.figuur.assen import (
    chosen,
    counted,
    layout,
    legend_of_scale,
    place,
    scale_axis,
    spread,
)
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import Groep
from lv_tools.zelfevaluatie.model.uitkomstmaten import Themabeeld
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: Hoogte van een groep binnen een thema, in pixels.
_REGEL = 18
#: Waar het aantal mensen staat, rechts van de schaal.
_RECHTS = 4.95


def draw_dots(
    uitslag: Uitslag, inhoud: Instrument, groepen: Sequence[str] | None = None
) -> Figuurblad | None:
    """Teken per thema elke groep: het midden als teken, de helft als balk, iedereen als lijn.

    Parameters
    ----------
    groepen
        Sleutels van de groepen die erin komen; ``None`` zijn ze allemaal.

    Returns
    -------
    Figuurblad or None
        ``None`` als geen enkele groep te zien is.
    """
    kolommen = chosen(uitslag, groepen)
    if not any(beeld.n for groep in kolommen for beeld in groep.themas.values()):
        return None
    rijen = Rijen(x=0.72)
    sporen = {groep.sleutel: _Spoor(groep, place(groep, uitslag)) for groep in kolommen}
    opschriften = []
    for thema in uitslag.scan.opzet.themas:
        midden = rijen.add(inhoud.themas[thema].titel, hoogte=_REGEL * len(kolommen) + 6)
        boven = midden - _REGEL * (len(kolommen) - 1) / 2
        for nummer, groep in enumerate(kolommen):
            y = boven + nummer * _REGEL
            sporen[groep.sleutel].add(thema, y)
            opschriften.append(_count_label(groep.themas[thema], y))
    indeling = layout(rijen, scale_axis(inhoud, rechts=_RECHTS), [groep.naam for groep in kolommen])
    indeling["annotations"] = [*indeling["annotations"], *opschriften]
    return Figuurblad(
        figuur={"data": [d for s in sporen.values() for d in s.data()], "layout": indeling},
        titel="Waar staat elke groep, per thema?",
        samenvatting=_tell(uitslag, inhoud),
        kolommen=("Thema", "Groep", "Mensen", "Midden", "Middelste helft", "Iedereen",
                  "Weet ik niet", "Eensgezind (A)"),
        rijen=tuple(
            _row(thema, groep, inhoud) for thema in uitslag.scan.opzet.themas for groep in kolommen
        ),
        bron=zinnen.BRON,
        n=counted(uitslag),
        zegt_niet=(
            f"{zinnen.not_saying(uitslag.personen)} De afstand tussen twee antwoorden is geen "
            f"maat: het is een volgorde ({legend_of_scale(inhoud)})."
        ),
    )  # fmt: skip


class _Spoor:
    """De lijnen en tekens van een groep in alle thema's."""

    def __init__(self, groep: Groep, nummer: int) -> None:
        self.groep = groep
        self.teken = marker(nummer)
        self.lang: dict[str, list[float | None]] = {"x": [], "y": []}
        self.half: dict[str, list[float | None]] = {"x": [], "y": []}
        self.midden: dict[str, list[float]] = {"x": [], "y": []}

    def add(self, thema: str, y: float) -> None:
        beeld = self.groep.themas[thema]
        for lijn, waarden in ((self.lang, beeld.bereik), (self.half, beeld.kwart)):
            if waarden is not None:
                lijn["x"] += [*waarden, None]
                lijn["y"] += [y, y, None]
        if beeld.midden is not None:
            self.midden["x"].append(beeld.midden.waarde)
            self.midden["y"].append(y)

    def data(self) -> list[dict[str, Any]]:
        kleur = self.teken["color"]
        vast = {"hoverinfo": "skip", "cliponaxis": False}
        lijn = {"mode": "lines", "showlegend": False, **vast}
        return [
            {**lijn, **self.lang, "line": {"color": kleur, "width": 1.5}},
            {**lijn, **self.half, "line": {"color": kleur, "width": 6}},
            {
                "mode": "markers",
                "name": stijl.plain(self.groep.naam),
                **self.midden,
                "marker": self.teken,
                **vast,
            },
        ]


def _count_label(beeld: Themabeeld, y: float) -> dict[str, Any]:
    tekst = "afgeschermd" if beeld.afgeschermd else f"n = {beeld.n}"
    return {
        "x": _RECHTS, "y": y, "text": tekst, "xanchor": "right", "yanchor": "middle",
        "showarrow": False, "font": {"color": stijl.TEKST, "size": 12},
    }  # fmt: skip


def _row(thema: str, groep: Groep, inhoud: Instrument) -> tuple[Celwaarde, ...]:
    beeld = groep.themas[thema]
    midden = "afgeschermd" if beeld.afgeschermd else zinnen.middle(beeld.midden, inhoud)
    return (
        inhoud.themas[thema].titel,
        groep.naam,
        None if beeld.afgeschermd else beeld.n,
        midden,
        spread(beeld.kwart),
        spread(beeld.bereik),
        beeld.antwoorden.weet_niet,
        number_cell(beeld.eensgezindheid),
    )


def _tell(uitslag: Uitslag, inhoud: Instrument) -> str:
    """Noem de hoogste en de laagste thema's van het geheel, en het grootste verschil."""
    delen = []
    if uitslag.geheel is not None:
        middens = {t: b.midden for t, b in uitslag.geheel.themas.items() if b.midden is not None}
        hoogste, laagste = max(middens.values(), default=None), min(middens.values(), default=None)
        if hoogste is not None and hoogste == laagste:
            delen.append(f"Bij elk thema is het midden {zinnen.middle(hoogste, inhoud)}.")
        elif middens:
            for woord, grens in (("Hoogst", hoogste), ("Laagst", laagste)):
                namen = [inhoud.themas[t].kort for t, m in middens.items() if m == grens]
                midden = zinnen.middle(grens, inhoud)
                delen.append(f"{woord}, met als midden {midden}: {opsomming(namen)}.")
    if uitslag.themaverschillen and uitslag.themaverschillen[0].overwicht:
        verschil = uitslag.themaverschillen[0]
        namen_van = {groep.sleutel: groep.naam for groep in uitslag.groepen}
        zin = zinnen.difference(verschil, namen_van[verschil.hoog], namen_van[verschil.laag])
        delen.append(f"Grootste verschil bij {inhoud.themas[verschil.code].kort}: {zin}.")
    return " ".join(delen) or "Er zijn nog geen antwoorden op de schaal."
