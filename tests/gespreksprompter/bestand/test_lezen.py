"""Bewaren en teruglezen: alles komt terug, en rommel komt er niet in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompterproef import lees, schrijf
from strategieen import werken

from lv_tools.gespreksprompter.model.werk import Gesprekswerk, begin


@settings(max_examples=80, deadline=None)
@given(werken())
def test_heen_en_terug(werk: Gesprekswerk) -> None:
    terug = lees(schrijf(werk))
    assert replace(terug, lijst=werk.lijst, toen=werk.toen) == werk


def paden(x: Any, pad: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    uit = [pad]
    if isinstance(x, dict):
        for k, y in x.items():
            uit += paden(y, (*pad, k))
    elif isinstance(x, list):
        for k, y in enumerate(x):
            uit += paden(y, (*pad, k))
    return uit


@settings(max_examples=150, deadline=None)
@given(werken(), st.data())
def test_een_beschadigd_bestand_geeft_een_fout_of_een_heel_werk(
    werk: Gesprekswerk, data: st.DataObject
) -> None:
    staat = schrijf(werk)
    pad = data.draw(st.sampled_from([p for p in paden(staat) if p]))
    doel = staat
    for stap in pad[:-1]:
        doel = doel[stap]
    rommel = st.sampled_from([None, -1, 10**12, "x", [], {}, True, "9999-99-99", "<b>", [[]]])
    doel[pad[-1]] = data.draw(rommel)
    try:
        terug = lees(staat)
    except ValueError:
        return
    assert lees(schrijf(terug)) == terug


@pytest.mark.parametrize("rommel", [None, [], "x", 3, {}, {"reeksen": []}, {"reeksen": [{}]}])
def test_geen_werk(rommel: object) -> None:
    with pytest.raises(ValueError, match=r"\w+"):
        lees(rommel)


def test_een_leeg_begin_komt_terug() -> None:
    from datetime import date

    werk = begin(date(2026, 9, 1))
    assert lees(schrijf(werk)) == werk
    assert len(werk.ritme.tempos) == 6
