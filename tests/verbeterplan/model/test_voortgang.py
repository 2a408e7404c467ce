"""De kleuren: met de sommen van de bladzijde, en met eigenschappen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plannen import (
    DAGEN,
    GETALLEN,
    INHOUD,
    MATEN,
    PEIL,
    PLANNEN,
    activiteit,
    doel,
    kern,
    meting,
    waarnemingen,
)

from lv_tools.verbeterplan.model.plan import Knoop, Maat, Regels, Waarde, Waarneming
from lv_tools.verbeterplan.model.uitkomst import compute
from lv_tools.verbeterplan.model.voortgang import (
    KLEUREN,
    expected,
    judge,
    judge_activity,
    judge_goal,
    latest,
    measure_of,
    reached,
    size,
)
from lv_tools.verbeterplan.model.woorden import amount

JAN = date(2026, 1, 23)
BREED = settings(deadline=None, max_examples=30)


def test_de_som_van_de_bladzijde() -> None:
    """Van 33% op 3 oktober naar 75% op 19 juni: op 23 januari hoort er ruim 51% te zijn."""
    maat = doel().maat
    lijn = expected(maat, date(2026, 6, 19), JAN)
    assert lijn == Fraction(100, 3) + (75 - Fraction(100, 3)) * Fraction(112, 259)
    assert round(float(lijn), 1) == 51.4
    oordeel = judge_goal(doel(waarnemingen=(meting(JAN, 9, 14),)), maat, PEIL)
    assert (oordeel.kleur, oordeel.code) == ("groen", "op-koers")


@pytest.mark.parametrize(
    ("k", "dag", "peil", "uit"),
    [
        (7, JAN, PEIL, ("oranje", "onder-de-lijn")),  # 50% is minder dan 51,4%
        (4, JAN, PEIL, ("rood", "verkeerde-kant")),  # 29% is minder dan de 33% van het begin
        (11, JAN, PEIL, ("groen", "gehaald")),  # 79%
        (10, JAN, date(2026, 6, 20), ("rood", "niet-gehaald")),
        (10, date(2026, 6, 19), date(2026, 6, 19), ("rood", "niet-gehaald")),
        (10, JAN, date(2026, 6, 19), ("groen", "op-koers")),  # op de dag zelf mag het nog
    ],
)
def test_een_doel_krijgt_zijn_kleur(k: int, dag: date, peil: date, uit: tuple[str, str]) -> None:
    oordeel = judge_goal(doel(waarnemingen=(meting(dag, k, 14),)), doel().maat, peil)
    assert (oordeel.kleur, oordeel.code) == uit


def test_precies_op_de_grens_is_gehaald_en_lager_kan_beter_zijn() -> None:
    zes = Maat("onvoldoendes", richting="omlaag", dan=Waarde(Fraction(28), 94))
    precies = Knoop("x", "x", waarnemingen=(meting(JAN, 28, 94),))
    assert judge_goal(precies, zes, PEIL).code == "gehaald"
    een_meer = Knoop("x", "x", klaar=JAN, waarnemingen=(meting(JAN, 29, 94),))
    assert judge_goal(een_meer, zes, PEIL).code == "niet-gehaald"


def test_zonder_gegevens_is_het_grijs_en_na_de_datum_zonder_meting_rood() -> None:
    assert judge_goal(doel(), doel().maat, PEIL).code == "geen-meting"
    assert judge_goal(doel(), doel().maat, date(2026, 6, 20)).code == "niet-gemeten"
    assert judge_goal(doel(), Maat(), PEIL).code == "geen-doel"
    zonder = replace(doel().maat, nu_dag=None)
    knoop = doel(waarnemingen=(meting(JAN, 9, 14),))
    assert judge_goal(knoop, zonder, PEIL).code == "geen-lijn"


def test_een_tussendoel_zonder_eigen_indicator_volgt_zijn_doel() -> None:
    maat = measure_of(doel().tussendoelen[0], doel())
    assert (maat.wat, maat.nu, maat.dan) == (doel().maat.wat, doel().maat.nu, Waarde(Fraction(60)))
    eigen = replace(doel().tussendoelen[0], maat=Maat("iets anders"))
    assert measure_of(eigen, doel()) == Maat("iets anders")


BERICHT = Waarneming("w1", date(2026, 2, 3), "op-schema", gezien="vijf lessen bezocht")


@pytest.mark.parametrize(
    ("velden", "uit"),
    [
        ({"stand": "klaar"}, ("groen", "klaar")),
        ({"stand": "klaar", "gezien": " "}, ("oranje", "zonder-bewijs")),
        ({"stand": "op-schema"}, ("groen", "op-schema")),
        ({"stand": "achter"}, ("oranje", "achter")),
        ({"stand": "niet-begonnen"}, ("oranje", "niet-begonnen")),
        ({"stand": "op-schema", "dag": PEIL - timedelta(43)}, ("oranje", "stil")),
        ({"stand": "op-schema", "dag": PEIL - timedelta(42)}, ("groen", "op-schema")),
        ({"stand": "klaar", "dag": PEIL + timedelta(1)}, ("oranje", "niet-begonnen")),
    ],
)
def test_een_activiteit_krijgt_haar_kleur(velden, uit) -> None:
    loopt = activiteit(klaar=date(2026, 6, 1), waarnemingen=(replace(BERICHT, **velden),))
    oordeel = judge_activity(loopt, PEIL, Regels())
    assert (oordeel.kleur, oordeel.code) == uit


def test_na_de_einddatum_is_een_activiteit_rood_tot_zij_klaar_of_gestopt_is() -> None:
    assert judge_activity(activiteit(), PEIL, Regels()).code == "over-datum"
    assert judge_activity(activiteit(), date(2026, 1, 23), Regels()).code != "over-datum"
    assert judge_activity(activiteit(besluit="stoppen"), PEIL, Regels()).kleur == "grijs"
    later = activiteit(begin=date(2026, 3, 1), klaar=date(2026, 4, 1))
    assert judge_activity(later, PEIL, Regels()).code == "later"


def test_een_maatregel_heeft_de_kleur_met_de_meeste_zorg_eronder() -> None:
    loopt = activiteit("a2", klaar=date(2026, 6, 1), waarnemingen=(BERICHT,))
    plan = kern(activiteiten=(loopt, activiteit("a1")))
    assert judge(plan, Regels(), PEIL)["m1"].kleur == "rood"
    assert judge(kern(activiteiten=(loopt,)), Regels(), PEIL)["m1"].kleur == "groen"
    assert judge(kern(activiteiten=()), Regels(), PEIL)["m1"].code == "leeg"


@BREED
@given(PLANNEN)
def test_alles_krijgt_een_kleur_met_een_zin_die_bestaat(plan) -> None:
    uitslag = compute(plan, INHOUD)
    assert set(uitslag.oordelen) == {knoop.id for knoop in plan.kern.nodes()}
    for oordeel in uitslag.oordelen.values():
        assert oordeel.kleur in KLEUREN
        assert INHOUD.oordeel[oordeel.code]


@BREED
@given(PLANNEN, st.randoms(use_true_random=False))
def test_de_volgorde_van_berichten_maakt_niet_uit(plan, willekeur) -> None:
    """Zolang er van elke dag hoogstens één bericht is."""

    def hussel(knoop):
        per_dag = {w.dag: w for w in knoop.waarnemingen}
        reeks = list(per_dag.values())
        willekeur.shuffle(reeks)
        return replace(knoop, waarnemingen=tuple(per_dag.values())), tuple(reeks)

    for knoop in plan.kern.doelen:
        gewoon, anders = hussel(knoop)
        gehusseld = replace(gewoon, waarnemingen=anders)
        assert judge_goal(gewoon, knoop.maat, PEIL) == judge_goal(gehusseld, knoop.maat, PEIL)


@BREED
@given(MATEN, GETALLEN, GETALLEN, DAGEN, DAGEN)
def test_een_betere_meting_maakt_de_kleur_nooit_slechter(maat, een, ander, klaar, peil) -> None:
    orde = {"groen": 2, "grijs": 1.5, "oranje": 1, "rood": 0}
    los = replace(maat, eenheid="getal")
    slecht, goed = sorted((een, ander), reverse=maat.richting == "omlaag")
    kleuren = [
        judge_goal(Knoop("x", "x", klaar=klaar, waarnemingen=(
            Waarneming("w", peil, waarde=Waarde(getal)),)), los, peil)
        for getal in (slecht, goed)
    ]  # fmt: skip
    assert orde[kleuren[0].kleur] <= orde[kleuren[1].kleur]


@BREED
@given(MATEN, DAGEN, DAGEN)
def test_de_lijn_blijft_tussen_begin_en_doel(maat, klaar, dag) -> None:
    lijn = expected(maat, klaar, dag)
    if lijn is not None:
        grenzen = sorted((size(maat.nu, maat), size(maat.dan, maat)))
        assert grenzen[0] <= lijn <= grenzen[1]
        assert expected(maat, klaar, klaar) == size(maat.dan, maat)
        assert reached(maat, lijn, lijn)


@BREED
@given(waarnemingen(), DAGEN)
def test_wat_na_de_peildag_is_telt_nooit(reeks, peil) -> None:
    for gemeten in (True, False):
        laatste = latest(Knoop("x", waarnemingen=reeks), peil, gemeten=gemeten)
        assert laatste is None or laatste.dag <= peil


def test_een_waarde_leest_als_een_zin() -> None:
    assert amount(Waarde(Fraction(9), 14), Maat()) == "9 van de 14 (64%)"
    assert amount(Waarde(Fraction("6.21")), Maat(eenheid="getal")) == "6,21"
    assert amount(Waarde(Fraction(60)), Maat()) == "60%"
    assert amount(Waarde(), Maat()) == ""
