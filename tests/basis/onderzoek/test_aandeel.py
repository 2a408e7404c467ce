"""Het Wilson-interval en de aantallen bij een percentage."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.aandeel import Interval, aantallen_bij, wilson

groepen = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("k", "n", "onder", "boven"),
    [
        # R.G. Newcombe (1998), Statistics in Medicine 17(8), 857-872, methode 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_geeft_de_waarden_van_newcombe(k: int, n: int, onder: float, boven: float) -> None:
    interval = wilson(k, n)
    assert interval.onder == pytest.approx(onder, abs=5e-5)
    assert interval.boven == pytest.approx(boven, abs=5e-5)


@given(groepen)
def test_het_aandeel_ligt_in_het_interval(groep: tuple[int, int]) -> None:
    k, n = groep
    interval = wilson(k, n)
    assert 0 <= interval.onder <= k / n <= interval.boven <= 1


@given(groepen)
def test_het_spiegelbeeld_heeft_het_gespiegelde_interval(groep: tuple[int, int]) -> None:
    k, n = groep
    interval, spiegel = wilson(k, n), wilson(n - k, n)
    assert interval.onder == pytest.approx(1 - spiegel.boven)
    assert interval.boven == pytest.approx(1 - spiegel.onder)


@given(groepen, st.integers(2, 9))
def test_meer_waarnemingen_maken_het_interval_smaller(groep: tuple[int, int], keer: int) -> None:
    k, n = groep
    weinig, veel = wilson(k, n), wilson(k * keer, n * keer)
    assert veel.boven - veel.onder < weinig.boven - weinig.onder


@given(groepen)
def test_meer_zekerheid_maakt_het_interval_breder(groep: tuple[int, int]) -> None:
    smal, breed = wilson(*groep, z=1.64), wilson(*groep, z=2.58)
    assert breed.onder <= smal.onder
    assert smal.boven <= breed.boven


def test_z_nul_geeft_het_aandeel_zelf() -> None:
    assert wilson(3, 4, z=0) == Interval(0.75, 0.75)


@pytest.mark.parametrize(
    ("k", "n", "z", "melding"),
    [(0, 0, 1.96, "groep n is 0"), (5, 4, 1.96, "aantal k is 5"), (-1, 4, 1.96, "k is -1"),
     (1, 4, -1.0, "z is -1")],
)  # fmt: skip
def test_wilson_weigert_onzin_met_veld_en_waarde(k: int, n: int, z: float, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        wilson(k, n, z)


@given(groepen, st.integers(0, 2))
def test_elk_echt_aantal_wordt_teruggevonden(groep: tuple[int, int], decimalen: int) -> None:
    k, n = groep
    schaal = 10**decimalen
    gedrukt = (200 * schaal * k + n) // (2 * n) / schaal  # de helft naar boven, exact gerekend
    assert k in aantallen_bij(gedrukt, n, decimalen)


@given(st.integers(0, 1000), st.integers(1, 300), st.integers(0, 1))
def test_precies_wat_binnen_een_halve_eenheid_ligt(tienden: int, n: int, decimalen: int) -> None:
    percentage = tienden / 10 if decimalen else tienden // 10
    doel = Fraction(tienden, 10) if decimalen else Fraction(tienden // 10)
    half = Fraction(1, 2 * 10**decimalen)
    verwacht = tuple(k for k in range(n + 1) if abs(Fraction(100 * k, n) - doel) <= half)
    assert aantallen_bij(percentage, n, decimalen) == verwacht


@pytest.mark.parametrize(("percentage", "verwacht"), [(12, (1,)), (13, (1,)), (11, ()), (14, ())])
def test_precies_op_de_helft_mag_naar_twee_kanten(
    percentage: int, verwacht: tuple[int, ...]
) -> None:
    assert aantallen_bij(percentage, 8) == verwacht  # 1 van 8 is 12,5 procent


def test_een_percentage_boven_honderd_heeft_geen_aantal() -> None:
    assert aantallen_bij(101, 40) == ()


@pytest.mark.parametrize(
    ("argumenten", "melding"),
    [((50, 0), "groep n is 0"), ((50, 4, -1), "decimalen is -1"), ((12.5, 8), "12.5 heeft meer")],
)
def test_aantallen_bij_weigert_onzin(argumenten: tuple[float, ...], melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        aantallen_bij(*argumenten)  # type: ignore[arg-type]  # bewust verkeerde invoer
