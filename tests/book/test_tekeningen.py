"""In het gebouwde boek: elke tekening staat op haar bladzijde, op een dia en op een blad."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from tekeningen.gegevens import names, read_drawing

#: Waar elke tekening te zien is.
PAGINAS = {
    "index": ["kaart"],
    "handreiking/stelsel": ["stelsel"],
    "handreiking/cyclisch-werken": ["pdca", "cyclisch-werken"],
    "handreiking/alignment": ["alignment", "zes-tafels", "gesprekskaart"],
    "handreiking/structuur-en-cultuur": ["structuur-en-cultuur"],
    "handreiking/rolbewust": ["rolbewust"],
    "handreiking/kwaliteitscultuur": ["kwaliteitscultuur"],
    "handreiking/verbetercultuur": ["keten"],
    "stappen/index": ["zes-stappen"],
    "stappen/stap-1-situatie-in-kaart": ["stap-1"],
    "stappen/stap-2-bewustwording": ["stap-2", "urgentie"],
    "stappen/stap-3-doelen-en-maatregelen": ["stap-3"],
    "stappen/stap-4-aan-de-slag": ["stap-4"],
    "stappen/stap-5-voortgang-en-resultaten": ["stap-5"],
    "stappen/stap-6-kwaliteit-op-peil": ["stap-6"],
    "onderzoek/van-smal-naar-breed": ["smal-breed"],
    "netwerkdag/programma": ["zaal"],
    "netwerkdag/werkvormen": ["vijf-lagen"],
    "netwerkdag/ingredienten": ["ingredienten"],
    "netwerkdag/inspectiebezoek": ["tien-stappen"],
}
PLAATSEN = [(pagina, naam) for pagina, namen in PAGINAS.items() for naam in namen]


@cache
def soup(pad: Path) -> BeautifulSoup:
    return BeautifulSoup(pad.read_text("utf-8"), "html.parser")


def figure(site: Path, pagina: str, naam: str) -> Tag:
    figuur = soup(site / f"{pagina}.html").select_one(f"figure#tekening-{naam}")
    assert figuur, f"{naam} staat niet op {pagina}"
    return figuur


def test_every_drawing_has_a_place() -> None:
    assert sorted(naam for _, naam in PLAATSEN) == sorted(names())


@pytest.mark.parametrize(("pagina", "naam"), PLAATSEN)
def test_drawing_is_there_for_eyes_and_ears(pagina: str, naam: str, site: Path) -> None:
    figuur = figure(site, pagina, naam)
    tekening = read_drawing(naam)
    assert figuur.figcaption.get_text(strip=True) == tekening.titel
    vellen = figuur.select(".tk-vel > svg")
    assert [vel["class"] for vel in vellen] == [["tk-breed"], ["tk-smal"]]
    for vel in vellen:
        # Dezelfde titel en woorden voor beide: de stijl laat er maar één zien.
        titel, woorden = (
            figuur.find(id=vel[kenmerk]) for kenmerk in ("aria-labelledby", "aria-describedby")
        )
        assert titel is figuur.figcaption
        assert woorden.find_parent("details")
        assert len(woorden.get_text(" ", strip=True).split()) > 20
        assert vel["role"] == ("group" if vel.select("a") else "img")
    bij = figuur.select_one(".tk-bij").get_text(" ", strip=True)
    assert "van ons" in bij.lower() or "onze tekening" in bij.lower()
    assert bool(figuur.select(".tk-bij a[href*='#bron-']")) == ("{cite:p}`" in tekening.bijschrift)


@pytest.mark.parametrize(("pagina", "naam"), PLAATSEN)
def test_page_loads_the_style_and_links_to_the_sheet(pagina: str, naam: str, site: Path) -> None:
    pad = site / f"{pagina}.html"
    stijlen = [str(link["href"]) for link in soup(pad).select("link[rel=stylesheet]")]
    assert any("tekening" in stijl for stijl in stijlen)
    link = figure(site, pagina, naam).select_one(".tk-los a")
    doel = pad.parent / unquote(urlsplit(str(link["href"])).path)
    blad = soup(doel)
    assert blad.h1.get_text(strip=True) == read_drawing(naam).titel
    assert len(blad.select(".poster .tk svg")) == 2
    assert len(blad.select_one(".woorden").get_text(" ", strip=True).split()) > 20
    terug = blad.select_one("nav a[href]")
    assert (doel.parent / str(terug["href"])).resolve() == pad.resolve()


def test_page_without_a_drawing_does_not_load_the_style(site: Path) -> None:
    pagina = soup(site / "naslag" / "privacy.html")
    assert not [el for el in pagina.select("link[href]") if "tekening" in str(el["href"])]


def test_every_drawing_is_on_a_slide_with_its_source(site: Path) -> None:
    titels: set[str] = set()
    for pad in sorted((site / "_dia").rglob("*.html")):
        for dia in soup(pad).select(".tr-tekening"):
            namen = [str(vel["aria-label"]) for vel in dia.select("svg[role=img]")]
            assert len(namen) == 2, "een dia heeft geen links in haar tekening"
            titels.add(namen[0].split(". ")[0])
            assert len(namen[0].split()) > 20, "wie de tekening niet ziet, hoort haar woorden"
            assert dia.select_one(".tr-bron").get_text(strip=True).startswith("Onze tekening")
            assert len(dia.select_one("aside.notes").get_text(" ").split()) > 20
    assert titels == {read_drawing(naam).titel.split(". ")[0] for naam in names()}


def test_links_in_the_map_lead_to_the_parts_of_the_book(site: Path) -> None:
    breed, smal = figure(site, "index", "kaart").select("svg")
    doelen = [str(link["href"]) for link in breed.select("a[href]")]
    assert sorted(doelen) == sorted(str(link["href"]) for link in smal.select("a[href]"))
    assert len(doelen) == 7
    plekken = [doel for doel in doelen if doel.startswith("#")]
    assert plekken == ["#kies-uw-route"], "de deur leidt naar de routes op dezelfde bladzijde"
    assert soup(site / "index.html").select_one(plekken[0]) is not None
    assert all((site / doel).is_file() for doel in doelen if doel not in plekken)
    woorden = figure(site, "index", "kaart").select("details a[href]")
    assert {str(link["href"]) for link in woorden} == set(doelen)
