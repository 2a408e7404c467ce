"""De voorbeelden in de docstrings doen wat er staat, en de naslag noemt elke naam."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re

import pytest
from verderproef import WORTEL

import lv_tools.verder as lv

MODULES = [f"lv_tools.verder.{m.name}" for m in pkgutil.iter_modules(lv.__path__)]


@pytest.mark.parametrize("naam", ["lv_tools.verder", *MODULES])
def test_voorbeelden_in_docstrings_kloppen(naam: str) -> None:
    assert doctest.testmod(importlib.import_module(naam)).failed == 0


def test_er_zijn_voorbeelden() -> None:
    gezocht = [importlib.import_module(naam) for naam in ("lv_tools.verder", *MODULES)]
    assert sum(doctest.testmod(module).attempted for module in gezocht) >= 5


def test_de_naslag_noemt_elke_publieke_naam() -> None:
    naslag = (WORTEL / "book" / "naslag" / "python-naslag.md").read_text("utf-8")
    genoemd = re.findall(r"auto(?:function|class|exception):: (\w+)", naslag)
    assert sorted(genoemd) == sorted(lv.__all__)


@pytest.mark.parametrize("klasse", [lv.Werkstuk, lv.Verzameling], ids=lambda k: k.__name__)
def test_de_naslag_noemt_elke_publieke_methode(klasse: type) -> None:
    naslag = (WORTEL / "book" / "naslag" / "python-naslag.md").read_text("utf-8")
    stuk = naslag.split(f"autoclass:: {klasse.__name__}")[1]
    (leden,) = re.findall(r":members: (.*)", stuk.split("```")[0])
    velden = getattr(klasse, "__dataclass_fields__", {})
    eigen = {n for n in vars(klasse) if not n.startswith("_") and n not in velden}
    assert set(leden.split(", ")) == eigen
