"""Een dek: hoe een dia eruitziet, wat erop te bedienen is, en sleutels die blijven."""

from __future__ import annotations

from dataclasses import replace

import pytest
from boom import WEEK, alinea, deel, hoofdstuk, maak_dia
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from trainer.dek import SLOT, Dek, chapter_deck, lively
from trainer.lezen import Dia, read_chapter
from trainer.soorten import is_source, kind_of

TITEL = st.text("abcé -'?", min_size=1, max_size=12)


def lijst(soort: type[nodes.Element], *punten: nodes.Node) -> nodes.Element:
    return soort("", *(nodes.list_item("", punt) for punt in punten))


def vet(woord: str, rest: str) -> nodes.paragraph:
    return nodes.paragraph("", "", nodes.strong("", woord), nodes.Text(rest))


@pytest.mark.parametrize(
    ("regels", "soort"),
    [
        (lijst(nodes.enumerated_list, alinea("Kijk (5 min)")), "stappen"),
        (lijst(nodes.bullet_list, *(vet("Een", ": rest") for _ in range(3))), "kaarten"),
        (lijst(nodes.bullet_list, *(vet("Een", ": rest") for _ in range(7))), "punten"),
        (lijst(nodes.bullet_list, *(vet("Een", ": rest") for _ in range(2))), "punten"),
        (lijst(nodes.bullet_list, vet("1.", " Bepaal"), vet("2.", " Houd")), "nummers"),
        (lijst(nodes.bullet_list, alinea("9.30 Welkom"), alinea("10.00 Pauze")), "tijden"),
        (lijst(nodes.bullet_list, *(alinea(f"OP{n}: {n} van 9 ({n}1%)") for n in (1, 2, 3))), "balken"),
        (lijst(nodes.bullet_list, alinea("OP1: 11%"), alinea("gewoon"), alinea("OP3: 3%")), "punten"),
        (alinea("Eén zin."), "zin"),
    ],
)  # fmt: skip
def test_kind_follows_from_the_lines(regels: nodes.Node, soort: str) -> None:
    assert kind_of([regels]) == soort


def test_empty_text_before_a_strong_word_does_not_hide_it() -> None:
    punten = [nodes.paragraph("", "", nodes.Text(""), nodes.strong("", w)) for w in ("a", "b", "c")]
    assert kind_of([lijst(nodes.bullet_list, *punten)]) == "kaarten"


@pytest.mark.parametrize(
    ("knoop", "bron"),
    [
        (alinea("Van ons."), True),
        (alinea("De tips: uit de bron; de rest is van ons."), True),
        (alinea("Welk punt speelt bij u?"), False),
        (vet("Ons advies", " is van ons"), False),
        (nodes.paragraph("", "", nodes.inline("", "(onderzoek)", classes=["bibtex-citation"])), True),
        (lijst(nodes.bullet_list, alinea("van ons")), False),
    ],
)  # fmt: skip
def test_source_line_is_recognised(knoop: nodes.Node, bron: bool) -> None:
    assert is_source(knoop) is bron


def test_source_stands_apart_from_the_lines() -> None:
    knoop = maak_dia("Titel", "regel")
    knoop += alinea("Van ons.")
    dia = read_chapter(hoofdstuk(deel("Deel", knoop), WEEK.deepcopy()), "h").dias[0]
    assert dia.bron == "<p>Van ons.</p>"
    assert "Van ons" not in dia.inhoud


def test_minutes_become_buttons_and_shares_become_bars() -> None:
    stappen, balken, tijden = lively(
        (
            Dia("a", "<ol><li>Kijk <em>goed</em> (5 min)</li><li>Praat</li></ol>", "", soort="stappen"),
            Dia("b", "<ul><li>OP2, een cyclus: 27 van 33 (82%)</li></ul>", "", soort="balken"),
            Dia("c", "<ul><li>9.30 Welkom</li></ul>", "", soort="tijden"),
        )
    )  # fmt: skip
    assert stappen.inhoud == (
        '<ol><li><span class="tr-wat">Kijk <em>goed</em></span> <button type="button" class="tr-min" '
        'data-min="5">5 min</button></li><li><span class="tr-wat">Praat</span></li></ol>'
    )
    assert '<rect width="82" height="1"/>' in balken.inhoud
    assert "<b>27 van 33 (82%)</b>" in balken.inhoud
    assert tijden.inhoud == '<ul><li><b class="tr-uur">9.30</b> Welkom</li></ul>'


@given(st.lists(TITEL, min_size=1, max_size=8))
def test_every_slide_has_its_own_key(titels: list[str]) -> None:
    dek = Dek("d", "D", "p", tuple(Dia(titel, "", "") for titel in titels))
    sleutels = [sleutel for sleutel, _ in dek.keyed()]
    assert len(set(sleutels)) == len(titels)


@given(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=8, unique=True), st.data())
def test_key_stays_when_slides_move(titels: list[str], data: st.DataObject) -> None:
    dek = Dek("d", "D", "p", tuple(Dia(titel, "", "") for titel in titels))
    door = data.draw(st.permutations(dek.dias))
    assert set(dek.keyed()) == set(replace(dek, dias=tuple(door)).keyed())


def test_participants_get_their_own_first_and_last_slide() -> None:
    def rand(titel: str, naam: str) -> nodes.Element:
        knoop = maak_dia(titel, f"voor de zaal: {naam}")
        knoop["rand"] = naam
        return knoop

    boom = hoofdstuk(
        deel("Deel", rand("Welkom", "opening"), maak_dia("Midden", "regel"), alinea("tekst")),
        deel("Deze week", rand("Tot slot", "slot"), alinea("Bel drie mensen.")),
    )
    gelezen = read_chapter(boom, "h")
    dek = chapter_deck(gelezen)
    assert [dia.titel for dia in dek.dias] == ["Welkom", "Midden", "Tot slot"]
    wand = "".join(dia.inhoud for dia in dek.dias)
    assert "voor de zaal: opening" in wand
    assert "Bel drie mensen" not in wand
    assert "kijken" not in wand, "wat de lezer kan, hoort niet voor de zaal"
    assert "Bel drie mensen" in dek.dias[-1].notities


def test_other_chapters_end_with_what_you_take_along() -> None:
    dek = chapter_deck(
        read_chapter(hoofdstuk(deel("Deel", maak_dia("", "regel")), WEEK.deepcopy()), "h")
    )
    assert "Straks kunt u:" in dek.dias[0].inhoud
    assert (dek.dias[-1].titel, dek.dias[-1].qr) == (SLOT, "h")


@pytest.mark.parametrize(
    ("bron", "hoort"),
    [
        ("<p>{(presentatie, dia Doel)}</p>", "<p>{Presentatie, dia Doel}</p>"),
        ("<p>Vragen: {(presentatie)}; stappen van ons.</p>",
         "<p>Vragen: {presentatie}; stappen van ons.</p>"),
        ("<p>Naar {(waaier, stap 2)}; van ons.</p>", "<p>Naar {de waaier, stap 2}; van ons.</p>"),
        ("<p>Van ons, bij {(onderzoek, par. 4.2)}.</p>",
         "<p>Van ons, bij {het onderzoek, par. 4.2}.</p>"),
        ("<p>Namen uit {(standaardnamen)}.</p>", "<p>Namen uit {(standaardnamen)}.</p>"),
        ("<p>Van ons, naar Caleido {(presentatie)}.</p>",
         "<p>Van ons, naar Caleido {(presentatie)}.</p>"),
    ],
)  # fmt: skip
def test_a_source_reads_as_a_sentence(bron: str, hoort: str) -> None:
    def html(tekst: str) -> str:
        return tekst.replace("{", '<span class="tr-cit">').replace("}", "</span>")

    assert lively([Dia("t", "", "", bron=html(bron))])[0].bron == html(hoort)
