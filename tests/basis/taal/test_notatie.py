"""Notatie: zoals een Nederlandse lezer getallen en datums verwacht."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.taal import notatie
from lv_tools.basis.taal.getaltaal import readings


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (6.4, None, "6,4"),
        (6.40, 2, "6,40"),
        (1234567, None, "1.234.567"),
        (1234.5, 1, "1.234,5"),
        (0.1 + 0.2, None, "0,3"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (-0.04, 1, "0,0"),
        (Decimal("7"), None, "7"),
        (None, None, "–"),
    ],
)
def test_getal(waarde: float | None, decimalen: int | None, tekst: str) -> None:
    assert notatie.getal(waarde, decimalen) == tekst


def test_een_getal_dat_er_geen_is_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="geen getal"):
        notatie.getal(float("nan"))
    with pytest.raises(ValueError, match="geen getal"):
        notatie.getal(float("inf"))


@given(st.decimals(-(10**9), 10**9, places=2))
def test_wat_geschreven_is_wordt_hetzelfde_gelezen(waarde: Decimal) -> None:
    assert waarde in readings(notatie.getal(waarde, 2))


@given(st.integers(-(10**12), 10**12))
def test_duizendtallen_staan_in_groepen_van_drie(waarde: int) -> None:
    tekst = notatie.getal(waarde)
    assert re.fullmatch(r"-?\d{1,3}(\.\d{3})*", tekst)
    assert int(tekst.replace(".", "")) == waarde


def test_percentage_en_interval() -> None:
    assert notatie.procent(37) == "37%"
    assert notatie.procent(12.5) == "12,5%"
    assert notatie.procent(None) == "–"
    assert notatie.interval(0.2125, 0.54) == "21% tot 54%"
    assert notatie.interval(0.2125, 0.54, decimalen=1) == "21,3% tot 54,0%"


@pytest.mark.parametrize(("onder", "boven"), [(0.5, 0.4), (-0.1, 0.5), (0.5, 1.1)])
def test_een_onmogelijk_interval_wordt_geweigerd(onder: float, boven: float) -> None:
    with pytest.raises(ValueError, match="interval"):
        notatie.interval(onder, boven)


def test_datum_en_tijd() -> None:
    assert notatie.datum(date(2026, 9, 1)) == "1 september 2026"
    assert notatie.datum_kort(date(2026, 9, 1)) == "1-9-2026"
    assert notatie.tijdstip(datetime(2026, 9, 1, 9, 5)) == "1 september 2026, 9.05 uur"


def test_aantal_en_opsomming() -> None:
    assert notatie.aantal(1, "afdeling", "afdelingen") == "1 afdeling"
    assert notatie.aantal(0, "afdeling", "afdelingen") == "0 afdelingen"
    assert notatie.opsomming([]) == ""
    assert notatie.opsomming(["SKA1"]) == "SKA1"
    assert notatie.opsomming(["SKA1", "SKA2", "OP3"], "of") == "SKA1, SKA2 of OP3"
