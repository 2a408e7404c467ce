"""Houd een pagina licht: laad alleen wat zij gebruikt, en bewaar alleen wat een pagina laadt."""

from __future__ import annotations

import fnmatch
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

#: Van het thema; de eigen stijl en sjablonen komen ervoor in de plaats.
NOOIT = (
    "*/styles/pydata-sphinx-theme.css",
    "*/styles/sphinx-book-theme.css",
    "*/styles/theme.css",
    "*/basic.css",
    "*/scripts/sphinx-book-theme.js",
)
#: Alleen op een pagina waarvan de tekst een van deze stukken HTML bevat.
ALLEEN_MET: dict[str, tuple[str, ...]] = {
    "*/sphinx-design*.css": ('class="sd-', " sd-"),
    "*/design-tabs.js": ("sd-tab-set",),
    "*/mystnb.*.css": ("cell_input", "ansi-"),
    "*/tekening*.css": ('class="tk"',),
    "*/mijnwerk*": ("data-lv-mijnwerk",),
    "*/pygments.css": ('class="highlight',),
    "*/rol.js": ('class="hs-rolkeuze"',),
}
#: Bestanden en mappen in ``_static`` die na de bouw weg kunnen.
OVERBODIG = (
    "vendor",
    "locales",
    "images",
    "styles",
    "scripts/*.map",
    "scripts/*.LICENSE.txt",
    "scripts/bootstrap.js",
    "scripts/fontawesome.js",
    "scripts/sphinx-book-theme.js",
    "sbt-webpack-macros.html",
    "webpack-macros.html",
    "file.png",
    "basic.css",
    "base-stemmer.js",
    "dutch-stemmer.js",
    "language_data.js",
    "searchtools.js",
    "minus.png",
    "plus.png",
    ".gitignore",
)


def keep_needed_assets(
    _app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.Node | None,
) -> None:
    """Haal van een pagina de stijlen en scripts af die haar tekst niet nodig heeft."""
    tekst = context.get("body") or ""
    for soort in ("css_files", "script_files"):
        context[soort] = [stuk for stuk in context.get(soort, []) if _needed(stuk, tekst)]


def _needed(stuk: Any, tekst: str) -> bool:
    bestand = getattr(stuk, "filename", stuk)
    if not bestand:
        return (
            False  # instellingen van het thema voor versies en meezoeken, die dit boek niet heeft
        )
    naam = f"/{bestand}"
    if any(fnmatch.fnmatch(naam, patroon) for patroon in NOOIT):
        return False
    for patroon, kenmerken in ALLEEN_MET.items():
        if fnmatch.fnmatch(naam, patroon):
            return any(kenmerk in tekst for kenmerk in kenmerken)
    return True


def remove_unused_files(app: Sphinx, fout: Exception | None) -> None:
    """Verwijder uit de gebouwde site wat het thema meeneemt en geen pagina laadt."""
    if fout or app.builder.format != "html":
        return
    statisch = Path(app.outdir) / "_static"
    for patroon in OVERBODIG:
        for pad in statisch.glob(patroon):
            shutil.rmtree(pad) if pad.is_dir() else pad.unlink()
