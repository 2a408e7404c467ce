"""Een hulpmiddel staat er meteen, en Python neemt het over zonder dat de lezer iets kwijtraakt."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axeloper import find_violations
from hulpmiddel import BLADZIJDEN
from levend.boom import zonder_vandaag
from levend.serveer import Lijn, serveer
from playwright.sync_api import Browser, BrowserContext, Page, expect
from starten import START_MS, stands
from wachten import wacht_tot

#: Zoveel kB haalt een pagina met een hulpmiddel zonder figuur op voordat de lezer iets aanraakt.
GRENS_KB = 90
#: Deze laten in hun eerste scherm een figuur zien, of staan bij een figuur in de tekst.
MET_FIGUUR = {"instrumenten/bevindingenverkenner.html"}
TYP = """([tekst]) => {
  const veld = document.activeElement;
  (async () => {
    for (const teken of tekst) {
      document.execCommand('insertText', false, teken);
      await new Promise((ok) => setTimeout(ok, 100));
    }
    globalThis.lvGetypt = true;
  })();
}"""
#: Onthoudt de eerste boom die Python in de browser geeft, met een leeg bestand open.
ONTHOUD_BOOM = """() => {
  const luister = (model) => {
    model?.on('msg:custom', ({ soort, boom }) => {
      if (soort === 'boom') globalThis.lvBoom ||= boom;
    });
    return model;
  };
  let er; // het beheer komt pas bij de eerste aanraking
  Object.defineProperty(lvKern, 'beheer', { get: () => er, set: (beheer) => {
    const echt = beheer.scherm.bind(beheer);
    beheer.scherm = (id) => luister(echt(id));
    er = beheer;
  } });
}"""
TEKST = "een zin die doorloopt terwijl Python komt"
VELD = ".lv-levend :is(input[type=text], textarea):visible"
KLAAR = ".lv-hulpmiddel[data-lv-toestand=klaar]"


@pytest.fixture
def lijn() -> Lijn:
    return Lijn()


@pytest.fixture
def boek(site: Path, lijn: Lijn) -> Iterator[str]:
    with serveer({"/boek/": site}, lijn) as basis:
        yield f"{basis}/boek/"


def without_build_day(boom: Any, pagina: Page) -> Any:
    dag = pagina.evaluate(
        "(() => { const d = new Date();"
        " return `${d.getDate()}-${d.getMonth() + 1}-${d.getFullYear()}`; })()"
    )
    return zonder_vandaag(boom["wortel"], dag)


@pytest.mark.parametrize("hulpmiddel", BLADZIJDEN.values())
def test_het_staat_er_meteen_en_python_neemt_over(
    boek: str,
    lijn: Lijn,
    nieuwe_context: Callable[..., BrowserContext],
    axe: str,
    hulpmiddel: str,
) -> None:
    context = nieuwe_context()
    pagina = context.new_page()
    fouten: list[str] = []
    pagina.on("pageerror", lambda fout: fouten.append(str(fout)))
    lijn.verzonden.clear()
    pagina.goto(boek + hulpmiddel, wait_until="networkidle")
    assert stands(pagina)
    gehaald = {pad: n for pad, n in lijn.verzonden.items() if "plotly" not in pad}
    assert not [pad for pad in lijn.verzonden if re.search(r"pyodide|\.wasm|\.zip", pad)]
    if hulpmiddel not in MET_FIGUUR:
        assert not [pad for pad in lijn.verzonden if "plotly" in pad]
        assert sum(gehaald.values()) / 1000 <= GRENS_KB, gehaald
    assert find_violations(pagina, axe) == []

    pagina.evaluate(ONTHOUD_BOOM)
    velden = pagina.locator(VELD)
    typt = velden.count() > 0
    (velden.first if typt else pagina.locator(".lv-levend")).focus()
    pagina.evaluate(TYP, [TEKST if typt else ""])
    expect(pagina.locator(KLAAR)).to_be_attached(timeout=START_MS)
    wacht_tot(pagina, "!!globalThis.lvBoom")
    gemaakt = pagina.evaluate("lvBoom")
    gebouwd = json.loads(pagina.locator(".lv-boom").text_content() or "")
    assert without_build_day(gemaakt, pagina) == gebouwd["wortel"]
    if typt:
        pagina.wait_for_timeout(100 * len(TEKST))
        assert pagina.evaluate("globalThis.lvGetypt")
        expect(velden.first).to_be_focused()
        assert velden.first.input_value().endswith(TEKST)
        expect(pagina.locator(".lvs-stand")).to_contain_text("Bewaard op dit apparaat om")
        pagina.wait_for_timeout(1200)
        pagina.close(run_before_unload=False)
        # Wie terugkomt, ziet zijn eigen scherm zonder Python.
        pagina = context.new_page()
        lijn.verzonden.clear()
        pagina.goto(boek + hulpmiddel)
        expect(pagina.locator(".lvs-verder")).to_contain_text("U ging hier verder op")
        assert pagina.locator(VELD).first.input_value().endswith(TEKST)
        assert find_violations(pagina, axe) == []
        assert not [pad for pad in lijn.verzonden if "pyodide" in pad]
    assert fouten == []


def test_python_dat_niet_komt_kost_niets_van_wat_getypt_is(
    boek: str, lijn: Lijn, nieuwe_context: Callable[..., BrowserContext], axe: str
) -> None:
    context = nieuwe_context()
    pagina = context.new_page()
    pagina.goto(f"{boek}instrumenten/risicoscan.html", wait_until="networkidle")
    assert stands(pagina)
    lijn.breuk = 100_000
    veld = pagina.locator(VELD).first
    veld.press_sequentially("Havo", delay=50)
    melding = pagina.locator(".lv-melding")
    expect(melding).to_contain_text("de verbinding viel weg", timeout=START_MS)
    expect(melding).to_contain_text("Het formulier staat er nog.")
    expect(veld).to_have_value("Havo")
    assert find_violations(pagina, axe) == []
    veld.press_sequentially(", november", delay=50)
    pagina.wait_for_timeout(400)
    lijn.breuk = None
    pagina.reload()
    assert stands(pagina)
    expect(veld).to_have_value("Havo, november")
    lijn.breuk = 100_000
    veld.press("End")
    veld.press_sequentially("!")
    expect(melding).to_contain_text("de verbinding viel weg", timeout=START_MS)
    lijn.breuk = None
    melding.get_by_role("button", name="Probeer het opnieuw").click()
    expect(pagina.locator(KLAAR)).to_be_attached(timeout=START_MS)
    expect(melding).to_be_hidden()
    expect(veld).to_have_value("Havo, november!")
    expect(pagina.locator(".lvs-stand")).to_contain_text("Bewaard op dit apparaat om")


def test_zonder_javascript_staat_het_voorbeeld_er(chromium: Browser, boek: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    pagina = context.new_page()
    pagina.goto(f"{boek}instrumenten/risicoscan.html")
    expect(pagina.locator(".lv-stil")).to_be_visible()
    expect(pagina.locator(".lv-papier")).to_be_visible()
    context.close()


def test_het_eerste_scherm_is_klein(site: Path) -> None:
    """De boom staat in de pagina zelf, en weegt ook voor wie alleen leest."""
    for hulpmiddel in BLADZIJDEN.values():
        html = (site / hulpmiddel).read_text("utf-8")
        boom = re.search(r'class="lv-boom">(.*?)</script>', html, re.DOTALL)
        assert boom, hulpmiddel
        assert len(gzip.compress(boom[1].encode())) < 8_000, hulpmiddel
