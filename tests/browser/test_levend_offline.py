"""Zonder internet, en nooit verouderd: de service worker op het proefboek."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from levend.serveer import Lijn, serveer
from playwright.sync_api import Browser, BrowserContext, Page, expect
from proef import bouw_proefboek

START_MS = 60_000
VAK = "#hulpmiddel-1"
UIT = Path("uit", "_build", "html")


@pytest.fixture
def eigen_werk(proefwerk: Path, tmp_path: Path) -> Path:
    """Een eigen kopie van het proefboek, om opnieuw te bouwen of stuk te maken."""
    return Path(shutil.copytree(proefwerk, tmp_path / "uitgave", symlinks=True))


@pytest.fixture
def lijn() -> Lijn:
    return Lijn()


@pytest.fixture
def basis(proefsite: Path, lijn: Lijn) -> Iterator[str]:
    with serveer({"/een/map/": proefsite}, lijn) as adres:
        yield f"{adres}/een/map/"


@pytest.fixture
def context(chromium_met_venster: Browser) -> Iterator[BrowserContext]:
    """Zonder venster blijft Chromium hangen als hij een grote voorraad bewaart."""
    context = chromium_met_venster.new_context(locale="nl-NL")
    context.set_default_timeout(20_000)
    yield context
    context.close()


def bezoek(context: BrowserContext, adres: str) -> Page:
    """Open een pagina en wacht tot de voorraad er is."""
    pagina = context.new_page()
    pagina.goto(adres)
    pagina.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return pagina


def start(pagina: Page) -> None:
    pagina.locator(f"{VAK} .lv-knop").click()
    expect(pagina.locator(f"{VAK}[data-lv-toestand=klaar]")).to_be_attached(timeout=START_MS)


def test_na_een_bezoek_is_het_hele_boek_te_lezen(
    context: BrowserContext, basis: str, lijn: Lijn
) -> None:
    bezoek(context, f"{basis}index.html").close()
    assert not any("pyodide" in pad for pad in lijn.verzonden), "het zware deel wordt niet bewaard"
    lijn.dicht = True
    pagina = context.new_page()
    pagina.goto(f"{basis}map/hulp.html")
    expect(pagina.locator("h1").first).to_contain_text("Twee hulpmiddelen")
    expect(pagina.locator(VAK)).to_contain_text("Een voorbeeld: na 0 komt 2.")
    pagina.locator(f"{VAK} .lv-knop").click()
    expect(pagina.locator(f"{VAK} .lv-melding")).to_contain_text("de verbinding viel weg")
    pagina.goto(f"{basis}")
    expect(pagina.locator("h1").first).to_contain_text("Proefboek")
    pagina.goto(f"{basis}bestaat-niet.html")
    expect(pagina.locator("h1").first).to_have_text("Geen internet")


def test_bewaard_hulpmiddel_werkt_zonder_internet(
    context: BrowserContext, basis: str, lijn: Lijn
) -> None:
    pagina = bezoek(context, f"{basis}map/hulp.html")
    bewaar = pagina.locator(f"{VAK} .lv-bewaar")
    expect(bewaar).to_contain_text(re.compile(r"Ook zonder internet gebruiken \(neemt \d+ MB"))
    bewaar.click()
    expect(pagina.locator(f"{VAK} .lv-bewaarstand")).to_have_text(
        "Dit hulpmiddel werkt nu ook zonder internet."
    )
    pagina.close()
    lijn.dicht = True
    pagina = context.new_page()
    pagina.goto(f"{basis}map/hulp.html")
    start(pagina)
    pagina.get_by_role("button", name="Verhoog").click()
    expect(pagina.locator(".stand")).to_have_text("2")
    pagina.get_by_role("button", name="Naar Excel").click()
    expect(pagina.locator(".stand")).to_have_text("xlsx PK")


def test_niet_meer_bewaren_ruimt_alles_op(context: BrowserContext, basis: str) -> None:
    pagina = bezoek(context, f"{basis}map/hulp.html")
    bewaar = pagina.locator(f"{VAK} .lv-bewaar")
    bewaar.click()
    expect(bewaar).to_have_text("Niet meer bewaren")
    assert "lv-zwaar" in pagina.evaluate("caches.keys()")
    bewaar.click()
    expect(bewaar).to_contain_text("Ook zonder internet")
    assert "lv-zwaar" not in pagina.evaluate("caches.keys()")


def test_nieuwe_regel_geldt_meteen_en_wordt_aangekondigd(
    chromium_met_venster: Browser, eigen_werk: Path
) -> None:
    site = eigen_werk / UIT
    context = chromium_met_venster.new_context(locale="nl-NL")
    context.set_default_timeout(20_000)
    with serveer({"/": site}) as adres:
        pagina = bezoek(context, f"{adres}/map/hulp.html")
        pagina.locator(f"{VAK} .lv-bewaar").click()
        bewaar = pagina.locator(f"{VAK} .lv-bewaar")
        expect(bewaar).to_have_text("Niet meer bewaren", timeout=30_000)
        expect(pagina.locator(".lv-nieuw")).to_have_count(0)
        eerste_caches = pagina.evaluate("caches.keys()")

        (eigen_werk / "gegevens" / "regel.toml").write_text("stap = 7\n")
        bouw_proefboek(eigen_werk)
        # De lezer komt terug bij de open pagina: de aankondiging verschijnt, met een knop.
        pagina.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.update())")
        expect(pagina.locator(".lv-nieuw")).to_contain_text("nieuwe versie")
        pagina.get_by_role("button", name="Nu laden").click()
        expect(pagina.locator(VAK)).to_contain_text("na 0 komt 7")
        start(pagina)
        pagina.get_by_role("button", name="Verhoog").click()
        expect(pagina.locator(".stand")).to_have_text("7")
        pagina.wait_for_timeout(500)
        expect(pagina.locator(".lv-nieuw")).to_have_count(0)
        tweede_caches = pagina.evaluate("caches.keys()")
        assert len(tweede_caches) == 2, "de oude voorraad is opgeruimd"
        assert tweede_caches != eerste_caches
        bewaard = pagina.evaluate(
            "caches.open('lv-zwaar').then((c) => c.keys()).then((k) => k.map((v) => v.url))"
        )
        stammen = [re.sub(r"-[0-9a-f]{12}\..*", "", url.rsplit("/", 1)[1]) for url in bewaard]
        assert len(stammen) == len(set(stammen)), "van elk archief is alleen het nieuwe bewaard"
    # En ook zonder internet geldt de nieuwe regel.
    pagina.goto(f"{adres}/map/hulp.html")
    start(pagina)
    pagina.get_by_role("button", name="Verhoog").click()
    expect(pagina.locator(".stand")).to_have_text("7")
    context.close()


def stijlbladen(pagina: Page) -> list[str]:
    return pagina.eval_on_selector_all(
        "link[rel=stylesheet]", "(links) => links.filter((l) => l.sheet).map((l) => l.href)"
    )


def test_trage_lijn_en_stukke_server_na_een_nieuwe_uitgave(
    chromium_met_venster: Browser, eigen_werk: Path
) -> None:
    """Eerst de bewaarde pagina met haar eigen opmaak, en zodra de server antwoordt het bericht."""
    site = eigen_werk / UIT
    context = chromium_met_venster.new_context(locale="nl-NL")
    context.set_default_timeout(30_000)
    lijn = Lijn()
    with serveer({"/": site}, lijn) as adres:
        bezoek(context, f"{adres}/map/hulp.html").close()
        oud = context.new_page()
        oud.goto(f"{adres}/map/hulp.html")
        eerst = stijlbladen(oud)
        oud.close()

        lijn.storing = 502
        pagina = context.new_page()
        pagina.goto(f"{adres}/map/hulp.html")
        expect(pagina.locator(VAK)).to_contain_text("Een voorbeeld: na 0 komt 2.")
        expect(pagina.locator(".lv-nieuw")).to_contain_text("De server geeft nu een fout")
        pagina.close()
        lijn.storing = 0

        (eigen_werk / "gegevens" / "regel.toml").write_text("stap = 7\n")
        bouw_proefboek(eigen_werk)
        # De service worker is nog die van de vorige uitgave: de lijn is te traag voor een nieuwe.
        lijn.vertraging = 7
        pagina = context.new_page()
        pagina.goto(f"{adres}/map/hulp.html", wait_until="commit")
        expect(pagina.locator(VAK)).to_contain_text("Een voorbeeld: na 0 komt 2.")
        expect(pagina.locator(".lv-nieuw")).to_contain_text("nieuwe versie", timeout=12_000)
        assert stijlbladen(pagina) == eerst
        lijn.vertraging = 0
        pagina.get_by_role("button", name="Nu laden").click()
        expect(pagina.locator(VAK)).to_contain_text("na 0 komt 7")
    context.close()


def test_hekje_dat_een_mailprogramma_verving_komt_terug(
    context: BrowserContext, basis: str
) -> None:
    bezoek(context, f"{basis}index.html").close()
    for hekje in ("%23", "%2523"):
        pagina = context.new_page()
        pagina.goto(f"{basis}map/hulp.html{hekje}scan=1.abc")
        expect(pagina).to_have_url(f"{basis}map/hulp.html#scan=1.abc")
        expect(pagina.locator("h1").first).to_contain_text("Twee hulpmiddelen")


def test_half_bijgewerkte_server_geeft_geen_mengsel(
    chromium_met_venster: Browser, eigen_werk: Path
) -> None:
    """De dienst noemt een controlegetal dat de server niet levert: de oude voorraad blijft."""
    site = eigen_werk / UIT
    context = chromium_met_venster.new_context()
    context.set_default_timeout(20_000)
    lijn = Lijn()
    with serveer({"/": site}, lijn) as adres:
        pagina = bezoek(context, f"{adres}/index.html")
        voorraad = pagina.evaluate("caches.keys()")
        dienst = site / "lv-dienst.js"
        tekst = dienst.read_text("utf-8")
        nieuw = re.sub(r'"versie": "\w+"', '"versie": "half"', tekst)
        nieuw = re.sub(r'("map/papier.html": )"\w+"', r'\1"0000000000000000"', nieuw, count=1)
        dienst.write_text(nieuw, "utf-8")
        pagina.evaluate("""navigator.serviceWorker.getRegistration().then(async (r) => {
          await r.update();
          const nieuw = r.installing;
          if (nieuw) await new Promise((klaar) => nieuw.addEventListener("statechange",
            () => nieuw.state === "redundant" && klaar()));
        })""")
        namen = set(pagina.evaluate("caches.keys()"))
        assert set(voorraad) <= namen
        lijn.dicht = True
        pagina.goto(f"{adres}/map/papier.html")
        expect(pagina.locator("h1").first).to_contain_text("Papieren versie")
    context.close()
