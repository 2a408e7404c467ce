"""Een tekst die de lezer zelf aan zijn team stuurt; er gaat niets vanzelf weg."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lv_tools.schermdelen.bewaarplaats import in_page
from lv_tools.schermdelen.deel import Deel, Eigenschap

OPSCHRIFT = "Deel met uw team"
LEEG = "Er is nog niets om te delen."
HULP = (
    "Dit is de hele tekst. U mag hem hier nog veranderen. Er gaat pas iets weg als u hem zelf "
    "deelt of ergens plakt."
)


class Deelbericht(Deel):
    """Een knop die laat zien wat er te delen is, met het deelmenu van het apparaat of een kopie.

    De tekst wordt pas gemaakt als de lezer erom vraagt. Wat hij daarna in de tekst verandert,
    blijft in de pagina en wordt niet bewaard.

    Parameters
    ----------
    maak
        Functie zonder argumenten die de tekst geeft; leeg is dat er nog niets te delen is.
    tekst
        Tekst op de knop.
    hulp
        Wat er boven de tekst staat.
    adres
        Zet het adres van de bladzijde eronder; zonder opgave is dat in de pagina zo.
    """

    soort = "deelbericht"
    tekst = Eigenschap("")

    def __init__(
        self,
        maak: Callable[[], str],
        tekst: str = OPSCHRIFT,
        *,
        hulp: str = HULP,
        adres: bool | None = None,
        **eigenschappen: Any,
    ) -> None:
        self.maak = maak
        # Alleen in de pagina heeft een ander iets aan het adres.
        erbij = in_page() if adres is None else adres
        super().__init__(tekst=tekst, hulp=hulp, leeg=LEEG, adres=erbij, **eigenschappen)

    def receive(self, naam: str, gegevens: Mapping[str, Any], bron: str) -> None:
        """Maak de tekst, en laat haar zien."""
        if naam != "klik":
            super().receive(naam, gegevens, bron)
            return
        self.command("toon", tekst=self.maak().strip())
