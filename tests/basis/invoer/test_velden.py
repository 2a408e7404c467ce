"""Invoer: Nederlandse gewoonten gelezen, onzin geweigerd met een zin die verder helpt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lv_tools.basis.invoer import velden
from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.taal.notatie import datum, datum_kort, getal


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("6,4", 6.4),
        ("6.4", 6.4),
        (" 6,4 ", 6.4),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\u00a0234", 1234),
        ("1.234.567", 1234567),
        ("0.234", 0.234),
        ("-3", -3),
        ("− 3,5", -3.5),
        ("+2", 2),
        ("007", 7),
    ],
)
def test_getallen_zoals_mensen_ze_typen(tekst: str, waarde: float) -> None:
    assert velden.read_number(tekst, "Cijfer") == waarde


@pytest.mark.parametrize(
    "tekst",
    ["", "abc", "6,4,5", "1,234.5", "1.23.456", "6 4", "1e5", "NaN", "inf", "٣", "½", "--3", "6,",
     ",5", "1.2345,6", "=1+1", "9" * 400],
)  # fmt: skip
def test_onzin_is_geen_getal(tekst: str) -> None:
    fout = velden.read_number(tekst, "Gemiddeld cijfer")
    assert isinstance(fout, Invoerfout)
    assert str(fout).startswith("Gemiddeld cijfer: ")
    assert "6,4" in fout.uitweg
    assert fout.waarde == tekst


def test_een_punt_met_drie_cijfers_wordt_niet_gegokt() -> None:
    fout = velden.read_number("1.234", "Aantal")
    assert isinstance(fout, Invoerfout)
    assert "1234" in fout.uitweg
    assert "1,234" in fout.uitweg
    assert velden.read_number("1.234", "Cijfer", maximum=10) == 1.234
    assert velden.read_number("1.234", "Leerlingen", minimum=10) == 1234
    assert velden.read_whole("1.234", "Leerlingen") == 1234


@given(st.decimals(0, 999, places=3), st.sampled_from([",", "."]))
def test_komma_en_punt_geven_hetzelfde_getal(waarde: Decimal, teken: str) -> None:
    tekst = f"{waarde:f}".replace(".", teken)
    assert velden.read_number(tekst, "Cijfer", maximum=999) == float(waarde)


@given(st.integers(-(10**12), 10**12))
def test_een_heel_getal_overleeft_schrijven_en_lezen(waarde: int) -> None:
    assert velden.read_whole(getal(waarde), "Aantal") == waarde
    assert velden.read_whole(str(waarde), "Aantal") == waarde


def test_een_heel_getal_heeft_geen_breuk() -> None:
    fout = velden.read_whole("12,5", "Aantal leerlingen")
    assert isinstance(fout, Invoerfout)
    assert "heel getal" in str(fout)
    assert velden.read_whole("12,0", "Aantal leerlingen") == 12


def test_grenzen_staan_in_de_uitweg() -> None:
    fout = velden.read_number("64", "Gemiddeld cijfer", minimum=1, maximum=10)
    assert str(fout) == (
        "Gemiddeld cijfer: 64 valt buiten de grenzen. Typ een getal van 1 tot en met 10."
    )
    assert "vanaf 1" in str(velden.read_number("0", "n", minimum=1))
    assert "tot en met 9,5" in str(velden.read_number("10", "n", maximum=9.5))


@pytest.mark.parametrize("tekst", ["37", "37%", "37 %", "37,0"])
def test_percentages(tekst: str) -> None:
    assert velden.read_percentage(tekst, "Aandeel") == 37


@pytest.mark.parametrize("tekst", ["101", "-1", "37%%", "%", "procent"])
def test_percentages_die_niet_kunnen(tekst: str) -> None:
    assert isinstance(velden.read_percentage(tekst, "Aandeel"), Invoerfout)


@pytest.mark.parametrize(
    "tekst",
    ["1-9-2026", "01-09-2026", "1/9/2026", "1.9.2026", "1 - 9 - 2026", "1-9-26", "2026-09-01",
     "1 september 2026", "1 Sept. 2026", "1  sep 2026"],
)  # fmt: skip
def test_datums_zoals_mensen_ze_typen(tekst: str) -> None:
    assert velden.read_date(tekst, "Begin") == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("30-2-2026", "februari 2026 heeft geen dag 30"),
        ("29-2-2025", "heeft geen dag 29"),
        ("9-15-2026", "maand 15 bestaat niet"),
        ("1 ma 2026", "geen datum"),
        ("1 ju 2026", "geen datum"),
        ("1-9-9999", "ver weg"),
        ("morgen", "geen datum"),
        ("0-1-2026", "geen dag 0"),
    ],
)
def test_datums_die_niet_bestaan(tekst: str, woord: str) -> None:
    fout = velden.read_date(tekst, "Begin van het traject")
    assert isinstance(fout, Invoerfout)
    assert woord in str(fout)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_een_datum_overleeft_schrijven_en_lezen(dag: date) -> None:
    for tekst in (datum(dag), datum_kort(dag), dag.isoformat()):
        assert velden.read_date(tekst, "Dag") == dag


def test_grenzen_van_een_datum() -> None:
    vroeg = velden.read_date("1-1-2020", "Dag", minimum=date(2026, 1, 1))
    laat = velden.read_date("1-1-2030", "Dag", maximum=date(2026, 1, 1))
    assert "vanaf 1 januari 2026" in str(vroeg)
    assert "tot en met 1 januari 2026" in str(laat)


def test_een_keuze_mag_met_het_opschrift() -> None:
    opties = (("d", "Directeur"), ("t", "teamleider"))
    assert velden.read_choice("d", "Rol", opties) == "d"
    assert velden.read_choice("directeur", "Rol", opties) == "d"
    assert "Directeur of teamleider" in str(velden.read_choice("rector", "Rol", opties))


def test_vrije_tekst_houdt_alles_behalve_wat_niemand_ziet() -> None:
    assert velden.read_text("een\r\ntwee\tdrie", "Toelichting") == "een\ntwee\tdrie"
    assert velden.read_text("a\x00b\u202ec\ud800", "Toelichting") == "abc"
    assert velden.read_text("een\ntwee", "Naam", regels=False) == "een twee"
    fout = velden.read_text("x" * 12, "Naam", lengte=10)
    assert isinstance(fout, Invoerfout)
    assert "2 tekens korter" in str(fout)


def test_wat_zichtbaar_is_blijft_en_wat_weggaat_is_nooit_zichtbaar() -> None:
    """De korte weg voor gewone tekst rust hierop; er is dus geen teken dat zij overslaat."""
    alle = "".join(map(chr, range(0x110000)))
    weg = set(alle) - set(velden.clean_text(alle))
    assert {"\x00", "\r", "\x7f", "\u202e", "\ud800"} <= weg
    assert not any(teken.isprintable() for teken in weg)
    assert velden.clean_text("één ‘woord’") == "één ‘woord’"


@given(st.text())
@example("<script>alert(1)</script>")
@example("=HYPERLINK(1)")
def test_elke_tekst_geeft_een_waarde_of_een_zin(tekst: str) -> None:
    for soort in ("tekst", "tekstvak", "getal", "geheel", "percentage", "datum", "keuze"):
        veld = Veld("x", "Vraag", soort, opties=(("a", "A"),), minimum=None)  # type: ignore[arg-type]
        uitkomst = velden.read_field(veld, tekst)
        if isinstance(uitkomst, Invoerfout):
            assert str(uitkomst).startswith("Vraag: ")
            assert uitkomst.uitweg
        elif isinstance(uitkomst, str):
            uitkomst.encode()


def test_wat_klopt_blijft_staan() -> None:
    vragen = [
        Veld("school", "Naam van de school", verplicht=True),
        Veld("n", "Aantal leerlingen", "geheel", verplicht=True),
        Veld("cijfer", "Gemiddeld cijfer", "getal"),
        Veld("start", "Begin", "datum", minimum="2026-01-01"),
    ]
    uit = velden.read_fields(
        vragen, {"school": "De Brug", "n": "veel", "cijfer": "", "start": "1-9-2026"}
    )
    assert uit.waarden == {"school": "De Brug", "cijfer": None, "start": date(2026, 9, 1)}
    assert [fout.veld for fout in uit.fouten] == ["Aantal leerlingen"]


def test_een_verplicht_veld_zegt_dat_het_leeg_is() -> None:
    fout = velden.read_field(Veld("rol", "Uw rol", "keuze", verplicht=True), "  ")
    assert str(fout) == "Uw rol: er is nog niets ingevuld. Kies een van de opties."
