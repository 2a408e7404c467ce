"""Zet deze map op het zoekpad, en open altijd het hulpmiddel zelf en niet zijn stilbeeld."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def geen_stilbeeld(monkeypatch: pytest.MonkeyPatch) -> None:
    """Een toets die een boek bouwt, laat in dit proces de vraag om stilbeelden achter."""
    monkeypatch.delenv("LV_TOOLS_STIL", raising=False)
