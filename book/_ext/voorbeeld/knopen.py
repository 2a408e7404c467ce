"""Een document als knopen van docutils, zodat het op de pagina te lezen is."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from lv_tools.basis.uitvoer.document import Alinea, Blok, Bloktabel, Document, Kop, Opsomming, lines
from voorbeeld.tabel import to_html


def to_nodes(document: Document, stam: str) -> list[nodes.Node]:
    """Geef het document als secties onder elkaar.

    Parameters
    ----------
    document
        Met koppen van niveau 1; het document zelf wordt de bovenste sectie.
    stam
        Begin van elk anker, uniek op de pagina.
    """
    blad = _section(document.titel, stam)
    blad["classes"].append("vs-blad")
    waar = blad
    for nummer, blok in enumerate(document.blokken, 1):
        if isinstance(blok, Kop):
            waar = _section(blok.tekst, f"{stam}-{nummer}")
            blad += waar
        else:
            waar += _block(blok)
    return [blad]


def _section(titel: str, anker: str) -> nodes.section:
    return nodes.section("", nodes.title("", titel), ids=[anker], names=[anker])


def _block(blok: Blok) -> list[nodes.Node]:
    if isinstance(blok, Alinea):
        alinea = nodes.paragraph("", "", *_lines(blok.tekst, nadruk=blok.nadruk))
        if blok.klein:
            alinea["classes"].append("vs-klein")
        return [alinea]
    if isinstance(blok, Opsomming):
        lijst: nodes.Element = nodes.enumerated_list() if blok.genummerd else nodes.bullet_list()
        lijst += [nodes.list_item("", nodes.paragraph("", punt)) for punt in blok.punten]
        return [lijst]
    if isinstance(blok, Bloktabel):
        return [nodes.raw("", to_html(blok), format="html")]
    raise ValueError(f"een blok {blok!r} kan nog niet op een pagina")


def _lines(tekst: str, *, nadruk: bool = False) -> Iterable[nodes.Node]:
    """Geef regels met een einde ertussen; docutils kent daarvoor geen eigen knoop."""
    for plek, regel in enumerate(lines(tekst)):
        if plek:
            yield nodes.raw("", "<br>", format="html")
        yield nodes.strong("", regel) if nadruk else nodes.Text(regel)
