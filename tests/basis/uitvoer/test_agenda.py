"""Het agendabestand is geldig, gaat heen en terug door icalendar, en tekst blijft tekst."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.uitvoer.agenda import REGEL, Agendapunt, escape, to_ics

NU = datetime(2026, 11, 22, 12, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TEKST = st.text(max_size=120).map(lambda t: t.encode("utf-8", "ignore").decode())
PUNTEN = st.lists(
    st.builds(
        Agendapunt,
        TEKST.filter(bool),
        TEKST,
        st.dates(date(1997, 1, 1), date(2090, 1, 1)),
        st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0)),
        st.integers(1, 600),
        TEKST,
        TEKST,
    ),
    max_size=4,
    unique_by=lambda p: p.sleutel,
)


def zelfde(tekst: str) -> str:
    """De tekst zoals zij in een agenda hoort te staan."""
    schoon = clean_text(tekst)
    for teken in "\u0085\u2028\u2029":
        schoon = schoon.replace(teken, "\n")
    return schoon


@settings(max_examples=150, deadline=None)
@given(PUNTEN, TEKST)
def test_heen_en_terug_door_icalendar(punten: list[Agendapunt], naam: str) -> None:
    agenda = icalendar.Calendar.from_ical(to_ics(punten, naam, NU))
    terug = agenda.walk("VEVENT")
    assert len(terug) == len(punten)
    for punt, gebeurtenis in zip(punten, terug, strict=True):
        assert gebeurtenis.errors == []
        assert str(gebeurtenis["SUMMARY"]) == zelfde(punt.titel)
        assert str(gebeurtenis.get("DESCRIPTION", "")) == zelfde(punt.uitleg)
        assert str(gebeurtenis.get("LOCATION", "")) == zelfde(punt.plaats)
        begin, eind = gebeurtenis.decoded("DTSTART"), gebeurtenis.decoded("DTEND")
        if punt.tijd is None:
            assert (begin, eind) == (punt.dag, punt.dag + timedelta(1))
        else:
            assert begin.replace(tzinfo=None) == datetime.combine(punt.dag, punt.tijd)
            assert eind.replace(tzinfo=None) - begin.replace(tzinfo=None) == timedelta(
                minutes=punt.minuten
            )
            assert str(begin.tzinfo) == "Europe/Amsterdam"


@settings(max_examples=100, deadline=None)
@given(PUNTEN, TEKST)
def test_regels_zijn_kort_en_eindigen_goed(punten: list[Agendapunt], naam: str) -> None:
    bytes_ = to_ics(punten, naam, NU)
    assert bytes_.endswith(b"END:VCALENDAR\r\n")
    regels = bytes_.split(b"\r\n")
    assert all(len(regel) <= REGEL for regel in regels)
    assert all(b"\n" not in regel and b"\r" not in regel for regel in regels)
    for regel in regels:
        regel.decode("utf-8")


@pytest.mark.parametrize(
    "tekst",
    ["x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:kwaad", "x\nATTENDEE:mailto:a@b.c", "a\u2028b:c"],
)
def test_tekst_wordt_nooit_een_eigenschap(tekst: str) -> None:
    punt = Agendapunt("s", tekst, date(2026, 9, 1), uitleg=tekst, plaats=tekst)
    (gebeurtenis,) = icalendar.Calendar.from_ical(to_ics([punt], tekst, NU)).walk("VEVENT")
    assert set(gebeurtenis) == {
        "UID", "DTSTAMP", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "TRANSP", "SUMMARY",
        "DESCRIPTION", "LOCATION",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("dag", "verschil"), [(date(2027, 1, 12), 1), (date(2027, 7, 6), 2), (date(2026, 3, 29), 2)]
)
def test_tien_uur_is_in_elke_maand_tien_uur(dag: date, verschil: int) -> None:
    punt = Agendapunt("s", "Overleg", dag, time(10))
    agenda = icalendar.Calendar.from_ical(to_ics([punt], "x", NU))
    begin = agenda.walk("VEVENT")[0].decoded("DTSTART")
    assert begin.utcoffset() == timedelta(hours=verschil)
    assert begin == datetime.combine(dag, time(10), AMSTERDAM)
    # De eigen beschrijving van de tijdzone zegt hetzelfde als de bekende tijdzone.
    (zone,) = agenda.walk("VTIMEZONE")
    eigen = zone.to_tz(lookup_tzid=False)
    assert datetime.combine(dag, time(10), eigen).utcoffset() == timedelta(hours=verschil)


def test_zelfde_punt_houdt_zijn_kenmerk_en_telt_een_keer() -> None:
    een = Agendapunt("afspraak 1", "Oud", date(2026, 9, 1))
    twee = Agendapunt("afspraak 1", "Nieuw", date(2026, 9, 2))
    oud = icalendar.Calendar.from_ical(to_ics([een], "x", NU)).walk("VEVENT")
    nieuw = icalendar.Calendar.from_ical(to_ics([een, twee], "x", NU)).walk("VEVENT")
    assert len(nieuw) == 1
    assert nieuw[0]["UID"] == oud[0]["UID"]
    assert str(nieuw[0]["SUMMARY"]) == "Nieuw"
    assert "afspraak 1" not in str(nieuw[0]["UID"])


def test_grenzen() -> None:
    with pytest.raises(ValueError, match="minuten 0"):
        Agendapunt("s", "x", date(2026, 9, 1), time(9), 0)
    with pytest.raises(ValueError, match="tijdzone"):
        to_ics([], "x", datetime(2026, 1, 1))
    assert escape("a\\b;c,d") == "a\\\\b\\;c\\,d"


def test_een_punt_van_meer_dagen_loopt_tot_en_met_de_laatste() -> None:
    punt = Agendapunt("p", "Ronde", date(2027, 1, 11), tot=date(2027, 1, 22))
    (terug,) = icalendar.Calendar.from_ical(to_ics([punt], "a", NU)).walk("VEVENT")
    assert terug.decoded("DTSTART") == date(2027, 1, 11)
    assert terug.decoded("DTEND") == date(2027, 1, 23)


@pytest.mark.parametrize(
    "kan_niet", [{"tot": date(2027, 1, 10)}, {"tot": date(2027, 1, 12), "tijd": time(10)}]
)
def test_een_punt_van_meer_dagen_loopt_vooruit_en_heeft_geen_tijd(kan_niet: dict) -> None:
    with pytest.raises(ValueError, match="meer dagen"):
        Agendapunt("p", "Ronde", date(2027, 1, 11), **kan_niet)
