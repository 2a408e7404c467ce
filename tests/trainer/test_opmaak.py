"""Van knopen naar eenvoudige HTML: woorden blijven, links en ruwe HTML niet."""

from __future__ import annotations

from boom import alinea, lijst, maak_dia, tabel
from bs4 import BeautifulSoup
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from trainer.opmaak import to_html

LEESBAAR = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\xad"), min_size=1
)


@given(LEESBAAR)
def test_text_stays_text(tekst: str) -> None:
    """Wat iemand ook schrijft, ook HTML: het wordt nooit een element."""
    soep = BeautifulSoup(to_html([alinea(tekst)]), "html.parser")
    assert [el.name for el in soep.find_all(True)] == ["p"]
    assert soep.p.text == tekst


@given(st.lists(LEESBAAR, min_size=1, max_size=5))
def test_every_item_is_there_once(punten: list[str]) -> None:
    soep = BeautifulSoup(to_html([lijst(*punten)]), "html.parser")
    assert [li.text for li in soep.select("ul > li")] == punten
    assert not soep.select("li p")


def test_link_keeps_its_words() -> None:
    link = nodes.reference("", "de route", refuri="../routes/trainer.html", classes=["internal"])
    assert to_html([nodes.paragraph("", "", link)]) == "<p>de route</p>"


def test_raw_html_targets_and_slides_disappear() -> None:
    stukken = [
        nodes.raw("", "<script>alert(1)</script>", format="html"),
        nodes.target("", "", ids=["hier"]),
        nodes.comment("", "niet voor de zaal"),
        maak_dia("Een dia", "een regel"),
    ]
    assert to_html(stukken) == ""


def test_numbering_goes_on_where_the_text_says() -> None:
    stap = nodes.list_item("", alinea("zeven"))
    assert to_html([nodes.enumerated_list("", stap, start=7)]) == (
        '<ol start="7"><li>zeven</li></ol>'
    )


def test_table_has_headers_and_caption() -> None:
    soep = BeautifulSoup(
        to_html([tabel(("Met wie", "Hoe vaak"), ("Staf", "elke week"))]), "html.parser"
    )
    assert [th.text for th in soep.select("th[scope=col]")] == ["Met wie", "Hoe vaak"]
    assert [th.text for th in soep.select("th[scope=row]")] == ["Staf"]
    assert [td.text for td in soep.select("td")] == ["elke week"]
    assert soep.caption.text == "Bijschrift"
