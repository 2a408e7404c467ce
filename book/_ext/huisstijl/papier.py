"""Twee aanwijzingen voor wie een blad afdrukt: schrijfregels, en hier begint een nieuw blad.

Gebruik in een pagina: ``{schrijfregels} 3`` en ``{nieuw-blad}``.
"""

from __future__ import annotations

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective


class Schrijfregels(SphinxDirective):
    """Lege regels om op te schrijven; een schermlezer slaat ze over."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Geef zoveel regels als er staan."""
        aantal = directives.positive_int(self.arguments[0])
        html = f'<div class="hs-regels" aria-hidden="true">{"<p></p>" * aantal}</div>'
        return [nodes.raw("", html, format="html")]


class NieuwBlad(SphinxDirective):
    """Op papier begint hier een nieuw blad; op het scherm gebeurt er niets."""

    def run(self) -> list[nodes.Node]:
        """Geef de scheiding."""
        return [nodes.raw("", '<div class="hs-nieuw-blad"></div>', format="html")]
