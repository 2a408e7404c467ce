"""Sommen: delen, totalen en wat er ontbreekt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lv_tools.controle import sommen
from lv_tools.controle.sommen import tel_op


@given(st.dictionaries(st.text(max_size=5), st.integers(0, 500)), st.integers(0, 5000))
def test_som_en_wat_ontbreekt_vormen_samen_het_totaal(delen: dict[str, int], totaal: int) -> None:
    verschil = tel_op(delen, totaal)
    assert verschil.som + verschil.ontbreekt == totaal
    assert tel_op(dict(reversed(delen.items())), totaal) == verschil


def bij(resource: str) -> list[tuple[str, str, str]]:
    return [
        (m.ernst, m.gevonden, m.verwacht)
        for m in sommen.controleer()
        if m.resource == resource and m.controle == "som"
    ]


def test_plaatsen_tellen_niet_op_tot_het_totaal() -> None:
    assert bij("plaatsen") == [("let op", "93", "146")]


def test_soorten_afdelingen_missen_er_een() -> None:
    assert bij("risico_per_afdeling") == [("let op", "145", "146")]


def test_besturen_tellen_wel_op() -> None:
    assert bij("bestuursgrootte") == [("klopt", "52", "52")]


def test_interventies_passen_in_het_aantal_trajecten() -> None:
    assert [ernst for ernst, _, _ in bij("interventies")] == ["klopt"] * 4


def test_een_schooljaar_telt_meer_afdelingen_dan_de_hele_periode() -> None:
    ((ernst, gevonden, verwacht),) = bij("kerncijfers")
    assert ernst == "let op"
    assert "175" in gevonden
    assert "146" in verwacht


def test_alleen_or2_mist_de_rij_anders() -> None:
    gemist = [m.sleutel for m in sommen.controleer() if m.controle == "volledigheid"]
    assert gemist == [{"standaard": "OR2"}]
