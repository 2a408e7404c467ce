"""Toetst het pakket zoals het wordt uitgeleverd: als wheel, met de gegevens erin."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    uit = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(uit)],
        cwd=WORTEL,
        check=True,
        capture_output=True,
    )
    (bestand,) = uit.glob("*.whl")
    return bestand


def draai(wheel: Path, code: str) -> str:
    """Voer code uit waarin alleen de wheel op het zoekpad staat, zonder enig ander pakket."""
    omgeving = {**os.environ, "PYTHONPATH": str(wheel), "PYTHONNOUSERSITE": "1"}
    uitslag = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=wheel.parent,
        env=omgeving,
        check=False,
        capture_output=True,
        text=True,
    )
    assert uitslag.returncode == 0, uitslag.stderr
    return uitslag.stdout.strip()


def test_wheel_bevat_elke_gegevensbron_en_niet_meer(wheel: Path) -> None:
    namen = set(zipfile.ZipFile(wheel).namelist())
    pakket = json.loads((WORTEL / "data" / "datapackage.json").read_text(encoding="utf-8"))
    for bron in pakket["resources"]:
        assert f"lv_tools/_data/{bron['path']}" in namen
    assert not [naam for naam in namen if "/ruw/" in naam or naam.endswith("maak.py")]


def test_kern_werkt_uit_de_zip_op_de_standaardbibliotheek_alleen(wheel: Path) -> None:
    code = (
        "from lv_tools.basis.gegevens.datapakket import lees, standaarden\n"
        "import lv_tools.controle, lv_tools.basis.uitvoer.uitvoertabel\n"
        "import lv_tools.basis.opslag.werkbestand\n"
        "print(len(lees('uitdagingen').rijen), len(standaarden()) > 10)"
    )
    assert draai(wheel, code) == "67 True"


def test_het_voorbeeld_gaat_mee_en_is_uit_de_wheel_te_lezen(wheel: Path) -> None:
    namen = [naam for naam in zipfile.ZipFile(wheel).namelist() if "/voorbeeld/" in naam]
    map_ = "lv_tools/_data/voorbeeld"
    assert sorted(namen) == [f"{map_}/school.toml", f"{map_}/voorbeeldschool.lv.json"]
    code = (
        "from lv_tools.basis.gegevens.datapakket import lees_tekst\n"
        "from lv_tools.verder import tabelnamen\n"
        "print(len(lees_tekst('voorbeeld/voorbeeldschool.lv.json')) > 1000, len(tabelnamen()) > 5)"
    )
    assert draai(wheel, code) == "True True"


def test_elk_gegevensbestand_dat_de_code_noemt_zit_in_de_wheel(wheel: Path) -> None:
    namen = set(zipfile.ZipFile(wheel).namelist())
    bron = "".join(pad.read_text("utf-8") for pad in (WORTEL / "lv_tools").rglob("*.py"))
    genoemd = set(re.findall(r'"([a-z]+/[\w.-]+\.(?:toml|csv|json))"', bron))
    assert {"taal/namen.toml", "instrumenten/risicoscan.toml"} <= genoemd
    er_zijn = {naam for naam in genoemd if (WORTEL / "data" / naam).is_file()}
    assert {naam for naam in er_zijn if f"lv_tools/_data/{naam}" not in namen} == set()


def test_een_werkstuk_gaat_open_uit_de_wheel_buiten_de_repository(
    wheel: Path, tmp_path: Path
) -> None:
    """Met de pakketten van deze omgeving, en met niets van deze map op het zoekpad."""
    code = (
        "import lv_tools, lv_tools.verder as lv\n"
        "assert '.whl' in lv_tools.__file__, lv_tools.__file__\n"
        "school = lv.voorbeeld()\n"
        "assert not school.onleesbaar, school.onleesbaar\n"
        "zonder = [werk.hulpmiddel for werk in school if not werk.bladen()]\n"
        "print(len(school), all(werk.tabellen() for werk in school), *zonder)"
    )
    uitslag = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(wheel), "PYTHONSAFEPATH": "1"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert uitslag.returncode == 0, uitslag.stderr
    # Op het blad voor het bestuur is niets gerekend, en dus niets getekend.
    assert uitslag.stdout.split() == ["9", "True", "kwaliteitsrapportage"]


def test_wie_verder_rekent_krijgt_met_een_extra_alles_wat_daarvoor_nodig_is() -> None:
    """Een werkstuk opent door de deur van zijn hulpmiddel, en daar hangt het scherm aan."""
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]
    assert {"pandas>=2.2", "plotly>=7,<8", *extra["scherm"]} <= set(extra["notebook"])
    assert any(eis.startswith("xlsxwriter") for eis in extra["notebook"])


def test_vastgelegde_versies_passen_bij_elkaar() -> None:
    def versies(bestand: str) -> dict[str, set[str]]:
        uit: dict[str, set[str]] = {}
        for regel in (WORTEL / bestand).read_text(encoding="utf-8").splitlines():
            naam, teken, versie = regel.partition("==")
            if teken and not regel.startswith((" ", "#")):
                uit.setdefault(naam.strip(), set()).add(versie.split()[0].rstrip("\\"))
        return uit

    bouw, jupyter = versies("requirements-bouw.txt"), versies("requirements.txt")
    assert {naam: v for naam, v in jupyter.items() if not v <= bouw.get(naam, set())} == {}


def test_slot_noemt_geen_adressen_en_wel_controlegetallen() -> None:
    tekst = (WORTEL / "requirements-bouw.txt").read_text(encoding="utf-8")
    assert "://" not in tekst
    pakketten = [r for r in tekst.splitlines() if r and not r.startswith((" ", "#"))]
    assert len(pakketten) > 100
    assert all(r.endswith("\\") for r in pakketten), "elk pakket heeft een controlegetal nodig"


def test_versie_staat_overal_gelijk() -> None:
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versie = project["version"]
    assert f'__version__ = "{versie}"' in (WORTEL / "lv_tools" / "__init__.py").read_text()
    assert f"version: {versie}\n" in (WORTEL / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## Versie {versie} (" in (WORTEL / "CHANGELOG.md").read_text(encoding="utf-8")
