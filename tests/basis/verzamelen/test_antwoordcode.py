"""Een code met antwoorden: heel of geweigerd, terug te vinden in elke tekst, en nooit dubbel."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from codeproef import NU, verzin, vormen
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.respondenten import Respondent, new_id
from lv_tools.basis.onderzoek.vragenset import ANDERE_ROL
from lv_tools.basis.verzamelen.antwoordcode import (
    TEKENS,
    CodeError,
    find_codes,
    grouped,
    number_of,
    read_code,
    write_code,
)

VORM = vormen()["urgentiemeter"]


def code_van(zaad: int, vorm=VORM) -> str:
    return write_code(verzin(vorm, random.Random(zaad)), vorm)


@pytest.mark.parametrize("naam", list(vormen()))
def test_elk_veranderd_en_elk_verwisseld_teken_wordt_geweigerd(naam: str) -> None:
    vorm = vormen()[naam]
    kaal = code_van(3, vorm)[2:]
    anders = [
        kaal[:plek] + teken + kaal[plek + 1 :]
        for plek in range(len(kaal))
        for teken in TEKENS
        if teken != kaal[plek]
    ]
    for een, ander in combinations(range(len(kaal)), 2):
        rij = list(kaal)
        rij[een], rij[ander] = rij[ander], rij[een]
        anders += ["".join(rij)] if "".join(rij) != kaal else []
    for tekst in anders:
        with pytest.raises(CodeError) as fout:
            read_code(f"LV{tekst}", vorm, NU)
        assert fout.value.reden == "stuk"
    # Een teken te weinig of te veel, en de eerste en laatste groep eraf.
    for tekst in (kaal[:-1], f"{kaal}7", kaal[4:], kaal[:-4], ""):
        with pytest.raises(CodeError):
            read_code(f"LV{tekst}", vorm, NU)


@given(st.integers(0, 10_000), st.data())
@settings(max_examples=60, deadline=None)
def test_tot_vier_veranderde_tekens_worden_altijd_gezien(zaad: int, data: st.DataObject) -> None:
    tekens = list(code_van(zaad)[2:])
    plekken = data.draw(st.sets(st.integers(0, len(tekens) - 1), min_size=1, max_size=4))
    for plek in plekken:
        nieuw = data.draw(st.sampled_from([t for t in TEKENS if t != tekens[plek]]))
        tekens[plek] = nieuw
    with pytest.raises(CodeError):
        read_code("LV" + "".join(tekens), VORM, NU)


@pytest.mark.parametrize(
    "schrijf",
    [
        str,
        grouped,
        str.lower,
        lambda code: grouped(code).replace("0", "O").replace("1", "l"),
        lambda code: grouped(code).replace("-", " "),
        lambda code: grouped(code).replace("-", "\u2011"),
        lambda code: f"Ha! Hier komt-ie: {grouped(code)}. Groetjes, LV-fan Bo",
        lambda code: f"[28-11 14:05] Bo: *{grouped(code)}*\nOké dan",
        lambda code: f"> {grouped(code)[:20]}\n> {grouped(code)[20:]}\nVan: Bo",
        lambda code: grouped(code)[3:],
        lambda code: f"1{grouped(code)[1:]}",
        lambda code: grouped(code).replace("-", "\u2212"),
        lambda code: grouped(code).replace("-", "."),
        lambda code: f"Groß\n{grouped(code)[3:]}",
        lambda code: f"‘{grouped(code)[:24]}\r\n> {grouped(code)[24:]}’",
    ],
)
def test_een_code_is_terug_te_vinden_zoals_mensen_haar_sturen(schrijf) -> None:
    for zaad in range(30):
        gevonden = find_codes(schrijf(code_van(zaad)), VORM, NU)
        assert not gevonden.fouten
        assert [wie.id for wie in gevonden.mensen] == [read_code(code_van(zaad), VORM, NU).id]


def test_een_hele_chat_geeft_elke_code_een_keer() -> None:
    codes = [grouped(code_van(zaad)) for zaad in range(40)]
    chat = "\n".join(
        f"[14:0{n % 10}] Collega {n}: hier is de mijne {c}" for n, c in enumerate(codes)
    )
    chat += f"\nEn nog eens, voor de zekerheid: {codes[7]}\n" + codes[3].replace("-", "")
    gevonden = find_codes(chat, VORM, NU)
    assert len(gevonden.mensen) == 40
    assert not gevonden.fouten


def test_gewone_tekst_is_geen_code_en_geen_fout() -> None:
    for tekst in (
        "",
        "LV",
        "Het LVS en de LV-dag van 28 november 2026 in zaal 12-34, bel 06 12 34 56 78.",
        "lv de dag begint half tien en we hebben daarna nog een hele lange middag met mensen",
        "Ons kenmerk: 2026-11-28-0001\nMet groet",
    ):
        assert find_codes(tekst, VORM, NU) == find_codes("", VORM, NU)


@pytest.mark.parametrize("stukje", ["LV ", "LV1234 ", "x", "ABCD EFGH JKMN PQRS TVWX YZ12\n"])
def test_een_enorme_tekst_kost_geen_minuten(stukje: str) -> None:
    begin = time.process_time()
    gevonden = find_codes(f"{stukje * (200_000 // len(stukje))}\n{code_van(1)}", VORM, NU)
    assert time.process_time() - begin < 10
    assert len(gevonden.mensen) == 1


def test_elke_reden_om_te_weigeren_heeft_haar_eigen_naam() -> None:
    goed = verzin(VORM, random.Random(1))
    for vorm, reden in (
        (replace(VORM, meting="aaaaaaaaaaaa"), "meting"),
        (replace(VORM, lijst=VORM.lijst + 1), "vragen"),
        (replace(VORM, rollen=VORM.rollen[1:]), "vragen"),
        (vormen()["risicoscan"], "hulpmiddel"),
    ):
        wie = goed if vorm.instrument == "urgentiemeter" else verzin(vorm, random.Random(1))
        (fout,) = find_codes(grouped(write_code(wie, vorm)), VORM, NU).fouten
        assert fout.reden == reden
        assert fout.code.startswith("LV-")
    (fout,) = find_codes(code_van(1)[:-3], VORM, NU).fouten
    assert fout.reden == "stuk"


def test_namen_en_eigen_woorden_passen_niet_in_een_code() -> None:
    kaal = verzin(VORM, random.Random(5))
    rijk = replace(kaal, naam="Bea de Boer", notities={"x": "geheim"})
    assert write_code(rijk, VORM) == write_code(kaal, VORM)
    eigen = read_code(write_code(replace(kaal, rol="Bea de Boer"), VORM), VORM, NU)
    assert eigen.rol == ANDERE_ROL


@given(st.integers(0, 22 * 24 * 60 - 1))
@settings(max_examples=40, deadline=None)
def test_de_minuut_van_de_laatste_drie_weken_komt_terug(minuten: int) -> None:
    toen = NU - timedelta(minutes=minuten)
    wie = Respondent(new_id(), "docent", {}, {}, versie=toen.isoformat())
    assert read_code(write_code(wie, VORM), VORM, NU).versie[:16] == toen.isoformat()[:16]


def test_twee_mensen_met_dezelfde_antwoorden_zijn_twee_mensen() -> None:
    wie = verzin(VORM, random.Random(9))
    ander = replace(wie, id=new_id())
    gevonden = find_codes(f"{write_code(wie, VORM)}\n{write_code(ander, VORM)}", VORM, NU)
    assert len({number_of(w.id) for w in gevonden.mensen}) == 2


def test_een_meting_met_te_veel_vragen_krijgt_geen_code() -> None:
    with pytest.raises(ValueError, match="te veel vragen"):
        replace(VORM, stellingen=tuple(f"s{n}" for n in range(200)))
