"""Browser en gastheer voor de toetsen van de schermdelen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "book" / "_ext")]

from gastheer import Gastheer  # noqa: E402 - pas te vinden na de regel hierboven


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
