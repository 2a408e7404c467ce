"""Filteren, zoeken en sorteren: niets komt erbij, niets raakt weg, vreemde tekst doet niets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.bevindingenverkenner.model.filteren import apply, sort
from lv_tools.bevindingenverkenner.model.keuze import Keuze, begin
from lv_tools.bevindingenverkenner.model.regels import options, regels_van
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting
from lv_tools.bevindingenverkenner.teksten import teksten, weergave

TABELLEN = [naam for naam in teksten().weergaven if naam != "mijn_afdeling"]


@st.composite
def keuzes(draw: st.DrawFn) -> Keuze:
    naam = draw(st.sampled_from(TABELLEN))
    blik = weergave(naam)
    filters = {
        kolom: tuple(draw(st.lists(st.sampled_from(options(naam, kolom)), unique=True, max_size=4)))
        for kolom in blik.filters
    }
    return Keuze(
        naam,
        filters,
        draw(st.sampled_from(["", "leiderschap", "COACHING", "zzz", "ë"])),
        draw(st.sampled_from(blik.sorteringen)),
        draw(st.sampled_from([v for v in blik.vormen if v != "vergelijking"] or [""])),
    )


@settings(deadline=None)
@given(keuzes())
def test_filtering_never_invents_or_repeats_rows(keuze: Keuze) -> None:
    blad = apply(keuze)
    alle = list(regels_van(keuze.weergave))
    assert all(regel in alle for regel in blad.regels)
    assert len({id(regel) for regel in blad.regels}) == len(blad.regels)
    assert blad.totaal == len(alle)
    for kolom, waarden in keuze.filters.items():
        if waarden:
            assert {regel.text(kolom) for regel in blad.regels} <= set(waarden)


@settings(deadline=None)
@given(keuzes())
def test_what_is_left_out_does_not_match(keuze: Keuze) -> None:
    blad = apply(keuze)
    if keuze.zoek:
        return
    weg = [regel for regel in regels_van(keuze.weergave) if regel not in blad.regels]
    for regel in weg:
        assert any(
            waarden and regel.text(kolom) not in waarden for kolom, waarden in keuze.filters.items()
        )


@settings(deadline=None)
@given(st.sampled_from(TABELLEN), st.data())
def test_sorting_is_a_permutation_and_stable(naam: str, data: st.DataObject) -> None:
    blik = weergave(naam)
    volgorde = data.draw(st.sampled_from(["bron", "hoog", "laag", "n", "alfabet"]))
    regels = regels_van(naam)
    gesorteerd = sort(regels, volgorde, blik)
    assert sorted(map(id, gesorteerd)) == sorted(map(id, regels))
    assert sort(gesorteerd, volgorde, blik) == gesorteerd


@pytest.mark.parametrize("naam", ["risico_per_afdeling", "uitdagingen", "interventies"])
def test_high_to_low_is_high_to_low(naam: str) -> None:
    regels = sort(regels_van(naam), "hoog", weergave(naam))
    waarden = [r.meting.percentage for r in regels if r.meting and r.meting.percentage is not None]
    assert waarden == sorted(waarden, reverse=True)


@settings(deadline=None)
@given(keuzes())
def test_summary_is_always_finished_dutch(keuze: Keuze) -> None:
    zinnen = samenvatting(apply(keuze))
    assert "{" not in zinnen
    assert "None" not in zinnen
    assert "  " not in zinnen
    assert not zinnen or zinnen.endswith(".")


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_search_text_is_only_text(tekst: str) -> None:
    blad = apply(Keuze("kerncijfers", {}, tekst))
    assert set(map(id, blad.regels)) <= set(map(id, regels_van("kerncijfers")))


@pytest.mark.parametrize(
    "tekst",
    [
        "<script>alert(1)</script>",
        "=HYPERLINK(1)",
        "(((",
        "\\",
        "🙂" * 50,
        "\u202eabc",
        "x" * 10**6,
    ],
)
def test_hostile_search_finds_nothing_and_breaks_nothing(tekst: str) -> None:
    assert apply(Keuze("kerncijfers", {}, tekst)).regels == ()


def test_search_ignores_case_and_accents() -> None:
    gewoon = apply(Keuze("uitdagingen", {}, "creëren")).regels
    anders = apply(Keuze("uitdagingen", {}, "CREEREN")).regels
    assert gewoon == anders
    assert len(gewoon) == 1


@pytest.mark.parametrize(
    ("keuze", "zin"),
    [
        (Keuze("uitdagingen", {"standaard": ("OP9",)}), "'OP9' komt niet voor bij standaard"),
        (Keuze("plaatsen", {"plaats": ("Oss",)}), "kunt u bij 'Plaatsen' niet filteren"),
        (Keuze("plaatsen", {}, "", "kleur"), "volgorde 'kleur' bestaat hier niet"),
        (Keuze("plaatsen", {}, "", "bron", "taart"), "vorm 'taart' bestaat hier niet"),
        (Keuze("onzin"), "weergave 'onzin' bestaat niet"),
    ],
)
def test_bad_choice_names_field_value_and_remedy(keuze: Keuze, zin: str) -> None:
    with pytest.raises(ValueError, match=zin):
        apply(keuze)


@pytest.mark.parametrize("naam", TABELLEN)
def test_first_view_has_rows(naam: str) -> None:
    assert apply(begin(naam)).regels
