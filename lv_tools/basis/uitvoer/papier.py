"""Een verslag zoals het op tafel komt: met de dag, de versie en een nummer op elke bladzijde."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lv_tools import __version__
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.uitvoer.document import Alinea, Document

if TYPE_CHECKING:
    from lv_tools.basis.uitvoer.sjabloon import Sjabloon

#: Zo lang mag de titel boven een bladzijde zijn.
KOP_LENGTE = 90


def write_word(document: Document, dag: date, sjabloon: Sjabloon | None = None) -> bytes:
    """Schrijf een document als Word-bestand.

    Parameters
    ----------
    dag
        De dag waarop het gemaakt is; zij staat erop, met de versie.
    sjabloon
        Het sjabloon van een school. Wat daar boven en onder een bladzijde staat, blijft; de dag en
        de versie staan dan achteraan.
    """
    if sjabloon is not None:
        from lv_tools.basis.uitvoer.sjabloon import fill_template

        slot = Alinea(made_on(dag), klein=True)
        return fill_template(Document(document.titel, (*document.blokken, slot)), sjabloon)
    from lv_tools.basis.uitvoer.word import Randen, to_docx

    return to_docx(document, Randen(shorten(document.titel), made_on(dag)))


def made_on(dag: date) -> str:
    """Zeg wanneer iets gemaakt is, en met welke versie."""
    return f"Gemaakt op {datum(dag)}, versie {__version__}"


def shorten(titel: str) -> str:
    """Kort een titel in tot hij boven een bladzijde past."""
    return titel if len(titel) <= KOP_LENGTE else f"{titel[: KOP_LENGTE - 1].rstrip()}…"
