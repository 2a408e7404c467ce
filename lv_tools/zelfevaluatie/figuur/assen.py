"""Wat de figuren delen: de as met de vier antwoorden, en welke groepen erin staan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.tekening import Rijen, beside, layout_rows
from lv_tools.basis.taal.notatie import genummerd, opsomming
from lv_tools.zelfevaluatie.model import zinnen
from lv_tools.zelfevaluatie.model.groepen import Groep
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument

#: Hoogte van de legenda in pixels; op een telefoon staan er twee namen op een regel.
LEGENDAREGEL = 24
#: Tot hier loopt een as met rechts het aantal mensen.
MET_AANTAL = 4.95


def chosen(uitslag: Uitslag, sleutels: Sequence[str] | None) -> tuple[Groep, ...]:
    """Geef de gekozen groepen op hun vaste volgorde; ``None`` zijn alle groepen."""
    return tuple(g for g in uitslag.alle_groepen if sleutels is None or g.sleutel in sleutels)


def place(groep: Groep, uitslag: Uitslag) -> int:
    """Geef het nummer van een groep: haar teken blijft gelijk, welke groepen er ook in staan."""
    return [ander.sleutel for ander in uitslag.alle_groepen].index(groep.sleutel)


def scale_axis(inhoud: Instrument, *, rechts: float = 4.35) -> dict[str, Any]:
    """Maak de as met de opties van de schaal; ``rechts`` laat ruimte voor een opschrift."""
    return {
        "range": [0.7, rechts],
        "tickvals": list(range(1, len(inhoud.schaal.opties) + 1)),
        # Een opschrift van twee woorden breekt af: op een telefoon passen ze anders niet.
        "ticktext": [tekst.replace(" ", "<br>") for tekst in inhoud.schaal.opties],
        "tickfont": {"color": stijl.TEKST, "size": 13},
        "tickangle": 0,
    }


def count_label(n: int, y: float, *, afgeschermd: bool) -> dict[str, Any]:
    """Zet naast een rij op hoeveel mensen zij rust."""
    return beside(MET_AANTAL, y, "afgeschermd" if afgeschermd else f"n = {n}")


def layout(
    rijen: Rijen, as_: Mapping[str, Any], namen: Sequence[str] = (), **verder: Any
) -> dict[str, Any]:
    """Maak de indeling, met een legenda die hoog genoeg is voor de namen."""
    regels = sum(1 if len(naam) <= 14 else 2 for naam in namen) / 2
    hoogte = round(regels * LEGENDAREGEL) + LEGENDAREGEL if namen else 0
    return layout_rows(rijen, as_, legenda=hoogte, onder=48, **verder)


def counted(uitslag: Uitslag) -> str:
    """Zeg op hoeveel mensen een figuur rust, en welke groepen niet apart staan."""
    tekst = zinnen.people(uitslag.personen)
    if uitslag.verborgen:
        tekst += f"; niet apart te zien, om mensen te beschermen: {opsomming(uitslag.verborgen)}"
    return tekst


def spread(waarden: tuple[float, float] | None) -> str | None:
    """Schrijf een bereik van halve stappen als nummers van antwoorden."""
    if waarden is None:
        return None
    laag, hoog = (f"{waarde:g}".replace(".", ",") for waarde in waarden)
    return laag if laag == hoog else f"{laag} tot {hoog}"


def legend_of_scale(inhoud: Instrument) -> str:
    """Zeg welk nummer bij welk antwoord hoort."""
    return genummerd(inhoud.schaal.opties)
