"""Eigen stellingen bij een scan: toevoegen en weghalen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.schermdelen import (
    Actie,
    Formulier,
    Invoerveld,
    Kaart,
    Kaartlijst,
    Keuzelijst,
    Uitklap,
)
from lv_tools.zelfevaluatie.model.opzet import STELLING_LENGTE
from lv_tools.zelfevaluatie.scherm.werk import Werk

#: Eigen stellingen als paren van thema en tekst.
Paren = Sequence[tuple[str, str]]


class Eigenvak:
    """De eigen stellingen van de scan, en een formulier voor een nieuwe.

    Parameters
    ----------
    neem_over
        Functie die alle eigen stellingen krijgt en teruggeeft wat er niet klopt.
    """

    def __init__(self, werk: Werk, neem_over: Callable[[Paren], Sequence[Invoerfout]]) -> None:
        self.werk, self.neem_over = werk, neem_over
        self.thema = Keuzelijst(
            "Bij welk thema hoort uw stelling?",
            [(thema.code, thema.titel) for thema in werk.inhoud.themas.values()],
            leeg="Kies een thema",
            naam="eigen-thema",
            verplicht=True,
        )
        self.tekst = Invoerveld(
            Veld(
                "eigen-tekst",
                "Uw stelling",
                verplicht=True,
                lengte=STELLING_LENGTE,
                hulp="Eén gedachte, die iedereen in de groepen kan zien of horen.",
            )
        )
        self.lijst = Kaartlijst("Uw eigen stellingen", self._drop)
        self.deel = Uitklap(
            "Eigen stellingen toevoegen",
            self.lijst,
            Formulier(
                self.thema,
                self.tekst,
                bij_inzenden=self._add,
                knop="Voeg deze stelling toe",
                gelukt="De stelling is toegevoegd.",
            ),
        )

    def pairs(self) -> list[tuple[str, str]]:
        """Geef de eigen stellingen van de scan."""
        return [(stelling.thema, stelling.tekst) for stelling in self.werk.opzet.eigen]

    def refresh(self, vast: bool) -> None:
        """Toon de eigen stellingen; liggen zij vast, dan is er niets te wijzigen."""
        self.deel.verborgen = vast and not self.werk.opzet.eigen
        self.thema.uit = self.tekst.uit = vast
        self.lijst.kaarten = tuple(
            Kaart(
                stelling.code,
                stelling.tekst,
                (Actie("weg", "Haal weg", uit=vast),),
                boven=self.werk.inhoud.themas[stelling.thema].titel,
            )
            for stelling in self.werk.opzet.eigen
        )

    def _add(self, waarden: dict[str, Any]) -> list[Invoerfout]:
        nieuw = (str(waarden["eigen-thema"]), str(waarden["eigen-tekst"]))
        if fouten := self.neem_over([*self.pairs(), nieuw]):
            return [
                Invoerfout(self.tekst.label, fout.waarde, fout.probleem, fout.uitweg)
                for fout in fouten
            ]
        self.thema.waarde, self.tekst.waarde = None, ""
        return []

    def _drop(self, code: str, _actie: str) -> None:
        self.neem_over([(s.thema, s.tekst) for s in self.werk.opzet.eigen if s.code != code])
