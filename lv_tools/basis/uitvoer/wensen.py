"""Wat er in een verslag en in tabellen komt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wensen:
    """Wat er in het verslag komt.

    Parameters
    ----------
    volledig
        Maak het volledige verslag in plaats van het korte.
    namen
        Zet namen en losse antwoorden erbij. Alleen deze wens doet dat, in elke omvang en in elke
        vorm, en alleen als de groep op naam werkt.
    alleen
        Laat een rol van één persoon apart staan. Met ``namen`` is dat vanzelf zo.
    """

    volledig: bool = True
    namen: bool = False
    alleen: bool = False

    @property
    def apart(self) -> bool:
        """Staat een rol van één persoon apart?"""
        return self.namen or self.alleen
