"""Een afspraak wijzigen: wie wat doet en wanneer verandert nu eenmaal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lv_tools.basis.invoer.velden import Invoerfout, Veld
from lv_tools.basis.taal.notatie import datum_kort
from lv_tools.gespreksprompter.model.gesprek import Afspraak, Gesprek
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
        self,
        naam: str,
        plek: Werkplek,
        bij_wijziging: Callable[[], object],
        bij_klaar: Callable[[], object],
    ) -> None:
        self.naam = naam
        self.plek, self.bij_wijziging, self.bij_klaar = plek, bij_wijziging, bij_klaar
        self.deel = Wijzigdeel(self)
        self.velden: tuple[Invoerveld, ...] = ()
        self.kenmerk = ""

    def open(self, afspraak: Afspraak, *, focus: bool = True) -> None:
        """Toon de velden van deze afspraak en zet de focus in het eerste."""
        self.kenmerk = afspraak.id
        wat, wie, wanneer, bewijs = self.velden = (
            self._field("wat", "Wat", afspraak.wat, verplicht=True, lengte=WAT),
            self._field("wie", "Wie", afspraak.wie, lengte=WIE),
            self._field(
                "wanneer",
                "Wanneer",
                datum_kort(afspraak.wanneer) if afspraak.wanneer else "",
                soort="datum",
            ),
            self._field("bewijs", "Waaraan zien we het", afspraak.bewijs, lengte=BEWIJS),
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
        if focus:
            wat.focus()

    def close(self) -> None:
        """Berg de velden op; wat leesbaar was, is al bewaard."""
        self.deel.verborgen, self.deel.inhoud, self.velden, self.kenmerk = True, (), (), ""

    def find(self, kenmerk: str) -> tuple[Gesprek, Afspraak] | None:
        """Zoek een afspraak in de reeks die open is, met het gesprek waar zij gemaakt is."""
        for gesprek in self.plek.werk.current.gesprekken:
            for afspraak in gesprek.afspraken:
                if afspraak.id == kenmerk:
                    return gesprek, afspraak
        return None

    def _field(self, wat: str, label: str, waarde: str, **vorm: Any) -> Invoerveld:
        kenmerk, ronde = self.kenmerk, self.plek.ronde
        leeg: Any = None if wat == "wanneer" else ""
        return Invoerveld(
            Veld(f"wijzig-{self.naam}-{kenmerk}-{wat}", label, **vorm),
            waarde=waarde,
            bij_wijziging=lambda nieuw: self._keep(kenmerk, **{wat: nieuw or leeg}),
            laat=lambda: self.plek.ronde == ronde,
        )

    def _keep(self, kenmerk: str, **nieuw: Any) -> None:
        gevonden = self.find(kenmerk)
        if gevonden is None:
            return
        gesprek, afspraak = gevonden
        werk = self.plek.werk
        self.plek.werk = werk.put(werk.current.put(gesprek.put(replace(afspraak, **nieuw))))
        self.bij_wijziging()

    def _done(self) -> None:
        """Berg de velden op, tenzij er iets staat wat niet bewaard kan worden."""
        for veld in self.velden:
            if isinstance(fout := veld.read(), Invoerfout):
                veld.fout = str(fout)
                veld.focus()
                return
        self.close()
        self.bij_klaar()


class Wijzigdeel(Kolom):
    """De velden op het scherm; onthoudt welke afspraak open was, met wat daarin half getypt is."""

    def __init__(self, vak: Wijzigvak) -> None:
        self.vak = vak
        self.naam = f"wijzig-{vak.naam}"
        super().__init__(verborgen=True)

    def keep(self) -> str | None:
        """Bewaar welke afspraak open is."""
        return self.vak.kenmerk or None

    def restore(self, bewaard: Any) -> None:
        """Open de afspraak die open was, als zij er nog is."""
        gevonden = self.vak.find(bewaard) if isinstance(bewaard, str) else None
        if gevonden is None:
            self.vak.close()
        elif self.vak.kenmerk != bewaard:
            self.vak.open(gevonden[1], focus=False)
