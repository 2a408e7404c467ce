"""Sphinx-uitbreiding: de bladzijden voor wie in Python verdergaat.

De naslag van ``lv_tools.verder`` komt uit de docstrings, in het Nederlands. Een bladzijde met code
heeft bovenaan een link naar JupyterLab op Binder, als bekend is waar het boek staat.

Autodoc en napoleon doen het werk. Verwijzen naar pandas, plotly of Python zelf kan niet: daarvoor
zou de bouw bestanden van andere sites moeten halen. Namen daaruit zijn hier gewone tekst.
"""

from __future__ import annotations

import html
import os
import re
from typing import Any

from docutils import nodes
from huisstijl.adressen import repository
from sphinx.addnodes import (
    desc_annotation,
    desc_content,
    literal_emphasis,
    literal_strong,
    pending_xref,
)
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

#: Wat niet van dit boek is: Python zelf, en de pakketten die iemand erbij zet.
VAN_ELDERS = re.compile(
    r"(str|bool|int|float|bytes|dict|tuple|list|None|ValueError"
    r"|(FileNotFound|Permission|Lookup|Value)Error|datetime|Any"
    r"|(datetime|pathlib|pandas|plotly)\..+)"
)
#: Klassen van binnen, die in een docstring genoemd worden en geen eigen stuk hebben.
VAN_BINNEN = re.compile(r"(Figuurblad|Document|Getoond)")


#: Wat er voor een naam staat.
WOORDEN = {"class": "klasse", "exception": "fout", "property": "eigenschap"}


def set_options(_app: Sphinx, config: Config) -> None:
    """Kies hoe een docstring een stuk naslag wordt."""
    config.napoleon_google_docstring = False
    config.napoleon_use_ivar = True
    config.napoleon_use_rtype = False
    # De types staan in de docstring, in woorden die iemand kent.
    config.autodoc_typehints = "none"
    config.autodoc_member_order = "bysource"
    config.add_module_names = False
    config.python_use_unqualified_type_names = True


def leave_plain(
    _app: Sphinx, _env: BuildEnvironment, knoop: pending_xref, tekst: nodes.Element
) -> nodes.Element | None:
    """Laat een naam die hier geen plek heeft gewone tekst zijn."""
    doel = str(knoop.get("reftarget", ""))
    if knoop.get("refdomain") != "py":
        return None
    kort = doel.rpartition(".")[2]
    return tekst if VAN_ELDERS.fullmatch(doel) or VAN_BINNEN.fullmatch(kort) else None


def speak_dutch(_app: Sphinx, boom: nodes.document) -> None:
    """Zet voor een naam wat hij is, in het Nederlands; Sphinx zet er het woord van Python."""
    for noot in boom.findall(desc_annotation):
        woord = noot.astext().strip()
        if woord in WOORDEN:
            noot.children = [nodes.Text(f"{WOORDEN[woord]} ")]


def show_as_code(_app: Sphinx, boom: nodes.document, _pagina: str) -> None:
    """Zet namen en types in de naslag als code: het zijn woorden van Python, en geen Nederlands.

    De titel van een link, die een browser als wolkje toont, gaat weg: de link zegt al waarheen.
    """
    for stuk in boom.findall(desc_content):
        for woord in list(stuk.findall(literal_emphasis)) + list(stuk.findall(literal_strong)):
            woord.parent.replace(woord, nodes.literal("", woord.astext()))
        for link in stuk.findall(nodes.reference):
            link.attributes.pop("reftitle", None)


def link_to_lab(
    app: Sphinx, pagina: str, _sjabloon: str, context: dict[str, Any], _boom: object
) -> None:
    """Zet onder de titel hoe de lezer deze bladzijde zelf uitvoert."""
    romp = context.get("body") or ""
    plek, naam = str(app.env.doc2path(pagina, base=False)), repository()
    if not naam or not plek.endswith(".ipynb") or "cell_input" not in romp:
        return
    tak = os.environ.get("BOEK_TAK", "main")
    adres = f"https://mybinder.org/v2/gh/{naam}/{tak}?urlpath=lab/tree/book/{plek}"
    zin = f'<p><a href="{html.escape(adres)}">Open deze bladzijde in JupyterLab, op Binder</a>'
    context["body"] = romp.replace("</h1>", f"</h1>\n{zin} (dat kan minuten duren).</p>", 1)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Meld de uitbreiding aan."""
    app.setup_extension("sphinx.ext.autodoc")
    app.setup_extension("sphinx.ext.napoleon")
    app.connect("config-inited", set_options)
    app.connect("missing-reference", leave_plain)
    app.connect("doctree-read", speak_dutch)
    app.connect("doctree-resolved", show_as_code)
    app.connect("html-page-context", link_to_lab)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
