"""De figuren: te tekenen met de kleine bundel, met een gelijke tabel, en niets over elkaar heen."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.beeld.sporen import dodge
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.urgentiemeter.figuur.feiten import draw_series
from lv_tools.urgentiemeter.figuur.groep import all_groups, draw_distribution, draw_quadrant
from lv_tools.urgentiemeter.figuur.tekening import Vlak, place_labels
from lv_tools.urgentiemeter.figuur.verschil import draw_differences, draw_standards
from lv_tools.urgentiemeter.model.feiten import Reeks, assess, exact
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.model.uitslag import compute
from lv_tools.urgentiemeter.model.zinnen import needed
from lv_tools.urgentiemeter.stilbeeld import example, stilbeeld
from lv_tools.urgentiemeter.teksten import instrument

INHOUD = instrument()
VOORBEELD = example(INHOUD)
CE = INHOUD.indicatoren["examencijfers"]


def test_kwadrant_toont_elke_groep_met_dezelfde_getallen_als_de_tabel():
    blad = draw_quadrant(VOORBEELD, INHOUD)
    assert [rij[0] for rij in blad.rijen] == [
        "hele groep", "schoolleiding", "teamleider", "docent", "kwaliteitsmedewerker", "leerling",
    ]  # fmt: skip
    getekend = {naam for r in blad.figuur["data"] for naam in r["text"][0].split("<br>")}
    assert getekend == {rij[0] for rij in blad.rijen}
    assert blad.rijen[0][2:6] == ("61% van 36", "OR1", 1, "Beperkte urgentie, smalle focus")
    assert (
        "Gedeelde urgentie, brede focus: teamleider, kwaliteitsmedewerker en leerling."
        in blad.samenvatting
    )


def test_verdeling_telt_op_tot_iedereen_die_invulde():
    geheel = VOORBEELD.beleving.geheel
    blad = draw_distribution(geheel, VOORBEELD, INHOUD)
    for rij in blad.rijen:
        assert sum(rij[1:6]) == rij[6]
    breedtes = zip(*(reeks["x"] for reeks in blad.figuur["data"]), strict=True)
    totalen = [round(sum(stuk or 0 for stuk in rij)) for rij in breedtes]
    assert totalen == [100] * len(INHOUD.stellingen)


def test_verschillen_noemen_de_grootste_kloof():
    blad = draw_differences(VOORBEELD, INHOUD)
    assert "Duidelijk wie wat doet" in blad.samenvatting
    assert len(blad.rijen) <= 6
    alleen = Scan(groep=Groep("naam", bronnen=(Bron("b", INHOUD.voorbeeldmensen[:1]),)))
    assert draw_differences(compute(alleen, INHOUD), INHOUD) is None


def test_onderwerpen_per_rol():
    blad = draw_standards(VOORBEELD, INHOUD)
    assert blad.rijen[0][:2] == ("OR1 Resultaten", "83%")
    assert len(blad.rijen) == len(INHOUD.standaarden)
    assert "1 van de 13 onderwerpen halen de grens van 30%" in blad.samenvatting


def test_zonder_antwoorden_geen_figuur():
    leeg = compute(Scan(), INHOUD)
    assert draw_quadrant(leeg, INHOUD) is None
    assert draw_standards(leeg, INHOUD) is None
    assert all_groups(leeg) == ()


@pytest.mark.parametrize(
    ("waarden", "zin"),
    [
        (("6.7", "6.4", "6.1"), "ten minste 6,50 nodig"),
        (("6", "2", "2"), "en dat kan niet"),
        (("6", "10", "10"), "Elk resultaat houdt"),
        (("6", None, "6"), "de norm en de laatste twee jaren nodig"),
    ],
)
def test_zin_over_volgend_jaar(waarden, zin):
    reeks = Reeks(CE, exact("6.3"), tuple(None if w is None else exact(w) for w in waarden))
    uitkomst = assess(reeks)
    assert zin in needed(uitkomst, INHOUD)
    assert draw_series(uitkomst, "havo", INHOUD) is not None


def test_het_doel_in_de_figuur_is_de_waarde_zonder_signaal():
    """Norm 6,09: met 6,07 is er nog een waarschuwing, met 6,18 niet."""
    uitkomst = assess(Reeks(CE, exact("6.09"), tuple(exact(w) for w in ("6.4", "6.2", "6.0"))))
    opschriften = [spoor["text"][0] for spoor in draw_series(uitkomst, "h", INHOUD).figuur["data"]]
    assert opschriften[1:] == ["doel 6,18", "6,07: nog net<br>op de norm, met<br>waarschuwing"]
    assert needed(uitkomst, INHOUD) == (
        "Om volgend jaar geen enkel signaal te hebben, is ten minste 6,18 nodig. Met 6,07 blijft "
        "het gemiddelde van drie jaar nog net op de norm, maar met een waarschuwing."
    )


def test_figuur_van_feiten():
    uitkomst = VOORBEELD.feiten[0].uitkomsten[0]
    blad = draw_series(uitkomst, "havo", INHOUD)
    assert "attendering" in blad.samenvatting
    assert [rij[1] for rij in blad.rijen] == ["6,47", "6,42", "6,21"]
    assert draw_series(assess(Reeks(CE)), "havo", INHOUD) is None
    ontbreekt = replace(uitkomst.reeks, resultaten=(None, exact("6.4"), exact("6.1")))
    assert (
        "Er ontbreekt: het oudste jaar"
        in draw_series(assess(ontbreekt), "havo", INHOUD).samenvatting
    )


def test_vijandige_rol_blijft_tekst():
    eng = "<img src=x onerror=alert(1)>"
    groep = tuple(replace(r, rol=eng) for r in INHOUD.voorbeeldmensen)
    uitslag = compute(Scan(groep=Groep("naam", bronnen=(Bron("b", groep),))), INHOUD)
    for blad in (draw_quadrant(uitslag, INHOUD), draw_differences(VOORBEELD, INHOUD)):
        assert eng not in json.dumps(blad.figuur["data"])


def test_stilbeeld_is_html_met_figuren_en_alle_stellingen():
    html = stilbeeld(INHOUD)
    assert html.count("data-lvs-figuur") == 2
    assert "verzonnen" in html
    for stelling in INHOUD.stellingen.values():
        assert stelling.tekst in html


punten = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 100), st.sampled_from(["docent", "bestuur"])),
    max_size=8,
)


@given(punten)
def test_elk_opschrift_krijgt_een_plek(lijst):
    plekken = place_labels(lijst, Vlak((-0.6, 7), (-8, 114)), hoeken=True)
    assert len(plekken) == len(lijst)


def test_twee_buren_op_dezelfde_hoogte_wijken_uiteen():
    vlak = Vlak((-0.6, 6), (-8, 114))
    links, rechts = place_labels([(2, 50, "schoolleiding"), (3, 50, "teamleider")], vlak)
    assert (links, rechts) == ("middle left", "middle right")


@given(st.lists(st.floats(0, 100), max_size=9))
def test_gelijke_tekens_liggen_niet_op_elkaar(waarden):
    schuif = dodge(waarden)
    plekken = list(zip(waarden, schuif, strict=True))
    for een in range(len(plekken)):
        for twee in range(een):
            if waarden[een] == waarden[twee]:
                assert schuif[een] != schuif[twee]
