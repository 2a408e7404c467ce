"""De uitbreiding op een echt, klein boek."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from proef import bouw_proefboek, leg_proefboek_klaar


@pytest.fixture(scope="module")
def werk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("proefboek")
    bouw_proefboek(map_)
    return map_


@pytest.fixture(scope="module")
def html(werk: Path) -> str:
    return (werk / "uit" / "_build" / "html" / "map" / "hulp.html").read_text("utf-8")


def test_stilbeeld_staat_er_en_code_niet(html: str) -> None:
    zichtbaar = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert "Een voorbeeld: na 0 komt 2." in zichtbaar
    assert "open_teller" not in zichtbaar
    assert zichtbaar.count('class="lv-hulpmiddel"') == 2
    assert zichtbaar.count("staat JavaScript uit") == 2


def test_code_gaat_ongeschonden_mee(html: str) -> None:
    codes = [json.loads(c) for c in re.findall(r'class="lv-code">(.*?)</script>', html)]
    assert codes[0] == "from proef_tools.scherm import open_teller\n\nopen_teller()"


def test_papier_staat_er_alleen_waar_het_is_opgegeven(html: str) -> None:
    assert html.count('href="papier.html">Gebruik de papieren versie</a>') == 1


def test_script_en_stijl_alleen_waar_een_hulpmiddel_staat(werk: Path, html: str) -> None:
    site = werk / "uit" / "_build" / "html"
    assert "pagina.mjs" in html
    tekst = (site / "index.html").read_text("utf-8")
    assert "pagina.mjs" not in tekst
    assert "lv-lading" not in tekst
    assert "aanmelden.mjs" in tekst


def test_zonder_bekende_repository_geen_binder(html: str) -> None:
    assert "mybinder" not in html


def test_bekende_repository_geeft_binder_en_een_nieuwe_regel_een_nieuw_archief(
    werk: Path, html: str
) -> None:
    """Een tweede bouw in dezelfde map: alleen wat veranderde wordt opnieuw geschreven."""
    site = werk / "uit" / "_build" / "html"
    eerst = {p.name for p in (site / "_levend").iterdir()}
    (werk / "gegevens" / "regel.toml").write_text("stap = 5\n")
    bouw_proefboek(werk, BOEK_REPOSITORY="eigenaar/boek")
    nu = {p.name for p in (site / "_levend").iterdir()}
    assert {n.split("-")[0] for n in nu - eerst} == {"lv"}
    assert {n.split("-")[0] for n in eerst - nu} == {"lv"}, "het oude archief is weg"
    opnieuw = (site / "map" / "hulp.html").read_text("utf-8")
    assert (nu - eerst).pop() in opnieuw, "de pagina noemt het nieuwe archief"
    adres = "https://mybinder.org/v2/gh/eigenaar/boek/main?urlpath=voila/render/boek/map/hulp.ipynb"
    # De tweede bouw schrijft alleen pagina's die veranderden; dit is er een van.
    assert adres in opnieuw


def test_scherm_zonder_stilbeeld_wordt_gemeld(tmp_path: Path) -> None:
    werk = tmp_path / "zonder"
    leg_proefboek_klaar(werk)
    notebook = werk / "boek" / "map" / "hulp.ipynb"
    inhoud = json.loads(notebook.read_text("utf-8"))
    inhoud["cells"][1]["source"] = "import ipywidgets\n\nipywidgets.IntSlider()"
    notebook.write_text(json.dumps(inhoud), "utf-8")
    bouw_proefboek(werk)
    assert "in plaats van een stilbeeld" in (werk / "bouw.log").read_text("utf-8")
