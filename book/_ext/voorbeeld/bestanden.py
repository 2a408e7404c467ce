"""De bestanden om te downloaden: zes keer Word, een agenda, en het werk in de hulpmiddelen."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.uitvoer.document import Alinea, Document
from lv_tools.basis.uitvoer.word import to_docx
from voorbeeld.agenda import make_calendar
from voorbeeld.cijfers import facts, fill
from voorbeeld.dossier import BESTAND, BESTANDSNAAM
from voorbeeld.lezen import read_papers, school
from voorbeeld.papieren import Papier, papers
from voorbeeld.word_blad import make_sheet

#: De map in de site.
MAP = "_voorbeeld"


def word_name(papier: Papier) -> str:
    """Geef de naam van het Word-bestand."""
    return f"{papier.bestand}.docx"


def calendar_name(papier: Papier) -> str:
    """Geef de naam van het agendabestand."""
    return f"{papier.bestand}.ics"


def _document(papier: Papier) -> Document:
    """Geef het papier met de herkomst eronder: een los bestand heeft de pagina niet bij zich."""
    slot = Alinea(papier.opbouw, klein=True)
    return replace(papier.document, blokken=(*papier.document.blokken, slot))


def make_files() -> dict[str, bytes]:
    """Maak alle bestanden.

    Returns
    -------
    dict of str to bytes
        Naam zonder map naar inhoud.
    """
    gemaakt = {
        word_name(papier): make_sheet(to_docx(_document(papier)), papier.kopregel, papier.voet)
        for papier in papers()
    }
    teksten = read_papers()
    kalender = next(papier for papier in papers() if papier.code == "kalender")
    gemaakt[calendar_name(kalender)] = make_calendar(
        school(),
        fill(teksten["kalender"]["agenda"], facts(school())),
        teksten["algemeen"]["onder"],
    )
    gemaakt[BESTANDSNAAM] = BESTAND.read_bytes()
    return gemaakt
