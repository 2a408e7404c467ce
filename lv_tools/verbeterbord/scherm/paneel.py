"""Wat de panelen van het verbeterbord gemeen hebben."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import datum
from lv_tools.bouwdoos import kaart
from lv_tools.verbeterbord.model import plaats
from lv_tools.verbeterbord.model.bord import Bord, Doel, Plek
from lv_tools.verbeterbord.model.uitkomst import Beeld
from lv_tools.verbeterbord.teksten import Bordinhoud


class Bordpaneel(kaart.Kaartpaneel[Bord, Beeld, Bordinhoud]):
    """Een paneel van het verbeterbord."""

    @property
    def vandaag(self) -> date:
        """De dag van vandaag."""
        return now().date()

    def move_goal(self, kenmerk: str, plek: Plek) -> None:
        """Zet een doel op een plek van het bord."""
        self.werk.change(lambda bord: plaats.place(bord, kenmerk, plek))

    def days_of(self, doel: Doel) -> str:
        """Zeg van wanneer tot wanneer een doel loopt, voor zover dat er staat."""
        if doel.van and doel.tot:
            return self.inhoud.zeg("zien_dagen", van=datum(doel.van), tot=datum(doel.tot))
        return ""


class Kaart(kaart.Kaart[Bord, Beeld, Bordinhoud], Bordpaneel):
    """De velden van één ding op het bord, met een knop om het weg te halen."""

    def move(self, plek: Plek, stap: str) -> None:
        """Zet dit doel op een andere plek, en ga naar de stap waar het dan staat."""
        kenmerk, gang = self.pad.rpartition("/")[2], self.gang
        self.move_goal(kenmerk, plek)
        if gang is not None:
            gang.go(stap)


def follow(oud: Bord, nieuw: Bord) -> Bord:
    """Geef een doel dat van plek verandert zijn dagen, op de dag van vandaag."""
    return plaats.arrange(oud, nieuw, now().date())


def marked(bord: Bord, kenmerk: str) -> Bord:
    """Geef een bord zonder kenmerk er een, voordat er iets naar buiten gaat."""
    return bord if bord.kenmerk else replace(bord, kenmerk=kenmerk)
