"""De dia's in een echte browser: leesbaar, te bedienen, en nooit groter dan de wand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axeloper import find_violations
from levend.serveer import Lijn, serveer
from playwright.sync_api import BrowserContext, Page, expect
from taalzeef import find_english
from wachten import wacht_tot

SITE_HOOFDSTUK = "handreiking/alignment.html"
#: Een dek met een tabel, een met veel dia's, een van een kenmerk.
ENKELE = ("stappen/stap-1-situatie-in-kaart", "netwerkdag/werkvormen", "handreiking/rolbewust")
#: Wat er op een wand staat, is achterin te lezen.
KLEINSTE_PX = 28
#: Een label in een tekening is een paar woorden; een zin is het nooit.
KLEINSTE_LABEL_PX = 22
#: Loop alle dia's langs; geef wat niet past en de kleinste letter van een tekst op een dia. De bron
#: onder een tekening is voor wie de dia fotografeert, en telt niet mee.
LANGS = """() => Array.from({ length: Reveal.getTotalSlides() }, (_, nr) => {
  Reveal.slide(nr);
  const dia = Reveal.getCurrentSlide();
  const teksten = [...dia.querySelectorAll('h1, h2, p, li, td, th, caption, figcaption')]
    .filter((el) => !el.closest('.notes, .tr-bron') && el.checkVisibility());
  const vellen = [...dia.querySelectorAll('.tk svg')].filter((svg) => svg.checkVisibility());
  const labels = vellen.flatMap((svg) => {
    const { width, height } = svg.getBoundingClientRect();
    const vel = svg.viewBox.baseVal;
    const schaal = Math.min(width / vel.width, height / vel.height);
    const letter = (el) => parseFloat(getComputedStyle(el).fontSize) * schaal;
    return [...svg.querySelectorAll('text')].map(letter);
  });
  return { naam: dia.dataset.naam, aantal: teksten.length,
    getekend: dia.matches('.tr-tekening'), label: Math.min(999, ...labels),
    hoog: dia.scrollHeight - dia.clientHeight, breed: dia.scrollWidth - dia.clientWidth,
    letter: Math.min(...teksten.map((el) => parseFloat(getComputedStyle(el).fontSize))) };
})"""


def open_slides(context: BrowserContext, adres: str, pagina: str) -> Page:
    page = context.new_page()
    page.goto(f"{adres}_dia/{pagina}.html", wait_until="load")
    wacht_tot(page, "document.documentElement.dataset.klaar === 'ja'")
    return page


def test_no_slide_is_larger_than_the_wall_or_the_phone(
    site: Path, adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    context = nieuwe_context(1280, 720)
    dekken = sorted((site / "_dia").rglob("*.html"))
    assert len(dekken) >= 16
    fouten = []
    for dek in dekken:
        pagina = dek.relative_to(site / "_dia").with_suffix("").as_posix()
        page = open_slides(context, adres, pagina)
        for breedte, hoogte in ((1280, 720), (390, 844)):
            page.set_viewport_size({"width": breedte, "height": hoogte})
            dias = page.evaluate(LANGS)
            assert len(dias) >= 5
            kaal = [
                dia["naam"]
                for dia in dias
                if dia["aantal"] < (1 if dia["getekend"] else 2)
                or (dia["getekend"] and dia["label"] == 999)
            ]
            assert not kaal, "er is niets gemeten"
            fouten += [
                f"{pagina} {breedte} px: {dia}"
                for dia in dias
                if dia["hoog"] > 1
                or dia["breed"] > 1
                or (breedte == 1280 and dia["letter"] < KLEINSTE_PX)
                or (
                    dia["getekend"]
                    and dia["label"] < (KLEINSTE_LABEL_PX if breedte == 1280 else 12)
                )
            ]
        page.close()
    assert not fouten, "\n".join(fouten)
    assert not context.wacht.vreemd  # type: ignore[attr-defined]  # zie conftest


def test_a_click_on_the_page_and_the_arrows_on_the_wall(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context(1280, 720).new_page()
    page.goto(adres + SITE_HOOFDSTUK, wait_until="load")
    page.get_by_role("link", name="Als dia's").click()
    wacht_tot(page, "document.documentElement.dataset.klaar === 'ja'")
    expect(page.locator("#tr-plek")).to_have_text(re.compile(r"^1 van \d+$"))
    page.keyboard.press("ArrowRight")
    expect(page.locator("#tr-plek")).to_have_text(re.compile("^2 van"))
    page.keyboard.press("x")
    page.keyboard.press("n")  # andere letters dan b en k doen niets
    expect(page.locator("#tr-plek")).to_have_text(re.compile("^2 van"))
    page.keyboard.press("End")
    expect(page.locator("h2:visible")).to_have_text("Wat neemt u mee?")
    expect(page.get_by_role("button", name="Volgende")).to_be_disabled()
    page.get_by_role("button", name="Vorige").focus()
    page.keyboard.press("Space")  # de spatie drukt op de knop, en bladert niet ook nog vooruit
    aantal = page.evaluate("Reveal.getTotalSlides()")
    expect(page.locator("#tr-plek")).to_have_text(f"{aantal - 1} van {aantal}")
    page.wait_for_url(re.compile(rf"#/{aantal - 1}$"))
    page.get_by_role("button", name="Hulp").click()
    expect(page.get_by_role("dialog")).to_contain_text("Page Down")
    assert not find_english(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("link", name="Terug naar de pagina").click()
    expect(page.locator("h1")).to_have_text("Kenmerk 2: Alignment")


def test_notes_follow_the_slides_and_lead_them(
    adres: str, axe: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    context = nieuwe_context(1280, 720)
    page = open_slides(context, adres, "handreiking/alignment")
    page.keyboard.press("ArrowRight")
    with context.expect_page() as venster:
        page.get_by_role("button", name="Notities").click()
    notities = venster.value
    notities.set_viewport_size({"width": 1100, "height": 760})
    expect(notities.locator("#tr-stand")).to_contain_text("Dia 2 van")
    expect(notities.locator("#tr-tekst")).to_contain_text("de lagen van een organisatie")
    page.keyboard.press("ArrowRight")
    expect(notities.locator("#tr-stand")).to_contain_text("Dia 3 van")
    notities.keyboard.press("PageDown")
    expect(page.locator("#tr-plek")).to_have_text(re.compile("^4 van"))
    notities.get_by_role("button", name="Vorige").click()
    expect(page.locator("#tr-plek")).to_have_text(re.compile("^3 van"))
    expect(notities.locator("#tr-tijd")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    assert not find_english(notities)
    assert not find_violations(notities, axe)
    # De dia die erna komt, staat er als plaatje bij; de tijd loopt op de wand.
    straks = notities.locator("#tr-hierna").inner_text()
    expect(notities.locator("#tr-straks .tr-kop")).to_have_text(straks)
    notities.locator("#tr-starten button").first.click()
    expect(page.locator("#tr-aftel")).to_have_text(re.compile(r"^[45]:\d\d$"))
    page.keyboard.press(".")  # zwart, en de volgende toets haalt de dia terug zonder te bladeren
    expect(page.locator(".tr-zwart")).to_be_visible()
    expect(notities.locator("#tr-zwart")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".tr-zwart")).to_be_hidden()
    expect(page.locator("#tr-plek")).to_have_text(re.compile("^3 van"))
    # Wat de trainer weglaat en verzet, blijft zo, ook in het venster met notities.
    page.get_by_role("button", name="Dia's kiezen").click()
    assert not find_violations(page, axe)
    page.locator("#tr-lijst input").nth(1).uncheck()
    page.locator("#tr-lijst li").nth(2).get_by_role("button", name="omlaag").click()
    volgorde = page.evaluate("Reveal.getSlides().map((dia) => dia.dataset.naam)")
    page.get_by_role("button", name="Klaar").click()
    page.get_by_role("button", name="Volledig scherm").click()
    wacht_tot(page, "document.documentElement.hasAttribute('data-groot')")
    assert page.evaluate("getComputedStyle(document.querySelector('.tr-balk')).opacity") == "0"
    page.keyboard.press("F5")
    wacht_tot(page, "!document.fullscreenElement")
    page.reload()  # de vensters vinden elkaar weer
    wacht_tot(page, "document.documentElement.dataset.klaar === 'ja'")
    page.keyboard.press("Home")
    expect(notities.locator("#tr-stand")).to_contain_text("Dia 1 van")
    assert page.evaluate("Reveal.getSlides().map((dia) => dia.dataset.naam)") == volgorde
    assert not context.wacht.vreemd  # type: ignore[attr-defined]  # zie conftest


@pytest.mark.parametrize("pagina", ENKELE)
def test_axe_finds_nothing_on_any_slide(
    pagina: str, adres: str, axe: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    context = nieuwe_context(1280, 720, color_scheme="light", reduced_motion="reduce")
    page = open_slides(context, adres, pagina)
    assert not find_english(page)
    fouten = []
    aantal = page.evaluate("Reveal.getTotalSlides()")
    # De eerste, de laatste, en daartussen elke soort: lijst, stappen, tabel.
    for nr in sorted({0, 1, 2, min(6, aantal - 2), aantal - 1}):
        page.evaluate(f"Reveal.slide({nr})")
        for thema in ("light", "dark"):
            page.evaluate(f"document.documentElement.dataset.theme = '{thema}'")
            fouten += [f"dia {nr + 1}, {thema}: {fout}" for fout in find_violations(page, axe)]
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("Reveal.slide(1)")
    fouten += find_violations(page, axe)
    assert not fouten, "\n".join(fouten)


#: Waar een dia over gaat en wanneer: wat de browser samenstelt, moet zijn wat de bouw maakt.
ORDE = """() => [...document.querySelectorAll('.slides > section')].map((dia) => [
  dia.querySelector('h2').textContent.replace(/^Ons programma.*/, 'Ons programma'),
  dia.dataset.begin ?? '', dia.dataset.eind ?? '',
  [...dia.querySelectorAll('.tr-inhoud li')]
    .map((li) => li.textContent.replace(/\\s+/g, ' ').trim()).join('|'),
])"""


def tab_to(page: Page, naam: str) -> None:
    """Ga met Tab naar een knop, link of veld."""
    for _ in range(150):
        page.keyboard.press("Tab")
        vak = page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).textContent"
            " + ' ' + (document.activeElement.getAttribute('aria-label') ?? '')"
        )
        if naam in vak:
            return
    raise AssertionError(f"{naam} is met Tab niet te bereiken")


def test_an_own_day_becomes_slides_and_can_be_wiped(
    adres: str, axe: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    context = nieuwe_context(1280, 720, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{adres}_netwerkdag/index.html", wait_until="load")
    assert not find_english(page)
    # De vaste programma's geven, zo samengesteld, precies de dia's die de bouw maakt.
    eigen = context.new_page()
    programmas = page.locator("#begin-bij option").evaluate_all("(o) => o.map((k) => k.value)")
    assert len(programmas) >= 3
    # Met zoveel mensen gaan alle onderwerpen van een keuze door.
    page.get_by_label("Mensen", exact=True).fill("40")
    for code in programmas:
        page.locator("#begin-bij").select_option(code)
        page.get_by_role("button", name="Zet klaar").click()
        eigen.goto(f"{adres}_dia/programma/{code}.html", wait_until="load")
        wacht_tot(eigen, "document.documentElement.dataset.klaar === 'ja'")
        hoort = eigen.evaluate(ORDE)
        eigen.goto(f"{adres}_dia/programma/eigen.html", wait_until="load")
        wacht_tot(eigen, "document.documentElement.dataset.klaar === 'ja'")
        kreeg = eigen.evaluate(ORDE)
        assert kreeg == [[hoort[0][0], *kreeg[0][1:]], *hoort[1:]]
    # Met alleen het toetsenbord: meer mensen, een onderdeel weg, en de dia's open.
    page.reload()
    for thema, breedte in (("light", 1280), ("dark", 1280), ("dark", 320), ("light", 320)):
        page.set_viewport_size({"width": breedte, "height": 720})
        page.evaluate(f"document.documentElement.dataset.theme = '{thema}'")
        assert not find_violations(page, axe), f"{thema} {breedte}"
        assert page.evaluate("document.documentElement.scrollWidth") <= breedte
    tab_to(page, "Mensen")
    page.keyboard.type("40")
    tab_to(page, "Titel")
    page.keyboard.type("Onze eigen middag")
    tab_to(page, "Haal weg: Welkom")
    page.keyboard.press("Enter")
    expect(page.locator("#omvang")).to_contain_text("voor 40 mensen")
    tab_to(page, "Open de dia's van deze dag")
    page.keyboard.press("Enter")
    wacht_tot(page, "document.documentElement.dataset.klaar === 'ja'")
    expect(page.locator("h2:visible")).to_have_text("Onze eigen middag")
    titels = [dia[0] for dia in page.evaluate(ORDE)]
    assert "Onze afspraken vandaag" not in titels
    assert titels[-1] == "Wat neemt u mee?"
    page.keyboard.press("k")
    page.get_by_role("link", name="Terug naar de pagina").click()
    assert page.evaluate("Object.keys(localStorage).sort()") == ["lv-dia-klok", "lv-netwerkdag"]
    tab_to(page, "Wis dit allemaal")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Gewist.")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []
    expect(page.get_by_label("Titel")).to_have_value("Een middag over kwaliteit")
    assert not context.wacht.vreemd  # type: ignore[attr-defined]  # zie conftest


@pytest.mark.parametrize("blad", ["_uitdeel/stappen/stap-1-situatie-in-kaart.html",
                                  "_uitdeel/werkvormkaarten.html",
                                  "_uitdeel/poster/zes-tafels.html"])  # fmt: skip
def test_paper_sheets_are_accessible_on_screen(
    blad: str, adres: str, axe: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context(1280, 800).new_page()
    for breedte in (1280, 320):
        page.set_viewport_size({"width": breedte, "height": 800})
        page.goto(adres + blad, wait_until="load")
        assert not find_violations(page, axe)
        assert not find_english(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= breedte


def test_text_on_paper_stays_inside_its_sheet(
    site: Path, adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Geen kaart en geen uitdeelblad is langer dan zijn papier."""
    page = nieuwe_context(1123, 800).new_page()
    page.emulate_media(media="print")
    te_lang = []
    for blad in sorted((site / "_uitdeel").rglob("*.html")):
        staand = blad.name != "werkvormkaarten.html"
        # 210 mm min de marges, of een liggend A4 zonder marges, in CSS-pixels.
        page.set_viewport_size({"width": 688 if staand else 1123, "height": 800})
        page.goto(adres + blad.relative_to(site).as_posix(), wait_until="load")
        te_lang += page.eval_on_selector_all(
            ".blad, .kaart",
            """(vellen) => vellen.filter((v) => v.scrollHeight > v.clientHeight + 1)
                 .map((v) => `${document.title}: ${v.querySelector('h1, h2').textContent}`)""",
        )
    assert not te_lang


@pytest.fixture
def lijn_en_adres(site: Path) -> Iterator[tuple[Lijn, str]]:
    """De site in een submap, op een server waarvan de verbinding kan wegvallen."""
    lijn = Lijn()
    with serveer({"/een/map/": site}, lijn) as server:
        yield lijn, f"{server}/een/map/"


# De server staat voor de browser: dan is de browser weg voordat de server sluit.
def test_slides_once_opened_work_without_a_network(
    lijn_en_adres: tuple[Lijn, str], nieuwe_context: Callable[..., BrowserContext]
) -> None:
    lijn, elders = lijn_en_adres
    context = nieuwe_context(1280, 720, service_workers="allow")
    context.unroute_all()
    page = context.new_page()
    page.goto(elders + SITE_HOOFDSTUK, wait_until="load")
    wacht_tot(page, "!!navigator.serviceWorker.controller", ms=20_000)
    page.get_by_role("link", name="Als dia's").click()
    wacht_tot(page, "document.documentElement.dataset.bewaard === 'ja'")
    lijn.dicht = True
    page.reload()
    wacht_tot(page, "document.documentElement.dataset.klaar === 'ja'")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#tr-plek")).to_have_text(re.compile("^2 van"))
    # Wat niet geopend is, is er niet: dan staat er wat u kunt doen.
    page.goto(f"{elders}_dia/handreiking/rolbewust.html")
    expect(page.locator("h1")).to_have_text("Geen internet")


def test_qr_code_of_another_host_is_made_in_the_browser(
    site: Path, adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Zonder adres bij het bouwen tekent de browser de code van de plek waar de site staat."""
    pad = site / "_dia" / "handreiking" / "alignment.html"
    html = pad.read_text("utf-8")
    context = nieuwe_context(1280, 720)
    page = open_slides(context, adres, "handreiking/alignment")
    if "data-qr=" not in html:  # met een adres staat de code er al, van de bouw
        assert page.locator(".tr-qr svg path").count() == 1
        return
    # Op deze computer zelf heeft niemand iets aan een code.
    expect(page.locator(".tr-qr")).to_be_hidden()
    context.unroute_all()
    elders = "http://school.test/boek/"
    context.route(
        f"{elders}**",
        lambda route: route.fulfill(path=str(site / route.request.url.removeprefix(elders))),
    )
    page.goto(f"{elders}_dia/handreiking/alignment.html")
    wacht_tot(page, "document.documentElement.dataset.klaar === 'ja'")
    page.keyboard.press("End")
    expect(page.locator(".tr-qr svg")).to_be_visible()
    assert page.locator(".tr-qr svg path").count() >= 1
    page.get_by_role("button", name="Vergroot de QR-code").click()
    assert page.locator("#tr-qrgroot svg").bounding_box()["width"] > 500
