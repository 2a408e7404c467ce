"""De codec: wat een type toestaat, komt heen en terug; al het andere krijgt een zin met de plek."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.invoer.velden import Invoerfout, clean_text
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.enkel import PlekError
from lv_tools.basis.vorm.grenzen import KENMERK, Eigen, Getal, Hoogstens, Tekst
from lv_tools.basis.vorm.pad import get_at, join, replace_at, type_at
from lv_tools.basis.vorm.schema import schema
from lv_tools.basis.vorm.typen import field_of, parse, show
from lv_tools.basis.vorm.vormcontrole import VormError


@dataclass(frozen=True)
class Getalvraag:
    soort: ClassVar[str] = "getal"
    antwoord: Annotated[Fraction | None, Getal(0, 10)] = None


@dataclass(frozen=True)
class Tekstvraag:
    soort: ClassVar[str] = "tekst"
    antwoord: Annotated[str, Tekst(50, regels=True)] = ""


@dataclass(frozen=True)
class Tak:
    id: Annotated[str, KENMERK]
    kop: Annotated[str, Tekst(20)] = ""
    dag: date | None = None
    takken: Annotated[tuple[Tak, ...], Hoogstens(3)] = ()


def _omgekeerd(waarde: object) -> str:
    if not isinstance(waarde, str):
        raise VormError("dit is geen tekst")
    return waarde[::-1]


@dataclass(frozen=True)
class Boom:
    vragen: Annotated[tuple[Getalvraag | Tekstvraag, ...], Hoogstens(5)] = ()
    takken: Annotated[tuple[Tak, ...], Hoogstens(3)] = ()
    stand: Literal["open", "dicht"] = "open"
    aan: bool = False
    aantal: Annotated[int, Getal(-5, 5)] = 0
    deel: float = 0.0
    moment: datetime | None = None
    paar: tuple[int, str] = (0, "")
    keuzes: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)
    los: int | str | None = None
    geheim: Annotated[str, Eigen(_omgekeerd, _omgekeerd, lambda: {"type": "string"})] = ""


def tekst(hoogstens: int, regels: bool = False) -> st.SearchStrategy[str]:
    ruw = st.text(max_size=hoogstens).map(clean_text)
    return ruw if regels else ruw.map(lambda t: t.replace("\n", " "))


BREUK = st.fractions(0, 10, max_denominator=50)
VRAAG = st.one_of(
    st.builds(Getalvraag, st.none() | BREUK), st.builds(Tekstvraag, tekst(50, regels=True))
)
SLEUTEL = st.from_regex("[A-Za-z0-9_-]{1,12}", fullmatch=True)
TAK = st.recursive(
    st.builds(Tak, SLEUTEL, tekst(20), st.none() | st.dates()),
    lambda binnen: st.builds(
        Tak, SLEUTEL, tekst(20), st.none(), st.lists(binnen, max_size=3).map(tuple)
    ),
    max_leaves=6,
)
BOOM = st.builds(
    Boom,
    st.lists(VRAAG, max_size=5).map(tuple),
    st.lists(TAK, max_size=3, unique_by=lambda t: t.id).map(tuple),
    st.sampled_from(["open", "dicht"]),
    st.booleans(),
    st.integers(-5, 5),
    st.floats(allow_nan=False, allow_infinity=False),
    st.none() | st.datetimes(),
    st.tuples(st.integers(), tekst(30)),
    st.dictionaries(tekst(20), st.none() | st.lists(tekst(9), max_size=3).map(tuple), max_size=3),
    st.none() | st.integers() | tekst(20),
    tekst(20),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda kind: (
        st.lists(kind, max_size=3) | st.dictionaries(st.text(max_size=8), kind, max_size=3)
    ),
    max_leaves=8,
)


@given(BOOM)
def test_heen_en_terug_is_hetzelfde(boom: Boom) -> None:
    via = json.loads(json.dumps(codec.write(boom), allow_nan=False))
    assert codec.read(Boom, via) == boom


@given(BOOM)
def test_elk_geschreven_bestand_past_in_zijn_schema(boom: Boom) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(json.loads(json.dumps(codec.write(boom))), schema(Boom))


@given(BOOM, st.data())
def test_een_verwisseld_stuk_is_een_zin_met_de_plek_of_een_geldige_waarde(boom: Boom, data) -> None:
    via = codec.write(boom)
    plek = via
    while isinstance(plek, dict | list) and plek:
        sleutels = list(plek) if isinstance(plek, dict) else list(range(len(plek)))
        sleutel = data.draw(st.sampled_from(sleutels))
        if not isinstance(plek[sleutel], dict | list) or data.draw(st.booleans()):
            plek[sleutel] = data.draw(JSON)
            break
        plek = plek[sleutel]
    try:
        gelezen = codec.read(Boom, via)
    except PlekError as fout:
        zin, gelezen = str(fout), boom
    else:
        zin = "‘"
    assert zin.startswith("‘")
    assert codec.read(Boom, codec.write(gelezen)) == gelezen


@pytest.mark.parametrize(
    ("gegevens", "zin"),
    [
        ({"takken": [{"id": "a b"}]}, "‘takken › 1 › id’ is ‘a b’, en dat moet een kenmerk zijn"),
        ({"takken": [{}]}, "‘takken › 1 › id’ ontbreekt"),
        (
            {"takken": [{"id": "a", "kop": "x" * 21}]},
            "‘takken › 1 › kop’ telt 21 tekens; er passen er 20",
        ),
        ({"takken": [{"id": str(n)} for n in range(4)]}, "‘takken’ heeft 4 delen; er passen er 3"),
        ({"aantal": 6}, "‘aantal’ is ‘6’, en dat moet 5 of lager zijn"),
        ({"aantal": True}, "‘aantal’ is ‘True’, en dat moet een heel getal zijn"),
        ({"stand": "kapot"}, "‘stand’ is ‘kapot’, en dat moet een van 'open', 'dicht' zijn"),
        ({"nieuw": 1}, "‘nieuw’ kent deze versie niet"),
        ({"vragen": [{"soort": "x"}]}, "‘vragen › 1’"),
        ({"moment": "2026-02-30T10:00:00"}, "‘moment’"),
        ({"geheim": 3}, "‘geheim’ klopt niet: dit is geen tekst"),
        ([], "‘het geheel’"),
    ],
)
def test_een_fout_noemt_de_plek_en_wat_er_had_moeten_staan(gegevens: object, zin: str) -> None:
    with pytest.raises(PlekError) as fout:
        codec.read(Boom, gegevens)
    assert zin in str(fout.value)


def test_wat_de_standaardwaarde_heeft_staat_niet_in_het_bestand() -> None:
    assert codec.write(Boom()) == {}
    assert codec.write(Boom(aan=True)) == {"aan": True}


@given(BOOM, tekst(20))
def test_een_pad_wijzigt_een_plek_en_verder_niets(boom: Boom, kop: str) -> None:
    for tak in boom.takken:
        pad = join("takken", tak.id, "kop")
        anders = replace_at(boom, pad, kop)
        assert get_at(anders, pad) == kop
        assert replace_at(anders, pad, tak.kop) == boom
        assert type_at(Boom, pad) == Annotated[str, Tekst(20)]
    for sleutel in boom.keuzes:
        assert get_at(boom, join("keuzes", sleutel)) == boom.keuzes[sleutel]


@pytest.mark.parametrize("pad", ["weg", "takken/x/kop", "takken/x/weg", "aantal/x", "paar/9"])
def test_een_pad_dat_nergens_heen_gaat_is_een_fout(pad: str) -> None:
    with pytest.raises(LookupError):
        get_at(Boom(), pad)


@given(st.none() | BREUK)
def test_een_getal_komt_terug_zoals_het_getoond_is(waarde: Fraction | None) -> None:
    soort = Annotated[Fraction | None, Getal(0, 10)]
    veld = field_of(soort, "cijfer", "Cijfer")
    uit = parse(soort, veld, show(waarde))
    assert uit == waarde or (waarde is not None and abs(uit - waarde) < Fraction(1, 10**9))


@given(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_een_dag_komt_terug_zoals_hij_getoond_is(dag: date | None) -> None:
    assert parse(date | None, field_of(date | None, "dag", "Dag"), show(dag)) == dag


@pytest.mark.parametrize("soort", [int, Fraction, date, Annotated[int, Getal(1, 9)]])
def test_een_getal_of_dag_die_er_altijd_is_kan_niet_leeg(soort: Any) -> None:
    leeg = parse(soort, field_of(soort, "weken", "Weken"), "")
    assert isinstance(leeg, Invoerfout)
    assert parse(soort | None, field_of(soort | None, "weken", "Weken"), "") is None


@given(tekst(60))
def test_tekst_blijft_zoals_zij_getypt_is(getypt: str) -> None:
    soort = Annotated[str, Tekst(40)]
    uit = parse(soort, field_of(soort, "kop", "Kop"), getypt)
    assert uit == getypt if len(getypt.strip()) <= 40 else isinstance(uit, Invoerfout)


def test_wat_een_waarde_onthoudt_over_schrijven_ziet_verder_niemand() -> None:
    tak = Tak("t1")
    eerst = codec.write(tak)
    assert codec.write_shared(tak) is codec.write_shared(tak), "een tweede keer kost niets"
    assert tak == Tak("t1")
    assert repr(tak) == repr(Tak("t1"))
    anders = dataclasses.replace(tak, id="t2")
    assert codec.write(anders) == {**eerst, "id": "t2"}
    for kopie in (copy.deepcopy(tak), pickle.loads(pickle.dumps(tak))):
        assert kopie == tak
        assert codec.write(kopie) == eerst
    # Wie wat hij schreef verandert, verandert niet wat er de volgende keer geschreven wordt.
    codec.write(tak)["id"] = "kapot"
    assert codec.write(tak) == eerst
