"""Van pagina naar hoofdstuk: ankers, links, koppen, en wat op papier niets doet."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from druk.hoofdstuk import anker_in_boek, kort_adres, maak_hoofdstuk
from hypothesis import given
from hypothesis import strategies as st

PAD = "stappen/stap-2.html"
PAGINAS = ("index.html", PAD, "stappen/stap-1.html", "naslag/begrippen.html")


def hoofdstuk(romp: str, *, zakking: int = 1, adres: str = "") -> Tag:
    soep = BeautifulSoup(f"<article>{romp}</article>", "html.parser")
    return maak_hoofdstuk(soep.article, PAD, PAGINAS, zakking=zakking, adres=adres)


def test_every_anchor_gets_the_name_of_its_page() -> None:
    stuk = hoofdstuk('<section id="tips"><p id="id1">a</p><label for="id1">b</label></section>')
    assert stuk["id"] == "stappen-stap-2"
    assert stuk.section["id"] == "stappen-stap-2--tips"
    assert stuk.label["for"] == stuk.p["id"] == "stappen-stap-2--id1"


def test_lists_of_anchors_and_painted_references_move_along() -> None:
    stuk = hoofdstuk(
        '<svg aria-labelledby="t d"><title id="t">T</title><desc id="d">D</desc>'
        '<clipPath id="k"></clipPath><g clip-path="url(#k)"></g></svg>'
    )
    ids = [str(el["id"]) for el in stuk.select("svg [id]")]
    assert stuk.svg["aria-labelledby"] == " ".join(ids[:2])
    assert stuk.g["clip-path"] == f"url(#{ids[2]})"


def test_link_to_another_page_goes_to_its_place_and_tells_the_page() -> None:
    stuk = hoofdstuk('<p>Zie <a class="internal" href="stap-1.html#tips">stap 1</a>.</p>')
    assert stuk.a["href"] == "#stappen-stap-1--tips"
    assert stuk.select_one("[data-blz]")["data-blz"] == "stappen-stap-1--tips"
    assert re.fullmatch(r"Zie stap 1 \(p\. \d+\)\.", stuk.get_text())


def test_page_number_stands_once_per_place_and_not_at_terms() -> None:
    stuk = hoofdstuk(
        '<a href="stap-1.html">a</a> <a href="stap-1.html">b</a> <a href="#hier">c</a>'
        ' <a href="../naslag/begrippen.html#term-norm">d</a>'
        '<h2><a href="../index.html">e</a></h2>'
    )
    doelen = [str(link["href"]) for link in stuk.select("a")]
    assert doelen[2:4] == ["#stappen-stap-2--hier", "#naslag-begrippen--term-norm"]
    genummerd = [str(vak["data-blz"]) for vak in stuk.select("[data-blz]")]
    assert genummerd == ["stappen-stap-1", "stappen-stap-2--hier"]


def test_link_in_a_drawing_keeps_its_place_and_gets_no_number() -> None:
    """In een tekening is geen plaats voor een nummer; de woorden ernaast hebben dezelfde links."""
    stuk = hoofdstuk(
        '<svg><a href="stap-1.html"><text>Stap 1</text></a></svg><p><a href="stap-1.html">a</a></p>'
    )
    assert stuk.svg.a["href"] == "#stappen-stap-1"
    assert not stuk.svg.select("[data-blz]")
    assert len(stuk.p.select("[data-blz]")) == 1


def test_page_number_returns_in_another_section() -> None:
    sectie = '<section><a href="stap-1.html">a</a> <a href="stap-1.html">b</a></section>'
    assert len(hoofdstuk(sectie * 2).select("[data-blz]")) == 2


def test_link_to_a_file_outside_the_book_becomes_text_without_address() -> None:
    stuk = hoofdstuk('<p><a href="../_druk/blad.pdf">het blad</a></p>')
    assert stuk.a is None
    assert stuk.get_text() == "het blad"


def test_link_to_a_file_outside_the_book_shows_the_known_address() -> None:
    stuk = hoofdstuk(
        '<p><a href="../_druk/blad.pdf">het blad</a></p>', adres="https://voorbeeld.test/boek/"
    )
    assert stuk.a["href"] == "https://voorbeeld.test/boek/_druk/blad.pdf"
    assert stuk.get_text() == "het blad (voorbeeld.test/boek/_druk/blad.pdf)"


def test_external_link_shows_a_readable_address_once() -> None:
    stuk = hoofdstuk(
        '<p><a href="https://www.voorbeeld.test/a/b/">daar</a></p>'
        '<p><a href="https://voorbeeld.test/c">https://voorbeeld.test/c</a></p>'
    )
    met, zelf = stuk.select("p")
    assert met.get_text() == "daar (voorbeeld.test/a/b)"
    assert zelf.get_text().count("voorbeeld.test/c") == 1


@given(st.sampled_from(["http://", "https://"]), st.booleans(), st.booleans())
def test_short_address_keeps_host_and_path(schema: str, www: bool, streep: bool) -> None:
    adres = f"{schema}{'www.' if www else ''}voorbeeld.test/pad?a=1{'/' if streep else ''}"
    assert kort_adres(adres) == "voorbeeld.test/pad?a=1"


@given(
    st.lists(
        st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=8),
        min_size=1,
        max_size=8,
        unique=True,
    )
)
def test_two_pages_never_share_an_anchor(ankers: list[str]) -> None:
    paden = ["index.html", "stappen/index.html", "stappen/stap-1.html"]
    alle = [anker_in_boek(pad, anker) for pad in paden for anker in ["", *ankers]]
    assert len(alle) == len(set(alle))


def test_headings_sink_below_the_title_of_their_part() -> None:
    stuk = hoofdstuk("<h1>Stap 2</h1><h2>Tips</h2><h6>Klein</h6>")
    assert [kop.name for kop in stuk.find_all(re.compile("^h[1-6]$"))] == ["h2", "h3", "h6"]
    assert "bk-titel" in stuk.h2["class"]


def test_first_page_keeps_its_headings() -> None:
    stuk = hoofdstuk("<h1>Boek</h1><h2>Over</h2>", zakking=0)
    assert [kop.name for kop in stuk.find_all(re.compile("^h[1-6]$"))] == ["h1", "h2"]


def test_tool_leaves_its_example_and_where_to_find_it() -> None:
    stuk = hoofdstuk(
        '<section class="lv-hulpmiddel" aria-label="Hulpmiddel: Urgentiemeter">'
        '<div class="lv-paneel"><button>Start</button>'
        '<p class="lv-anders">Liever anders? <a href="stap-1.html">Gebruik de papieren versie</a>.'
        '</p></div><div class="lv-levend" hidden></div>'
        '<div class="lv-stil"><table><caption>Voorbeeld</caption></table></div>'
        '<script type="application/json">{}</script></section>',
        adres="https://voorbeeld.test/",
    )
    tekst = stuk.get_text(" ", strip=True)
    assert "‘Urgentiemeter’" in tekst
    assert "voorbeeld.test/stappen/stap-2.html" in tekst.replace(" ", "")
    assert "De papieren versie" in tekst
    assert stuk.select_one('a[href="#stappen-stap-1"]')
    assert stuk.caption.get_text() == "Voorbeeld"
    assert not stuk.select("button, script, .lv-levend")


def test_drawing_data_stays_and_other_scripts_go() -> None:
    stuk = hoofdstuk(
        '<figure data-lvs-figuur><script class="lvs-figuur-gegevens" type="application/json">{}'
        "</script></figure><script>alert(1)</script>"
    )
    assert len(stuk.select("script")) == 1


def test_folded_text_is_open_and_has_a_heading_of_its_own() -> None:
    stuk = hoofdstuk("<details><summary>De tabel</summary><table></table></details>")
    assert not stuk.select("details, summary")
    assert stuk.select_one("p.bk-kopje").get_text() == "De tabel"


def test_bold_line_is_a_heading_but_bold_start_of_a_sentence_is_not() -> None:
    stuk = hoofdstuk("<p><strong>Zo gaat het</strong></p><p><strong>Doel:</strong> kijken</p>")
    regel, zin = stuk.select("p")
    assert "bk-kopje" in regel.get("class", [])
    assert not zin.get("class")


def test_card_is_linked_on_its_last_line() -> None:
    stuk = hoofdstuk(
        '<div class="sd-card"><div class="sd-card-title">Ik train</div>'
        '<div class="sd-card-footer"><p class="sd-card-text">Naar uw leesroute</p></div>'
        '<a class="sd-stretched-link sd-hide-link-text" href="../index.html"><span>x</span></a>'
        "</div>"
    )
    link = stuk.select_one(".sd-card-footer a")
    assert link.get_text() == "Naar uw leesroute"
    assert link["href"] == "#index"


def test_scrolling_boxes_need_no_tab_stop_on_paper() -> None:
    stuk = hoofdstuk('<div role="region" tabindex="0" aria-label="T"><table></table></div>')
    assert stuk.div.attrs == {}
