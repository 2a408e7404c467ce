"""Vensters en zoekresultaten zijn in het Nederlands, en de zeef die dat ziet, ziet ook iets.

De bladzijden zelf leest ``test_bladzijden`` na; de zeef staat in ``taalzeef``.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext
from taalzeef import find_english


@pytest.mark.parametrize(
    "stap",
    ["Control+k", "button:has-text('Inhoud')", "button:has-text('Op deze pagina')"],
    ids=["zoekvenster", "inhoud", "paginamenu"],
)
def test_windows_are_dutch(
    stap: str, adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context(390).new_page()
    page.goto(f"{adres}stappen/index.html", wait_until="load")
    page.keyboard.press(stap) if stap.startswith("Control") else page.click(stap)
    page.locator("dialog[open]").wait_for()
    assert not find_english(page)


def test_search_results_are_dutch(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    page = nieuwe_context().new_page()
    for woorden in ("SKA2", "xyzzyplugh"):
        page.goto(f"{adres}search.html?q={woorden}")
        page.locator("main .hs-zoekstatus:not(:empty)").wait_for()
        assert not find_english(page)


@pytest.mark.parametrize(
    "engels",
    [
        "<button title='Toggle primary sidebar'><span aria-hidden=true>x</span></button>",
        "<nav aria-label='Table of Contents'><a href='#'>een</a></nav>",
        "<p>Welcome to this page</p>",
        "<input aria-label=naam placeholder='Search the docs ...'>",
    ],
)
def test_sieve_finds_english(
    engels: str, adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """De zeven zelf: wat een thema zou laten staan, wordt gevonden."""
    page = nieuwe_context().new_page()
    page.goto(f"{adres}index.html", wait_until="load")
    page.evaluate(
        "(html) => document.querySelector('main').insertAdjacentHTML('beforeend', html)", engels
    )
    assert find_english(page)
