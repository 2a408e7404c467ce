"""De nabewerking: wat Chromium in een PDF laat liggen, komt goed."""

from __future__ import annotations

import io

import page as keurder
import pikepdf
import pytest
from druk.toegankelijk import make_accessible
from druk.toegankelijk.letters import Letters, read_cmap
from druk.toegankelijk.stroom import Stroom
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf

CMAP = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar
<0001> <0041>
<0002> <00660069>
endbfchar
2 beginbfrange
<0010> <0012> <0061>
<0020> <0021> [<0078> <0079>]
endbfrange"""


def klein_boek(inhoud: list[bytes], boom: list[tuple[str, list]], *, titel: str = "Blad") -> bytes:
    """Maak een PDF zoals Skia die schrijft: per bladzijde een rij regels, met een structuurboom."""
    pdf = Pdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type0, ToUnicode=pdf.make_stream(CMAP))
    )
    for regels in inhoud:
        blad = pdf.add_blank_page()
        blad.Resources = Dictionary(Font=Dictionary(F4=font))
        blad.Contents = pdf.make_stream(regels)
    wortel = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    ouders: dict[tuple[int, int], pikepdf.Object] = {}

    def maak(soort: str, kinderen: list, ouder: pikepdf.Object) -> pikepdf.Object:
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{soort}"), P=ouder))
        lijst = []
        for kind in kinderen:
            if isinstance(kind[0], str):
                lijst.append(maak(kind[0], kind[1], element))
            else:
                blad, nummer = kind
                ouders[kind] = element
                lijst.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[blad].obj, MCID=nummer))
        if lijst:
            element.K = Array(lijst)
        return element

    wortel.K = maak("Document", boom, wortel)
    getallen = []
    for nummer in range(len(inhoud)):
        pdf.pages[nummer].obj.StructParents = nummer
        tekens = sorted(mcid for blad, mcid in ouders if blad == nummer)
        getallen += [nummer, Array([ouders[nummer, mcid] for mcid in tekens])]
    wortel.ParentTree = Dictionary(Nums=Array(getallen))
    pdf.Root.StructTreeRoot = wortel
    pdf.Root.Lang = pikepdf.String("nl")
    pdf.docinfo["/Title"] = titel
    uit = io.BytesIO()
    pdf.save(uit)
    return uit.getvalue()


def soorten(knoop: pikepdf.Object) -> list:
    """Geef de boom als geneste lijsten: soort, dan de kinderen; een teken is een getal."""
    if not isinstance(knoop, Dictionary):
        return int(knoop)
    if "/MCID" in knoop:
        return int(knoop.MCID)
    inhoud = knoop.get("/K")
    lijst = inhoud if isinstance(inhoud, Array) else [] if inhoud is None else [inhoud]
    return [str(knoop.S), *(soorten(kind) for kind in lijst)]


def na(pdf: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(make_accessible(pdf)))


TEKST = b"/P <</MCID 0 >>BDC\nBT\n/F4 12 Tf\n1 0 0 -1 10 20 Tm\n<0001> Tj\nET\nEMC"


def test_loose_text_and_lines_become_page_furniture() -> None:
    los = b"q\n0 0 10 10 re\nf\nBT\n/F4 9 Tf\n1 0 0 -1 10 9 Tm\n<0010> Tj\nET\nQ\n"
    pdf = na(klein_boek([los + TEKST], [("P", [(0, 0)])]))
    regels = pdf.pages[0].Contents.read_bytes().split(b"\n")
    assert regels[:5] == [b"q", b"/Artifact <</Type /Layout>> BDC", b"0 0 10 10 re", b"f", b"EMC"]
    plek = regels.index(b"<0010> Tj")
    assert regels[plek - 1 : plek + 2] == [
        b"/Artifact <</Type /Pagination>> BDC",
        b"<0010> Tj",
        b"EMC",
    ]
    assert sum(b"BDC" in regel for regel in regels) == regels.count(b"EMC")


def test_border_of_a_table_is_no_content_and_a_drawing_is() -> None:
    lijn = (
        b"/Table <</MCID 1 >>BDC\n0 0 9 1 re\nf\nEMC\n/Figure <</MCID 2 >>BDC\n0 0 m\n9 9 l\nS\nEMC"
    )
    boom = [("Table", [("TR", [("TD", [(0, 0)])]), (0, 1)]), ("Figure", [(0, 2)])]
    pdf = na(klein_boek([TEKST + b"\n" + lijn], boom))
    assert soorten(pdf.Root.StructTreeRoot.K) == [
        "/Document", ["/Table", ["/TR", ["/TD", 0]]], ["/Figure", 2]
    ]  # fmt: skip
    assert pdf.Root.StructTreeRoot.ParentTree.Nums[1][1] is None


def test_heading_of_a_table_that_returns_on_a_page_is_read_once() -> None:
    boom = [("Table", [("TR", [("TH", [(0, 0), (1, 0)])])])]
    pdf = na(klein_boek([TEKST, TEKST], boom))
    assert soorten(pdf.Root.StructTreeRoot.K) == ["/Document", ["/Table", ["/TR", ["/TH", 0]]]]
    assert b"/Artifact" in pdf.pages[1].Contents.read_bytes()
    ander = TEKST.replace(b"<0001>", b"<0002>")
    pdf = na(klein_boek([TEKST, ander], boom))
    assert soorten(pdf.Root.StructTreeRoot.K)[1][1][1] == ["/TH", 0, 0], "een cel over twee bladen"


def test_list_rows_and_empty_elements_are_mended() -> None:
    twee = TEKST + b"\n" + TEKST.replace(b"MCID 0", b"MCID 1")
    boom = [
        ("L", [("LI", [("Lbl", [(0, 0)]), ("NonStruct", [(0, 1)])])]),
        ("P", [("Span", [])]),
        ("Table", [("TR", [("TD", []), ("TD", [])]), ("TR", [("TD", [])])]),
    ]
    pdf = na(klein_boek([twee], boom))
    assert soorten(pdf.Root.StructTreeRoot.K) == [
        "/Document",
        ["/L", ["/LI", ["/Lbl", 0], ["/LBody", ["/NonStruct", 1]]]],
        ["/Table", ["/TR", ["/TD"], ["/TD"]], ["/TR", ["/TD"], ["/TD"]]],
    ]


def test_headings_begin_at_one_and_a_frame_is_no_picture() -> None:
    twee = TEKST + b"\n" + TEKST.replace(b"MCID 0", b"MCID 1")
    boom = [("H2", [(0, 0)]), ("H3", [(0, 1)])]
    pdf = na(klein_boek([twee], boom))
    assert soorten(pdf.Root.StructTreeRoot.K) == ["/Document", ["/H1", 0], ["/H2", 1]]
    with pikepdf.open(io.BytesIO(klein_boek([TEKST], [("Figure", [("Figure", [(0, 0)])])]))) as met:
        met.Root.StructTreeRoot.K.K[0].K[0].Alt = pikepdf.String("Een lijn omhoog")
        pdf = na(_bytes(met))
    assert soorten(pdf.Root.StructTreeRoot.K) == ["/Document", ["/Div", ["/Figure", 0]]]


def test_document_tells_what_it_is() -> None:
    pdf = na(klein_boek([TEKST], [("P", [("Strong", [(0, 0)])])], titel="Zo & zo"))
    with pdf.open_metadata() as gegevens:
        assert gegevens["dc:title"] == "Zo & zo"
        assert gegevens["pdfuaid:part"] == "1"
    assert pdf.Root.StructTreeRoot.RoleMap.Strong == "/Span"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.pdf_version >= "1.7"
    gaan = {
        storing.rule_id
        for storing in keurder.validate_pdf_bytes(_bytes(pdf), profile="ua1").failures
        if "FONT" not in storing.rule_id and "CID" not in storing.rule_id
    }
    assert not gaan


def _bytes(pdf: Pdf) -> bytes:
    uit = io.BytesIO()
    pdf.save(uit)
    return uit.getvalue()


def test_again_changes_nothing() -> None:
    eerste = make_accessible(klein_boek([TEKST], [("P", [(0, 0)])]))
    with pikepdf.open(io.BytesIO(eerste)) as een, na(eerste) as twee:
        assert een.pages[0].Contents.read_bytes() == twee.pages[0].Contents.read_bytes()
        assert soorten(een.Root.StructTreeRoot.K) == soorten(twee.Root.StructTreeRoot.K)


@pytest.mark.parametrize("mist", ["/Title", "/StructTreeRoot"])
def test_pdf_without_title_or_structure_is_refused(mist: str) -> None:
    with pikepdf.open(io.BytesIO(klein_boek([TEKST], [("P", [(0, 0)])]))) as pdf:
        del (pdf.docinfo if mist == "/Title" else pdf.Root)[mist]
        kaal = _bytes(pdf)
    with pytest.raises(ValueError, match=r"titel|structuur"):
        make_accessible(kaal)


def test_glyphs_become_letters() -> None:
    letters = read_cmap(CMAP)
    assert letters[1] == "A"
    assert letters[2] == "fi"
    assert [letters[n] for n in (0x10, 0x11, 0x12, 0x20, 0x21)] == ["a", "b", "c", "x", "y"]


def lees(regels: bytes) -> str:
    pdf = pikepdf.open(io.BytesIO(klein_boek([regels], [("P", [(0, 0)])])))
    return Stroom(pdf.pages[0], Letters()).text(0)


def test_word_that_was_broken_off_is_whole_again() -> None:
    regel = b"1 0 0 -1 10 %d Tm\n<%b> Tj\n"
    begin, eind = b"/P <</MCID 0 >>BDC\nBT\n/F4 12 Tf\n", b"ET\nEMC"
    assert lees(begin + regel % (20, b"0010") + regel % (40, b"0011") + eind) == "a b"
    assert lees(begin + regel % (20, b"0010") + regel % (20, b"0011") + eind) == "ab"


@given(st.lists(st.sampled_from([b"f", b"Tj", b"Do", b"S", b"Span"]), max_size=12))
def test_everything_painted_ends_up_between_marks(opdrachten: list[bytes]) -> None:
    schrijf = {
        b"f": b"0 0 1 1 re\nf",
        b"S": b"0 0 m\n1 1 l\nS",
        b"Tj": b"<0001> Tj",
        b"Do": b"/X5 Do",
        # Zo schrijft Chromium de spatie waar een regel wordt afgebroken.
        b"Span": b"/Span<</ActualText <FEFF0020>>> BDC\n<0003> Tj\nEMC",
    }
    pdf = pikepdf.open(
        io.BytesIO(klein_boek([b"\n".join(schrijf[deel] for deel in opdrachten)], []))
    )
    stroom = Stroom(pdf.pages[0], Letters())
    stroom.write(pdf)
    om: list[bytes] = []
    for regel in pdf.pages[0].Contents.read_bytes().split(b"\n"):
        if regel.endswith(b"BDC"):
            om.append(regel)
        elif regel == b"EMC":
            om.pop()
        elif regel.rpartition(b" ")[2] in schrijf:
            assert om[0].startswith(b"/Artifact")
    assert om == []
