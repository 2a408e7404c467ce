"""Uitvoer: tekst blijft tekst, in CSV, Excel en Markdown."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.opslag.bestandsnaam import export_name, file_name
from lv_tools.basis.uitvoer import uitvoertabel
from lv_tools.basis.uitvoer.bladtabel import from_sheet
from lv_tools.basis.uitvoer.uitvoertabel import Uitvoertabel

VIJANDIG = [
    '=HYPERLINK("http://kwaad.example","klik")',
    "=1+1",
    "+31 6 12345678",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "＝1+1",
    "|calc",
    "%0A",
    "een;twee",
    'aan"haling',
    "regel een\nregel twee",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1))",
    "![x](http://kwaad.example/p.png)",
    "`code` *nadruk* _streep_ # kop | pijp",
    "{ref}`x`",
    "$x$",
    "http://kwaad.example www.kwaad.example kwaad@kwaad.example",
    "1. lijst",
    "---",
    "A" * 40_000,
    "nul\x00teken",
]


def tabel(*cellen: str | float | None) -> Uitvoertabel:
    return Uitvoertabel("Uitkomst", tuple(f"k{i}" for i in range(len(cellen))), (cellen,))


def read_csv(inhoud: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_voor_een_nederlandse_excel() -> None:
    blad = Uitvoertabel(
        "Risico", ("Standaard", "Percentage"), (("SKA2", 36.5), ("OP3", None)), ("Bron: onderzoek",)
    )
    inhoud = uitvoertabel.to_csv(blad)
    assert inhoud.startswith(b"\xef\xbb\xbf")
    assert inhoud[3:].decode() == ("Standaard;Percentage\r\nSKA2;36,5\r\nOP3;\r\n")


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_csv_voert_niets_uit(tekst: str) -> None:
    cel = read_csv(uitvoertabel.to_csv(tabel(tekst)))[1][0]
    assert cel.lstrip()[:1] not in {"=", "+", "-", "@", "＝", "|", "%"}
    assert bare(cel) == bare(clean_text(tekst))


LOS_GETAL = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def bare(tekst: str) -> str:
    """Geef tekst zonder de apostrofs waar een rekenblad een cel zou beginnen."""
    patroon = r"(^|[,\n]\s*)'+(?=\s*[=+\-@|%\t＝＋－＠]|\s)"
    return re.sub(patroon, r"\1", re.sub(patroon, r"\1", tekst))


@given(st.text(st.sampled_from("ab,;\n\r\"' =+-@|%\t1"), max_size=12), st.booleans())
@example("x,=1+1", True)
@example("x\n=1+1", False)
def test_csv_is_ook_veilig_waar_een_rekenblad_op_komma_s_splitst(tekst: str, kop: bool) -> None:
    """Een aanhalingsteken midden in een veld houdt een komma of een nieuwe regel niet tegen."""
    blad = uitvoertabel.Uitvoertabel("T", ("k", tekst), ()) if kop else tabel("b", tekst)
    for regel in uitvoertabel.to_csv(blad).decode("utf-8-sig").splitlines():
        for cel in regel.split(","):
            getal = LOS_GETAL.fullmatch(cel.strip())
            assert getal or not cel.lstrip().startswith(("=", "+", "-", "@", "|", "%", "＝"))


@given(st.text())
@example("\n=1")
def test_csv_geeft_elke_tekst_terug(tekst: str) -> None:
    cel = read_csv(uitvoertabel.to_csv(tabel("vast", tekst)))[1][1]
    assert bare(cel) == bare(clean_text(tekst))
    assert LOS_GETAL.fullmatch(cel) or not cel.strip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("tekst", ["-0,04", "-2", "+3", "-1.5"])
def test_een_los_getal_blijft_in_csv_een_getal(tekst: str) -> None:
    assert read_csv(uitvoertabel.to_csv(tabel(tekst)))[1][0] == tekst


@pytest.mark.parametrize("tekst", ["-0,04+1", "-1-1", "-A1", "+cmd|'/c'!A1", "-1,2,3", "-٣"])
def test_wat_op_een_getal_lijkt_maar_rekent_blijft_tekst(tekst: str) -> None:
    assert read_csv(uitvoertabel.to_csv(tabel(tekst)))[1][0] == f"'{tekst}"


def test_een_negatief_getal_blijft_een_getal() -> None:
    assert read_csv(uitvoertabel.to_csv(tabel(-2.5, 1e15)))[1] == ["-2,5", "1000000000000000"]


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_excel_voert_niets_uit(tekst: str) -> None:
    inhoud = uitvoertabel.to_xlsx([tabel(tekst, -2.5)])
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zak:
        alles = b"".join(zak.read(naam) for naam in zak.namelist())
    assert b"<f>" not in alles
    assert b"<hyperlink" not in alles
    blad = openpyxl.load_workbook(io.BytesIO(inhoud)).worksheets[0]
    assert blad["A2"].data_type == "s"
    if len(tekst) <= uitvoertabel.EXCEL_CEL and tekst.isprintable():
        assert blad["A2"].value == tekst
    assert blad["B2"].value == -2.5
    assert blad["B2"].data_type == "n"


def test_een_te_lange_tekst_zegt_dat_hij_is_afgekapt() -> None:
    inhoud = uitvoertabel.to_xlsx([tabel("A" * 40_000)])
    cel = openpyxl.load_workbook(io.BytesIO(inhoud)).worksheets[0]["A2"].value
    assert len(cel) == uitvoertabel.EXCEL_CEL
    assert cel.endswith("… (afgekapt)")


def test_excel_met_bladen_en_toelichting() -> None:
    rijen = (("SKA2", 17), ("OP3", None))
    een = Uitvoertabel("Risico per standaard", ("Standaard", "n"), rijen, ("Bron: x",))
    boek = openpyxl.load_workbook(io.BytesIO(uitvoertabel.to_xlsx([een, een])))
    assert boek.sheetnames == ["Risico per standaard", "Risico per standaard (2)", "Toelichting"]
    assert list(boek.worksheets[0].values) == [("Standaard", "n"), *rijen]
    assert list(boek["Toelichting"].values)[:4] == [
        ("Blad", "Kolom", "Uitleg"),
        ("alle bladen", None, "Bron: x"),
        ("Risico per standaard", "Standaard", "tekst"),
        ("Risico per standaard", "n", "getal; 1 van 2 leeg: daar is geen gegeven"),
    ]


CEL = (
    st.none()
    | st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=12)
    | st.integers(-(10**9), 10**9)
    | st.floats(-(10**6), 10**6).map(lambda x: round(x, 3))
    | st.dates(date(1990, 1, 1), date(2100, 1, 1))
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(CEL, CEL), max_size=6))
def test_in_excel_en_csv_staat_alleen_wat_er_is(rijen: list[tuple[object, object]]) -> None:
    """Een getal is een getal, een dag een dag, wat er niet is blijft leeg, en er is niets bij."""
    blad = Uitvoertabel("T", ("a", "b"), tuple(rijen), ("Een noot",))
    inhoud = uitvoertabel.to_xlsx([blad])
    vel = openpyxl.load_workbook(io.BytesIO(inhoud))["T"]
    # Een rij zonder iets telt openpyxl achteraan niet mee.
    assert vel.max_row <= len(rijen) + 1
    regels = read_csv(uitvoertabel.to_csv(blad))
    assert len(regels) == len(rijen) + 1
    for nummer, rij in enumerate(rijen):
        for plek, cel in enumerate(rij):
            in_excel = vel.cell(nummer + 2, plek + 1).value
            in_csv = regels[nummer + 1][plek]
            if cel is None or cel == "":
                assert in_excel is None
                assert in_csv == ""
            elif isinstance(cel, date):
                assert in_excel.date() == cel
                assert in_csv == cel.isoformat()
            elif isinstance(cel, int | float):
                assert in_excel == pytest.approx(cel)
                assert float(in_csv.replace(",", ".")) == pytest.approx(cel)
            else:
                assert isinstance(in_excel, str)


def test_csv_is_een_zip_met_een_bestand_per_tabel_en_een_met_uitleg() -> None:
    een = Uitvoertabel("Één blad", ("a",), ((1,),), ("Bron: x",))
    inhoud = uitvoertabel.to_csv_zip([een, een])
    assert inhoud == uitvoertabel.to_csv_zip([een, een])
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        assert archief.namelist() == ["01-een-blad.csv", "02-een-blad-2.csv", "03-toelichting.csv"]
        assert read_csv(archief.read("01-een-blad.csv")) == [["a"], ["1"]]
        assert ["alle bladen", "", "Bron: x"] in read_csv(archief.read("03-toelichting.csv"))


def test_percentages_worden_getallen_en_waarvan_een_eigen_kolom() -> None:
    rijen = (("a", "61% van 36", "12,5%", "8%"), ("b", "–", "–", "ja"), ("c", "0% van 4", "0%", ""))
    figuur = Figuurblad({}, "t", "z", ("Wie", "Eens", "Deel", "Vrij"), rijen, "b", "3", "niets")
    uit = from_sheet(figuur, "T")
    assert uit.kolommen == ("Wie", "Eens (%)", "Eens (van)", "Deel (%)", "Vrij")
    assert uit.rijen == (
        ("a", 61, 36, 12.5, "8%"),
        ("b", None, None, None, "ja"),
        ("c", 0, 4, 0, ""),
    )


@given(st.lists(st.text(), min_size=1, max_size=6))
@example(["History", "history", "'", "[a]:b", "x" * 60, "X" * 60, ""])
def test_bladnamen_neemt_excel_altijd_aan(titels: list[str]) -> None:
    gehad: set[str] = set()
    namen = [uitvoertabel.sheet_name(titel, gehad) for titel in titels]
    assert len({naam.casefold() for naam in namen}) == len(namen)
    for naam in namen:
        assert 1 <= len(naam) <= 31
        assert not set(naam) & set("[]:*?/\\")
        assert not naam.startswith("'")
        assert not naam.endswith("'")
        assert naam.casefold() != "history"


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
@example(["History", "\ud800", "\ufffe", "a\x0bb"])
@example(["a" * 17 + "😀" * 7] * 2)
def test_excel_schrijft_elke_titel(titels: list[str]) -> None:
    bladen = [Uitvoertabel(titel, (titel,), ((titel,),)) for titel in titels]
    boek = openpyxl.load_workbook(io.BytesIO(uitvoertabel.to_xlsx(bladen)))
    assert len(boek.sheetnames) == len(titels) + 1


def plat(markdown: str) -> tuple[str, set[str]]:
    """Geef de kale tekst en de soorten opmaak die een lezer van Markdown erin ziet."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    soorten: set[str] = set()
    tekst: list[str] = []
    for token in tokens.parse(markdown):
        soorten.add(token.type)
        for kind in token.children or []:
            soorten.add(kind.type)
            tekst.append(kind.content)
    return "".join(tekst), soorten


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_markdown_leest_geen_opmaak(tekst: str) -> None:
    gelezen, soorten = plat(uitvoertabel.to_markdown(tabel(tekst, "slot")))
    assert soorten <= {
        "heading_open", "heading_close", "inline", "text", "text_special", "table_open",
        "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close", "tr_open",
        "tr_close", "th_open", "th_close", "td_open", "td_close",
    }  # fmt: skip
    assert " ".join(clean_text(tekst).split()) in gelezen


@given(st.text())
def test_markdown_houdt_elke_rij_op_een_regel(tekst: str) -> None:
    regels = uitvoertabel.to_markdown(tabel(tekst, "slot")).split("\n")
    assert len(regels) == 6
    assert regels[4].endswith("| slot |")


@given(st.text())
def test_een_bestandsnaam_is_altijd_gewoon(tekst: str) -> None:
    naam = file_name(tekst, "csv")
    assert naam.endswith(".csv")
    assert set(naam) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert len(naam) <= 64
    assert not naam.startswith((".", "-"))


def test_een_scheve_rij_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="past niet"):
        Uitvoertabel("x", ("a", "b"), (("een",),))


@given(
    st.text(max_size=200),
    st.text(max_size=200),
    st.text(max_size=200),
    st.dates(),
    st.sampled_from(["", "docent a1b2", "Anne"]),
)
def test_elke_naam_van_een_bestand_is_kort_en_gewoon(hulpmiddel, soort, naam, dag, merk):
    uit = export_name(hulpmiddel, soort, naam, dag, "docx", merk=merk)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.docx", uit)
    assert len(uit) <= 205
    assert dag.isoformat() in uit


@pytest.mark.parametrize(
    ("naam", "merk", "uit"),
    [
        ("De Vaart", "", "zelfevaluatie-verslag-de-vaart-2026-11-27.docx"),
        ("Zelfevaluatie", "", "zelfevaluatie-verslag-2026-11-27.docx"),
        ("../../Één & twee", "", "zelfevaluatie-verslag-een-twee-2026-11-27.docx"),
        ("x" * 300, "a1b2", f"zelfevaluatie-verslag-{'x' * 50}-a1b2-2026-11-27.docx"),
        ("学校", "", "zelfevaluatie-verslag-2026-11-27.docx"),
    ],
)
def test_de_naam_van_een_verslag(naam, merk, uit):
    dag = date(2026, 11, 27)
    assert export_name("zelfevaluatie", "verslag", naam, dag, "docx", merk=merk) == uit
    assert export_name("zelfevaluatie", "verslag", naam, "2026-11-27", "docx", merk=merk) == uit
