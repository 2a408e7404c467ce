"""De matrix: een cirkel per vak, zo groot als het percentage, met het getal erin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.tekening import Rijen, layout_rows
from lv_tools.basis.taal.notatie import getal
from lv_tools.bevindingenverkenner.figuur.tekening import TEKENS, TEKENS_PER_REGEL, ZIJ, Teken

#: Vorm per teken; ook zonder kleur is te zien welk cijfer opvalt.
VORMEN: Mapping[str, str] = {"gewoon": "circle", "let op": "diamond", "kan niet": "square"}


@dataclass(frozen=True)
class Vak:
    """Een vak van de matrix: percentage, teken en tip."""

    waarde: float
    teken: Teken = "gewoon"
    tip: str = ""


def draw_matrix(
    rijen: Sequence[str],
    kolommen: Sequence[str],
    vakken: Mapping[tuple[str, str], Vak],
    *,
    rijnamen: Mapping[str, str],
    kolomnamen: Mapping[str, str],
    gedraaid: bool = False,
) -> dict[str, Any]:
    """Teken een matrix van cirkels: de oppervlakte is het percentage, het getal staat erin.

    Parameters
    ----------
    rijen, kolommen
        Sleutels in volgorde.
    vakken
        Per paar van rij en kolom het vak; een paar dat ontbreekt blijft leeg.
    rijnamen, kolomnamen
        Opschriften bij de sleutels.
    gedraaid
        Zet de opschriften van de kolommen rechtop, voor veel smalle kolommen.
    """
    doorsnede = 24 if gedraaid else 42
    vlak = Rijen(-0.5, 0, TEKENS_PER_REGEL, tussen=6)
    reeksen: dict[Teken, dict[str, list[Any]]] = {}
    for rij in rijen:
        y = vlak.add(rijnamen.get(rij, rij), hoogte=doorsnede + 6)
        for plek, kolom in enumerate(kolommen):
            vak = vakken.get((rij, kolom))
            if vak is None:
                continue
            reeks = reeksen.setdefault(
                vak.teken, {"x": [], "y": [], "hovertext": [], "grootte": [], "customdata": []}
            )
            reeks["x"].append(plek)
            reeks["y"].append(y)
            reeks["hovertext"].append(stijl.plain(vak.tip))
            reeks["grootte"].append(max(2.0, doorsnede * (vak.waarde / 100) ** 0.5))
            reeks["customdata"].append(vak.waarde)
    x_as = {
        "range": [-0.5, len(kolommen) - 0.5],
        "tickvals": list(range(len(kolommen))),
        "ticktext": [kolomnamen.get(kolom, kolom) for kolom in kolommen],
        "tickangle": -90 if gedraaid else 0,
        "side": "top",
        "showgrid": False,
        "tickfont": {"color": stijl.TEKST, "size": 12 if gedraaid else 13},
    }
    data = [deel for t, reeks in reeksen.items() for deel in _bubbles(t, reeks, klein=gedraaid)]
    boven = 132 if gedraaid else 44
    return {"data": data, "layout": layout_rows(vlak, x_as, boven=boven, onder=6, zij=ZIJ)}


def _bubbles(teken: Teken, reeks: dict[str, list[Any]], *, klein: bool) -> list[dict[str, Any]]:
    """Geef de cirkels en, als eigen laag erboven, de getallen: zo blijft de tekst scherp."""
    vorm = VORMEN.get(teken, "circle")
    kleur = TEKENS[teken][1]
    grootte = reeks.pop("grootte")
    laag = {
        "type": "scatter", "mode": "markers", "name": teken, **reeks, "hoverinfo": "text",
        "marker": {
            "symbol": vorm, "size": grootte, "color": kleur, "opacity": 0.4, "line": {"width": 0},
        },
    }  # fmt: skip
    getallen = {
        "type": "scatter", "mode": "text", "x": reeks["x"], "y": reeks["y"], "hoverinfo": "skip",
        "text": [getal(waarde, 0) for waarde in reeks["customdata"]], "name": f"getallen {teken}",
        "textfont": {"color": stijl.TEKST, "size": 11 if klein else 14},
    }  # fmt: skip
    return [laag, getallen]
