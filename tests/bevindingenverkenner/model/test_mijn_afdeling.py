"""Mijn afdeling telt, en voorspelt niet."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.bevindingenverkenner.figuur.persoonlijk import figuren_profiel
from lv_tools.bevindingenverkenner.model.mijn_afdeling import profile
from lv_tools.bevindingenverkenner.model.regels import options
from lv_tools.bevindingenverkenner.teksten import teksten

SOORTEN = options("risico_per_afdeling", "afdeling")
STANDAARDEN = options("uitdagingen", "standaard")
OBSTAKELS = options("interventies_bij_obstakels", "obstakel")


def test_havo_with_ska1_and_ska2() -> None:
    profiel = profile("Havo", ["SKA1", "SKA2"])
    eigen = {r.standaard: r.eigen.meting for r in profiel.risicos}
    assert eigen["SKA1"] is not None
    assert eigen["SKA1"].aantal == 26
    assert eigen["SKA2"] is not None
    assert eigen["SKA2"].aantal == 28
    (samen,) = profiel.samen
    assert (samen.minstens, samen.hoogstens, samen.n) == (9, 26, 45)


def test_others_are_all_other_kinds_added_up() -> None:
    (risico,) = profile("Havo", ["SKA2"]).risicos
    assert risico.overige is not None
    assert (risico.overige.aantal, risico.overige.n) == (26 + 19 + 5 + 3, 44 + 33 + 14 + 9)


def test_standard_without_counts_is_named() -> None:
    profiel = profile("Vwo", ["VS2", "OP4"])
    assert profiel.zonder_risico == ("VS2", "OP4")
    assert profiel.zonder_uitdagingen == ("OP4",)


def test_obstacles_show_what_was_done_there() -> None:
    profiel = profile("Vwo", ["SKA2"], ["Personeelstekort"])
    assert {r.text("obstakel") for r in profiel.bij_obstakels} == {"Personeelstekort"}
    assert len(profiel.bij_obstakels) == 10


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(SOORTEN),
    st.lists(st.sampled_from(STANDAARDEN), unique=True, max_size=5),
    st.lists(st.sampled_from(OBSTAKELS), unique=True, max_size=3),
)
def test_any_profile_is_consistent(
    afdeling: str, standaarden: list[str], obstakels: list[str]
) -> None:
    profiel = profile(afdeling, standaarden, obstakels)
    assert {r.text("standaard") for r in profiel.uitdagingen} <= set(standaarden)
    for paar in profiel.samen:
        assert 0 <= paar.minstens <= paar.hoogstens <= paar.n
    for figuur in figuren_profiel(profiel).values():
        assert figuur.rijen
        assert "{" not in figuur.samenvatting + figuur.zegt_niet


def test_unknown_choice_is_refused() -> None:
    with pytest.raises(ValueError, match="soort afdeling 'Mavo' bestaat niet"):
        profile("Mavo", ["SKA2"])
    with pytest.raises(ValueError, match="obstakel 'regen' bestaat niet"):
        profile("Vwo", ["SKA2"], ["regen"])


def test_no_sentence_predicts() -> None:
    woorden = ("kans", "voorspel", "waarschijnlijk", "zal ")
    eigen = [tekst for naam, tekst in teksten().tekst.items() if naam.startswith("mijn_")]
    for tekst in [*eigen, *(verband.tekst for verband in teksten().verband)]:
        assert not any(woord in tekst.lower() for woord in woorden), tekst
