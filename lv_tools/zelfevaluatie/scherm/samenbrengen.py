"""Samenbrengen op het scherm: bestanden van deelnemers, een tabel, of om de beurt."""

from __future__ import annotations

from collections.abc import Callable

from lv_tools.schermdelen import Kolom, Responsvak, Tekst, Verzamelpaneel
from lv_tools.zelfevaluatie.bestand.antwoorden import NAAM
from lv_tools.zelfevaluatie.scherm.vel import Vel
from lv_tools.zelfevaluatie.scherm.werk import Werk

#: Zelf invullen heeft hier een eigen stap.
MANIEREN = ("bestand", "beurt")


class Samenbrengpaneel:
    """Het gedeelde verzamelpaneel voor de scan van nu, en wie er al is.

    Parameters
    ----------
    link
        Functie die de link van de scan geeft; leeg als die er niet is.
    """

    def __init__(self, werk: Werk, link: Callable[[], str]) -> None:
        self.werk, self.link = werk, link
        self.vel = Vel("beurt", werk.opzet, werk.inhoud, verplicht=True)
        rijen = [rij for rij in werk.inhoud.inhoud["manier"] if rij["code"] in MANIEREN]
        self.paneel = Verzamelpaneel(werk, NAAM, manieren=rijen, vel=self.vel, begin=MANIEREN[0])
        self.over = Tekst()
        self.respons = Responsvak(werk, werk.inhoud.inhoud["respons"], self._reminder)
        self.deel = Kolom(self.over, self.paneel.deel, self.respons.deel)
        werk.luisteraars.append(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Laat het vel bij de scan van nu horen."""
        opzet = self.werk.opzet
        self.over.alineas = (f"U verzamelt voor ‘{opzet.naam}’.",)
        if self.vel.opzet != opzet:
            self.vel.set_setup(opzet)

    def _reminder(self) -> str:
        """De herinnering bij deze scan; de link staat erin als anderen haar kunnen openen."""
        teksten, opzet = self.werk.inhoud.inhoud, self.werk.opzet
        link = self.link()
        return str(teksten["respons"]["herinnering"]).format(
            scan=opzet.naam,
            duur=teksten["algemeen"]["duur_kort"][opzet.versie],
            link=f"De link: {link} " if link else "",
        )
