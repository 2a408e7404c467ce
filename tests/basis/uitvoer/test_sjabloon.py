"""Het Wordsjabloon van een school: haar logo, randen en stijlen blijven, de tekst is van ons."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import docx
import pytest
from docx.shared import Cm, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from lv_tools.basis.beeld import figuurstijl as stijl
from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.beeld.prent import Prent, Vlak, box
from lv_tools.basis.beeld.prent_png import to_png
from lv_tools.basis.uitvoer.document import (
    Alinea,
    Bloktabel,
    Document,
    Figuurblok,
    Kop,
    Opsomming,
)
from lv_tools.basis.uitvoer.papier import write_word
from lv_tools.basis.uitvoer.sjabloon import SjabloonError, fill_template, read_template
from lv_tools.verder.verzameling import voorbeeld

DAG = date(2026, 11, 28)
LOGO = to_png(Prent(20, 10, (Vlak(box(0, 0, 20, 10), "#a3182c"),)))
FIGUUR = Figuurblad(
    {
        "data": [{"mode": "markers", "x": [1], "y": [1], "marker": {"color": stijl.ACCENT}}],
        "layout": stijl.layout(hoogte=120),
    },
    "F", "Zin.", ("a",), (("1",),), "b", "1", "niets",
)  # fmt: skip
VERSLAG = Document(
    "Verslag van De Vaart",
    (
        Kop("Een kop"),
        Kop("Dieper", 2),
        Alinea("Gewone tekst."),
        Opsomming(("een", "twee"), genummerd=True),
        Opsomming(("punt",)),
        Bloktabel("Wie doet wat", ("Wat", "Wie"), (("Lesbezoek", "Rector"),)),
        Figuurblok(FIGUUR),
    ),
)


def template(bewerk: Callable[[docx.document.Document], object] = lambda _w: None) -> bytes:
    """Maak een sjabloon zoals een school dat heeft: Nederlands, met een logo en een voet."""
    word = docx.Document()
    deel = word.sections[0]
    deel.left_margin = deel.right_margin = Cm(4)
    deel.header.paragraphs[0].add_run().add_picture(io.BytesIO(LOGO), width=Cm(2))
    deel.footer.paragraphs[0].text = "Scholengroep De Vaart"
    word.styles["Heading 1"].font.color.rgb = RGBColor(0xA3, 0x18, 0x2C)
    word.core_properties.author = "Iemand Anders"
    word.add_paragraph("Een oude brief", style="List Bullet")
    bewerk(word)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def dutch(inhoud: bytes, **vervang: str) -> bytes:
    """Geef de stijlen Nederlandse kenmerken, zoals Word in het Nederlands doet."""
    namen = {"Heading1": "Kop1", "Heading2": "Kop2", "Title": "Titel", "Normal": "Standaard"}
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as van, zipfile.ZipFile(uit, "w") as naar:
        for naam in van.namelist():
            deel = van.read(naam)
            if naam.endswith(".xml"):
                tekst = deel.decode()
                for engels, nederlands in namen.items():
                    tekst = re.sub(rf'(styleId|val)="{engels}"(?!.{{0,9}}w:name)',
                                   rf'\1="{nederlands}"', tekst) if naam != "word/styles.xml" else (
                        re.sub(rf'(w:styleId|<w:(?:basedOn|next|link) w:val)="{engels}"',
                               rf'\1="{nederlands}"', tekst))  # fmt: skip
                deel = vervang.get(naam.replace("/", "_").replace(".", "_"), tekst).encode()
            naar.writestr(naam, deel)
    return uit.getvalue()


def fill(inhoud: bytes, document: Document = VERSLAG) -> docx.document.Document:
    uit = fill_template(document, read_template(inhoud))
    assert uit == fill_template(document, read_template(inhoud)), "dezelfde bytes"
    with zipfile.ZipFile(io.BytesIO(uit)) as archief:
        assert archief.testzip() is None
        assert len(archief.namelist()) == len(set(archief.namelist()))
        for naam in archief.namelist():
            if naam.endswith((".xml", ".rels")):
                ElementTree.fromstring(archief.read(naam))
    return docx.Document(io.BytesIO(uit))


def test_logo_voet_marges_en_stijlen_komen_van_de_school() -> None:
    word = fill(dutch(template()))
    assert len(word.sections[0].header._element.xpath(".//pic:pic")) == 1
    assert word.sections[0].footer.paragraphs[0].text == "Scholengroep De Vaart"
    assert word.sections[0].left_margin == pytest.approx(Cm(4), rel=0.001)
    stijlen = [(a.text, a.style.style_id) for a in word.paragraphs if a.text]
    assert stijlen[:3] == [
        ("Verslag van De Vaart", "Titel"),
        ("Een kop", "Kop1"),
        ("Dieper", "Kop2"),
    ]
    assert word.styles["Heading 1"].font.color.rgb == RGBColor(0xA3, 0x18, 0x2C)
    assert "Een oude brief" not in [a.text for a in word.paragraphs]
    assert word.core_properties.author != "Iemand Anders"
    assert word.core_properties.title == "Verslag van De Vaart"


def test_wat_het_sjabloon_niet_kent_krijgt_de_kleur_van_de_school() -> None:
    word = fill(template())
    assert word.styles["Toelichting"].font.color.rgb == RGBColor(0xA3, 0x18, 0x2C)
    tabel = word.tables[0]
    assert tabel.style.name == "Tabel"
    assert [cel.text for rij in tabel.rows for cel in rij.cells] == [
        "Wat", "Wie", "Lesbezoek", "Rector",
    ]  # fmt: skip
    breed = sum(int(w) for w in tabel._tbl.xpath("./w:tblGrid/w:gridCol/@w:w"))
    deel = word.sections[0]
    assert breed <= (deel.page_width - deel.left_margin - deel.right_margin) / 635


def test_lijsten_tellen_door_na_die_van_het_sjabloon() -> None:
    word = fill(template())
    nummers = word.part.numbering_part.element
    vormen = nummers.xpath("./w:abstractNum/@w:abstractNumId")
    lijsten = nummers.xpath("./w:num/@w:numId")
    assert len(set(vormen)) == len(vormen)
    assert len(set(lijsten)) == len(lijsten)
    gebruikt = {a._p.xpath(".//w:numId/@w:val")[0] for a in word.paragraphs if a.text in
                ("een", "twee", "punt")}  # fmt: skip
    assert len(gebruikt) == 2
    assert gebruikt <= set(lijsten)
    soorten = [e.tag.rpartition("}")[2] for e in nummers]
    assert soorten == sorted(soorten, key=["abstractNum", "num"].index), "eerst vormen, dan lijsten"


def test_het_verslag_komt_op_de_plek_die_de_school_aanwijst() -> None:
    def met_plek(word: docx.document.Document) -> None:
        word.add_paragraph("[Verslag]")
        word.add_paragraph("Onder aan de brief")

    tekst = [a.text for a in fill(template(met_plek)).paragraphs]
    assert tekst[0] == "Een oude brief"
    assert tekst[1] == "Verslag van De Vaart"
    assert tekst[-1] == "Onder aan de brief"
    assert not any("[" in regel for regel in tekst)


def test_een_dotx_wordt_een_gewoon_document() -> None:
    inhoud = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as van, zipfile.ZipFile(inhoud, "w") as naar:
        for naam in van.namelist():
            deel = van.read(naam).replace(b"document.main+xml", b"template.main+xml")
            naar.writestr(naam, deel)
    assert fill(inhoud.getvalue()).paragraphs[0].text == "Verslag van De Vaart"


def test_met_een_sjabloon_staan_de_dag_en_de_versie_onderaan() -> None:
    inhoud = write_word(VERSLAG, DAG, read_template(template()))
    assert (
        docx.Document(io.BytesIO(inhoud))
        .paragraphs[-1]
        .text.startswith("Gemaakt op 28 november 2026, versie ")
    )


@pytest.mark.parametrize("werk", [pytest.param(w, id=w.hulpmiddel) for w in voorbeeld()])
def test_elk_verslag_past_in_een_sjabloon(werk, tmp_path) -> None:
    vorm, doel = tmp_path / "school.dotx", tmp_path / "verslag.docx"
    vorm.write_bytes(dutch(template()))
    werk.schrijf(doel, sjabloon=vorm)
    word = docx.Document(doel)
    assert word.paragraphs[0].text == werk.verslag().titel
    assert len(word.tables) == len(docx.Document(werk.schrijf(tmp_path / "kaal.docx")).tables)


def repack(**delen: bytes | None) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as van, zipfile.ZipFile(uit, "w") as naar:
        for naam in van.namelist():
            deel = delen.get(naam.rpartition("/")[2].partition(".")[0], van.read(naam))
            if deel is not None:
                naar.writestr(naam, deel)
        for naam in ("vbaProject",):
            if naam in delen:
                naar.writestr(f"word/{naam}.bin", b"x")
    return uit.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"geen zip", "geen Wordbestand"),
        (b"\xd0\xcf\x11\xe0" * 20, "zonder wachtwoord"),
        (b"x" * 5_000_001, "groter dan 5 MB"),
        (repack(styles=None), "Kies een .docx of een .dotx"),
        (repack(vbaProject=b""), "macro's"),
        (repack(document=b"<w:document"), "beschadigd"),
        (repack(document=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "geen Wordbestand"),
        (repack(document=b"<a/>"), "vorm die hier niet past"),
    ],
)
def test_wat_geen_sjabloon_is_wordt_geweigerd_met_een_uitweg(inhoud: bytes, zin: str) -> None:
    with pytest.raises(SjabloonError, match=zin):
        read_template(inhoud)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 3_000), st.integers(1, 255))
def test_een_beschadigd_sjabloon_geeft_een_zin_of_een_goed_document(plek: int, wissel: int) -> None:
    inhoud = bytearray(template())
    inhoud[plek % len(inhoud)] ^= wissel
    try:
        sjabloon = read_template(bytes(inhoud))
    except SjabloonError:
        return  # elke andere fout zou de lezer als storing zien
    assert fill_template(VERSLAG, sjabloon).startswith(b"PK")
