"""Een browser, een proefpagina en een eigen Chromium voor de toetsen van bewaard werk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

TOETSEN = Path(__file__).resolve().parents[1]

from gastheer import Gastheer  # noqa: E402 - pas te vinden na de regels hierboven
from werkplek import Werkplek  # noqa: E402


@pytest.fixture(scope="session")
def gastheer() -> Iterator[Gastheer]:
    gastheer = Gastheer()
    yield gastheer
    gastheer.stop()


@pytest.fixture(scope="session")
def werkplek(gastheer: Gastheer) -> Werkplek:
    return Werkplek(gastheer)


@pytest.fixture
def context(chromium: Browser, werkplek: Werkplek) -> Iterator[BrowserContext]:
    """Een leeg browserprofiel waarin elke pagina een eigen Python krijgt."""
    context = chromium.new_context(
        locale="nl-NL", accept_downloads=True, viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(8000)
    werkplek.connect(context)
    yield context
    context.close()
