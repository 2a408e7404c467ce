"""Kalenders en pakketten om mee te toetsen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from lv_tools.basis.uitwisseling.dossier import Pakket
from lv_tools.basis.uitwisseling.stukken import Actie, Herkomst, Moment, Stuk
from lv_tools.kwaliteitskalender.model.bronnen import adopt
from lv_tools.kwaliteitskalender.model.jaar import begin
from lv_tools.kwaliteitskalender.model.kalender import Kalender

VAN = Herkomst("verbeterplan", "Havo 2026", date(2026, 9, 1))
TIJD = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


def leeg() -> Kalender:
    return begin(date(2026, 9, 1))


def pakket(*stukken: Stuk, keer: int = 0, werk: str = "plan1") -> Pakket:
    return Pakket(VAN, werk, TIJD + timedelta(minutes=keer), stukken)


def actie(kenmerk: str = "a1", **rest) -> Actie:
    vol = {
        "wat": "Lesbezoek in tweetallen",
        "wie": "teamleider",
        "begin": date(2027, 1, 11),
        "klaar": date(2027, 1, 22),
    }
    return Actie(kenmerk, **{**vol, **rest})


def moment(kenmerk: str = "m1", dag: date = date(2027, 2, 9), **rest) -> Moment:
    vol = {"wat": "Midterm review", "wie": "rector", "aard": "terugblik"}
    return Moment(kenmerk, dag=dag, **{**vol, **rest})


def edit(kalender: Kalender, kenmerk: str, **velden) -> Kalender:
    """Wijzig een punt zoals het scherm dat doet: overnemen, en dan een veld zetten."""
    kalender = adopt(kalender, kenmerk)
    punten = [replace(p, **velden) if p.id == kenmerk else p for p in kalender.punten]
    return replace(kalender, punten=tuple(punten))


DAGEN = st.dates(date(2026, 8, 1), date(2027, 7, 31))
WOORDEN = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
STUKKEN = st.lists(
    st.one_of(
        st.builds(
            actie,
            st.sampled_from(["a1", "a2", "a3"]),
            wat=WOORDEN,
            wie=WOORDEN,
            begin=st.none() | DAGEN,
            klaar=st.none() | DAGEN,
        ),
        st.builds(
            moment,
            st.sampled_from(["m1", "m2"]),
            dag=DAGEN,
            wat=WOORDEN,
            aard=st.sampled_from(["gesprek", "meting", "terugblik", "anders"]),
        ),
    ),
    max_size=5,
)
