"""Wat de panelen van het verbeterbord gemeen hebben."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import datum
from lv_tools.basis.vorm.pad import get_at
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.reeks import Element, Reeks, Woorden
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.keuze import Keuzelijst
from lv_tools.verbeterbord.model import plaats
from lv_tools.verbeterbord.model.bord import Bord, Doel, Plek
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.teksten import Bordinhoud

Bordwerk = Werk[Bord, Beeld]
Bordreeks = Reeks[Bord, Beeld, Bordinhoud]


class Bordpaneel(Paneel[Bord, Beeld, Bordinhoud]):
    """Een paneel van het verbeterbord."""

    @property
    def staat(self) -> Bord:
        """Het bord van nu."""
        return self.werk.staat

    @property
    def vandaag(self) -> date:
        """De dag van vandaag."""
        return now().date()

    def offer(self, keuze: Keuzelijst, opties: Iterable[tuple[str, str]]) -> None:
        """Vernieuw de opties van een keuzelijst, en laat zien wat er in de staat staat."""
        keuze.opties = tuple(opties)
        nu = keuze.fit(get_at(self.werk.staat, keuze.naam) or None)
        if nu != keuze.waarde:
            keuze.waarde = nu

    def move_goal(self, kenmerk: str, plek: Plek) -> None:
        """Zet een doel op een plek van het bord."""
        self.werk.change(lambda bord: plaats.place(bord, kenmerk, plek))

    def series(
        self,
        pad: str,
        maak: Callable[[str], Any],
        kaart: Callable[[Bordwerk, Bordinhoud, str], Kaart],
        erbij: str,
        *,
        kop: Callable[[int, Any], str] | None = None,
        kies: Callable[[Any], bool] = lambda _element: True,
        schuif: bool = False,
    ) -> Bordreeks:
        """Maak een reeks; ``erbij`` is de sleutel van de tekst op de knop."""
        werk, inhoud, zeg = self.werk, self.inhoud, self.inhoud.zeg
        return Bordreeks(
            werk,
            inhoud,
            pad,
            maak=maak,
            rij=lambda element: kaart(werk, inhoud, element),
            naam=lambda element: str(getattr(element, "wat", "")),
            woorden=Woorden(
                erbij=zeg(erbij) if erbij else "",
                weg=zeg("weg"),
                terug=inhoud.tekst["terug"],
                zonder=zeg("zonder"),
                vol=zeg("vol"),
            ),
            kop=kop,
            kies=kies,
            schuif=schuif,
        )

    def add_series(self, pad: str, *rest: Any, **keuzes: Any) -> Deel:
        """Maak een reeks en neem haar op."""
        return self.add(self.series(pad, *rest, **keuzes))

    def days_of(self, doel: Doel) -> str:
        """Zeg van wanneer tot wanneer een doel loopt, voor zover dat er staat."""
        if doel.van and doel.tot:
            return self.inhoud.zeg("zien_dagen", van=datum(doel.van), tot=datum(doel.tot))
        return ""


class Kaart(Element[Bord, Beeld, Bordinhoud], Bordpaneel):
    """De velden van één ding op het bord, met een knop om het weg te halen."""

    def move(self, plek: Plek, stap: str) -> None:
        """Zet dit doel op een andere plek, en ga naar de stap waar het dan staat."""
        kenmerk, gang = self.pad.rpartition("/")[2], self.gang
        self.move_goal(kenmerk, plek)
        if gang is not None:
            gang.go(stap)

    def field(self, naam: str, tekst: str, hulp: str = "", **rest: Any) -> Deel:
        """Maak een veld."""
        zeg = self.inhoud.zeg
        return self.velden.text(
            f"{self.pad}/{naam}", zeg(tekst), hulp=zeg(hulp) if hulp else "", **rest
        )

    def select(self, naam: str, tekst: str, opties: Any = (), leeg: str = "") -> Keuzelijst:
        """Maak een keuzelijst."""
        zeg = self.inhoud.zeg
        return self.velden.choice(
            f"{self.pad}/{naam}", zeg(tekst), opties, leeg=zeg(leeg) if leeg else ""
        )


def follow(oud: Bord, nieuw: Bord) -> Bord:
    """Geef een doel dat van plek verandert zijn dagen, op de dag van vandaag."""
    return plaats.arrange(oud, nieuw, now().date())


def marked(bord: Bord, kenmerk: str) -> Bord:
    """Geef een bord zonder kenmerk er een, voordat er iets naar buiten gaat."""
    return bord if bord.kenmerk else replace(bord, kenmerk=kenmerk)
