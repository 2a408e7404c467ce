"""Van percentage naar aantal en interval: voorbeelden uit de bron en eigenschappen."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lv_tools.bevindingenverkenner.model.meting import from_count, from_percentage, noemers_bij


@pytest.mark.parametrize(
    ("percentage", "n", "aantallen"),
    [
        (59, 44, (26,)),  # tabel 4.2, vwo, OR1
        (67, 9, (6,)),  # tabel 4.2, vmbo-b, OP2
        (61, 21, ()),  # bijlage 2.2: kan niet bij de gedrukte n
        (56, 146, (82,)),  # par. 4.1, SKA2
    ],
)
def test_counts_from_the_source(percentage: int, n: int, aantallen: tuple[int, ...]) -> None:
    assert from_percentage(percentage, n).aantallen == aantallen


def test_denominator_of_ska2_is_the_only_one_that_fits() -> None:
    paren = [(26, 67), (28, 72), (34, 87), (17, 44), (34, 87), (2, 5)]
    assert noemers_bij(paren) == (39,)


def test_no_count_means_no_interval() -> None:
    meting = from_percentage(61, 21)
    assert not meting.past
    assert meting.interval is None
    assert meting.aantal is None


def test_unknown_n_is_not_a_failed_check() -> None:
    meting = from_percentage(77, None)
    assert meting.past
    assert meting.interval is None


@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_interval_contains_the_share(paar: tuple[int, int]) -> None:
    aantal, n = paar
    interval = from_count(aantal, n).interval
    assert interval is not None
    assert 0 <= interval.onder <= aantal / n <= interval.boven <= 1


@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_rounding_and_back_finds_the_count(paar: tuple[int, int]) -> None:
    aantal, n = paar
    meting = from_percentage(round(100 * aantal / n), n)
    assert aantal in meting.aantallen
    assert meting.interval is not None
    smal = from_count(aantal, n).interval
    assert smal is not None
    assert meting.interval.onder <= smal.onder <= smal.boven <= meting.interval.boven


@given(st.integers(2, 150), st.data())
def test_denominators_hold_the_true_one(n: int, data: st.DataObject) -> None:
    aantallen = data.draw(st.lists(st.integers(0, n), min_size=1, max_size=6))
    assert n in noemers_bij([(k, round(100 * k / n)) for k in aantallen])


@given(st.integers(1, 200), st.integers(1, 200))
def test_interval_shrinks_as_the_group_grows(k: int, extra: int) -> None:
    n = 2 * k
    assume(extra > 0)
    klein, groot = from_count(k, n).interval, from_count(k * (1 + extra), n * (1 + extra)).interval
    assert klein is not None
    assert groot is not None
    assert groot.boven - groot.onder < klein.boven - klein.onder


def test_impossible_count_names_the_remedy() -> None:
    with pytest.raises(ValueError, match="aantal 6 past niet bij n = 5"):
        from_count(6, 5)
