"""Het verslag: wat erin moet staan, wat er niet in mag, en veilig in elke vorm."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from lv_tools.basis.antwoorden.tabel import read_rows
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.tabellen.tabelbestand import read_table
from lv_tools.basis.uitvoer.document import to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import to_csv, to_xlsx
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.basis.uitvoer.word import to_docx
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.urgentiemeter.model.scan import Scan
from lv_tools.urgentiemeter.model.uitslag import compute
from lv_tools.urgentiemeter.papier import toon_telblad, toon_vragenlijst
from lv_tools.urgentiemeter.stilbeeld import example
from lv_tools.urgentiemeter.teksten import instrument
from lv_tools.urgentiemeter.verslag.document import report
from lv_tools.urgentiemeter.verslag.tabellen import all_tables

INHOUD = instrument()
VOORBEELD = example(INHOUD)
GEDATEERD = replace(VOORBEELD, dag=date(2026, 11, 22))


def text(uitslag, **wensen):
    return to_markdown(report(uitslag, INHOUD, Wensen(**wensen))).replace("\\", "")


@pytest.mark.parametrize("volledig", [False, True])
def test_elk_verslag_noemt_datum_aantal_regels_en_voorbehoud(volledig):
    tekst = text(GEDATEERD, volledig=volledig)
    for stuk in (
        "22 november 2026",
        "12 mensen",
        "Manier van werken: op naam",
        "Gedeeld vanaf 65%",
        "onze keuze",
        "Met 2 antwoorden anders",
        "Dit is wat deze mensen op dit moment zeggen",
        "Wat zou een leerling van deze uitslag zeggen?",
        "andere woorden voor: leerling",
    ):
        assert stuk in tekst


def test_volledig_verslag_verantwoordt_zich_en_heeft_alle_getallen():
    tekst = text(GEDATEERD, volledig=True)
    assert "geen product van de Inspectie" in tekst
    assert "Bewaar dit verslag niet langer" in tekst
    for stelling in INHOUD.stellingen.values():
        assert stelling.kort in tekst
    assert "onderzoek, tabel 4.2" in tekst


NAMEN = tuple(replace(r, naam=f"Naam{i}", id=f"n{i}") for i, r in enumerate(INHOUD.voorbeeldmensen))


def scan(modus, mensen=NAMEN):
    return Scan(groep=Groep(modus, bronnen=(Bron("b", tuple(mensen)),)))


def test_namen_alleen_op_verzoek_en_alleen_op_naam():
    op_naam = compute(scan("naam"), INHOUD)
    assert "Naam3" in text(op_naam, volledig=True, namen=True)
    assert "Naam3" in text(op_naam, namen=True)
    for uitslag, wensen in (
        (op_naam, {"volledig": True}),
        (op_naam, {}),
        (compute(scan("anoniem"), INHOUD), {"volledig": True, "namen": True}),
    ):
        assert "Naam3" not in text(uitslag, **wensen)
    for tabel in all_tables(op_naam, INHOUD):
        assert b"Naam3" not in to_csv(tabel)


def test_het_vel_van_een_persoon_noemt_alleen_wat_is_beantwoord():
    codes = list(INHOUD.stellingen)
    mens = replace(NAMEN[0], antwoorden=dict.fromkeys(codes[:4], 3), keuzes={})
    vel = text(compute(scan("naam", (mens,)), INHOUD), namen=True)
    for nummer, code in enumerate(codes, start=1):
        staat_er = f"{nummer}. {INHOUD.stellingen[code].kort}" in vel.replace("\\", "")
        assert staat_er == (nummer <= 4), code


@pytest.mark.parametrize("volledig", [True, False])
def test_losse_antwoorden_gaan_mee_als_erom_gevraagd_is_en_anders_niet(volledig):
    for modus, namen, mag in (
        ("naam", True, True), ("naam", False, False), ("anoniem", True, False),
    ):  # fmt: skip
        uitslag, wensen = compute(scan(modus), INHOUD), Wensen(volledig, namen)
        titels = [tabel.titel for tabel in all_tables(uitslag, INHOUD, wensen)]
        assert ("Antwoorden" in titels) is mag
        assert ("Bijlage: losse antwoorden" in text(uitslag, volledig=volledig, namen=namen)) is mag


def test_de_tabel_met_antwoorden_is_weer_in_te_lezen():
    uitslag = compute(scan("naam"), INHOUD)
    tabel = all_tables(uitslag, INHOUD, Wensen(namen=True))[-1]
    for naam, bytes_ in (("a.xlsx", to_xlsx([tabel])), ("a.csv", to_csv(tabel))):
        terug = read_rows(read_table(naam, bytes_), naam, INHOUD.vragen, met_namen=True)
        assert not terug.meldingen

        def kern(mensen):
            rijen = [
                (
                    r.naam,
                    r.rol,
                    dict(r.antwoorden),
                    {k: v and sorted(v) for k, v in r.keuzes.items()},
                )
                for r in mensen
            ]
            return sorted(rijen, key=str)

        assert kern(terug.bron.respondenten) == kern(NAMEN)


def test_anoniem_te_klein_toont_niets():
    tekst = text(compute(scan("anoniem", NAMEN[:3]), INHOUD))
    assert "te weinig antwoorden" in tekst
    assert "%" not in tekst.split("Gedeeld vanaf")[0]


def test_anoniem_verslag_noemt_geen_kleine_rol():
    groep = [*NAMEN, *(replace(NAMEN[2], id=f"d{i}") for i in range(6))]
    uitslag = compute(scan("anoniem", groep), INHOUD)
    tekst = text(uitslag, volledig=True)
    assert "| leerling |" not in tekst
    assert "niet apart getoond" in tekst


def hostile():
    eng = '=HYPERLINK("http://x")<script>alert(1)</script>|'
    groep = tuple(replace(r, rol=eng[:40]) for r in INHOUD.voorbeeldmensen)
    return compute(scan("naam", groep), INHOUD)


def test_word_is_geldige_xml_en_vijandige_tekst_blijft_tekst():
    for volledig in (False, True):
        inhoud = to_docx(report(hostile(), INHOUD, Wensen(volledig=volledig)))
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            for naam in archief.namelist():
                if not naam.endswith(".png"):
                    ET.fromstring(archief.read(naam))
            assert b"<script" not in archief.read("word/document.xml")


def test_rekenblad_voert_niets_uit():
    tabellen = all_tables(hostile(), INHOUD)
    boek = load_workbook(io.BytesIO(to_xlsx(tabellen)))
    for blad in boek:
        for rij in blad.iter_rows():
            assert all(cel.data_type != "f" for cel in rij)
    for tabel in tabellen:
        for regel in to_csv(tabel).decode("utf-8-sig").splitlines():
            assert not regel.startswith("=")
    assert "<script>" not in to_markdown(report(hostile(), INHOUD, Wensen(volledig=True)))


def test_tabellen_zijn_dezelfde_getallen_als_de_uitslag():
    bladen = {tabel.titel: tabel for tabel in all_tables(GEDATEERD, INHOUD)}
    feiten = dict(zip(bladen["Feiten"].kolommen, bladen["Feiten"].rijen[0], strict=True))
    assert feiten["Signaal"] == "attendering"
    assert isinstance(feiten["Gemiddelde"], float)
    assert bladen["Onderwerpen"].rijen[0][:2] == ("OR1 Resultaten", 83)
    vormen = dict(zip(bladen["Vormen"].kolommen, bladen["Vormen"].rijen[0], strict=True))
    assert (vormen["Antwoorden ‘eens’ (%)"], vormen["Antwoorden ‘eens’ (van)"]) == (61, 36)
    assert {"Vormen", "Verschillen", "Antwoorden hele groep", "Antwoorden docent"} <= set(bladen)


def test_papier_heeft_alle_stellingen_rollen_en_onderwerpen():
    lijst, telblad = toon_vragenlijst().inhoud, toon_telblad().inhoud
    for stelling in INHOUD.stellingen.values():
        assert stelling.tekst in lijst
        assert stelling.kort in telblad
    for code in INHOUD.standaarden:
        assert code in lijst
        assert code in telblad
    for rol in INHOUD.vragen.rollen:
        eigen = toon_vragenlijst(rol.code).inhoud
        assert rol.tekst in (eigen if INHOUD.vragen.own_words(rol.code) else lijst)
        for stelling in INHOUD.vragen.for_role(rol.code):
            assert stelling.tekst in eigen
    assert lijst.count("◯") == 5 * len(INHOUD.stellingen)


def test_een_rol_met_een_lange_naam_past():
    eng = Respondent("x", "x" * 40, {"u5": 4, "u2": 4, "u3": 4}, {"standaarden": ("OR1",)})
    uitslag = compute(scan("naam", (eng,)), INHOUD)
    assert "x" * 40 in text(uitslag, volledig=True)
