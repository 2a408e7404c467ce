"""Zet deze map op het zoekpad, en open altijd het hulpmiddel zelf en niet zijn stilbeeld."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def geen_stilbeeld(monkeypatch: pytest.MonkeyPatch) -> None:
    """Een toets die een boek bouwt, laat in dit proces de vraag om stilbeelden achter."""
    monkeypatch.delenv("LV_TOOLS_STIL", raising=False)
