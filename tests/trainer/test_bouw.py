"""In een klein boek: op de pagina is de dia onzichtbaar, ernaast staan de bladen."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

HOOFDSTUK = """---
myst:
  html_meta:
    description: "Waar dit over gaat."
---
# Een hoofdstuk

Na dit hoofdstuk kunt u:

- kijken.

## Kijken

```{dia} Eerst kijken
- Zeegroen is een woord dat alleen hier staat
```

Zie ook [het andere](ander.md).

## Deze week

Doe één ding.
"""
ANDER = """# Het andere

Bekijk {dias}`de dia's <hoofdstuk>`.
"""
INDEX = """# Boek

```{toctree}
hoofdstuk
ander
```
"""


def bouw(werk: Path) -> tuple[Path, str]:
    uit = werk / "uit"
    meldingen = (werk / "meldingen.txt").open("w+")
    # Wat Sphinx in docutils zet, gaat er na deze bouw weer uit.
    with docutils_namespace():
        app = Sphinx(
            str(werk / "bron"), None, str(uit), str(werk / "bomen"), "html",
            confoverrides={
                "extensions": ["myst_parser", "tekeningen", "trainer"],
                "html_title": "Het boek", "language": "nl",
            },
            status=None, warning=meldingen,
        )  # fmt: skip
        app.build()
    meldingen.seek(0)
    return uit, meldingen.read()


@pytest.fixture
def bron(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("BOEK_ADRES", raising=False)
    map_ = tmp_path / "bron"
    map_.mkdir()
    for naam, tekst in {"index": INDEX, "hoofdstuk": HOOFDSTUK, "ander": ANDER}.items():
        (map_ / f"{naam}.md").write_text(tekst, "utf-8")
    return map_


def test_small_book(bron: Path, tmp_path: Path) -> None:
    uit, meldingen = bouw(tmp_path)
    assert not meldingen
    pagina = (uit / "hoofdstuk.html").read_text("utf-8")
    assert "Zeegroen" not in pagina
    assert "zeegroen" not in (uit / "searchindex.js").read_text("utf-8")
    soep = BeautifulSoup(pagina, "html.parser")
    links = {link.text: link for link in soep.select("ul.hs-vormen a")}
    assert (uit / links["Als dia's"]["href"]).is_file()
    assert (uit / links["Uitdeelblad"]["href"]).is_file()
    assert not links["Uitdeelblad (pdf)"].get("href")
    assert links["Uitdeelblad (pdf)"].parent.has_attr("hidden")

    dek = (uit / "_dia" / "hoofdstuk.html").read_text("utf-8")
    assert "Zeegroen" in dek
    assert "Zie ook het andere." in BeautifulSoup(dek, "html.parser").text
    assert 'href="_dia/hoofdstuk.html"' in (uit / "ander.html").read_text("utf-8")
    assert not (uit / "_dia" / "ander.html").exists()
    mappen = list((uit / "_dia").glob("mee-*"))
    assert len(mappen) == 1
    assert (mappen[0] / "reveal.js").stat().st_size > 50_000

    # Een tweede bouw waarin alleen de andere pagina verandert, laat de dia's staan.
    (bron / "ander.md").write_text(ANDER + "\nNog een zin.\n", "utf-8")
    bouw(tmp_path)
    assert (uit / "_dia" / "hoofdstuk.html").read_text("utf-8") == dek

    # Zonder dia's verdwijnen de bladen, en de link ernaartoe wordt gemeld.
    tekst = HOOFDSTUK.replace("```{dia} Eerst kijken\n- Zeegroen is een woord", "```{note}\n- Een")
    (bron / "hoofdstuk.md").write_text(tekst, "utf-8")
    (bron / "ander.md").write_text(ANDER, "utf-8")
    _, meldingen = bouw(tmp_path)
    assert "Bij hoofdstuk horen geen dia's." in meldingen
    assert not (uit / "_dia" / "hoofdstuk.html").exists()
    assert not (uit / "_uitdeel" / "hoofdstuk.html").exists()


def test_drawing_on_page_slide_and_sheet(bron: Path, tmp_path: Path) -> None:
    tekst = HOOFDSTUK.replace(
        "Zie ook [het", "```{tekening} keten\n:dia: De ketting\n```\n\nZie ook [het"
    ).replace("## Deze week", "```{tekening} zaal\n:alleen-dia:\n```\n\n## Deze week")
    (bron / "hoofdstuk.md").write_text(tekst, "utf-8")
    (bron / "ander.md").write_text(ANDER + "\n```{tekening} urgentie\n:dia:\n```\n", "utf-8")
    uit, _ = bouw(tmp_path)

    pagina = BeautifulSoup((uit / "hoofdstuk.html").read_text("utf-8"), "html.parser")
    assert [el["id"] for el in pagina.select("figure.tk")] == ["tekening-keten"]
    dek = BeautifulSoup((uit / "_dia" / "hoofdstuk.html").read_text("utf-8"), "html.parser")
    titels = [dia["data-naam"] for dia in dek.select(".slides > section")]
    assert titels[1:-1] == ["Eerst kijken", "De ketting", "De zaal voor 24 mensen"]
    spreektekst = dek.select(".slides > section")[1].select_one(".notes").get_text()
    assert "Zie ook het andere." in spreektekst, "de tekening brak de spreektekst af"
    assert "schakels" not in spreektekst
    # Op de achterkant alleen wat ook op de pagina staat.
    blad = BeautifulSoup((uit / "_uitdeel" / "hoofdstuk.html").read_text("utf-8"), "html.parser")
    assert [kop.text for kop in blad.select(".achterkant section:not(.notities) h2")] == [
        "De ketting"
    ]
    assert [kop.text for kop in blad.select(".kern h2")] == ["Eerst kijken"]
    # Een pagina zonder dia's krijgt er geen door een tekening, wel een blad om op te hangen.
    assert not (uit / "_dia" / "ander.html").exists()
    posters = uit / "_uitdeel" / "poster"
    assert sorted(pad.stem for pad in posters.iterdir()) == ["keten", "urgentie"]

    # Een tweede bouw waarin alleen een andere pagina verandert, laat de bladen staan.
    (bron / "index.md").write_text(INDEX + "\nNog een zin.\n", "utf-8")
    bouw(tmp_path)
    assert sorted(pad.stem for pad in posters.iterdir()) == ["keten", "urgentie"]


def test_unknown_drawing_is_reported(bron: Path, tmp_path: Path) -> None:
    (bron / "ander.md").write_text(ANDER + "\n```{tekening} ketens\n```\n", "utf-8")
    _, meldingen = bouw(tmp_path)
    assert "De tekening 'ketens' bestaat niet. Kies uit:" in meldingen


def test_chapter_without_this_week_is_reported(bron: Path, tmp_path: Path) -> None:
    (bron / "hoofdstuk.md").write_text(HOOFDSTUK.replace("Deze week", "Later"), "utf-8")
    _, meldingen = bouw(tmp_path)
    assert "hoofdstuk" in meldingen
    assert "geen paragraaf 'Deze week'" in meldingen
