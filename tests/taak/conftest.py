"""Het opdrachtenprogramma, zonder dat het iets doet."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

PAD = Path(__file__).resolve().parents[2] / "taak.py"


@pytest.fixture
def taak(monkeypatch: pytest.MonkeyPatch):
    plek = importlib.util.spec_from_file_location("taak_onder_toets", PAD)
    module = importlib.util.module_from_spec(plek)
    plek.loader.exec_module(module)
    opdrachten: list[tuple[str, ...]] = []
    monkeypatch.setattr(module, "is_debian_root", lambda: True)
    monkeypatch.setattr(module, "run", lambda *delen, **_: opdrachten.append(delen) or 0)
    module.opdrachten = opdrachten
    return module
