"""Gids, verslag, agenda en kaarten: compleet, en wat iemand typte is overal alleen tekst."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree

import icalendar
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from strategieen import BANK, reeksen

from lv_tools.basis.uitvoer.agenda import to_ics
from lv_tools.basis.uitvoer.document import Bloktabel, Document, Kop, Opsomming, to_markdown
from lv_tools.basis.uitvoer.word import to_docx
from lv_tools.gespreksprompter.hulpmiddel import GESPREKSPROMPTER
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek, Moment, Parkeerpunt
from lv_tools.gespreksprompter.model.gids import Opdracht
from lv_tools.gespreksprompter.model.reeks import Reeks, prepare_next
from lv_tools.gespreksprompter.model.werk import default_rhythm
from lv_tools.gespreksprompter.verslag.agenda import conversation_events, rhythm_events
from lv_tools.gespreksprompter.verslag.document import guide_document, minutes_document
from lv_tools.gespreksprompter.verslag.kaarten import sheets, toon_groepjes, toon_kaarten

NU = datetime(2026, 11, 24, 15, tzinfo=UTC)
SCHOOL = BANK.tafels["school"]
KWAAD = '<script>alert(1)</script>\n=HYPERLINK("x")\nEND:VEVENT\n# kop'


def voorbeeld() -> Reeks:
    reeks = Reeks("r1", "Rector Noord", SCHOOL)
    opdracht = Opdracht(SCHOOL, tuple(BANK.fasen), 60, "waarderen", "OP3", onderwerp="lezen")
    een = prepare_next(reeks, opdracht)
    assert een.gids is not None
    eerste, tweede = een.gids.vragen[:2]
    een = replace(
        een.note(eerste.id, "Het gaat goed.").mark(een.gids.ids, een.gids.ids),
        moment=Moment(date(2026, 11, 24), time(9, 30), "kamer 2"),
        aanwezig="rector en stafmedewerker",
        overgeslagen=frozenset({tweede.id}),
        afspraken=(
            Afspraak("a1", "Lesbezoeken", "teamleider", date(2027, 1, 15), "acht verslagen"),
            Afspraak("a2", "Later bepalen"),
        ),
        parkeer=(Parkeerpunt("p1", "Het rooster"),),
        gehouden=True,
        volgende=Moment(date(2027, 3, 16), time(10, 30), "kamer 2"),
    )
    return reeks.put(een)


def tekst(document: Document) -> str:
    return to_markdown(document)


def test_het_verslag_is_compleet() -> None:
    reeks = voorbeeld()
    gesprek = reeks.gesprekken[0]
    uit = minutes_document(reeks, gesprek, NU)
    koppen = [b.tekst for b in uit.blokken if isinstance(b, Kop)]
    assert koppen == [
        "Afspraken", "Parkeerplaats", "Wat er is gezegd", "Plan",
        "Ook aan bod, zonder notitie", "Stond in de gids, kwam niet aan bod",
    ]  # fmt: skip
    (tabel,) = [b for b in uit.blokken if isinstance(b, Bloktabel)]
    assert tabel.rijen == (
        ("Lesbezoeken", "teamleider", "15-1-2027", "acht verslagen", "open"),
        ("Later bepalen", "–", "–", "–", "open"),
    )
    assert gesprek.gids is not None
    overgeslagen = [b for b in uit.blokken if isinstance(b, Opsomming)][-1]
    assert overgeslagen.punten == (gesprek.gids.vragen[1].tekst,)
    md = tekst(uit)
    for deel in (
        "24 november 2026, 9.30 uur, kamer 2",
        "rector en stafmedewerker",
        "Het gaat goed",
    ):
        assert deel.replace(".", ".") in md.replace("\\", "")
    assert "16 maart 2027, 10.30 uur" in md.replace("\\", "")


def test_zonder_namen_staan_er_geen_namen() -> None:
    reeks = voorbeeld()
    gesprek = reeks.gesprekken[0]
    md = tekst(minutes_document(reeks, gesprek, NU, namen=False))
    assert "teamleider" not in md
    assert "stafmedewerker" not in md
    assert "Namen zijn in dit bestand weggelaten" in md
    ics = to_ics(conversation_events(reeks, gesprek, namen=False), "x", NU).decode()
    assert "teamleider" not in ics


def test_het_volgende_verslag_noemt_de_afspraken_van_de_vorige_keer() -> None:
    reeks = voorbeeld().settle("a1", "gedaan")
    twee = prepare_next(reeks, Opdracht(SCHOOL, ("check",), 45))
    uit = minutes_document(reeks.put(twee), twee, NU)
    (tabel,) = [b for b in uit.blokken if isinstance(b, Bloktabel)]
    assert [rij[-1] for rij in tabel.rijen] == ["gedaan", "open"]
    gids = guide_document(reeks.put(twee), twee)
    open_, ruimte = [b for b in gids.blokken if isinstance(b, Bloktabel)]
    assert [rij[0] for rij in open_.rijen] == ["Later bepalen"]
    assert {cel.strip() for rij in ruimte.rijen for cel in rij} == {""}
    assert ruimte.kolommen == tabel.kolommen[:-1]


def test_de_gids_op_papier_noemt_elke_vraag_en_tijd() -> None:
    reeks = voorbeeld()
    gesprek = reeks.gesprekken[0]
    assert gesprek.gids is not None
    kaal = tekst(guide_document(reeks, gesprek)).replace("\\", "")
    for begin, regel in zip(gesprek.gids.starts(), gesprek.gids.regels, strict=True):
        assert regel.tekst in kaal
        assert f"Vanaf minuut {begin}, {regel.minuten}" in kaal


def test_zonder_gids_geen_verslag() -> None:
    with pytest.raises(ValueError, match="nog geen gids"):
        minutes_document(Reeks("r1", "x", SCHOOL), Gesprek("g1"), NU)


def test_afspraken_en_volgend_gesprek_in_de_agenda() -> None:
    reeks = voorbeeld()
    punten = conversation_events(reeks, reeks.gesprekken[0])
    agenda = icalendar.Calendar.from_ical(to_ics(punten, reeks.naam, NU))
    afspraak, gesprek = agenda.walk("VEVENT")
    assert str(afspraak["SUMMARY"]) == "Afspraak: Lesbezoeken"
    assert afspraak.decoded("DTSTART") == date(2027, 1, 15)
    assert "acht verslagen" in str(afspraak["DESCRIPTION"])
    begin = gesprek.decoded("DTSTART")
    assert (begin.replace(tzinfo=None), str(begin.tzinfo)) == (
        datetime(2027, 3, 16, 10, 30),
        "Europe/Amsterdam",
    )
    assert "Later bepalen" in str(gesprek["DESCRIPTION"])


def test_het_ritme_in_de_agenda() -> None:
    rooster = default_rhythm(2026).plan()
    agenda = icalendar.Calendar.from_ical(to_ics(rhythm_events(rooster, 2026), "Ritme", NU))
    punten = agenda.walk("VEVENT")
    assert len(punten) == len(rooster.overleggen)
    assert len({str(p["UID"]) for p in punten}) == len(punten)
    for overleg, punt in zip(rooster.overleggen, punten, strict=True):
        assert punt.decoded("DTSTART").replace(tzinfo=None) == datetime.combine(
            overleg.dag, overleg.tijd
        )
        assert all(o in str(punt["DESCRIPTION"]) for o in overleg.onderwerpen)


@settings(max_examples=40, deadline=None)
@given(reeksen())
def test_wat_iemand_typte_is_overal_alleen_tekst(reeks: Reeks) -> None:
    for gesprek in reeks.gesprekken:
        if gesprek.gids is None:
            continue
        kwaad = replace(
            gesprek.note(gesprek.gids.regels[0].id, KWAAD),
            afspraken=(Afspraak("a1", KWAAD, KWAAD, date(2027, 1, 1), KWAAD),),
            parkeer=(Parkeerpunt("p1", KWAAD),),
            volgende=Moment(date(2027, 1, 2), time(9), KWAAD),
        )
        for document in (minutes_document(reeks, kwaad, NU), guide_document(reeks, kwaad)):
            assert "<" not in to_markdown(document)
            with zipfile.ZipFile(io.BytesIO(to_docx(document))) as archief:
                boom = ElementTree.fromstring(archief.read("word/document.xml"))
            assert not [e for e in boom.iter() if "script" in e.tag]
        ics = to_ics(conversation_events(reeks, kwaad), reeks.naam, NU)
        assert len(icalendar.Calendar.from_ical(ics).walk("VEVENT")) == 2


def test_kaarten_elke_vraag_een_keer_met_de_goede_achterkant() -> None:
    soep = BeautifulSoup(toon_kaarten().inhoud, "html.parser")
    voor = [p.get_text() for p in soep.select(".lv-voor .lv-vraag")]
    assert sorted(voor) == sorted(v.tekst for v in BANK.vragen.values())
    for blad in soep.select(".lv-vel.lv-voor"):
        achter = blad.find_next_sibling(class_="lv-achter")
        vragen = [k.select_one(".lv-vraag") for k in blad.select(".lv-kaart")]
        fronten = [v.get_text() if v else "" for v in vragen]
        ruggen = [(k.select_one(".lv-fase") or k).get_text() for k in achter.select(".lv-kaart")]
        # Bij draaien over de lange kant ligt rechts achter links.
        assert [ruggen[1], ruggen[0], ruggen[3], ruggen[2]] == fronten


def test_kaarten_van_een_eigen_lijst_hebben_hun_eigen_stapel() -> None:
    soep = BeautifulSoup(toon_kaarten().inhoud, "html.parser")
    tafel = BANK.tafels["leerlingen"]
    (bak,) = [b for b in soep.select(".lv-kaartenbak") if tafel.naam in b.summary.get_text()]
    voor = [p.get_text() for p in bak.select(".lv-voor .lv-vraag")]
    assert voor == [v.tekst for v in BANK.vragen.values() if "leerlingen" in v.tafels]
    for zin in tafel.instructie:
        assert zin in soep.get_text()


def test_de_gids_op_papier_zegt_wie_leidt_wat_te_doen() -> None:
    tafel = BANK.tafels["leerlingen"]
    reeks = Reeks("r1", tafel.naam, tafel)
    gesprek = prepare_next(reeks, Opdracht(tafel, tafel.fasen, 45).check())
    blokken = guide_document(reeks, gesprek).blokken
    (plek,) = [nr for nr, blok in enumerate(blokken) if blok == Opsomming(tafel.instructie)]
    assert blokken[plek - 1] == Kop("Voor wie het gesprek leidt", 2)
    school = BANK.tafels["school"]
    gewoon = prepare_next(Reeks("r1", "x", school), Opdracht(school, ("plan",), 45).check())
    assert "Voor wie" not in to_markdown(guide_document(Reeks("r1", "x", school), gewoon))


def test_vellen_zijn_altijd_vier_kaarten() -> None:
    vragen = list(BANK.vragen.values())
    for aantal in range(10):
        vellen = sheets(vragen[:aantal])
        assert len(vellen) == -(-aantal // 4)
        assert [v for vel in vellen for v in vel.voor if v] == vragen[:aantal]
        assert all(set(vel.voor) == set(vel.achter) for vel in vellen)


def test_groepjes_van_drie() -> None:
    soep = BeautifulSoup(toon_groepjes().inhoud, "html.parser")
    assert [h.get_text() for h in soep.select(".lv-rol h3")] == ["Spreker", "Vrager", "Waarnemer"]
    minuten = [int(re.search(r"\((\d+)", li.get_text())[1]) for li in soep.select("ol li")]
    assert f"in {sum(minuten)} minuten per ronde" in soep.get_text()


def test_stilbeeld() -> None:
    soep = BeautifulSoup(GESPREKSPROMPTER.still(), "html.parser")
    assert len(soep.select("table")) == 3
    assert str(len(BANK.vragen)) in soep.get_text()
    assert soep.select("table")[1].get_text().count("presentatie, aan tafel met") == 6
