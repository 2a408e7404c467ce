"""Het verslag, de tabellen en de meegenomen vragen."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scans import CODES, INHOUD, OPZET, earlier, groepen, oordelen, people, scan_of

from lv_tools.basis.antwoorden.bestand import checksum
from lv_tools.basis.antwoorden.tabel import read_rows
from lv_tools.basis.onderzoek.samenvoegen import Bron
from lv_tools.basis.tabellen.tabelbestand import read_table
from lv_tools.basis.uitvoer.document import Kop, Opsomming, Paginaeinde, to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import to_csv, to_xlsx
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.basis.uitvoer.word import to_docx
from lv_tools.zelfevaluatie.model.gespreksvragen import MEESTE, questions, to_file
from lv_tools.zelfevaluatie.model.opzet import example_setup, vragenset
from lv_tools.zelfevaluatie.model.samenoordeel import check_joint, set_joint
from lv_tools.zelfevaluatie.model.scan import Scan
from lv_tools.zelfevaluatie.model.uitslag import compute
from lv_tools.zelfevaluatie.model.vergelijken import add_earlier
from lv_tools.zelfevaluatie.verslag.document import report
from lv_tools.zelfevaluatie.verslag.tabellen import all_tables

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "data/instrumenten/gespreksvragen.schema.json").read_text("utf-8")
)
VOORBEELD = Scan(example_setup(INHOUD), (Bron("v", INHOUD.voorbeeldmensen),))
OUD = replace(OPZET, id="f" * 12, datum=date(2025, 1, 1), naam="Vorig jaar")
GEHEIM = "alleen-voor-de-bestuurder"


def full(groep, modus="naam"):
    """Een scan met alles: oordeel, eerdere scan, teksten."""
    scan = scan_of(groep, modus)
    gelezen = check_joint("bka1", {"oordeel": "2", "overtuigd": "x"}, compute(scan, INHOUD), INHOUD)
    return add_earlier(set_joint(scan, gelezen.oordeel), scan_of(earlier(groep), modus, OUD))


def everything(scan, wensen):
    """Alles wat de deur uit gaat, als tekst."""
    uitslag = compute(scan, INHOUD)
    tabellen = all_tables(uitslag, INHOUD, wensen)
    delen = [to_markdown(report(uitslag, INHOUD, wensen)).replace("\\", "")]
    delen += [to_csv(tabel).decode("utf-8-sig") for tabel in tabellen]
    with zipfile.ZipFile(io.BytesIO(to_docx(report(uitslag, INHOUD, wensen)))) as word:
        delen.append(word.read("word/document.xml").decode())
    if questions(uitslag, INHOUD):
        delen.append(to_file(uitslag, INHOUD).decode())
    return "\n".join(delen)


def test_na_de_eerste_bladzijde_staat_wat_het_verslag_niet_is():
    eerste, *blokken = report(compute(VOORBEELD, INHOUD), INHOUD).blokken
    assert eerste.papier[0] == Kop("In het kort")
    assert eerste.papier[-1] == Paginaeinde()
    assert blokken[0] == Kop("Wat dit verslag niet is")
    assert blokken[1] == Opsomming(INHOUD.wat_niet)


def test_het_verslag_noemt_aantallen_regels_en_bewaaradvies():
    tekst = to_markdown(report(compute(VOORBEELD, INHOUD), INHOUD)).replace("\\", "")
    for stuk in (
        "9 mensen",
        "bestuur 2, intern toezicht 3 en rector of directeur 4",
        "keuze van dit hulpmiddel en geen norm",
        INHOUD.privacy.bewaren,
        INHOUD.privacy.avg,
        "7 × voldoende, 1 × (heel) goed; eensgezindheid 0,92; n = 8",
        "Bestuur (2 mensen) hoger dan rector of directeur (4 mensen) in 6 van 8 paren, lager in 1",
    ):
        assert stuk in tekst


@pytest.mark.parametrize("volledig", [True, False])
def test_namen_alleen_op_naam_en_als_erom_gevraagd_is(volledig):
    groep = people("bestuur", 5, dict.fromkeys(CODES, 3), naam="Annegien")
    met = Wensen(namen=True, volledig=volledig)
    zonder = Wensen(volledig=volledig)
    assert "Annegien" in everything(full(groep), met)
    assert "Annegien" not in everything(full(groep), zonder)
    assert "Annegien" not in everything(full(groep, "anoniem"), met)


def test_een_naam_staat_alleen_bij_een_tekst_in_de_tabel_met_losse_antwoorden():
    """Nergens anders staan een naam en een tekst in één rij of alinea."""
    groep = people("gmr", 5, dict.fromkeys(CODES, 3), naam="Annegien")
    groep[0] = replace(groep[0], notities={"bka1:bewijs": GEHEIM})
    uitslag = compute(full(groep), INHOUD)
    for namen in (True, False):
        wensen = Wensen(namen=namen, volledig=True)
        for tabel in all_tables(uitslag, INHOUD, wensen):
            samen = [rij for rij in tabel.rijen if {"Annegien", GEHEIM} <= {str(c) for c in rij}]
            assert bool(samen) is (tabel.titel == "Antwoorden"), tabel.titel
        tekst = to_markdown(report(uitslag, INHOUD, wensen)).replace("\\", "")
        assert GEHEIM in tekst
        assert not [r for r in tekst.splitlines() if GEHEIM in r and "Annegien" in r]


def test_anoniem_gaan_er_geen_antwoorden_per_persoon_en_geen_teksten_van_weinigen_uit():
    groep = people("bestuur", 4, dict.fromkeys(CODES, 3), notities={"bka1:bewijs": GEHEIM})
    assert GEHEIM in everything(full(groep), Wensen())
    assert GEHEIM not in everything(full(groep, "anoniem"), Wensen(namen=True))
    alles = Wensen(namen=True)
    anoniem = all_tables(compute(full(groep, "anoniem"), INHOUD), INHOUD, alles)
    assert "Antwoorden" not in [t.titel for t in anoniem]


@pytest.mark.parametrize("volledig", [True, False])
@pytest.mark.parametrize("namen", [True, False])
def test_losse_antwoorden_gaan_mee_als_erom_gevraagd_is_en_anders_niet(volledig, namen):
    """Wat iemand antwoordde, hangt alleen van de wens af en niet van de omvang."""
    groep = people("bestuur", 3, dict.fromkeys(CODES, 3), naam="Annegien")
    wensen = Wensen(namen=namen, volledig=volledig)
    uitslag = compute(full(groep), INHOUD)
    assert ("Antwoorden" in [t.titel for t in all_tables(uitslag, INHOUD, wensen)]) is namen
    assert ("Bijlage\\: losse antwoorden" in to_markdown(report(uitslag, INHOUD, wensen))) is namen


def test_wie_er_bij_het_gesprek_waren_staat_er_alleen_op_verzoek():
    groep = people("bestuur", 5, dict.fromkeys(CODES, 3))
    for modus, namen, mag in (
        ("naam", True, True), ("naam", False, False), ("anoniem", True, False),
    ):  # fmt: skip
        scan = scan_of(groep, modus)
        ruw = {"oordeel": "2", "aanwezig": "Annegien"}
        gelezen = check_joint("bka1", ruw, compute(scan, INHOUD), INHOUD)
        uit = everything(set_joint(scan, gelezen.oordeel), Wensen(namen=namen))
        assert ("Annegien" in uit) is mag, (modus, namen)


@settings(max_examples=15, deadline=None)
@given(groepen(CODES[:4], 12), st.randoms())
def test_wat_afgeschermd_is_staat_in_geen_enkele_uitvoer(groep, toeval):
    """Te klein voor een uitslag: dan geven andere antwoorden precies dezelfde uitvoer."""
    klein = groep[:4]
    anders = [
        replace(r, antwoorden={c: toeval.choice([1, 2, 3, 4]) for c in r.antwoorden}, notities={})
        for r in klein
    ]
    klein = [replace(r, notities={}) for r in klein]
    een = everything(scan_of(klein, "anoniem"), Wensen(namen=True))
    assert everything(scan_of(anders, "anoniem"), Wensen(namen=True)) == een


@settings(max_examples=15, deadline=None)
@given(
    groepen(), st.lists(oordelen, max_size=1), st.sampled_from(["naam", "anoniem"]), st.booleans()
)
def test_elk_verslag_en_elke_tabel_is_te_schrijven(groep, samen, modus, volledig):
    # Wat iemand zelf opschreef, mag ‘None’ zijn.
    assume(all("None" not in tekst for wie in groep for tekst in wie.notities.values()))
    scan = replace(full(groep, modus), samen=tuple(samen))
    tekst = everything(scan, Wensen(namen=True, volledig=volledig))
    assert "None" not in tekst
    tabellen = all_tables(compute(scan, INHOUD), INHOUD)
    assert to_xlsx(tabellen).startswith(b"PK")
    assert tabellen[-1].titel == "Codeboek"
    uitgelegd = {str(rij[0]) for rij in tabellen[-1].rijen}
    assert set(CODES) <= uitgelegd


def test_antwoorden_in_de_tabel_zijn_die_van_de_mensen():
    groep = people("bestuur", 2, {CODES[0]: 4, CODES[1]: None, CODES[2]: 0}, naam="Anne")
    uitslag = compute(scan_of(groep), INHOUD)
    tabellen = all_tables(uitslag, INHOUD, Wensen(namen=True))
    tabel = next(t for t in tabellen if t.titel == "Antwoorden")
    assert tabel.rijen[0][:7] == (1, "Anne", "bestuur", 4, "?", "nvt", None)


@settings(max_examples=30, deadline=None)
@given(groepen(grootste=8))
def test_de_tabel_met_antwoorden_is_weer_in_te_lezen(groep):
    """Wat eruit gaat, komt er precies zo weer in: ook n.v.t., weet ik niet en leeg."""
    uitslag = compute(scan_of(groep), INHOUD)
    tabellen = all_tables(uitslag, INHOUD, Wensen(namen=True))
    tabel = next(t for t in tabellen if t.titel == "Antwoorden")
    # Wie alleen een opmerking schreef, gaat ook heen en weer.
    ingevuld = [r for r in groep if r.antwoorden or any(map(str.strip, r.notities.values()))]
    if not ingevuld:
        return
    vragen = vragenset(uitslag.scan.opzet, INHOUD)
    for naam, bytes_ in (("a.xlsx", to_xlsx([tabel])), ("a.csv", to_csv(tabel))):
        terug = read_rows(read_table(naam, bytes_), naam, vragen, met_namen=True).bron.respondenten

        def kern(mensen):
            return sorted(((r.rol, sorted(r.antwoorden.items())) for r in mensen), key=str)

        assert kern(terug) == kern(ingevuld)


@pytest.mark.parametrize("tekst", ["=HYPERLINK(1)", "<script>alert(1)</script>", "| a |\n# b"])
def test_vijandige_tekst_blijft_tekst(tekst):
    groep = people("bestuur", 2, {CODES[0]: 2}, notities={"bka1:bewijs": tekst})
    uitslag = compute(scan_of(groep), INHOUD)
    markdown = to_markdown(report(uitslag, INHOUD))
    assert "<script>" not in markdown
    tabellen = all_tables(uitslag, INHOUD, Wensen(namen=True))
    tabel = next(t for t in tabellen if t.titel == "Antwoorden")
    cellen = to_csv(tabel).decode("utf-8-sig")
    assert ";=HYPERLINK" not in cellen
    assert to_docx(report(uitslag, INHOUD)).startswith(b"PK")


# ---------------------------------------------------------------- vragen om mee te nemen


def test_vragen_volgen_de_uitslag():
    vragen = questions(compute(VOORBEELD, INHOUD), INHOUD)
    assert vragen[0].onderwerp == "Rolbewust zijn"
    assert "Duidelijk wie beslist" in vragen[0].reden
    # Een vraag bij een thema gaat over meer dan de stelling die opviel; de reden zegt dat.
    van_thema = {v.tekst for v in INHOUD.startvragen}
    for vraag in vragen:
        thema = vraag.tekst in van_thema and not vraag.reden.startswith("Past altijd")
        assert vraag.reden.startswith("Hoort bij het thema. ") == thema
    assert len({vraag.tekst for vraag in vragen}) == len(vragen)
    eigen = {v.tekst: v.fase for v in INHOUD.startvragen}
    assert all(eigen.get(v.tekst, "") == v.fase for v in vragen)


@settings(max_examples=30, deadline=None)
@given(groepen(), st.sampled_from(["naam", "anoniem"]))
def test_vragenbestand_volgt_zijn_schema(groep, modus):
    uitslag = compute(full(groep, modus), INHOUD)
    if not questions(uitslag, INHOUD):
        with pytest.raises(ValueError, match="nog geen vragen"):
            to_file(uitslag, INHOUD)
        return
    gegevens = json.loads(to_file(uitslag, INHOUD))
    jsonschema.validate(gegevens, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert gegevens["controle"] == checksum(gegevens)
    assert 1 <= len(gegevens["vragen"]) <= MEESTE
    assert all("\n" not in tekst for vraag in gegevens["vragen"] for tekst in vraag.values())


def test_elk_thema_met_antwoorden_heeft_een_vraag_die_altijd_past():
    uitslag = compute(scan_of(people("bestuur", 3, dict.fromkeys(CODES, 3))), INHOUD)
    teksten = {vraag.tekst for vraag in questions(uitslag, INHOUD)}
    for thema in OPZET.themas:
        vast = INHOUD.vragen_bij(thema, "altijd")
        assert vast
        assert {vraag.tekst for vraag in vast} <= teksten
    assert questions(compute(scan_of([]), INHOUD), INHOUD) == ()
