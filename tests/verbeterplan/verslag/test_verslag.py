"""Het plan op papier: de inhoud, de figuren en de vijf bestanden, met vijandige tekst erin."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import icalendar
import openpyxl
from hypothesis import given, settings
from plannen import INHOUD, PEIL, PLANNEN, activiteit, doel, kern, meting

from lv_tools.basis.uitvoer.document import Bloktabel, Kop, Opsomming, to_blocks, to_markdown
from lv_tools.basis.uitvoer.uitvoertabel import to_xlsx
from lv_tools.basis.uitvoer.word import to_docx
from lv_tools.verbeterplan.figuur.boom import MEESTE_RIJEN, tree
from lv_tools.verbeterplan.figuur.tijdlijn import months, timeline
from lv_tools.verbeterplan.model.boom import branches
from lv_tools.verbeterplan.model.plan import Activiteit, Kern, Plan
from lv_tools.verbeterplan.model.uitkomst import compute
from lv_tools.verbeterplan.verslag.bestanden import actions, calendar, one_page, parents, tables
from lv_tools.verbeterplan.verslag.document import outcome, report

NU = datetime(2026, 2, 10, 12, tzinfo=UTC)
VIJANDIG = '=HYPERLINK("x")<script>alert(1)</script>;\\nEND:VEVENT|**'
BREED = settings(deadline=None, max_examples=30)


def uitslag(plan: Kern | None = None, **velden):
    return compute(Plan(plan or kern(), "plan1", PEIL, **velden), INHOUD)


def gelezen(agenda: bytes) -> dict[str, icalendar.Event]:
    """Lees een agendabestand, per titel."""
    return {str(e["SUMMARY"]): e for e in icalendar.Calendar.from_ical(agenda).walk("VEVENT")}


def test_het_plan_heeft_de_inhoud_die_het_boek_noemt_en_plaats_om_te_tekenen() -> None:
    koppen = [b.tekst for b in report(uitslag(), INHOUD).blokken if isinstance(b, Kop)]
    assert [k for k in koppen if k[:1].isdigit()] == [
        "1. Hoe het er nu voor staat",
        "2. Wat wij willen",
        "3. Wat wij doen",
        "4. Waaraan wij het zien",
        "5. Wie wat hoort",
        "6. Hoe ver wij zijn",
    ]
    tabellen = [b for b in report(uitslag(), INHOUD).blokken if isinstance(b, Bloktabel)]
    teken = next(t for t in tabellen if "Handtekening" in t.kolommen)
    assert [rij[0] for rij in teken.rijen][:2] == ["Bestuur", "Schoolleiding"]


def test_na_de_midterm_review_staan_de_besluiten_erin() -> None:
    besloten = kern(activiteiten=(activiteit(besluit="stoppen", reden="niemand kwam"),))
    tekst = to_markdown(report(uitslag(besloten), INHOUD))
    assert "Midterm review" in tekst
    assert "niemand kwam" in tekst


def test_alles_uit_het_plan_staat_in_word() -> None:
    bestand = to_docx(report(uitslag(), INHOUD))
    with zipfile.ZipFile(io.BytesIO(bestand)) as map_:
        boom = ElementTree.fromstring(map_.read("word/document.xml"))
    tekst = " ".join(deel.text or "" for deel in boom.iter() if deel.tag.endswith("}t"))
    for knoop in kern().nodes():
        assert knoop.wat in tekst
    assert "4 van de 12 (33%)" in tekst


@BREED
@given(PLANNEN)
def test_elk_plan_is_op_te_slaan_als_elk_bestand(plan) -> None:
    """Geen plan, hoe half ook, houdt een bestand tegen."""
    uit = compute(plan, INHOUD)
    for document in (report(uit, INHOUD), outcome(uit, INHOUD), parents(uit, INHOUD)):
        assert to_markdown(document)
        assert to_blocks(document)
    for tabel in tables(uit, INHOUD):
        assert len(tabel.rijen) >= 0
    assert one_page(uit, INHOUD).count(b"<script") == 0
    icalendar.Calendar.from_ical(calendar(plan, INHOUD, NU)[0])


@BREED
@given(PLANNEN)
def test_de_boom_heeft_elk_onderdeel_precies_een_keer(plan) -> None:
    uit = compute(plan, INHOUD)
    takken = branches(uit)
    assert sorted(t.knoop.id for t in takken) == sorted(k.id for k in plan.kern.nodes())
    assert all(tak.onder < plek for plek, tak in enumerate(takken))
    blad = tree(uit, INHOUD)
    assert len(blad.rijen) == len(takken)
    assert len(blad.figuur["data"][1]["y"]) == min(len(takken), MEESTE_RIJEN)


def test_de_tijdlijn_noemt_de_drukste_maand() -> None:
    druk = kern(activiteiten=(activiteit("a1"), activiteit("a2", klaar=date(2026, 3, 1))))
    blad = timeline(uitslag(druk), INHOUD)
    assert "De drukste maand is januari 2026, met 2 die dan lopen." in blad.samenvatting
    assert timeline(uitslag(kern(activiteiten=())), INHOUD) is None
    assert list(months(date(2025, 11, 30), date(2026, 1, 1))) == [
        (2025, 11), (2025, 12), (2026, 1),
    ]  # fmt: skip


def test_de_actielijst_opent_in_excel_met_vijandige_tekst_als_tekst() -> None:
    plan = kern(activiteiten=(activiteit(wat=VIJANDIG, uren=12), activiteit("a2")))
    boek = openpyxl.load_workbook(io.BytesIO(to_xlsx([actions(uitslag(plan), INHOUD)])))
    blad = boek.active
    koppen = [cel.value for cel in blad[1]]
    assert koppen[:3] == ["Wat", "Wie", "Samen met"]
    cel = blad.cell(2, 1)
    assert cel.data_type == "s"
    assert cel.value.startswith("=HYPERLINK")
    assert blad.cell(2, koppen.index("Uren") + 1).value == 12
    assert blad.cell(3, koppen.index("Doel") + 1).value == doel().wat


def test_de_tekst_voor_ouders_zegt_wat_hun_kind_merkt_en_wanneer_er_nieuws_is() -> None:
    document = parents(uitslag(), INHOUD)
    tekst = to_markdown(document)
    assert "Iedereen schrijft een antwoord" in tekst
    assert "1 december 2025" in tekst
    assert "Van elkaar leren" in tekst
    assert "teamleider" not in tekst
    assert [b for b in document.blokken if isinstance(b, Opsomming)]


def test_het_ene_blad_heeft_de_boom_en_niets_van_buiten() -> None:
    plan = kern(activiteiten=(activiteit(wat=VIJANDIG),))
    blad = one_page(uitslag(plan), INHOUD).decode()
    svg = re.search(r"<main>(.*)</main>", blad)[1]
    ElementTree.fromstring(svg)  # een geldige tekening
    assert "<script" not in blad
    assert not re.search(r'(?:src|href)="|url\(|http(?!://www\.w3\.org/2000/svg)', blad)
    for vorm in ("groen", "oranje", "rood", "grijs"):
        assert vorm in blad


def test_de_agenda_werkt_bij_en_laat_vervallen_en_verdubbelt_nooit() -> None:
    eerst = Plan(kern(activiteiten=(activiteit(), activiteit("a2", wat="Steunuur"))), "p")
    een, onthouden = calendar(eerst, INHOUD, NU)
    namen = gelezen(een)
    lesbezoek, steunuur = namen["Klaar: Lesbezoek in tweetallen"], namen["Klaar: Steunuur"]
    assert lesbezoek["DTSTART"].dt == date(2026, 1, 23)
    assert "Meten: Halverwege" in namen

    zelfde, _ = calendar(onthouden, INHOUD, NU + timedelta(1))
    assert {str(e["UID"]): e["SEQUENCE"] for e in gelezen(zelfde).values()} == {
        str(e["UID"]): 0 for e in namen.values()
    }

    later = kern(
        activiteiten=(
            activiteit(klaar=date(2026, 3, 1), wat="Lesbezoek, later"),
            activiteit("a2", wat="Steunuur", besluit="stoppen"),
        )
    )
    twee, _ = calendar(replace(onthouden, kern=later), INHOUD, NU + timedelta(2))
    nieuw = {str(e["UID"]): e for e in gelezen(twee).values()}
    assert nieuw.keys() == {str(e["UID"]) for e in namen.values()}
    verzet, weg = nieuw[str(lesbezoek["UID"])], nieuw[str(steunuur["UID"])]
    assert (verzet["SEQUENCE"], verzet["STATUS"]) == (1, "CONFIRMED")
    assert verzet["DTSTART"].dt == date(2026, 3, 1)
    assert (weg["SEQUENCE"], weg["STATUS"]) == (1, "CANCELLED")
    assert "Steunuur" not in str(weg["SUMMARY"])


def test_twee_plannen_delen_nooit_een_punt_in_een_agenda() -> None:
    een, ander = (
        {str(e["UID"]) for e in gelezen(calendar(Plan(kern(), naam), INHOUD, NU)[0]).values()}
        for naam in ("plan1", "plan2")
    )
    assert not een & ander


def test_vijandige_tekst_is_in_geen_enkel_bestand_meer_dan_tekst() -> None:
    plan = kern(
        titel=VIJANDIG[:80],
        niet=VIJANDIG,
        doelen=(doel(wat=VIJANDIG, waarnemingen=(meting(PEIL, 9, 14, gezien=VIJANDIG),)),),
        activiteiten=(activiteit(wat=VIJANDIG),),
    )
    uit = uitslag(plan)
    assert "<script>" not in to_markdown(report(uit, INHOUD))
    for bestand in (to_docx(report(uit, INHOUD)), to_docx(parents(uit, INHOUD))):
        with zipfile.ZipFile(io.BytesIO(bestand)) as map_:
            ElementTree.fromstring(map_.read("word/document.xml"))
    punten = gelezen(calendar(Plan(plan, "p"), INHOUD, NU)[0])
    assert len(punten) == len(gelezen(calendar(Plan(kern(), "p"), INHOUD, NU)[0]))


def test_driehonderd_activiteiten_passen_in_elk_bestand() -> None:
    plan = kern(activiteiten=tuple(activiteit(f"a{nr}") for nr in range(300)))
    uit = uitslag(plan)
    assert len(actions(uit, INHOUD).rijen) == 300
    assert one_page(uit, INHOUD).count(b"<g>") == 304
    assert isinstance(uit.kern.activiteiten[0], Activiteit)
