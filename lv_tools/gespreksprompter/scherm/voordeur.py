"""Het scherm van de gespreksprompter: kiezen, gids, gesprek, afronden, reeks en ritme."""

from __future__ import annotations

from lv_tools.gespreksprompter.model.werk import INSTRUMENT, OMZETTINGEN, VERSIE
from lv_tools.gespreksprompter.scherm.afronden import Afrondpaneel
from lv_tools.gespreksprompter.scherm.gesprek import Gesprekpaneel
from lv_tools.gespreksprompter.scherm.gids import Gidspaneel
from lv_tools.gespreksprompter.scherm.kiezen import Kiezenpaneel
from lv_tools.gespreksprompter.scherm.reeks import Reekspaneel
from lv_tools.gespreksprompter.scherm.ritme import Ritmepaneel
from lv_tools.gespreksprompter.scherm.werk import Werkplek
from lv_tools.gespreksprompter.stilbeeld import stilbeeld
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.schermdelen import (
    Bewaren,
    Scherm,
    Tabbladen,
    Tekst,
    hulpmiddel,
    origin,
)

KIEZEN, GIDS, GESPREK, AFRONDEN = "1. Kiezen", "2. Gids", "3. Gesprek", "4. Afronden"
REEKS, RITME = "Reeks", "Ritme"


@hulpmiddel(INSTRUMENT, stilbeeld=stilbeeld)
def open_scherm() -> Scherm:
    """Open de gespreksprompter.

    Returns
    -------
    Scherm
        Het hulpmiddel zelf; bij het bouwen van het boek het stilstaande beeld.
    """
    return Gespreksscherm().scherm


class Gespreksscherm:
    """Zet de panelen in elkaar en brengt de gebruiker van het ene naar het andere."""

    def __init__(self) -> None:
        self.plek = Werkplek()
        self.kiezen = Kiezenpaneel(self.plek, lambda: self._go(GIDS))
        self.gids = Gidspaneel(self.plek, lambda: self._go(GESPREK))
        self.gesprek = Gesprekpaneel(self.plek, lambda: self._go(AFRONDEN))
        self.afronden = Afrondpaneel(self.plek, lambda: self._go(GIDS))
        self.reeks = Reekspaneel(self.plek, lambda: self._go(GIDS))
        self.ritme = Ritmepaneel(self.plek)
        self.bladen = Tabbladen(
            (KIEZEN, self.kiezen.deel),
            (GIDS, self.gids.deel),
            (GESPREK, self.gesprek.deel),
            (AFRONDEN, self.afronden.deel),
            (REEKS, self.reeks.deel),
            (RITME, self.ritme.deel),
            label="Onderdelen van de gespreksprompter",
            naam="blad",
            bij_wijziging=self._opened,
        )
        algemeen = inhoud().gegevens["algemeen"]
        self.scherm = Scherm(
            self.plek.melding,
            self.plek.rest.deel,
            self.bladen,
            origin(
                algemeen,
                f"{algemeen['waarom']} (bron: {algemeen['waarom_bron']})",
                algemeen["eigen"],
                algemeen["aanspreken"],
            ),
            Tekst(algemeen["privacy"]),
            Bewaren(
                INSTRUMENT,
                versie=VERSIE,
                omzettingen=OMZETTINGEN,
                extra=self.plek.to_state,
                bij_extra=self.plek.restore,
                bestandsnaam=lambda: self.plek.werk.current.naam,
            ),
            titel="Uw gesprekken",
        )

    def _go(self, blad: str) -> None:
        self.bladen.go(blad)

    def _opened(self, blad: str) -> None:
        """Ververs wat er op een ander blad veranderd kan zijn."""
        self.gesprek.open_blad = blad == GESPREK
        ververs = {
            KIEZEN: self.kiezen.refresh,
            GIDS: self.gids.refresh,
            GESPREK: self.gesprek.refresh,
            AFRONDEN: self.afronden.refresh,
            REEKS: self.reeks.refresh,
            RITME: self.ritme.refresh,
        }
        ververs[blad]()
        if blad == GESPREK:
            self.gesprek.afspraken.refresh()
