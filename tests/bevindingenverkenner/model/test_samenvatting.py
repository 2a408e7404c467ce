"""De zinnen bij een blad zeggen wat de tabel zegt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lv_tools.bevindingenverkenner.model.filteren import apply
from lv_tools.bevindingenverkenner.model.keuze import Keuze, begin
from lv_tools.bevindingenverkenner.model.samenvatting import samenvatting, samenvatting_verschil
from lv_tools.bevindingenverkenner.model.tabellen import kolommen, uitvoerkolommen
from lv_tools.bevindingenverkenner.model.vergelijking import compare
from lv_tools.bevindingenverkenner.verslag.zekerheid import widening, zekerheid


def test_which_challenges_go_with_ska2_and_how_sure_is_that() -> None:
    zinnen = samenvatting(apply(begin("uitdagingen")))
    assert "39 afdelingen met een risico op SKA2" in zinnen
    assert (
        "Het vaakst ging het moeilijk bij ‘Gezamenlijke uitvoering van het stelsel van "
        "kwaliteitszorg’ en ‘Onderwijskundig leiderschap’: elk 34 van de 39 afdelingen, 87%, met "
        "een 95%-interval van 73% tot 94%." in zinnen
    )
    assert "In deze groep is de volgorde zo geteld" in zinnen
    assert "ook bij andere afdelingen geldt, staat niet vast" in zinnen
    assert "groter dan toeval alleen meestal oplevert" in zinnen


def test_wie_een_hele_groep_telt_zet_er_geen_interval_bij() -> None:
    """Alle 52 besturen zijn geteld: welke grootte bovenaan staat, is dan geen toeval."""
    zinnen = samenvatting(apply(begin("bestuursgrootte")))
    assert "staat bovenaan: 23 van de 52 besturen." in zinnen
    assert "interval" not in zinnen
    assert "niet vast" not in zinnen


def test_wat_in_deze_groep_is_geteld_heet_nergens_onzeker() -> None:
    """Coaching van het MT ís in deze trajecten het vaakst ingezet (onderzoek, par. 4.3)."""
    zinnen = samenvatting(apply(begin("interventies")))
    assert "44 van de 55 trajecten" in zinnen
    for zin in zinnen.split(". "):
        assert "niet vast" not in zin or "bij andere trajecten" in zin


@pytest.mark.parametrize(
    ("naam", "gedrukt"),
    [
        ("intake_en_begeleiding", False),
        ("risico_per_afdeling", False),
        ("interventies_bij_obstakels", False),
        ("uitdagingen", True),
        ("interventies", True),
        ("bestuursgrootte", True),
    ],
)
def test_een_teruggerekend_aantal_zegt_dat_het_is_teruggerekend(naam: str, gedrukt: bool) -> None:
    koppen = kolommen(apply(begin(naam)))
    assert ("Aantal" in koppen) is gedrukt
    assert ("Aantal, door ons teruggerekend" in koppen) is not gedrukt
    in_bestand = uitvoerkolommen(apply(begin(naam)))
    assert ("Aantal, door ons teruggerekend" in in_bestand) is not gedrukt


def test_a_column_without_valid_n_gets_no_false_certainty() -> None:
    keuze = replace(
        begin("interventies_bij_obstakels"), filters={"obstakel": ("Veel personele wisselingen",)}
    )
    zinnen = samenvatting(apply(keuze))
    assert "Hoe zeker die volgorde is, valt hier niet te zeggen." in zinnen
    assert "interval van" not in zinnen


def test_places_tell_what_is_missing() -> None:
    zinnen = samenvatting(apply(begin("plaatsen")))
    assert "24 van de 146" in zinnen
    assert "93 afdelingen" in zinnen
    assert "andere 53" in zinnen


def test_intake_says_where_both_are_known() -> None:
    zinnen = samenvatting(apply(begin("intake_en_begeleiding")))
    assert "Bij de intake noemde men het vaakst SKA2 (56%)." in zinnen
    assert "Begeleiding ging vaak over OP3 (77%)." in zinnen
    assert "Alleen bij SKA2" in zinnen


def test_overview_of_risks_names_the_top_of_each_kind() -> None:
    zinnen = samenvatting(apply(begin("risico_per_afdeling")))
    assert "OR1 en SKA2 bij vwo (59%)" in zinnen
    assert "OP2 bij vmbo-b (67%)" in zinnen


def test_groups_side_by_side_each_get_a_sentence() -> None:
    zinnen = samenvatting(apply(Keuze("uitdagingen", {"standaard": ("SKA1", "OP3")}, "", "hoog")))
    assert "Bij SKA1 ging dit het vaakst moeilijk: " in zinnen
    assert "32 van de 33" in zinnen
    assert "Bij OP3 ging dit het vaakst moeilijk: " in zinnen


def test_nothing_found_tells_the_way_out() -> None:
    assert "Haal een filter weg" in samenvatting(apply(Keuze("plaatsen", {}, "zzz")))


def test_difference_between_kinds() -> None:
    zinnen = samenvatting_verschil(compare("Vwo", "vmbo-b"))
    assert "Het grootste verschil zit bij OP2: vwo 36%, vmbo-b 67%." in zinnen
    assert "groter dan toeval alleen meestal oplevert" in zinnen


def test_certainty_uses_the_numbers_of_the_research() -> None:
    tekst = " ".join(zekerheid())
    assert "146 afdelingen horen bij 77 scholen" in tekst
    assert "1,3 keer" in tekst
    assert widening(100, 100) == 1.0
