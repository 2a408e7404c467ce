"""Het plan terug vanaf het bezoek: waar de dagen vallen, en wat er mee verschuift."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from bezoeken import BEZOEKDAG, DAG, INHOUD, bezoeken, dagen, nieuw
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.vorm import codec
from lv_tools.inspectiebezoek.model.bezoek import Bezoek, Periode, Rapport, Taak
from lv_tools.inspectiebezoek.model.planning import Regel, plan, shortage
from lv_tools.inspectiebezoek.model.uitwisselen import visit_name

EEUWIG = settings(deadline=None)


def op_naam(bezoek: Bezoek, vandaag: date = date(2026, 1, 5)) -> dict[str, Regel]:
    return {regel.id: regel for regel in plan(bezoek, INHOUD, vandaag)}


def with_task(bezoek: Bezoek, kenmerk: str, **rest: object) -> Bezoek:
    """Verander een taak, zoals iemand dat op het scherm doet."""
    taken = tuple(
        replace(t, **rest) if t.id == kenmerk else t  # type: ignore[arg-type]
        for t in bezoek.taken
    )
    return replace(bezoek, taken=taken)


def test_each_of_the_ten_steps_has_a_task_before_during_after_and_all_along() -> None:
    for soort in INHOUD.soort:
        regels = plan(nieuw(soort=soort), INHOUD, date(2026, 1, 5))
        stappen = {r.stap for r in regels}
        hoeft = {str(n) for n in range(1, 11)}
        assert stappen == hoeft
        assert {r.fase for r in regels} == {"voor", "tijdens", "na", "rapport", "door"}
        # Stap 4 en stap 10 lopen de hele tijd.
        assert {"4", "10"} <= {r.stap for r in regels if r.fase == "door"}


def test_six_weeks_before_is_six_weeks_before() -> None:
    regels = op_naam(nieuw())
    assert regels["t1-kies"].dag == date(2026, 2, 5)
    assert regels["t5-verhaal"].dag == date(2026, 3, 5)
    assert regels["t8-schrijf"].dag == BEZOEKDAG
    # Een week na donderdag is donderdag; vier dagen erna is maandag.
    assert regels["t9-hoofdlijn"].dag == date(2026, 3, 26)
    assert regels["t9-naam"].dag == date(2026, 3, 23)
    assert regels["t1-kies"].meldingen == ()


def test_a_weekend_a_holiday_and_a_vacation_are_skipped_towards_the_visit_or_away() -> None:
    # Zeven dagen voor maandag 13 april 2026 is tweede Paasdag: het wordt de donderdag voor Pasen,
    # want Goede Vrijdag zet de school zelf bij de vrije dagen.
    vrij = (Periode("p", "Goede Vrijdag", date(2026, 4, 3), date(2026, 4, 3)),)
    regels = op_naam(nieuw(dag=date(2026, 4, 13), perioden=vrij))
    assert regels["t7-vervang"].dag == date(2026, 4, 2)
    assert "verschoven" in regels["t7-vervang"].meldingen
    # Twee weken na donderdag 8 oktober valt in de herfstvakantie: dan de maandag erna.
    herfst = (Periode("p", "herfst", date(2026, 10, 17), date(2026, 10, 25)),)
    regels = op_naam(nieuw(dag=date(2026, 10, 8), perioden=herfst))
    assert regels["t9-plan"].dag == date(2026, 10, 26)


def test_good_friday_and_liberation_day_are_school_days_unless_you_say_so() -> None:
    regels = op_naam(nieuw(dag=date(2026, 4, 10)))
    assert regels["t7-vervang"].dag == date(2026, 4, 3)


def test_too_little_time_squeezes_the_steps_in_the_same_order_and_says_so() -> None:
    bezoek = nieuw(begin=BEZOEKDAG - timedelta(days=14))
    assert shortage(bezoek, INHOUD) == (14, 42)
    regels = op_naam(bezoek, date(2026, 3, 5))
    assert regels["t1-kies"].dag == date(2026, 3, 5)  # 42 wordt 14
    assert regels["t3-verzamel"].dag == date(2026, 3, 10)  # 28 wordt 9
    assert regels["t7-inhoud"].dag == date(2026, 3, 18)  # 3 wordt 1
    assert all("ingekort" in regels[naam].meldingen for naam in ("t1-kies", "t3-verzamel"))


def test_a_visit_announced_today_for_tomorrow_still_has_every_step_before_it() -> None:
    morgen = date(2026, 3, 19)
    bezoek = nieuw(dag=morgen, begin=morgen - DAG)
    regels = plan(bezoek, INHOUD, morgen - DAG)
    # Er is nog een dag: niets wat ervoor hoort, staat op de dag zelf.
    assert {r.dag for r in regels if r.fase == "voor"} == {morgen - DAG}


def test_squeezed_onto_one_day_the_tasks_still_stand_in_their_own_order() -> None:
    bezoek = nieuw(dag=BEZOEKDAG, begin=BEZOEKDAG - 2 * DAG)
    afstand = {v.code: v.dagen for v in INHOUD.voorstel}
    ervoor = [r for r in plan(bezoek, INHOUD, BEZOEKDAG - 2 * DAG) if r.fase == "voor"]
    assert [afstand[r.id] for r in ervoor] == sorted((afstand[r.id] for r in ervoor), reverse=True)
    assert ervoor[-1].id == "t7-ruimte"


def test_after_the_visit_what_belonged_before_it_is_over_and_not_late() -> None:
    regels = op_naam(nieuw(), BEZOEKDAG + DAG)
    assert "geweest" in regels["t1-kies"].meldingen
    assert "geweest" in regels["t8-schrijf"].meldingen
    assert "voorbij" in regels["t9-dank"].meldingen
    tweede_dag = nieuw(tot=BEZOEKDAG + DAG)
    assert "voorbij" in op_naam(tweede_dag, BEZOEKDAG + DAG)["t1-kies"].meldingen


def test_only_a_visit_after_a_repair_order_asks_for_the_demand_in_the_report() -> None:
    assert "t3-eis" in op_naam(nieuw(soort="herstel"))
    for soort in ("vierjaarlijks", "verificatie", "risico", "eigen"):
        assert "t3-eis" not in op_naam(nieuw(soort=soort))
    # Wie van soort wisselt, verliest niet wat er bij een taak stond.
    bezoek = with_task(nieuw(soort="herstel"), "t3-eis", wie="rector")
    weer = replace(replace(bezoek, soort="eigen"), soort="herstel")
    assert op_naam(weer)["t3-eis"].wie == "rector"


def test_a_visit_because_of_risks_asks_which_risk_and_which_department() -> None:
    """Het onderzoek (h. 1) noemt dit bezoek; wie het eerst ‘ander bezoek’ noemde, houdt dat."""
    risico = nieuw(soort="risico")
    assert "risico" in op_naam(risico)["t3-risico"].wat
    for soort in set(INHOUD.soort) - {"risico"}:
        assert "t3-risico" not in op_naam(nieuw(soort=soort))
    for rol in ("bestuur", "schoolleiding"):
        eigen = set(INHOUD.practice(rol, "risico")) - set(INHOUD.practice(rol, "eigen"))
        assert ["risico" in tekst for _code, tekst, _bron in eigen] == [True]
    gelezen = codec.read(Bezoek, codec.write(risico))
    assert gelezen == risico
    oud = codec.read(Bezoek, {"soort": "eigen", "soort_naam": "onderzoek bij risico's"})
    assert (oud.soort, visit_name(oud, INHOUD)) == ("eigen", "onderzoek bij risico's")
    assert visit_name(risico, INHOUD) == INHOUD.soort["risico"].naam


def test_reacting_to_the_draft_hangs_on_the_day_in_the_letter_and_on_nothing_of_ours() -> None:
    zonder = op_naam(nieuw())["t8-reactie"]
    assert (zonder.dag, zonder.meldingen) == (None, ("geen-dag",))
    rapport = Rapport(ontvangen=date(2026, 4, 20), reageren=date(2026, 4, 30))
    regels = op_naam(nieuw(rapport=rapport))
    assert regels["t8-reactie"].dag == date(2026, 4, 29)
    assert regels["t8-concept"].dag == date(2026, 4, 24)  # vijf dagen ervoor is zaterdag 25 april


def test_a_role_a_name_of_the_task_and_a_name_of_the_role() -> None:
    bezoek = nieuw(rollen={"kwaliteit": "Q."})
    assert op_naam(bezoek)["t6-stuur"].wie == "Q."
    assert op_naam(bezoek)["t2-wie"].wie == "bestuur"
    bezoek = with_task(bezoek, "t6-stuur", wie="administratie")
    assert op_naam(bezoek)["t6-stuur"].wie == "administratie"
    bezoek = with_task(bezoek, "t6-stuur", wie="", rol="schoolleiding")
    assert op_naam(bezoek)["t6-stuur"].wie == "schoolleiding"


def test_what_you_do_not_do_leaves_the_plan_and_can_come_back() -> None:
    bezoek = with_task(nieuw(), "t7-ruimte", niet=True)
    assert "t7-ruimte" not in op_naam(bezoek)
    assert "t7-ruimte" in op_naam(with_task(bezoek, "t7-ruimte", niet=False))


@pytest.mark.parametrize("dag", [date(1, 1, 2), date(9999, 12, 30)])
def test_a_day_at_the_end_of_the_calendar_breaks_nothing(dag: date) -> None:
    assert plan(nieuw(dag=dag, begin=None), INHOUD, date(2026, 1, 5))


# -- wat altijd geldt ---------------------------------------------------------------------------


@EEUWIG
@given(bezoeken(), dagen)
def test_no_step_before_the_visit_falls_after_it_or_passes_without_saying_so(
    bezoek: Bezoek, vandaag: date
) -> None:
    assert bezoek.dag is not None
    for r in plan(bezoek, INHOUD, vandaag):
        if r.dag is None:
            assert r.fase == "door" or "geen-dag" in r.meldingen
            continue
        if r.fase == "voor" and not r.vast:
            assert r.dag <= bezoek.dag
            if bezoek.begin is not None and bezoek.begin <= bezoek.dag:
                assert r.dag >= bezoek.begin
        if r.fase in ("voor", "tijdens") and r.dag > (bezoek.laatste or bezoek.dag):
            assert "na-bezoek" in r.meldingen
        if r.fase == "na" and r.dag < bezoek.dag:
            assert r.vast
            assert "voor-bezoek" in r.meldingen
        gezegd = [m for m in ("voorbij", "geweest") if m in r.meldingen]
        assert len(gezegd) == (r.dag < vandaag and not r.klaar)
        if "geweest" in r.meldingen:
            assert r.fase in ("voor", "tijdens")
            assert (bezoek.laatste or bezoek.dag) < vandaag


@EEUWIG
@given(bezoeken(), st.integers(-200, 200), dagen)
def test_moving_the_visit_moves_only_what_was_not_fixed(
    bezoek: Bezoek, dagen_: int, vandaag: date
) -> None:
    assert bezoek.dag is not None
    erna = replace(bezoek, dag=bezoek.dag + dagen_ * DAG, tot=None, begin=None, perioden=())
    ervoor = replace(bezoek, tot=None, begin=None, perioden=())
    oud = {r.id: r for r in plan(ervoor, INHOUD, vandaag)}
    nieuw_ = {r.id: r for r in plan(erna, INHOUD, vandaag)}
    assert oud.keys() == nieuw_.keys()
    for naam, r in oud.items():
        ander = nieuw_[naam]
        if r.vast or r.fase in ("rapport", "door"):
            assert ander.dag == r.dag
        else:
            # Met hele weken schuift alles precies mee, behalve waar een feestdag tussen komt.
            assert r.dag is not None
            assert ander.dag is not None
            geschoven = (ander.dag - r.dag).days
            if dagen_ % 7 == 0 and "verschoven" not in (*r.meldingen, *ander.meldingen):
                assert geschoven == dagen_
            assert abs(geschoven - dagen_) <= 12


@EEUWIG
@given(bezoeken(), dagen)
def test_an_earlier_step_never_falls_after_a_later_one(bezoek: Bezoek, vandaag: date) -> None:
    afstand = {v.code: v.dagen for v in INHOUD.voorstel}
    ervoor = [
        r for r in plan(bezoek, INHOUD, vandaag) if r.fase == "voor" and not (r.vast or r.eigen)
    ]
    op_afstand = sorted(ervoor, key=lambda r: -afstand[r.id])
    for eerder, later in pairwise(op_afstand):
        assert (eerder.dag or date.max) <= (later.dag or date.min)


@EEUWIG
@given(bezoeken(), dagen)
def test_a_day_we_choose_is_a_school_day_whenever_there_is_one(
    bezoek: Bezoek, vandaag: date
) -> None:
    assert bezoek.dag is not None
    for r in plan(bezoek, INHOUD, vandaag):
        if r.dag is None or r.vast or r.fase in ("tijdens", "rapport"):
            continue
        if r.dag in (bezoek.dag, bezoek.laatste):
            continue
        # Alleen als er lang geen schooldag is, blijft een vrije dag staan.
        assert not bezoek.is_free(r.dag) or _all_free(bezoek, r.dag)


def _all_free(bezoek: Bezoek, dag: date) -> bool:
    """Is elke dag van hier tot ver weg vrij?"""
    return all(bezoek.is_free(dag + n * DAG) for n in range(119))


@EEUWIG
@given(bezoeken(), dagen, dagen)
def test_the_plan_does_not_move_by_itself_when_a_day_passes(
    bezoek: Bezoek, vandaag: date, later: date
) -> None:
    def vast(dag: date) -> list[tuple[str, date | None]]:
        return [(r.id, r.dag) for r in plan(bezoek, INHOUD, dag)]

    assert vast(vandaag) == vast(later)


@EEUWIG
@given(bezoeken(), st.randoms())
def test_the_order_of_tasks_in_the_file_does_not_matter(bezoek: Bezoek, toeval) -> None:  # type: ignore[no-untyped-def]
    door_elkaar = list(bezoek.taken)
    toeval.shuffle(door_elkaar)
    ander = replace(bezoek, taken=tuple(door_elkaar))
    assert plan(ander, INHOUD, date(2026, 1, 5)) == plan(bezoek, INHOUD, date(2026, 1, 5))


def test_a_task_of_your_own_joins_and_follows_the_visit() -> None:
    eigen = Taak("e1", "Koffie bestellen", stap="7", fase="voor", rol="teams", afstand=2)
    regels = op_naam(nieuw(taken=(eigen,)))
    assert regels["e1"].dag == date(2026, 3, 17)
    assert (regels["e1"].wie, regels["e1"].eigen) == ("teams en secties", True)
