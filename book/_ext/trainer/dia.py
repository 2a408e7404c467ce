"""De aanwijzing ``{dia}``: wat er van een paragraaf aan de wand komt."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import ReferenceRole, SphinxDirective


class dia(nodes.General, nodes.Element):  # noqa: N801 -- knopen van docutils heten zo
    """Een dia in de tekst: kenmerk ``titel``, en als inhoud de regels op de dia."""


class DiaDirective(SphinxDirective):
    """Een dia bij deze paragraaf; op de pagina zelf staat zij niet.

    De titel is die van de paragraaf, tenzij er achter ``{dia}`` een andere staat. De tekst vanaf
    hier tot de volgende dia is de spreektekst. Met ``:tabel:`` komt de eerste tabel uit die tekst
    onder de regels. Met ``:eigen:`` staat eronder dat de regels niet uit een bron komen.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {"tabel": directives.flag, "eigen": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Geef de knoop, met de regels erin."""
        knoop = dia(
            titel=self.arguments[0] if self.arguments else "",
            tabel="tabel" in self.options,
            eigen="eigen" in self.options,
        )
        self.set_source_info(knoop)
        self.state.nested_parse(self.content, self.content_offset, knoop)
        return [knoop]


class DiasRol(ReferenceRole):
    """Een link naar de dia's van een hoofdstuk: ``{dias}`tekst <map/pagina>```."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Geef de link; naar welk bestand, blijkt pas als alle hoofdstukken gelezen zijn."""
        return [dias_link("", self.title, pagina=self.target)], []


class dias_link(nodes.Inline, nodes.TextElement):  # noqa: N801 -- knopen van docutils heten zo
    """Een link naar de dia's van een hoofdstuk, voordat het adres bekend is."""
