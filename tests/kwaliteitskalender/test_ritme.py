"""Het ritme over een schooljaar, en een jaar meenemen naar het volgende."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from kalenders import DAGEN, edit, leeg

from lv_tools.kwaliteitskalender.model.bronnen import expand, point_id
from lv_tools.kwaliteitskalender.model.jaar import carry_over, new_year, open_year
from lv_tools.kwaliteitskalender.model.kalender import Jaar, Periode, Punt, Reeks
from lv_tools.kwaliteitskalender.model.ritme import lay_out
from lv_tools.kwaliteitskalender.teksten import content

JAAR = new_year(2026)


def keren(reeks: Reeks, jaar: Jaar = JAAR) -> list[date]:
    return [vorm.dag for vorm in lay_out(reeks, jaar).vormen.values() if vorm.dag]


def test_om_de_twee_weken_op_maandag() -> None:
    dagen = keren(Reeks("r", soort="weken", weken=2, weekdag="0"))
    assert dagen[:3] == [date(2026, 9, 7), date(2026, 9, 21), date(2026, 10, 5)]


def test_vaste_maanden_in_de_tweede_week_op_volgorde_van_het_schooljaar() -> None:
    assert keren(Reeks("r", maanden=("3", "10"), weekdag="2")) == [
        date(2026, 10, 14),
        date(2027, 3, 10),
    ]


def test_een_vakantie_schuift_een_week_op_en_wat_niet_past_wordt_genoemd() -> None:
    herfst = Periode("v", "vakantie", "herfst", date(2026, 10, 12), date(2026, 10, 18))
    reeks = Reeks("r", maanden=("10",), weekdag="2")
    assert keren(reeks, replace(JAAR, perioden=(herfst,))) == [date(2026, 10, 21)]
    zomer = Periode("z", "vakantie", "lang", date(2026, 10, 12), date(2027, 7, 31))
    uit = lay_out(reeks, replace(JAAR, perioden=(zomer,)))
    assert (uit.vormen, uit.uitgevallen) == ({}, (date(2026, 10, 14),))


def test_een_vergissing_in_een_jaartal_kost_geen_eeuw() -> None:
    reeks = Reeks("r", "overleg", soort="weken", weken=1)
    eeuw = Periode("v", "vakantie", "lang", date(1950, 1, 1), date(2190, 12, 31))
    assert keren(reeks, replace(JAAR, perioden=(eeuw,))) == []
    ruim = keren(reeks, replace(JAAR, van=date(1926, 9, 1), tot=date(2107, 7, 9)))
    assert {dag in JAAR for dag in ruim} == {True}


def test_het_ritme_van_de_bronnen_is_dat_van_de_gespreksprompter() -> None:
    bekend = {v.code: v for v in content().voorstellen}
    staf, bestuur = bekend["tafel-staf"], bekend["tafel-bestuur"]
    assert (staf.vaak, bestuur.vaak) == ("eens per 4 tot 6 weken", "tweewekelijks")
    assert bekend["tafel-toezicht"].maanden == ("6",)
    assert bekend["tafel-bestuur-scholen"].bron == "presentatie, aan tafel met (2)"


def test_de_momenten_van_de_waaier_staan_erbij_met_hun_bron() -> None:
    waaier = {v.code: v for v in content().voorstel if "waaier" in v.bron}
    assert set(waaier) == {"tevredenheid", "lesbezoek", "visitatie", "jaarplan"}
    assert "medewerkers" in waaier["tevredenheid"].wat
    assert len(waaier["tevredenheid"].maanden) == 1
    assert len(waaier["lesbezoek"].maanden) == 2
    assert waaier["visitatie"].jaren == 2
    assert "evaluatieagenda" in waaier["jaarplan"].wat
    assert {v.bron for v in content().voorstel} - {v.bron for v in waaier.values()} == {
        "eigen voorstel",
        next(v.bron for v in content().voorstel if v.code == "veiligheid"),  # een wettelijke plicht
    }


@given(st.integers(1, 10), st.integers(2000, 2040), st.integers(2000, 2040))
def test_om_de_zoveel_jaren_komt_een_reeks_terug(om_de: int, vanaf: int, begint: int) -> None:
    reeks = Reeks("r", "visitatie", maanden=("11",), jaren=om_de, vanaf=vanaf)
    komt = bool(lay_out(reeks, new_year(begint)).vormen)
    assert komt == (om_de == 1 or begint in range(vanaf, vanaf + 80, om_de))
    assert lay_out(replace(reeks, vanaf=None), new_year(begint)).vormen


@settings(deadline=None, max_examples=100)
@given(
    st.builds(
        Reeks,
        st.just("r"),
        soort=st.sampled_from(["weken", "jaar"]),
        weken=st.integers(1, 52),
        maanden=st.lists(st.sampled_from([str(m) for m in range(1, 13)]), max_size=12).map(tuple),
        weekdag=st.sampled_from("01234"),
    ),
    st.lists(st.tuples(DAGEN, st.integers(0, 20)), max_size=5),
)
def test_nooit_in_een_vakantie_nooit_twee_keer_op_een_dag(reeks, vakanties) -> None:
    perioden = tuple(
        Periode(f"v{nr}", "vakantie", "", van, van + timedelta(days=lang))
        for nr, (van, lang) in enumerate(vakanties)
    )
    jaar = replace(JAAR, perioden=perioden)
    dagen = keren(reeks, jaar)
    assert len(set(dagen)) == len(dagen)
    for dag in dagen:
        assert not jaar.kind(dag, "vakantie")
        assert JAAR.van <= dag <= JAAR.tot
        assert dag.weekday() == int(reeks.weekdag)
    alle = lay_out(reeks, jaar)
    assert len(alle.vormen) + len(alle.uitgevallen) == len(lay_out(reeks, JAAR).vormen) + len(
        lay_out(reeks, JAAR).uitgevallen
    )


def test_meenemen_zet_eigen_punten_52_weken_later_en_verdubbelt_niets() -> None:
    reeks = Reeks("r", "Bestuur", maanden=("3",), weekdag="0")
    gesprek = point_id("r", "2026-maand-3")
    punt = Punt(wat="Tellen", aard="meting", dag=date(2027, 2, 2), id="p", bespreek=gesprek)
    zonder = Punt(wat="Ooit", id="q")
    kalender = replace(leeg(), reeksen=(reeks,), punten=(punt, zonder))
    eens = carry_over(kalender)
    nieuw = next(p for p in eens.punten if p.vorig == "p")
    assert nieuw.dag == date(2028, 2, 1)
    assert nieuw.dag.weekday() == punt.dag.weekday()
    assert nieuw.bespreek == point_id("r", "2027-maand-3")
    assert nieuw.bespreek in {k.punt.id for k in expand(eens)}
    assert eens.year.perioden == ()
    assert carry_over(open_year(eens, 2026)) == eens


@settings(deadline=None, max_examples=100)
@given(st.lists(DAGEN, max_size=6))
def test_meenemen_houdt_de_dag_van_de_week_en_valt_in_het_nieuwe_jaar(dagen) -> None:
    punten = tuple(Punt(wat="x", dag=dag, id=f"p{nr}") for nr, dag in enumerate(dagen))
    eens = carry_over(replace(leeg(), punten=punten))
    for oud in punten:
        (nieuw,) = [p for p in eens.punten if p.vorig == oud.id]
        assert nieuw.dag.weekday() == oud.dag.weekday()
        assert nieuw.dag in eens.year
    assert eens.punten[: len(punten)] == punten


def test_wat_iemand_aan_een_keer_wijzigde_blijft_als_het_ritme_verandert() -> None:
    reeks = Reeks("r", "Bestuur", maanden=("3",), weekdag="0")
    kalender = replace(leeg(), reeksen=(reeks,))
    kenmerk = point_id("r", "2026-maand-3")
    kalender = edit(kalender, kenmerk, dag=date(2027, 3, 17))
    kalender = replace(kalender, reeksen=(replace(reeks, wat="Bestuur en staf", weekdag="3"),))
    (k,) = expand(kalender)
    assert (k.punt.dag, k.punt.wat) == (date(2027, 3, 17), "Bestuur en staf")
    (los,) = expand(replace(kalender, reeksen=()))
    assert los.los
    assert los.punt.dag == date(2027, 3, 17)
