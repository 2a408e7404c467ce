"""Herstel in de HTML van een pagina wat het thema niet toegankelijk genoeg maakt."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

#: Een brede tabel schuift in een eigen vak, dat het thema dan met Tab bereikbaar maakt.
#: Zonder rol en naam hoort een lezer daar niets.
TABELVAK = '<div class="pst-scrollable-table-container">'
TABELVAK_MET_NAAM = '<div class="pst-scrollable-table-container" role="group" aria-label="Tabel">'
#: Sphinx zet zijn eigen regel voor het scherm naast die van het thema.
TWEEDE_SCHERMREGEL = re.compile(r'<meta name="viewport"[^>]*>')
#: Een kop van een tabel, zoals docutils die schrijft: boven een kolom (``head``) of voor een rij.
TABELKOP = re.compile(r'<th class="(?P<klassen>[^"]*)"(?P<rest>(?:(?! scope=)[^>])*)>')
#: Code leest een schermlezer voor in de taal van haar woorden, en die is Engels.
CODE, CODE_MET_TAAL = "<pre><span></span>", '<pre lang="en"><span></span>'
#: Boven de namen van rijen zet pandas een kop zonder tekst: dat is een lege cel.
LEGE_KOP, LEGE_CEL = "<th></th>", "<td></td>"
PANDAS = re.compile(r'<table border="1" class="dataframe">.*?</table>', re.DOTALL)
ROW = '<th scope="row">'


def _met_richting(kop: re.Match[str]) -> str:
    """Zeg bij de kop van een tabel of die bij zijn kolom hoort of bij zijn rij."""
    richting = "col" if "head" in kop["klassen"].split() else "row"
    return f'<th class="{kop["klassen"]}" scope="{richting}"{kop["rest"]}>'


def _met_koppen(tabel: re.Match[str]) -> str:
    """Zeg in een tabel van pandas bij elke kop of die bij zijn kolom hoort of bij zijn rij."""
    boven, body, onder = tabel[0].partition("<tbody>")
    return boven.replace("<th>", '<th scope="col">') + body + onder.replace("<th>", ROW)


def repair_page(
    _app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.Node | None,
) -> None:
    """Geef een tabelvak een rol en een naam, een tabelkop zijn richting, en code haar taal."""
    if body := context.get("body"):
        for was, wordt in (
            (TABELVAK, TABELVAK_MET_NAAM),
            (CODE, CODE_MET_TAAL),
            (LEGE_KOP, LEGE_CEL),
        ):
            body = body.replace(was, wordt)
        body = PANDAS.sub(_met_koppen, body)
        context["body"] = TABELKOP.sub(_met_richting, body)
    if metatags := context.get("metatags"):
        context["metatags"] = TWEEDE_SCHERMREGEL.sub("", metatags)
