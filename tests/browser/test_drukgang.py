"""Een heel klein boek door de pers: inhoud met echte bladzijden, links en bladwijzers."""

from __future__ import annotations

import re
from pathlib import Path

import page as keurder
import pytest
from druk.bladzijden import bladzijden
from druk.drukgang import druk_boek
from druk.drukproef import PersError
from playwright.sync_api import Browser
from pypdf import PdfReader

MENU = """<a class="hs-titel"><svg></svg><span>Klein boek</span></a><nav class="bd-docs-nav">
<ul><li><a href="#">Eerste pagina</a></li></ul><p class="caption">Deel een</p>
<ul><li><a href="a/lang.html">Lang</a></li><li><a href="a/kort.html">Kort</a></li></ul></nav>"""
ALINEA = "<p>" + "Een zin die de bladzijde vult. " * 40 + "</p>"


def schrijf(site: Path, pad: str, romp: str) -> None:
    doel = site / pad
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_text(
        f'<!doctype html><html lang="nl"><head><title>x</title></head><body>{MENU}'
        f'<article class="bd-article">{romp}</article></body></html>',
        "utf-8",
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    schrijf(
        tmp_path, "index.html", '<h1>Klein boek</h1><p>Zie <a href="a/kort.html#eind">het eind</a>.'
    )
    schrijf(tmp_path, "a/lang.html", f"<h1>Lang</h1>{ALINEA * 12}<h2>Onderaan</h2>{ALINEA}")
    schrijf(tmp_path, "a/kort.html", '<h1>Kort</h1><p id="eind">Hier is het eind.</p>')
    return tmp_path


def test_numbers_links_and_bookmarks_are_right(site: Path, chromium: Browser) -> None:
    uitslag = druk_boek(site, site / "_druk/boek.pdf", browser=chromium)
    lezer = PdfReader(uitslag.doel)
    plek = bladzijden(uitslag.doel.read_bytes())
    tekst = [" ".join(blad.extract_text().split()) for blad in lezer.pages]
    assert uitslag.bladen == len(tekst) >= 7
    assert plek["a-kort"] > plek["a-lang"] + 1
    for titel, anker in (("Over dit boek", "index"), ("Lang", "a-lang"), ("Kort", "a-kort")):
        assert re.search(rf"{titel}\W* {plek[anker]}\b", tekst[1])
    assert f"Zie het eind (p. {plek['a-kort--eind']})." in tekst[plek["index"] - 1]
    assert "Hier is het eind" in tekst[plek["a-kort--eind"] - 1]
    assert not any("000" in blad for blad in tekst)
    assert [deel.title for deel in lezer.outline if not isinstance(deel, list)] == [
        "Inhoud",
        "Klein boek",
        "Deel een",
    ]
    assert lezer.metadata.title == "Klein boek"
    # Wat uit de pers komt, is toegankelijk, zonder dat iemand daar nog iets voor hoeft te doen.
    assert not keurder.validate_pdf(uitslag.doel, profile="ua1").failures


def test_what_does_not_fit_is_refused_by_name(site: Path, chromium: Browser) -> None:
    schrijf(site, "a/kort.html", '<h1>Kort</h1><table><td style="min-width: 300mm">Breed</td>')
    with pytest.raises(PersError, match=r"past niet op een blad A4: .*a-kort: table Breed"):
        druk_boek(site, site / "uit.pdf", browser=chromium)


def test_missing_page_is_refused_by_name(site: Path) -> None:
    (site / "a/kort.html").unlink()
    with pytest.raises(ValueError, match=r"a/kort\.html staat in het menu"):
        druk_boek(site, site / "uit.pdf")
