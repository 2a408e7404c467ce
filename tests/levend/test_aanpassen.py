"""Wat er voor de pagina aan Python van anderen verandert."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest
from levend import aanpassen
from levend.aanpassen import maak_lui, maak_pakketten_lui, pas_aan
from levend.vendor import VendorError


def laad(map_: Path, monkeypatch: pytest.MonkeyPatch, **modules: str) -> types.ModuleType:
    """Maak een pakket met een luie ``__init__`` en laad het."""
    pakket = map_ / "luipakket"
    pakket.mkdir()
    for naam, tekst in modules.items():
        (pakket / f"{naam}.py").write_text(tekst)
    lui = maak_lui((pakket / "__init__.py").read_text())
    assert lui is not None
    (pakket / "__init__.py").write_text(lui)
    monkeypatch.syspath_prepend(str(map_))
    for naam in [n for n in sys.modules if n.split(".")[0] == "luipakket"]:
        monkeypatch.delitem(sys.modules, naam)
    import luipakket

    return luipakket


def test_module_laadt_pas_als_iemand_haar_naam_vraagt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pakket = laad(
        tmp_path,
        monkeypatch,
        __init__='"""Uitleg."""\nfrom .a import A, B as C\nfrom .groet import groet\n'
        'from luipakket.b import D\n__all__ = ["A"]',
        a="A = 1\nB = 2",
        b="D = 3",
        groet="def groet(): return 'dag'",
    )
    geladen = {n for n in sys.modules if n.startswith("luipakket.")}
    assert geladen == {"luipakket.groet"}, "alleen de naamgenoot van zijn module"
    assert pakket.C == 2
    assert "luipakket.b" not in sys.modules
    assert pakket.groet() == "dag"
    assert {naam: getattr(pakket, naam) for naam in pakket.__all__ if naam != "groet"} == {
        "A": 1,
        "C": 2,
        "D": 3,
    }
    with pytest.raises(AttributeError, match="weg"):
        _ = pakket.weg


@pytest.mark.parametrize("tekst", ['"""Leeg."""', "from .a import b\nb()", "import os", ""])
def test_wat_meer_doet_dan_importeren_blijft_zoals_het_is(tekst: str) -> None:
    assert maak_lui(tekst) is None
    assert maak_pakketten_lui({"p/__init__.py": tekst.encode()}) == {
        "p/__init__.py": tekst.encode()
    }


def test_andere_opbouw_wordt_gemeld(monkeypatch: pytest.MonkeyPatch) -> None:
    goed = {bestand: oud.encode() for bestand, (oud, _) in aanpassen.VERVANGINGEN.items()}
    goed[aanpassen.LUI] = b"from .widget import Widget"
    assert b"from .widget import" not in pas_aan(goed)[aanpassen.LUI].partition(b"def _alle")[0]
    for bestand in goed:
        with pytest.raises(VendorError, match="nieuwe versie"):
            pas_aan({**goed, bestand: b"x = 1"})
