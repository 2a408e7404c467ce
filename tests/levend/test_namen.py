from __future__ import annotations

import re
from pathlib import Path

import pytest
from levend.namen import geef_namen

PAGINA = (
    '<link href="../_static/stijl.css?v=0d280265"><script src="../_static/scripts/thema.js?v=1">'
    '</script><script src="../_static/zoek.js"></script>'
    '<link rel="icon" href="../_static/merk.svg">'
    '<div data-src="../_static/zoekmachine.js"></div>'
    '<script src="../_static/figuren/figuur.0f8a3a2fedc4.js"></script>'
    '<a href="../_static/weg.css">x</a>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    bouw(tmp_path, "groen")
    return tmp_path


def bouw(site: Path, kleur: str) -> None:
    """Schrijf wat Sphinx schrijft: bestanden altijd, een pagina alleen als zij nog niet bestaat."""
    for naam, tekst in {
        "_static/stijl.css": kleur,
        "_static/scripts/thema.js": "thema()",
        "_static/merk.svg": "<svg/>",
        "_static/figuren/figuur.0f8a3a2fedc4.js": "figuur()",
        "_static/zoek.js": f"zoek({kleur})",
        "_static/zoekmachine.js": "machine()",
    }.items():
        (site / naam).parent.mkdir(parents=True, exist_ok=True)
        (site / naam).write_text(tekst, "utf-8")
    pagina = site / "stappen" / "index.html"
    if not pagina.exists():
        pagina.parent.mkdir()
        pagina.write_text(PAGINA, "utf-8")


def verwezen(site: Path) -> list[str]:
    return re.findall(r'"\.\./([^"]+)"', (site / "stappen" / "index.html").read_text("utf-8"))


def test_elke_verwijzing_noemt_de_inhoud_en_bestaat(site: Path) -> None:
    geef_namen(site)
    *echt, weg = verwezen(site)
    assert [naam for naam in echt if not (site / naam).is_file()] == []
    assert [re.sub(r"[0-9a-f]{12}", "#", naam) for naam in echt] == [
        "_static/stijl-#.css",
        "_static/scripts/thema-#.js",
        "_static/zoek-#.js",
        "_static/merk-#.svg",
        "_static/zoekmachine-#.js",
        "_static/figuren/figuur.#.js",
    ]
    assert weg == "_static/weg.css"
    assert not (site / "_static" / "stijl.css").exists()


def test_andere_inhoud_is_een_andere_naam_ook_in_een_oude_pagina(site: Path) -> None:
    geef_namen(site)
    eerst = verwezen(site)
    bouw(site, "blauw")
    geef_namen(site)
    daarna = verwezen(site)
    anders = [oud for oud, nieuw in zip(eerst, daarna, strict=True) if oud != nieuw]
    assert anders == [eerst[0], eerst[2]]
    assert (site / daarna[0]).read_text("utf-8") == "blauw"
    assert not (site / eerst[0]).exists(), "wat geen pagina meer noemt, ligt er niet meer"


def test_twee_keer_geeft_hetzelfde(site: Path) -> None:
    geef_namen(site)
    eerst = {pad: pad.read_bytes() for pad in site.rglob("*") if pad.is_file()}
    geef_namen(site)
    assert {pad: pad.read_bytes() for pad in site.rglob("*") if pad.is_file()} == eerst
