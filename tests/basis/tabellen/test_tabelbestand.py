"""Elk soort bestand: goed gelezen, of geweigerd met een zin die de uitweg noemt."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from tabelproef import (
    INVOER,
    STELLINGEN,
    as_csv,
    as_ods,
    as_xlsx,
    bring,
    plain_list,
    rewrite,
    urgency,
)

from lv_tools.basis.tabellen.tabelbestand import BestandError, read_table
from lv_tools.basis.tabellen.tabelvorm import MAX_RIJEN

BLAD = "xl/worksheets/sheet1.xml"
LIJST = plain_list(
    ("1", "bestuur", [1, 2, 3, 4, 1, 2, 3, 4]), ("2", "staf", ["niet"] * 8), ("3", "staf", [4] * 8)
)


def our_rows(inhoud: bytes, plek: int = 0) -> list[list[object]]:
    return [cellen for _nr, cellen in read_table("t", inhoud).bladen[plek].rows("t")]


def filled(rijen) -> list[list[object]]:
    """Alleen gevulde rijen, zonder lege cellen aan het eind; "" en niets zijn gelijk."""
    schoon = [[None if cel == "" else cel for cel in rij] for rij in rijen]
    for rij in schoon:
        while rij and rij[-1] is None:
            rij.pop()
    return [rij for rij in schoon if rij]


def second_reader(inhoud: bytes, naam: str = "") -> list[list[object]]:
    """Lees een werkblad met calamine."""
    boek = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    blad = boek.get_sheet_by_name(naam or boek.sheet_names[0])
    return blad.to_python(skip_empty_area=False)


def as_seen(cel: object) -> str:
    """Geef een cel zoals beide lezers haar kunnen geven: een dag is een moment om middernacht."""
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    return str(cel).removesuffix(" 00:00:00")


cellen = (
    st.none()
    | st.integers(-(10**12), 10**12)
    | st.floats(-1e9, 1e9, allow_nan=False).map(lambda g: round(g, 4))
    | st.booleans()
    | st.datetimes(datetime(1900, 3, 1), datetime(2199, 1, 1)).map(
        lambda m: m.replace(microsecond=0)
    )
    | st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=12
    ).filter(lambda t: t.strip() and not t.startswith("=") and "_x" not in t)
)


@settings(max_examples=60)
@given(st.lists(st.lists(cellen, max_size=6), min_size=1, max_size=6))
def test_drie_lezers_van_excel_zien_hetzelfde(rijen):
    """Onze lezer, openpyxl en calamine zijn los van elkaar geschreven."""
    inhoud = as_xlsx(rijen)
    onze = filled(our_rows(inhoud))
    blad = load_workbook(io.BytesIO(inhoud)).worksheets[0]
    assert onze == filled(blad.iter_rows(values_only=True))
    ander = second_reader(inhoud)
    assert len(onze) == len(filled(ander))
    for rij, hunne in zip(onze, filled(ander), strict=True):
        for cel, zelfde in zip(rij, hunne, strict=True):
            if not isinstance(cel, datetime):
                assert cel == zelfde


@pytest.mark.parametrize("pad", sorted(INVOER.glob("*.xlsx")), ids=lambda p: p.name)
def test_een_tweede_lezer_ziet_in_elk_bestand_hetzelfde(pad):
    inhoud = pad.read_bytes()
    boek = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
    for plek, naam in enumerate(boek.sheet_names):
        onze = filled(our_rows(inhoud, plek))
        hunne = filled(second_reader(inhoud, naam))
        assert [[*map(as_seen, rij)] for rij in onze] == [[*map(as_seen, rij)] for rij in hunne]


@settings(max_examples=40)
@given(
    st.lists(
        st.lists(st.integers(0, 9) | st.text("abé &<'", min_size=1), max_size=5),
        min_size=1,
        max_size=5,
    )
)
def test_twee_lezers_van_opendocument_zien_hetzelfde(rijen):
    inhoud = as_ods(rijen, staart=50)
    ander = second_reader(inhoud)
    onze, hunne = (
        filled(
            [" ".join(as_seen("" if cel is None else cel).split()) for cel in rij] for rij in alle
        )
        for alle in (our_rows(inhoud), ander)
    )
    assert onze == hunne


def test_soorten_cellen():
    rij = [True, 3.0, 3.5, datetime(2026, 9, 1, 10, 0, 5), time(3, 0), "=B2", "a\nb", "#N/B"]
    assert our_rows(as_xlsx([rij])) == [
        [True, 3, 3.5, datetime(2026, 9, 1, 10, 0, 5), time(3, 0), "=B2", "a\nb", "#N/B"]
    ]


@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        ('<c r="A1" t="inlineStr"><is><t>a</t></is></c>', "a"),
        ('<c t="inlineStr"><is><r><t>vol</t></r><r><t>doende</t></r></is></c>', "voldoende"),
        ('<c r="A1" t="str"><f>B1</f><v>3</v></c>', "3"),
        ('<c r="A1"><f>B1</f></c>', "=B1"),
        ('<c r="A1" t="d"><v>2026-09-01T10:00:00</v></c>', datetime(2026, 9, 1, 10)),
        ('<c r="A1" t="inlineStr"><is><t>a_x000D__x005F_b</t></is></c>', "a\r_b"),
        ('<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c r="A1" t="inlineStr"><is><t>雨</t><rPh sb="0" eb="1"><t>ame</t></rPh></is></c>', "雨"),
    ],
)  # fmt: skip
def test_cellen_zoals_andere_programma_s_ze_schrijven(cel, waarde):
    inhoud = rewrite(
        as_xlsx([["x"]]), BLAD, lambda xml: f"{xml.split('<sheetData>')[0]}<sheetData><row>{cel}"
        "</row></sheetData></worksheet>"
    )  # fmt: skip
    assert our_rows(inhoud) == [[waarde]]


def strict(inhoud: bytes) -> bytes:
    """Maak er ‘Strict Open XML’ van, zoals Excel dat bewaart."""
    for deel in zipfile.ZipFile(io.BytesIO(inhoud)).namelist():
        inhoud = rewrite(
            inhoud, deel,
            lambda xml: xml.replace(
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
            ).replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        )  # fmt: skip
    return inhoud


@pytest.mark.parametrize(
    "inhoud",
    [
        as_csv(LIJST),
        as_csv(LIJST, ","),
        as_csv(LIJST, "\t", "utf-16"),
        as_csv(LIJST, "\t", "utf-16-le"),
        as_csv(LIJST, ";", "utf-16-be"),
        as_csv(LIJST, "|"),
        as_csv(LIJST, ";", "cp1252"),
        as_csv(LIJST, regeleinde="\r"),
        as_csv(LIJST, regeleinde="\n"),
        b"sep=;\r\n" + as_csv(LIJST, tekenset="utf-8"),
        b'\xef\xbb\xbf"sep=;"\r\n' + as_csv(LIJST, tekenset="utf-8"),
        b"sep=;;;;;\r\n" + as_csv(LIJST, tekenset="utf-8"),
        b"\r\n\r\nsep=;\r\n" + as_csv(LIJST, tekenset="utf-8"),
        b"sep=,\r\n" + as_csv(LIJST, tekenset="utf-8"),
        as_csv([["kop\nmet, regels, en, komma's, erin", *r] if i == 0 else ["a, b", *r]
                for i, r in enumerate(LIJST)]),
        as_xlsx(LIJST),
        as_xlsx([["Uitleg", "lees dit"], ["eerst"]], LIJST),
        as_xlsx([["oud"]], LIJST, verborgen=(0,)),
        as_xlsx([["Uitslag 2026"], [], ["gemaakt op maandag"], *LIJST]),
        strict(as_xlsx(LIJST)),
        as_ods(LIJST),
    ],
    ids=["puntkomma", "komma", "utf16", "utf16-kaal", "utf16-be",
         "streep", "cp1252", "cr", "lf", "sep", "sep-aanhaling",
         "sep-opnieuw", "sep-lege-regels", "sep-fout", "kop-met-regels", "xlsx", "tweede-blad",
         "verborgen-eerste", "titel", "strict", "ods"],
)  # fmt: skip
def test_dezelfde_lijst_in_elk_soort_bestand(inhoud):
    proef = bring(("lijst", inhoud))
    assert proef.antwoorden() == bring(("lijst", as_csv(LIJST))).antwoorden()
    assert len(proef.mensen) == 3
    assert bring(("lijst.csv", as_csv(LIJST)), ("lijst.xlsx", inhoud)).laatste.dubbel == 3


def test_een_cel_op_de_laatste_rij_houdt_niets_op():
    ver = rewrite(
        as_xlsx(LIJST), BLAD,
        lambda xml: xml.replace("</sheetData>", '<row r="1048576"><c r="A1048576" t="inlineStr">'
                                "<is><t>einde</t></is></c></row></sheetData>"),
    )  # fmt: skip
    proef = bring(("ver.xlsx", ver))
    assert len(proef.mensen) == 3
    assert "Rij 1048576" in proef.zinnen


def test_honderdduizend_lege_gekleurde_rijen_tellen_niet():
    leeg = "".join(f'<row r="{nr}"><c r="A{nr}" s="0"/></row>' for nr in range(5, 100_005))
    groot = rewrite(
        as_xlsx(LIJST), BLAD, lambda xml: xml.replace("</sheetData>", f"{leeg}</sheetData>")
    )
    assert bring(("groot.xlsx", groot)).antwoorden() == bring(("l", as_csv(LIJST))).antwoorden()


def test_te_veel_rijen_en_kolommen_worden_geweigerd():
    veel = [LIJST[0], *([""] * 2 + [3] * 8 for _ in range(MAX_RIJEN + 20))]
    for inhoud in (as_csv(veel), as_xlsx(veel)):
        proef = bring(("veel", inhoud))
        assert not proef.laatste.gelukt
        assert "Splits het bestand" in proef.zinnen
    breed = [[*LIJST[0], *["x"] * 600], *LIJST[1:]]
    for inhoud in (as_csv(breed), as_xlsx(breed), as_ods(breed)):
        assert "meer dan 500 kolommen" in bring(("breed", inhoud)).zinnen


def archive(*namen: str, mimetype: str = "") -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        if mimetype:
            archief.writestr("mimetype", mimetype)
        for naam in namen:
            archief.writestr(naam, "<x/>")
    return uit.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (archive("xl/workbook.bin"), ".xlsb"),
        (archive("Index/Document.iwa"), ".numbers"),
        (archive("word/document.xml"), "Wordbestand"),
        (archive("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "document"),
        (archive("foto.jpg"), "zip-bestand"),
        (archive("xl/workbook.xml"), "beschadigd"),
        (as_xlsx(LIJST)[:-300], "beschadigd"),
        (rewrite(as_xlsx(LIJST), BLAD, lambda xml: xml[:-90]), "beschadigd"),
        (rewrite(as_xlsx(LIJST), BLAD, lambda x: f"<!DOCTYPE a>{x.split('?>')[-1]}"), "beschadigd"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, ".xls"),
        (b"%PDF-1.7\x00", "geen tabel"),
        (b"\x89PNG\x00", "geen tabel"),
    ],
)
def test_wat_geen_tabel_is_wordt_bij_naam_genoemd(inhoud, zin):
    proef = bring(("bestand.x", inhoud))
    assert not proef.laatste.gelukt
    assert "‘bestand.x’" in proef.zinnen
    assert zin in proef.zinnen
    assert proef.scan.bronnen == ()


@pytest.mark.parametrize("tekenset", ["utf-8", "utf-8-sig", "cp1252", "mac_roman", "utf-16"])
def test_letters_met_accenten_in_elke_tekenset(tekenset):
    lijst = plain_list(("1", "coördinator één", ["voldoende"] * 8))
    proef = bring(("lijst.csv", as_csv(lijst, tekenset=tekenset)))
    assert [p.rol for p in proef.mensen] == ["coördinator één"]
    assert ("oudere Mac" in proef.zinnen) == (tekenset == "mac_roman")


def test_een_kapotte_letter_wordt_genoemd_en_niet_iets_anders():
    lijst = plain_list(("1", "coördinator", [3] * 8), ("2", "coXrdinator", [3] * 8))
    inhoud = as_csv(lijst, tekenset="utf-8").replace(b"coX", b"co\xc3")
    proef = bring(("lijst.csv", inhoud))
    assert "beschadigd (regel 3)" in proef.zinnen
    assert sorted(p.rol for p in proef.mensen) == ["coördinator", "co\ufffdrdinator"]


def test_een_aanhalingsteken_dat_niet_sluit_slokt_geen_rijen_op():
    inhoud = as_csv(LIJST, tekenset="utf-8").replace(b"\n1;", b'\n"1;', 1)
    proef = bring(("lijst.csv", inhoud))
    assert proef.mensen == ()
    assert "aanhalingsteken" in proef.zinnen
    smal = b'rol;u1\r\ndocent;"3\r\ndocent;4\r\n'
    werk, zinnen = urgency(("smal.csv", smal))
    assert werk.bronnen == ()
    assert "aanhalingsteken" in zinnen
    duim = as_csv(LIJST, tekenset="utf-8").replace(b"staf", b'staf 5"', 1)
    assert len(bring(("duim.csv", duim)).mensen) == 3


def test_een_komma_csv_die_excel_in_kolom_a_zette_wordt_gesplitst():
    lijst = [[*LIJST[0], "Wat wilt u nog kwijt?"], *([*rij, "ja, en nee"] for rij in LIJST[1:])]
    regels = as_csv(lijst, ",", "utf-8", "\n").decode().splitlines()
    # Een puntkomma in een tekst verdeelt Excel wel over twee kolommen.
    rijen = [
        [regels[0]],
        [regels[1]],
        regels[2].replace("ja, en", "ja; en").split(";"),
        [regels[3]],
    ]
    proef = bring(("l.xlsx", as_xlsx(rijen)))
    assert proef.antwoorden() == bring(("l.csv", as_csv(LIJST))).antwoorden()
    assert "gesplitst bij elke komma" in proef.zinnen
    assert "boven geen enkele kolom" in bring(("x.xlsx", as_xlsx([["a,b,c"], ["1,2,3"]]))).zinnen


def test_een_proef_van_de_maker_in_qualtrics_telt_niet_en_wordt_genoemd():
    kop = ["Status", "ResponseId", "Wat is uw rol?", *STELLINGEN]
    rijen = [
        ["IP Address", "R_1", "bestuur", *[3] * 8],
        ["Survey Preview", "R_2", "staf", *[1] * 8],
    ]
    proef = bring(("q.csv", as_csv([kop, *rijen], ",")))
    assert [p.rol for p in proef.mensen] == ["bestuur"]
    assert "Rij 3 is volgens kolom ‘Status’ (‘Survey Preview’) een proef" in proef.zinnen


def test_ook_op_een_ander_blad_staan_antwoorden():
    proef = bring(("twee.xlsx", as_xlsx(LIJST, LIJST)))
    assert len(proef.mensen) == 3
    assert "Alleen blad ‘Blad1’ is gelezen" in proef.zinnen
    assert "‘Blad2’" in proef.zinnen


def test_geen_enkele_vraag_noemt_wat_er_wel_staat():
    zinnen = bring(("x.csv", as_csv([["kleur", "maat"], ["rood", 3]]))).zinnen
    assert "‘kleur’, ‘maat’" in zinnen
    assert "‘Blad1’, ‘Blad2’" in bring(("x.xlsx", as_xlsx([["a", "b"]], [["c"]]))).zinnen


@given(st.binary(max_size=300))
def test_willekeurige_bytes_achter_een_echt_begin(staart):
    for begin in (b"PK\x03\x04", as_xlsx(LIJST)[:200], b"sep=;\n", b"\xff\xfe", b""):
        zin = "‘x’"
        try:
            len(read_table("x", begin + staart))
        except BestandError as fout:
            zin = str(fout)
        assert "‘x’" in zin


def test_een_kop_die_een_export_drie_keer_geeft():
    codes = ["ResponseId", "Q1", *(f"Q2_{i}" for i in range(1, 9))]
    teksten = ["Response ID", "Wat is uw rol?",
               *(f"In hoeverre klopt dit bij ons? - {tekst}" for tekst in STELLINGEN)]  # fmt: skip
    ids = [f'{{"ImportId":"QID{i}"}}' for i in range(10)]
    mensen = [["R_1", "bestuur", *[3] * 8], ["R_2", "staf", *["niet"] * 7, "5"]]
    proef = bring(("qualtrics.csv", as_csv([codes, teksten, ids, *mensen], ",")))
    assert len(proef.mensen) == 2
    assert sum("past niet" in zin for zin in proef.laatste.zinnen) == 1
    assert "Rij 3 is nog een kopregel" in proef.zinnen
