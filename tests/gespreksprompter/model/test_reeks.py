"""Een reeks neemt mee wat openstaat, en laat zien wat er nooit aan bod kwam."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st
from meting_aanroepen import count_calls
from strategieen import BANK, reeksen

from lv_tools.gespreksprompter.figuur import draw_thread
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek, Moment, Parkeerpunt
from lv_tools.gespreksprompter.model.gids import Opdracht
from lv_tools.gespreksprompter.model.reeks import Reeks, new_id, prepare_next, thread
from lv_tools.gespreksprompter.model.ritme import school_year
from lv_tools.gespreksprompter.model.werk import begin, school_year_of

SCHOOL = BANK.tafels["school"]
ALLES = Opdracht(SCHOOL, tuple(BANK.fasen), 60)


def gehouden(reeks: Reeks, opdracht: Opdracht = ALLES, **anders: object) -> Reeks:
    """Houd het volgende gesprek, met elke vraag in beeld."""
    gesprek = prepare_next(reeks, opdracht)
    assert gesprek.gids is not None
    for naam in gesprek.gids.ids:
        gesprek = gesprek.show(naam)
    return reeks.put(replace(gesprek, gehouden=True, **anders))


def test_het_volgende_gesprek_opent_met_wat_openstaat() -> None:
    een = gehouden(
        Reeks("r1", "Rector", SCHOOL),
        afspraken=(
            Afspraak("a1", "Lesbezoeken", "teamleider", date(2027, 1, 15), "verslag"),
            Afspraak("a2", "Al klaar", stand="gedaan"),
        ),
        parkeer=(Parkeerpunt("p1", "Roosters"),),
        volgende=Moment(date(2027, 3, 16), time(10, 30), "kamer 2"),
    )
    twee = prepare_next(een, ALLES)
    assert twee.gids is not None
    assert [r.soort for r in twee.gids.regels[:2]] == ["start", "terugblik"]
    terugblik = twee.gids.row("terugblik").reden
    assert "1 open afspraak en 1 geparkeerd punt" in terugblik
    assert twee.moment == Moment(date(2027, 3, 16), time(10, 30), "kamer 2")
    assert [a.wat for a in een.open_agreements()] == ["Lesbezoeken"]


def test_wat_gedaan_is_komt_niet_terug() -> None:
    een = gehouden(Reeks("r1", "Rector", SCHOOL), afspraken=(Afspraak("a1", "Lesbezoeken"),))
    klaar = een.settle("a1", "gedaan")
    assert klaar.open_agreements() == ()
    gids = prepare_next(klaar, ALLES).gids
    assert gids is not None
    assert gids.regels[1].soort == "vraag"


def test_de_rode_draad_noemt_wat_nooit_aan_bod_kwam() -> None:
    reeks = Reeks("r1", "Rector", SCHOOL)
    for zaad, fasen in enumerate((("plan",), ("plan", "do"), ("do",))):
        opdracht = replace(ALLES, fasen=fasen, zaad=zaad)
        reeks = gehouden(reeks, opdracht, moment=Moment(date(2026, 9 + zaad, 1)))
    draad = thread(reeks)
    assert draad.nooit == ("check", "act", "borging")
    assert (draad.times("plan"), draad.times("do")) == (2, 2)
    blad = draw_thread(draad)
    assert blad is not None
    assert blad.samenvatting == "Nog niet aan bod: Check, Act en Borging."
    assert blad.rijen[0] == ("1-9-2026", "aan bod", "–", "–", "–", "–")


def test_wat_is_overgeslagen_of_alleen_voorbereid_telt_niet() -> None:
    reeks = Reeks("r1", "Rector", SCHOOL)
    voorbereid = reeks.put(prepare_next(reeks, ALLES))
    assert thread(voorbereid).gesprekken == ()
    assert draw_thread(thread(voorbereid)) is None
    gesprek = voorbereid.gesprekken[0]
    assert gesprek.gids is not None
    plan = frozenset(r.id for r in gesprek.gids.vragen if r.fase == "plan")
    alles = replace(gesprek, aan_bod=gesprek.gids.ids, overgeslagen=plan, gehouden=True)
    assert thread(voorbereid.put(alles)).nooit == ("plan",)


def test_de_rode_draad_van_een_schooljaar() -> None:
    reeks = Reeks("r1", "Rector", SCHOOL)
    for dag in (date(2026, 7, 31), date(2026, 8, 1), date(2027, 7, 31), date(2027, 8, 1)):
        reeks = gehouden(reeks, moment=Moment(dag))
    jaar = school_year(2026)
    assert len(thread(reeks, jaar.van, jaar.tot).gesprekken) == 2
    assert [school_year_of(d) for d in (date(2026, 7, 31), date(2026, 8, 1))] == [2025, 2026]


@settings(max_examples=60, deadline=None)
@given(reeksen(), st.sampled_from("gap"))
def test_een_nieuwe_id_is_altijd_nieuw(reeks: Reeks, letter: str) -> None:
    gehad = {g.id for g in reeks.gesprekken}
    gehad |= {a.id for g in reeks.gesprekken for a in g.afspraken}
    gehad |= {p.id for g in reeks.gesprekken for p in g.parkeer}
    assert new_id(reeks, letter) not in gehad


@settings(max_examples=60, deadline=None)
@given(reeksen())
def test_open_punten_zijn_precies_die_met_de_stand_open(reeks: Reeks) -> None:
    alle = [a for g in reeks.gesprekken for a in g.afspraken]
    assert [a for a in alle if a.stand == "open"] == list(reeks.open_agreements())
    leeg = reeks
    for afspraak in alle:
        leeg = leeg.settle(afspraak.id, "vervallen")
    assert leeg.open_agreements() == ()


@given(st.text(), st.text())
def test_notities_wissen_en_bewaren(een: str, twee: str) -> None:
    gesprek = Gesprek("g1").note("x", een).note("y", twee)
    assert gesprek.notities.get("x", "") == (een if een.strip() else "")
    assert "x" not in gesprek.note("x", " ").notities


def test_vijftig_gesprekken_kosten_naar_verhouding_niet_meer_dan_vijf() -> None:
    """Tien keer zoveel gesprekken, dan hooguit vijftien keer zoveel aanroepen van functies."""
    werk = begin(date(2026, 9, 1))

    def tel(aantal: int) -> int:
        reeks = Reeks("r1", "Rector", SCHOOL)
        for zaad in range(aantal):
            reeks = gehouden(reeks, replace(ALLES, zaad=zaad), moment=Moment(date(2026, 9, 1)))

        def open_ze() -> None:
            open_ = werk.put(reeks).open("r1")
            draw_thread(thread(open_.current))
            open_.current.history()

        open_ze()  # wat maar één keer wordt gelezen, telt niet mee
        return sum(count_calls(open_ze).values())

    vijf, vijftig = tel(5), tel(50)
    print(f"openen: 50 gesprekken kosten {vijftig / vijf:.1f} keer zoveel aanroepen als 5")
    assert 1 < vijftig / vijf < 15
