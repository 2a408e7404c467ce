"""Wat er aan de hand is, kiest de vragen en zet ze op volgorde."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.gespreksprompter.model.geschiedenis import Geschiedenis
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht
from lv_tools.gespreksprompter.model.kiezen import compose
from lv_tools.gespreksprompter.teksten import inhoud

BANK = inhoud()


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


@pytest.mark.parametrize("tafel", list(BANK.tafels))
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


@given(st.sampled_from(list(BANK.situaties)), st.sampled_from(list(BANK.tafels)), st.data())
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
