"""Geef een pagina de uitleg mee van haar begrippen, zodat een lezer er niet voor weg hoeft.

De uitleg komt van de gebouwde begrippenlijst en staat als gegevens in de pagina;
``pagina/lezen.js`` toont haar.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from sphinx.application import Sphinx

LIJST = "naslag/begrippen.html"
_LINK = re.compile(r'href="[^"]*begrippen\.html#(term-[^"]+)"')
_BLOK = re.compile(r'<script type="application/json" id="hs-begrippen">.*?</script>\n?', re.DOTALL)


def read_terms(html: str) -> dict[str, tuple[str, str]]:
    """Lees de begrippenlijst.

    Parameters
    ----------
    html : str
        De gebouwde pagina.

    Returns
    -------
    dict of str to tuple of str
        Per anker het begrip en zijn uitleg, met de bron als gewone tekst tussen haakjes.
    """
    uit: dict[str, tuple[str, str]] = {}
    for begrip in BeautifulSoup(html, "html.parser").select("dl.glossary > dt"):
        uitleg = begrip.find_next_sibling("dd")
        if not isinstance(uitleg, Tag):
            continue
        tekst = re.sub(r"\s+", " ", uitleg.get_text(" "))
        tekst = re.sub(r"\s+([.,;:?!’)])", r"\1", tekst).replace("‘ ", "‘").replace("( ", "(")
        uit[str(begrip["id"])] = (begrip.get_text(" ").strip(), tekst.strip())
    return uit


def add_terms(html: str, begrippen: dict[str, tuple[str, str]]) -> str:
    """Zet de uitleg van de begrippen op een pagina onderaan die pagina."""
    html = _BLOK.sub("", html)
    gebruikt = {naam: begrippen[naam] for naam in _LINK.findall(html) if naam in begrippen}
    if not gebruikt:
        return html
    gegevens = json.dumps(dict(sorted(gebruikt.items())), ensure_ascii=False).replace(
        "<", "\\u003c"
    )
    blok = f'<script type="application/json" id="hs-begrippen">{gegevens}</script>\n'
    return html.replace("</body>", f"{blok}</body>", 1)


def write_terms(app: Sphinx, fout: Exception | None) -> None:
    """Geef elke pagina haar begrippen."""
    site = Path(app.outdir)
    if fout is not None or app.builder.name != "html" or not (site / LIJST).is_file():
        return
    begrippen = read_terms((site / LIJST).read_text("utf-8"))
    for pad in site.rglob("*.html"):
        if any(deel.startswith("_") for deel in pad.relative_to(site).parts):
            continue
        oud = pad.read_text("utf-8")
        nieuw = oud if pad == site / LIJST else add_terms(oud, begrippen)
        if nieuw != oud:
            pad.write_text(nieuw, "utf-8")
