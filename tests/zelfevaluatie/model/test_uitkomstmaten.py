"""De maten: het midden van een thema schuift nooit verder dan wat ertoe leidde, en dominantie telt.

Dat eensgezindheid de gepubliceerde waarden geeft, en dat meer overeenstemming haar nooit verlaagt,
staat in ``tests/basis/onderzoek/test_spreiding.py``.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.zelfevaluatie.model.gevoelig import one_step, sensitivity
from lv_tools.zelfevaluatie.model.uitkomstmaten import (
    Midden,
    Stellingbeeld,
    Themabeeld,
    dominance,
    own_middle,
    own_middles,
)

CODES = ["a", "b", "c", "d", "e"]
groep = st.lists(
    st.dictionaries(st.sampled_from(CODES), st.integers(1, 4), min_size=1), min_size=1, max_size=9
)
aantallen = st.tuples(*[st.integers(0, 5)] * 4)


def theme(antwoorden):
    mensen = [Respondent(str(nr), "r", gegeven) for nr, gegeven in enumerate(antwoorden)]
    return Themabeeld(own_middles(mensen, CODES))


@given(groep, st.data())
def test_een_antwoord_een_stap_verschuift_het_midden_van_een_thema_hoogstens_een_stap(groep, data):
    wie = data.draw(st.integers(0, len(groep) - 1))
    code = data.draw(st.sampled_from(sorted(groep[wie])))
    stap = data.draw(st.sampled_from([-1, 1]))
    if not 1 <= groep[wie][code] + stap <= 4:
        stap = -stap
    anders = [dict(gegeven) for gegeven in groep]
    anders[wie][code] += stap
    voor, na = theme(groep).midden, theme(anders).midden
    assert abs(voor.laag - na.laag) <= 1
    assert abs(voor.hoog - na.hoog) <= 1
    assert abs(voor.waarde - na.waarde) <= 1
    # En nooit de andere kant op dan het antwoord.
    assert (na.laag - voor.laag) * stap >= 0
    assert (na.hoog - voor.hoog) * stap >= 0


@given(groep)
def test_midden_ligt_binnen_de_helft_en_die_binnen_het_bereik(groep):
    beeld = theme(groep)
    (laag, hoog), (onder, boven) = beeld.kwart, beeld.bereik
    assert onder <= laag <= hoog <= boven
    assert laag <= beeld.midden.waarde <= hoog
    assert beeld.n == len(groep)
    binnen = sum(laag <= Midden(*own_middle(tuple(g.values()))).waarde <= hoog for g in groep)
    assert 2 * binnen >= len(groep)


@given(groep)
def test_met_een_stelling_is_een_thema_die_stelling(groep):
    een = [{"a": gegeven.get("a", 2)} for gegeven in groep]
    verdeling = Verdeling.from_answers([gegeven["a"] for gegeven in een], 4)
    assert theme(een).midden == Stellingbeeld(verdeling).midden


@pytest.mark.parametrize(
    ("antwoorden", "midden"),
    [
        ([{"a": 3}, {"a": 4}, {"a": 3}], Midden(3, 3)),  # een bestuur van drie
        ([{"a": 1}, {"a": 2}, {"a": 3}, {"a": 4}], Midden(2, 3)),  # vier rectoren
        ([{"a": 1}, {"a": 4}], Midden(1, 4)),  # twee kampen: geen verzonnen midden
        ([{"a": 2, "b": 3}], Midden(2, 3)),
        # Wie veel stellingen invult, weegt niet zwaarder.
        ([dict.fromkeys(CODES, 4), {"a": 1}, {"b": 1}], Midden(1, 1)),
    ],
)
def test_midden_met_de_hand_nagerekend(antwoorden, midden):
    assert theme(antwoorden).midden == midden


def met_de_hand(groep):
    """Het midden van een thema volgens de woorden van het verslag, stap voor stap."""
    eigen = []
    for gegeven in groep:
        rij = sorted(gegeven.values())
        half = len(rij) // 2
        eigen.append(rij[half] if len(rij) % 2 else (rij[half - 1] + rij[half]) / 2)
    eigen.sort()
    half = len(eigen) // 2
    in_het_midden = [eigen[half]] if len(eigen) % 2 else [eigen[half - 1], eigen[half]]
    eronder = max(nr for nr in range(1, 5) if nr <= in_het_midden[0])
    erboven = min(nr for nr in range(1, 5) if nr >= in_het_midden[-1])
    return eronder, erboven


@given(groep)
def test_midden_van_een_thema_is_met_de_hand_na_te_rekenen(groep):
    midden = theme(groep).midden
    assert (midden.laag, midden.hoog) == met_de_hand(groep)


def test_zes_rectoren_met_de_hand():
    """Eigen middens 1; 1,5; 2; 2; 2 en 2,5: het middelste is 2, dus enigszins."""
    rectoren = [
        {"a": 1}, {"a": 1, "b": 2}, {"a": 1, "b": 3}, {"a": 2}, {"a": 2}, {"a": 2, "b": 3},
    ]  # fmt: skip
    beeld = theme(rectoren)
    assert beeld.midden == Midden(2, 2)
    assert beeld.kwart == (1.5, 2.0)
    assert beeld.ruim_midden == Midden(1, 2)  # zo rekende versie 0.1.0


def test_zonder_antwoorden_is_er_niets():
    leeg = theme([])
    assert leeg.ruim_midden is None
    assert (leeg.n, leeg.midden, leeg.kwart, leeg.bereik, leeg.eensgezindheid) == (0,) + (None,) * 4
    alleen = Stellingbeeld(Verdeling((0, 1, 0, 0), weet_niet=3))
    assert alleen.midden == Midden(2, 2)
    assert alleen.eensgezindheid is None  # een persoon is het altijd met zichzelf eens


@given(aantallen, aantallen)
def test_dominantie_is_tellen_van_paren(een, twee):
    links = [plek for plek, aantal in enumerate(een) for _ in range(aantal)]
    rechts = [plek for plek, aantal in enumerate(twee) for _ in range(aantal)]
    hoger = sum(a > b for a in links for b in rechts)
    lager = sum(a < b for a in links for b in rechts)
    assert dominance(een, twee) == (hoger, lager)
    assert dominance(twee, een) == (lager, hoger)


@given(aantallen)
def test_een_stap_houdt_het_aantal_gelijk_en_is_terug_te_draaien(verdeling):
    for anders in one_step(verdeling):
        assert sum(anders) == sum(verdeling)
        assert verdeling in set(one_step(anders))


@given(aantallen)
def test_gevoeligheid_omvat_wat_er_nu_is(verdeling):
    beeld = Stellingbeeld(Verdeling(verdeling))
    gevoelig = sensitivity(beeld)
    if beeld.eensgezindheid is None:
        assert gevoelig.eens_van is None
    else:
        assert gevoelig.eens_van <= beeld.eensgezindheid <= gevoelig.eens_tot


def test_bij_drie_mensen_verandert_een_antwoord_veel():
    gevoelig = sensitivity(Stellingbeeld(Verdeling((0, 1, 2, 0))))
    assert gevoelig.midden_schuift
    stabiel = sensitivity(Stellingbeeld(Verdeling((0, 1, 20, 1))))
    assert not stabiel.midden_schuift
