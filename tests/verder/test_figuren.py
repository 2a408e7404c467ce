"""Een figuur in een notebook: in het boek zonder verzoek naar buiten, in JupyterLab met plotly."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import pytest
from IPython.display import HTML, Markdown

import lv_tools.verder as lv
from lv_tools.basis.beeld.figuurstijl import Figuurblad

TITEL = "Wat mensen per standaard zien"


@pytest.fixture(scope="module")
def blad() -> Figuurblad:
    return lv.voorbeeld().uit("risicoscan").werkstukken[0].bladen()[TITEL]


@pytest.fixture
def getoond(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    stukken: list[Any] = []
    monkeypatch.setattr("IPython.display.display", stukken.append)
    return stukken


def test_in_het_boek_tekent_de_bladzijde_zelf(
    blad: Figuurblad, getoond: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LV_TOOLS_STIL", "1")
    lv.toon(blad)._ipython_display_()
    (stuk,) = getoond
    assert isinstance(stuk, HTML)
    assert "data-lvs-figuur" in stuk.data
    assert "<script src" not in stuk.data
    assert "http" not in stuk.data.replace("http://www.w3.org", "")


def test_in_jupyterlab_tekent_plotly_en_staat_de_uitleg_eronder(
    blad: Figuurblad, getoond: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LV_TOOLS_STIL", raising=False)
    lv.toon(blad)._ipython_display_()
    figuur, tekst = getoond
    assert isinstance(figuur, go.Figure)
    assert figuur.layout.title.text == TITEL
    assert isinstance(tekst, Markdown)
    for regel in (blad.samenvatting, blad.n, blad.bron, blad.zegt_niet):
        assert regel in tekst.data


def test_een_donkere_figuur_heeft_andere_kleuren() -> None:
    werk = lv.voorbeeld().uit("risicoscan").werkstukken[0]
    licht, donker = werk.figuren()[TITEL], werk.figuren(donker=True)[TITEL]
    assert licht.layout.paper_bgcolor != donker.layout.paper_bgcolor
    assert [reeks.x for reeks in licht.data] == [reeks.x for reeks in donker.data]
