"""Een kaart: de velden van één element van een reeks; en een paneel dat zulke reeksen heeft.

Een kaart noemt haar teksten bij de sleutel waaronder zij in de TOML staan.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from lv_tools.bouwdoos.inhoud import Inhoud
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.reeks import Element, Reeks, Woorden
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.keuze import Keuzelijst, Opties
from lv_tools.schermdelen.veld import Invoerveld

S = TypeVar("S")
U = TypeVar("U")
C = TypeVar("C", bound=Inhoud)
#: Onder deze sleutels staat in de TOML wat elke reeks zegt; zie :class:`Woorden`.
WOORDEN = ("weg", "terug", "zonder", "vol")


class Kaartpaneel(Paneel[S, U, C]):
    """Een paneel met reeksen van kaarten."""

    def series(
        self,
        pad: str,
        maak: Callable[[str], Any],
        kaart: Callable[[Werk[S, U], C, str], Element[S, U, C]],
        erbij: str = "",
        **rest: Any,
    ) -> Reeks[S, U, C]:
        """Maak een reeks; neem haar zelf op, met :meth:`add`.

        Parameters
        ----------
        pad, maak
            Waar de reeks in de staat staat, en wat een nieuw element maakt.
        kaart
            De klasse van de kaarten.
        erbij
            De knop om er een bij te zetten; leeg is zonder knop.
        rest
            Wat een :class:`~lv_tools.bouwdoos.reeks.Reeks` verder kan, zoals ``kop`` en ``kies``.
        """
        woorden = Woorden(erbij=erbij, **{naam: self.inhoud.zeg(naam) for naam in WOORDEN})
        return Reeks(self.werk, self.inhoud, pad, maak=maak, rij=kaart, woorden=woorden, **rest)

    def add_series(self, *wat: Any, **rest: Any) -> Deel:
        """Maak een reeks en neem haar op; de opgaven zijn die van :meth:`series`."""
        return self.add(self.series(*wat, **rest))


class Kaart(Element[S, U, C], Kaartpaneel[S, U, C]):
    """De velden van één element; zet ``weg`` waar de knoppen horen."""

    def field(self, naam: str, tekst: str, hulp: str = "", **rest: Any) -> Invoerveld:
        """Maak een veld van dit element om in te typen.

        Parameters
        ----------
        naam
            Waar het in het element staat, zoals ``"wat"`` of ``"maat/nu"``.
        tekst, hulp
            De sleutels van het opschrift en van de uitleg eronder; zonder ``hulp`` geen uitleg.
        rest
            Wat :meth:`~lv_tools.bouwdoos.veld.Velden.text` verder kan.
        """
        return self.velden.text(
            f"{self.pad}/{naam}", self._say(tekst), hulp=self._say(hulp), **rest
        )

    def select(self, naam: str, tekst: str, opties: Opties = (), leeg: str = "") -> Keuzelijst:
        """Maak een keuzelijst van dit element.

        Parameters
        ----------
        naam, tekst
            Waar de keuze in het element staat, en de sleutel van het opschrift.
        opties
            Waaruit te kiezen is; wat met de staat verandert, komt er met ``velden.offer`` in.
        leeg
            De sleutel van wat er staat zolang niets gekozen is; leeg is altijd een keuze.
        """
        return self.velden.choice(
            f"{self.pad}/{naam}", self._say(tekst), opties, leeg=self._say(leeg)
        )

    def _say(self, sleutel: str) -> str:
        return self.inhoud.zeg(sleutel) if sleutel else ""
