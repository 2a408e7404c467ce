"""Koppel metingen aan het gesprek waar zij besproken worden."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.kwaliteitskalender.model.bronnen import adopt
from lv_tools.kwaliteitskalender.model.controle import discussed_at, suggestion
from lv_tools.kwaliteitskalender.model.kalender import TE_BESPREKEN, Kalender
from lv_tools.kwaliteitskalender.model.uitkomst import Jaarbeeld


def link(kalender: Kalender, kenmerk: str, gesprek: str) -> Kalender:
    """Zeg waar wordt besproken wat een punt oplevert."""
    kalender = adopt(kalender, kenmerk)
    punten = tuple(replace(p, bespreek=gesprek) if p.id == kenmerk else p for p in kalender.punten)
    return replace(kalender, punten=punten)


def link_all(beeld: Jaarbeeld) -> tuple[Kalender, int]:
    """Koppel wat nog nergens besproken wordt aan het eerste gesprek dat past.

    Returns
    -------
    tuple
        De kalender, en hoeveel er gekoppeld zijn.
    """
    kalender, aantal = beeld.kalender, 0
    for k in beeld.punten:
        if k.punt.aard in TE_BESPREKEN and discussed_at(beeld, k) is None:
            gesprek = suggestion(beeld, k)
            if gesprek is not None:
                kalender = link(kalender, k.punt.id, gesprek.punt.id)
                aantal += 1
    return kalender, aantal
