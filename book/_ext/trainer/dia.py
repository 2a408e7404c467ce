"""De aanwijzing ``{dia}``: wat er van een paragraaf aan de wand komt."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import ReferenceRole, SphinxDirective
from tekeningen.pictogram import PICTOGRAMMEN


class dia(nodes.General, nodes.Element):  # noqa: N801 -- knopen van docutils heten zo
    """Een dia in de tekst: kenmerk ``titel``, en als inhoud de regels op de dia."""


def _pictogram(naam: str | None) -> str:
    """Lees de naam van een pictogram."""
    return directives.choice(naam, sorted(PICTOGRAMMEN))  # type: ignore[no-any-return]  # docutils


class DiaDirective(SphinxDirective):
    """Een dia bij deze paragraaf; op de pagina zelf staat zij niet.

    De titel is die van de paragraaf, tenzij er achter ``{dia}`` een andere staat. De tekst vanaf
    hier tot de volgende dia is de spreektekst. Met ``:tabel:`` komt de eerste tabel uit die tekst
    onder de regels. Met ``:eigen:`` staat eronder dat de regels niet uit een bron komen.

    Met ``:titel:`` is dit de eerste dia en met ``:slot:`` de laatste, voor wie in de zaal zit. Met
    ``:beeld:`` komt er een pictogram naast de regels, en met ``:hulpmiddel:`` een QR-code naar de
    pagina van een hulpmiddel.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {
        "tabel": directives.flag,
        "eigen": directives.flag,
        "titel": directives.flag,
        "slot": directives.flag,
        "beeld": _pictogram,
        "hulpmiddel": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Geef de knoop, met de regels erin."""
        knoop = dia(
            titel=self.arguments[0] if self.arguments else "",
            tabel="tabel" in self.options,
            eigen="eigen" in self.options,
            rand="opening" if "titel" in self.options else "slot" * ("slot" in self.options),
            beeld=self.options.get("beeld", ""),
            hulpmiddel=self.options.get("hulpmiddel", ""),
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
