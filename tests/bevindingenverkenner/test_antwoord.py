"""Het korte antwoord noemt aantallen die er staan, en nooit een restgroep als eerste."""

from __future__ import annotations

from itertools import combinations

import pytest

from lv_tools.bevindingenverkenner.model.filteren import apply
from lv_tools.bevindingenverkenner.model.keuze import Keuze
from lv_tools.bevindingenverkenner.model.mijn_afdeling import profile
from lv_tools.bevindingenverkenner.model.regels import options, standards
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting
from lv_tools.bevindingenverkenner.verslag.antwoord import answer

OBSTAKELS = options("interventies_bij_obstakels", "obstakel")
SOORTEN = options("risico_per_afdeling", "afdeling")


def told(afdeling: str, standaarden: tuple[str, ...], obstakels: tuple[str, ...] = ()) -> list[str]:
    return list(answer(profile(afdeling, standaarden, obstakels)).geheel)


def test_a_havo_reads_how_often_where_and_what_was_done() -> None:
    vaak, moeilijk, gedaan, hielp = told("Havo", ("OR1", "SKA2"))
    assert "45 afdelingen havo" in vaak
    assert "26 een risico op OR1 en 28 een risico op SKA2" in vaak
    assert "‘Leerresultaten passend bij de leerlingpopulatie’ (15 van de 21)" in moeilijk
    assert "44 van de 55 trajecten" in gedaan
    assert "weet het onderzoek niet" in gedaan
    assert "sterk leiderschap" in hielp


def test_where_no_count_fits_the_answer_says_so() -> None:
    gedaan = told("Havo", ("OR1",), ("Verwaarlozing", "Gebrek aan onderwijskundig leiderschap"))[2]
    assert "Bij verwaarlozing het vaakst Review (10 van de 21 trajecten)" in gedaan
    assert "past bij het hoogste percentage geen aantal" in gedaan


@pytest.mark.parametrize("afdeling", SOORTEN)
def test_no_choice_puts_a_rest_group_or_a_tiny_group_first(afdeling: str) -> None:
    keuzes = [(code,) for code in standards()] + list(combinations(standards(), 2))[:20]
    for standaarden in keuzes:
        tekst = " ".join(told(afdeling, standaarden))
        assert "Anders" not in tekst
        for obstakel in OBSTAKELS if len(standaarden) == 1 else ():
            assert "Anders" not in " ".join(told(afdeling, standaarden, (obstakel,)))
    klein = told(afdeling, ("OP6",), ("Gebrek aan ouderbetrokkenheid",))
    assert any("1 traject, te weinig om iets bovenaan te zetten" in punt for punt in klein)


@pytest.mark.parametrize("obstakel", OBSTAKELS)
def test_a_summary_names_a_rest_group_only_to_say_that_it_is_unknown(obstakel: str) -> None:
    keuze = Keuze("interventies_bij_obstakels", {"obstakel": (obstakel, "")}, "", "hoog")
    zinnen = samenvatting(apply(keuze))
    for zin in zinnen.split(". "):
        assert "Anders" not in zin or "staat niet in de bron" in zin


def test_neglect_says_that_other_stands_higher() -> None:
    keuze = Keuze("interventies_bij_obstakels", {"obstakel": ("Verwaarlozing", "")}, "", "hoog")
    zinnen = samenvatting(apply(keuze))
    assert "Anders" in zinnen
    assert "wat daar is ingevuld, staat niet in de bron" in zinnen
