"""Een gids aanpassen houdt haar binnen de afspraken, en een weigering zegt waarom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategieen import BANK, geschiedenissen, gidsen

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.gespreksprompter.model import bewerken
from lv_tools.gespreksprompter.model.geschiedenis import Geschiedenis
from lv_tools.gespreksprompter.model.gids import Gids, Opdracht
from lv_tools.gespreksprompter.model.kiezen import candidates, compose

MINUTEN = st.integers(2, 9)
VEEL = settings(max_examples=100, deadline=None)


@pytest.fixture
def gids() -> Gids:
    uit = compose(Opdracht(BANK.tafels["school"], tuple(BANK.fasen), 60))
    assert isinstance(uit, Gids)
    return uit


def goed(uit: Gids | Invoerfout) -> Gids:
    assert isinstance(uit, Gids), str(uit)
    return uit


@VEEL
@given(gidsen(), geschiedenissen, st.data())
def test_elke_reeks_bewerkingen_houdt_de_gids_heel(
    gids: Gids, verleden: Geschiedenis, data: st.DataObject
) -> None:
    """De gids zelf weigert elke overtreding; hier mag dus geen enkele fout vallen."""
    kies = data.draw
    for _ in range(kies(st.integers(1, 8))):
        if not gids.regels:
            return
        regel = st.sampled_from([r.id for r in gids.regels])
        stappen: list[Callable[[Gids, str], Gids | Invoerfout]] = [
            lambda g, r: bewerken.swap(g, r, verleden),
            lambda g, r: bewerken.move(g, r, kies(st.sampled_from([-1, 1]))),
            lambda g, r: bewerken.move_to(g, r, kies(st.sampled_from(sorted(g.ids)))),
            lambda g, r: bewerken.lock(g, r, kies(st.booleans())),
            lambda g, r: bewerken.rewrite(g, r, kies(st.text(max_size=9))),
            bewerken.remove,
            lambda g, r: bewerken.set_minutes(g, r, kies(st.integers(0, 60))),
            lambda g, _: bewerken.add(g, "check", kies(st.text(max_size=9)), kies(MINUTEN)),
            lambda g, _: bewerken.recompose(g, verleden, kies(st.integers(0, 99))),
        ]
        uit = kies(st.sampled_from(stappen))(gids, kies(regel))
        if isinstance(uit, Invoerfout):
            assert uit.probleem
            assert uit.uitweg
        else:
            assert uit.duur <= uit.opdracht.minuten
            gids = uit


def test_ruilen_geeft_een_andere_vraag_uit_dezelfde_fase(gids: Gids) -> None:
    oud = gids.vragen[0]
    gezien = {oud.id}
    for _ in range(5):
        huidig = gids.vragen[0]
        gids = goed(bewerken.swap(gids, huidig.id))
        assert gids.vragen[0].id not in gezien
        assert gids.vragen[0].fase == oud.fase
        gezien.add(gids.vragen[0].id)


def test_wie_alles_heeft_weggeruild_begint_opnieuw(gids: Gids) -> None:
    aantal = len(candidates(gids.opdracht, "plan"))
    eerste = gids.vragen[0].id
    gezien = []
    for _ in range(2 * aantal):
        gids = goed(bewerken.swap(gids, gids.vragen[0].id))
        gezien.append(gids.vragen[0].id)
    assert eerste in gezien


def test_ruilen_kan_ook_met_opening_en_slot(gids: Gids) -> None:
    for plek in (0, -1):
        oud = gids.regels[plek]
        nieuw = goed(bewerken.swap(gids, oud.id)).regels[plek]
        assert nieuw.soort == oud.soort
        assert nieuw.id != oud.id


def test_verplaatsen_blijft_binnen_de_fase(gids: Gids) -> None:
    een, twee = gids.vragen[:2]
    assert een.fase == twee.fase
    omgedraaid = goed(bewerken.move(gids, een.id, 1))
    assert [r.id for r in omgedraaid.vragen[:2]] == [twee.id, een.id]
    fout = bewerken.move(gids, een.id, -1)
    assert isinstance(fout, Invoerfout)
    assert "volgorde van de cyclus" in fout.probleem


def test_een_eigen_vraag_vervangt_en_staat_vast(gids: Gids) -> None:
    oud = gids.vragen[2]
    nieuw = goed(bewerken.rewrite(gids, oud.id, "  Wat denkt\nde klas? "))
    regel = nieuw.vragen[2]
    assert (regel.tekst, regel.minuten, regel.fase) == ("Wat denkt de klas?", oud.minuten, oud.fase)
    assert regel.eigen
    opnieuw = goed(bewerken.recompose(nieuw, Geschiedenis(), 99))
    assert regel in opnieuw.vragen


@pytest.mark.parametrize(
    ("tekst", "woord"), [("", "Schrijf eerst"), (" \n", "Schrijf eerst"), ("a" * 500, "te lang")]
)
def test_een_eigen_vraag_die_niet_kan(gids: Gids, tekst: str, woord: str) -> None:
    fout = bewerken.rewrite(gids, gids.vragen[0].id, tekst)
    assert isinstance(fout, Invoerfout)
    assert woord in str(fout)


def test_dezelfde_vraag_kan_er_niet_twee_keer_in(gids: Gids) -> None:
    fout = bewerken.rewrite(gids, gids.vragen[0].id, gids.vragen[1].tekst.upper())
    assert isinstance(fout, Invoerfout)
    assert "al in de gids" in str(fout)


def test_toevoegen_vraagt_ruimte(gids: Gids) -> None:
    fout = bewerken.add(gids, "check", "Wat nu?", 5)
    assert isinstance(fout, Invoerfout)
    assert "0 minuten over" in str(fout)
    ruim = bewerken.remove(gids, gids.vragen[0].id)
    erbij = goed(bewerken.add(ruim, "check", "Wat nu?", 5))
    check = [r for r in erbij.vragen if r.fase == "check"]
    assert check[-1].tekst == "Wat nu?"


def test_minuten_gaan_niet_over_de_grens(gids: Gids) -> None:
    eerste = gids.vragen[0]
    fout = bewerken.set_minutes(gids, eerste.id, eerste.minuten + 1)
    assert isinstance(fout, Invoerfout)
    korter = goed(bewerken.set_minutes(gids, eerste.id, 3))
    assert korter.row(eerste.id).minuten == 3
    assert korter.ruimte == eerste.minuten - 3


def test_een_onbekende_regel_of_fase(gids: Gids) -> None:
    with pytest.raises(LookupError, match="bestaat-niet"):
        bewerken.swap(gids, "bestaat-niet")
    with pytest.raises(ValueError, match="fase"):
        bewerken.add(gids, "x", "Wat?", 3)
