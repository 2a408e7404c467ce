"""Een notebook leest overal: geen rollen, en in het boek toch dezelfde verwijzingen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notebooktekst import short_names, to_links, to_roles

BOEK = Path(__file__).resolve().parents[2] / "book"
NOTEBOOKS = sorted(BOEK.glob("[!_]*/*.ipynb"))
#: Wat alleen het boek begrijpt: rollen, aanwijzingen, klassen en eigen ankers.
MYST = re.compile(r"\{[\w:-]+\}`|^[`:]{3,}\s*\{|^\([\w-]+\)=|\{[.#][\w-]+\}|\{\{", re.MULTILINE)
#: Wat er in JupyterLab en Voilà niet is.
PAGINA = re.compile(r"\b(?:Druk op Start|Start het hulpmiddel|paginamenu|deze pagina)\b")

woorden = st.text(st.characters(categories=["L", "N"], include_characters=" .-'’?"), min_size=1)
plek = woorden.map(lambda t: " ".join(t.split())).filter(bool)


def cells(pad: Path) -> list[tuple[str, list[str]]]:
    gelezen = json.loads(pad.read_text("utf-8"))["cells"]
    return [
        ("".join(cel["source"]), cel["metadata"].get("tags", []))
        for cel in gelezen
        if cel["cell_type"] == "markdown"
    ]


def test_er_zijn_notebooks() -> None:
    assert len(NOTEBOOKS) > 10


@pytest.mark.parametrize("pad", NOTEBOOKS, ids=lambda pad: pad.stem)
def test_een_notebook_heeft_geen_kale_rollen(pad: Path) -> None:
    for tekst, _labels in cells(pad):
        kaal = re.sub(r"^```\n.*?^```", "", tekst, flags=re.DOTALL | re.MULTILINE)
        assert not MYST.findall(kaal), "maak er een link van met: python -m notebooktekst"


@pytest.mark.parametrize("pad", NOTEBOOKS, ids=lambda pad: pad.stem)
def test_een_notebook_noemt_niets_wat_er_alleen_in_de_pagina_is(pad: Path) -> None:
    for tekst, labels in cells(pad):
        if "alleen-boek" not in labels:
            assert not PAGINA.findall(tekst)


@pytest.mark.parametrize("pad", NOTEBOOKS, ids=lambda pad: pad.stem)
def test_elke_link_wordt_een_rol_en_weer_dezelfde_link(pad: Path) -> None:
    tekst = pad.read_text("utf-8")
    rollen = to_roles(tekst)
    assert to_links(rollen) == tekst
    assert "naslag/bronnen.md#" not in rollen
    assert "naslag/begrippen.md#" not in rollen


@given(st.sampled_from(sorted(short_names())), plek | st.just(""))
def test_een_bron_komt_terug_zoals_zij_was(sleutel: str, waar: str) -> None:
    rol = f"Dat staat er {{cite:p}}`{sleutel}{{{waar}}}`." if waar else f"{{cite:p}}`{sleutel}`"
    assert "{cite" not in to_links(rol)
    assert short_names()[sleutel] in to_links(rol)
    assert to_roles(to_links(rol)) == rol


@given(plek, plek | st.just(""))
def test_een_begrip_komt_terug_zoals_het_was(tekst: str, doel: str) -> None:
    rol = f"een {{term}}`{tekst} <{doel}>`" if doel and doel != tekst else f"{{term}}`{tekst}`"
    assert "{term" not in to_links(rol)
    assert to_roles(to_links(rol)) == rol


def test_een_bron_die_anders_heet_valt_op() -> None:
    with pytest.raises(LookupError, match="heet"):
        to_roles("([rapport, par. 4.2](../naslag/bronnen.md#onderzoek2025))")
    with pytest.raises(LookupError):
        to_links("{cite:p}`bestaatniet`")
