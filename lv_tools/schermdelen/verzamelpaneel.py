"""Antwoorden van een groep verzamelen: om de beurt op dit apparaat, uit bestanden of een tabel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lv_tools.basis.verzamelen.verzameling import Verzameling
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Kolom
from lv_tools.schermdelen.keuze import Keuzerondjes
from lv_tools.schermdelen.tekst import Tekst
from lv_tools.schermdelen.verzamelvakken import (
    Bestandenvak,
    Beurtvak,
    Bronnenvak,
    Invulvel,
    Moduskeuze,
    Rijen,
)


class Verzamelpaneel:
    """De keuze van de manier, per manier haar eigen vak, en daaronder wie er meedoen.

    Parameters
    ----------
    werk
        De groep.
    instrument
        De ene naam van het hulpmiddel, voor bestandsnamen.
    manieren
        De manieren om te verzamelen; ``"beurt"`` en ``"bestand"`` krijgen hun vak van dit paneel.
    modi
        De teksten bij op naam en anoniem; leeg als het hulpmiddel dat ergens anders vraagt.
    vel
        Wat iemand om de beurt invult.
    vakken
        Eigen vakken van het hulpmiddel, per manier.
    zonder_modus
        Manieren die niet wachten op de keuze tussen op naam en anoniem.
    begin
        De manier waarmee het paneel opent.
    """

    def __init__(
        self,
        werk: Verzameling,
        instrument: str,
        *,
        manieren: Rijen,
        modi: Rijen = (),
        vel: Invulvel,
        vakken: Mapping[str, Deel] | None = None,
        zonder_modus: Sequence[str] = (),
        begin: str = "bestand",
    ) -> None:
        self.werk, self.beurt, self.zonder_modus = werk, vel, zonder_modus
        self._uitleg = {str(rij["code"]): str(rij["uitleg"]) for rij in manieren}
        self._begin = begin
        self.manier = Keuzerondjes(
            "Hoe verzamelt u de antwoorden?",
            [(rij["code"], rij["titel"]) for rij in manieren],
            waarde=begin,
            naam="manier",
            bij_wijziging=self.show,
        )
        self.manier_uitleg = Tekst()
        self.modus = Moduskeuze(werk, modi) if modi else None
        self.beurtvak = Beurtvak(werk, vel)
        self.bestanden = Bestandenvak(werk, instrument)
        self.bronnen = Bronnenvak(werk)
        gedeeld = {"beurt": self.beurtvak.deel, "bestand": self.bestanden.deel}
        alle = gedeeld | dict(vakken or {})
        self.vakken = {str(rij["code"]): alle[rij["code"]] for rij in manieren}
        self.deel = Kolom(
            self.manier,
            self.manier_uitleg,
            *((self.modus.deel,) if self.modus else ()),
            *self.vakken.values(),
            self.bronnen.deel,
        )
        werk.luisteraars.append(self.show)
        self.bronnen.refresh()
        self.show()

    def show(self, *_waarde: Any) -> None:
        """Toon het vak van de gekozen manier; een groep kiest eerst op naam of anoniem."""
        manier = self.manier.waarde or self._begin
        self.manier_uitleg.alineas = (self._uitleg[manier],)
        wacht = manier not in self.zonder_modus
        if self.modus:
            self.modus.deel.verborgen = not wacht
        for code, vak in self.vakken.items():
            vak.verborgen = code != manier or (wacht and not self.werk.modus)
        naam = self.beurt.wie.naam
        naam.verborgen = self.werk.modus != "naam"
        if self.werk.modus == "anoniem" and naam.waarde:
            naam.waarde = ""  # ook een half ingevulde naam blijft niet achter

    def refresh(self) -> None:
        """Werk alles bij, zoals na het terugzetten van een bewaarde stand."""
        if self.modus:
            self.modus.refresh()
        self.bronnen.refresh()
        self.show()
