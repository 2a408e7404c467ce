"""Eerst alleen, dan samen: het oordeel, de verschuiving, en wat bewaard blijft."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scans import INHOUD, groepen, people, scan_of

from lv_tools.zelfevaluatie.bestand.scan import scan_from_file, scan_to_file
from lv_tools.zelfevaluatie.model.samenoordeel import (
    NIET_EENS,
    check_joint,
    options,
    remove_joint,
    set_joint,
    shift,
)
from lv_tools.zelfevaluatie.model.uitslag import compute

GROEP = [
    *people("bestuur", 3, {"bka1-1": 4}),
    *people("schoolleiding", 4, {"bka1-1": 2}),
]
VELDEN = {
    "oordeel": "3",
    "datum": "1-12-2026",
    "aanwezig": "bestuur en rectoren",
    "overtuigd": "het voorbeeld van de mavo",
    "afspraak": "in mei opnieuw",
}


def judged(groep=GROEP, modus="naam", **velden):
    scan = scan_of(groep, modus)
    gelezen = check_joint("bka1", VELDEN | velden, compute(scan, INHOUD), INHOUD)
    return set_joint(scan, gelezen.oordeel)


def told(scan):
    return shift(scan.samen[0], compute(scan, INHOUD), INHOUD)


def test_de_verschuiving_met_de_hand_nagerekend():
    """Vier keer 2 en drie keer 4: het midden is 2; de groep komt samen op 3."""
    verschuiving = told(judged())
    assert (verschuiving.vooraf.laag, verschuiving.vooraf.hoog) == (2, 2)
    assert verschuiving.stappen == 1
    assert (verschuiving.hoger, verschuiving.gelijk, verschuiving.lager) == (3, 0, 4)
    assert "1 stap hoger" in verschuiving.zin
    assert verschuiving.veranderd == ""


def test_lager_gelijk_en_niet_eens():
    assert told(judged(oordeel="1")).stappen == -1
    assert told(judged(oordeel="2")).stappen == 0
    niet_eens = told(judged(oordeel=NIET_EENS))
    assert niet_eens.oordeel.oordeel is None
    assert niet_eens.stappen is None
    assert "niet eens" in niet_eens.zin


def test_wat_vooraf_was_blijft_staan_als_er_later_antwoorden_bij_komen():
    scan = judged()
    meer = replace(scan, bronnen=scan_of([*GROEP, *people("gmr", 5, {"bka1-1": 4})]).bronnen)
    verschuiving = told(meer)
    assert verschuiving.oordeel == scan.samen[0]
    assert verschuiving.vooraf == told(scan).vooraf
    assert "nu (heel) goed (n = 12)" in verschuiving.veranderd


def test_anoniem_en_te_klein_legt_geen_midden_vast():
    scan = judged(GROEP[:4], "anoniem")
    assert (scan.samen[0].vooraf_laag, scan.samen[0].vooraf_n) == (None, 0)
    assert "geen midden te zien" in told(scan).zin


def test_bewaren_vervangen_en_weghalen():
    scan = judged()
    assert scan_from_file(scan_to_file(scan, INHOUD), INHOUD) == scan
    ander = check_joint("cyclisch", VELDEN, compute(scan, INHOUD), INHOUD).oordeel
    beide = set_joint(scan, ander)
    assert [o.thema for o in beide.samen] == ["bka1", "cyclisch"]
    opnieuw = set_joint(beide, replace(scan.samen[0], oordeel=4))
    assert [o.oordeel for o in opnieuw.samen] == [4, 3]
    assert remove_joint(beide, "cyclisch") == scan


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"oordeel": ""}, "Gezamenlijk oordeel"),
        ({"oordeel": "7"}, "Gezamenlijk oordeel"),
        ({"datum": "31-2-2026"}, "Datum van het gesprek"),
        ({"aanwezig": "x" * 2001}, "Wie waren erbij?"),
    ],
)
def test_foute_invoer_noemt_het_veld(velden, veld):
    gelezen = check_joint("bka1", VELDEN | velden, compute(scan_of(GROEP), INHOUD), INHOUD)
    assert gelezen.oordeel is None
    assert [fout.veld for fout in gelezen.fouten] == [veld]


@settings(max_examples=40, deadline=None)
@given(groepen(), st.sampled_from([sleutel for sleutel, _tekst in options(INHOUD)]))
def test_hoger_gelijk_en_lager_zijn_samen_iedereen(groep, oordeel):
    verschuiving = told(judged(groep, oordeel=oordeel))
    if verschuiving.oordeel.oordeel is not None:
        som = verschuiving.hoger + verschuiving.gelijk + verschuiving.lager
        assert som == verschuiving.n
    assert verschuiving.veranderd == ""
    assert verschuiving.zin.endswith(".")


def test_een_oordeel_op_het_midden_zegt_dat_in_gewone_woorden():
    assert told(judged(oordeel="2")).zin.endswith("(n = 7). Dat is hetzelfde.")
    tussen = [*people("bestuur", 2, {"bka1-1": 3}), *people("schoolleiding", 2, {"bka1-1": 2})]
    assert told(judged(tussen, oordeel="3")).zin.endswith("Het oordeel valt daarbinnen.")


def test_een_oordeel_uit_een_eerdere_versie_meldt_geen_wijziging_die_er_niet_was():
    """Versie 0.1.0 bewaarde bij deze zes mensen ‘tussen niet en enigszins’."""
    zes = [
        *people("a", 1, {"bka1-1": 1}), *people("b", 1, {"bka1-1": 1, "bka1-10": 2}),
        *people("c", 2, {"bka1-1": 2}), *people("d", 1, {"bka1-1": 1, "bka1-10": 3}),
        *people("e", 1, {"bka1-1": 2, "bka1-10": 3}),
    ]  # fmt: skip
    nu = judged(zes)
    toen = set_joint(nu, replace(nu.samen[0], vooraf_laag=1, vooraf_hoog=2))
    assert told(toen).veranderd == ""
    assert told(nu).veranderd == ""
    anders = set_joint(nu, replace(nu.samen[0], vooraf_laag=3, vooraf_hoog=3))
    assert "veranderden de losse antwoorden" in told(anders).veranderd
