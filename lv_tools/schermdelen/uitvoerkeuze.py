"""Kiezen wat er van mensen in een verslag en in tabellen komt, en zeggen wat dat nu is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.verzamelen.verzameling import Verzameling
from lv_tools.schermdelen.indeling import Kolom
from lv_tools.schermdelen.keuze import Vinkje
from lv_tools.schermdelen.tekst import Mededeling


class Uitvoerkeuze:
    """Twee vinkjes, en de zin die precies zegt wat er nu uitgaat.

    Het ene vinkje zet namen en losse antwoorden erbij, het andere laat een groep van één persoon
    apart staan. Wie alleen zelf heeft ingevuld, krijgt de eigen uitslag: die antwoorden zijn van
    hem. In een anonieme groep is er niets te kiezen.

    Parameters
    ----------
    werk
        De groep.
    teksten
        Het deel ``uitvoer`` van de gegevens van het hulpmiddel.
    """

    def __init__(self, werk: Verzameling, teksten: Mapping[str, Any]) -> None:
        self.werk, self.teksten = werk, teksten
        self.los = Vinkje(
            str(teksten["los"]),
            hulp=str(teksten["los_hulp"]),
            naam="verslag-namen",
            bij_wijziging=self.show,
        )
        self.apart = Vinkje(
            str(teksten["apart"]),
            hulp=str(teksten["apart_hulp"]),
            naam="verslag-alleen",
            bij_wijziging=self.show,
        )
        self.wat = Mededeling()
        self.deel = Kolom(self.apart, self.los, self.wat)

    @property
    def namen(self) -> bool:
        """Gaan namen en losse antwoorden mee? Nooit vanzelf, en nooit anoniem."""
        return bool(self.los.waarde) and self.werk.modus == "naam"

    @property
    def alleen(self) -> bool:
        """Mag een groep van één persoon apart staan?"""
        return self._own_only() or (bool(self.apart.waarde) and self.werk.modus != "anoniem")

    def show(self, *_waarde: Any) -> None:
        """Bied aan wat bij deze groep kan, en zeg wat er nu uitgaat."""
        eigen, enkel = self._own_only(), self._lone()
        self.los.verborgen = self.werk.modus != "naam"
        self.apart.verborgen = self.werk.modus == "anoniem" or eigen or not enkel
        self.wat.toon = "letop" if self.namen or (enkel and self.alleen and not eigen) else "gewoon"
        self.wat.tekst = self._sentence(opsomming(enkel) if enkel else "")

    def _sentence(self, enkel: str) -> str:
        teksten = self.teksten
        if self.werk.modus == "anoniem":
            return str(teksten["anoniem"])
        if self.namen:
            return str(teksten["met"])
        if self._own_only():
            return str(teksten["eigen"])
        zin = str(teksten["zonder"])
        if not enkel:
            return zin
        sleutel = "enkel_apart" if self.alleen else "enkel_samen"
        return f"{zin} {str(teksten[sleutel]).format(groepen=enkel)}"

    def _own_only(self) -> bool:
        return self.werk.own() is not None and self.werk.people == 1

    def _lone(self) -> list[str]:
        """Namen van groepen met precies één persoon."""
        return [
            self.werk.vragen.rolnaam(rol)
            for rol, telling in self.werk.counts().items()
            if telling.personen == 1
        ]
