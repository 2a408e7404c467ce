"""Een tekstpagina is licht en haalt alles van de eigen host: wat Chromium ophaalt, telt mee."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import BrowserContext, Response
from wachten import wacht_tot

GRENS_KB = 150
#: Wat een lezer na zijn eerste bezoek bewaart, voor het hele boek samen.
VOORRAAD_KB = 900
#: Wat al samengeperst is, wordt met gzip niet kleiner.
AL_KLEIN = ("image/png", "image/jpeg", "image/webp", "font/", "application/zip", "application/gzip")
SOORTEN = {"document": "HTML", "stylesheet": "stijl", "script": "script"}


TOT_ONDERAAN = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo({ top: y, behavior: 'instant' });
    await new Promise((klaar) => setTimeout(klaar, 30));
  }
}"""


def compressed_size(inhoud: bytes, mimetype: str) -> int:
    """Geef het aantal bytes over de lijn, zoals een gewone webserver ze verstuurt."""
    return len(inhoud) if mimetype.startswith(AL_KLEIN) else len(gzip.compress(inhoud, 6))


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


def test_page_is_light(
    boekpagina: str,
    site: Path,
    adres: str,
    nieuwe_context: Callable[..., BrowserContext],
    record_property: Callable[[str, object], None],
) -> None:
    context = nieuwe_context()
    page = context.new_page()
    fouten: list[str] = []
    page.on("pageerror", lambda fout: fouten.append(str(fout)))
    # Ook het beleid van de pagina zelf (zie levend/beleid.py) hoort niets tegen te houden.
    page.on("console", lambda r: fouten.append(r.text) if "Content Security" in r.text else None)
    antwoorden: list[Response] = []
    page.on("response", lambda antwoord: antwoorden.append(antwoord))  # noqa: PLW0108 -- Playwright weigert een ingebouwde methode
    page.goto(adres + boekpagina, wait_until="networkidle")
    per_soort = dict.fromkeys(("HTML", "stijl", "script", "rest"), 0)
    for antwoord in antwoorden:
        soort = SOORTEN.get(antwoord.request.resource_type, "rest")
        mimetype = antwoord.headers.get("content-type", "")
        per_soort[soort] += compressed_size(antwoord.body(), mimetype)
    # Het pictogram van de pagina haalt Chromium wel op, maar het staat niet tussen de antwoorden.
    pictogram = page.get_attribute("link[rel=icon]", "href")
    assert pictogram
    pad = site / urlsplit(urljoin(adres + boekpagina, pictogram)).path.lstrip("/")
    per_soort["rest"] += compressed_size(pad.read_bytes(), "image/svg+xml")

    kb = {soort: bytes_ / 1000 for soort, bytes_ in per_soort.items()}
    totaal = sum(kb.values())
    met_figuur = page.locator(".lvs-figuur").count() > 0
    rij = (
        f"{totaal:7.1f}  {kb['HTML']:6.1f} {kb['stijl']:6.1f} {kb['script']:6.1f} {kb['rest']:6.1f}"
    )
    record_property("gewicht", f"{rij}  {boekpagina}{' (met figuur)' if met_figuur else ''}")
    assert kb["HTML"] > 1, "er is geen pagina geladen: de toets meet niets"
    if not met_figuur:
        assert totaal <= GRENS_KB, f"{totaal:.1f} kB: {kb}"

    # Wat pas laadt als het in beeld komt (figuren), laadt nu ook.
    page.evaluate(TOT_ONDERAAN)
    page.wait_for_load_state("networkidle")
    assert context.wacht.eigen, "de wacht heeft niets gezien: de toets meet niets"
    assert not context.wacht.vreemd, f"aanvragen aan anderen: {context.wacht.vreemd}"
    assert not fouten, f"fouten in scripts: {fouten}"
