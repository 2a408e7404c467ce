"""Elke gebouwde pagina is af: één h1, een eigen beschrijving, links die ergens heen gaan."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup
from druk.inhoud import KEUZE

WORTEL = Path(__file__).resolve().parents[2]
BOEK = WORTEL / "book"
#: Diensten waar thema's en notebooks bestanden vandaan halen.
ELDERS = re.compile(
    r"cdn\.|cdnjs|jsdelivr|unpkg|googleapis|gstatic|bootstrapcdn|cloudflare|thebe|fontawesome\.com",
    re.IGNORECASE,
)
#: Elementen die een browser uit zichzelf ophaalt. Een gewone link (`<a href>`) hoort daar niet bij.
HAALT_OP = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|object|link)\b[^>]*?"
    r"(?:src|srcset|href|data|poster)=[\"'](?:https?:)?//[^\"']+[\"'][^>]*>",
    re.IGNORECASE,
)
NIET_OPGEHAALD = re.compile(r"rel=[\"']?canonical")


@cache
def soup(pad: Path) -> BeautifulSoup:
    return BeautifulSoup(pad.read_text("utf-8"), "html.parser")


@cache
def anchors(pad: Path) -> frozenset[str]:
    return frozenset(
        str(el.get("id") or el.get("name")) for el in soup(pad).select("[id], a[name]")
    )


def description(pad: Path) -> str:
    element = soup(pad).select_one("meta[name=description]")
    return str(element["content"]).strip() if element else ""


def test_page_has_one_h1_as_first_heading(boekpagina: str, site: Path) -> None:
    koppen = soup(site / boekpagina).select("h1, h2, h3, h4, h5, h6")
    assert [kop.name for kop in koppen].count("h1") == 1
    assert koppen[0].name == "h1"


def test_headings_skip_no_level(boekpagina: str, site: Path) -> None:
    koppen = soup(site / boekpagina).select("main :is(h1, h2, h3, h4, h5, h6)")
    niveaus = [int(kop.name[1]) for kop in koppen]
    assert not [(van, naar) for van, naar in pairwise(niveaus) if naar > van + 1]


def test_page_has_title_and_language(boekpagina: str, site: Path) -> None:
    pagina = soup(site / boekpagina)
    assert pagina.html["lang"] == "nl"
    assert len(pagina.title.text.strip()) > 5


def test_description_fits(boekpagina: str, site: Path) -> None:
    assert 50 <= len(description(site / boekpagina)) <= 160


def test_descriptions_and_titles_are_unique(site: Path, boekpaginas: list[str]) -> None:
    assert len(boekpaginas) > 5
    for soort in (description, lambda pad: soup(pad).title.text):
        telling = Counter(soort(site / pagina) for pagina in boekpaginas)
        assert not [tekst for tekst, aantal in telling.items() if aantal > 1]


def test_ids_are_unique(boekpagina: str, site: Path) -> None:
    ids = Counter(str(el["id"]) for el in soup(site / boekpagina).select("[id]"))
    assert not [id_ for id_, aantal in ids.items() if aantal > 1]


def test_internal_links_and_anchors_exist(boekpagina: str, site: Path) -> None:
    pad = site / boekpagina
    verwijzingen = [
        str(el.get("href") or el.get("src"))
        for el in soup(pad).select("a[href], link[href], img[src], script[src], source[src]")
    ]
    assert len(verwijzingen) > 10
    dood = []
    for verwijzing in verwijzingen:
        delen = urlsplit(verwijzing)
        if delen.scheme or delen.netloc:
            continue
        doel = (pad.parent / unquote(delen.path)).resolve() if delen.path else pad
        doel = doel / "index.html" if doel.is_dir() else doel
        anker_ontbreekt = (
            delen.fragment
            and not KEUZE.search(delen.fragment)  # een keuze voor een hulpmiddel, en geen plek
            and doel.suffix == ".html"
            and doel.is_file()
            and unquote(delen.fragment) not in anchors(doel)
        )
        if not doel.is_file() or anker_ontbreekt:
            dood.append(verwijzing)
    assert not dood


def test_links_to_other_sites_are_secure(boekpagina: str, site: Path) -> None:
    onveilig = [str(el["href"]) for el in soup(site / boekpagina).select("a[href^='http:']")]
    assert not onveilig


def test_html_refers_to_no_other_host(boekpagina: str, site: Path) -> None:
    tekst = (site / boekpagina).read_text("utf-8")
    vreemd = [stuk for stuk in HAALT_OP.findall(tekst) if not NIET_OPGEHAALD.search(stuk)]
    assert not vreemd


def test_page_names_no_file_service(boekpagina: str, site: Path) -> None:
    pagina = soup(site / boekpagina)
    bronnen = [
        f"{el.name}: {waarde}"
        for el in pagina.select("script, link, img, iframe, style, source")
        for waarde in (el.get("src"), el.get("href"), el.string)
        if waarde and ELDERS.search(str(waarde))
    ]
    assert not bronnen


def test_images_say_what_they_show(boekpagina: str, site: Path) -> None:
    zonder = [
        str(el)[:120] for el in soup(site / boekpagina).select("main img") if el.get("alt") is None
    ]
    assert not zonder


def test_every_page_of_the_toc_is_built_and_listed(site: Path, boekpaginas: list[str]) -> None:
    toc = yaml.safe_load((BOEK / "_toc.yml").read_text("utf-8"))

    def files(tak: object) -> list[str]:
        if isinstance(tak, list):
            return [naam for deel in tak for naam in files(deel)]
        if isinstance(tak, dict):
            eigen = [tak[sleutel] for sleutel in ("root", "file") if sleutel in tak]
            return eigen + [naam for waarde in tak.values() for naam in files(waarde)]
        return []

    bedoeld = {f"{re.sub(r'[.](md|ipynb)$', '', naam)}.html" for naam in files(toc)}
    assert bedoeld == set(boekpaginas) - {"search.html"}
    links = soup(site / "search.html").select("nav.bd-docs-nav a[href]")
    inhoud = {unquote(str(link["href"])) for link in links}
    assert bedoeld <= inhoud


def test_no_page_is_forgotten_in_the_toc(boekpaginas: list[str]) -> None:
    """Elk tekstbestand van het boek is ook een pagina: niets blijft ongemerkt ongebouwd."""
    bronnen = {
        pad.relative_to(BOEK).with_suffix(".html").as_posix()
        for soort in ("*.md", "*.ipynb")
        for pad in BOEK.rglob(soort)
        if not any(deel.startswith(("_", ".")) for deel in pad.relative_to(BOEK).parts)
    }
    assert bronnen <= set(boekpaginas)


def test_external_link_in_footer_is_only_the_licence(boekpagina: str, site: Path) -> None:
    """Zonder BOEK_REPOSITORY staat er geen adres van een repository op de pagina."""
    links = soup(site / boekpagina).select("footer a[href^='https:']")
    hosts = {urlsplit(str(link["href"])).hostname for link in links}
    assert "creativecommons.org" in hosts
    assert hosts <= {"creativecommons.org", "github.com"}


@pytest.mark.parametrize(
    "bestand",
    ["scripts/bootstrap.js", "scripts/fontawesome.js", "vendor", "styles", "basic.css"],
)
def test_theme_leaves_no_unused_files(bestand: str, site: Path) -> None:
    assert list((site / "_static").glob("huisstijl-*.css"))
    assert not (site / "_static" / bestand).exists()
