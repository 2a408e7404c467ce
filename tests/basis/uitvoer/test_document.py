"""Een document wordt Markdown, blokken en Word, en wat iemand typte, blijft tekst."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.uitvoer.document import (
    Alinea,
    Bloktabel,
    Document,
    Kop,
    Opsomming,
    Paginaeinde,
    lines,
    to_blocks,
    to_markdown,
)
from lv_tools.basis.uitvoer.word import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEKST = st.text(max_size=40) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "]]></w:t>",
        "# kop",
        "- punt",
        "| a |",
        "\x00\x0b\ufffe",
        "a\nb",
        "&amp;",
    ]
)
BLOK = st.one_of(
    st.builds(Kop, TEKST, st.integers(1, 3)),
    st.builds(Alinea, TEKST, st.booleans(), st.booleans()),
    st.builds(Opsomming, st.lists(TEKST, min_size=1, max_size=3).map(tuple), st.booleans()),
    st.builds(
        lambda b, r: Bloktabel(b, ("A", "B"), tuple(r), breedtes=(3, 1)),
        TEKST,
        st.lists(st.tuples(TEKST, TEKST), max_size=3),
    ),
    st.just(Paginaeinde()),
)
ELEMENTEN = (
    *("document", "body", "p", "pPr", "pStyle", "r", "rPr", "t", "b", "br", "numPr", "ilvl"),
    *("numId", "keepNext", "tbl", "tblPr", "tblStyle", "tblW", "tblLook", "tblCaption", "tblGrid"),
    *("gridCol", "tr", "trPr", "cantSplit", "tblHeader", "tc", "tcPr", "tcW", "sectPr", "pgSz"),
    "pgMar",
)
DOCUMENT = st.builds(Document, TEKST, st.lists(BLOK, max_size=6).map(tuple))
VOORBEELD = Document(
    "Verslag",
    (
        Kop("Afspraken"),
        Bloktabel("Wie doet wat", ("Wat", "Wie"), (("Lesbezoek", "Rector"),), breedtes=(3, 1)),
        Alinea("Een\nTwee", klein=True),
        Opsomming(("a", "b"), genummerd=True),
        Opsomming(("c",)),
        Paginaeinde(),
        Kop("Diep", 3),
    ),
)


def xml(document: Document, naam: str = "word/document.xml") -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as archief:
        assert archief.testzip() is None
        return ElementTree.fromstring(archief.read(naam))


@settings(max_examples=120, deadline=None)
@given(DOCUMENT)
def test_elk_document_is_geldige_word(document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as archief:
        for naam in archief.namelist():
            ElementTree.fromstring(archief.read(naam))
    boom = xml(document)
    assert {e.tag.removeprefix(W) for e in boom.iter()} <= set(ELEMENTEN)


@settings(max_examples=100, deadline=None)
@given(DOCUMENT)
def test_markdown_bevat_geen_opmaak_van_een_ander(document: Document) -> None:
    tekst = to_markdown(document)
    assert "<" not in tekst
    koppen = [regel for regel in tekst.splitlines() if re.match(r"#{1,6} ", regel)]
    assert len(koppen) <= 1 + sum(isinstance(b, Kop) for b in document.blokken)


def test_word_heeft_stijlen_taal_en_tabelkop() -> None:
    boom = xml(VOORBEELD)
    stijlen = [e.get(f"{W}val") for e in boom.iter(f"{W}pStyle")]
    assert stijlen[:3] == ["Title", "Heading1", "Caption"]
    assert "Heading3" in stijlen
    assert len(list(boom.iter(f"{W}tblHeader"))) == 1
    assert [g.get(f"{W}w") for g in boom.iter(f"{W}gridCol")] == ["7050", "2350"]
    taal = next(xml(VOORBEELD, "word/styles.xml").iter(f"{W}lang"))
    assert taal.get(f"{W}val") == "nl-NL"
    gebruikt = {e.get(f"{W}val") for e in boom.iter(f"{W}numId")}
    bekend = {e.get(f"{W}numId") for e in xml(VOORBEELD, "word/numbering.xml").iter(f"{W}num")}
    assert gebruikt <= bekend
    assert len(gebruikt) == 2


def test_word_leest_terug_wat_erin_ging() -> None:
    boom = xml(VOORBEELD)
    teksten = [t.text for t in boom.iter(f"{W}t")]
    assert teksten[:2] == ["Verslag", "Afspraken"]
    assert {"Lesbezoek", "Rector", "Een", "Twee", "a", "b", "c"} <= set(teksten)
    assert to_docx(VOORBEELD) == to_docx(VOORBEELD)


def test_markdown_van_het_voorbeeld() -> None:
    assert to_markdown(VOORBEELD) == (
        "# Verslag\n\n## Afspraken\n\n**Wie doet wat**\n\n| Wat | Wie |\n| --- | --- |\n"
        "| Lesbezoek | Rector |\n\n*Een*  \n*Twee*\n\n1. a\n1. b\n\n- c\n\n#### Diep\n"
    )


def test_blokken_om_af_te_drukken() -> None:
    blokken = to_blocks(VOORBEELD)
    assert [b["soort"] for b in blokken] == [
        "kop", "kop", "tabel", "alinea", "lijst", "lijst", "paginaeinde", "kop",
    ]  # fmt: skip
    assert blokken[2]["breedtes"] == [75.0, 25.0]
    assert blokken[3]["regels"] == ["Een", "Twee"]


def test_wat_niet_kan() -> None:
    with pytest.raises(ValueError, match="niveau 4"):
        Kop("x", 4)
    with pytest.raises(ValueError, match="past niet"):
        Bloktabel("x", ("a",), (("b", "c"),))
    with pytest.raises(ValueError, match="breedtes"):
        Bloktabel("x", ("a",), (), breedtes=(1, 2))
    assert lines("\r\na\rb\n") == ["a", "b"]
