"""Van de tekst van een hoofdstuk naar eenvoudige HTML: geen links, klassen of ankers.

De tekst gaat naar een ander blad dan waarvoor hij geschreven is. Daar wijst een link nergens heen
en bestaat een klasse van het thema niet; de woorden van de link blijven staan.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable

from docutils import nodes
from tekeningen.aanwijzing import tekening

from trainer.dia import dia

#: Knopen die een element worden; wat hier niet staat, geeft alleen door wat erin zit.
ELEMENTEN: dict[type[nodes.Node], str] = {
    nodes.paragraph: "p",
    nodes.bullet_list: "ul",
    nodes.enumerated_list: "ol",
    nodes.strong: "strong",
    nodes.emphasis: "em",
    nodes.literal: "code",
    nodes.block_quote: "blockquote",
    nodes.definition_list: "dl",
    nodes.term: "dt",
    nodes.definition: "dd",
    nodes.thead: "thead",
    nodes.tbody: "tbody",
    nodes.row: "tr",
    nodes.title: "h3",
}
#: Knopen waarvan niets op het blad komt; een tekening krijgt een eigen dia (zie lezen.py).
OVERSLAAN = (
    dia,
    tekening,
    nodes.raw,
    nodes.comment,
    nodes.target,
    nodes.colspec,
    nodes.image,
    nodes.meta,
)


def to_html(knopen: Iterable[nodes.Node]) -> str:
    """Zet knopen om in HTML.

    Parameters
    ----------
    knopen : iterable of docutils.nodes.Node
        Uit een tekst waarvan de verwijzingen al zijn opgelost.

    Returns
    -------
    str
        HTML; alle tekst is ontsnapt.
    """
    return "".join(_node(knoop) for knoop in knopen)


def _node(knoop: nodes.Node) -> str:
    if isinstance(knoop, nodes.Text):
        return html.escape(knoop.astext(), quote=False)
    if isinstance(knoop, OVERSLAAN):
        return ""
    for soort, maak in EIGEN.items():
        if isinstance(knoop, soort):
            return maak(knoop)
    return _element(knoop)


def _element(knoop: nodes.Element) -> str:
    element = next((naam for soort, naam in ELEMENTEN.items() if isinstance(knoop, soort)), None)
    binnen = to_html(knoop.children)
    if element is None:
        return binnen
    start = knoop.get("start", 1) if isinstance(knoop, nodes.enumerated_list) else 1
    eigen = f' start="{start}"' if start != 1 else ""
    return f"<{element}{eigen}>{binnen}</{element}>" if binnen else ""


def _inline(knoop: nodes.Element) -> str:
    """Geef een stuk van een zin; een verwijzing naar een bron is te herkennen, en staat kleiner."""
    binnen = to_html(knoop.children)
    return (
        f'<span class="tr-cit">{binnen}</span>' if "bibtex-citation" in knoop["classes"] else binnen
    )


def _item(knoop: nodes.Element) -> str:
    """Geef een punt van een lijst; de eerste alinea krijgt geen eigen element."""
    eerste, rest = knoop.children[:1], knoop.children[1:]
    if eerste and isinstance(eerste[0], nodes.paragraph):
        eerste = eerste[0].children
    return f"<li>{to_html(eerste)}{to_html(rest)}</li>"


def _table(knoop: nodes.Element) -> str:
    bijschrift = "".join(
        f"<caption>{to_html(kind.children)}</caption>"
        for kind in knoop.children
        if isinstance(kind, nodes.title)
    )
    rest = [kind for kind in knoop.children if not isinstance(kind, nodes.title)]
    return f"<table>{bijschrift}{to_html(rest)}</table>"


def _cell(knoop: nodes.Element) -> str:
    rij = knoop.parent
    if isinstance(rij.parent, nodes.thead):
        soort, eigen = "th", ' scope="col"'
    elif rij.index(knoop) == 0:
        soort, eigen = "th", ' scope="row"'
    else:
        soort, eigen = "td", ""
    binnen = (
        to_html(knoop.children[0].children) if len(knoop.children) == 1 else to_html(knoop.children)
    )
    return f"<{soort}{eigen}>{binnen}</{soort}>"


#: Knopen die meer vragen dan een element om hun inhoud.
EIGEN: dict[type[nodes.Node], Callable[[nodes.Element], str]] = {
    nodes.inline: _inline,
    nodes.list_item: _item,
    nodes.entry: _cell,
    nodes.table: _table,
}
