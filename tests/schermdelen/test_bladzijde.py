"""Figuren in een gebouwd boek, zonder draaiende Python: alleen waar nodig, en altijd te lezen."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from proefscherm import blad
from sphinx.cmd.build import build_main

from lv_tools.basis.beeld.weergave import figuur_html, tabel_html

INSTELLINGEN = """
import sys
sys.path[:0] = {paden!r}
extensions = ["figuren"]
language = "nl"
html_theme = "basic"
html_copy_source = False
"""


class Stil(SimpleHTTPRequestHandler):
    """Een webserver die niets afdrukt."""

    def log_message(self, *_: object) -> None:
        return


def ruw(html: str) -> str:
    return f".. raw:: html\n\n   {html}\n\n"


@pytest.fixture(scope="module")
def boek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bron = tmp_path_factory.mktemp("boek")
    wortel = Path(__file__).parents[2]
    paden = [str(wortel / "book" / "_ext"), str(wortel)]
    (bron / "conf.py").write_text(INSTELLINGEN.format(paden=paden), "utf-8")
    figuren = ruw(figuur_html(blad())) + "\n".join(f"Regel {n}.\n" for n in range(120))
    figuren += "\n" + ruw(figuur_html(blad(2, "Verderop")))
    tabel = ruw(tabel_html(["Uitdaging met een lang opschrift"] * 6, [["waarde"] * 6], "Breed"))
    inhoud = "\n.. toctree::\n\n   sub/figuur\n   tabel\n   tekst\n"
    (bron / "sub").mkdir()
    (bron / "index.rst").write_text(f"Begin\n=====\n{inhoud}", "utf-8")
    (bron / "sub" / "figuur.rst").write_text(f"Figuur\n======\n\n{figuren}", "utf-8")
    (bron / "tabel.rst").write_text(f"Tabel\n=====\n\n{tabel}", "utf-8")
    (bron / "tekst.rst").write_text("Tekst\n=====\n\nAlleen tekst.\n", "utf-8")
    uit = bron / "_uit"
    assert build_main(["-q", "-W", "-n", "-b", "html", str(bron), str(uit)]) == 0
    return uit


@pytest.fixture(scope="module")
def adres(boek: Path) -> Iterator[str]:
    wijze = functools.partial(Stil, directory=str(boek))
    server = ThreadingHTTPServer(("127.0.0.1", 0), wijze)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 700})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_alleen_bladzijden_die_het_nodig_hebben_krijgen_script_en_stijl(boek: Path) -> None:
    heeft = {
        str(pad.relative_to(boek)): "_static/figuren/" in pad.read_text("utf-8")
        for pad in boek.rglob("*.html")
    }
    assert {naam for naam, wel in heeft.items() if wel} == {"sub/figuur.html", "tabel.html"}


def test_namen_dragen_de_inhoud(boek: Path) -> None:
    namen = sorted(pad.name for pad in (boek / "_static" / "figuren").iterdir())
    assert len(namen) == 3
    for naam in namen:
        assert re.fullmatch(r"(figuur|plotly-basic)\.[0-9a-f]{12}\.(js|css)", naam)


def test_een_figuur_wordt_pas_getekend_als_hij_in_de_buurt_komt(adres: str, page: Page) -> None:
    verzoeken: list[str] = []
    page.on("request", lambda verzoek: verzoeken.append(verzoek.url))
    page.goto(f"{adres}/sub/figuur.html")
    page.get_by_role("img", name="Uitdagingen bij SKA2").wait_for()
    assert page.get_by_role("img", name="Verderop").count() == 0
    page.get_by_text("Verderop").first.scroll_into_view_if_needed()
    page.get_by_role("img", name="Verderop").wait_for()
    tekenaars = [url for url in verzoeken if "plotly" in url]
    assert len(tekenaars) == 1
    assert all(url.startswith(adres) for url in verzoeken)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_een_bladzijde_zonder_figuur_in_zicht_haalt_de_tekenaar_niet(
    adres: str, page: Page
) -> None:
    verzoeken: list[str] = []
    page.on("request", lambda verzoek: verzoeken.append(verzoek.url))
    page.goto(f"{adres}/tabel.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in verzoeken if "plotly" in url] == []
    vak = page.locator(".lvs-tabelvak")
    expect(vak).to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 1600, "height": 700})
    expect(vak).not_to_have_attribute("tabindex", "0")


def test_zonder_javascript_staat_alles_er_als_tekst(adres: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{adres}/sub/figuur.html")
    expect(page.get_by_text("Het vaakst genoemd is onvoldoende zicht").first).to_be_visible()
    expect(page.locator(".lvs-tekening").first).to_be_hidden()
    page.get_by_text("Dezelfde gegevens als tabel").first.click()
    expect(page.get_by_role("table", name="Uitdagingen bij SKA2")).to_be_visible()
    context.close()


def test_als_de_tekenaar_niet_komt_gaat_de_tabel_open(adres: str, page: Page) -> None:
    page.route("**/plotly*", lambda route: route.abort())
    page.goto(f"{adres}/sub/figuur.html")
    expect(page.get_by_role("table", name="Uitdagingen bij SKA2")).to_be_visible()
    expect(page.locator(".lvs-tekening").first).to_be_hidden()


def test_bij_afdrukken_staan_alle_figuren_er(adres: str, page: Page) -> None:
    page.goto(f"{adres}/sub/figuur.html")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.get_by_role("img", name="Verderop").wait_for()
