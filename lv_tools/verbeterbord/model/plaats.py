"""Een doel krijgt een plek op het bord, en daarmee zijn dagen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lv_tools.verbeterbord.model.bord import Bord, Doel, Plandoel, Plek

#: Zo lang werkt een team aan een doel dat op het bord komt, tot het zelf iets anders kiest.
LOOPTIJD = timedelta(weeks=5)


def arrange(oud: Bord, nieuw: Bord, vandaag: date) -> Bord:
    """Geef een doel dat naar een andere plek ging de dag van vandaag, als er nog geen stond.

    Wie een doel terugzet op het bord, rondt het niet langer af: de dag daarvan vervalt, en wat er
    geschreven is, blijft.
    """
    if nieuw.doelen == oud.doelen:
        return nieuw
    stond = {doel.id: doel.plek for doel in oud.doelen}
    doelen = tuple(
        doel if stond.get(doel.id) == doel.plek else _settle(doel, vandaag) for doel in nieuw.doelen
    )
    return nieuw if doelen == nieuw.doelen else replace(nieuw, doelen=doelen)


def _settle(doel: Doel, vandaag: date) -> Doel:
    if doel.plek == "af":
        return doel if doel.af else replace(doel, af=vandaag)
    if doel.plek == "nu" and doel.van is None:
        begint = vandaag
        return replace(doel, van=begint, tot=doel.tot or begint + LOOPTIJD, af=None)
    return replace(doel, af=None)


def place(bord: Bord, kenmerk: str, plek: Plek) -> Bord:
    """Zet een doel op een plek; van de plek waar het stond, is het dan weg."""
    doelen = tuple(replace(d, plek=plek) if d.id == kenmerk else d for d in bord.doelen)
    return replace(bord, doelen=doelen)


def from_plan(plandoel: Plandoel, kenmerk: str) -> Doel:
    """Maak een doel voor het bord bij een doel uit het plan; het team maakt het daarna klein."""
    return Doel(kenmerk, plandoel.wat, plandoel=plandoel.id)
