"""Wat de toetsen van de gespreksprompter delen."""

from __future__ import annotations

import pytest
from prompterproef import Proef


@pytest.fixture
def proef(tmp_path, monkeypatch) -> Proef:
    monkeypatch.setenv("LV_TOOLS_MAP", str(tmp_path))
    return Proef()


@pytest.fixture
def gids(proef: Proef) -> Proef:
    proef.zend("Maak de gids")
    return proef
