"""Herstel in de HTML van een pagina wat het thema niet toegankelijk genoeg maakt."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

#: Een brede tabel schuift in een eigen vak, dat het thema dan met Tab bereikbaar maakt.
#: Zonder rol en naam hoort een lezer daar niets.
TABELVAK = '<div class="pst-scrollable-table-container">'
TABELVAK_MET_NAAM = '<div class="pst-scrollable-table-container" role="group" aria-label="Tabel">'


def repair_page(
    _app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.Node | None,
) -> None:
    """Geef het vak om elke tabel een rol en een naam."""
    if body := context.get("body"):
        context["body"] = body.replace(TABELVAK, TABELVAK_MET_NAAM)
