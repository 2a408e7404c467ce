"""Een scan van iemand anders openen: met een geplakte link of een scanbestand."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.schermdelen import (
    Bestand,
    Formulier,
    Invoerveld,
    Mededeling,
    Tekst,
    Uitklap,
    Upload,
)
from lv_tools.zelfevaluatie.bestand.link import LinkError, from_fragment
from lv_tools.zelfevaluatie.bestand.linkzoeker import MAX_TEKST
from lv_tools.zelfevaluatie.bestand.scan import scan_from_file
from lv_tools.zelfevaluatie.model.opzet import Opzet
from lv_tools.zelfevaluatie.teksten import Instrument

LABEL = "Plak hier de link die u kreeg"


class Ontvangvak:
    """Twee wegen om de scan van een ander in te vullen.

    Parameters
    ----------
    bij_opzet
        Functie die de instellingen van die scan krijgt.
    """

    def __init__(self, inhoud: Instrument, bij_opzet: Callable[[Opzet], object]) -> None:
        self.inhoud, self.bij_opzet = inhoud, bij_opzet
        self.link = Invoerveld(
            Veld(
                "ontvangen-link",
                LABEL,
                verplicht=True,
                lengte=MAX_TEKST,
                hulp="Plakt u er iets te veel bij, dan zoekt dit hulpmiddel de link zelf op.",
            )
        )
        self.melding = Mededeling(toon="fout")
        self.deel = Uitklap(
            "Kreeg u een link of een bestand van iemand anders?",
            Tekst("Dan vult u zijn of haar scan in. Wat u eerder invulde, blijft bewaard."),
            Formulier(self.link, bij_inzenden=self._paste, knop="Open deze scan", gelukt=""),
            Upload(
                "Of open het scanbestand dat u kreeg (.json)",
                self._file,
                soorten=".json",
                hulp="Alleen de instellingen worden gelezen.",
            ),
            self.melding,
        )

    def close(self) -> None:
        """Maak het vak leeg en klap het dicht."""
        self.link.waarde = ""
        self.melding.tekst = ""
        self.deel.open = False

    def _paste(self, waarden: dict[str, object]) -> dict[Invoerveld, str]:
        tekst = str(waarden["ontvangen-link"])
        try:
            opzet = from_fragment(tekst, self.inhoud)
        except LinkError as fout:
            return {self.link: f"{LABEL}: {fout}"}
        self.bij_opzet(opzet)
        return {}

    def _file(self, bestanden: tuple[Bestand, ...]) -> None:
        for bestand in bestanden:
            try:
                opzet = scan_from_file(bestand.inhoud, self.inhoud, bestand.naam).opzet
            except VormError as fout:
                self.melding.tekst = f"‘{bestand.naam}’ is niet gelezen: {str(fout).rstrip('.')}."
                continue
            self.bij_opzet(opzet)
