"""Wat het plan neemt en geeft: niets dubbel, niets kwijt, en elk kenmerk blijft."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from plannen import INHOUD, PLANNEN, activiteit, doel, kern, meting

from lv_tools.basis.uitwisseling.dossier import Dossier, from_text, to_text
from lv_tools.basis.uitwisseling.stukken import (
    Actie,
    Doel,
    Gespreksvraag,
    Herkomst,
    Moment,
    Signaal,
    Verbeterpunt,
    of_kind,
)
from lv_tools.basis.vorm import codec
from lv_tools.verbeterplan.model.plan import Kern, Plan, Versie
from lv_tools.verbeterplan.model.uitkomst import compute, fit
from lv_tools.verbeterplan.model.uitwisselen import give, moments, take, take_actions
from lv_tools.verbeterplan.model.vergelijken import compare

VAN = Herkomst("risicoscan", "Havo", date(2025, 11, 3))
PUNT = Verbeterpunt("v1", "Te laat zicht", "telling", "meer-bronnen", ("OP2",), "als het vwo ook")
BREED = settings(deadline=None, max_examples=30)


def given_by(plan: Plan):
    return give(plan, compute(plan, INHOUD).oordelen, INHOUD)


def test_een_verbeterpunt_komt_binnen_met_bewijs_zekerheid_en_herkomst() -> None:
    nieuw, erbij, had = take(Kern(), (PUNT, Signaal("s1", "Minder op niveau")), VAN)
    assert (erbij, had) == (2, 0)
    punt = nieuw.punten[0]
    assert (punt.id, punt.bewijs, punt.zekerheid, punt.anders_als) == (
        "v1", "telling", "meer-bronnen", "als het vwo ook",
    )  # fmt: skip
    assert punt.bron == "risicoscan ‘Havo’ (3 november 2025)"


def test_twee_keer_meenemen_verdubbelt_niets_en_laat_staan_wat_iemand_wijzigde() -> None:
    eerst, _, _ = take(Kern(), (PUNT,), VAN)
    eigen = replace(eerst, punten=(replace(eerst.punten[0], wat="In onze woorden"),))
    daarna, erbij, had = take(eigen, (PUNT,), VAN)
    assert daarna == eigen
    assert (erbij, had) == (0, 1)


def test_meer_punten_dan_er_passen_worden_geteld_en_niet_stil_weggelaten() -> None:
    veel = tuple(replace(PUNT, id=f"v{nr}") for nr in range(33))
    nieuw, erbij, had = take(Kern(), veel, VAN)
    assert (len(nieuw.punten), erbij, had) == (30, 30, 3)


def test_wat_bij_een_punt_al_loopt_wordt_een_losse_activiteit() -> None:
    klaar = date(2026, 3, 27)
    punt = replace(PUNT, acties=(Actie("a9", "Secties oefenen samen", "teamleider", None, klaar),))
    eerst, n = take_actions(Kern(), (punt, Signaal("s1", "Minder op niveau")))
    (activiteit_,) = eerst.activiteiten
    assert n == 1
    assert (activiteit_.id, activiteit_.wat, activiteit_.wie, activiteit_.klaar) == (
        "a9", "Secties oefenen samen", "teamleider", klaar,
    )  # fmt: skip
    assert activiteit_.maatregel == ""
    eigen = replace(eerst, activiteiten=(replace(activiteit_, wat="In onze woorden"),))
    assert take_actions(eigen, (punt,)) == (eigen, 0)
    # Een punt zonder acties verandert niets, en dat is wat de risicoscan geeft.
    assert take_actions(eigen, (PUNT,)) == (eigen, 0)
    # Het dossier bewaart de acties bij het punt.
    dossier = Dossier().give(VAN, "w", (punt,))
    gelezen = from_text(to_text(dossier))
    assert isinstance(gelezen, Dossier)
    assert of_kind(gelezen.klaar[0].stukken, Verbeterpunt) == (punt,)


def test_het_plan_geeft_doelen_acties_momenten_en_vragen() -> None:
    klaar = date(2026, 6, 1)
    plan = Plan(kern(activiteiten=(activiteit(klaar=klaar),)), "p", date(2026, 2, 10))
    stukken = given_by(plan)
    (actie,) = of_kind(stukken, Actie)
    assert actie == Actie(
        "a1", "Lesbezoek in tweetallen", "teamleider", date(2026, 1, 12), klaar, "d1"
    )
    (streef,) = of_kind(stukken, Doel)
    assert streef.indicator == "lessen bij het lesbezoek: van 4 van de 12 (33%) naar 75%"
    momenten = {m.id: m for m in of_kind(stukken, Moment)}
    assert {"meet-d1", "meet-t1", "kijk-k1", "vertel-b0"} <= set(momenten)
    assert momenten["meet-t1"].dag == date(2026, 1, 30)
    assert momenten["kijk-k1"].aard == "terugblik"
    vragen = of_kind(stukken, Gespreksvraag)
    assert len(vragen) >= 3
    assert any("Lesbezoek in tweetallen" in vraag.tekst for vraag in vragen)


def test_een_vraag_gaat_niet_verder_dan_de_regel_die_haar_gaf() -> None:
    """Zonder meting houdt niets iets tegen: dan is de vraag wanneer er gemeten wordt."""
    grijs = {"geen-doel", "geen-meting", "geen-lijn", "gestopt", "later", "meeste-zorg", "leeg"}
    assert set(INHOUD.gespreksvraag) == set(INHOUD.oordeel) - grijs
    for tekst in INHOUD.gespreksvraag.values():
        assert tekst.count("?") == 1
        assert "{wat}" in tekst
    oud = kern(doelen=(doel(waarnemingen=(), klaar=date(2026, 1, 5), tussendoelen=()),))
    plan = Plan(oud, "p", date(2026, 2, 10))
    assert compute(plan, INHOUD).oordelen["d1"].code == "niet-gemeten"
    (vraag,) = (v for v in of_kind(given_by(plan), Gespreksvraag) if v.over == "d1")
    assert vraag.tekst.startswith("Wanneer meten wij")


@BREED
@given(PLANNEN)
def test_elke_vraag_hoort_bij_haar_reden(plan) -> None:
    oordelen = compute(plan, INHOUD).oordelen
    for vraag in of_kind(given_by(plan), Gespreksvraag):
        if vraag.over:
            code = oordelen[vraag.over].code
            assert vraag.reden == INHOUD.oordeel[code]
            begin, eind = INHOUD.gespreksvraag[code].split("{wat}")
            assert vraag.tekst.startswith(begin)
            assert vraag.tekst.endswith(eind)


def test_een_kenmerk_blijft_hoe_het_plan_ook_verandert_en_gestopt_gaat_niet_mee() -> None:
    plan = Plan(kern(), "p", date(2026, 2, 10))
    anders = replace(plan, kern=kern(activiteiten=(
        activiteit(wat="Anders", wie="rector", klaar=date(2027, 1, 1)),)))  # fmt: skip
    assert [a.id for a in of_kind(given_by(anders), Actie)] == ["a1"]
    gestopt = replace(plan, kern=kern(activiteiten=(activiteit(besluit="stoppen"),)))
    assert of_kind(given_by(gestopt), Actie) == ()


def test_wat_verteld_is_blijft_op_zijn_dag_staan() -> None:
    plan = Plan(kern(), "p")
    verteld = tuple(replace(b, verteld=True) for b in plan.kern.boodschappen)
    anders = replace(plan, kern=replace(plan.kern, boodschappen=verteld))
    assert [*moments(anders, INHOUD)] == [*moments(plan, INHOUD)]
    assert [m for m in moments(anders, INHOUD) if m.id.startswith("vertel")]


@BREED
@given(PLANNEN)
def test_wat_elk_plan_geeft_past_in_een_dossier(plan) -> None:
    stukken = given_by(plan)
    dossier = Dossier().give(Herkomst("verbeterplan", plan.kern.titel), "w1", stukken)
    assert from_text(to_text(dossier)) == dossier
    kenmerken = [s.id for s in stukken if not isinstance(s, Gespreksvraag)]
    assert len(kenmerken) == len(set(kenmerken))


@BREED
@given(PLANNEN)
def test_elk_plan_komt_gelijk_terug_uit_zijn_bestand(plan) -> None:
    vol = fit(replace(plan, versies=(Versie("v", date(2026, 1, 1), "eerst", plan.kern),)), INHOUD)
    assert codec.read(Plan, json.loads(json.dumps(codec.write(vol)))) == vol
    assert fit(vol, INHOUD) == vol


@BREED
@given(PLANNEN, PLANNEN)
def test_een_vergelijking_van_achter_naar_voren_zegt_het_omgekeerde(een, ander) -> None:
    assert compare(een.kern, een.kern, INHOUD) == ()
    heen, terug = (compare(a.kern, b.kern, INHOUD) for a, b in ((een, ander), (ander, een)))
    omgekeerd = {"erbij": "weg", "weg": "erbij", "anders": "anders"}
    assert sorted((omgekeerd[v.wat], v.soort, v.veld, v.wordt, v.was) for v in heen) == sorted(
        (v.wat, v.soort, v.veld, v.was, v.wordt) for v in terug
    )


def test_een_versie_laat_zien_wat_er_halverwege_veranderde() -> None:
    nieuw = kern(
        doelen=(doel(klaar=date(2026, 7, 6), waarnemingen=(meting(date(2026, 1, 1), 1, 2),)),),
        activiteiten=(activiteit(besluit="bijstellen", reden="te laat"), activiteit("a2")),
    )
    verschillen = [(v.wat, v.soort, v.veld, v.wordt) for v in compare(kern(), nieuw, INHOUD)]
    assert verschillen == [
        ("anders", "doel", "klaar", "6 juli 2026"),
        ("anders", "activiteit", "besluit", "bijstellen"),
        ("anders", "activiteit", "reden", "te laat"),
        ("erbij", "activiteit", "", ""),
    ]


@BREED
@given(st.integers(0, 400))
def test_niets_gaat_verloren_zolang_het_past(n) -> None:
    reeks = tuple(activiteit(f"a{nr}") for nr in range(min(n, 300)))
    stukken = given_by(Plan(kern(activiteiten=reeks), "p"))
    assert len(of_kind(stukken, Actie)) == len(reeks)
    assert len(stukken) <= 500
