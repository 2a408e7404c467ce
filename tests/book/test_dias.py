"""Bij de kenmerken, de stappen en de netwerkdag horen dia's en een uitdeelblad."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

BOEK = Path(__file__).resolve().parents[2] / "book"
KENMERKEN = ("cyclisch-werken", "alignment", "structuur-en-cultuur", "rolbewust")
HOOFDSTUKKEN = sorted(
    [
        *(f"stappen/{pad.stem}" for pad in (BOEK / "stappen").glob("stap-*.md")),
        "handreiking/index",
        "handreiking/verbetercultuur",
        *(f"handreiking/{naam}" for naam in KENMERKEN),
        *(f"netwerkdag/{pad.stem}" for pad in (BOEK / "netwerkdag").glob("*.md")),
    ]
)
# Teksten om over te nemen zijn niet voor aan de wand.
HOOFDSTUKKEN.remove("netwerkdag/teksten")
#: Meer tekst leest niemand van een wand. De laatste dia is de opdracht, in hele zinnen.
MEESTE_TEKENS = 430
#: Hier is de bladzijde voor wie de dag leidt; de dia's zijn voor wie meedoet.
VOOR_DE_ZAAL = {"netwerkdag/index", "netwerkdag/programma", "netwerkdag/werkvormen"}
#: Wat iemand in de zaal niet aangaat.
LEIDERSTAAL = re.compile(
    r"het draaiboek in de hand|uw deelnemers|deze pagina|dit hoofdstuk|uw zaal|kiest? uw programma"
)
PROGRAMMAS = ("middag", "dag", "urgentie")
KAARTEN = "_uitdeel/werkvormkaarten.html"


@cache
def soup(pad: Path) -> BeautifulSoup:
    return BeautifulSoup(pad.read_text("utf-8"), "html.parser")


def slides(site: Path, pagina: str) -> list[Tag]:
    return soup(site / "_dia" / f"{pagina}.html").select(".slides > section")


def test_there_are_nineteen_chapters() -> None:
    assert len(HOOFDSTUKKEN) == 19


@pytest.mark.parametrize("pagina", HOOFDSTUKKEN)
def test_page_links_to_its_slides_and_handout(pagina: str, site: Path) -> None:
    links = {a.text: a for a in soup(site / f"{pagina}.html").select("h1 ~ ul.hs-vormen a")}
    assert links["Als dia's"]["href"] == f"../_dia/{pagina}.html"
    assert links["Uitdeelblad"]["href"] == f"../_uitdeel/{pagina}.html"
    for naam, soort in (("Dia's (PowerPoint)", "pptx"), ("Dia's met notities (pdf)", "pdf")):
        bestand = site / "_druk" / "dia" / f"{pagina}.{soort}"
        assert links[naam].parent.has_attr("hidden") != bestand.is_file()
    pdf = links["Uitdeelblad (pdf)"]
    te_zien = bool(pdf.get("href"))
    assert pdf.parent.has_attr("hidden") != te_zien
    assert not te_zien or (site / "_druk" / "handout" / f"{pagina}.pdf").is_file()


@pytest.mark.parametrize("pagina", HOOFDSTUKKEN)
def test_chapter_has_slides_that_say_something(pagina: str, site: Path) -> None:
    dias = slides(site, pagina)
    assert len(dias) >= 5
    titels = [dia.select_one("h1, h2").text for dia in dias]
    titel = soup(site / f"{pagina}.html").h1.text.strip()
    assert (titels[0] == titel) != (pagina in VOOR_DE_ZAAL)
    assert titels[-1] == "Wat neemt u mee?"
    assert len(set(titels)) == len(titels)
    for titel, dia in zip(titels, dias, strict=True):
        notities = dia.select_one("aside.notes").extract()
        assert len(notities.text.split()) >= 8, f"weinig spreektekst bij {titel!r}"
        for los in dia.select("figure.tk, .tr-eigen"):
            los.extract()  # labels in een tekening, en van wie de dia is: in een oogopslag
        assert len(dia.get_text(" ", strip=True)) <= MEESTE_TEKENS, f"veel tekst op {titel!r}"
    soup.cache_clear()


@pytest.mark.parametrize("pagina", HOOFDSTUKKEN)
def test_percentage_on_a_slide_has_its_source(pagina: str, site: Path) -> None:
    """Een getal aan de wand staat daar met zijn bron: een dia wordt gefotografeerd en gedeeld."""
    zonder = []
    for dia in slides(site, pagina):
        inhoud, bron = dia.select_one(".tr-inhoud"), dia.select_one(".tr-bron")
        onder = bron.text if bron else ""
        if inhoud and "%" in inhoud.text and "onderzoek, " not in (inhoud.text + onder).lower():
            zonder.append(dia["data-naam"])
    assert not zonder


@pytest.mark.parametrize("pagina", HOOFDSTUKKEN)
def test_slide_texts_are_not_on_the_page_itself(pagina: str, site: Path) -> None:
    tekst = (site / f"{pagina}.html").read_text("utf-8")
    assert "tr-inhoud" not in tekst
    assert "reveal" not in tekst
    assert not re.search(r"class=\"[^\"]*\bdia\b", tekst)


@pytest.mark.parametrize("dek", [*HOOFDSTUKKEN, *(f"programma/{p}" for p in PROGRAMMAS)])
def test_slides_speak_to_the_room(dek: str, site: Path) -> None:
    for dia in slides(site, dek):
        dia.select_one("aside.notes").extract()
        assert not LEIDERSTAAL.search(dia.text.lower()), dia["data-naam"]
    soup.cache_clear()


@pytest.mark.parametrize("code", PROGRAMMAS)
def test_programme_runs_from_begin_to_end_with_breaks(code: str, site: Path) -> None:
    dias = slides(site, f"programma/{code}")
    tijden = [(d["data-begin"], d["data-eind"]) for d in dias if d.has_attr("data-eind")]
    minuten = [[int(t.split(".")[0]) * 60 + int(t.split(".")[1]) for t in paar] for paar in tijden]
    # Elk deel begint waar het vorige ophoudt; dia's van één deel hebben dezelfde tijd.
    for (begin, eind), (volgende, _) in pairwise(minuten):
        assert begin < eind
        assert volgende in (begin, eind)
    pauzes = [d for d in dias if "tr-pauze" in d["class"]]
    assert pauzes
    for pauze in pauzes:
        assert pauze["data-eind"] in pauze.select_one(".tr-groot").text
        assert pauze.select_one("[data-tot]")["data-tot"] == pauze["data-eind"]
    assert dias[-1].h2.text == "Wat neemt u mee?"


def sheets() -> list[str]:
    bladen = [f"{map_}/{p}.html" for map_ in ("_dia", "_uitdeel") for p in HOOFDSTUKKEN]
    return [*bladen, KAARTEN]


@pytest.mark.parametrize("blad", sheets())
def test_sheet_is_whole_and_self_hosted(blad: str, site: Path) -> None:
    pad = site / blad
    html = soup(pad)
    assert html.html["lang"] == "nl"
    assert len(html.title.text) > 8
    assert len(html.select("h1")) == 1
    verwijzingen = [
        str(el.get("href") or el.get("src"))
        for el in html.select("a[href], link[href], script[src]")
    ]
    assert verwijzingen
    for verwijzing in verwijzingen:
        delen = urlsplit(verwijzing)
        assert not delen.netloc, f"van een andere host: {verwijzing}"
        assert (pad.parent / unquote(delen.path)).is_file(), f"dood: {verwijzing}"


@pytest.mark.parametrize("pagina", HOOFDSTUKKEN)
def test_handout_has_the_same_lines_as_the_slides(pagina: str, site: Path) -> None:
    blad = soup(site / "_uitdeel" / f"{pagina}.html")
    koppen = [kop.text for kop in blad.select(".kern h2")]
    dias = slides(site, pagina)[1:-1]
    getekend = [dia for dia in dias if "tr-tekening" in dia.get("class", [])]
    assert koppen == [dia["data-naam"] for dia in dias if dia not in getekend]
    # De tekeningen van de pagina zelf staan op de achterkant; een geleende is alleen voor de wand.
    achterkant = [kop.text for kop in blad.select(".achterkant section:not(.notities) h2")]
    eigen = len(soup(site / f"{pagina}.html").select("figure.tk"))
    assert len(achterkant) == min(eigen, 2)
    assert set(achterkant) <= {dia["data-naam"] for dia in getekend}
    assert blad.select_one(".week").text.strip()
    assert blad.select_one(".notities")


def test_every_exercise_is_a_card(site: Path) -> None:
    kaarten = [kop.text for kop in soup(site / KAARTEN).select(".kaart h2")]
    oefeningen = [
        kop.text.strip() for kop in soup(site / "netwerkdag/werkvormen.html").select("h3")
    ]
    assert len(oefeningen) == 17
    assert kaarten == [*oefeningen, "Onze eigen werkvorm"]


def test_route_of_the_trainer_names_all_slides(site: Path) -> None:
    links = {a["href"] for a in soup(site / "routes/trainer.html").select("main a[href*='_dia/']")}
    alle = [*HOOFDSTUKKEN, *(f"programma/{code}" for code in PROGRAMMAS)]
    assert links == {f"../_dia/{pad}.html" for pad in alle}


def test_reader_does_not_store_slides_unasked(site: Path) -> None:
    """Wie alleen leest, bewaart geen dia's en geen drukwerk voor zonder internet."""
    dienst = (site / "lv-dienst.js").read_text("utf-8")
    begin = dienst.index('{"versie": ')
    voorraad, _ = json.JSONDecoder().raw_decode(dienst, begin)
    assert "stappen/index.html" in voorraad["licht"]
    # Het drukwerk staat er apart in: dat gaat alleen mee als de lezer erom vraagt.
    ongevraagd = [*voorraad["licht"], *voorraad["zwaar"]]
    assert not [pad for pad in ongevraagd if re.match(r"(_dia|_uitdeel|_druk)/", pad)]
