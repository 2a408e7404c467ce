"""Een afspraak wijzigen: wie wat doet en wanneer verandert nu eenmaal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lv_tools.basis.invoer.velden import Veld
from lv_tools.basis.taal.notatie import datum_kort
from lv_tools.gespreksprompter.model.gesprek import Afspraak
from lv_tools.gespreksprompter.scherm.werk import Werkplek
from lv_tools.gespreksprompter.teksten import inhoud
from lv_tools.schermdelen import Invoerveld, Knop, Kolom, Rij, Sectie

WAT, WIE, BEWIJS = 300, 120, 300


class Wijzigvak:
    """De velden van één afspraak; wat leesbaar is, geldt meteen.

    Parameters
    ----------
    bij_wijziging
        Wordt geroepen als de afspraak anders is.
    bij_klaar
        Wordt geroepen als de gebruiker klaar is.
    """

    def __init__(
        self, plek: Werkplek, bij_wijziging: Callable[[], object], bij_klaar: Callable[[], object]
    ) -> None:
        self.plek, self.bij_wijziging, self.bij_klaar = plek, bij_wijziging, bij_klaar
        self.deel = Kolom(verborgen=True)
        self._kenmerk = ""

    def open(self, afspraak: Afspraak) -> None:
        """Toon de velden van deze afspraak en zet de focus in het eerste."""
        self._kenmerk = afspraak.id
        wat = Invoerveld(
            Veld("", "Wat", verplicht=True, lengte=WAT),
            waarde=afspraak.wat,
            bij_wijziging=lambda tekst: self._keep(wat=tekst),
        )
        wie = Invoerveld(
            Veld("", "Wie", lengte=WIE),
            waarde=afspraak.wie,
            bij_wijziging=lambda tekst: self._keep(wie=tekst or ""),
        )
        wanneer = Invoerveld(
            Veld("", "Wanneer", "datum"),
            waarde=datum_kort(afspraak.wanneer) if afspraak.wanneer else "",
            bij_wijziging=lambda dag: self._keep(wanneer=dag),
        )
        bewijs = Invoerveld(
            Veld("", "Waaraan zien we het", lengte=BEWIJS),
            waarde=afspraak.bewijs,
            bij_wijziging=lambda tekst: self._keep(bewijs=tekst or ""),
        )
        self.deel.inhoud = (
            Sectie(
                inhoud().text("scherm", "wijzig_kop"),
                wat,
                Rij(wie, wanneer),
                bewijs,
                Knop("Klaar met wijzigen", self._done),
                niveau=4,
            ),
        )
        self.deel.verborgen = False
        wat.focus()

    def close(self) -> None:
        """Berg de velden op; wat erin stond, is al bewaard."""
        self.deel.verborgen, self.deel.inhoud, self._kenmerk = True, (), ""

    def _keep(self, **nieuw: object) -> None:
        werk = self.plek.werk
        for gesprek in werk.current.gesprekken:
            for afspraak in gesprek.afspraken:
                if afspraak.id == self._kenmerk:
                    ander = gesprek.put(replace(afspraak, **nieuw))  # type: ignore[arg-type]
                    self.plek.werk = werk.put(werk.current.put(ander))
                    self.bij_wijziging()
                    return

    def _done(self) -> None:
        self.close()
        self.bij_klaar()
