"""Kiezen wat er van mensen in een verslag en in tabellen komt, en zeggen wat dat nu is."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.basis.uitvoer.wensen import Wensen
from lv_tools.basis.verzamelen.groep import Groep
from lv_tools.bouwdoos.groep.stand import C, Groepsdeel, Groepswerk
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.tekst import Mededeling


def sends_names(groep: Groep) -> bool:
    """Gaan namen en losse antwoorden mee? Nooit vanzelf, en nooit anoniem."""
    return groep.los and groep.modus == "naam"


def stands_alone(werk: Groepswerk) -> bool:  # type: ignore[type-arg]  # elke staat
    """Mag een rol van één persoon apart staan?"""
    return werk.own_only() or (werk.nu.apart and not werk.nu.is_anonymous)


def wishes(werk: Groepswerk, *, volledig: bool) -> Wensen:  # type: ignore[type-arg]
    """Geef wat er van deze groep in een verslag en in tabellen komt."""
    return Wensen(volledig=volledig, namen=sends_names(werk.nu), alleen=stands_alone(werk))


class Uitvoerpaneel(Groepsdeel[C]):
    """Twee vinkjes, en de zin die precies zegt wat er nu uitgaat.

    Het ene vinkje zet namen en losse antwoorden erbij, het andere laat een groep van één persoon
    apart staan. Wie alleen zelf heeft ingevuld, krijgt de eigen uitslag: die antwoorden zijn van
    hem. In een anonieme groep is er niets te kiezen.
    """

    def build(self) -> Iterable[Deel]:
        """De vinkjes en de zin."""
        teksten, pad = self.inhoud.uitvoer, self.groep.onderzoek.pad
        self.apart = self.velden.check(f"{pad}/apart", teksten.apart, hulp=teksten.apart_hulp)
        self.los = self.velden.check(f"{pad}/los", teksten.los, hulp=teksten.los_hulp)
        self.wat = Mededeling()
        return (self.apart, self.los, self.wat)

    def show(self) -> None:
        """Bied aan wat bij deze groep kan, en zeg wat er nu uitgaat."""
        groep = self.groep.nu
        eigen, enkel = self.groep.own_only(), self.groep.lone()
        namen, alleen = sends_names(groep), stands_alone(self.groep)
        self.los.verborgen = groep.modus != "naam"
        self.apart.verborgen = groep.is_anonymous or eigen or not enkel
        self.wat.toon = "letop" if namen or (enkel and alleen and not eigen) else "gewoon"
        self.wat.tekst = self._sentence(opsomming(enkel) if enkel else "", alleen=alleen)

    def _sentence(self, enkel: str, *, alleen: bool) -> str:
        teksten, groep = self.inhoud.uitvoer, self.groep.nu
        if groep.is_anonymous:
            return teksten.anoniem
        if sends_names(groep):
            return teksten.met
        if self.groep.own_only():
            return teksten.eigen
        if not enkel:
            return teksten.zonder
        rest = teksten.enkel_apart if alleen else teksten.enkel_samen
        return f"{teksten.zonder} {rest.format(groepen=enkel)}"
