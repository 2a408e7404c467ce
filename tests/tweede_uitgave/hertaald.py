"""Wat iemand antwoordde, met de woorden die sindsdien zijn verbeterd en hetzelfde betekenen."""

from __future__ import annotations

from typing import Any

from lv_tools.basis.onderzoek.vragenset import Vragenset
from lv_tools.urgentiemeter.teksten import instrument as urgentiemeter
from lv_tools.zelfevaluatie.model.opzet import new_setup, vragenset
from lv_tools.zelfevaluatie.teksten import instrument as zelfevaluatie


def in_new_words(tellingen: list[Any], hulpmiddel: str) -> list[Any]:
    """Zet verbeterde woorden op hun plaats, voor wie de stelling in de gewone woorden krijgt."""
    vragen = _asked(hulpmiddel)

    def nieuw(mens: tuple[Any, ...]) -> tuple[Any, ...]:
        rol = vragen.find_role(dict(mens)["rol"])
        woorden = {
            eerder: s.tekst
            for s in vragen.stellingen
            for eerder in s.eerder
            if s.for_role(rol) is s
        }
        return tuple(sorted((woorden.get(t, t), w) for t, w in mens))

    return [{nieuw(mens): n for mens, n in stand.items()} for stand in tellingen]


def _asked(hulpmiddel: str) -> Vragenset:
    if hulpmiddel == "urgentiemeter":
        return urgentiemeter().vragen
    return vragenset(new_setup(zelfevaluatie()), zelfevaluatie())
