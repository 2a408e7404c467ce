"""De feestdagen kloppen met de hand en met een andere rekenwijze."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.gegevens.feestdagen import easter, holiday_on, holidays, kings_day

#: Overgeschreven van de kalender: Pasen, Hemelvaart, Pinksteren en Koningsdag (maand, dag).
MET_DE_HAND = {
    2025: ((4, 20), (5, 29), (6, 8), (4, 26)),
    2026: ((4, 5), (5, 14), (5, 24), (4, 27)),
    2027: ((3, 28), (5, 6), (5, 16), (4, 27)),
    2028: ((4, 16), (5, 25), (6, 4), (4, 27)),
    2029: ((4, 1), (5, 10), (5, 20), (4, 27)),
    2030: ((4, 21), (5, 30), (6, 9), (4, 27)),
    2031: ((4, 13), (5, 22), (6, 1), (4, 26)),
    2032: ((3, 28), (5, 6), (5, 16), (4, 27)),
    2033: ((4, 17), (5, 26), (6, 5), (4, 27)),
    2034: ((4, 9), (5, 18), (5, 28), (4, 27)),
    2035: ((3, 25), (5, 3), (5, 13), (4, 27)),
}


def gauss(jaar: int) -> date:
    """Pasen volgens Gauss, met zijn twee uitzonderingen: een andere weg dan het product."""
    a, b, c = jaar % 19, jaar % 4, jaar % 7
    k = jaar // 100
    p = (13 + 8 * k) // 25
    m, n = (15 - p + k - k // 4) % 30, (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if d == 29 and e == 6:
        return date(jaar, 4, 19)
    if d == 28 and e == 6 and (11 * m + 11) % 30 < 19:
        return date(jaar, 4, 18)
    return date(jaar, 3, 22) + timedelta(days=d + e)


@pytest.mark.parametrize("jaar", MET_DE_HAND)
def test_elf_jaren_met_de_hand(jaar: int) -> None:
    pasen, hemelvaart, pinksteren, koning = (date(jaar, *md) for md in MET_DE_HAND[jaar])
    een = timedelta(days=1)
    assert {feest.dag: feest.naam for feest in holidays(jaar)} == {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        pasen - 2 * een: "Goede Vrijdag",
        pasen: "eerste Paasdag",
        pasen + een: "tweede Paasdag",
        koning: "Koningsdag",
        date(jaar, 5, 5): "Bevrijdingsdag",
        hemelvaart: "Hemelvaartsdag",
        pinksteren: "eerste Pinksterdag",
        pinksteren + een: "tweede Pinksterdag",
        date(jaar, 12, 25): "eerste Kerstdag",
        date(jaar, 12, 26): "tweede Kerstdag",
    }


@given(st.integers(1900, 2200))
def test_pasen_volgens_een_andere_rekenwijze(jaar: int) -> None:
    assert easter(jaar) == gauss(jaar)
    assert kings_day(jaar).weekday() != 6


def test_niet_elke_feestdag_is_voor_iedereen_vrij() -> None:
    vrijdag = holiday_on(date(2027, 3, 26))
    assert vrijdag is not None
    assert (vrijdag.naam, vrijdag.noot) == ("Goede Vrijdag", "geen officiële feestdag")
    vijf_mei = holiday_on(date(2027, 5, 5))
    assert vijf_mei is not None
    assert vijf_mei.noot == "niet voor iedereen een vrije dag"
    samen = holiday_on(date(2016, 5, 5))
    assert samen is not None
    assert samen.naam == "Hemelvaartsdag"
    assert holiday_on(date(2027, 5, 4)) is None
