"""Patronen die in de pagina pas worden gemaakt als iemand ze gebruikt."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
PLEK = WORTEL / "book" / "_ext" / "levend" / "python" / "lv_kern" / "patroon.py"
MODULES = sorted((WORTEL / "lv_tools").rglob("*.py"))


def test_een_laat_patroon_doet_wat_het_patroon_doet_en_wordt_een_keer_gemaakt() -> None:
    spec = importlib.util.spec_from_file_location("patroon", PLEK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    gemaakt = []

    def maak() -> re.Pattern[str]:
        gemaakt.append(1)
        return re.compile(r"(a+)(b)")

    laat = module.Patroon(maak)
    assert gemaakt == []
    assert laat.pattern == "(a+)(b)"
    assert laat.groups == 2
    assert laat.fullmatch("aab")[1] == "aa"
    assert laat.sub("x", "aabc") == "xc"
    assert gemaakt == [1]
    with pytest.raises(AttributeError):
        laat.bestaat_niet  # noqa: B018


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(WORTEL)))
def test_niemand_geeft_een_patroon_aan_re_zelf(pad: Path) -> None:
    """``re.sub(PATROON, ...)`` wil een echt patroon; ``PATROON.sub(...)`` kan altijd."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    patronen = {
        doel.id
        for regel in boom.body
        if isinstance(regel, ast.Assign)
        and isinstance(regel.value, ast.Call)
        and ast.unparse(regel.value.func) == "re.compile"
        for doel in regel.targets
        if isinstance(doel, ast.Name)
    }
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func).startswith("re."):
            namen = {arg.id for arg in knoop.args if isinstance(arg, ast.Name)}
            assert not namen & patronen, f"regel {knoop.lineno}"
