"""Van openen tot onderaan doet geen enkele pagina een aanvraag aan een andere host."""

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


def test_page_asks_own_host_only(
    boekpagina: str, adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    # Met service worker: ook wat die ophaalt, gaat langs de wacht.
    context = nieuwe_context(service_workers="allow")
    page = context.new_page()
    fouten: list[str] = []
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    # Ook het beleid van de pagina zelf (zie levend/beleid.py) hoort niets tegen te houden.
    page.on("console", lambda r: fouten.append(r.text) if "Content Security" in r.text else None)
    page.goto(adres + boekpagina, wait_until="load")
    # Wat pas laadt als het in beeld komt (figuren), laadt nu ook.
    page.evaluate(
        """async () => {
          for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
            scrollTo({ top: y, behavior: 'instant' });
            await new Promise((klaar) => setTimeout(klaar, 30));
          }
        }"""
    )
    page.wait_for_load_state("networkidle")
    assert context.wacht.eigen, "de wacht heeft niets gezien: de toets meet niets"
    assert not context.wacht.vreemd, f"aanvragen aan anderen: {context.wacht.vreemd}"
    assert not fouten, f"fouten in scripts: {fouten}"


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
