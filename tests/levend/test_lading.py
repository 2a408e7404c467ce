from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from levend.lading import Lading, maak_lading, verpakt
from levend.plaats import MAP, plaats, plaats_map, schrijf
from levend.vendor import VendorError, npm_pakket
from levend.widgets_js import NODIG, widgets_js

PROEF = Path(__file__).parent / "proefboek"
WORTEL = Path(__file__).parents[2]
SCHERM = ("proef_tools.scherm",)
VERKENNER = ("lv_tools.bevindingenverkenner",)
#: Zie de README van de uitbreiding: wat een lezer hoogstens ophaalt voor het eerste hulpmiddel.
HOOGSTENS = 7_500_000


@pytest.fixture(scope="module")
def lading() -> Lading:
    return maak_lading(PROEF / "proef_tools", PROEF / "gegevens", SCHERM)


def test_zelfde_invoer_zelfde_lading(lading: Lading) -> None:
    weer = maak_lading(PROEF / "proef_tools", PROEF / "gegevens", SCHERM)
    assert weer == lading


def test_elk_adres_in_de_pagina_bestaat(lading: Lading) -> None:
    beschrijving = lading.voor_pagina(SCHERM)
    for naam in ("python", "lv", "widgets", "anywidget", "werker"):
        assert beschrijving[naam] in lading.bestanden
    assert set(beschrijving["hulpmiddelen"]) <= lading.bestanden.keys()
    assert f"{beschrijving['pyodide']}pyodide.asm.wasm" in lading.bestanden
    assert all(b["adres"] in lading.bestanden for b in beschrijving["bestanden"])
    assert {lading.script, lading.stijl} <= lading.bestanden.keys()


def test_gewijzigde_regel_verandert_alleen_het_eigen_archief(
    lading: Lading, tmp_path: Path
) -> None:
    shutil.copytree(PROEF, tmp_path, dirs_exist_ok=True)
    (tmp_path / "gegevens" / "regel.toml").write_text("stap = 3\n")
    anders = maak_lading(tmp_path / "proef_tools", tmp_path / "gegevens", SCHERM)
    assert anders.sleutel != lading.sleutel
    nieuw = anders.bestanden.keys() - lading.bestanden.keys()
    assert [naam.split("/")[1].split("-")[0] for naam in nieuw] == ["lv"]


def test_het_boek_zelf_blijft_onder_de_grens() -> None:
    """Met plotly.js erbij, want een figuur hoort bij bruikbaar."""
    lading = maak_lading(WORTEL / "lv_tools", WORTEL / "data", VERKENNER)
    plotly = npm_pakket("plotly.js-basic-dist-min") / "plotly-basic.min.js"
    omvang = lading.omvang(VERKENNER) + verpakt(plotly.name, plotly.read_bytes())
    assert omvang <= HOOGSTENS, f"{omvang / 1e6:.2f} MB"


def test_naam_volgt_de_inhoud() -> None:
    bestanden: dict[str, bytes] = {}
    naam = plaats(bestanden, "a", ".zip", b"inhoud")
    assert naam == f"{MAP}/a-{hashlib.sha256(b'inhoud').hexdigest()[:12]}.zip"
    map_ = plaats_map(bestanden, "b", {"x.mjs": b"1", "y.mjs": b"2"})
    andere = plaats_map({}, "b", {"x.mjs": b"1", "y.mjs": b"3"})
    assert map_ != andere
    assert bestanden[f"{map_}x.mjs"] == b"1"


def test_schrijven_ruimt_een_eerdere_bouw_op(tmp_path: Path) -> None:
    schrijf(tmp_path, {f"{MAP}/oud/a.js": b"1", f"{MAP}/b.js": b"2"})
    schrijf(tmp_path, {f"{MAP}/b.js": b"2", f"{MAP}/c.js": b"3"})
    over = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert over == {f"{MAP}/b.js", f"{MAP}/c.js"}
    assert not (tmp_path / MAP / "oud").exists()


def test_html_manager_heeft_alleen_wat_nodig_is() -> None:
    tekst = widgets_js().decode()
    for naam in NODIG:
        assert f'define("{naam}",' in tekst
    assert 'define("@jupyter-widgets/base7"' not in tekst
    assert len(tekst) < 2_600_000


def test_andere_opbouw_van_html_manager_wordt_gemeld(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "libembed-amd.js").write_text('define("@jupyter-widgets/base",[],()=>0)')
    monkeypatch.setattr("levend.widgets_js._map", lambda: tmp_path)
    with pytest.raises(VendorError, match="controls"):
        widgets_js()
