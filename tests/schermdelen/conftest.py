"""Browser en gastheer voor de toetsen van de schermdelen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from gastheer import Gastheer
from playwright.sync_api import Browser, BrowserContext


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="nl-NL", accept_downloads=True)
    context.set_default_timeout(8000)
    yield context
    context.close()


@pytest.fixture(scope="session")
def gastheer() -> Iterator[Gastheer]:
    gastheer = Gastheer()
    yield gastheer
    gastheer.stop()
