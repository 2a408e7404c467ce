"""Wat alle toetsen van het gebouwde boek delen: waar de site staat en welke pagina's zij heeft."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WORTEL = Path(__file__).resolve().parent.parent
SITE = Path(os.environ.get("BOEK_SITE") or WORTEL / "book" / "_build" / "html")


# Eigenschapstoetsen meten geen tijd: op een drukke computer zegt een traag voorbeeld niets. Op de
# bouwserver is de keuze van voorbeelden vast, zodat dezelfde code altijd dezelfde uitslag geeft:
# zestig zijn er daar genoeg. Op een eigen computer zijn het er honderd, telkens andere.
settings.register_profile("thuis", deadline=None)
settings.register_profile("bouwserver", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("bouwserver" if os.environ.get("CI") else "thuis")

#: Zonder venster, en drie keer zo vlug.
SCHIL = "/usr/lib/chromium/chromium-headless-shell"
BROWSERS = (
    "/usr/bin/chromium",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
#: Zo lang mag iets op zich laten wachten voordat het fout is: een drukke computer is geen fout.
GEDULD_MS = 20_000
VLAGGEN = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Elke toets begint met een lege cache; WebAssembly dan ook nog sneller maken, kost meer dan het
    # oplevert. Voor wat de pagina doet, maakt het niets uit.
    "--js-flags=--liftoff-only",
    # Een aanvraag naar een andere host komt nergens aan; de toetsen zien wel dat zij gedaan is.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


def built_pages() -> list[str]:
    """Geef elke pagina van het gebouwde boek, als pad vanaf de wortel van de site.

    De pagina van de server voor een adres dat er niet is, hoort er niet bij (test_wegwijzers).
    """
    if not SITE.is_dir():
        return []
    return sorted(
        pad.relative_to(SITE).as_posix()
        for pad in SITE.rglob("*.html")
        if pad != SITE / "404.html"
        and not any(deel.startswith("_") for deel in pad.relative_to(SITE).parts)
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Herhaal een toets met ``boekpagina`` voor elke pagina van de site."""
    if "boekpagina" in metafunc.fixturenames:
        # Zonder site toch één keer: dan zegt de fixture `site` wat er moet gebeuren.
        metafunc.parametrize("boekpagina", built_pages() or ["index.html"])


@pytest.fixture(scope="session")
def site() -> Path:
    """De map van de gebouwde site."""
    if not (SITE / "index.html").is_file():
        pytest.fail(
            f"In {SITE} staat geen gebouwd boek. Bouw het eerst met 'python3 taak.py bouw', "
            "of wijs een andere map aan met BOEK_SITE."
        )
    return SITE


@pytest.fixture(scope="session")
def boekpaginas(site: Path) -> list[str]:
    """Alle pagina's van de gebouwde site."""
    return built_pages()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium of Chrome van deze computer. Ontbreekt die, dan faalt de toets: nooit overslaan.

    Een voor alle toetsen: twee keer Playwright in hetzelfde proces kan niet.
    """
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=GEDULD_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(VLAGGEN))
        yield browser
        browser.close()


@pytest.fixture
def chromium_met(chromium: Browser) -> Iterator[Callable[[Iterable[str]], Browser]]:
    """Start een Chromium met eigen argumenten, zoals een nepcamera, en sluit hem na afloop."""
    open_: list[Browser] = []

    def start(argumenten: Iterable[str]) -> Browser:
        browser = chromium.browser_type.launch(
            executable_path=find_chromium(), args=[*VLAGGEN, *argumenten]
        )
        open_.append(browser)
        return browser

    yield start
    for browser in open_:
        browser.close()


@pytest.fixture(scope="session")
def chromium_met_venster(chromium: Browser) -> Iterator[Browser]:
    """Een Chromium die een venster kan maken, voor wat die zonder venster niet kan."""
    browser = chromium.browser_type.launch(
        executable_path=find_chromium(*BROWSERS), args=list(VLAGGEN)
    )
    yield browser
    browser.close()


def find_chromium(*liefst: str) -> str:
    """Geef het pad van Chromium of Chrome op deze computer; ontbreekt die, dan faalt de toets."""
    keuzes = filter(None, (*liefst, os.environ.get("LV_CHROMIUM"), SCHIL, *BROWSERS))
    pad = next((gevonden for keuze in keuzes if (gevonden := shutil.which(keuze))), None)
    if pad is None:
        pytest.fail(
            "Er is geen Chromium of Chrome gevonden. Installeer een van beide "
            "(Debian: sudo apt install chromium), of wijs er een aan met LV_CHROMIUM."
        )
    return pad
