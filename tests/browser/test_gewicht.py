"""Wie alleen leest, haalt niets van de hulpmiddelen op; wat hij bewaart, blijft bescheiden.

Hoe zwaar elke bladzijde is, staat in ``test_bladzijden``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Response
from test_bladzijden import compressed_size
from wachten import wacht_tot

#: Wat een lezer na zijn eerste bezoek bewaart, voor het hele boek samen: ruim honderd bladzijden
#: van gemiddeld ruim 10 kB, met dertien hulpmiddelen op papier en op het scherm, en voorbeelden.
VOORRAAD_KB = 1_425


def test_text_page_loads_nothing_of_the_tools(
    adres: str, nieuwe_context: Callable[..., BrowserContext]
) -> None:
    """Python, widgets en grafieken komen pas als een lezer ze gebruikt, ook via de achterdeur niet.

    De service worker bewaart na een bezoek het lichte deel van het boek voor zonder internet. Dat
    hoort niet bij het gewicht van een pagina, maar blijft wel bescheiden.
    """
    context = nieuwe_context(service_workers="allow")
    omvang: dict[str, int] = {}

    def tel(antwoord: Response) -> None:
        if antwoord.ok:
            mimetype = antwoord.headers.get("content-type", "")
            omvang[antwoord.url] = compressed_size(antwoord.body(), mimetype)

    context.on("response", tel)
    page = context.new_page()
    page.goto(f"{adres}stappen/index.html", wait_until="networkidle")
    wacht_tot(page, "navigator.serviceWorker.ready.then((dienst) => !!dienst.active)")
    zwaar = [url for url in context.wacht.eigen if re.search(r"pyodide|plotly|\.wasm|\.whl", url)]
    assert not zwaar
    assert not context.wacht.vreemd, "ook de service worker haalt alles van de eigen host"
    assert sum(omvang.values()) / 1000 < VOORRAAD_KB, omvang
