"""Het boek uit de zip, zonder Python en zonder server: open index.html en lees."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

#: Elk hulpmiddel legt uit waarom het hier niet rekent, en wat wel kan.
UITLEG = re.compile(r"als los bestand.*open-het-boek\.py.*papieren versie", re.DOTALL)


def test_book_reads_searches_and_draws_from_a_file(
    site: Path, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context().new_page()
    page.goto((site / "search.html").as_uri())
    page.get_by_role("main").get_by_role("searchbox").fill("herstelopdracht")
    uitslag = page.get_by_role("main").locator(".hs-uitslag a")
    expect(uitslag.first).to_be_visible()
    assert "situaties/herstelopdracht.html" in {
        str(link.get_attribute("href")).removeprefix("./") for link in uitslag.all()[:6]
    }

    # Elke figuur van een hoofdstuk tekent zich, net als op een server.
    page.goto((site / "onderzoek/wie-de-risicoafdelingen-zijn.html").as_uri())
    figuren = page.locator("figure[data-lvs-figuur]")
    assert figuren.count() > 0
    for figuur in figuren.all():
        figuur.scroll_into_view_if_needed()
        expect(figuur.locator(".lvs-tekening svg").first).to_be_visible()

    # Een hulpmiddel zegt in één zin waarom het hier niet rekent; het voorbeeld staat er wel.
    for pagina in sorted((site / "instrumenten").glob("*.html")):
        if 'class="lv-hulpmiddel"' not in pagina.read_text("utf-8"):
            continue
        page.goto(pagina.as_uri())
        expect(page.locator(".lv-stuk").first, pagina.name).to_have_text(UITLEG)
        expect(page.locator(".lv-stil").first, pagina.name).to_be_visible()

    page.goto((site / "_dia/netwerkdag/index.html").as_uri())
    page.keyboard.press("ArrowRight")
    assert page.url.startswith("file:")
    expect(page.locator("h1, h2").filter(visible=True).first).to_be_visible()
    page.goto((site / "_uitdeel/netwerkdag/index.html").as_uri())
    expect(page.locator("h1").first).to_be_visible()

    # Ook de dia's van een eigen dag gaan open, met wat iemand koos.
    page.goto((site / "_netwerkdag/index.html").as_uri())
    page.get_by_label("Titel").fill("Onze eigen middag")
    page.get_by_label("Titel").press("Tab")
    page.get_by_role("button", name="Haal weg: Pauze").click()
    page.get_by_role("link", name="Open de dia's van deze dag").click()
    expect(page.locator("h2").filter(visible=True).first).to_have_text("Onze eigen middag")
    titels = page.locator(".slides h2").all_text_contents()
    assert "Maandag" in titels
    assert "Pauze" not in titels
