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


def _met_richting(kop: re.Match[str]) -> str:
    """Zeg bij de kop van een tabel of die bij zijn kolom hoort of bij zijn rij."""
    richting = "col" if "head" in kop["klassen"].split() else "row"
    return f'<th class="{kop["klassen"]}" scope="{richting}"{kop["rest"]}>'


def repair_page(
    _app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.Node | None,
) -> None:
    """Geef het vak om elke tabel een rol en een naam, en elke kop van een tabel zijn richting."""
    if body := context.get("body"):
        context["body"] = TABELKOP.sub(_met_richting, body.replace(TABELVAK, TABELVAK_MET_NAAM))
    if metatags := context.get("metatags"):
        context["metatags"] = TWEEDE_SCHERMREGEL.sub("", metatags)
