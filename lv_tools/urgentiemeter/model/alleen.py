"""Wat één persoon invulde: geen uitslag van een groep, wel een begin."""

from __future__ import annotations

from lv_tools.urgentiemeter.model.beleving import Groep
from lv_tools.urgentiemeter.teksten import ANDEREN, ZELF, Instrument


def about_others(groep: Groep, inhoud: Instrument) -> str:
    """Geef de code van wat stelling 4 (over anderen) naast stelling 1 zegt; leeg zonder stelling 1.

    Parameters
    ----------
    groep
        De antwoorden van één persoon.
    """
    zelf, anderen = (groep.telling.stellingen[code] for code in (ZELF, ANDEREN))
    if not zelf.n:
        return ""
    if not anderen.totaal:
        return "alleen_leeg"
    if anderen.weet_niet:
        return "alleen_weet_niet"
    delen = ("wel" if v.count_from(inhoud.eens_vanaf) else "niet" for v in (zelf, anderen))
    return "_".join(("alleen", *delen))
