"""Zoeken in het boek: in gewone woorden, met tikfouten, in de pagina zelf (zie README.md)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.typing import ExtensionMetadata

LIJST = "zoekwoorden.toml"
#: Waarmee Sphinx zelf zoekt; van een eerdere bouw kan het er nog liggen.
VAN_SPHINX = ("searchindex*.js", "_static/searchtools*.js", "_static/language_data*.js")


def no_own_index(app: Sphinx) -> None:
    """Laat Sphinx geen eigen index maken: die van dit boek komt ervoor in de plaats."""
    if app.builder.format == "html":
        app.builder.search = False  # type: ignore[attr-defined]  # bestaat op de HTML-bouwer


def search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Geef de zoekpagina, die Sphinx anders zelf maakt."""
    if app.builder.name == "html":
        yield "search", {}, "search.html"


def write(app: Sphinx, fout: Exception | None) -> None:
    """Schrijf de zoekmachine en de index als alle pagina's er staan."""
    from situatie import load

    from zoek.maken import ZoekError, write_files
    from zoek.woorden import WoordenError, read_words

    if fout is not None or app.builder.name != "html":
        return
    for naam in VAN_SPHINX:
        for eerder in Path(app.outdir).glob(naam):
            eerder.unlink()
    try:
        lijst = read_words((Path(app.srcdir) / LIJST).read_text("utf-8"))
        situaties = {s.pagina: (s.knop, *s.zoek) for s in load(app.env).situaties}
        lijst = lijst.with_pages(situaties)
        write_files(Path(app.outdir), lijst)
    except (WoordenError, ZoekError) as mis:
        raise ExtensionError(f"{LIJST}: {mis}") from mis


def setup(app: Sphinx) -> ExtensionMetadata:
    """Meld de uitbreiding aan."""
    app.connect("builder-inited", no_own_index)
    app.connect("html-collect-pages", search_page)
    # Na de pagina's van andere uitbreidingen, voor `levend` (900) de bestanden hun naam geeft.
    app.connect("build-finished", write, priority=860)
    app.add_js_file("zoekvenster.js", loading_method="defer", priority=910)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
