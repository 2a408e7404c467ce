"""De papieren zijn echte Word-bestanden, zeggen overal dat zij een voorbeeld zijn, en kloppen."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from functools import cache
from xml.etree import ElementTree

import icalendar
import pytest
from bs4 import BeautifulSoup
from voorbeeld.agenda import calendar_points
from voorbeeld.bestanden import make_files
from voorbeeld.dagen import closed
from voorbeeld.knopen import to_nodes
from voorbeeld.lezen import read_papers, school
from voorbeeld.papieren import make_papers, papers
from voorbeeld.papieren.kalender import months
from voorbeeld.tabel import to_html
from voorbeeld.word_blad import make_sheet

from lv_tools.basis.uitvoer.document import Alinea, Bloktabel, Document, Kop, Opsomming, lines
from lv_tools.basis.uitvoer.word import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CODES = [papier.code for papier in papers()]


@cache
def bestanden() -> dict[str, bytes]:
    return make_files()


def inhoud(naam: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bestanden()[naam])) as archief:
        assert archief.testzip() is None
        return {deel: archief.read(deel) for deel in archief.namelist()}


def papier(code: str):
    return next(p for p in papers() if p.code == code)


def tekst(document: Document) -> str:
    """Alle tekst van een document, blok voor blok."""
    delen = [document.titel]
    for blok in document.blokken:
        if isinstance(blok, Kop | Alinea):
            delen.append(blok.tekst)
        elif isinstance(blok, Opsomming):
            delen += blok.punten
        elif isinstance(blok, Bloktabel):
            delen += [blok.bijschrift, *blok.kolommen, *(c for r in blok.rijen for c in r)]
    return "\n".join(delen)


WORD = [naam for naam in bestanden() if naam.endswith(".docx")]


def test_zes_papieren_en_een_agenda_met_voorbeeld_in_de_naam() -> None:
    assert len(WORD) == 6
    assert sorted(naam.split("-")[1] for naam in WORD) == list("123456")
    assert [naam for naam in bestanden() if naam.endswith(".ics")] == [
        "voorbeeld-3-kwaliteitskalender.ics"
    ]
    assert all(naam.startswith("voorbeeld") for naam in bestanden())


def test_dezelfde_feiten_geven_dezelfde_bestanden() -> None:
    assert make_files() == bestanden()


@pytest.mark.parametrize("naam", WORD)
def test_een_papier_is_geldige_word_met_koppen_en_tabelkoppen(naam: str) -> None:
    delen = inhoud(naam)
    bomen = {n: ElementTree.fromstring(b) for n, b in delen.items()}
    body = bomen["word/document.xml"]
    stijlen = [e.get(f"{W}val") for e in body.iter(f"{W}pStyle")]
    assert stijlen[0] == "Title"
    assert "Heading1" in stijlen or "kalender" in naam
    bekend = {e.get(f"{W}styleId") for e in bomen["word/styles.xml"].iter(f"{W}style")}
    assert set(stijlen) <= bekend
    tabellen = list(body.iter(f"{W}tbl"))
    assert len(list(body.iter(f"{W}tblHeader"))) == len(tabellen)
    taal = next(bomen["word/styles.xml"].iter(f"{W}lang"))
    assert taal.get(f"{W}val") == "nl-NL"


@pytest.mark.parametrize("naam", WORD)
def test_elke_bladzijde_van_een_papier_zegt_voorbeeld(naam: str) -> None:
    delen = inhoud(naam)
    body = delen["word/document.xml"].decode()
    soorten = delen["[Content_Types].xml"].decode()
    banden = delen["word/_rels/document.xml.rels"].decode()
    for deel, soort, anker in (("header1.xml", "header", "kop"), ("footer1.xml", "footer", "voet")):
        assert f'PartName="/word/{deel}"' in soorten
        assert f'Id="{anker}"' in banden
        assert re.search(rf'<w:{soort}Reference [^>]*w:type="default" r:id="{anker}"/>', body)
        gezien = "".join(ElementTree.fromstring(delen[f"word/{deel}"]).itertext())
        assert "voorbeeld" in gezien.lower()
    kop = "".join(ElementTree.fromstring(delen["word/header1.xml"]).itertext())
    assert kop.startswith("VOORBEELD · verzonnen school · ")
    teksten = [t.text or "" for t in ElementTree.fromstring(body).iter(f"{W}t")]
    assert teksten[0].startswith("Voorbeeld: ")
    assert teksten[1].startswith("Dit is een voorbeeld.")
    # Kop en voet staan vóór de maat van het blad: zo wil de norm het (ECMA-376, 17.6.17).
    assert re.search(r"<w:sectPr><w:headerReference.*<w:footerReference[^>]*/><w:pgSz", body)


def test_een_ander_bestand_dan_dat_van_dit_boek_wordt_geweigerd() -> None:
    goed = to_docx(Document("x", (Alinea("y"),)))
    stuk = make_sheet(goed, "kop", "voet")
    with pytest.raises(ValueError, match="niet precies één keer"):
        make_sheet(stuk, "kop", "voet")


def test_kop_en_voet_zijn_gewone_tekst() -> None:
    blad = make_sheet(to_docx(Document("x", ())), "<w:b/> & </w:t>", "]]>")
    with zipfile.ZipFile(io.BytesIO(blad)) as archief:
        kop = ElementTree.fromstring(archief.read("word/header1.xml"))
    assert "".join(kop.itertext()) == "<w:b/> & </w:t>"


@pytest.mark.parametrize("code", [c for c in CODES if c not in {"kalender", "brief"}])
def test_een_papier_met_oordelen_is_niet_van_de_inspectie(code: str) -> None:
    assert "Het is geen oordeel van de Inspectie." in tekst(papier(code).document)


# --- Geen tegenspraak ------------------------------------------------------------------------


def paren() -> set[tuple[int, int]]:
    """Elk ‘k van de n’ dat er te tellen valt."""
    feiten = school()
    gevonden = {(b.k, b.n) for b in feiten.bewijs}
    for doel in feiten.doel:
        gevonden |= {(t.k, t.n) for t in (doel.begin, doel.halverwege, doel.einde)}
        gevonden |= {(g.aantal, g.van) for g in (doel.tussendoel, doel.streefdoel) if g.aantal}
    gevonden |= {(rij.vertraging, rij.leerlingen) for rij in feiten.leerjaar}
    for punt in feiten.kijkpunt:
        gevonden |= {
            (gezien, ronde.lessen) for gezien, ronde in zip(punt.gezien, feiten.ronde, strict=True)
        }
    boven = next(i for i in feiten.indicator if i.code == "bovenbouwsucces").meting
    gevonden |= {(m.leerlingen - (m.gelukt or 0), m.leerlingen) for m in boven}
    gevonden.add((feiten.plan.streef_gelukt, boven[-1].leerlingen))
    return gevonden


@pytest.mark.parametrize("code", CODES)
def test_elke_telling_in_een_papier_is_een_feit(code: str) -> None:
    heel = tekst(papier(code).document)
    gevonden = {(int(k), int(n)) for k, n in re.findall(r"(\d+) van de (\d+)", heel)}
    assert gevonden <= paren()


def test_de_papieren_noemen_samen_dezelfde_tellingen() -> None:
    """Wat de brief belooft, staat in het plan; wat het plan telt, staat in verslag en review."""
    heel = {code: tekst(papier(code).document) for code in CODES}
    assert "32 van de 97" in heel["brief"]
    assert "32 van de 97" in heel["plan"]
    for telling in ("9 van de 14", "31 van de 94", "4 van de 7"):
        assert telling in heel["voortgang"]
        assert telling in heel["midterm"]
    besluiten = [b for b in papier("midterm").document.blokken if isinstance(b, Bloktabel)][-1]
    assert [rij[1] for rij in besluiten.rijen].count("stoppen") == 1
    assert len(besluiten.rijen) == len(school().planned)


def test_een_ander_feit_verandert_elk_papier_dat_het_noemt() -> None:
    from dataclasses import replace

    feiten = school()
    vier = next(rij for rij in feiten.leerjaar if rij.naam == "havo 4")
    anders = replace(
        feiten,
        leerjaar=tuple(replace(r, vertraging=40) if r is vier else r for r in feiten.leerjaar),
    )
    nieuw = {p.code: tekst(p.document) for p in make_papers(anders, read_papers())}
    for code in ("analyse", "plan", "brief"):
        assert "40" in nieuw[code]
        assert f"{vier.vertraging} van de {vier.leerlingen}" not in nieuw[code]


@pytest.mark.parametrize("code", CODES)
def test_wie_wat_vraagt_noemt_een_bron_of_ons(code: str) -> None:
    herkomst = papier(code).herkomst
    assert any(rij.bron for rij in herkomst)
    assert any(not rij.bron for rij in herkomst), "zeg ook wat van ons is"
    bestand = next(n for n in WORD if n.startswith(papier(code).bestand))
    slot = [
        t.text for t in ElementTree.fromstring(inhoud(bestand)["word/document.xml"]).iter(f"{W}t")
    ]
    assert slot[-1] == papier(code).opbouw
    assert re.search(r"waaier \(stap \d|webpagina \(stap 5", papier(code).opbouw)
    assert "Van ons: " in papier(code).opbouw


# --- De pagina zegt hetzelfde als het bestand ------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_op_de_pagina_staat_dezelfde_tekst(code: str) -> None:
    document = papier(code).document
    stukken = []
    for knoop in to_nodes(document, "x")[0].findall():
        if knoop.tagname == "raw" and "<table" in knoop.astext():
            stukken.append(BeautifulSoup(knoop.astext(), "html.parser").get_text("\n"))
        elif knoop.tagname == "#text" and knoop.parent.tagname != "raw":
            stukken.append(knoop.astext())
    regels = {r.strip() for stuk in stukken for r in stuk.split("\n") if r.strip()}
    verwacht = {r.strip() for r in lines(tekst(document)) if r.strip()}
    assert regels == verwacht


def test_een_tabel_in_html_ontsnapt_tekst_en_houdt_haar_rollen() -> None:
    tabel = Bloktabel("a & b", ("<k>", 'l"'), (("r", "<script>\nx"),))
    soep = BeautifulSoup(to_html(tabel), "html.parser")
    assert soep.find("script") is None
    assert soep.caption.text == "a & b"
    assert [th["scope"] for th in soep.select("th")] == ["col", "col", "row"]
    assert soep.td["data-kop"] == 'l"'
    assert [s.text for s in soep.select("td .vs-regel")] == ["<script>", "x"]
    for element, rol in (("table", "table"), ("tr", "row"), ("td", "cell"), ("tbody", "rowgroup")):
        assert soep.find(element)["role"] == rol


# --- De kalender -----------------------------------------------------------------------------


def test_de_agenda_opent_en_elk_punt_is_een_voorbeeld_op_een_schooldag() -> None:
    feiten = school()
    kalender = icalendar.Calendar.from_ical(bestanden()["voorbeeld-3-kwaliteitskalender.ics"])
    assert str(kalender["X-WR-CALNAME"]).startswith("Voorbeeld: ")
    punten = kalender.walk("VEVENT")
    assert len(punten) == sum(len(m.dagen) for m in feiten.moment)
    assert len({str(p["UID"]) for p in punten}) == len(punten)
    for punt in punten:
        assert str(punt["SUMMARY"]).startswith("Voorbeeld: ")
        assert "verzonnen" in str(punt["DESCRIPTION"])
        begin = punt["DTSTART"].dt
        dag = begin.date() if isinstance(begin, datetime) else begin
        assert closed(feiten, dag) == ""


def test_elk_moment_staat_in_de_maand_op_de_kalender() -> None:
    feiten = school()
    tabel = next(b for b in papier("kalender").document.blokken if isinstance(b, Bloktabel))
    assert len(tabel.rijen) == len(months(feiten)) == 11
    rijen = dict(zip(months(feiten), tabel.rijen, strict=True))
    for moment in feiten.moment:
        for dag in moment.dagen:
            cel = rijen[date(dag.year, dag.month, 1)][2]
            assert moment.titel in cel
            assert re.search(rf"\b{dag.day}\b", cel)
    assert all(rij[1] for rij in tabel.rijen), "een lege cel zegt niets"
    assert len(list(calendar_points(feiten, "x"))) == sum(len(m.dagen) for m in feiten.moment)
