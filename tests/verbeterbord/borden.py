"""Borden om mee te toetsen, en wat iemand er allemaal mee kan doen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from lv_tools.verbeterbord.model import plaats, sessie
from lv_tools.verbeterbord.model.bord import (
    Actie,
    Ambitie,
    Bord,
    Doel,
    Gezien,
    Jaarbord,
    Plandoel,
    Succes,
    Thema,
)

MAANDAG = date(2026, 11, 30)
WOORDEN = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40)
DAGEN = st.dates(date(2026, 8, 1), date(2027, 7, 31))
IDS = st.sampled_from(["a", "b", "c", "d"])
PLEKKEN = st.sampled_from(["straks", "nu", "af"])


def bord(**rest) -> Bord:
    """Een bord van een team van zeven, met een jaarbord, twee doelen en een actie."""
    vol = {
        "kenmerk": "k1",
        "team": "Team havo 4",
        "mensen": 7,
        "jaarbord": Jaarbord(
            "De Linde",
            "2026-2027",
            (Ambitie("am1", "Hulp op tijd"), Ambitie("am2", "Van elkaar leren")),
            (Thema("t1", "Wij zien het", "am1"), Thema("t2", "Samen maken", "am2")),
        ),
        "plandoelen": (Plandoel("p1", "Minder leerlingen lopen vast"),),
        "doelen": (
            Doel(
                "a", "Iedereen schrijft het antwoord op", "nu", "t1", "p1",
                MAANDAG, MAANDAG + timedelta(35), merken="Ik weet of ik het snap",
            ),
            Doel("b", "Elke les een plan", "straks", "t2"),
        ),
        "acties": (
            Actie("x1", "Wisbordjes proberen", "Sanne", date(2026, 12, 4), "a", sessie="s0"),
        ),
        "gezien": (Gezien("g1", "a", MAANDAG, "Zes van de tien wisten het"),),
        "successen": (Succes("su1", MAANDAG, "De eerste les samen bekeken"),),
    }  # fmt: skip
    return Bord(**{**vol, **rest})


Stap = Callable[[Bord], Bord]


def _settle(functie: Stap, dag: date) -> Stap:
    return lambda nu: plaats.arrange(nu, functie(nu), dag)


def _add(b: Bord, kenmerk: str) -> Bord:
    """Zet een doel uit het plan op het bord, zoals de knop dat doet."""
    if any(d.id == kenmerk for d in b.doelen):
        return b
    nieuw = plaats.from_plan(Plandoel("p1", "Groot doel"), kenmerk)
    return replace(b, doelen=(*b.doelen, nieuw))


#: Alles wat een doel van plek kan laten veranderen of erbij kan zetten, in willekeurige volgorde.
STAPPEN: st.SearchStrategy[list[Stap]] = st.lists(
    st.one_of(
        st.builds(
            lambda doel, plek, dag: _settle(lambda b: plaats.place(b, doel, plek), dag),
            IDS, PLEKKEN, DAGEN,
        ),
        st.builds(
            lambda doel, dag: _settle(lambda b: _add(b, doel), dag),
            IDS, DAGEN,
        ),
        st.builds(lambda dag: lambda b: sessie.begin(b, f"s{dag}", dag, "inchecken"), DAGEN),
        st.just(sessie.end),
    ),
    max_size=20,
)  # fmt: skip


def run(stappen: list[Stap], begin: Bord | None = None) -> Bord:
    """Doe stap voor stap wat iemand kan doen."""
    nu = begin or bord()
    for stap in stappen:
        nu = stap(nu)
    return nu
