"""Samenbrengen op het scherm: bestanden van deelnemers, een tabel, of om de beurt."""

from __future__ import annotations

from collections.abc import Iterable

from lv_tools.basis.uitvoer.document import Blok
from lv_tools.bouwdoos.groep.codes import Codepaneel
from lv_tools.bouwdoos.groep.respons import Responspaneel
from lv_tools.bouwdoos.groep.verzamelen import Verzamelpaneel
from lv_tools.schermdelen import Deel, Kolom, Tekst
from lv_tools.zelfevaluatie.model.opzet import Opzet
from lv_tools.zelfevaluatie.scherm.blad import Beurtvel
from lv_tools.zelfevaluatie.scherm.deel import Zelfpaneel
from lv_tools.zelfevaluatie.verslag.uitslag import themes

#: Zelf invullen heeft hier een eigen stap.
MANIEREN = ("code", "bestand", "beurt")


class Samenbrengpaneel(Zelfpaneel):
    """Het gedeelde verzamelpaneel voor de scan van nu, en wie er al is."""

    def build(self) -> Iterable[Deel]:
        """Waarvoor u verzamelt, de manieren en de opkomst."""
        self.over = Tekst()
        self.plaats = Kolom()
        self._voor: Opzet | None = None
        self.respons = Responspaneel(self.groep, self.inhoud, self._reminder)
        return (self.over, self.plaats, self.add(self.respons))

    def show(self) -> None:
        """Laat de vragen bij de scan van nu horen."""
        opzet = self.staat.opzet
        if self._voor == opzet:
            return
        self._voor = opzet
        self.over.alineas = (self.zeg("verzamel_over", naam=opzet.naam),)
        manieren = [manier for manier in self.inhoud.manier if manier.code in MANIEREN]
        self.paneel: Verzamelpaneel = Verzamelpaneel(  # type: ignore[type-arg]
            self.groep,
            self.inhoud,
            Beurtvel,
            manieren=manieren,
            vakken={
                "code": Codepaneel(
                    self.groep, self.inhoud, link=self.link, uitkomst=self._on_the_wall
                )
            },
            vraag_modus=False,
        )
        self.place(self.plaats, self.paneel)

    def _on_the_wall(self) -> Iterable[Blok]:
        """Geef per thema het beeld van de groepen, als de groep groot genoeg is."""
        uitslag = self.werk.uitslag
        return () if uitslag.geheel is None else themes(uitslag, self.inhoud)

    def _reminder(self) -> str:
        """De herinnering bij deze scan; de link staat erin als anderen haar kunnen openen."""
        opzet, link = self.staat.opzet, self.link()
        return self.inhoud.respons.herinnering.format(
            scan=opzet.naam,
            duur=self.inhoud.algemeen.duur_kort[opzet.versie],
            link=self.zeg("verzamel_link", link=link) if link else "",
        )
