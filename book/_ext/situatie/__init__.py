"""Wat is er aan de hand? De keuze op de eerste pagina, en per situatie een scherm raad.

Alle tekst staat in ``situaties/situaties.toml``. ``{situaties}`` zet de keuze neer, en
``{situatie} naam`` de raad van één situatie. Welke rol iemand koos, onthoudt ``pagina/rol.js`` op
het apparaat zelf.
"""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from situatie.lijst import BESTAND, Lijst, SituatieError, read_list
from situatie.opmaak import KIES, Stuk, after_hash, page_parts, picker_html, role_picker

PAGINA = Path(__file__).parent / "pagina"


def load(env: BuildEnvironment) -> Lijst:
    """Lees de lijst van dit boek."""
    try:
        return read_list((Path(env.srcdir) / BESTAND).read_text("utf-8"))
    except SituatieError as fout:
        raise ExtensionError(f"{BESTAND}: {fout}") from fout


class UitDeLijst(SphinxDirective):
    """Een aanwijzing met tekst uit de lijst; wijzigt die, dan bouwt de pagina opnieuw."""

    def situations(self) -> Lijst:
        """Geef de lijst."""
        self.env.note_dependency(str(Path(self.env.srcdir) / BESTAND))
        return load(self.env)


class Keuze(UitDeLijst):
    """De tegels van de eerste pagina."""

    def run(self) -> list[nodes.Node]:
        """Geef de tegels, elk met een link die de bouw nakijkt."""
        return [nodes.raw("", picker_html(self.situations()), format="html")]


class Rolkeuze(UitDeLijst):
    """Alleen de keuze van een rol."""

    def run(self) -> list[nodes.Node]:
        """Geef de keuze."""
        return [nodes.raw("", role_picker(self.situations().rollen), format="html")]


class EenSituatie(UitDeLijst):
    """De raad van één situatie."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Geef de tekst; zij is gewone Markdown van het boek."""
        lijst = self.situations()
        try:
            situatie = lijst.find(self.arguments[0])
        except SituatieError as fout:
            raise self.error(str(fout)) from fout
        return [knoop for stuk in page_parts(lijst, situatie) for knoop in self._nodes(stuk)]

    def _nodes(self, stuk: Stuk) -> list[nodes.Node]:
        """Geef de knopen van een stuk; heeft het een kop, dan in een eigen paragraaf."""
        vak = nodes.section() if stuk.kop else nodes.Element()
        vak.document = self.state.document
        if stuk.kop:
            vak["names"].append(nodes.fully_normalize_name(stuk.kop))
            vak += nodes.title(stuk.kop, stuk.kop)
            self.state.document.note_implicit_target(vak, vak)
        self.state.nested_parse(StringList(stuk.tekst.splitlines(), BESTAND), 0, vak)
        return [vak] if stuk.kop else vak.children


def add_choices(_app: Sphinx, doctree: nodes.document, _naam: str) -> None:
    """Zet achter een link naar een hulpmiddel welke keuze daar klaarstaat."""
    for link in doctree.findall(nodes.reference):
        kies = [klasse for klasse in link["classes"] if klasse.startswith(KIES)]
        if kies:
            keuzes = dict(klasse.removeprefix(KIES).split("_", 1) for klasse in kies)
            link["refuri"] += after_hash(keuzes)
            link["classes"] = [klasse for klasse in link["classes"] if klasse not in kies]


def add_script(app: Sphinx) -> None:
    """Zet het script klaar dat de rol onthoudt."""
    if app.builder.format == "html":
        app.config.html_static_path.append(str(PAGINA))
        app.add_js_file("rol.js", loading_method="defer", priority=910)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Meld de aanwijzingen aan."""
    app.add_directive("situaties", Keuze)
    app.add_directive("situatie", EenSituatie)
    app.add_directive("rolkeuze", Rolkeuze)
    app.connect("builder-inited", add_script)
    app.connect("doctree-resolved", add_choices)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
