"""De verwijzing in de lopende tekst: "(onderzoek, par. 4.2)"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import docutils.nodes
from pybtex.richtext import BaseText, Text
from pybtex.style.template import Node
from sphinxcontrib.bibtex.roles import CiteRole
from sphinxcontrib.bibtex.style.referencing import BaseReferenceStyle
from sphinxcontrib.bibtex.style.template import entry_label, join, join2, reference

from bronnen.opmaak import houd_bijeen


class Bronverwijzing(CiteRole):
    """De rol ``cite:p``, die ook een lege tekst vooraf verdraagt.

    De ontleder van sphinxcontrib-bibtex kent ``{vooraf}sleutel{achteraf}`` maar weigert lege
    accolades, terwijl ``{}sleutel{achteraf}`` voor de hand ligt voor wie BibLaTeX kent.
    """

    def run(self) -> tuple[list[docutils.nodes.Node], list[docutils.nodes.system_message]]:
        """Laat lege accolades weg en ga verder zoals de gewone rol."""
        self.target = self.target.replace("{}", "")
        return super().run()


def _vooraf(_kinderen: object, data: dict[str, Any]) -> BaseText:
    return Text(houd_bijeen(data["reference_info"].pre_text))


def _achteraf(_kinderen: object, data: dict[str, Any]) -> BaseText:
    return Text(houd_bijeen(data["reference_info"].post_text))


# Bouwstenen voor het sjabloon: de tekst voor de korte naam ("zie") en erna ("par. 4.2").
VOORAF = Node("vooraf", _vooraf)
ACHTERAF = Node("achteraf", _achteraf)


@dataclass
class KorteNaam(BaseReferenceStyle):
    """Verwijs met de korte naam van de bron.

    De hele verwijzing is de link, de plaats in de bron inbegrepen. Zo klinkt een link in een
    lijst van links als "onderzoek, par. 4.2" in plaats van tien keer "onderzoek".
    Alleen ``cite:p`` zet er haakjes omheen.
    """

    def role_names(self) -> Iterable[str]:
        """De rollen waarvoor deze stijl is bedoeld."""
        return ["p", "label"]

    def outer(self, role_name: str, children: list[BaseText]) -> Node:
        """Meer bronnen in één verwijzing, gescheiden door puntkomma's."""
        voor, na = ("(", ")") if role_name == "p" else ("", "")
        return join[voor, join(sep="; ")[children], na]

    def inner(self, role_name: str) -> Node:  # noqa: ARG002 - elke rol noemt de bron even lang
        """Eén bron: tekst vooraf, korte naam en plaats, samen één link."""
        return reference[join2(sep1=" ", sep2=", ")[VOORAF, entry_label, ACHTERAF]]
