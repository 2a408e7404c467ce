"""Afschermen van kleine groepen: wat verborgen is, is ook met aftrekken niet terug te halen."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.onthulling import is_large_enough, protect


def derivable(groepen, indeling):
    """Geef elke verzameling groepen waarvan de som met optellen en aftrekken te vinden is.

    Zoekt met brute kracht: een verzameling groepen is te vinden als haar kenmerkende rij van nullen
    en enen een lineaire combinatie is van de getoonde rijen. Coëfficiënten van -2 tot en met 2
    zijn ruim genoeg, want de getoonde rijen zijn zelf nullen en enen.
    """
    namen = [naam for naam, (personen, _) in groepen.items() if personen]
    getoond = [frozenset({naam}) for naam in indeling.zichtbaar]
    if indeling.samen_zichtbaar:
        getoond.append(frozenset(indeling.verborgen))
    if indeling.geheel_zichtbaar:
        getoond.append(frozenset(namen))
    gevonden = set()
    for gewichten in product(range(-2, 3), repeat=len(getoond)):
        rij = [
            sum(g for g, groep in zip(gewichten, getoond, strict=True) if naam in groep)
            for naam in namen
        ]
        if set(rij) <= {0, 1} and any(rij):
            gevonden.add(frozenset(n for n, in_som in zip(namen, rij, strict=True) if in_som))
    return gevonden


def assert_safe(groepen, kleinste=5):
    indeling = protect(groepen, kleinste)
    for verzameling in derivable(groepen, indeling):
        personen = sum(groepen[naam][0] for naam in verzameling)
        items = [sum(kol) for kol in zip(*(groepen[n][1] for n in verzameling), strict=True)]
        assert is_large_enough(personen, items, kleinste), (groepen, indeling, verzameling)
    return indeling


def test_alle_kleine_indelingen_met_brute_kracht():
    """Elke indeling van één tot vier groepen van nul tot negen mensen."""
    for aantal in range(1, 5):
        for maten in product((0, 1, 3, 4, 5, 6, 9), repeat=aantal):
            assert_safe({f"g{i}": (maat, (maat,)) for i, maat in enumerate(maten)})


@st.composite
def indelingen(draw):
    groepen = {}
    for naam in draw(st.lists(st.sampled_from("abcde"), max_size=4, unique=True)):
        personen = draw(st.integers(0, 12))
        items = draw(st.tuples(*[st.integers(0, personen)] * 3))
        groepen[naam] = (personen, items)
    return groepen


@settings(max_examples=300)
@given(indelingen(), st.integers(2, 8))
def test_ook_als_vragen_zijn_overgeslagen(groepen, kleinste):
    assert_safe(groepen, kleinste)


@given(indelingen())
def test_volgorde_maakt_niet_uit(groepen):
    een, twee = protect(groepen), protect(dict(reversed(groepen.items())))
    assert set(een.zichtbaar) == set(twee.zichtbaar)
    assert set(een.verborgen) == set(twee.verborgen)
    assert (een.samen_zichtbaar, een.geheel_zichtbaar) == (
        twee.samen_zichtbaar,
        twee.geheel_zichtbaar,
    )


@given(indelingen())
def test_zichtbaar_en_verborgen_delen_de_mensen_op(groepen):
    indeling = protect(groepen)
    gevuld = {naam for naam, (personen, _) in groepen.items() if personen}
    assert set(indeling.zichtbaar) | set(indeling.verborgen) == gevuld
    assert not set(indeling.zichtbaar) & set(indeling.verborgen)
    assert set(indeling.aanvullend) <= set(indeling.verborgen)


def test_aanvullend_verbergen_neemt_de_kleinste_zichtbare_groep_mee():
    indeling = assert_safe({"docent": (12, (12,)), "ouder": (6, (6,)), "bestuur": (2, (2,))})
    assert indeling.zichtbaar == ("docent",)
    assert set(indeling.verborgen) == {"ouder", "bestuur"}
    assert indeling.aanvullend == ("ouder",)
    assert indeling.samen_zichtbaar
    assert indeling.geheel_zichtbaar


def test_twee_kleine_groepen_die_samen_groot_genoeg_zijn_verbergen_niets_extra():
    indeling = assert_safe({"docent": (12, (12,)), "staf": (3, (3,)), "bestuur": (2, (2,))})
    assert indeling.zichtbaar == ("docent",)
    assert indeling.aanvullend == ()
    assert indeling.samen_zichtbaar


def test_alleen_kleine_groepen():
    indeling = assert_safe({"a": (2, (2,)), "b": (2, (2,))})
    assert indeling.zichtbaar == ()
    assert not indeling.samen_zichtbaar
    assert not indeling.geheel_zichtbaar


def test_een_overgeslagen_vraag_verbergt_de_groep():
    indeling = assert_safe({"a": (8, (8, 3)), "b": (9, (9, 9))})
    assert "a" in indeling.verborgen


def test_een_vraag_die_niemand_kreeg_verbergt_niets():
    assert assert_safe({"a": (8, (8, 0))}).zichtbaar == ("a",)


def test_een_persoon_is_nooit_anoniem():
    with pytest.raises(ValueError, match="ten minste 2"):
        protect({}, 1)


def test_geen_groepen():
    indeling = protect({})
    assert indeling.zichtbaar == ()
    assert not indeling.geheel_zichtbaar
