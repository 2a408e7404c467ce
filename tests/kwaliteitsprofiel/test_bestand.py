"""Beelden bijeenbrengen: niemand dubbel, niets van een ander, en alleen wat erbij hoort."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profielproef import INHOUD, LEIDER, MEDEWERKER, beelden, picture

from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.kwaliteitsprofiel.bestand import (
    bring_together,
    own_file,
    read_earlier,
    read_file,
    take_back,
)
from lv_tools.kwaliteitsprofiel.model.profiel import Eigentaak, Kern, Profiel

VROEG, LAAT = "2026-09-01T10:00:00+02:00", "2026-09-02T09:00:00+02:00"
NOOR = picture(MEDEWERKER, "noor", naam="Noor", nu={"s-cijfers": 1}, versie=VROEG)
LEIDT = picture(LEIDER, "leidt", naam="Bo", nu={"s-cijfers": 3}, versie=VROEG)


def join(kern: Kern, *mensen, **rest):
    return bring_together(kern, Kern(beelden=mensen, **rest), INHOUD)


def test_somebody_new_joins_and_counts_once_the_second_time() -> None:
    eerst = join(Kern(beelden=(NOOR,)), LEIDT)
    assert eerst.kern.beelden == (NOOR, LEIDT)
    assert eerst.erbij == (LEIDT,)
    nog = join(eerst.kern, LEIDT)
    assert (nog.kern, nog.dubbel) == (eerst.kern, (LEIDT,))


@pytest.mark.parametrize("kenmerk", ["noor", "ander-apparaat"])
def test_of_one_person_the_latest_counts(kenmerk: str) -> None:
    later = replace(NOOR, id=kenmerk, naam="  noor ", nu={"s-cijfers": 2}, versie=LAAT)
    nieuw = join(Kern(beelden=(NOOR,)), later)
    assert (nieuw.kern.beelden, nieuw.vernieuwd) == ((later,), (later,))
    oud = join(Kern(beelden=(later,)), NOOR)
    assert (oud.kern.beelden, oud.ouder) == ((later,), (NOOR,))


def test_the_same_answers_from_another_device_count_once() -> None:
    naamloos = replace(NOOR, naam="")
    bijeen = join(Kern(beelden=(naamloos,)), replace(naamloos, id="x", versie=LAAT))
    assert len(bijeen.kern.beelden) == 1


def test_a_place_kept_free_is_filled_and_keeps_its_name() -> None:
    plek = picture(LEIDER, "plek", naam="Bo")
    bijeen = join(Kern(beelden=(NOOR, plek)), replace(LEIDT, naam=""))
    assert [(b.rol, b.naam) for b in bijeen.kern.beelden] == [
        (MEDEWERKER, "Noor"),
        (LEIDER, "Bo"),
    ]


def test_two_leaders_with_different_names_both_count() -> None:
    bijeen = join(Kern(beelden=(NOOR, LEIDT)), replace(LEIDT, id="y", naam="Sam"))
    assert len(bijeen.kern.beelden) == 3


def test_two_leaders_who_used_the_same_place_of_a_file_sent_round_both_count() -> None:
    plek = picture(LEIDER, "plek")
    bo = replace(plek, naam="Bo", nu={"s-cijfers": 1}, versie=VROEG)
    sam = replace(plek, naam="Sam", nu={"s-cijfers": 3}, versie=LAAT)
    kern = join(join(Kern(beelden=(NOOR, plek)), bo).kern, sam).kern
    assert [(b.naam, b.nu) for b in kern.beelden[1:]] == [("Bo", bo.nu), ("Sam", sam.nu)]
    assert len({b.id for b in kern.beelden}) == 3
    assert join(kern, sam).dubbel


def test_taking_back_also_takes_back_the_title_that_came_along() -> None:
    erna = join(Kern(), LEIDT, titel="De Haven", jaar="2026-2027").kern
    assert erna.titel == "De Haven"
    assert take_back(Kern(), erna, erna) == Kern()
    assert take_back(Kern(), erna, replace(erna, titel="De Zee")).titel == "De Zee"


def test_an_answer_that_does_not_exist_is_refused() -> None:
    profiel = Profiel(Kern(beelden=(replace(NOOR, straks={"s-cijfers": 9}),)))
    with pytest.raises(VormError, match="Wie zou het moeten doen"):
        read_file("x.json", own_file(profiel, profiel.kern.beelden[0]), INHOUD)


@settings(deadline=None, max_examples=25)
@given(st.lists(beelden(), max_size=3), st.lists(beelden(), min_size=1, max_size=3))
def test_bringing_together_twice_changes_nothing(hier: list, daar: list) -> None:
    kern = Kern()
    for mensen in (hier, daar):
        if any(b.is_filled for b in mensen):
            kern = join(kern, *mensen).kern
    if any(b.is_filled for b in daar):
        nog = join(kern, *daar)
        assert nog.kern == kern
        assert not nog.erbij
    kenmerken = [beeld.id for beeld in kern.beelden]
    assert len(set(kenmerken)) == len(kenmerken)


@settings(deadline=None, max_examples=25)
@given(st.lists(beelden(), min_size=1, max_size=4, unique_by=lambda b: (b.id, b.rol)))
def test_the_order_of_files_does_not_matter(mensen: list) -> None:
    mensen = [replace(b, naam=f"n{nr}") for nr, b in enumerate(mensen) if b.is_filled]
    mensen = list({b.id: b for b in mensen}.values())
    heen, terug = Kern(), Kern()
    for beeld, ander in zip(mensen, reversed(mensen), strict=True):
        heen, terug = join(heen, beeld).kern, join(terug, ander).kern
    assert sorted(b.id for b in heen.beelden) == sorted(b.id for b in terug.beelden)
    assert {b.print for b in heen.beelden} == {b.print for b in terug.beelden}


def test_taking_back_keeps_what_was_done_afterwards() -> None:
    eerst = Kern(beelden=(NOOR, picture(LEIDER, "plek")))
    erna = join(eerst, LEIDT, taken=(Eigentaak("e1", "Open dag"),)).kern
    assert take_back(eerst, erna, erna) == eerst
    bewerkt = replace(NOOR, nu={"s-cijfers": 4}, versie=LAAT)
    nu = replace(erna, beelden=(bewerkt, *erna.beelden[1:]))
    assert take_back(eerst, erna, nu).beelden == (bewerkt, eerst.beelden[1])


def test_own_tasks_come_along_and_the_same_words_are_the_same_task() -> None:
    hier = Kern(beelden=(NOOR,), taken=(Eigentaak("hier", "Open dag tellen"),))
    daar = replace(LEIDT, nu={"daar": 1, "nieuw": 2}, uren={"daar": None})
    taken = (Eigentaak("daar", "open dag tellen."), Eigentaak("nieuw", "Website"))
    bijeen = bring_together(hier, Kern(beelden=(daar,), taken=taken), INHOUD)
    assert [taak.id for taak in bijeen.kern.taken] == ["hier", "nieuw"]
    assert bijeen.kern.beelden[1].nu == {"hier": 1, "nieuw": 2}
    assert bijeen.kern.beelden[1].uren == {"hier": None}


@pytest.mark.parametrize(
    ("ander", "zin"),
    [
        ({"titel": "De Ander"}, "het hoort bij ‘De Ander’"),
        ({"jaar": "2025-2026"}, "stap 6"),
        ({"niveau": "bestuur"}, "het is gemaakt voor een bestuur"),
    ],
)
def test_a_file_of_something_else_is_refused_with_a_way_out(ander: dict, zin: str) -> None:
    hier = Kern("De Haven", jaar="2026-2027", beelden=(NOOR,))
    daar = replace(hier, beelden=(LEIDT,), **ander)
    with pytest.raises(VormError, match=zin):
        bring_together(hier, daar, INHOUD)
    gelijk = replace(hier, titel="de haven ", beelden=(LEIDT,))
    assert len(bring_together(hier, gelijk, INHOUD).kern.beelden) == 2


def test_a_file_without_answers_is_refused() -> None:
    with pytest.raises(VormError, match="geen ingevuld beeld"):
        join(Kern(beelden=(NOOR,)), picture(LEIDER))


def test_the_file_of_one_person_has_nothing_of_another() -> None:
    profiel = Profiel(Kern("De Haven", beelden=(NOOR, LEIDT)), eerder=Kern(beelden=(LEIDT,)))
    bytes_ = own_file(profiel, NOOR)
    assert b"Bo" not in bytes_
    gelezen = read_file("x.json", bytes_, INHOUD)
    assert gelezen.kern.beelden == (NOOR,)
    assert gelezen.kern.titel == "De Haven"


def test_a_damaged_file_is_refused_at_every_spot() -> None:
    bytes_ = own_file(Profiel(Kern("De Haven", beelden=(NOOR,))), NOOR)
    for plek in range(0, len(bytes_), 7):
        teken = b"8" if bytes_[plek : plek + 1] == b"9" else b"9"
        with pytest.raises(VormError):
            read_file("x.json", bytes_[:plek] + teken + bytes_[plek + 1 :], INHOUD)


def test_an_earlier_profile_of_the_other_level_is_refused() -> None:
    with pytest.raises(VormError, match="een bestuur"):
        read_earlier(Kern(), Profiel(Kern(niveau="bestuur")), INHOUD)
    assert read_earlier(Kern(), Profiel(Kern(jaar="2025")), INHOUD).jaar == "2025"
