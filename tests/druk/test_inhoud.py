"""Delen en hoofdstukken uit het menu, en wat voor de tekst staat."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from druk.bijlage import BIJLAGE, appendix, take_tables
from druk.inhoud import lees_boek, plaats_van
from druk.paragrafen import MET_ONDERDELEN, OVERAL, Paragraaf, distinctive, read_sections
from druk.voorwerk import deelpagina, inhoudsopgave, omslag

from lv_tools import __version__

(WERKVORMEN,) = MET_ONDERDELEN

MENU = """<html><body><a class="hs-titel"><span>Ons &amp; boek</span></a>
<nav class="bd-docs-nav"><ul><li><a href="#">Eerste pagina</a></li></ul>
<p class="caption"><span>Leesroutes</span></p>
<ul><li><a href="routes/a.html">Route &lt;A&gt;</a></li></ul>
<p class="caption"><span>Naslag</span></p>
<ul><li><a href="naslag/b.html">B</a></li><li><a href="naslag/index.html">Naslag</a></li>
<li><a href="routes/a.html">Route A nog eens</a></li></ul></nav></body></html>"""


@pytest.fixture
def menu(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(MENU, "utf-8")
    return tmp_path


def test_parts_and_chapters_follow_the_menu(menu: Path) -> None:
    boek = lees_boek(menu)
    assert boek.titel == "Ons & boek"
    assert [deel.titel for deel in boek.delen] == [None, "Leesroutes", "Naslag"]
    assert [stuk.pad for stuk in boek.hoofdstukken] == [
        "index.html",
        "routes/a.html",
        "naslag/b.html",
        "naslag/index.html",
    ]


def test_keys_of_parts_and_chapters_are_unique(menu: Path) -> None:
    boek = lees_boek(menu)
    sleutels = [stuk.sleutel for stuk in boek.hoofdstukken] + [deel.sleutel for deel in boek.delen]
    assert len(sleutels) == len(set(sleutels))


def test_page_without_menu_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html></html>")
    with pytest.raises(ValueError, match="bouw het boek opnieuw"):
        lees_boek(tmp_path)


@pytest.mark.parametrize(
    ("verwijzing", "plaats"),
    [
        ("../naslag/bronnen.html#bron-a", ("naslag/bronnen.html", "bron-a")),
        ("#tips", ("stappen/stap-1.html", "tips")),
        ("../hulp/gids.html#situatie=nieuw&met=team", ("hulp/gids.html", "")),
        ("../hulp/gids.html#stap-uitslag", ("hulp/gids.html", "")),
        ("../hulp/gids.html#stap-1-kijken", ("hulp/gids.html", "stap-1-kijken")),
        ("stap-2.html", ("stappen/stap-2.html", "")),
        ("../", ("./index.html", "")),
        ("caf%C3%A9.html#%C3%A9", ("stappen/café.html", "é")),
    ],
)
def test_place_of_a_reference(verwijzing: str, plaats: tuple[str, str]) -> None:
    pad, anker = plaats_van(verwijzing, "stappen/stap-1.html")
    assert (pad.replace("./", "", 1), anker) == (plaats[0].replace("./", "", 1), plaats[1])


def test_contents_page_lists_everything_once_with_room_for_its_page(menu: Path) -> None:
    boek = lees_boek(menu)
    opgave = BeautifulSoup(inhoudsopgave(boek), "html.parser")
    doelen = [str(link["href"]) for link in opgave.select("a")]
    assert doelen == [
        "#index",
        "#deel-routes-a",
        "#routes-a",
        "#deel-naslag-b",
        "#naslag-b",
        "#naslag-index",
    ]
    assert [str(vak["data-blz"]) for vak in opgave.select("[data-blz]")] == [
        doel.removeprefix("#") for doel in doelen
    ]
    assert "Route <A>" in opgave.get_text()


def test_contents_go_down_to_sections_and_end_with_the_appendix(menu: Path) -> None:
    boek = lees_boek(menu)
    paragrafen = {"routes/a.html": (Paragraaf("Een <kop>", "routes-a--kop"),)}
    achterin = (Paragraaf("Tabel 1", f"{BIJLAGE}--1"),)
    opgave = BeautifulSoup(inhoudsopgave(boek, paragrafen, achterin), "html.parser")
    doelen = [str(link["href"]) for link in opgave.select("a")]
    assert doelen[2:4] == ["#routes-a", "#routes-a--kop"]
    assert doelen[-2:] == [f"#{BIJLAGE}", f"#{BIJLAGE}--1"]
    assert "Een <kop>" in opgave.get_text()


def test_section_that_every_chapter_has_is_not_in_the_contents() -> None:
    eigen = Paragraaf("Eigen", "x")
    over = {f"{n}.html": (Paragraaf("Verder", f"v{n}"),) for n in range(OVERAL)}
    assert distinctive({**over, "a.html": (eigen,)}) == {
        **dict.fromkeys(over, ()),
        "a.html": (eigen,),
    }


@pytest.mark.parametrize(("pad", "namen"), [("a.html", ["Twee"]), (WERKVORMEN, ["Twee", "Drie"])])
def test_exercises_are_found_by_name(pad: str, namen: list[str]) -> None:
    stuk = BeautifulSoup(
        '<article><section id="s"><h1>Een</h1><section id="t"><h2>Twee</h2><section id="d">'
        "<h3>Drie</h3></section></section></section>"
        "<div><h2>Van het hulpmiddel</h2></div></article>",
        "html.parser",
    ).article
    assert [deel.titel for deel in read_sections(stuk, pad, 0)] == namen


def test_long_row_of_tables_moves_to_the_back() -> None:
    def rij(aantal: int) -> Tag:
        tabel = (
            '<div class="lvs-uitklap"><p class="bk-kopje">Tabel</p>'
            '<div class="lvs-tabelblad"><table></table></div></div>'
        )
        voor = "<h2>Alle tabellen</h2><p>Open een kop.</p>"
        html = f"<article>{voor}{tabel * aantal}<h2>Na</h2></article>"
        return BeautifulSoup(html, "html.parser").article

    kort, lang = rij(2), rij(6)
    assert take_tables(kort) == []
    assert len(kort.select("table")) == 2
    tabellen = take_tables(lang)
    assert len(tabellen) == 6
    assert not lang.select("table")
    assert lang.select_one(f'a[href="#{BIJLAGE}"]').get_text() == "bijlage"
    bijlage = BeautifulSoup(appendix(tabellen, "blad-x"), "html.parser")
    assert len({kop["id"] for kop in bijlage.select("h2")}) == 6
    assert bijlage.article["id"] == BIJLAGE
    assert appendix([], "blad-x") == ""


def test_page_of_a_part_lists_its_own_chapters(menu: Path) -> None:
    deel = lees_boek(menu).delen[2]
    pagina = BeautifulSoup(deelpagina(deel), "html.parser")
    assert pagina.h1.get_text() == "Naslag"
    assert pagina.section["id"] == deel.sleutel
    assert len(pagina.select("a")) == 2


def test_cover_names_the_site_only_when_its_address_is_known(menu: Path) -> None:
    boek = lees_boek(menu)
    assert "href" not in omslag(boek, "<svg></svg>")
    voorkant = omslag(boek, "<svg></svg>", "https://voorbeeld.test/boek/", date(2026, 3, 9))
    assert f"Versie {__version__}, gedrukt op 9 maart 2026." in voorkant
    assert ">voorbeeld.test/boek<" in voorkant
    assert "Ons &amp; boek" in voorkant
