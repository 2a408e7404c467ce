"""Wat de site meegeeft aan wie haar nog niet kent: een 404-pagina, robots.txt en een sitemap.

Een server toont ``404.html`` bij elk adres dat er niet is, hoe diep ook. De pagina staat daarom op
zichzelf: haar stijl zit erin, en haar adressen gelden vanaf de wortel van de site. Is ``BOEK_ADRES``
niet opgegeven, dan zoekt zij die wortel zelf op.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import jinja2
from sphinx.application import Sphinx

from huisstijl.adressen import base_url
from huisstijl.opmaak import STIJLMAP

HIER = Path(__file__).parent / "sjablonen"
NIET_GEVONDEN = "404.html"
_NIET_IN_SITEMAP = re.compile(r'<meta name="robots" content="noindex"')


def write_signposts(app: Sphinx, fout: Exception | None) -> None:
    """Schrijf de bestanden in de gebouwde site."""
    if fout is not None or app.builder.name != "html":
        return
    site, adres = Path(app.outdir), base_url()
    (site / NIET_GEVONDEN).write_text(not_found_page(app.config.html_title, adres), "utf-8")
    robots = "User-agent: *\nDisallow:\n"
    if adres:
        (site / "sitemap.xml").write_text(sitemap(site, adres), "utf-8")
        robots += f"Sitemap: {adres}sitemap.xml\n"
    else:
        (site / "sitemap.xml").unlink(missing_ok=True)
    (site / "robots.txt").write_text(robots, "utf-8")


def not_found_page(titel: str, adres: str | None) -> str:
    """Geef de pagina voor een adres dat er niet is.

    Parameters
    ----------
    titel : str
        Titel van het boek.
    adres : str or None
        Adres van de site met een schuine streep achteraan, als dat bekend is.

    Returns
    -------
    str
        Een hele pagina, die op elk adres van de site werkt.
    """
    omgeving = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HIER), autoescape=True, undefined=jinja2.StrictUndefined
    )
    kleuren = re.sub(r"/\*.*?\*/\s*", "", (STIJLMAP / "kleuren.css").read_text("utf-8"), flags=re.S)
    return omgeving.get_template(NIET_GEVONDEN).render(
        titel=titel,
        kleuren=kleuren.strip(),
        wortel=urlsplit(adres).path if adres else "/",
        bekend=bool(adres),
    )


def sitemap(site: Path, adres: str) -> str:
    """Geef de lijst van alle pagina's die een zoekmachine mag tonen.

    Parameters
    ----------
    site : Path
        De gebouwde site.
    adres : str
        Adres van de site met een schuine streep achteraan.

    Returns
    -------
    str
        XML volgens sitemaps.org.
    """
    paden = [
        pad.relative_to(site).as_posix()
        for pad in sorted(site.rglob("*.html"))
        if not any(deel.startswith("_") for deel in pad.relative_to(site).parts)
        and not _NIET_IN_SITEMAP.search(pad.read_text("utf-8"))
    ]
    regels = "".join(f"<url><loc>{escape(adres + pad)}</loc></url>\n" for pad in paden)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{regels}</urlset>\n'
    )
