"""Welk dossier open is, en een nieuw dossier maken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from lv_tools.basis.invoer.velden import Veld
from lv_tools.schermdelen.dossierlade import Dossierlade
from lv_tools.schermdelen.formulier import Formulier
from lv_tools.schermdelen.indeling import Kolom
from lv_tools.schermdelen.keuze import Keuzelijst
from lv_tools.schermdelen.veld import Invoerveld


class Dossierkeuze:
    """Een keuzelijst en een formulier.

    Parameters
    ----------
    zeg
        Krijgt een zin en waarom het niet lukte; dat laatste is leeg als het lukte.
    veld
        Naam van het veld; een scherm heeft er soms twee.
    """

    def __init__(
        self, lade: Dossierlade, zeg: Callable[[str, str], object], veld: str = "dossier"
    ) -> None:
        self.lade, self._say = lade, zeg
        self._naam = f"+{veld}/naam"
        self.keuze = Keuzelijst("Welk dossier is open", {}, bij_wijziging=self._choose, kijken=True)
        hulp = "Bijvoorbeeld de naam van de school of de afdeling."
        vraag = Veld(self._naam, "Nieuw dossier", hulp=hulp, verplicht=True, lengte=80)
        self.naam = Invoerveld(vraag, kijken=True)
        vorm = Formulier(
            self.naam, bij_inzenden=self._start, knop="Maak dit dossier", gelukt="", kijken=True
        )
        self.deel = Kolom(self.keuze, vorm)
        self.show()

    def show(self) -> None:
        """Laat zien welke dossiers er zijn."""
        namen = dict.fromkeys((*self.lade.namen, self.lade.bestand))
        self.keuze.opties = [(naam, naam) for naam in namen]
        self.keuze.waarde = self.lade.bestand

    def _choose(self, naam: str | None) -> None:
        if naam and naam != self.lade.bestand:
            self.lade.choose(naam, partial(self._say, f"‘{naam}’ is nu open."))

    def _start(self, waarden: dict[str, Any]) -> None:
        wens = str(waarden[self._naam])
        naam = self.lade.free_name(wens)

        def klaar(reden: str) -> None:
            self._say(f"‘{naam}’ is gemaakt, en is nu open.", reden)
            if not reden:
                self.naam.waarde = ""

        self.lade.start(wens, klaar)
