"""Fréchet-grenzen: de overlap van twee groepen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.controle import frechet
from lv_tools.controle.frechet import grenzen, grootste_verschil

verzamelingen = st.integers(1, 25).flatmap(
    lambda totaal: st.tuples(
        st.just(totaal),
        st.sets(st.integers(0, totaal - 1)),
        st.sets(st.integers(0, totaal - 1)),
        st.sets(st.integers(0, totaal - 1)),
    )
)


@given(verzamelingen)
def test_elke_echte_overlap_ligt_binnen_de_grenzen(
    geval: tuple[int, set[int], set[int], set[int]],
) -> None:
    totaal, a, b, _ = geval
    laagst, hoogst = grenzen(len(a), len(b), totaal)
    assert laagst <= len(a & b) <= hoogst


@given(st.integers(1, 40).flatmap(
    lambda n: st.tuples(st.integers(0, n), st.integers(0, n), st.just(n))
))  # fmt: skip
def test_de_grenzen_worden_bereikt(geval: tuple[int, int, int]) -> None:
    a, b, totaal = geval
    laagst, hoogst = grenzen(a, b, totaal)
    links, rechts = set(range(a)), set(range(totaal - b, totaal))
    assert len(links & rechts) == laagst  # zo ver mogelijk uit elkaar
    assert len(links & set(range(b))) == hoogst  # zo veel mogelijk over elkaar
    assert grenzen(b, a, totaal) == (laagst, hoogst)


@given(verzamelingen)
def test_het_verschil_tussen_twee_groepen_blijft_binnen_de_ruimte(
    geval: tuple[int, set[int], set[int], set[int]],
) -> None:
    totaal, a, b, kenmerk = geval
    assert len(a & kenmerk) - len(b & kenmerk) <= grootste_verschil(len(a), len(b), totaal)


def test_bekende_waarden() -> None:
    # Kansen 0,7 en 0,6 geven een doorsnede tussen 0,3 en 0,6 (het schoolvoorbeeld van de grenzen).
    assert grenzen(70, 60, 100) == (30, 60)
    assert grenzen(39, 44, 55) == (28, 39)
    assert grenzen(3, 4, 55) == (0, 3)
    assert grootste_verschil(39, 39, 55) == 16


@pytest.mark.parametrize(("a", "b"), [(56, 3), (3, 56), (-1, 3)])
def test_een_groep_buiten_het_geheel_wordt_geweigerd(a: int, b: int) -> None:
    with pytest.raises(ValueError, match="geef 0 tot en met het totaal 55"):
        grenzen(a, b, 55)


def test_wat_niet_bij_de_totalen_van_de_tekst_past() -> None:
    gevonden = {
        (m.sleutel["interventie"], m.sleutel["obstakel"]): m.verwacht
        for m in frechet.controleer()
        if m.ernst == "kan niet" and "ten minste" in m.verwacht
    }
    gebrek = "Gebrek aan onderwijskundig leiderschap"
    assert gevonden == {
        ("Coaching van het managementteam", "Verwaarlozing"): "ten minste 10",
        ("Coaching van het managementteam", gebrek): "ten minste 28",
        ("Coaching van de directeur", gebrek): "ten minste 20",
        ("Begeleiding opstellen verbeterplan", gebrek): "ten minste 16",
        ("Begeleiding uitvoeren verbeterplan", gebrek): "ten minste 12",
    }


def test_de_melding_zegt_bij_welk_totaal_het_wel_zou_kunnen() -> None:
    cel = {"interventie": "Coaching van het managementteam", "obstakel": "Verwaarlozing"}
    (melding,) = [m for m in frechet.controleer() if dict(m.sleutel) == cel]
    # 21 met het obstakel, 44 met de interventie en een overlap van 7: 21 + 44 - 7.
    assert "58 trajecten of meer" in melding.uitleg


def test_kolommen_die_elkaar_tegenspreken() -> None:
    tussen = [m for m in frechet.controleer() if "verschil" in m.verwacht]
    paren = {frozenset({m.sleutel["obstakel"], m.ook[0].sleutel["obstakel"]}) for m in tussen}
    assert paren == {
        frozenset({"Wisseling in leiderschap", "Gebrek aan onderwijskundig leiderschap"})
    }
    assert len(tussen) == 4
