"""De 404-pagina, robots.txt, de sitemap en de vaste adressen."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from bs4 import BeautifulSoup
from huisstijl.wegwijzers import not_found_page, sitemap


def test_not_found_page_stands_alone(site: Path) -> None:
    """Zij verschijnt op elk adres, hoe diep ook: een adres vanaf de pagina zelf komt nergens."""
    pagina = BeautifulSoup((site / "404.html").read_text("utf-8"), "html.parser")
    assert pagina.html["lang"] == "nl"
    assert pagina.h1.text == "Deze pagina is er niet"
    assert pagina.select("link, script[src], img") == []
    for element in pagina.select("a, form"):
        assert str(element.get("href") or element.get("action")).startswith("/")


def test_address_of_the_site_is_the_root_of_the_not_found_page() -> None:
    met = BeautifulSoup(not_found_page("Boek", "https://naam.example/boek/"), "html.parser")
    assert met.form["action"] == "/boek/search.html"
    assert met.a["href"] == "/boek/"
    assert "})(true);" in not_found_page("Boek", "https://naam.example/boek/")
    assert "})(false);" in not_found_page("Boek", None)


def test_sitemap_names_every_page_that_may_be_found(site: Path, boekpaginas: list[str]) -> None:
    adres = "https://naam.example/boek/"
    ruimte = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    genoemd = [loc.text for loc in ET.fromstring(sitemap(site, adres)).iterfind(".//s:loc", ruimte)]
    assert set(genoemd) == {adres + naam for naam in boekpaginas} - {f"{adres}search.html"}


def test_robots_may_look_everywhere(site: Path) -> None:
    assert (site / "robots.txt").read_text("utf-8").startswith("User-agent: *\nDisallow:\n")


def test_one_rule_for_the_screen_and_every_head_of_a_table_has_a_direction(
    site: Path, boekpaginas: list[str]
) -> None:
    koppen = 0
    for naam in boekpaginas:
        html = (site / naam).read_text("utf-8")
        assert len(re.findall(r'<meta name="viewport"', html)) == 1, naam
        pagina = BeautifulSoup(html, "html.parser")
        koppen += len(pagina.select("th"))
        zonder = [th for th in pagina.select("th") if th.get("scope") not in ("col", "row")]
        assert zonder == [], naam
    assert koppen > 50
