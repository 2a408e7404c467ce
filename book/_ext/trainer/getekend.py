"""Van een tekening in de tekst naar een dia of een blad om op te hangen."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes
from tekeningen.aanwijzing import tekening, tekening_bij, tekening_woorden
from tekeningen.figuur import loose_figure
from tekeningen.gegevens import read_drawing

from trainer.opmaak import to_html


@dataclass(frozen=True)
class Poster:
    """Een tekening op een blad om op te hangen.

    Attributes
    ----------
    naam, titel : str
        Platte tekst: het bestand van de tekening, en wat erboven staat.
    figuur, bijschrift, woorden : str
        HTML van de tekening, van haar bijschrift, en van dezelfde inhoud in woorden.
    pagina : str
        De pagina waar zij in staat.
    """

    naam: str
    titel: str
    figuur: str
    bijschrift: str
    woorden: str
    pagina: str


def read_posters(boom: nodes.document, pagina: str) -> tuple[Poster, ...]:
    """Lees de tekeningen die op een pagina staan.

    Parameters
    ----------
    boom : docutils.nodes.document
        De tekst, met opgeloste verwijzingen.
    pagina : str
        Naam van de pagina zonder achtervoegsel.

    Returns
    -------
    tuple of Poster
        In de volgorde van de tekst.
    """
    return tuple(
        Poster(
            knoop["naam"],
            knoop["titel"],
            drawn_figure(knoop),
            drawing_part(knoop, tekening_bij),
            drawing_part(knoop, tekening_woorden),
            pagina,
        )
        for knoop in boom.findall(tekening)
        if knoop["pagina"]
    )


def drawing_part(knoop: tekening, soort: type[nodes.Element]) -> str:
    """Geef de HTML van een deel van een tekening: haar bron, bijschrift of woorden."""
    return "".join(to_html(deel.children) for deel in knoop.children if isinstance(deel, soort))


def drawn_figure(knoop: tekening) -> str:
    """Geef de tekening zelf; wie haar niet ziet, hoort haar woorden."""
    woorden = " ".join(
        stuk.astext()
        for deel in knoop.children
        if isinstance(deel, tekening_woorden)
        for stuk in deel.findall(nodes.Text)
    )
    return loose_figure(read_drawing(knoop["naam"]), woorden)
