"""Bewaren en teruglezen: alles komt terug, en rommel komt er niet in."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategieen import werken

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.gespreksprompter.bestand.lezen import from_json
from lv_tools.gespreksprompter.bestand.schrijven import to_json
from lv_tools.gespreksprompter.model.werk import Werk, begin


def kaal(werk: Werk) -> Any:
    """Het werk als JSON, met de tekst zoals zij na het lezen is."""

    def schoon(x: Any) -> Any:
        if isinstance(x, str):
            return clean_text(x)
        if isinstance(x, list):
            return [schoon(y) for y in x]
        return {clean_text(k): schoon(y) for k, y in x.items()} if isinstance(x, dict) else x

    return schoon(to_json(werk))


@settings(max_examples=80, deadline=None)
@given(werken())
def test_heen_en_terug(werk: Werk) -> None:
    tekst = json.dumps(to_json(werk))
    assert to_json(from_json(json.loads(tekst))) == kaal(werk)


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
    werk: Werk, data: st.DataObject
) -> None:
    staat = copy.deepcopy(json.loads(json.dumps(to_json(werk))))
    pad = data.draw(st.sampled_from([p for p in paden(staat) if p]))
    doel = staat
    for stap in pad[:-1]:
        doel = doel[stap]
    rommel = st.sampled_from([None, -1, 10**12, "x", [], {}, True, "9999-99-99", "<b>", [[]]])
    doel[pad[-1]] = data.draw(rommel)
    try:
        terug = from_json(staat)
    except ValueError:
        return
    assert from_json(to_json(terug)) == terug


@pytest.mark.parametrize("rommel", [None, [], "x", 3, {}, {"reeksen": []}, {"reeksen": [{}]}])
def test_geen_werk(rommel: object) -> None:
    with pytest.raises(ValueError, match=r"\w+"):
        from_json(rommel)


def test_een_leeg_begin_komt_terug() -> None:
    from datetime import date

    werk = begin(date(2026, 9, 1))
    assert from_json(json.loads(json.dumps(to_json(werk)))) == werk
    assert len(werk.ritme.tempos) == 6
