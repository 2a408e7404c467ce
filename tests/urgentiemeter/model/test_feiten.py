"""Signalen, gemiddelden en wat het volgende jaar nodig heeft."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.urgentiemeter.model.feiten import (
    Indicator,
    Reeks,
    Signaal,
    assess,
    exact,
    is_certain,
    is_reachable,
    round_safe,
)
from lv_tools.urgentiemeter.teksten import instrument

CIJFER = Indicator("ce", "examencijfers", "", Fraction(1), Fraction(10))
VERZUIM = Indicator("v", "verzuim", "%", Fraction(0), Fraction(100), hoger_beter=False)


def reeks(*waarden, norm="6.3", indicator=CIJFER, **rest):
    return Reeks(
        indicator,
        None if norm is None else exact(norm),
        tuple(None if w is None else exact(w) for w in waarden),
        **rest,
    )


@pytest.mark.parametrize(
    ("waarden", "signaal"),
    [
        (("6.3", "6.3", "6.3"), Signaal.OP),
        (("6.0", "6.4", "6.5"), Signaal.OP),
        (("6.7", "6.6", "6.1"), Signaal.ATTENTIE),  # 6,47; laatste twee 6,35; laatste 6,1
        (("6.7", "6.4", "6.1"), Signaal.WAARSCHUWING),  # 6,4; laatste twee 6,25
        (("7.5", "5.9", "6.4"), Signaal.WAARSCHUWING),  # laatste jaar haalt de norm
        (("6.3", "6.3", "6.2"), Signaal.ONDER),
        (("6.2", "6.2", "6.4"), Signaal.ONDER),
    ],
)
def test_definities(waarden, signaal):
    assert assess(reeks(*waarden)).signaal is signaal


def test_getallen_van_het_voorbeeld():
    uitkomst = assess(reeks("6.7", "6.4", "6.1"))
    assert uitkomst.gemiddelde == Fraction(32, 5)
    assert uitkomst.gemiddelde_twee == Fraction(25, 4)
    assert uitkomst.marge == Fraction(1, 10)
    # 3 x 6,3 - 6,4 - 6,1 = 6,4; het gemiddelde van twee jaar vraagt 2 x 6,3 - 6,1 = 6,5
    assert uitkomst.nodig.gemiddelde == exact("6.4")
    assert uitkomst.nodig.zonder_signaal == exact("6.5")


def test_komma_en_punt_zijn_hetzelfde():
    from lv_tools.basis.invoer.velden import read_number

    komma, punt = read_number("6,4", "cijfer"), read_number("6.4", "cijfer")
    assert exact(komma) == exact(punt) == exact("6.4") == Fraction(32, 5)
    # Met gewone kommagetallen zou 3 x 6,3 - 12,6 niet precies 6,3 zijn.
    assert assess(reeks("6.3", "6.3", "6.3")).marge == 0


def test_wegen_naar_leerlingen():
    gewogen = reeks("6.0", "6.0", "7.0", leerlingen=(100, 100, 50), leerlingen_volgend=100)
    uitkomst = assess(gewogen)
    assert gewogen.is_weighted
    assert uitkomst.gemiddelde == Fraction(31, 5)
    assert uitkomst.signaal is Signaal.ONDER
    assert assess(reeks("6.0", "6.0", "7.0")).signaal is Signaal.OP
    # (100 x 6 + 50 x 7 + 100 x) / 250 = 6,3
    assert uitkomst.nodig.gemiddelde == exact("6.25")
    assert not uitkomst.nodig.leerlingen_aangenomen
    assert assess(replace(gewogen, leerlingen_volgend=None)).nodig.leerlingen_aangenomen


def test_een_ontbrekend_aantal_leerlingen_weegt_niet():
    half = reeks("6.0", "6.0", "7.0", leerlingen=(100, None, 50))
    assert not half.is_weighted
    assert assess(half).gemiddelde == Fraction(19, 3)


def test_omgekeerde_indicator():
    uitkomst = assess(reeks("4", "5", "7", norm="5.5", indicator=VERZUIM))
    assert uitkomst.signaal is Signaal.WAARSCHUWING
    assert uitkomst.marge == Fraction(1, 6)
    assert uitkomst.nodig.gemiddelde == exact("4.5")
    assert uitkomst.nodig.zonder_signaal == exact("4")


@pytest.mark.parametrize(
    ("waarden", "gunstigst", "ongunstigst"),
    [
        ((None, "6.4", "6.1"), Signaal.WAARSCHUWING, Signaal.ONDER),
        ((None, "6.4", "6.5"), Signaal.OP, Signaal.ONDER),
        ((None, "3.0", "4.0"), Signaal.ONDER, Signaal.ONDER),  # ook een 10 redt het niet
        (("9.9", None, "9.9"), Signaal.OP, Signaal.WAARSCHUWING),
        (("6.4", "6.4", None), Signaal.OP, Signaal.ONDER),
    ],
)
def test_ontbrekende_jaren(waarden, gunstigst, ongunstigst):
    uitkomst = assess(reeks(*waarden))
    assert (uitkomst.gunstigst, uitkomst.ongunstigst) == (gunstigst, ongunstigst)
    assert uitkomst.gemiddelde is None
    assert uitkomst.marge is None
    assert (uitkomst.nodig is None) == (waarden[1] is None or waarden[2] is None)


def test_zonder_norm_of_jaren_geen_uitspraak():
    assert assess(reeks("6", "6", "6", norm=None)).signaal is None
    assert assess(reeks("6", "6", "6", norm=None)).gemiddelde == 6
    assert assess(reeks(None, None, None)).gunstigst is None


def test_onhaalbaar_en_vanzelf():
    onhaalbaar = assess(reeks("6", "2", "2")).nodig.gemiddelde
    assert not is_reachable(onhaalbaar, CIJFER)
    vanzelf = assess(reeks("6", "10", "10")).nodig.gemiddelde
    assert is_certain(vanzelf, CIJFER)
    assert is_reachable(vanzelf, CIJFER)
    te_hoog = assess(reeks("1", "50", "50", norm="5", indicator=VERZUIM)).nodig.gemiddelde
    assert not is_reachable(te_hoog, VERZUIM)


@pytest.mark.parametrize("fout", [{"resultaten": (None,)}, {"leerlingen": (0, 1, 1)}])
def test_verkeerde_vorm_wordt_geweigerd(fout):
    with pytest.raises(ValueError, match=r"jaren|leerlingen"):
        Reeks(CIJFER, **fout)


cijfers = st.decimals(1, 10, places=2).map(exact)
jaren = st.tuples(*[st.none() | cijfers] * 3)
leerlingen = st.tuples(*[st.none() | st.integers(1, 300)] * 3)
indicatoren = st.sampled_from([CIJFER, replace(CIJFER, hoger_beter=False)])
reeksen = st.builds(Reeks, indicatoren, cijfers, jaren, leerlingen, st.none() | st.integers(1, 300))


@given(reeksen, st.integers(0, 2), cijfers)
def test_een_beter_resultaat_maakt_een_signaal_nooit_zwaarder(oud, jaar, waarde):
    teken = oud.indicator.teken
    resultaten = tuple(
        max(w, waarde, key=lambda x: x * teken) if i == jaar and w is not None else w
        for i, w in enumerate(oud.resultaten)
    )
    voor, na = assess(oud), assess(replace(oud, resultaten=resultaten))
    if voor.gunstigst is None:
        assert na.gunstigst is None
    else:
        assert na.gunstigst <= voor.gunstigst
        assert na.ongunstigst <= voor.ongunstigst


@given(reeksen)
def test_ontbrekende_jaren_geven_een_bereik_waar_elke_invulling_in_valt(oud):
    zonder = replace(oud, leerlingen=(None,) * 3)
    uitkomst = assess(zonder)
    if uitkomst.gunstigst is None:
        return
    assert uitkomst.gunstigst <= uitkomst.ongunstigst
    for waarde in (Fraction(1), Fraction(11, 2), Fraction(10)):
        gevuld = tuple(waarde if w is None else w for w in oud.resultaten)
        signaal = assess(replace(zonder, resultaten=gevuld)).signaal
        assert uitkomst.gunstigst <= signaal <= uitkomst.ongunstigst


@given(reeksen)
def test_wat_nodig_is_is_precies_genoeg(oud):
    uitkomst = assess(oud)
    if uitkomst.nodig is None:
        return
    volgend = oud.leerlingen_volgend or oud.leerlingen[2]
    wegen = (*oud.leerlingen[1:], volgend) if oud.is_weighted else (None,) * 3
    for doel, eis in (
        (uitkomst.nodig.gemiddelde, Signaal.WAARSCHUWING),
        (uitkomst.nodig.zonder_signaal, Signaal.OP),
    ):
        rond = round_safe(doel, oud.indicator)
        for waarde, genoeg in ((rond, True), (rond - Fraction(oud.indicator.teken, 100), False)):
            straks = replace(oud, resultaten=(*oud.resultaten[1:], waarde), leerlingen=wegen)
            if genoeg:
                assert assess(straks).signaal <= eis
                if doel == uitkomst.nodig.gemiddelde:
                    assert assess(straks).signaal == uitkomst.nodig.signaal
            else:
                assert assess(straks).signaal > eis


@given(reeksen, st.tuples(*[cijfers] * 3), st.sampled_from([Fraction(1), Fraction(-7, 3)]))
def test_alles_een_stuk_opschuiven_verandert_het_signaal_niet(oud, waarden, stuk):
    oud = replace(oud, resultaten=waarden)
    schuif = replace(oud, norm=oud.norm + stuk, resultaten=tuple(w + stuk for w in oud.resultaten))
    assert assess(schuif).signaal == assess(oud).signaal
    assert assess(schuif).marge == assess(oud).marge


def test_vier_indicatoren_zonder_ingevulde_norm():
    vier = instrument().indicatoren
    assert list(vier) == [
        "onderwijspositie",
        "onderbouwsnelheid",
        "bovenbouwsucces",
        "examencijfers",
    ]
    assert all(indicator.hoger_beter for indicator in vier.values())
    assert not hasattr(instrument().indicator[0], "norm")
