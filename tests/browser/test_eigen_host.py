"""Geen enkele pagina noemt een andere host, en de wacht die daarop let, let echt op.

Dat een pagina van openen tot onderaan ook niets van elders ophaalt, staat in ``test_gewicht``: daar
staat elke pagina al met een lege voorraad open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext

#: Elementen die een browser uit zichzelf ophaalt. Een gewone link (`<a href>`) hoort daar niet bij.
HAALT_OP = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|object|link)\b[^>]*?"
    r"(?:src|srcset|href|data|poster)=[\"'](?:https?:)?//[^\"']+[\"'][^>]*>",
    re.IGNORECASE,
)
NIET_OPGEHAALD = re.compile(r"rel=[\"']?canonical")


def test_html_refers_to_no_other_host(boekpagina: str, site: Path) -> None:
    tekst = (site / boekpagina).read_text("utf-8")
    vreemd = [stuk for stuk in HAALT_OP.findall(tekst) if not NIET_OPGEHAALD.search(stuk)]
    assert not vreemd


def test_guard_notices_other_host(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """De wacht zelf: een aanvraag om een beeld van elders komt nergens en wordt onthouden."""
    context = nieuwe_context()
    page = context.new_page()
    page.goto(adres + "index.html", wait_until="load")
    afloop = page.evaluate(
        """() => new Promise((klaar) => {
          const beeld = new Image();
          beeld.onerror = () => klaar('nergens'); beeld.onload = () => klaar('geladen');
          beeld.src = 'https://example.org/beeld.png'; })"""
    )
    assert afloop == "nergens"
    assert context.wacht.vreemd == ["https://example.org/beeld.png"]
