"""De sessie bij het bord: beginnen, acties nalopen, afspreken en afsluiten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from lv_tools.verbeterbord.model.bord import Actie, Bord, Loop, Sessie

Keuze = Literal["gedaan", "door", "vervallen"]
WEEK = timedelta(weeks=1)
MEESTE_SESSIES = 200


def begin(bord: Bord, kenmerk: str, dag: date, deel: str) -> Bord:
    """Begin een sessie; is er een bezig, dan gaat die door."""
    if bord.sessie is not None:
        return bord
    sessies = (*bord.sessies, Sessie(kenmerk, dag))[-MEESTE_SESSIES:]
    return replace(bord, sessies=sessies, loop=Loop(kenmerk, deel))


def end(bord: Bord) -> Bord:
    """Sluit de sessie af; een sessie waarin niets is opgeschreven, blijft niet staan."""
    nu = bord.loop.sessie
    leeg = is_empty(bord, nu)
    sessies = tuple(s for s in bord.sessies if not (leeg and s.id == nu))
    return replace(bord, sessies=sessies, loop=Loop())


def is_empty(bord: Bord, sessie: str) -> bool:
    """Is er in deze sessie niets opgeschreven?"""
    return not (
        any(sessie in (a.sessie, a.bij) for a in bord.acties)
        or any(g.sessie == sessie for g in bord.gezien)
        or any(s.sessie == sessie for s in bord.successen)
    )


def due(bord: Bord, sessie: str) -> tuple[Actie, ...]:
    """Geef wat er van de vorige keren nog openstond, met wat daar nu over is gezegd.

    Wat in deze sessie wordt afgesproken, hoort er niet bij: dat is voor de volgende keer.
    """
    terug = [
        a for a in bord.acties if a.sessie != sessie and (a.stand == "open" or a.bij == sessie)
    ]
    return tuple(sorted(terug, key=lambda a: a.was or a.klaar or date.max))


def mark(bord: Bord, kenmerk: str, keuze: Keuze, dag: date) -> Bord:
    """Zeg in deze sessie hoe het met een actie ging; nog eens hetzelfde neemt het terug."""
    sessie = bord.loop.sessie

    def doe(actie: Actie) -> Actie:
        if actie.id != kenmerk:
            return actie
        was = said(actie, sessie)
        terug = unmark(actie, sessie)
        return terug if was == keuze else _apply(terug, keuze, dag, sessie)

    return replace(bord, acties=tuple(doe(actie) for actie in bord.acties))


def said(actie: Actie, sessie: str) -> Keuze | Literal[""]:
    """Geef wat er in deze sessie over een actie is gezegd."""
    if not sessie or actie.bij != sessie:
        return ""
    if actie.stand == "open":
        return "door"
    return actie.stand


def unmark(actie: Actie, sessie: str) -> Actie:
    """Neem terug wat er in deze sessie over een actie is gezegd."""
    gezegd = said(actie, sessie)
    if not gezegd:
        return actie
    if gezegd == "door":
        actie = replace(actie, klaar=actie.was, keren=max(actie.keren - 1, 0), was=None)
    return replace(actie, stand="open", op=None, bij="")


def _apply(actie: Actie, keuze: Keuze, dag: date, sessie: str) -> Actie:
    if keuze == "door":
        later = next_week(actie.klaar, dag)
        keren = actie.keren + 1
        return replace(actie, klaar=later, was=actie.klaar, keren=keren, op=dag, bij=sessie)
    return replace(actie, stand=keuze, op=dag, bij=sessie)


def next_week(klaar: date | None, dag: date) -> date:
    """Geef dezelfde dag van de week, na de dag van de sessie; zonder dag een week later.

    Examples
    --------
    >>> next_week(date(2026, 11, 27), date(2026, 11, 30))
    datetime.date(2026, 12, 4)
    """
    later = (klaar or dag) + WEEK
    while later <= dag:
        later += WEEK
    return later
