"""Vragen om een gesprek mee te beginnen, klaar voor de gespreksprompter."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.schermdelen import Bestand, Download, Koppeling, Nadruk, Sectie, Tekst, Uitklap
from lv_tools.zelfevaluatie.model.gespreksvragen import questions, to_file
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.scherm.werk import Werk
from lv_tools.zelfevaluatie.verslag.document import Wensen, outgoing

#: Zoveel vragen staan er meteen; de rest staat achter een knop.
METEEN = 6


class Vragenvak:
    """De vragen die bij deze uitslag horen, en een bestand ermee.

    Parameters
    ----------
    wensen
        Functie die zegt wat er van mensen mag uitgaan; dat geldt ook voor dit bestand.
    """

    def __init__(self, werk: Werk, wensen: Callable[[], Wensen]) -> None:
        self.werk, self.wensen = werk, wensen
        self.eerste = Tekst(lijst=True)
        self.andere = Tekst(lijst=True)
        self.meer = Uitklap("Meer vragen", self.andere)
        self.deel = Sectie(
            "Vragen voor het gesprek",
            self.eerste,
            self.meer,
            Download("Vragen voor de gespreksprompter", self._file),
            Tekst(
                (
                    "Open dit bestand in de ",
                    Koppeling("gespreksprompter", "gespreksprompter.html"),
                    ": die maakt er een gids van die past bij uw gesprek.",
                )
            ),
            niveau=3,
        )

    def show(self, uitslag: Uitslag) -> None:
        """Toon de vragen bij een andere uitslag."""
        regels = [
            (Nadruk(vraag.tekst), f" {vraag.onderwerp}. {vraag.reden}")
            for vraag in questions(uitslag, self.werk.inhoud)
        ]
        self.eerste.alineas = tuple(regels[:METEEN])
        self.andere.alineas = tuple(regels[METEEN:])
        self.meer.titel = f"Nog {len(regels) - METEEN} vragen"
        self.meer.verborgen = len(regels) <= METEEN
        self.deel.verborgen = not regels

    def _file(self) -> Bestand:
        naam = self.werk.file_name("gespreksvragen", "json")
        uitslag = outgoing(self.werk.results(), self.werk.inhoud, self.wensen())
        return Bestand(naam, to_file(uitslag, self.werk.inhoud), "application/json")
