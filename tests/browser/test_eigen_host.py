"""De wacht die op andere hosts let, let echt op.

Dat geen pagina een andere host noemt, staat in ``tests/book/test_paginas.py``; dat zij er van
openen tot onderaan ook niets van ophaalt, in ``test_bladzijden``.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext


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
