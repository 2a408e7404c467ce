"""Elke bladzijde van het boek in één keer openen, en daarin alles nalopen wat aan haar te zien is.

Een bladzijde openen kost meer dan haar bekijken. Daarom is er één toets per bladzijde, met een lege
voorraad; wat er misgaat, noemt bij elke controle wat er scheelt.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from axeloper import CONTRAST, REGELS, ZONDER_CONTRAST
from playwright.sync_api import BrowserContext, Page, Response, expect
from taalzeef import find_english
from weergaven import TE_BREED, Weergave, find_faults

#: Alle regels breed en smal; in het donker verandert alleen de kleur, en smal alleen de plaats.
#: Wat er op een smal scherm bijkomt, zoals het menu, is op elke bladzijde hetzelfde: het contrast
#: daarvan kijkt de eerste bladzijde van elk deel na.
WEERGAVEN = (
    Weergave(1280, "light", REGELS),
    Weergave(1280, "dark", CONTRAST),
    Weergave(320, "light", ZONDER_CONTRAST),
)
EERSTE = (*WEERGAVEN[:-1], Weergave(320, "dark", CONTRAST), Weergave(320, "light", REGELS))
GRENS_KB = 150
#: Wat al samengeperst is, wordt met gzip niet kleiner.
AL_KLEIN = ("image/png", "image/jpeg", "image/webp", "font/", "application/zip", "application/gzip")
SOORTEN = {"document": "HTML", "stylesheet": "stijl", "script": "script"}
TOT_ONDERAAN = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo({ top: y, behavior: 'instant' });
    await new Promise((klaar) => setTimeout(klaar, 30));
  }
}"""
#: Elementen die tekst afkappen, buiten wat met opzet alleen voor een schermlezer is.
AFGEKAPT = """() => [...document.querySelectorAll('main *, nav *, header *, footer *')]
  .filter((el) => {
    const stijl = getComputedStyle(el);
    if (!el.checkVisibility() || stijl.clipPath !== 'none') return false;
    if (stijl.position === 'absolute') return false;
    return ['hidden', 'clip'].includes(stijl.overflowY)
      && el.scrollHeight > el.clientHeight + 2 && el.textContent.trim();
  }).map((el) => el.outerHTML.slice(0, 120))"""
#: De naam van elk zichtbaar navigatiegebied.
NAVIGATIES = """() => [...document.querySelectorAll('nav')]
  .filter((el) => el.checkVisibility())
  .map((el) => el.ariaLabel
    || document.getElementById(el.getAttribute('aria-labelledby'))?.textContent.trim())"""

#: Zet de letters op 200%, en geef tekst om te lezen of aan te tikken die niet meegroeit. De grote
#: kop staat er niet bij: die groeit minder.
BLIJFT_KLEIN = """() => {
  const maat = (el) => parseFloat(getComputedStyle(el).fontSize);
  const gewoon = [...document.querySelectorAll('main :is(p, li, a, td, summary, button)')]
    .filter((el) => el.checkVisibility() && !el.closest('h1, svg')).map((el) => [el, maat(el)]);
  document.documentElement.style.fontSize = '200%';
  return gewoon.filter(([el, eerst]) => maat(el) < 1.99 * eerst)
    .map(([el]) => el.outerHTML.slice(0, 120));
}"""

#: Woorden in een tabel die over twee regels staan, behalve heel lange; een tabel van pandas op de
#: bladzijde voor programmeurs houdt haar eigen maat.
GEBROKEN = r"""() => {
  const bereik = document.createRange();
  return [...document.querySelectorAll('main table:not(.dataframe) :is(th, td)')]
    .filter((cel) => cel.checkVisibility() && cel.offsetWidth > 4)
    .flatMap((cel) => {
      const loop = document.createTreeWalker(cel, NodeFilter.SHOW_TEXT);
      const mis = [];
      for (let knoop = loop.nextNode(); knoop; knoop = loop.nextNode()) {
        for (const woord of knoop.data.matchAll(/[\p{L}\p{N}]+/gu)) {
          if (woord[0].length >= 14) continue;
          bereik.setStart(knoop, woord.index);
          bereik.setEnd(knoop, woord.index + woord[0].length);
          const vakken = [...bereik.getClientRects()].filter(({ width }) => width > 1);
          if (new Set(vakken.map(({ top }) => Math.round(top))).size > 1) mis.push(woord[0]);
        }
      }
      return mis;
    });
}"""


@dataclass
class Blad:
    """Een bladzijde van het boek, net geopend, 1280 px breed, licht en met een lege voorraad."""

    page: Page
    pad: str
    site: Path
    axe: str
    antwoorden: list[Response] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    #: Hoe zwaar zij is, als regel voor het overzicht (zie conftest).
    gewicht: str = ""


@pytest.fixture
def blad(
    nieuwe_context: Callable[..., BrowserContext], adres: str, site: Path, axe: str, boekpagina: str
) -> Blad:
    page = nieuwe_context(color_scheme="light", reduced_motion="reduce").new_page()
    blad = Blad(page, boekpagina, site, axe)
    page.on("pageerror", lambda fout: blad.fouten.append(str(fout)))
    # Ook het beleid van de pagina zelf (zie levend/beleid.py) hoort niets tegen te houden.
    page.on(
        "console",
        lambda r: blad.fouten.append(r.text) if "Content Security" in r.text else None,
    )
    page.on("response", lambda antwoord: blad.antwoorden.append(antwoord))  # noqa: PLW0108 -- Playwright weigert een ingebouwde methode
    page.goto(adres + boekpagina, wait_until="networkidle")
    return blad


def test_page_in_one_reading(blad: Blad, record_property: Callable[[str, object], None]) -> None:
    """Alles wat aan een bladzijde te zien is, elk met een eigen melding."""
    mis = []
    for controle in CONTROLES:
        try:
            controle(blad)
        except AssertionError as fout:
            mis.append(f"{controle.__name__}: {fout}")
    record_property("gewicht", blad.gewicht)
    assert not mis, "\n\n".join(mis)


def compressed_size(inhoud: bytes, mimetype: str) -> int:
    """Geef het aantal bytes over de lijn, zoals een gewone webserver ze verstuurt."""
    return len(inhoud) if mimetype.startswith(AL_KLEIN) else len(gzip.compress(inhoud, 6))


def is_light(blad: Blad) -> None:
    """Een tekstpagina weegt weinig; wat Chromium ophaalt, telt mee."""
    per_soort = dict.fromkeys(("HTML", "stijl", "script", "rest"), 0)
    for antwoord in blad.antwoorden:
        soort = SOORTEN.get(antwoord.request.resource_type, "rest")
        mimetype = antwoord.headers.get("content-type", "")
        per_soort[soort] += compressed_size(antwoord.body(), mimetype)
    # Het pictogram van de pagina haalt Chromium wel op, maar het staat niet tussen de antwoorden.
    pictogram = blad.page.get_attribute("link[rel=icon]", "href")
    assert pictogram
    pad = blad.site / urlsplit(urljoin(blad.page.url, pictogram)).path.lstrip("/")
    per_soort["rest"] += compressed_size(pad.read_bytes(), "image/svg+xml")

    kb = {soort: bytes_ / 1000 for soort, bytes_ in per_soort.items()}
    totaal = sum(kb.values())
    met_figuur = blad.page.locator(".lvs-figuur").count() > 0
    rij = (
        f"{totaal:7.1f}  {kb['HTML']:6.1f} {kb['stijl']:6.1f} {kb['script']:6.1f} {kb['rest']:6.1f}"
    )
    blad.gewicht = f"{rij}  {blad.pad}{' (met figuur)' if met_figuur else ''}"
    assert kb["HTML"] > 1, "er is geen pagina geladen: de toets meet niets"
    if not met_figuur:
        assert totaal <= GRENS_KB, f"{totaal:.1f} kB: {kb}"


def stays_on_its_own_host(blad: Blad) -> None:
    """Van openen tot onderaan haalt zij niets van elders, en geen script gaat mis."""
    # Wat pas laadt als het in beeld komt (figuren), laadt nu ook.
    blad.page.evaluate(TOT_ONDERAAN)
    blad.page.wait_for_load_state("networkidle")
    blad.page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    wacht = blad.page.context.wacht  # type: ignore[attr-defined]  # zie conftest
    assert wacht.eigen, "de wacht heeft niets gezien: de toets meet niets"
    assert not wacht.vreemd, f"aanvragen aan anderen: {wacht.vreemd}"
    assert not blad.fouten, f"fouten in scripts: {blad.fouten}"


def skip_link_comes_first(blad: Blad) -> None:
    """De eerste tabstop is een zichtbare sprong naar de inhoud, en hij werkt."""
    page = blad.page
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    sprong = page.get_by_role("link", name="Ga naar de inhoud")
    expect(sprong).to_be_focused()
    expect(sprong).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def has_named_areas(blad: Blad) -> None:
    """Een schermlezer vindt kop, inhoud en voet, en elke navigatie heeft een eigen naam."""
    page = blad.page
    assert page.locator("main:visible").count() == 1
    assert page.locator("body > header:visible").count() == 1
    assert page.locator("body > footer:visible").count() == 1
    namen = page.evaluate(NAVIGATIES)
    assert all(namen), namen
    assert len(set(namen)) == len(namen), namen
    assert page.get_attribute("html", "lang") == "nl"


def text_survives_wider_spacing(blad: Blad) -> None:
    """WCAG 1.4.12: met ruimere regels, letters en woorden verdwijnt er geen tekst."""
    ruimer = blad.page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important;"
        " word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
    )
    afgekapt = blad.page.evaluate(AFGEKAPT)
    ruimer.evaluate("(stijl) => stijl.remove()")
    assert not afgekapt


def axe_finds_nothing(blad: Blad) -> None:
    """Breed en smal (320 px), licht en donker: axe vindt niets en niets schuift opzij."""
    weergaven = EERSTE if blad.pad.endswith("index.html") else WEERGAVEN
    fouten = find_faults(blad.page, blad.axe, None, weergaven)
    assert not fouten, "\n".join(fouten)


def text_reflows(blad: Blad) -> None:
    """Bij 200% schuift niets opzij, en wordt ook wat onder in beeld blijft groter.

    Op 1280 px zoomt de lezer; op een telefoon zet hij zijn letters groter. Schermen van 320 px doet
    ``axe_finds_nothing``.
    """
    page = blad.page
    page.set_viewport_size({"width": 640, "height": 512})
    te_breed = page.evaluate(TE_BREED)
    assert te_breed is None, f"schuift opzij bij 640 px: {te_breed}"
    page.set_viewport_size({"width": 390, "height": 844})
    klein, te_breed = page.evaluate(BLIJFT_KLEIN), page.evaluate(TE_BREED)
    page.evaluate("document.documentElement.style.removeProperty('font-size')")
    assert not klein, f"groeit niet mee met de letters: {klein[:3]}"
    assert te_breed is None, f"schuift opzij met letters op 200%: {te_breed}"


def paper_holds_text_only(blad: Blad) -> None:
    """Afgedrukt staat er alleen tekst, zwart op wit, en is geen tabel afgekapt."""
    page = blad.page
    page.set_viewport_size({"width": 794, "height": 1123})
    page.emulate_media(media="print", color_scheme="dark")
    for kiezer in ("nav", "button", "dialog", ".hs-voet", ".hs-sprong"):
        expect(page.locator(f"{kiezer}:visible")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".hs-titel")).to_be_visible()
    expect(page.locator("h1 ~ p, main p").first).to_have_css("color", "rgb(0, 0, 0)")
    afgekapt = page.eval_on_selector_all(
        "main table",
        """(tabellen) => tabellen.filter((tabel) => tabel.checkVisibility()
             && getComputedStyle(tabel.parentElement).overflowX !== 'visible')
             .map((tabel) => tabel.outerHTML.slice(0, 100))""",
    )
    assert not afgekapt


def is_dutch(blad: Blad) -> None:
    """Breed en smal staat er geen Engels; daarna staat elk vak open."""
    page = blad.page
    page.emulate_media(media="screen", color_scheme="light")
    page.evaluate("document.querySelectorAll('details').forEach((el) => { el.open = true; })")
    for breedte in (1280, 390):
        page.set_viewport_size({"width": breedte, "height": 800})
        gevonden = find_english(page)
        assert not gevonden, f"{breedte} px: {gevonden}"


def words_in_tables_stay_whole(blad: Blad) -> None:
    """Op een telefoon breekt in een tabel geen gewoon woord af; elk vak staat nu open."""
    for breedte in (390, 320):
        blad.page.set_viewport_size({"width": breedte, "height": 800})
        gebroken = blad.page.evaluate(GEBROKEN)
        assert not gebroken, f"{breedte} px: {gebroken[:8]}"


#: De volgorde telt: eerst wat een verse pagina vraagt, het laatst wat haar verandert.
CONTROLES = (
    is_light,
    stays_on_its_own_host,
    skip_link_comes_first,
    has_named_areas,
    text_survives_wider_spacing,
    axe_finds_nothing,
    text_reflows,
    paper_holds_text_only,
    is_dutch,
    words_in_tables_stay_whole,
)
