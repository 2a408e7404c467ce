"""Elke pagina van de gebouwde site, ook dia's, bladen en de 404-pagina, staat onder haar beleid."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup
from levend import beleid

KENMERK = 'http-equiv="Content-Security-Policy"'


def alle_paginas(site: Path) -> dict[str, str]:
    paginas = {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in site.rglob("*.html")}
    assert len(paginas) > 80
    return paginas


def test_every_page_has_one_policy_before_everything_else(site: Path) -> None:
    fout = []
    for naam, html in alle_paginas(site).items():
        kop = html[: html.index(KENMERK)] if html.count(KENMERK) == 1 else "<script"
        if re.search(r"<(script|link|style|title)", kop):
            fout.append(naam)
    assert fout == []


def test_every_inline_script_is_in_the_policy_of_its_page(site: Path) -> None:
    geteld, fout = 0, []
    for naam, html in alle_paginas(site).items():
        (regels,) = re.findall(rf'{KENMERK} content="([^"]*)"', html)
        scripts = next(regel for regel in regels.split("; ") if regel.startswith("script-src"))
        assert "'unsafe-inline'" not in scripts
        assert "'unsafe-eval'" not in scripts
        assert "connect-src 'self';" in regels
        # Met een andere lezer dan die het beleid schreef.
        for script in BeautifulSoup(html, "html.parser").select("script:not([src])"):
            if "json" not in str(script.get("type", "")):
                geteld += 1
                if beleid.controlegetal(script.string or "") not in scripts:
                    fout.append(naam)
    assert geteld > 80
    assert fout == []


def test_no_script_in_an_attribute_or_an_address(site: Path) -> None:
    """Zo'n script kan geen controlegetal krijgen; het beleid houdt het tegen."""
    fout = []
    for naam, html in alle_paginas(site).items():
        for element in BeautifulSoup(html, "html.parser").find_all(True):
            for kenmerk, waarde in element.attrs.items():
                if kenmerk.startswith("on") or str(waarde).strip().lower().startswith("javascript:"):
                    fout.append((naam, kenmerk))
    assert fout == []


def test_webassembly_only_where_a_tool_stands(site: Path) -> None:
    met = {naam for naam, html in alle_paginas(site).items() if "'wasm-unsafe-eval'" in html}
    assert met == {naam for naam, html in alle_paginas(site).items() if "lv-lading" in html}
    assert met


def test_styles_and_scripts_are_named_after_their_content(site: Path) -> None:
    """Een naam zonder controlegetal zou na een nieuwe uitgave bij een oude pagina andere inhoud geven."""
    zonder = {
        adres
        for html in alle_paginas(site).values()
        for adres in re.findall(r'<(?:script|link)[^>]*(?:src|href)="([^"]+\.(?:m?js|css|svg)[^"]*)"', html)
        if not re.search(r"[.-][0-9a-f]{12,64}[./]", adres)
    }
    assert zonder == set()
