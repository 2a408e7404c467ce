"""Wat niet meer te kiezen is, gaat apart; de rest blijft zoals het was."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.vorm.keuzes import keep_known

NAMEN = st.sampled_from(["a", "b", "c", "d", ""])


@dataclass(frozen=True)
class Keuze:
    id: str
    soort: str = ""
    namen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Staat:
    keuzes: tuple[Keuze, ...] = ()
    vrij: dict[str, str] = field(default_factory=dict)


def test_een_tekst_wordt_leeg_en_een_reeks_korter() -> None:
    staat = Staat((Keuze("k", "a", ("b", "", "c")),), {"x": "blijft"})
    kan = {"keuzes/k/soort": ("b",), "keuzes/k/namen": ("c", "d")}
    nu, over = keep_known(staat, kan)
    assert nu == Staat((Keuze("k", "", ("", "c")),), {"x": "blijft"})
    assert over == [("keuzes/k/soort", "a"), ("keuzes/k/namen", "b")]
    assert keep_known(nu, kan) == (nu, [])


def test_een_pad_dat_niet_bestaat_is_een_fout_van_het_hulpmiddel() -> None:
    with pytest.raises(LookupError):
        keep_known(Staat(), {"keuzes/k/soort": ()})


@given(NAMEN, st.lists(NAMEN, max_size=6), st.sets(NAMEN))
def test_niets_raakt_weg_en_niets_komt_erbij(soort: str, namen: list[str], kan: set[str]) -> None:
    staat = Staat((Keuze("k", soort, tuple(namen)),))
    opties = tuple(kan)
    nu, over = keep_known(staat, {"keuzes/k/soort": opties, "keuzes/k/namen": opties})
    (keuze,) = nu.keuzes
    assert {w for w in (keuze.soort, *keuze.namen) if w} <= kan
    apart = [w for _, w in over]
    voor = sorted(w for w in (soort, *namen) if w)
    assert sorted(w for w in (keuze.soort, *keuze.namen, *apart) if w) == voor
