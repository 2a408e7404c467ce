"""Wat alle panelen gemeen hebben: in beeld komen, uit beeld gaan, en pas rekenen als het moet."""

from __future__ import annotations

from abc import ABC, abstractmethod

from lv_tools.schermdelen import Kolom


class Onderdeel(ABC):
    """Een paneel dat zijn uitkomst pas berekent als de lezer ernaar kijkt."""

    #: Wat op het scherm staat.
    deel: Kolom
    _verouderd = True

    @abstractmethod
    def show(self) -> None:
        """Reken de uitkomst uit en zet haar in beeld."""

    def open(self) -> None:
        """Laat het paneel zien en reken zo nodig de uitkomst uit."""
        self.deel.verborgen = False
        if self._verouderd:
            self._renew()

    def close(self) -> None:
        """Haal het paneel uit beeld; keuzes en uitkomst blijven bewaard."""
        self.deel.verborgen = True

    def expire(self) -> None:
        """Onthoud dat de keuzes van buiten zijn gewijzigd, zoals door een bestand."""
        self._verouderd = True

    def _renew(self, _waarde: object = None) -> None:
        """Bereken opnieuw; te gebruiken als ``bij_wijziging`` van een keuze."""
        self._verouderd = False
        self.show()
