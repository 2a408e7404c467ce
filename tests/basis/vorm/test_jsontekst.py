"""De eigen schrijver van JSON: teken voor teken gelijk aan die van Python, en nooit oude tekst."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.jsontekst import Geschreven, json_text

enkel = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=()))
)
gegevens = st.recursive(
    enkel,
    lambda deel: st.lists(deel) | st.tuples(deel, deel) | st.dictionaries(st.text() | enkel, deel),
    max_leaves=30,
)


def plain(waarde: Any) -> str:
    return json.dumps(waarde, ensure_ascii=False, allow_nan=False, indent=1)


@given(gegevens)
def test_same_text_as_json(waarde: Any) -> None:
    assert json_text(waarde) == plain(waarde)


@pytest.mark.parametrize("waarde", [float("nan"), float("inf"), {1, 2}, object(), {"a": b"x"}])
def test_what_json_does_not_know_is_refused(waarde: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        json_text(waarde)


@dataclass(frozen=True)
class Blad:
    wat: str = ""


@dataclass(frozen=True)
class Tak:
    naam: str = ""
    bladen: tuple[Blad, ...] = ()


@given(st.lists(st.tuples(st.integers(0, 3), st.text(max_size=300)), max_size=8))
def test_a_changed_value_is_always_written_anew(wijzigingen: list[tuple[int, str]]) -> None:
    tak = Tak("x" * 250, tuple(Blad("y" * 250) for _ in range(4)))
    for plek, tekst in wijzigingen:
        bladen = (*tak.bladen[:plek], Blad(tekst), *tak.bladen[plek + 1 :])
        tak = replace(tak, naam=tekst, bladen=bladen)
        vers = json.loads(json.dumps(codec.write(tak)))
        for _keer in range(2):
            assert json_text({"staat": codec.write_shared(tak)}) == plain({"staat": vers})


def test_deeper_or_less_deep_gets_its_own_spaces() -> None:
    deel = Geschreven(wat="z" * 300)
    for diepte in (0, 2, 1, 2):
        geheel: Any = deel
        for _ in range(diepte):
            geheel = [geheel]
        assert json_text(geheel) == plain(geheel)


def test_a_copy_may_be_changed() -> None:
    deel = Geschreven(wat="z" * 300, in_=[Geschreven(a="b" * 300)])
    json_text(deel)
    kopie = copy.deepcopy(deel)
    kopie["in_"][0]["a"] = "anders"
    assert type(kopie) is dict
    assert "anders" in json_text(kopie)
    assert "anders" not in json_text(deel)
