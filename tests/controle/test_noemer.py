"""De noemer van bijlage 2.1, afgeleid uit aantal en percentage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lv_tools.controle import noemer
from lv_tools.controle.noemer import begeleidingstotalen, noemers, passende_noemers

tabellen = st.integers(1, 90).flatmap(
    lambda n: st.tuples(st.just(n), st.lists(st.integers(0, n), min_size=1, max_size=6))
)


@given(tabellen)
def test_de_echte_noemer_wordt_gevonden(tabel: tuple[int, list[int]]) -> None:
    n, aantallen = tabel
    regels = [(k, (200 * k + n) // (2 * n)) for k in aantallen]
    assert n in passende_noemers(regels, 90)


@given(tabellen)
def test_een_noemer_is_nooit_kleiner_dan_een_aantal(tabel: tuple[int, list[int]]) -> None:
    n, aantallen = tabel
    regels = [(k, (200 * k + n) // (2 * n)) for k in aantallen]
    assert min(passende_noemers(regels, 90)) >= max(aantallen)


def test_geen_noemer_als_aantal_en_percentage_elkaar_tegenspreken() -> None:
    assert passende_noemers([(5, 100), (1, 50)], 146) == ()


def test_elke_standaard_heeft_precies_een_noemer() -> None:
    assert noemers() == {
        "OP0": (13,),
        "OP1": (5,),
        "OP2": (34,),
        "OP3": (44,),
        "OP6": (3,),
        "VS1": (6,),
        "VS2": (5,),
        "OR1": (21,),
        "OR2": (5,),
        "SKA1": (33,),
        "SKA2": (39,),
        "SKA3": (29,),
    }


def test_de_begeleiding_past_alleen_bij_57_trajecten() -> None:
    # 34/57 = 60%, 44/57 = 77% en 39/57 = 68%; van 55 is 77% noch 68% te maken.
    assert begeleidingstotalen() == (57,)
    (melding,) = [m for m in noemer.controleer() if m.resource == "intake_en_begeleiding"]
    assert melding.ernst == "let op"
    assert melding.uitleg == (
        "77% en 68% kunnen niet bij de 55 trajecten die de tekst telt; met de groepen van bijlage "
        "2.1 (34, 44 en 39) past alleen een totaal van 57."
    )


def test_de_noemer_naast_de_intake() -> None:
    naast = {
        m.sleutel["standaard"]: (m.ernst, m.verwacht)
        for m in noemer.controleer()
        if m.resource == "uitdagingen" and "intake" in m.verwacht
    }
    assert naast["OR1"] == ("let op", "73 bij de intake")
    assert naast["VS2"] == ("let op", "0 bij de intake")
    assert naast["OR2"] == ("klopt", "5 bij de intake")
    assert sum(ernst == "let op" for ernst, _ in naast.values()) == 11
