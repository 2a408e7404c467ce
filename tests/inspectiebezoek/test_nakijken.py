"""Wat opvalt: elke opmerking komt als zij hoort, en gaat weg als het in orde is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from bezoeken import BEZOEKDAG, INHOUD, bezoeken, dagen, nieuw
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.gegevens.datapakket import lees_toml
from lv_tools.inspectiebezoek.model.bezoek import (
    ROLLEN,
    Actie,
    Bevinding,
    Bewering,
    Bezoek,
    Contact,
    Gegeven,
    Notitie,
    Periode,
    Rapport,
    Stuk,
)
from lv_tools.inspectiebezoek.model.nakijken import impressions, lay_beside, still_to_tell
from lv_tools.inspectiebezoek.model.uitkomst import at_day, example
from lv_tools.inspectiebezoek.verslag.bericht import share_text
from lv_tools.inspectiebezoek.verslag.bladen import response, story_page, team_page
from lv_tools.inspectiebezoek.verslag.draaiboek import DAG_ERNA, report, sort_notes, still

VANDAAG = date(2026, 2, 2)
GOED = {rol: f"iemand van {rol}" for rol in ROLLEN}
BEWERING = Bewering("b", "Wij zien wie vastloopt", "goed", "een les", gegevens=("g",))
BETER = Bewering("c", "Nog te laat", "beter", "een les", "oorzaak", "aanpak", ("h",))


def codes(bezoek: Bezoek, vandaag: date = VANDAAG) -> list[str]:
    return [o.code for o in at_day(bezoek, INHOUD, vandaag).opmerkingen]


def vol(**rest: object) -> Bezoek:
    """Een bezoek waar niets aan mankeert."""
    vast: dict[str, object] = {
        "rollen": GOED,
        "beweringen": (BEWERING, BETER),
        "gegevens": (Gegeven("g", "24 van de 94"), Gegeven("h", "36 van de 97")),
        "stukken": (Stuk("s", "Schoolplan", "map", "rector", date(2025, 9, 1), "ja"),),
        "contacten": (Contact("k", VANDAAG, "Brief", weet=ROLLEN),),
    }
    return nieuw(**(vast | rest))


def test_when_nothing_is_wrong_nothing_is_said() -> None:
    assert codes(vol(), date(2026, 1, 5)) == []


@pytest.mark.parametrize(
    ("code", "rest"),
    [
        ("geen-bezoekdag", {"dag": None}),
        ("tot-eerder", {"tot": date(2026, 3, 1)}),
        ("bezoek-vrij", {"dag": date(2026, 3, 21)}),
        ("begin-later", {"begin": date(2026, 4, 1)}),
        ("weinig-tijd", {"begin": date(2026, 3, 1)}),
        ("geen-termijn", {"soort": "herstel"}),
        ("termijn-voorbij", {"soort": "herstel", "herstel_voor": date(2026, 2, 1)}),
        ("geen-naam", {"rollen": {}}),
        ("vakantie", {"dag": date(2027, 1, 28)}),
        ("druk", {"rollen": dict.fromkeys(ROLLEN, "één mens")}),
        ("zonder-gegeven", {"beweringen": (replace(BEWERING, gegevens=("weg",)), BETER)}),
        ("zonder-verhaal", {"beweringen": (BETER,)}),
        ("zonder-voorbeeld", {"beweringen": (replace(BEWERING, voorbeeld=" "), BETER)}),
        ("zonder-aanpak", {"beweringen": (BEWERING, replace(BETER, aanpak=""))}),
        ("niets-goed", {"beweringen": (BETER,)}),
        ("niets-beter", {"beweringen": (BEWERING,)}),
        ("veel", {"beweringen": tuple(replace(BETER, id=f"b{n}") for n in range(6))}),
        ("stuk-waar", {"stukken": (Stuk("s", "Schoolplan"),)}),
        ("stuk-kent", {"stukken": (Stuk("s", "Schoolplan"),)}),
        ("stuk-actueel", {"stukken": (Stuk("s", "Schoolplan"),)}),
        ("stuk-oud", {"stukken": (Stuk("s", "Schoolplan", actueel="nee"),)}),
        ("stuk-jaren", {"stukken": (Stuk("s", "Schoolplan", van=date(2020, 1, 1)),)}),
        ("stuk-vers", {"stukken": (Stuk("s", "Schoolplan", van=date(2026, 3, 10)),)}),
        ("stuk-sturen", {"stukken": (Stuk("s", "Schoolplan", gevraagd=True),)}),
        ("niet-verteld", {"contacten": (Contact("k", VANDAAG, "Brief"),)}),
        ("indruk", {"notities": (Notitie("n", gezegd="Zij leek tevreden.", tijd=time(9, 5)),)}),
        ("naam", {"notities": (Notitie("n", gezegd="Emma vroeg meneer de Vries iets."),)}),
        ("toezegging-los", {"notities": (Notitie("n", toezegging="Nasturen"),)}),
        (
            "toezegging-laat",
            {"notities": (Notitie("n", toezegging="Sturen", wie="q", voor=date(2026, 1, 5)),)},
        ),
        ("niet-vergeleken", {"bevindingen": (Bevinding("e", "Te laat"),)}),
        ("anders-zonder-notitie", {"bevindingen": (Bevinding("e", "Te laat", klopt="anders"),)}),
        ("anders-zonder-reactie", {"bevindingen": (Bevinding("e", "Te laat", klopt="anders"),)}),
        ("beter-zonder-actie", {"bevindingen": (Bevinding("e", "Te laat", beter=True),)}),
        ("actie-los", {"bevindingen": (Bevinding("e", "Te laat", acties=(Actie("a", "Doen"),)),)}),
        ("geen-reageerdag", {"rapport": Rapport(ontvangen=date(2026, 4, 1))}),
        ("reactie-laat", {"rapport": Rapport(reageren=date(2026, 1, 1))}),
    ],
)
def test_each_remark_comes_when_it_should(code: str, rest: dict[str, object]) -> None:
    assert code not in codes(vol(), date(2026, 1, 5))
    assert code in codes(vol(**rest))


def test_after_the_visit_one_sentence_says_what_is_no_longer_needed() -> None:
    erna = at_day(vol(begin=None), INHOUD, date(2026, 3, 20))
    gezegd = [o.code for o in erna.opmerkingen if o.waar in ("bezoek", "plan")]
    assert gezegd == ["voorbij", "geweest"]
    assert not [r for r in erna.to_come() if r.fase in ("voor", "tijdens")]
    # Wie het bezoek pas erna opschrijft, hoort niet dat de voorbereiding te laat begint.
    assert "begin-later" not in codes(vol(begin=date(2026, 3, 20)), date(2026, 3, 20))


def test_a_vacation_filled_in_or_a_day_of_your_own_is_no_forgotten_vacation() -> None:
    januari = vol(dag=date(2027, 1, 28))
    assert "vakantie" in codes(januari)
    kerst = (Periode("p", "kerst", date(2026, 12, 19), date(2027, 1, 3)),)
    assert "vakantie" not in codes(replace(januari, perioden=kerst))
    vast = tuple(replace(t, dag=date(2026, 12, 30)) for t in januari.taken)
    assert "vakantie" not in codes(replace(januari, taken=vast))


def test_a_remark_names_a_few_and_counts_the_rest() -> None:
    tien = tuple(Stuk(f"s{n}", f"Stuk {n}") for n in range(10))
    zin = next(o.zin for o in at_day(vol(stukken=tien), INHOUD, VANDAAG).opmerkingen)
    assert zin.endswith("‘Stuk 0’, ‘Stuk 1’, ‘Stuk 2’, ‘Stuk 3’ en nog 6.")


def test_notes_of_the_same_minute_stay_in_the_order_they_were_written() -> None:
    dag, tijd = date(2026, 3, 19), time(10, 40)
    notities = tuple(Notitie(i, dag, tijd, gezegd=i) for i in ("z", "a", "m"))
    assert sort_notes(vol(notities=notities)) == list(notities)


def test_the_reaction_for_the_inspectie_holds_no_note_to_ourselves() -> None:
    rapport = Rapport(reageren=date(2026, 4, 10))
    bevinding = Bevinding("e", "Te laat", klopt="anders", reactie="Het was op tijd.")
    beeld = at_day(vol(rapport=rapport, bevindingen=(bevinding,)), INHOUD, VANDAAG)
    blad = str(response(beeld, INHOUD))
    assert "Het was op tijd." in blad
    assert "10 april" not in blad
    assert INHOUD.zeg("verslag_eigen") not in blad


def test_the_message_tells_the_team_what_comes_and_nothing_of_what_was_said() -> None:
    bevinding = Bevinding("e", "Lessen beginnen te laat", beter=True)
    notitie = Notitie("n", gezegd="Gevraagd naar de opbrengst")
    bezoek = vol(bevindingen=(bevinding,), notities=(notitie,), opening="Onze school staat voor u")
    ervoor = share_text(at_day(bezoek, INHOUD, date(2026, 2, 20)), INHOUD)
    assert "vierjaarlijks onderzoek" in ervoor
    assert "19 maart 2026: Geef les zoals altijd (iemand van teams)" in ervoor
    assert INHOUD.zeg("team_niet_1") in ervoor
    erna = share_text(at_day(bezoek, INHOUD, date(2026, 3, 20)), INHOUD)
    assert "Geef les zoals altijd" not in erna
    assert "Deel de hoofdlijn" in erna
    for tekst in (ervoor, erna):
        assert not any(wat in tekst for wat in ("te laat", "opbrengst", "staat voor"))
    assert share_text(at_day(vol(dag=None), INHOUD, VANDAAG), INHOUD) == ""
    audit = at_day(vol(soort="eigen", soort_naam="audit"), INHOUD, VANDAAG)
    assert share_text(audit, INHOUD).startswith("Bezoek: audit, op 19 maart 2026.")


def test_the_page_for_the_team_shows_what_the_team_notices_and_counts_the_rest() -> None:
    beeld = at_day(vol(begin=date(2026, 3, 15)), INHOUD, date(2026, 3, 15))
    blad = str(team_page(beeld, INHOUD))
    assert "Geef les zoals altijd" in blad
    assert "Deel de hoofdlijn" in blad
    # Erna hoeft niemand meer te horen wat hij niet hoefde te doen.
    erna = str(team_page(at_day(beeld.bezoek, INHOUD, date(2026, 3, 20)), INHOUD))
    assert INHOUD.zeg("team_niet_1") in blad
    assert INHOUD.zeg("team_niet_1") not in erna
    assert "Beslis of u iets laat zien" not in blad
    assert "andere taken" in blad


def test_every_remark_in_the_data_is_one_the_rules_can_give() -> None:
    bron = "".join(
        p.read_text("utf-8")
        for p in (Path(__file__).parents[2] / "lv_tools/inspectiebezoek/model").glob("*.py")
    )
    assert [code for code in INHOUD.advies if f'"{code}"' not in bron] == []


def test_a_sent_reaction_and_a_done_promise_are_said_no_more() -> None:
    rapport = Rapport(reageren=date(2026, 1, 1), verstuurd=date(2026, 1, 1))
    assert "reactie-laat" not in codes(vol(rapport=rapport))
    notitie = Notitie("n", toezegging="Sturen", gedaan=True)
    assert "toezegging-los" not in codes(vol(notities=(notitie,)))


def test_a_fact_is_not_an_impression() -> None:
    feit = Notitie("n", gezegd="Gevraagd: is er een lijst?", antwoord="Antwoord: ja, van mei.")
    assert impressions(feit, INHOUD) == ()
    assert impressions(replace(feit, antwoord="Dat was jammer."), INHOUD) == ("jammer",)
    # Een woord in een ander woord telt niet.
    assert impressions(replace(feit, antwoord="De leekring en de vergelijkt"), INHOUD) == ()


namen = st.sampled_from(["", " ", "een", "twee", "drie"])


@settings(deadline=None)
@given(
    st.lists(st.tuples(namen, st.lists(st.integers(0, 6), max_size=4)), max_size=6),
    st.lists(namen, max_size=6),
)
def test_every_claim_and_every_fact_lies_on_exactly_one_side(
    beweringen: list[tuple[str, list[int]]], gegevens: list[str]
) -> None:
    bezoek = Bezoek(
        beweringen=tuple(
            Bewering(f"b{n}", wat, gegevens=tuple(f"g{i}" for i in bij))
            for n, (wat, bij) in enumerate(beweringen)
        ),
        gegevens=tuple(Gegeven(f"g{n}", wat) for n, wat in enumerate(gegevens)),
    )
    naast = lay_beside(bezoek)
    assert [b.id for b, _ in naast.paren] == [b.id for b in bezoek.beweringen if b.wat.strip()]
    los = {g.id for g in naast.zonder_verhaal}
    bij = {g.id for _, gs in naast.paren for g in gs}
    assert los | bij == {g.id for g in bezoek.gegevens if g.wat.strip()}
    assert not los & bij
    assert all(len({g.id for g in gs}) == len(gs) for _, gs in naast.paren)


@given(st.sets(st.sampled_from(ROLLEN)))
def test_who_knows_and_who_still_has_to_hear_are_together_everybody(weet: set[str]) -> None:
    contact = Contact("k", weet=tuple(weet))  # type: ignore[arg-type]
    assert {*still_to_tell(contact)} | weet == {*ROLLEN}
    assert not {*still_to_tell(contact)} & weet


@settings(deadline=None, max_examples=40)
@given(bezoeken(), dagen)
def test_any_visit_gives_papers_that_promise_nothing(bezoek: Bezoek, vandaag: date) -> None:
    beeld = at_day(bezoek, INHOUD, vandaag)
    for maak in (report, team_page, story_page):
        assert "voorspelt geen oordeel" in str(maak(beeld, INHOUD).blokken[-1])


def test_the_example_shows_a_claim_without_data_and_data_without_a_story() -> None:
    beeld = at_day(example(INHOUD), INHOUD, DAG_ERNA)
    assert [b.id for b in beeld.naast.zonder_gegeven] == ["b4"]
    assert [g.id for g in beeld.naast.zonder_verhaal] == ["g5"]
    assert "Draaiboek: Verificatie op school" in still(INHOUD)
    # Wie na het bezoek kijkt, heeft niets wat al voorbij is.
    assert not any("voorbij" in r.meldingen for r in beeld.plan)


def test_nothing_in_the_data_names_a_term_of_the_inspectie() -> None:
    """Een dag waarop iets uiterlijk moet, komt van de gebruiker: uit zijn brief of zijn rapport."""
    bezoek = nieuw(rapport=Rapport(ontvangen=date(2026, 4, 1)), soort="herstel")
    regels = at_day(bezoek, INHOUD, VANDAAG).plan
    assert {r.dag for r in regels if r.fase == "rapport"} == {None}
    assert bezoek.dag == BEZOEKDAG


@pytest.mark.parametrize(
    ("rol", "tafels"),
    [
        ("bestuur", {"bestuur"}),
        ("toezicht", {"toezicht"}),
        ("schoolleiding", {"school"}),
        ("kwaliteit", {"team-kwaliteit"}),
        ("teams", {"team", "sectie"}),
    ],
)
def test_a_question_from_the_bank_is_meant_for_who_practises_it(rol: str, tafels: set) -> None:
    bank = {v["id"]: v for v in lees_toml("instrumenten/gespreksprompter-vragen.toml")["vraag"]}
    assert INHOUD.uit_bank[rol]
    for code in INHOUD.uit_bank[rol]:
        assert tafels <= set(bank[code]["tafels"]), (rol, bank[code]["tekst"])
