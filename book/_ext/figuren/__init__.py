"""Sphinx-uitbreiding: teken figuren op de bladzijden die er een hebben, en alleen daar.

De tekenaar (plotly.js, de kleine bundel) komt pas binnen als een figuur in de buurt van het scherm
komt. Alle bestanden dragen hun inhoud in hun naam: een nieuwe uitgave van het boek draait nooit met
een oude kopie.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from levend.vendor import npm_pakket
from levend.verkleinen import verklein, without_comments
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

from lv_tools.schermdelen.bundel import script, stijlblad

#: Wat er op een bladzijde staat die figuren, tabellen of een hulpmiddel heeft (zie weergave.py).
KENMERKEN = ("data-lvs-figuur", "lvs-tabelvak", "data-lv-hulpmiddel")
MAP = "_static/figuren"


def write_files(app: Sphinx) -> dict[str, str]:
    """Schrijf tekenaar, script en stijl in de uitvoer en geef hun namen."""
    plotly = (npm_pakket("plotly.js-basic-dist-min") / "plotly-basic.min.js").read_text("utf-8")
    # In een functie: er is dan geen define of module waar een andere lader tussen kan komen.
    tekenaar = _write(
        app, "plotly-basic", "js", f"(() => {{\nvar module, define;\n{plotly}\n}})();\n"
    )
    bron = verklein({"figuur.mjs": script("bladzijde.js")})["figuur.mjs"]
    bron = f'(() => {{"use strict";{bron.replace("@tekenaar@", f"./{tekenaar}")}}})();\n'
    return {
        "tekenaar": tekenaar,
        "script": _write(app, "figuur", "js", bron),
        "stijl": _write(app, "figuur", "css", without_comments(stijlblad())),
    }


def _write(app: Sphinx, stam: str, extensie: str, inhoud: str) -> str:
    kenmerk = hashlib.sha256(inhoud.encode()).hexdigest()[:12]
    naam = f"{stam}.{kenmerk}.{extensie}"
    doel = Path(app.outdir) / MAP / naam
    doel.parent.mkdir(parents=True, exist_ok=True)
    for oud in doel.parent.glob(f"{stam}.*.{extensie}"):
        if oud != doel:
            oud.unlink()
    if not doel.exists():
        doel.write_text(inhoud, encoding="utf-8")
    return naam


def prepare(app: Sphinx) -> None:
    """Zet de bestanden klaar als er HTML gemaakt wordt."""
    if app.builder.format == "html":
        app.figuren_bestanden = write_files(app)  # type: ignore[attr-defined] # eigen gegeven


def rewrite_pages(app: Sphinx, env: BuildEnvironment) -> set[str]:
    """Laat alle bladzijden opnieuw schrijven als een bestand van naam is veranderd.

    Anders verwijst een bladzijde die zelf gelijk bleef, na een tweede bouw naar een bestand dat er
    niet meer is.
    """
    if app.builder.format != "html":
        return set()
    namen: dict[str, str] = app.figuren_bestanden  # type: ignore[attr-defined] # zie prepare
    vorige = getattr(env, "figuren_namen", namen)
    env.figuren_namen = namen  # type: ignore[attr-defined] # Sphinx bewaart eigen velden zo
    return set() if vorige == namen else set(env.found_docs)


def add_to_page(
    app: Sphinx, _pagina: str, _sjabloon: str, context: dict[str, Any], _boom: object
) -> None:
    """Verwijs naar script en stijl op een bladzijde die ze nodig heeft."""
    romp = context.get("body") or ""
    if not any(kenmerk in romp for kenmerk in KENMERKEN):
        return
    namen: dict[str, str] = app.figuren_bestanden  # type: ignore[attr-defined] # zie prepare
    pathto: Callable[..., str] = context["pathto"]
    stijl = pathto(f"{MAP}/{namen['stijl']}", resource=True)
    bron = pathto(f"{MAP}/{namen['script']}", resource=True)
    context["metatags"] = (
        f"{context.get('metatags', '')}"
        f'\n<link rel="stylesheet" href="{stijl}">\n<script defer src="{bron}"></script>'
    )


def setup(app: Sphinx) -> ExtensionMetadata:
    """Meld de uitbreiding aan."""
    app.connect("builder-inited", prepare)
    app.connect("env-updated", rewrite_pages)
    app.connect("html-page-context", add_to_page)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
