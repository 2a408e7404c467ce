"""Het scherm van de urgentiemeter: feiten, beleving en uitslag als drie stappen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lv_tools.schermdelen import (
    Bewaren,
    Deel,
    Knop,
    Kolom,
    Scherm,
    Tabbladen,
    Tekst,
    hulpmiddel,
    origin,
)
from lv_tools.schermdelen.restvak import Restvak
from lv_tools.urgentiemeter.bestand.scan import NAAM, OMZETTINGEN, VERSIE
from lv_tools.urgentiemeter.scherm.beleving import Belevingpaneel
from lv_tools.urgentiemeter.scherm.feiten import Feitenpaneel
from lv_tools.urgentiemeter.scherm.uitslag import Uitslagpaneel
from lv_tools.urgentiemeter.scherm.werk import Werk
from lv_tools.urgentiemeter.stilbeeld import stilbeeld
from lv_tools.urgentiemeter.teksten import instrument


@hulpmiddel(NAAM, stilbeeld=stilbeeld)
def open_scherm() -> Scherm:
    """Open de urgentiemeter.

    Returns
    -------
    Scherm
        Het hulpmiddel zelf; bij het bouwen van het boek het stilstaande beeld.
    """
    return Urgentiescherm().scherm


class Urgentiescherm:
    """Zet de drie stappen in elkaar en verbindt ze met wat er is ingevuld."""

    def __init__(self) -> None:
        self.inhoud = instrument()
        self.werk = Werk(self.inhoud)
        self.feiten = Feitenpaneel(self.werk)
        self.beleving = Belevingpaneel(self.werk)
        self.uitslag = Uitslagpaneel(self.werk)
        self.rest = Restvak(self.werk.file_name)
        self.werk.luisteraars.append(self._leftovers)
        titels = [f"{nr}. {rij['titel']}" for nr, rij in enumerate(self.inhoud.inhoud["stap"], 1)]
        self.stappen = Tabbladen(
            (titels[0], self._page(0, self.feiten.deel, titels[1])),
            (titels[1], self._page(1, self.beleving.deel, titels[2])),
            (titels[2], self._page(2, self.uitslag.deel, "")),
            label="Stappen",
            naam="stap",
            bij_wijziging=self._switch,
        )
        algemeen = self.inhoud.inhoud["algemeen"]
        self.scherm = Scherm(
            Tekst(f"{algemeen['waarom']} ({algemeen['waarom_bron']})"),
            self.rest.deel,
            self.stappen,
            origin(algemeen, algemeen["eigen"]),
            Bewaren(
                NAAM,
                versie=VERSIE,
                omzettingen=OMZETTINGEN,
                extra=self.werk.to_state,
                bij_extra=self._restore,
                bij_herstel=self._restored,
                bestandsnaam=lambda: self.werk.titel,
            ),
            titel="Aan de slag",
        )

    def _page(self, nummer: int, paneel: Deel, volgende: str) -> Kolom:
        stap = self.inhoud.inhoud["stap"][nummer]
        delen: list[Deel] = [Tekst(stap["uitleg"])]
        if not nummer:
            delen.append(Knop("Sla de feiten over", lambda: self._go(volgende)))
        delen.append(paneel)
        if volgende:
            delen.append(Knop(f"Verder naar {volgende}", lambda: self._go(volgende), hoofd=True))
        return Kolom(*delen)

    def _go(self, opschrift: str) -> None:
        self.stappen.go(opschrift)

    def _switch(self, opschrift: str) -> None:
        self.uitslag.show(open=opschrift.startswith("3"))

    def _restore(self, staat: Mapping[str, Any] | None) -> None:
        self.werk.restore(staat)
        self.werk.restoring = True
        self.feiten.restore()
        self.beleving.fill_own()
        self.beleving.paneel.refresh()
        self.beleving.respons.refresh()
        self._leftovers()

    def _restored(self) -> None:
        if (zetter := self.werk.zetter) is not None:
            # De delen van het scherm kennen de woorden van toen niet: de antwoorden zelf wel.
            self.feiten.undo_other_questions()
            self.beleving.fill_own()
            self.werk.overig = (*self.werk.overig, *self.beleving.carry_drafts(zetter))
            self.werk.zetter = None
        self.werk.restoring = False
        self.beleving.sync()
        self._switch(self.stappen.waarde)
        self.werk.changed()

    def _leftovers(self) -> None:
        self.rest.show(self.werk.leftovers())
