"""De kleinste groep die een hele kolom verklaart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.controle import kleinste_n
from lv_tools.controle.grim import past
from lv_tools.controle.kleinste_n import passende_n

kolommen = st.integers(1, 60).flatmap(
    lambda n: st.tuples(st.just(n), st.lists(st.integers(0, n), min_size=1, max_size=10))
)


@given(kolommen)
def test_de_echte_groep_zit_er_altijd_bij(kolom: tuple[int, list[int]]) -> None:
    n, aantallen = kolom
    percentages = [(200 * k + n) // (2 * n) for k in aantallen]
    gevonden = passende_n(percentages, 60)
    assert n in gevonden
    assert gevonden[0] <= n


@given(st.lists(st.integers(0, 100), min_size=1, max_size=6), st.integers(1, 80))
def test_precies_de_groepen_waarbij_elk_percentage_past(
    percentages: list[int], hoogste: int
) -> None:
    verwacht = [n for n in range(1, hoogste + 1) if all(past(p, n) for p in percentages)]
    assert list(passende_n(percentages, hoogste)) == verwacht


@given(st.lists(st.integers(0, 100), min_size=2, max_size=8))
def test_meer_percentages_laten_nooit_meer_groepen_toe(percentages: list[int]) -> None:
    assert set(passende_n(percentages, 99)) <= set(passende_n(percentages[:-1], 99))


@given(st.lists(st.integers(0, 100), min_size=1, max_size=8), st.randoms())
def test_de_volgorde_doet_er_niet_toe(percentages: list[int], toeval: object) -> None:
    geschud = sorted(percentages, key=lambda _: toeval.random())  # type: ignore[attr-defined]  # hypothesis geeft een Random
    assert passende_n(geschud, 99) == passende_n(percentages, 99)


def test_de_kolommen_van_bijlage_2_2() -> None:
    gevonden = {
        m.sleutel["obstakel"]: (m.gevonden, m.verwacht)
        for m in kleinste_n.controleer()
        if m.sleutel
    }
    assert gevonden == {
        "Veel personele wisselingen": ("n = 21", "n = 23"),
        "Wisseling in leiderschap": ("n = 39", "n = 41"),
        "Culturele en taalkundige verschillen": ("n = 6", "n = 7"),
        "Gebrek aan onderwijskundig leiderschap": ("n = 39", "n = 41"),
        "Sterke groei van leerlingenaantallen": ("n = 5", "n = 6"),
    }


def test_het_patroon_over_de_kolommen() -> None:
    (patroon,) = [m for m in kleinste_n.controleer() if not m.sleutel]
    assert patroon.ernst == "let op"
    assert "57 trajecten" in patroon.uitleg
    assert "de n over 55" in patroon.uitleg


@pytest.mark.parametrize(
    ("percentages", "hoogste", "melding"),
    [((), 10, "percentages is leeg"), ((50,), 0, "hoogste is 0")],
)
def test_onzin_wordt_geweigerd(percentages: tuple[int, ...], hoogste: int, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        passende_n(percentages, hoogste)
