"""Spreiding en eensgezindheid: de gepubliceerde waarden, en wat altijd moet gelden."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.spreiding import NVT, Verdeling, consensus, eensgezindheid, kloven

schaal = st.lists(st.integers(0, 12), min_size=3, max_size=7)
gevulde_schaal = schaal.filter(any)


@pytest.mark.parametrize(
    ("aantallen", "a", "cns", "cijfers"),
    [
        ((30, 40, 210, 130, 530, 50, 10), 0.6113333, 0.7256876, 7),
        ((0, 0, 5, 0), 1, 1, 12),
        ((0, 2, 3, 0), 0.733, 0.747, 3),
        ((1, 1, 2, 1), 0.200, 0.452, 3),
        ((2, 0, 0, 3), -0.600, 0.029, 3),
        ((3, 0, 0, 3), -1, 0, 12),
        ((5, 5, 5, 5), 0, 0.368, 3),
    ],
)
def test_gepubliceerde_waarden(aantallen, a, cns, cijfers):
    assert round(eensgezindheid(aantallen), cijfers) == a
    assert round(consensus(aantallen), cijfers) == cns


@given(gevulde_schaal)
def test_grenzen_spiegelbeeld_en_schaal(aantallen):
    a, cns = eensgezindheid(aantallen), consensus(aantallen)
    assert -1 <= a <= 1
    assert 0 <= cns <= 1
    assert eensgezindheid(aantallen[::-1]) == a
    assert consensus(aantallen[::-1]) == pytest.approx(cns)
    drievoud = [3 * aantal for aantal in aantallen]
    assert eensgezindheid(drievoud) == a
    assert consensus(drievoud) == pytest.approx(cns)


@given(gevulde_schaal)
def test_laag_voor_laag_in_breuken_is_precies_hetzelfde(aantallen):
    som, rest = Fraction(0), list(aantallen)
    while any(rest):
        dikte = min(filter(None, rest))
        laag = eensgezindheid([int(aantal > 0) for aantal in rest])
        som += dikte * sum(map(bool, rest)) * Fraction(laag).limit_denominator(10_000)
        rest = [max(0, aantal - dikte) for aantal in rest]
    assert eensgezindheid(aantallen) == float(som / sum(aantallen))


@given(gevulde_schaal)
def test_een_betekent_eenstemmig(aantallen):
    eenstemmig = sum(aantal > 0 for aantal in aantallen) == 1
    assert (eensgezindheid(aantallen) == 1) == eenstemmig
    assert (consensus(aantallen) > 1 - 1e-12) == eenstemmig


@given(gevulde_schaal, st.data())
def test_meer_eensgezindheid_verlaagt_de_eensgezindheid_nooit(aantallen, data):
    """Wie zich bij de grootste groep voegt, maakt de groep niet minder eensgezind."""
    toppen = [i for i, aantal in enumerate(aantallen) if aantal == max(aantallen)]
    top = data.draw(st.sampled_from(toppen))
    meer = [aantal + (i == top) for i, aantal in enumerate(aantallen)]
    assert eensgezindheid(meer) >= eensgezindheid(aantallen)


@given(st.integers(1, 50), st.integers(3, 7))
def test_twee_even_grote_kampen_is_min_een(aantal, opties):
    kampen = [aantal, *[0] * (opties - 2), aantal]
    assert eensgezindheid(kampen) == -1
    assert consensus(kampen) == 0


@pytest.mark.parametrize("functie", [eensgezindheid, consensus])
def test_zonder_antwoorden_geen_uitspraak(functie):
    assert functie((0, 0, 0, 0)) is None
    with pytest.raises(ValueError, match="negatief"):
        functie((1, -1, 2))
    with pytest.raises(ValueError, match="opties"):
        functie((1,))


antwoorden = st.lists(st.sampled_from([1, 2, 3, 4, None, NVT]), max_size=30)


@given(antwoorden, antwoorden)
def test_optellen_is_hetzelfde_als_samen_tellen(een, twee):
    samen = Verdeling.from_answers(een + twee, 4)
    assert Verdeling.from_answers(een, 4) + Verdeling.from_answers(twee, 4) == samen
    assert samen == Verdeling.from_answers(reversed(een + twee), 4)
    assert samen.totaal == len(een + twee)
    assert samen.n + samen.weet_niet + samen.nvt == samen.totaal


@given(antwoorden.filter(any))
def test_mediaan_en_gemiddelde_kloppen_met_de_losse_antwoorden(rij):
    import statistics

    op_schaal = [antwoord for antwoord in rij if antwoord]
    verdeling = Verdeling.from_answers(rij, 4)
    assert verdeling.mediaan == statistics.median(op_schaal)
    assert verdeling.gemiddelde == pytest.approx(statistics.mean(op_schaal))
    assert verdeling.count_from(3) == sum(antwoord >= 3 for antwoord in op_schaal)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=20), st.data())
def test_een_antwoord_een_stap_verschuift_de_mediaan_hoogstens_een_stap(rij, data):
    wie = data.draw(st.integers(0, len(rij) - 1))
    anders = list(rij)
    anders[wie] = min(4, anders[wie] + 1)
    verschil = Verdeling.from_answers(anders, 4).mediaan - Verdeling.from_answers(rij, 4).mediaan
    assert 0 <= verschil <= 1


@pytest.mark.parametrize("antwoord", [5, -1])
def test_antwoord_buiten_de_schaal_wordt_geweigerd(antwoord):
    with pytest.raises(ValueError, match=f"antwoord {antwoord} past niet"):
        Verdeling.from_answers([antwoord], 4)


def test_lege_verdeling():
    leeg = Verdeling.empty(4)
    assert (leeg.n, leeg.mediaan, leeg.gemiddelde, leeg.eensgezindheid) == (0, None, None, None)
    assert leeg.consensus is None
    with pytest.raises(ValueError, match="dezelfde schaal"):
        leeg + Verdeling.empty(5)


def test_kloven_van_groot_naar_klein():
    derde = Fraction(1, 3)
    gevonden = kloven(
        {
            "u1": {"docent": derde, "schoolleiding": Fraction(1), "ouder": None},
            "u2": {"docent": Fraction(1, 2), "schoolleiding": Fraction(1, 2)},
            "u3": {"docent": derde, "ouder": None},
        }
    )
    assert [(k.vraag, k.laag, k.hoog, k.verschil) for k in gevonden] == [
        ("u1", "docent", "schoolleiding", Fraction(2, 3)),
        ("u2", "docent", "docent", Fraction(0)),
    ]


@given(st.dictionaries(st.sampled_from("abcdef"), st.fractions(0, 1), min_size=2))
def test_volgorde_van_groepen_maakt_voor_kloven_niet_uit(per_groep):
    omgekeerd = dict(reversed(per_groep.items()))
    assert kloven({"v": per_groep}) == kloven({"v": omgekeerd})
    assert kloven({"v": per_groep})[0].verschil == max(per_groep.values()) - min(per_groep.values())
