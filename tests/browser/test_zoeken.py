"""Zoeken in het Nederlands: elke vorm van een woord vindt dezelfde pagina's."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

PAREN = [("leerling", "leerlingen"), ("gesprek", "gesprekken"), ("doel", "doelen")]
#: Wat alleen de zoekpagina nodig heeft.
ZOEKBESTANDEN = ("searchindex", "searchtools", "language_data", "stemmer")


def search(page: Page, adres: str, woorden: str) -> set[str]:
    """Zoek op de zoekpagina; geef de gevonden pagina's."""
    page.goto(f"{adres}search.html?q={woorden}")
    expect(page.locator("#search-results h2")).to_have_text("Gevonden")
    return set(
        page.eval_on_selector_all(
            "#search-results li > a", "(links) => links.map((a) => a.pathname)"
        )
    )


class Hoofdtekst(HTMLParser):
    """Verzamelt de tekst binnen ``<article>``."""

    def __init__(self) -> None:
        super().__init__()
        self.diepte = 0
        self.stukken: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.diepte += tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self.diepte -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.diepte:
            self.stukken.append(data)


def all_words(site: Path, boekpaginas: list[str]) -> list[str]:
    """Geef elk woord dat in de tekst van een pagina staat, in kleine letters."""
    lezer = Hoofdtekst()
    for pagina in boekpaginas:
        lezer.feed((site / pagina).read_text("utf-8"))
    return sorted({woord.lower() for woord in re.findall(r"\w+", " ".join(lezer.stukken))})


@pytest.mark.parametrize(("enkel", "meer"), PAREN)
def test_singular_and_plural_find_the_same(
    enkel: str, meer: str, adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context().new_page()
    met_enkel, met_meer = search(page, adres, enkel), search(page, adres, meer)
    assert met_enkel
    assert met_enkel == met_meer


def test_browser_and_build_share_word_stems(
    site: Path, boekpaginas: list[str], adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Voor elk woord van het boek geeft het script in de browser de stam van de index."""
    from huisstijl.zoeken import ZoektaalNederlands

    taal = ZoektaalNederlands({})
    woorden = all_words(site, boekpaginas)
    assert len(woorden) > 500
    page = nieuwe_context().new_page()
    page.goto(f"{adres}search.html")
    in_browser = page.evaluate(
        "(woorden) => { const s = new Stemmer(); return woorden.map((w) => s.stemWord(w)); }",
        woorden,
    )
    anders = [
        (woord, taal.stem(woord), stam)
        for woord, stam in zip(woorden, in_browser, strict=True)
        if taal.stem(woord) != stam
    ]
    assert not anders


def test_search_starts_on_any_page_without_downloads(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Alleen wie zoekt, laadt de index; de weg ernaartoe gaat met het toetsenbord."""
    context = nieuwe_context()
    page = context.new_page()
    page.goto(f"{adres}stappen/index.html", wait_until="networkidle")
    page.keyboard.press("Control+k")
    veld = page.get_by_role("dialog", name="Zoeken in dit boek").get_by_role("searchbox")
    expect(veld).to_be_focused()
    assert not [url for url in context.wacht.eigen if any(naam in url for naam in ZOEKBESTANDEN)]
    page.keyboard.type("leerlingen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=leerlingen")
    expect(page.locator("#search-results li > a").first).to_be_visible()
    assert any("searchindex" in url for url in context.wacht.eigen)


def test_results_are_announced_in_dutch(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context().new_page()
    gevonden = search(page, adres, "leerling")
    status = page.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^Aantal plaatsen waar dit staat: [1-9]\d*\.$"))
    assert gevonden
    page.goto(f"{adres}search.html?q=xyzzyplugh")
    expect(status).to_have_text(re.compile("^Niets gevonden"))


def test_first_result_is_reached_by_keyboard(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context().new_page()
    search(page, adres, "leerling")
    page.get_by_role("main").get_by_role("button", name="Zoek").focus()
    page.keyboard.press("Tab")
    eerste = page.locator("#search-results li > a").first
    expect(eerste).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"(?<!search)\.html"))
    expect(page.locator("h1")).to_be_visible()


def test_found_words_are_marked_and_can_be_unmarked(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context().new_page()
    search(page, adres, "leerlingen")
    page.locator("#search-results li > a").first.click()
    expect(page.locator("main .highlighted").first).to_be_visible()
    page.get_by_role("link", name="Verberg de gemarkeerde woorden").click()
    expect(page.locator("main .highlighted")).to_have_count(0)
