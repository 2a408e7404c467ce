"""Elke pagina zegt in één zin waar zij over gaat, voor zoekmachines en gedeelde links."""

from __future__ import annotations

import html
import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

LOGBOEK = logging.getLogger(__name__)
#: Korter zegt te weinig, langer breekt een zoekmachine af.
KORTST, LANGST = 50, 160


def find_description(metatags: str) -> str | None:
    """Geef de beschrijving uit de meta-elementen van een pagina.

    Parameters
    ----------
    metatags : str
        HTML zoals Sphinx die uit ``html_meta`` maakt.

    Returns
    -------
    str | None
        De zin, of ``None`` als er geen beschrijving is.
    """
    for element in re.findall(r"<meta [^>]*>", metatags):
        kenmerken = dict(re.findall(r'([\w:-]+)="([^"]*)"', element))
        if kenmerken.get("name") == "description":
            return html.unescape(kenmerken.get("content", "")).strip() or None
    return None


def check_description(
    _app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    doctree: nodes.Node | None,
) -> None:
    """Geef de beschrijving aan het sjabloon; waarschuw als zij ontbreekt of niet past."""
    if doctree is None:
        return
    zin = find_description(context.get("metatags", ""))
    context["hs_beschrijving"] = zin
    if zin is None:
        LOGBOEK.warning(
            "Deze pagina heeft geen beschrijving. Zet bovenaan in het blok myst: html_meta: "
            "description: een zin van %d tot %d tekens.",
            KORTST,
            LANGST,
            location=pagename,
        )
    elif not KORTST <= len(zin) <= LANGST:
        LOGBOEK.warning(
            "De beschrijving van deze pagina heeft %d tekens. Maak er %d tot %d van.",
            len(zin),
            KORTST,
            LANGST,
            location=pagename,
        )
