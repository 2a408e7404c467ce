"""Een uitkomst op het grote scherm, in een echte browser: bladeren, meelopen, en terug."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from axeloper import axe_script, find_violations
from gastheer import Gastheer
from gastheer import Proef as Scherm
from hulpproef import Proef
from playwright.sync_api import BrowserContext, Locator, Page, expect

from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.bouwdoos.schemas import all_tools

VENSTER = "dialog.lvp"
# Hoe groot de kleinste letter is die de zaal leest, en of er iets buiten beeld valt. De regel
# onderaan en de knoppen zijn voor wie ernaast staat.
MAAT = """() => {
  const venster = document.querySelector("dialog.lvp");
  const vak = venster.querySelector(".lvp-vak");
  const schaal = (svg) => svg ? svg.getBoundingClientRect().width / svg.clientWidth : 1;
  const groot = (el) => parseFloat(getComputedStyle(el).fontSize) * schaal(el.ownerSVGElement);
  const teksten = [...venster.querySelectorAll("h2, .lvp-zin, .lvp-vak :is(p, li, td, th, text)")]
    .filter((el) => el.textContent.trim() && el.getClientRects().length);
  const buiten = teksten.filter((el) => {
    const r = el.getBoundingClientRect();
    return r.left < -1 || r.top < -1 || r.right > innerWidth + 1 || r.bottom > innerHeight + 1;
  });
  const over = (el) => el.scrollHeight > el.clientHeight + 1;
  return { letter: Math.min(...teksten.map(groot)), buiten: buiten.map((el) => el.textContent),
    schuift: over(vak) || over(venster) };
}"""


def open_tool(
    gastheer: Gastheer, context: BrowserContext, naam: str, stap: int, pad: str
) -> tuple[Proef, Scherm]:
    """Open een stap van een hulpmiddel, gevuld zoals de voorbeeldschool hem heeft."""
    dossier = json.loads(lees_tekst("voorbeeld/voorbeeldschool.lv.json"))
    [tekst] = [s["tekst"] for s in dossier["stukken"] if s["instrument"] == naam]
    werk = Proef(all_tools()[naam], bewaard=tekst)
    werk.stap(stap)
    # Zonder het bewaren: dat zou in deze lege browser een nieuw bestand openen.
    werk.scherm.inhoud = tuple(d for d in werk.scherm.inhoud if d.soort != "bewaren")
    open_ = gastheer.open(context, werk.scherm, pad=pad)
    open_.page.set_viewport_size({"width": 1280, "height": 720})
    return werk, open_


def without_last(groep: Groep) -> Groep:
    """Dezelfde groep, met een antwoord minder."""
    eerste, *rest = groep.bronnen
    return replace(groep, bronnen=(replace(eerste, respondenten=eerste.respondenten[:-1]), *rest))


def drawn(page: Page) -> Locator:
    expect(page.locator(f"{VENSTER}[data-getekend]")).to_be_visible()
    return page.locator(f"{VENSTER} h2")


def turn(page: Page, toets: str) -> None:
    """Blader; het volgende scherm is pas getekend als het dat zelf zegt."""
    page.evaluate(f"delete document.querySelector('{VENSTER}').dataset.getekend")
    page.keyboard.press(toets)


def measure(page: Page) -> None:
    """Kijk of de zaal dit scherm kan lezen, en er niets buiten valt."""
    stand: dict[str, Any] = page.evaluate(MAAT)
    assert stand["letter"] >= 29.9, stand
    assert not stand["buiten"], stand
    assert not stand["schuift"], stand


def through(page: Page, toets: str) -> list[str]:
    """Blader tot het eind, en meet elk scherm."""
    titels = []
    while True:
        titels.append(drawn(page).inner_text())
        measure(page)
        nu, van = page.locator(f"{VENSTER} .lvp-plek").inner_text().split(" van ")
        if nu == van:
            return titels
        turn(page, toets)


def test_een_uitkomst_op_het_grote_scherm_en_terug(
    gastheer: Gastheer, context: BrowserContext
) -> None:
    werk, scherm = open_tool(gastheer, context, "urgentiemeter", 2, "/licht")
    page = scherm.page
    page.evaluate("scrollTo(0, 120)")
    knop = page.get_by_role("button", name="Op het grote scherm").locator("visible=true")
    knop.focus()
    plek = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    venster = page.get_by_role("dialog", name="Op het grote scherm: Uitslag")
    expect(venster).to_be_visible()
    eerste = drawn(page).inner_text()
    turn(page, "PageDown")
    titel = drawn(page).inner_text()
    assert (eerste, titel) == ("Uitslag", "Hoe gedeeld is de urgentie, en hoe breed de focus?")
    expect(venster.locator("[aria-live]")).to_contain_text(f"{titel}. Scherm 2 van ")
    expect(venster.get_by_role("img")).to_be_visible()
    measure(page)
    assert find_violations(page, axe_script(), binnen=VENSTER) == []
    page.keyboard.press("b")
    expect(page.locator(".lvp-zwart")).to_be_visible()
    page.keyboard.press("ArrowRight")  # wie verder wil, ziet eerst waar hij was
    expect(page.locator(".lvp-zwart")).to_have_count(0)
    page.keyboard.press(".")
    expect(page.locator(".lvp-zwart")).to_be_visible()
    page.keyboard.press(".")
    expect(drawn(page)).to_have_text(titel)

    # In de zaal komt er een antwoord bij: het scherm loopt mee, en blijft staan waar het stond.
    voet = venster.locator(".lvp-voet p")
    expect(voet).to_contain_text("Aantal: 12 mensen.")
    with scherm.vanuit_python(), werk.scherm.bundle():
        werk.werk.change(lambda s: replace(s, groep=without_last(s.groep)))
        werk.opstelling.refresh()
    expect(voet).to_contain_text("Aantal: 11 mensen.")
    expect(drawn(page)).to_have_text(titel)

    # Met Tab komt niemand erbuiten, en met Escape is hij terug waar hij was.
    for _ in range(7):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "!document.querySelector('#plaats .lvs-tabs').contains(document.activeElement)"
        )
    page.keyboard.press("Escape")
    expect(venster).to_have_count(0)
    expect(knop).to_be_focused()
    assert page.evaluate("scrollY") == plek
    page.keyboard.press("Enter")
    expect(drawn(page)).to_have_text(titel)  # en de volgende keer op hetzelfde scherm verder
    page.get_by_role("button", name="Terug naar het hulpmiddel").click()
    expect(knop).to_be_focused()
    assert scherm.fouten == []
    page.close()

    # Zonder tekenaar in de pagina (Voilà, JupyterLab) en zonder muis.
    _, scherm = open_tool(gastheer, context, "lesbezoek", 3, "/kaal")
    page = scherm.page
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.get_by_role("button", name="Op het grote scherm").locator("visible=true").press("Enter")
    titels = through(page, "ArrowRight")
    assert any(t.startswith("Wat er in de lessen te zien was (1 van ") for t in titels), titels
    turn(page, "ArrowLeft")
    drawn(page)
    assert find_violations(page, axe_script(), binnen=VENSTER) == []
    page.keyboard.press("Escape")
    expect(
        page.get_by_role("button", name="Op het grote scherm").locator("visible=true")
    ).to_be_focused()
    assert scherm.fouten == []
