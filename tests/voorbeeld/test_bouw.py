"""In een klein boek: het vak, het papier en de bestanden, en een fout die de bouw laat falen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import docutils_namespace
from voorbeeld import sphinx_deel
from voorbeeld.lezen import school

BIB = Path(__file__).parents[2] / "book" / "bronnen.bib"
INDEX = """# Boek

```{toctree}
map/stap
map/papieren
instrumenten/urgentiemeter
```
"""
STAP = """# Een stap

## Activiteiten

Iets.

```{voorbeeldschool} 1
```

## Wie en hoe
"""
PAPIEREN = """# Papieren

(papieren-overnemen)=
## Analyse

(papier-analyse)=
### Een

```{voorbeeldpapier} analyse
```

## Bronnen

```{bibliography}
:all:
```
"""


def bouw(map_: Path, stap: str = STAP) -> tuple[Path, str]:
    bron = map_ / "bron"
    for naam, tekst in {
        "index.md": INDEX, "map/stap.md": stap, "map/papieren.md": PAPIEREN,
        "instrumenten/urgentiemeter.ipynb.md": "# Meter\n",
        "instrumenten/urgentiemeter.md": "# Urgentiemeter\n",
    }.items():  # fmt: skip
        (bron / naam).parent.mkdir(parents=True, exist_ok=True)
        if not naam.endswith(".ipynb.md"):
            (bron / naam).write_text(tekst, "utf-8")
    uit = map_ / "uit"
    meldingen = (map_ / "meldingen.txt").open("w+")
    with docutils_namespace():
        app = Sphinx(
            str(bron), None, str(uit), str(map_ / "bomen"), "html",
            confoverrides={
                "extensions": ["myst_parser", "bronnen", "voorbeeld"], "language": "nl",
                "bibtex_bibfiles": [str(BIB)], "myst_heading_anchors": 3,
                # Het hulpmiddel is hier geen notebook.
                "suppress_warnings": ["myst.xref_missing"],
            },
            status=None, warning=meldingen,
        )  # fmt: skip
        app.build()
    meldingen.seek(0)
    return uit, meldingen.read()


def test_vak_papier_en_bestanden(tmp_path: Path) -> None:
    uit, meldingen = bouw(tmp_path)
    assert not meldingen
    stap = BeautifulSoup((uit / "map" / "stap.html").read_text("utf-8"), "html.parser")
    vak = stap.select_one("section.vs-vak")
    assert vak["id"] == "voorbeeldschool-stap-1"
    assert vak.find_parent("section").find("h2").text.startswith("Activiteiten")
    assert vak.find("h3").text.startswith("Zo ging het op de voorbeeldschool")
    assert "Voorbeeld, verzonnen." in vak.text
    pagina = BeautifulSoup((uit / "map" / "papieren.html").read_text("utf-8"), "html.parser")
    for link in pagina.select("ul.hs-vormen a"):
        assert link.text.startswith("Voorbeeld: ")
        assert Path(link["href"]).name.startswith("voorbeeld-")
        assert ((uit / "map") / link["href"]).resolve().is_file()
    assert pagina.select_one("section.vs-blad table.vs-tabel caption")
    herkomst = pagina.select_one(".vs-herkomst").text
    assert "van ons." in herkomst
    assert "(waaier, stap\N{NO-BREAK SPACE}1, activiteiten)" in herkomst
    assert len(list((uit / "_voorbeeld").iterdir())) == 8


def test_wat_er_niet_meer_bij_hoort_gaat_weg(tmp_path: Path) -> None:
    uit, _ = bouw(tmp_path)
    oud = uit / "_voorbeeld" / "voorbeeld-9-oud.docx"
    oud.write_bytes(b"x")
    bouw(tmp_path)
    assert not oud.exists()


@pytest.mark.parametrize(
    ("regel", "melding"),
    [
        ("```{voorbeeldschool} 9\n```", "bij stap 9 hoort geen verhaal"),
        ("```{voorbeeldpapier} nota\n```", "er is geen papier 'nota': kies uit analyse, plan"),
    ],
)
def test_een_verkeerde_aanwijzing_wordt_gezegd(tmp_path: Path, regel: str, melding: str) -> None:
    _, meldingen = bouw(tmp_path, f"# Een stap\n\n{regel}\n")
    assert melding in meldingen


def test_feiten_die_niet_kloppen_houden_de_bouw_tegen(monkeypatch: pytest.MonkeyPatch) -> None:
    scheef = replace(school(), plan=replace(school().plan, uren_school=1))
    monkeypatch.setattr(sphinx_deel, "school", lambda: scheef)
    with pytest.raises(ExtensionError, match="kosten 195 uren, er zijn er 121"):
        sphinx_deel.check_facts(None)  # type: ignore[arg-type]  # de app doet niet mee
