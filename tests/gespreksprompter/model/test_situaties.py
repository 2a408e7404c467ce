"""Wat er aan de hand is, kiest de vragen en zet ze op volgorde."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.gespreksprompter.model.geschiedenis import Geschiedenis
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht
from lv_tools.gespreksprompter.model.kiezen import candidates, compose
from lv_tools.gespreksprompter.teksten import inhoud

BANK = inhoud()
#: Aan een tafel met een eigen vragenlijst kiest niemand een situatie.
TAFELS = [code for code, tafel in BANK.tafels.items() if not tafel.fasen]
GEBONDEN = [vraag for vraag in BANK.vragen.values() if vraag.alleen_bij]
#: Wie zo vraagt, gaat ervan uit dat het gebeurd is: dat weet alleen wie de situatie koos.
VERONDERSTELT = {
    "klacht": r"\bklacht|geklaagd",
    "na-bezoek": r"\bbezoekers?\b (zagen|zei|zeiden)|van de bezoeker",
    "bezoek": r"voorbereiding van een inspectiebezoek|kan een inspecteur ons vragen|"
    r"bezoek van de inspectie",
    "resultaten": r"valt ons tegen|dat tegenvalt\?|welk tegenvallend",
    "nieuw": r"opdracht geeft het intern toezicht de bestuurder",
}
#: Deze vragen noemen zo'n woord, en passen toch in elk gesprek.
OVERAL = {
    "act-mobiliseren-9",  # ‘als een resultaat tegenvalt’ neemt niet aan dat het zo is
}


def guide(situatie: str, tafel: str, minuten: int = 30, **verleden: frozenset[str]) -> Gids:
    keuze = BANK.situaties[situatie]
    opdracht = Opdracht(
        BANK.tafels[tafel], keuze.fasen, minuten, keuze.doel, situatie=situatie
    ).check()
    gids = compose(opdracht, Geschiedenis(**verleden) if verleden else None)
    assert isinstance(gids, Gids)
    return gids


def test_every_turn_names_questions_of_the_bank_in_a_phase_of_the_situation() -> None:
    for situatie in BANK.situatie:
        assert BANK.in_order(situatie.fasen) == situatie.fasen
        assert situatie.doel in BANK.doelen
        for beurt in situatie.beurt:
            assert {BANK.vragen[naam].fase for naam in beurt.vragen} <= set(situatie.fasen)
        namen = [naam for beurt in situatie.beurt for naam in beurt.vragen]
        assert len(namen) == len(set(namen)), situatie.code


@pytest.mark.parametrize("tafel", TAFELS)
@pytest.mark.parametrize("situatie", list(BANK.situaties))
def test_every_table_gets_a_talk_about_what_is_going_on(situatie: str, tafel: str) -> None:
    keuze, gids = BANK.situaties[situatie], guide(situatie, tafel)
    beurten = [keuze.turn(regel.id) for regel in gids.vragen]
    assert sum(plek < len(keuze.beurt) for plek in beurten) >= 3
    for fase in keuze.fasen:  # binnen een fase blijft de volgorde van de beurten
        eigen = [keuze.turn(regel.id) for regel in gids.vragen if regel.fase == fase]
        assert eigen == sorted(eigen)


def test_a_section_with_disappointing_results_starts_with_the_facts_and_ends_with_a_choice() -> (
    None
):
    vragen = guide("resultaten", "sectie").vragen
    assert [vraag.tekst for vraag in vragen][:2] == [
        "Welk resultaat van onze leerlingen valt ons tegen?",
        "Welke verklaring hebben we voor het resultaat?",
    ]
    assert vragen[-1].fase == "act"
    assert "Past bij ‘De resultaten vallen tegen’: de feiten" in vragen[0].reden
    assert not {"waarderen"} & {vraag.doel for vraag in vragen}
    lang = {vraag.id for vraag in guide("resultaten", "sectie", 60).vragen}
    assert {"check-reflecteren-12", "check-reflecteren-13", "check-reflecteren-9"} <= lang


def test_a_long_talk_about_a_complaint_keeps_to_the_complaint() -> None:
    keuze = BANK.situaties["klacht"]
    gids = guide("klacht", "sectie", 90)
    assert all(keuze.turn(regel.id) < len(keuze.beurt) for regel in gids.vragen)
    assert len(gids.vragen) >= 5


@given(st.sampled_from(list(BANK.situaties)), st.sampled_from(TAFELS), st.data())
def test_what_was_just_asked_does_not_return_while_there_is_something_else(
    situatie: str, tafel: str, data: st.DataObject
) -> None:
    eerst = [regel.id for regel in guide(situatie, tafel).vragen]
    kort = frozenset(data.draw(st.sets(st.sampled_from(eerst))))
    daarna = guide(situatie, tafel, kort=kort, ooit=kort)
    terug = [regel for regel in daarna.vragen if regel.id in kort]
    fasen = [regel.fase for regel in daarna.vragen]
    assert all(fasen.count(regel.fase) == 1 or len(daarna.vragen) <= 3 for regel in terug)
    assert len(daarna.vragen) >= min(3, len(eerst))


def test_a_question_bound_to_a_situation_is_one_of_its_turns() -> None:
    assert GEBONDEN
    for vraag in GEBONDEN:
        for code in vraag.alleen_bij:
            situatie = BANK.situaties[code]
            assert situatie.turn(vraag.id) < len(situatie.beurt), vraag.id


@pytest.mark.parametrize("situatie", list(VERONDERSTELT))
def test_a_question_that_takes_a_situation_for_granted_is_bound_to_it(situatie: str) -> None:
    vorm = re.compile(VERONDERSTELT[situatie], re.I)
    gevonden = [v for v in BANK.vragen.values() if vorm.search(v.tekst) and v.id not in OVERAL]
    assert gevonden
    assert [v.id for v in gevonden if situatie not in v.alleen_bij] == []


@given(
    st.sampled_from(["", *BANK.situaties]),
    st.sampled_from(list(BANK.tafels)),
    st.sets(st.sampled_from(list(BANK.fasen)), min_size=1),
    st.sampled_from(["", *BANK.doelen]),
    st.integers(20, 180),
    st.integers(0, 10**6),
)
def test_a_question_of_one_situation_never_enters_another_guide(
    situatie: str, tafel: str, fasen: set[str], doel: str, minuten: int, zaad: int
) -> None:
    opdracht = Opdracht(
        BANK.tafels[tafel], BANK.in_order(fasen), minuten, doel, zaad=zaad, situatie=situatie
    )
    gids = compose(opdracht)
    if isinstance(gids, Gids):
        assert all(BANK.vragen[regel.id].fits(situatie) for regel in gids.vragen)
    for fase in opdracht.fasen:  # ook bij ruilen niet
        assert all(vraag.fits(situatie) for vraag in candidates(opdracht, fase))
