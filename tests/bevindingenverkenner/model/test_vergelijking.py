"""Het verschil tussen twee groepen, tegen de voorbeelden van Newcombe (1998, tabel II)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.bevindingenverkenner.model.meting import from_count, from_percentage
from lv_tools.bevindingenverkenner.model.vergelijking import compare, verschil_tussen

groep = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("a", "m", "b", "n", "onder", "boven"),
    [
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
        (0, 10, 0, 10, -0.2775, 0.2775),
        (10, 10, 0, 20, 0.6791, 1.0),
        (10, 10, 0, 10, 0.6075, 1.0),
    ],
)
def test_published_examples(a: int, m: int, b: int, n: int, onder: float, boven: float) -> None:
    verschil = verschil_tussen(from_count(a, m), from_count(b, n))
    assert verschil is not None
    assert verschil.onder / 100 == pytest.approx(onder, abs=1e-4)
    assert verschil.boven / 100 == pytest.approx(boven, abs=1e-4)


@given(groep, groep)
def test_difference_lies_in_its_interval_and_turns_around(
    een: tuple[int, int], twee: tuple[int, int]
) -> None:
    heen = verschil_tussen(from_count(*een), from_count(*twee))
    terug = verschil_tussen(from_count(*twee), from_count(*een))
    assert heen is not None
    assert terug is not None
    assert -100 - 1e-9 <= heen.onder <= heen.punten + 1e-9
    assert heen.punten - 1e-9 <= heen.boven <= 100 + 1e-9
    assert heen.onder == pytest.approx(-terug.boven)
    assert heen.zeker == terug.zeker


def test_no_count_no_difference() -> None:
    assert verschil_tussen(from_percentage(61, 21), from_count(3, 9)) is None


def test_every_standard_is_compared() -> None:
    paren = compare("Havo", "Vwo").paren
    assert len(paren) == 11
    ska2 = next(p for p in paren if p.standaard == "SKA2")
    assert ska2.verschil is not None
    assert ska2.verschil.punten == pytest.approx(100 * (28 / 45 - 26 / 44))


@pytest.mark.parametrize("paar", [("Vwo", "Vwo"), ("Vwo", "mavo")])
def test_bad_pair_is_refused(paar: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=r"kies twee|staat niet in de tabel"):
        compare(*paar)
