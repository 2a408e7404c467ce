"""Mijn werk: wat er op het apparaat van de lezer open is, wat aan de beurt is, en de volgende stap.

De aanwijzing ``{mijn-werk} kort`` zet een leeg vak op een bladzijde; een klein script zonder Python
vult het uit de opslag waarin de hulpmiddelen hun werk bewaren. Is er geen werk, dan is er niets te
zien. Op de eigen bladzijde staan de wijzen ``overzicht``, ``dossiers``, ``reservekopie`` en
``voorbeeld``.

``script/overzicht.js`` en ``script/kopie.js`` zijn alleen regels, te toetsen zonder browser.
"""

from __future__ import annotations

import html
import json
import re
import tomllib
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

HIER = Path(__file__).parent
GEGEVENS = HIER.parents[2] / "data" / "instrumenten"
SCRIPT = "mijnwerk.js"
STIJL = "mijnwerk.css"
#: Achter elkaar, in deze volgorde; zij delen met de hulpmiddelen alleen de opslag zelf.
DELEN = ("kopie", "overzicht", "dossierlijst", "voorbeeld", "mijnwerk")
WIJZEN = ("kort", "overzicht", "dossiers", "reservekopie", "voorbeeld")
_COMMENTAAR = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/)\n", re.MULTILINE | re.DOTALL)
_EXPORT = re.compile(r"^export (?=const|let|function|async|class)", re.MULTILINE)


def build_script() -> str:
    """Voeg het script samen met de opslag van de hulpmiddelen."""
    from lv_tools.schermdelen.bundel import script

    eigen = [(HIER / "script" / f"{naam}.js").read_text("utf-8") for naam in DELEN]
    kaal = [_COMMENTAAR.sub("", _EXPORT.sub("", deel)) for deel in eigen]
    opslag = script("kast.js", "dossierkeuze.js")
    return "\n".join((opslag, *kaal))


def doors() -> dict[str, dict[str, Any]]:
    """Geef per hulpmiddel hoe het heet, en hoe zijn stappen heten."""
    lijst = json.loads((GEGEVENS / "deuren.json").read_text("utf-8"))["deuren"]
    uit = {}
    for deur in lijst:
        inhoud = tomllib.loads((GEGEVENS / f"{deur['naam']}.toml").read_text("utf-8"))
        stappen = {stap["code"]: stap["titel"] for stap in inhoud.get("stap", [])}
        uit[deur["naam"]] = {"naam": deur["naam"], "titel": deur["titel"], "stappen": stappen}
    return uit


class mijnwerk(nodes.General, nodes.Element):  # noqa: N801 -- knopen van docutils heten zo
    """Het vak, met kenmerk ``wijze``."""


class MijnWerk(SphinxDirective):
    """Het vak waarin het script zet wat er op het apparaat staat."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Geef het lege vak."""
        wijze = self.arguments[0]
        if wijze not in WIJZEN:
            raise self.error(f"{wijze!r} kan niet; kies uit {', '.join(WIJZEN)}")
        for pad in (GEGEVENS / "deuren.json", *sorted(GEGEVENS.glob("*.toml"))):
            self.env.note_dependency(str(pad))
        return [mijnwerk(wijze=wijze)]


def visit(self: Any, knoop: nodes.Element) -> None:
    """Schrijf het vak; zonder script zegt het dat, behalve op de eerste bladzijde."""
    from lv_tools.basis.uitwisseling.dossier import VERSIE

    kort = knoop["wijze"] == "kort"
    gegevens = html.escape(json.dumps(doors(), ensure_ascii=False), quote=True)
    self.body.append(
        f'<div class="mw" data-lv-mijnwerk="{knoop["wijze"]}" data-lv-dossierversie="{VERSIE}" '
        f'data-lv-deuren="{gegevens}"{" hidden" if kort else ""}>'
    )
    if not kort:
        self.body.append(
            "<p>Dit deel werkt alleen met JavaScript, en niet uit een los bestand.</p>"
        )
    self.body.append("</div>\n")
    raise nodes.SkipNode


def skip(_self: Any, _knoop: nodes.Element) -> None:
    """Op papier staat er niets."""
    raise nodes.SkipNode


def write_files(app: Sphinx) -> None:
    """Zet script en stijl klaar; alleen een bladzijde met het vak laadt ze (zie gewicht.py)."""
    if app.builder.format != "html":
        return
    map_ = Path(app.doctreedir) / "mijnwerk"
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / SCRIPT).write_text(build_script(), "utf-8")
    stijl = re.sub(r"/\*.*?\*/\n?", "", (HIER / STIJL).read_text("utf-8"), flags=re.DOTALL)
    (map_ / STIJL).write_text(stijl, "utf-8")
    app.config.html_static_path.append(str(map_))
    app.add_css_file(STIJL, priority=810)
    app.add_js_file(SCRIPT, type="module")


def setup(app: Sphinx) -> dict[str, Any]:
    """Meld de uitbreiding aan bij Sphinx."""
    leeg = (skip, None)
    app.add_node(mijnwerk, html=(visit, None), latex=leeg, text=leeg, epub=leeg, man=leeg)
    app.add_directive("mijn-werk", MijnWerk)
    app.connect("builder-inited", write_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
