"""Een datum zoals mensen hem zeggen, gelezen op een vaste dag."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.taal.datumtaal import (
    Datumprobleem,
    parse_date,
    parse_spoken,
    write_with_weekday,
)
from lv_tools.basis.taal.notatie import datum, datum_kort

WOENSDAG = date(2026, 11, 25)
DAGEN = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("11 dec", date(2026, 12, 11)),
        ("11 december", date(2026, 12, 11)),
        ("1e december", date(2026, 12, 1)),
        ("8 jan.", date(2027, 1, 8)),
        ("11-12", date(2026, 12, 11)),
        ("30/11", date(2026, 11, 30)),
        ("25 nov", WOENSDAG),
        ("24 nov", date(2027, 11, 24)),
        ("29 feb", date(2028, 2, 29)),
        ("vrijdag 11 december 2026", date(2026, 12, 11)),
        ("Vr. 11 dec", date(2026, 12, 11)),
        ("vandaag", WOENSDAG),
        ("Morgen", date(2026, 11, 26)),
        ("overmorgen", date(2026, 11, 27)),
        ("vrijdag", date(2026, 11, 27)),
        ("komende vrijdag", date(2026, 11, 27)),
        ("woensdag", date(2026, 12, 2)),
        ("volgende week vrijdag", date(2026, 12, 4)),
        ("vrijdag volgende week", date(2026, 12, 4)),
        ("deze week maandag", date(2026, 11, 23)),
        ("vorige week vrijdag", date(2026, 11, 20)),
        ("afgelopen woensdag", date(2026, 11, 18)),
        ("over twee weken", date(2026, 12, 9)),
        ("over 10 dagen", date(2026, 12, 5)),
        ("1-9-2026", date(2026, 9, 1)),
        ("a.s. vrijdag", date(2026, 11, 27)),
        ("maandag a.s.", date(2026, 11, 30)),
        ("voor vrijdag", date(2026, 11, 27)),
        ("vóór 11 december", date(2026, 12, 11)),
        ("uiterlijk op 11 dec", date(2026, 12, 11)),
        ("vrijdag over twee weken", date(2026, 12, 11)),
        ("donderdag over een week", date(2026, 12, 3)),
        ("over acht weken", date(2027, 1, 20)),
        ("over een maand", date(2026, 12, 25)),
        ("over 3 maanden", date(2027, 2, 25)),
        ("11 dec '26", date(2026, 12, 11)),
        ("1 feb ’27", date(2027, 2, 1)),
    ],
)
def test_what_people_say(tekst: str, dag: date) -> None:
    assert parse_spoken(tekst, WOENSDAG) == dag


def test_about_the_past_a_day_without_a_year_is_the_last_one() -> None:
    assert parse_spoken("24 nov", WOENSDAG, terug=True) == date(2026, 11, 24)
    assert parse_spoken("11 dec", WOENSDAG, terug=True) == date(2025, 12, 11)


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("donderdag 11 december 2026", "11 december 2026 is een vrijdag"),
        ("di 30 nov", "30 november 2026 is een maandag"),
        ("31-2", "geen datum"),
        ("1 ma", "geen datum"),
        ("volgende week", "geen datum"),
        ("d", "geen datum"),
        ("dec", "geen datum"),
        ("vrijdag de dertiende", "geen datum"),
        ("volgende maand", "geen datum"),
        ("deze maand", "geen datum"),
        ("maand", "geen datum"),
        ("eind december", "geen datum"),
        ("vrijdag over drie maanden", "geen datum"),
        ("maandag 11 december", "11 december 2026 is een vrijdag"),
    ],
)
def test_what_cannot_be_or_is_not_clear(tekst: str, woord: str) -> None:
    uit = parse_spoken(tekst, WOENSDAG)
    assert isinstance(uit, Datumprobleem)
    assert woord in uit.probleem


def test_what_is_not_a_day_gets_an_example_of_what_is() -> None:
    for tekst in ("eind december", "volgende week", "31-2", "voor de vakantie"):
        uit = parse_spoken(tekst, WOENSDAG)
        assert isinstance(uit, Datumprobleem)
        assert "11 dec" in uit.uitweg


@given(DAGEN, st.integers(1, 60))
def test_months_from_now_never_skip_a_month(nu: date, hoeveel: int) -> None:
    dag = parse_spoken(f"over {hoeveel} maanden", nu)
    assert isinstance(dag, date)
    assert (dag.year * 12 + dag.month) - (nu.year * 12 + nu.month) == hoeveel
    assert dag.day <= nu.day


@given(DAGEN, DAGEN)
def test_a_written_date_means_the_same_on_every_day(dag: date, vandaag: date) -> None:
    for tekst in (datum(dag), datum_kort(dag), dag.isoformat(), write_with_weekday(dag)):
        assert parse_spoken(tekst, vandaag) == parse_date(tekst) == dag


@given(DAGEN, DAGEN)
def test_without_a_year_the_date_is_the_nearest_one_ahead_or_behind(dag: date, nu: date) -> None:
    vooruit = parse_spoken(f"{dag.day}-{dag.month}", nu)
    terug = parse_spoken(f"{dag.day}-{dag.month}", nu, terug=True)
    assert isinstance(vooruit, date)
    assert isinstance(terug, date)
    assert terug <= nu <= vooruit
    assert {(d.day, d.month) for d in (vooruit, terug)} == {(dag.day, dag.month)}
    if (dag.day, dag.month) != (29, 2):
        assert vooruit - nu <= timedelta(366)


@given(st.integers(0, 6), DAGEN)
def test_a_weekday_lies_in_the_coming_seven_days(nummer: int, nu: date) -> None:
    naam = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")[nummer]
    dag = parse_spoken(naam, nu)
    assert isinstance(dag, date)
    assert timedelta(0) < dag - nu <= timedelta(7)
    assert dag.weekday() == nummer


@given(st.text(max_size=30), DAGEN)
def test_whatever_is_typed_gives_a_date_or_a_way_out(tekst: str, nu: date) -> None:
    uit = parse_spoken(tekst, nu)
    assert isinstance(uit, date) or uit.uitweg
