"""Samenbrengen op het scherm: bestanden van deelnemers, een tabel, of om de beurt."""

from __future__ import annotations

from lv_tools.schermdelen import Kolom, Tekst, Verzamelpaneel
from lv_tools.zelfevaluatie.antwoorden import NAAM
from lv_tools.zelfevaluatie.scherm_vel import Vel
from lv_tools.zelfevaluatie.scherm_werk import Werk

#: Zelf invullen heeft hier een eigen stap.
MANIEREN = ("bestand", "beurt")


class Samenbrengpaneel:
    """Het gedeelde verzamelpaneel, voor de scan van nu."""

    def __init__(self, werk: Werk) -> None:
        self.werk = werk
        self.vel = Vel("beurt", werk.opzet, werk.inhoud, verplicht=True)
        rijen = [rij for rij in werk.inhoud.inhoud["manier"] if rij["code"] in MANIEREN]
        self.paneel = Verzamelpaneel(werk, NAAM, manieren=rijen, vel=self.vel, begin=MANIEREN[0])
        self.over = Tekst()
        self.deel = Kolom(self.over, self.paneel.deel)
        werk.luisteraars.append(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Laat het vel bij de scan van nu horen."""
        opzet = self.werk.opzet
        self.over.alineas = (f"U verzamelt voor ‘{opzet.naam}’.",)
        if self.vel.opzet != opzet:
            self.vel.set_setup(opzet)
