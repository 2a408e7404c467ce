"""Een document afdrukken met het afdrukvenster van de browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.uitvoer.document import Document, to_blocks
from lv_tools.schermdelen.bundel import read_file
from lv_tools.schermdelen.deel import Deel, Eigenschap


class Afdruk(Deel):
    """Een knop die een document afdrukt; in dat venster kan de lezer ook een pdf kiezen.

    Parameters
    ----------
    tekst
        Tekst op de knop, zoals ``"Druk het verslag af"``.
    maak
        Functie zonder argumenten die een :class:`~lv_tools.basis.uitvoer.document.Document` geeft.
    papier
        ``"A4"`` is een verslag; ``"A4 liggend"`` en ``"A3 liggend"`` zijn een poster: kleine
        letters, en regels in een cel blijven regels.
    """

    soort = "afdruk"
    tekst = Eigenschap("")
    uit = Eigenschap(False)

    def __init__(
        self,
        tekst: str,
        maak: Callable[[], Document],
        *,
        papier: Literal["A4", "A4 liggend", "A3 liggend"] = "A4",
        **eigenschappen: Any,
    ) -> None:
        self.maak, self.papier = maak, papier
        super().__init__(tekst=tekst, **eigenschappen)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Maak het document en vraag de pagina het af te drukken."""
        if naam != "klik":
            super().receive(naam, gegevens, bron)
            return
        document = self.maak()
        stijl = page_style(document.titel, self.papier)
        self.command("druk-af", blokken=to_blocks(document), papier=self.papier, stijl=stijl)


#: In een verslag zijn tabellen zo groot als in Word, en blijven regels in een cel regels.
_TABELLEN = "table { font-size: 9.5pt; line-height: 1.3 } td { white-space: pre-line }\n"


def page_style(titel: str, papier: str) -> str:
    """Geef de opmaak van een afdruk.

    Een poster is één vel met smalle randen, en elke regel van een cel op een eigen regel. Een
    verslag krijgt op elke bladzijde de titel, de dag, de versie en het nummer, als de browser
    dat kan.
    """
    from lv_tools.basis.uitvoer.papier import made_on, shorten

    gewoon = read_file("css/papier.css")
    if papier != "A4":
        return gewoon + read_file("css/poster.css").replace("MAAT", papier.removesuffix(" liggend"))
    rand = "font: 8.5pt system-ui, sans-serif; color: #46555b"
    nummer = '"Bladzijde " counter(page) " van " counter(pages)'
    return (
        f"{gewoon}{_TABELLEN}@page {{ @top-left {{ content: {_quote(shorten(titel))}; {rand} }}"
        f" @bottom-left {{ content: {_quote(made_on(today()))}; {rand} }}"
        f" @bottom-right {{ content: {nummer}; {rand} }} }}"
        " @page :first { @top-left { content: none } }"
    )


def _quote(tekst: str) -> str:
    """Schrijf tekst zoals een stijlblad haar wil; geen enkel teken doet daar nog iets."""
    veilig = "".join(t if t.isalnum() or t == " " else f"\\{ord(t):x} " for t in tekst)
    return f'"{veilig}"'
