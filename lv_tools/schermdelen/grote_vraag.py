"""Een vraag in grote letters, voor een tafel die meekijkt op een scherm of een muur."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lv_tools.schermdelen.deel import Deel, Eigenschap

MATEN = ("gewoon", "groot", "heel groot")


class Groot(Deel):
    """Een vraag in grote letters, met delen eronder die meegaan als zij het scherm vult.

    Parameters
    ----------
    tekst
        De vraag.
    boven, onder
        Een regel erboven en eronder.
    niveau
        Niveau van de kop, 2 tot en met 6.
    passend
        Maak de letters op het volle scherm kleiner tot alles in één blik past; zonder opgave niet.
    naam
        Naam waaronder de lettergrootte bewaard wordt.
    bij_wijziging
        Functie die de nieuwe lettergrootte krijgt als de lezer haar verandert.
    """

    soort = "groot"
    tekst = Eigenschap("")
    boven = Eigenschap("")
    onder = Eigenschap("")
    maat = Eigenschap("groot")

    def __init__(
        self,
        tekst: str,
        *inhoud: Deel,
        niveau: int = 3,
        naam: str = "",
        bij_wijziging: Callable[[str], object] | None = None,
        **eigenschappen: Any,
    ) -> None:
        self.naam, self.bij_wijziging = naam, bij_wijziging
        super().__init__(tekst=tekst, niveau=niveau, inhoud=inhoud, **eigenschappen)

    def focus(self) -> None:
        """Zet de focus op de vraag, zodat een schermlezer haar voorleest."""
        self.command("focus")

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Onthoud de lettergrootte."""
        if naam != "wijziging":
            super().receive(naam, gegevens, bron)
            return
        self.zet("maat", self._size(gegevens.get("waarde")), behalve=bron)
        if self.bij_wijziging is not None:
            self.bij_wijziging(self.maat)

    def _size(self, maat: Any) -> str:
        if maat not in MATEN:
            raise ValueError(f"lettergrootte {maat!r} bestaat niet; kies uit {', '.join(MATEN)}")
        return str(maat)
