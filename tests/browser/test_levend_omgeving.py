"""Als de omgeving niet meewerkt: opslag dicht, een stijlblad weg, een adres dat er niet is."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axeloper import find_violations
from levend.serveer import serveer
from playwright.sync_api import Browser, BrowserContext, Page, expect


@pytest.fixture
def onder_een_map(site: Path) -> Iterator[str]:
    """De site in een map, met een server die zijn 404-pagina toont."""
    with serveer({"/een/map/": site}) as adres:
        yield f"{adres}/een/map/"


def knoppen_werken(pagina: Page) -> None:
    pagina.get_by_role("button", name="Zoeken").click()
    expect(pagina.get_by_role("dialog", name="Zoeken in dit boek")).to_be_visible()
    pagina.keyboard.press("Escape")
    thema = pagina.locator("html").get_attribute("data-theme")
    pagina.locator(".theme-switch-button").click()
    expect(pagina.locator("html")).not_to_have_attribute("data-theme", thema)


def test_buttons_work_where_the_browser_allows_no_storage(
    chromium: Browser, adres: str, tmp_path: Path
) -> None:
    """Met de instelling van Chromium zelf: sites mogen geen gegevens opslaan."""
    profiel = tmp_path / "profiel" / "Default"
    profiel.mkdir(parents=True)
    dicht = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profiel / "Preferences").write_text(json.dumps(dicht), "utf-8")
    context = chromium.browser_type.launch_persistent_context(
        str(profiel.parent),
        executable_path=shutil.which("chromium") or "/usr/bin/chromium",
        args=["--no-sandbox", "--disable-gpu"],
        locale="nl-NL",
    )
    pagina = context.new_page()
    fouten: list[str] = []
    pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
    pagina.goto(f"{adres}stappen/index.html")
    assert pagina.evaluate("localStorage.vluchtig") is True, "de opslag is hier niet dicht"
    knoppen_werken(pagina)
    assert fouten == []
    context.close()


def test_only_a_chosen_colour_stays_on_the_device(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    pagina = nieuwe_context(color_scheme="light").new_page()
    bewaard = "Object.entries(localStorage)"
    pagina.goto(f"{adres}search.html?q=leerlingen")
    pagina.locator("main .hs-uitslag a").first.click()
    expect(pagina.locator("main .highlighted").first).to_be_visible()
    assert pagina.evaluate(bewaard) == []
    assert pagina.evaluate("Object.keys(sessionStorage)") in ([], ["sidebar-scroll-top"])
    knoppen_werken(pagina)
    assert pagina.evaluate(bewaard) == [["mode", "dark"]]
    pagina.locator(".theme-switch-button").click()
    pagina.locator(".theme-switch-button").click()
    assert pagina.evaluate(bewaard) == []


def test_page_of_an_old_release_renews_itself(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Een oude pagina noemt een stijlblad dat er niet meer is: dan laadt zij één keer opnieuw."""
    pagina = nieuwe_context().new_page()
    keren: list[str] = []

    def oud(weg: Any) -> None:
        keren.append(weg.request.url)
        antwoord = weg.fetch()
        tekst = antwoord.text()
        if len(keren) == 1:
            tekst = re.sub(r"huisstijl-[0-9a-f]{12}", "huisstijl-000000000000", tekst)
        weg.fulfill(response=antwoord, body=tekst)

    pagina.route("**/stappen/index.html", oud)
    pagina.goto(f"{adres}stappen/index.html")
    expect(pagina.locator("link[href*='huisstijl-000']")).to_have_count(0)
    expect(pagina.locator("link[href*='huisstijl-']")).to_have_count(1)
    assert len(keren) == 2
    pagina.unroute("**/stappen/index.html")
    pagina.route("**/huisstijl-*.css", lambda weg: weg.fulfill(status=404))
    pagina.route("**/stappen/index.html", lambda weg: (keren.append("weer"), weg.continue_()))
    pagina.goto(f"{adres}stappen/index.html", wait_until="networkidle")
    pagina.wait_for_timeout(500)
    assert keren[2:] == ["weer", "weer"], "geen rondje zonder einde"


@pytest.mark.parametrize("staart", [".html%23scan=1.abc", ".html%2523scan=1.abc", "%23scan=1.abc"])
def test_replaced_hash_comes_back(
    staart: str, onder_een_map: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    pagina = nieuwe_context().new_page()
    pagina.goto(f"{onder_een_map}instrumenten/zelfevaluatie{staart}")
    expect(pagina).to_have_url(f"{onder_een_map}instrumenten/zelfevaluatie.html#scan=1.abc")
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Zelfevaluatie")


def test_not_found_page_leads_on_from_any_depth(
    onder_een_map: str, axe: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    pagina = nieuwe_context(breedte=320).new_page()
    pagina.goto(f"{onder_een_map}diep/dieper/weg.html")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    begin = pagina.get_by_role("link", name="Naar het begin van het boek")
    expect(begin).to_have_attribute("href", "/een/map/")
    assert find_violations(pagina, axe) == []
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320
    pagina.get_by_label("Zoeken in dit boek").fill("leerling")
    pagina.get_by_role("button", name="Zoek").click()
    expect(pagina.locator("main .hs-uitslag a").first).to_be_visible()
    pagina.goto(f"{onder_een_map}instrumenten/zelfevaluatie.html).")
    expect(pagina).to_have_url(f"{onder_een_map}instrumenten/zelfevaluatie.html")
