"""Een document afdrukken met het afdrukvenster van de browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from lv_tools.basis.uitvoer.document import Document, to_blocks
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
        self.command("druk-af", blokken=to_blocks(self.maak()), papier=self.papier)
