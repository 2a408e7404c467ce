"""Tijden, verzamelingen en verplichte tekst: in een bestand, in een veld en in het schema."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import time
from typing import Annotated

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Hoogstens, Tekst
from lv_tools.basis.vorm.schema import schema
from lv_tools.basis.vorm.typen import empty, field_of, parse, show
from lv_tools.basis.vorm.vormcontrole import VormError


@dataclass(frozen=True)
class Les:
    wat: Annotated[str, Tekst(20, leeg=False)]
    begin: time | None = None
    vakken: Annotated[frozenset[str], Hoogstens(3)] = field(default_factory=frozenset)
    gezien: frozenset[str] | None = None


TIJD = st.times().map(lambda t: t.replace(second=0, microsecond=0))


@given(st.none() | TIJD, st.frozensets(st.sampled_from("abcd"), max_size=3))
def test_heen_en_terug_en_in_het_schema(begin: time | None, vakken: frozenset[str]) -> None:
    les = Les("taal", begin, vakken, frozenset())
    gegevens = json.loads(json.dumps(codec.write(les)))
    assert codec.read(Les, gegevens) == les
    assert gegevens.get("vakken", []) == sorted(vakken)
    jsonschema.validate(gegevens, schema(Les))


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        ({"begin": "9:30"}, "een tijd"),
        ({"begin": "24:00"}, "een tijd"),
        ({"begin": 930}, "een tijd"),
        ({"vakken": "a"}, "een lijst"),
        ({"vakken": ["a", "b", "c", "d"]}, "passen er 3"),
        ({"wat": ""}, "leeg"),
        ({"wat": "  "}, "leeg"),
    ],
)
def test_wat_niet_kan_wordt_met_zijn_plek_geweigerd(anders: dict[str, object], woord: str) -> None:
    with pytest.raises(VormError, match=woord) as fout:
        codec.read(Les, {"wat": "taal", **anders})
    assert next(iter(anders)) in str(fout.value)


@given(TIJD)
def test_een_tijd_komt_terug_zoals_zij_getoond_is(tijd: time) -> None:
    assert parse(time | None, field_of(time | None, "begin", "Begin"), show(tijd)) == tijd


@pytest.mark.parametrize(
    ("tekst", "tijd"), [("9 uur", time(9)), ("14:15", time(14, 15)), ("", None)]
)
def test_een_tijd_zoals_mensen_haar_typen(tekst: str, tijd: time | None) -> None:
    assert parse(time | None, field_of(time | None, "begin", "Begin"), tekst) == tijd


def test_een_veld_dat_niet_leeg_mag_houdt_wat_er_stond() -> None:
    soort = Annotated[str, Tekst(20, leeg=False)]
    veld = field_of(soort, "wat", "Wat")
    assert veld.verplicht
    assert isinstance(parse(soort, veld, " "), Invoerfout)
    assert empty(soort, "taal") == "taal"
    assert empty(Annotated[str, Tekst(20)], "taal") == ""
