"""Adressen die pas bij het bouwen bekend zijn: de repository en de site zelf.

``BOEK_REPOSITORY`` (``eigenaar/naam`` op GitHub) geeft elke pagina een link om haar te verbeteren.
``BOEK_ADRES`` (``https://...``) geeft elke pagina haar vaste adres. Ontbreekt er een, dan komt de
link er niet: een adres wordt nooit verzonnen.
"""

from __future__ import annotations

import os
import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

REPOSITORY = "BOEK_REPOSITORY"
ADRES = "BOEK_ADRES"


def repository() -> str | None:
    """Geef ``eigenaar/naam`` van de repository, of ``None`` als die niet is opgegeven.

    Raises
    ------
    ConfigError
        Als ``BOEK_REPOSITORY`` geen ``eigenaar/naam`` is.
    """
    waarde = os.environ.get(REPOSITORY, "").strip()
    if waarde and not re.fullmatch(r"[\w.-]+/[\w.-]+", waarde):
        raise ConfigError(
            f"{REPOSITORY} is {waarde!r}. Geef de naam op GitHub als eigenaar/naam, "
            "of laat de variabele weg."
        )
    return waarde or None


def base_url() -> str | None:
    """Geef het adres van de site, met een schuine streep aan het eind, of ``None``.

    Raises
    ------
    ConfigError
        Als ``BOEK_ADRES`` niet met http:// of https:// begint.
    """
    waarde = os.environ.get(ADRES, "").strip()
    if waarde and not re.match(r"https?://", waarde):
        raise ConfigError(
            f"{ADRES} is {waarde!r}. Geef het hele adres, beginnend met https://, "
            "of laat de variabele weg."
        )
    return waarde.rstrip("/") + "/" if waarde else None


def set_base_url(_app: Sphinx, config: Config) -> None:
    """Zet het adres van de site in de instellingen van Sphinx."""
    if adres := base_url():
        config.html_baseurl = adres


def add_edit_link(
    _app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.Node | None,
) -> None:
    """Geef het sjabloon het adres waar deze pagina te bewerken is."""
    naam = repository()
    achtervoegsel = context.get("page_source_suffix")
    if naam and achtervoegsel:
        context["hs_bewerkadres"] = (
            f"https://github.com/{naam}/edit/main/book/{pagename}{achtervoegsel}"
        )
