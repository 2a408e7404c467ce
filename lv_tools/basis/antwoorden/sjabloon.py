"""Het eigen sjabloon van een vragenlijst: de kop, en één rij die uitlegt wat waar hoort."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lv_tools.basis.onderzoek.vragenset import Vragenset

_EERSTE = "# een nummer per persoon"
_KEUZE = "x = hoort erbij; zet 0 als er niets bij hoort"
UITLEG_TEKST = "eigen woorden; mag leeg blijven"
_VOORBEELD = "bijvoorbeeld "


def template(vragen: Vragenset) -> list[list[str]]:
    """Geef de kopregel en een uitlegrij van het sjabloon.

    Elke rij is een persoon. De uitlegrij wordt bij het inlezen overgeslagen.
    """
    kop = ["nummer", "rol", *(f"{s.code} {s.tekst}" for s in vragen.stellingen)]
    uitleg = [_EERSTE, f"{_VOORBEELD}{vragen.rollen[0].tekst}"]
    uitleg += [_scale(vragen)] * len(vragen.stellingen)
    for vraag in vragen.keuzevragen:
        kop += [f"{optie.code} {optie.tekst}" for optie in vraag.opties]
        uitleg += [_KEUZE] * len(vraag.opties)
    for veld in vragen.notitievelden:
        kop.append(f"{veld.code} {veld.tekst}")
        uitleg.append(UITLEG_TEKST)
    return [kop, uitleg]


def is_explanation(
    cellen: Iterable[str], vragen: Vragenset
) -> Literal["", "onveranderd", "gewist", "ingevuld"]:
    """Zeg of een rij de uitlegrij is, en of iemand er iets in heeft gezet.

    Is alleen de eerste cel gewist of een nummer geworden, dan is de rij te kennen aan de uitleg
    die er nog staat onder de vragen.
    """
    eerste, *rest = cellen
    uitleg = {_scale(vragen), _KEUZE, UITLEG_TEKST, ""}
    if eerste != _EERSTE:
        if not {_scale(vragen), _KEUZE} & set(rest):
            return ""
        over = [tekst for tekst in rest if tekst not in uitleg]
        alleen_rol = all(tekst.startswith(_VOORBEELD) for tekst in over)
        return "gewist" if alleen_rol else "ingevuld"
    zelfde = all(tekst in uitleg or tekst.startswith(_VOORBEELD) for tekst in rest)
    return "onveranderd" if zelfde else "ingevuld"


def _scale(vragen: Vragenset) -> str:
    schaal = [*(f"{i} = {tekst}" for i, tekst in enumerate(vragen.schaal, 1)), vragen.weet_niet]
    if vragen.nvt:
        schaal.append(vragen.nvt)
    return "; ".join(schaal)
