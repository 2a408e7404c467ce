"""Wat een pagina met cijfers moet tonen, staat er; en een notebook rekent zelf niets uit."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

BOEK = Path(__file__).resolve().parents[2] / "book"
MEESTE_CODECELLEN = 3
#: Pagina's die cijfers uit de gegevens tonen, met het kleinste aantal figuren en tabellen erop.
CIJFERPAGINAS = {
    "instrumenten/bevindingenverkenner.html": (1, 1),
    "onderzoek/hoe-ver-dragen-deze-cijfers.html": (0, 1),
    "onderzoek/opzet.html": (0, 1),
    "onderzoek/wie-de-risicoafdelingen-zijn.html": (4, 4),
    "onderzoek/van-smal-naar-breed.html": (8, 8),
    "onderzoek/wat-de-begeleiding-deed.html": (2, 3),
    "onderzoek/werkend-en-belemmerend.html": (0, 2),
    "naslag/verder-in-python.html": (1, 8),
}
FIGUUR = "figure.lvs-figuur"
#: Hier is de code juist waar de lezer voor komt.
MET_CODE = BOEK / "naslag" / "verder-in-python.ipynb"


def code_cells(pad: Path) -> list[str]:
    """Geef de code van elke codecel in een notebook of in een MyST-pagina."""
    if pad.suffix == ".ipynb":
        cellen = json.loads(pad.read_text("utf-8"))["cells"]
        return ["".join(cel["source"]) for cel in cellen if cel["cell_type"] == "code"]
    return re.findall(
        r"^[`:]{3,}\{code-cell\}.*?\n(.*?)^[`:]{3,}\s*$",
        pad.read_text("utf-8"),
        flags=re.DOTALL | re.MULTILINE,
    )


COMPUTING = sorted(
    pad
    for soort in ("*.md", "*.ipynb")
    for pad in BOEK.rglob(soort)
    if not any(deel.startswith(("_", ".")) for deel in pad.relative_to(BOEK).parts)
    and code_cells(pad)
)


@pytest.mark.parametrize("pagina", CIJFERPAGINAS)
def test_page_with_numbers_shows_them(pagina: str, site: Path) -> None:
    inhoud = BeautifulSoup((site / pagina).read_text("utf-8"), "html.parser")
    figuren, tabellen = CIJFERPAGINAS[pagina]
    assert len(inhoud.select(f"main {FIGUUR}")) >= figuren
    assert len(inhoud.select("main table")) >= tabellen


def test_every_figure_has_sentence_and_equal_table(boekpagina: str, site: Path) -> None:
    inhoud = BeautifulSoup((site / boekpagina).read_text("utf-8"), "html.parser")
    for figuur in inhoud.select(FIGUUR):
        assert figuur.select_one("figcaption, h2, h3, h4"), "een figuur zonder titel"
        tabel = figuur.select_one("table")
        assert tabel is not None, "een figuur zonder tabel"
        assert len(tabel.select("tbody tr")) >= 1
        assert tabel.select("th[scope=col]"), "een tabel zonder kolomkoppen"
        assert len(figuur.get_text(" ", strip=True)) > 100, "een figuur zonder samenvatting en bron"


def test_there_are_computing_pages() -> None:
    assert COMPUTING


@pytest.mark.parametrize("pad", COMPUTING, ids=lambda pad: pad.relative_to(BOEK).as_posix())
def test_notebook_is_thin(pad: Path) -> None:
    """Geen eigen functies, lussen of klassen; een notebook heeft ten hoogste drie cellen.

    Op de bladzijde over Python mogen het er meer zijn.
    """
    cellen = code_cells(pad)
    assert pad.suffix == ".md" or pad == MET_CODE or len(cellen) <= MEESTE_CODECELLEN
    for cel in cellen:
        assert not re.search(r"^\s*(def|class|for|while|if|lambda|try)\b", cel, re.MULTILINE), cel
        assert len(cel.strip().splitlines()) <= 6, cel


@pytest.mark.parametrize("pad", COMPUTING, ids=lambda pad: pad.relative_to(BOEK).as_posix())
def test_code_is_not_shown_and_its_result_is(pad: Path, site: Path) -> None:
    pagina = site / pad.relative_to(BOEK).with_suffix(".html")
    inhoud = BeautifulSoup(pagina.read_text("utf-8"), "html.parser")
    assert bool(inhoud.select("main .cell_input")) == (pad == MET_CODE)
    assert not inhoud.select("main .traceback, main .output.stderr")
    uitkomsten = inhoud.select("main .cell_output, main .cell .output, main .lv-hulpmiddel")
    assert uitkomsten
    assert any(len(uitkomst.get_text(strip=True)) > 50 for uitkomst in uitkomsten)


def test_de_publieke_kant_van_python_zit_niet_in_de_pagina(site: Path) -> None:
    """Zij is voor notebooks; in de pagina is er geen pandas en geen plotly om mee te rekenen."""
    archieven = sorted((site / "_levend").glob("*.zip"))
    assert len(archieven) > 10
    for archief in archieven:
        with zipfile.ZipFile(archief) as zip_:
            assert not [naam for naam in zip_.namelist() if naam.startswith("lv_tools/verder/")]
            assert not [naam for naam in zip_.namelist() if "voorbeeldschool" in naam]
