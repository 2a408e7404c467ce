"""Eén persoon is geen groep, en een groep zegt wat zij dragen kan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.urgentiemeter.figuur.groep import all_groups, draw_quadrant
from lv_tools.urgentiemeter.figuur.verschil import draw_standards
from lv_tools.urgentiemeter.model import zinnen
from lv_tools.urgentiemeter.model.feiten import Reeks, exact
from lv_tools.urgentiemeter.model.scan import Afdeling, Scan
from lv_tools.urgentiemeter.model.uitslag import compute
from lv_tools.urgentiemeter.teksten import STANDAARDEN, instrument
from lv_tools.urgentiemeter.verslag.delen import share_text
from lv_tools.urgentiemeter.verslag.document import report

INHOUD = instrument()
antwoorden = st.dictionaries(
    st.sampled_from(list(INHOUD.stellingen)), st.sampled_from([None, 1, 2, 3, 4]), min_size=1
)
onderwerpen = st.sets(st.sampled_from(list(INHOUD.standaarden))).map(sorted).map(tuple)
CE = INHOUD.indicatoren["examencijfers"]
ZWAK = Afdeling("havo", "havo", (Reeks(CE, exact("6.3"), (exact("6"),) * 3),))
GROEP = ("hele groep", "gedeelde urgentie", "beperkte urgentie", "hoeft u niet", "meeste mensen")


def outcome(*mensen, modus="naam", afdelingen=(ZWAK,)):
    groep = Groep(modus, bronnen=(Bron("x", tuple(mensen)),))
    return compute(Scan(afdelingen=tuple(afdelingen), groep=groep), INHOUD)


def one(antwoord, keuzes=(), rol="schoolleiding", wie="1"):
    return Respondent(wie, rol, antwoord, {STANDAARDEN: keuzes})


@given(antwoorden, onderwerpen, st.sampled_from([r.code for r in INHOUD.rol]), st.booleans())
def test_van_een_persoon_staat_er_nooit_iets_over_een_groep(antwoord, keuzes, rol, volledig):
    uitslag = outcome(one(antwoord, keuzes, rol))
    assert uitslag.alleen
    assert uitslag.advies is INHOUD.alleen
    assert (uitslag.vergelijkingen, uitslag.samengang, uitslag.overlap) == ((), (), ())
    assert draw_quadrant(uitslag, INHOUD) is None
    assert draw_standards(uitslag, INHOUD) is None
    assert len(all_groups(uitslag)) == 1
    tekst = to_markdown(report(uitslag, INHOUD, Wensen(volledig=volledig, alleen=True))).lower()
    assert not [woord for woord in GROEP if woord in tekst]
    assert "vraag er een paar mensen bij" in tekst


@pytest.mark.parametrize(
    ("antwoord", "code"),
    [
        ({"u5": 3, "u2": 3, "u3": 3, "u7": 2}, "alleen_wel_niet"),
        ({"u5": 4, "u7": 3}, "alleen_wel_wel"),
        ({"u5": 1, "u7": 4}, "alleen_niet_wel"),
        ({"u5": 2, "u7": 1}, "alleen_niet_niet"),
        ({"u5": 4, "u7": None}, "alleen_weet_niet"),
        ({"u5": 4}, "alleen_leeg"),
    ],
)
def test_wat_over_anderen_gezegd_is_staat_bovenaan(antwoord, code):
    uitslag = outcome(one(antwoord))
    assert [wijzer.code for wijzer in uitslag.wijzers] == [code]
    for volledig in (True, False):
        verslag = report(uitslag, INHOUD, Wensen(volledig=volledig, alleen=True))
        assert INHOUD.wijzer[code].titel in to_markdown(verslag).replace("\\", "")


@pytest.mark.parametrize("antwoord", [{"u5": None, "u7": 3}, {"u7": 3}])
def test_zonder_eigen_mening_geen_vergelijking_met_anderen(antwoord):
    assert outcome(one(antwoord)).wijzers == ()


@pytest.mark.parametrize(("personen", "plek"), [(1, 0), (2, 1), (4, 1), (5, 2), (9, 2), (10, 3)])
def test_elke_grootte_zegt_wat_zij_draagt(personen, plek):
    mensen = [one({"u5": 4}, wie=str(nummer)) for nummer in range(personen)]
    assert INHOUD.draagt[plek].tekst in " ".join(zinnen.lead(outcome(*mensen), INHOUD))


@given(antwoorden, st.integers(1, 4))
def test_de_tekst_voor_het_team_verraadt_bij_weinig_mensen_niets(antwoord, personen):
    mensen = [one(antwoord, wie=str(nummer)) for nummer in range(personen)]
    assert share_text(outcome(*mensen), INHOUD) == INHOUD.zeg("delen_vraag")


def test_de_tekst_voor_het_team_van_een_groep_heeft_de_uitslag_en_de_vragen():
    vol = dict.fromkeys(INHOUD.stellingen, 4)
    mensen = [one(vol, ("OR1",), "docent", str(nummer)) for nummer in range(5)]
    tekst = share_text(outcome(*mensen), INHOUD)
    assert "Gedeelde urgentie, smalle focus. 100% van 15 antwoorden" in tekst
    assert "Resultaten (5 mensen)." in tekst
    assert all(f"- {vraag}" in tekst for vraag in INHOUD.vormen["gedeeld-smal"].vragen)


def test_de_indicatoren_samen_in_een_zin_zonder_oordeel():
    (feit,) = outcome(afdelingen=(ZWAK,)).feiten
    assert zinnen.indicators_together(feit, INHOUD) == (
        "1 van de 1 indicatoren ingevuld, met onder de norm bij examencijfers. "
        "Dit zijn losse signalen; samen zijn zij geen oordeel."
    )


def test_het_korte_verslag_heeft_de_cijfers_de_norm_en_wat_nodig_is():
    reeks = Reeks(CE, exact("6.3"), tuple(exact(w) for w in ("6.7", "6.4", "6.1")))
    uitslag = outcome(afdelingen=(Afdeling("havo", "havo", (reeks,)),))
    tekst = to_markdown(report(uitslag, INHOUD, Wensen(volledig=False)))
    for deel in ("6,70; 6,40; 6,10", "| 6,30 |", "elk jaar even zwaar", "6,50; net: 6,40"):
        assert deel in tekst.replace("\\", "")


@pytest.mark.parametrize("modus", ["naam", "anoniem"])
def test_een_verslag_zonder_de_persoon_rept_ook_niet_van_een_groep(modus):
    uitslag = outcome(one({"u5": 4}), modus=modus)
    tekst = to_markdown(report(uitslag, INHOUD, Wensen(volledig=False)))
    assert "Gedeeld vanaf" not in tekst
    assert "Cijfers naast gevoel" not in tekst
    assert "Wat de cijfers zeggen" in tekst
