"""Elke vorm van een verslag vertelt hetzelfde: Word, Markdown, de afdruk en het scherm."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote

import docx
import pytest
from docx.document import Document as Worddocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools import __version__
from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.tabel import Tabelcel, Tabelkolom
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Bloktabel,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
    Tabelblok,
    Vouw,
    to_blocks,
    to_html,
    to_markdown,
)
from lv_tools.basis.uitvoer.kort import IN_HET_KORT, first_page, shorten
from lv_tools.basis.uitvoer.papier import write_word
from lv_tools.verder.verzameling import voorbeeld

DAG = date(2026, 11, 28)
WERKEN = [pytest.param(werk, id=werk.hulpmiddel) for werk in voorbeeld()]
GETAL = re.compile(r"-?\d+(?:,\d+)?")
#: Woorden zonder cijfers, zodat elk getal in de tekst uit de gegevens komt.
WOORD = st.text("abcdefg hij", min_size=1, max_size=12).map(str.strip).filter(bool)
WAARDE = st.none() | st.integers(-999, 9999) | st.floats(-50, 50).map(lambda x: round(x, 2))
METING = st.one_of(
    WAARDE, st.builds(lambda g: Tabelcel(f"{g}%", g), st.integers(0, 100)), st.integers(0, 9)
)
RIJEN = st.lists(st.tuples(WOORD, METING, METING), min_size=1, max_size=4).map(tuple)


def figure(rijen: tuple[tuple[Any, ...], ...], titel: str) -> Figuurblad:
    punten = {"mode": "markers", "x": [1], "y": [1], "marker": {"color": stijl.ACCENT}}
    return Figuurblad(
        {"data": [punten], "layout": stijl.layout(hoogte=120)},
        titel, "Een zin.", ("Wat", "A", "B"), rijen, "deze toets", "3 rijen", "niets",
    )  # fmt: skip


BLOK = st.one_of(
    st.builds(lambda t, n: Kop(f"{t} {n}"), WOORD, st.integers(0, 99)),
    st.builds(lambda t, n: Alinea(f"{t} {n}"), WOORD, st.integers(0, 99)),
    st.builds(
        lambda k, p: Opsomming((p,), koppen=(k,)), WOORD, st.integers(0, 99).map("{} keer".format)
    ),
    st.builds(lambda r, t: Figuurblok(figure(r, t)), RIJEN, WOORD),
    st.builds(
        lambda r, t: Tabelblok(t, ("Wat", Tabelkolom("A", decimalen=1), "B"), r), RIJEN, WOORD
    ),
    st.builds(
        lambda t, r: Bloktabel(t, ("A", "B"), r),
        WOORD,
        st.lists(st.tuples(WOORD, st.integers(0, 99).map(str)), min_size=1, max_size=3).map(tuple),
    ),
)
DOCUMENT = st.builds(
    lambda blokken, vouw: Document("Titel", (*blokken, *((Vouw("Meer", vouw),) if vouw else ()))),
    st.lists(BLOK, max_size=4),
    st.lists(BLOK, max_size=2).map(tuple),
)


def in_word(inhoud: bytes) -> Iterator[str]:
    """Alle tekst van een Word-bestand, zoals een ander programma haar leest."""
    word: Worddocument = docx.Document(io.BytesIO(inhoud))
    for element in word.element.body:
        if element.tag == qn("w:p"):
            yield Paragraph(element, word).text
        elif element.tag == qn("w:tbl"):
            for rij in Table(element, word).rows:
                yield from (cel.text for cel in rij.cells)


def in_print(document: Document) -> Iterator[str]:
    for blok in to_blocks(document):
        yield blok.get("tekst", "") or blok.get("titel", "") or blok.get("bijschrift", "")
        yield from (*blok.get("regels", ()), *blok.get("punten", ()), *blok.get("kolommen", ()))
        yield from (cel for rij in blok.get("rijen", ()) for cel in rij)


def in_markdown(document: Document) -> str:
    return re.sub(r"\\(.)", r"\1", to_markdown(document))


def on_screen(document: Document) -> str:
    html = to_html(document.blokken)
    return re.sub(r"<script.*?</script>|<[^>]*>", " ", html)


def numbers(*teksten: str) -> list[str]:
    return GETAL.findall(" ".join(teksten))


@settings(deadline=None, max_examples=40)
@given(DOCUMENT)
def test_elke_vorm_vertelt_dezelfde_getallen_in_dezelfde_volgorde(document: Document) -> None:
    word = numbers(*in_word(write_word(document, DAG)))
    assert word == numbers(*in_print(document))
    assert word == numbers(in_markdown(document))
    # Op het scherm staat van een figuur eerst de titel met de tekening, dan pas de tabel.
    assert sorted(word) == sorted(numbers(on_screen(document)))


#: Dit verslag is zelf één blad, in woorden van de school: er is niets gerekend om te tekenen.
ZELF_EEN_BLAD = ("kwaliteitsrapportage",)


@pytest.mark.parametrize("werk", WERKEN)
def test_het_verslag_van_elk_hulpmiddel_is_in_word_en_in_de_afdruk_gelijk(werk) -> None:
    document = werk.verslag()
    word = [t for t in in_word(write_word(document, DAG)) if t.strip()]
    assert numbers(*word) == numbers(*in_print(document))
    # Markdown heeft geen plaatje: daar staat de zin bij een figuur, of haar tabel.
    assert set(numbers(*word)) <= set(numbers(in_markdown(document)))


@pytest.mark.parametrize("werk", [w for w in WERKEN if w.id not in ZELF_EEN_BLAD])
def test_elk_verslag_begint_met_een_bladzijde_met_een_figuur(werk) -> None:
    word: Worddocument = docx.Document(io.BytesIO(write_word(werk.verslag(), DAG)))
    eerste = []
    for alinea in word.paragraphs:
        if alinea._p.xpath('.//w:br[@w:type="page"]'):
            break
        eerste.append(alinea)
    if werk.hulpmiddel != "urgentiemeter":  # dat verslag is zelf één blad
        assert IN_HET_KORT in [a.text for a in eerste if a.style.name == "Heading 1"]
    beelden = [b for a in eerste for b in a._p.xpath(".//pic:cNvPr")]
    assert len(beelden) == 1
    assert len(beelden[0].get("descr")) > 20, "wie het plaatje niet ziet, leest wat erop staat"


@pytest.mark.parametrize("werk", WERKEN)
def test_elke_bladzijde_zegt_wat_dit_is_van_wanneer_en_welke_het_is(werk) -> None:
    document = werk.verslag()
    inhoud = write_word(document, DAG)
    assert inhoud == write_word(document, DAG)
    deel = docx.Document(io.BytesIO(inhoud)).sections[0]
    assert deel.header.paragraphs[0].text == document.titel
    assert f"Gemaakt op 28 november 2026, versie {__version__}" in deel.footer.paragraphs[0].text
    velden = deel.footer._element.xpath(".//w:fldSimple/@w:instr")
    assert velden == ["PAGE", "NUMPAGES"]
    assert werk.titel.split()[-1].rstrip(".") in document.titel or werk.hulpmiddel in (
        "verbeterbord",
        "kwaliteitskalender",
        "kwaliteitsrapportage",  # daar staat de periode in de eerste zin van haar ene blad
    )


def test_een_figuur_is_scherp_in_word_en_heeft_een_plaatje_voor_andere_programmas() -> None:
    blad = figure((("a", 1, 2),), "Figuur & <b>")
    inhoud = write_word(Document("T", (Figuurblok(blad), Figuurblok(blad, kort=0.5))), DAG)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        media = [naam for naam in archief.namelist() if "media" in naam]
        assert sorted(naam.rpartition(".")[2] for naam in media) == ["png", "png", "svg", "svg"]
        lijf = archief.read("word/document.xml").decode()
    assert lijf.count("svgBlip") == 2
    assert 'descr="Figuur &amp; &lt;b&gt;. Een zin."' in lijf
    assert lijf.count("<w:tbl>") == 1, "een kleine figuur heeft haar tabel niet nog eens"


def test_een_figuur_die_niet_te_tekenen_is_staat_er_in_getallen() -> None:
    blad = figure((("a", 1, 2),), "T")
    raar = Figuurblad({**blad.figuur, "data": [{"type": "pie"}]}, *list(vars(blad).values())[1:])
    tekst = list(in_word(write_word(Document("T", (Figuurblok(raar, kort=0.5),)), DAG)))
    assert {"1", "2"} <= set(tekst)


def test_de_afdruk_heeft_het_beeld_in_zich_en_haalt_niets_op() -> None:
    (plaat,) = [b for b in to_blocks(Document("T", (Figuurblok(figure((("a", 1, 2),), "F")),)))
                if b["soort"] == "plaat"]  # fmt: skip
    assert plaat["bron"].startswith("data:image/svg+xml,")
    svg = unquote(plaat["bron"].partition(",")[2])
    assert svg.startswith("<svg")
    assert not re.search(r"https?://(?!www\.w3\.org)|<script|<image|href", svg)
    assert plaat["woorden"] == "F. Een zin."


def test_de_eerste_bladzijde_is_van_het_papier_en_kort_wat_te_lang_is() -> None:
    blok = first_page("Kern.", None, ("een", "", "woord " * 100, *"abcdef"))
    assert blok.scherm == ()
    (lijst,) = [deel for deel in blok.papier if isinstance(deel, Opsomming)]
    assert len(lijst.punten) == 5
    assert lijst.punten[1].endswith("woord…")


@given(st.text(max_size=60), st.integers(5, 40))
def test_inkorten_houdt_de_lengte_en_het_begin(tekst: str, lengte: int) -> None:
    kort, plat = shorten(tekst, lengte), " ".join(tekst.split())
    assert len(kort) <= lengte + 1
    assert plat.startswith(kort.removesuffix("…"))
    assert kort == plat or kort.endswith("…")
