"""Een hoofdstuk toont dezelfde figuren als de verkenner, met alles wat erbij hoort."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.beeld.weergave import figuur_html
from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.basis.taal.notatie import getal, procent
from lv_tools.bevindingenverkenner.figuur.figuren import figuur_van
from lv_tools.bevindingenverkenner.figuur.persoonlijk import figuur_verschil
from lv_tools.bevindingenverkenner.hoofdstuk import (
    toon_figuur,
    toon_kerncijfers,
    toon_tabel,
    toon_verschil,
)
from lv_tools.bevindingenverkenner.model.filteren import apply
from lv_tools.bevindingenverkenner.model.keuze import Keuze, begin
from lv_tools.bevindingenverkenner.model.regels import options, regels_van
from lv_tools.bevindingenverkenner.model.vergelijking import compare

HOOFDSTUKKEN = Path(__file__).resolve().parents[2] / "book" / "onderzoek"
MET_FIGUUR = [
    "risico_per_afdeling", "uitdagingen", "interventies_bij_obstakels", "intake_en_begeleiding",
    "plaatsen", "bestuursgrootte", "interventies",
]  # fmt: skip
STANDAARDEN = options("uitdagingen", "standaard")


class Rijen(HTMLParser):
    """Lees de cellen van elke tabelrij met gegevens, zoals een browser dat doet."""

    def __init__(self, inhoud: str) -> None:
        super().__init__()
        self.rijen: list[list[str]] = []
        self._in_cel = False
        self.feed(inhoud)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rijen.append([])
        self._in_cel = tag in {"td", "th"} or (self._in_cel and tag == "span")
        if tag in {"td", "th"}:
            self.rijen[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._in_cel = False

    def handle_data(self, data: str) -> None:
        if self._in_cel:
            self.rijen[-1][-1] += data


def body(inhoud: str) -> list[list[str]]:
    """Geef de rijen van de eerste tabel zonder de kop."""
    return Rijen(inhoud.split("<tbody>")[1].split("</tbody>", maxsplit=1)[0]).rijen


@pytest.mark.parametrize("naam", MET_FIGUUR)
def test_figure_is_the_one_of_the_explorer(naam: str) -> None:
    figuur = figuur_van(apply(begin(naam)))
    assert figuur is not None
    assert toon_figuur(naam).inhoud.startswith(figuur_html(figuur))


@pytest.mark.parametrize("naam", MET_FIGUUR)
def test_figure_carries_n_source_limits_and_equal_table(naam: str) -> None:
    inhoud = toon_figuur(naam).inhoud
    for kop in ("Aantal:", "Bron:", "Wat dit niet zegt:"):
        assert inhoud.count(f"<strong>{kop}</strong>") == 1
    assert len(body(inhoud)) == len(apply(begin(naam)).regels)


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("plaatsen", "53 afdelingen staan bij geen plaats"),
        ("interventies_bij_obstakels", "Bij n = 39 kunnen 8 van de 10 percentages niet bestaan"),
        ("risico_per_afdeling", "tellen samen 145"),
    ],
)
def test_what_the_checks_found_stands_below_the_figure(naam: str, zin: str) -> None:
    voor, na = toon_figuur(naam).inhoud.split("</figure>")
    assert zin in na
    assert zin not in voor


def test_figure_without_findings_has_no_empty_fold() -> None:
    inhoud = toon_figuur("risico_per_afdeling", afdeling="vmbo-k", standaard="OP2").inhoud
    assert "(0)" not in inhoud


@given(st.lists(st.sampled_from(STANDAARDEN), min_size=1, unique=True))
@settings(max_examples=40, deadline=None)
def test_choice_keeps_exactly_the_chosen_rows(gekozen: list[str]) -> None:
    inhoud = toon_figuur("uitdagingen", standaard=gekozen).inhoud
    verwacht = {
        (regel.text("uitdaging"), regel.text("standaard"))
        for regel in regels_van("uitdagingen")
        if regel.text("standaard") in gekozen
    }
    rijen = [(rij[0], rij[1]) for rij in body(inhoud)]
    assert len(rijen) == len(verwacht)
    assert set(rijen) == verwacht


def test_one_value_equals_a_list_of_one() -> None:
    een = toon_figuur("uitdagingen", standaard="OP3").inhoud
    assert een == toon_figuur("uitdagingen", standaard=["OP3"]).inhoud


def test_sorting_and_form_are_passed_on() -> None:
    bron = [rij[0] for rij in body(toon_figuur("uitdagingen", sorteer="bron").inhoud)]
    hoog = [rij[0] for rij in body(toon_figuur("uitdagingen", sorteer="hoog").inhoud)]
    assert bron != hoog
    assert sorted(bron) == sorted(hoog)
    zeker = toon_figuur("risico_per_afdeling", vorm="zekerheid").inhoud
    assert zeker != toon_figuur("risico_per_afdeling").inhoud


def test_fold_has_an_escaped_heading() -> None:
    inhoud = toon_figuur("interventies", dicht="<b>Alles</b>").inhoud
    assert inhoud.startswith("<details")
    assert "<summary>&lt;b&gt;Alles&lt;/b&gt;</summary>" in inhoud
    assert "<figure" in inhoud


def test_difference_is_the_one_of_the_explorer() -> None:
    figuur = figuur_verschil(compare("Havo", "vmbo-b"))
    assert toon_verschil("Havo", "vmbo-b").inhoud == figuur_html(figuur)


@pytest.mark.parametrize(("soort", "aantal"), [("werkend", 5), ("belemmerend", 6)])
def test_table_shows_every_element_once(soort: str, aantal: int) -> None:
    inhoud = toon_tabel("elementen", soort=soort).inhoud
    elementen = [rij["element"] for rij in lees("elementen").rijen if rij["soort"] == soort]
    assert [rij[0] for rij in body(inhoud)] == elementen
    assert len(elementen) == aantal
    assert {len(rij) for rij in body(inhoud)} == {2}, "de gekozen soort staat al in de titel"
    assert "Wat dit niet zegt" in inhoud
    assert "tabel 4.3" in inhoud


def test_key_figures_keep_order_unit_and_place() -> None:
    ids = ["trajecten-totaal", "succes-hoogste", "duur-6-12-maanden"]
    bekend = {rij["id"]: rij for rij in lees("kerncijfers").rijen}
    inhoud = toon_kerncijfers(*ids, titel="Drie <cijfers>").inhoud
    rijen = body(inhoud)
    assert [rij[0] for rij in rijen] == [
        f"{bekend[id_]['omschrijving']} ({bekend[id_]['bron']})" for id_ in ids
    ]
    assert rijen[0][1].startswith("55 trajecten let op")
    assert [rij[1] for rij in rijen[1:]] == ["8,0", "40%"]
    assert "<caption>Drie &lt;cijfers&gt;</caption>" in inhoud
    assert "Wat dit niet zegt" in inhoud


@pytest.mark.parametrize(
    ("roep", "woord"),
    [
        (lambda: toon_figuur("bestaat_niet"), "bestaat_niet"),
        (lambda: toon_figuur("elementen"), "toon_tabel"),
        (lambda: toon_figuur("uitdagingen", standaard="OP5"), "OP5"),
        (lambda: toon_figuur("uitdagingen", kleur="rood"), "kleur"),
        (lambda: toon_figuur("plaatsen", sorteer="n"), "volgorde"),
        (lambda: toon_verschil("Havo", "Havo"), "Havo"),
        (lambda: toon_verschil("Havo", "mavo"), "mavo"),
        (lambda: toon_kerncijfers(titel="Leeg"), "kerncijfer"),
        (lambda: toon_kerncijfers("trajecten-totaal", "onzin", titel="Fout"), "onzin"),
    ],
)
def test_bad_input_names_what_is_wrong(roep: object, woord: str) -> None:
    with pytest.raises(ValueError, match=woord):
        roep()  # type: ignore[operator] # een functie zonder argumenten uit de lijst hierboven


# Getallen die een hoofdstuk zelf uitrekent, staan hier naast de gegevens.


def _counts(standaard: str) -> int:
    regels = apply(Keuze("risico_per_afdeling", {"standaard": (standaard,)})).regels
    return sum(regel.meting.aantal for regel in regels if regel.meting and regel.meting.aantal)


def _groups() -> dict[str, int]:
    return {r.text("afdeling"): int(r.waarden["n"] or 0) for r in regels_van("risico_per_afdeling")}


def _chapter(naam: str) -> str:
    return (HOOFDSTUKKEN / f"{naam}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("standaard", ["OP2", "OP3"])
def test_chapter_counts_intake_as_the_table_does(standaard: str) -> None:
    totaal, aantal = sum(_groups().values()), _counts(standaard)
    tekst = _chapter("van-smal-naar-breed")
    deel = re.escape(f"{aantal} van de {totaal}")
    aandeel = re.escape(procent(100 * aantal / totaal, 0))
    assert re.search(rf"#standaard-{standaard.lower()}\)[^\n]*{deel}[^\n]*{aandeel}", tekst)


def test_chapter_counts_standards_per_department_as_the_table_does() -> None:
    tekst = _chapter("wie-de-risicoafdelingen-zijn").split("### Vaak meer dan één ding")[1]
    tekst = tekst.split("###")[0]
    totaal: dict[str, int] = dict.fromkeys(_groups(), 0)
    for regel in regels_van("risico_per_afdeling"):
        assert regel.meting is not None
        assert regel.meting.aantal is not None
        totaal[regel.text("afdeling")] += regel.meting.aantal
    for afdeling, n in _groups().items():
        gemiddelde = getal(round(totaal[afdeling] / n, 1), 1)
        regels = [r for r in tekst.splitlines() if afdeling.lower() in r.lower()]
        assert any(r.startswith("- ") and f": {gemiddelde}." in r for r in regels), afdeling
    samen = getal(round(sum(totaal.values()) / sum(_groups().values()), 1), 1)
    assert f"Over alle {sum(_groups().values())} afdelingen komen wij op {samen}." in tekst


def test_chapter_names_the_largest_obstacles() -> None:
    obstakels = {
        r.text("obstakel"): int(r.waarden["n"] or 0)
        for r in regels_van("interventies_bij_obstakels")
    }
    tekst = re.sub(r"\{term\}`([^`]*)`", r"\1", _chapter("werkend-en-belemmerend")).lower()
    for obstakel, n in sorted(obstakels.items(), key=lambda paar: -paar[1])[:5]:
        assert f"{obstakel.lower()}: n = {n}" in tekst


@pytest.mark.parametrize("naam", MET_FIGUUR)
def test_every_table_of_the_research_is_in_a_chapter(naam: str) -> None:
    alles = "".join(pad.read_text(encoding="utf-8") for pad in HOOFDSTUKKEN.glob("*.md"))
    assert f'toon_figuur("{naam}"' in alles
