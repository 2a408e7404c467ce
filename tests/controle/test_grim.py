"""GRIM: kan een percentage bestaan bij de groep?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.controle import grim
from lv_tools.controle.grim import niet_passend, past

# Voorbeelden in de literatuur zijn vaak gemiddelden van hele getallen. Het deel achter de komma van
# zo'n gemiddelde is een aantal gedeeld door n, dus als percentage te toetsen.


@pytest.mark.parametrize(
    ("gemiddelde", "n", "mogelijk"),
    [
        ("5.19", 28, False),  # Brown en Heathers 2017, het voorbeeld van de inleiding
        ("5.18", 28, True),  # 145 / 28, het gemiddelde dat er wel naast ligt
        ("5.21", 28, True),  # 146 / 28
        ("3.48", 20, False),  # twintig keer een dobbelsteen: alleen x,x0 en x,x5 kunnen
        ("3.45", 20, True),
        ("5.93", 49, False),  # The Economist, 18 juni 2016, over de GRIM-toets
    ],
)
def test_gepubliceerde_gemiddelden(gemiddelde: str, n: int, mogelijk: bool) -> None:
    assert past(int(gemiddelde.split(".")[1]), n) is mogelijk


def test_de_voorbeeldpercentages_van_scrutiny() -> None:
    # L. Jung, R-pakket scrutiny, voorbeeld pigs2: vijf van de zes kunnen niet bij n = 150.
    percentages = [67.4, 54.2, 54.0, 69.8, 68.1, 55.4]
    assert [p for p in percentages if past(p, 150, decimalen=1)] == [54.0]


def test_de_voorbeeldgemiddelden_van_scrutiny() -> None:
    # L. Jung, R-pakket scrutiny, voorbeeld pigs1: acht van de twaalf kunnen niet.
    gemiddelden = ["7.22", "4.74", "5.23", "2.57", "6.77", "2.68"]
    gemiddelden += ["7.01", "7.38", "3.14", "6.89", "5.00", "0.24"]
    groepen = [32, 25, 29, 24, 27, 28, 29, 26, 27, 31, 25, 28]
    mogelijk = [past(int(g.split(".")[1]), n) for g, n in zip(gemiddelden, groepen, strict=True)]
    assert mogelijk.count(False) == 8


@given(st.integers(1, 99).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_een_echt_percentage_past_altijd(groep: tuple[int, int]) -> None:
    k, n = groep
    omhoog, omlaag = (200 * k + n) // (2 * n), -((n - 200 * k) // (2 * n))
    assert past(omhoog, n)
    assert past(omlaag, n)


@given(st.integers(1, 99))
def test_er_passen_nooit_meer_percentages_dan_er_aantallen_zijn(n: int) -> None:
    passend = 101 - len(niet_passend(range(101), n))
    op_de_helft = sum(200 * k % (2 * n) == n for k in range(n + 1))  # die mogen naar twee kanten
    assert passend <= n + 1 + op_de_helft


@given(st.integers(0, 100), st.integers(100, 1000))
def test_vanaf_honderd_past_elk_heel_percentage(percentage: int, n: int) -> None:
    assert past(percentage, n)


def test_tabel_4_2_kan_helemaal() -> None:
    bij = [m for m in grim.controleer() if m.resource == "risico_per_afdeling"]
    assert [m.ernst for m in bij] == ["klopt"] * 5


def test_vijf_kolommen_van_bijlage_2_2_kunnen_niet() -> None:
    fout = [m for m in grim.controleer() if m.ernst == "kan niet"]
    per_kolom: dict[str, int] = {}
    for melding in fout:
        per_kolom[melding.sleutel["obstakel"]] = per_kolom.get(melding.sleutel["obstakel"], 0) + 1
    assert per_kolom == {
        "Veel personele wisselingen": 9,
        "Wisseling in leiderschap": 8,
        "Culturele en taalkundige verschillen": 9,
        "Gebrek aan onderwijskundig leiderschap": 7,
        "Sterke groei van leerlingenaantallen": 8,
    }


def test_een_melding_noemt_de_aantallen_aan_weerszijden() -> None:
    cel = {"obstakel": "Veel personele wisselingen", "interventie": "Coaching van de directeur"}
    (melding,) = [m for m in grim.controleer() if dict(m.sleutel) == cel]
    assert melding.gevonden == "61%, n = 21"
    assert melding.verwacht == "57% of 62%"
    assert melding.uitleg == (
        "61% kan niet bestaan bij n = 21: 12 van 21 is 57% en 13 van 21 is 62%."
    )


def test_percentages_in_de_tekst_met_een_bekende_groep() -> None:
    gevonden = {m.sleutel["id"]: m.verwacht for m in grim.controleer() if "id" in m.sleutel}
    assert gevonden == {
        "duur-6-12-maanden": "22 van 55",
        "leiderschap-wisseling-of-gebrek": "41 van 55",
    }
