"""Een rij die niet bij de kop past, wordt geen half of verschoven mens."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tabelproef import STELLINGEN, as_csv, as_xlsx, bring

HOOG = [4, 4, 3, 4, 4, 3, 4, 4]
KOP = ["nummer", "opmerking", "rol", *STELLINGEN, "Wilt u nog iets kwijt?"]
RIJEN = [[str(i), "goed", "staf", *HOOG, ""] for i in (1, 2, 3)]


def lines(*rijen):
    return "\r\n".join(";".join(map(str, rij)) for rij in (KOP, *rijen)).encode()


@pytest.mark.parametrize(
    "tekst", ["gaat wel maar\r\nniet zo", "gaat wel\r\n\r\nen\r\nniet zo", "wel\r\nniet\r\nzo"]
)
def test_een_los_regeleinde_maakt_geen_verschoven_mens(tekst):
    proef = bring(("l.csv", lines(RIJEN[0], ["2", tekst, "staf", *HOOG, ""], RIJEN[2])))
    assert [list(p.antwoorden.values()) for p in proef.mensen] == [HOOG, HOOG]
    assert len(proef.laatste.toevoeging.geweigerd) >= 2
    assert "Rij 3 heeft 2 cellen en de kop 12" in proef.zinnen
    assert "regeleinde" in proef.zinnen


def test_een_bestand_dat_halverwege_ophoudt_geeft_geen_half_mens():
    heel = lines(*RIJEN)
    for eind in range(len(heel) - 18, len(heel) - 5):
        proef = bring(("l.csv", heel[:eind]))
        assert len(proef.mensen) == 2
        assert "Rij 4 heeft" in proef.zinnen
        assert "niet helemaal bewaard" in proef.zinnen


def test_excel_laat_in_een_blok_rijen_lege_cellen_achteraan_weg():
    kort = [rij[:-1] for rij in RIJEN]
    for rijen in (kort, [[*RIJEN[0][:-1], "ja"], *kort[1:]]):
        proef = bring(("l.csv", lines(*rijen)))
        assert len(proef.mensen) == 3
        assert "korter dan de kop" in proef.zinnen


def test_een_programma_dat_lege_cellen_achteraan_weglaat_houdt_iedereen():
    rijen = [["1", "", "staf", 4, 4, 3], ["2", "", "staf", 4], ["3", "ja", "staf", *HOOG, "ok"]]
    proef = bring(("l.csv", lines(*rijen)))
    assert [len(p.antwoorden) for p in proef.mensen].count(8) == 1
    assert len(proef.mensen) == 3
    assert "Rij 2 en 3 van ‘l.csv’ zijn korter dan de kop" in proef.zinnen
    blad = bring(("l.xlsx", as_xlsx([KOP, *rijen])))
    assert blad.antwoorden() == proef.antwoorden()


@settings(max_examples=80)
@given(
    st.lists(st.lists(st.integers(1, 4), min_size=8, max_size=8), min_size=3, max_size=6),
    st.data(),
)
def test_wat_een_los_regeleinde_breekt_telt_niet_en_wordt_genoemd(lijst, data):
    rijen = [[str(i), "een twee drie", "staf", *rij, ""] for i, rij in enumerate(lijst, 1)]
    plek = data.draw(st.integers(0, len(rijen) - 1))
    heel = bring(("l.csv", as_csv([KOP, *rijen[:plek], *rijen[plek + 1 :]]))).antwoorden()
    rijen[plek][1] = "een\r\ntwee drie"
    proef = bring(("l.csv", lines(*rijen)))
    assert proef.antwoorden() == heel
    assert proef.laatste.toevoeging.geweigerd == (plek + 2, plek + 3)
