"""De bronnenlijst als begriplijst: de korte naam met daarachter de volledige gegevens.

Docutils geeft een bron de rol ``doc-biblioentry``, die in WAI-ARIA is afgeschaft, en zet
vierkante haken om de naam. Een gewone ``<dl>`` zegt hetzelfde en is overal toegankelijk.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform


class Begriplijst(SphinxPostTransform):
    """Vervang elke reeks bronnen door een begriplijst met dezelfde ankers."""

    # Na de omzetting van de bronnenlijst (5) en na het oplossen van de verwijzingen (10).
    default_priority = 500

    def run(self, **_kwargs: Any) -> None:
        """Zet alle bronnenlijsten in het document om."""
        for houder in list(self.document.findall(nodes.container)):
            bronnen = [kind for kind in houder.children if isinstance(kind, nodes.citation)]
            if bronnen:
                lijst = nodes.definition_list(classes=["bronnenlijst"])
                lijst += [_begrip(bron) for bron in bronnen]
                houder.replace_self(lijst)


def _begrip(bron: nodes.citation) -> nodes.definition_list_item:
    naam = next(iter(bron.findall(nodes.label)))
    alineas = [kind for kind in bron.children if not isinstance(kind, nodes.label)]
    return nodes.definition_list_item(
        "",
        nodes.term("", naam.astext(), ids=bron["ids"]),
        nodes.definition("", *alineas),
    )
