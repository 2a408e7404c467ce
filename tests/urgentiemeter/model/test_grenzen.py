"""De regels voor gedeeld en breed, en hoeveel antwoorden de uitslag zouden omzetten."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.urgentiemeter.model.grenzen import (
    BEREIK,
    Cel,
    Regels,
    answers_to_flip,
    breadth,
    is_broad,
    named,
    share,
    ticks_to_flip,
)

cellen = st.lists(
    st.integers(0, 6).flatmap(lambda n: st.builds(Cel, st.integers(0, n), st.just(n))),
    min_size=1,
    max_size=3,
)
grenzen = st.integers(5, 100).map(lambda p: Fraction(p, 100))


def brute_force_flip(rij, grens):
    """Probeer elke andere telling en geef de kleinste verandering die de kant omdraait."""
    was = share(rij) >= grens
    mogelijk = product(*(range(cel.n + 1) for cel in rij))
    afstanden = [
        sum(abs(k - cel.k) for k, cel in zip(ks, rij, strict=True))
        for ks in mogelijk
        if (share([Cel(k, cel.n) for k, cel in zip(ks, rij, strict=True)]) >= grens) != was
    ]
    return min(afstanden)


@given(cellen, grenzen)
def test_aantal_antwoorden_tot_de_andere_uitslag(rij, grens):
    if share(rij) is None:
        assert answers_to_flip(rij, grens) is None
    else:
        assert answers_to_flip(rij, grens) == brute_force_flip(rij, grens)


@given(cellen, st.data())
def test_nog_iemand_die_het_voelt_verlaagt_het_aandeel_nooit(rij, data):
    voor = share(rij)
    meer = list(rij)
    plek = data.draw(st.integers(0, len(rij)))
    if plek == len(rij):
        meer.append(Cel(1, 1))
    else:
        meer[plek] = Cel(rij[plek].k + 1, rij[plek].n + 1)
    assert voor is None or share(meer) >= voor


GEBIED = {"OP2": "OP", "OP3": "OP", "OR1": "OR", "SKA1": "SKA", "SKA2": "SKA"}
focussen = st.fixed_dictionaries(
    {
        code: st.integers(1, 3).flatmap(
            lambda n: st.lists(
                st.builds(Cel, st.integers(0, n), st.just(n)), min_size=1, max_size=1
            )
        )
        for code in GEBIED
    }
)
regels = st.builds(
    Regels,
    genoemd_vanaf=st.integers(5, 100),
    breed_standaarden=st.integers(1, 6),
    breed_gebieden=st.integers(1, 4),
)


def brute_force_ticks(focus, regel):
    grens = Fraction(regel.genoemd_vanaf, 100)
    was = is_broad(named(focus, grens), GEBIED, regel)
    beste = None
    for ks in product(*(range(rij[0].n + 1) for rij in focus.values())):
        ander = {code: [Cel(k, rij[0].n)] for k, (code, rij) in zip(ks, focus.items(), strict=True)}
        if is_broad(named(ander, grens), GEBIED, regel) != was:
            prijs = sum(abs(ander[code][0].k - focus[code][0].k) for code in focus)
            beste = prijs if beste is None else min(beste, prijs)
    return beste


@settings(max_examples=60, deadline=None)
@given(focussen, regels)
def test_aantal_kruisjes_tot_de_andere_focus(focus, regel):
    assert ticks_to_flip(focus, GEBIED, regel) == brute_force_ticks(focus, regel)


def test_focus_zonder_antwoorden():
    assert ticks_to_flip({code: [Cel(0, 0)] for code in GEBIED}, GEBIED, Regels()) is None


@pytest.mark.parametrize(
    ("genoemd", "breedte", "breed"),
    [
        ((), 0, False),
        (("OR1",), 1, False),
        (("OR1", "OP2", "OP3"), 3, True),
        (("OP2", "OP3"), 2, False),
        (("SKA1", "SKA2"), 2, False),
        (("OR1", "OP3", "SKA1", "SKA2"), 4, True),
    ],
)
def test_breedte(genoemd, breedte, breed):
    assert breadth(genoemd, GEBIED, Regels()) == breedte
    assert is_broad(genoemd, GEBIED, Regels()) == breed


def test_een_gebied_is_hoogstens_een_minder_dan_breed():
    regel = Regels(breed_standaarden=2, breed_gebieden=2)
    assert breadth(("SKA1", "SKA2"), GEBIED, regel) == 1
    assert not is_broad(("SKA1", "SKA2"), GEBIED, regel)


@given(st.sets(st.sampled_from(sorted(GEBIED))), st.sampled_from(sorted(GEBIED)), regels)
def test_een_standaard_erbij_maakt_de_focus_nooit_smaller(genoemd, erbij, regel):
    assert breadth(genoemd | {erbij}, GEBIED, regel) >= breadth(genoemd, GEBIED, regel)


@pytest.mark.parametrize("naam", sorted(BEREIK))
def test_regel_buiten_zijn_bereik_wordt_met_naam_genoemd(naam):
    laagste, hoogste = BEREIK[naam]
    for waarde in (laagste - 1, hoogste + 1, 2.5, "3", True):
        with pytest.raises(ValueError, match=f"regel '{naam}'"):
            Regels(**{naam: waarde})
    assert getattr(Regels(**{naam: laagste}), naam) == laagste


def test_andere_regels_worden_ook_gecontroleerd():
    with pytest.raises(ValueError, match="weging"):
        Regels(weging="hoofd")
    with pytest.raises(ValueError, match="weet_niet_telt"):
        Regels(weet_niet_telt="ja")
