"""Wat de panelen van de kwaliteitsrapportage gemeen hebben."""

from __future__ import annotations

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.bouwdoos import kaart
from lv_tools.bouwdoos.reeks import Reeks
from lv_tools.kwaliteitsrapportage.bestand import NAAM
from lv_tools.kwaliteitsrapportage.model.rapportage import Rapportage
from lv_tools.kwaliteitsrapportage.model.uitkomst import Beeld
from lv_tools.kwaliteitsrapportage.teksten import Rapportinhoud
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.indeling import Rij
from lv_tools.schermdelen.tekst import Mededeling

Rapportreeks = Reeks[Rapportage, Beeld, Rapportinhoud]


class Rapportpaneel(kaart.Kaartpaneel[Rapportage, Beeld, Rapportinhoud]):
    """Een paneel van de kwaliteitsrapportage."""

    def name_file(self, soort: str, extensie: str) -> str:
        """Geef de naam van een bestand dat van deze school is."""
        blad = self.staat.blad
        waarvan = f"{blad.school} {blad.periode}".strip()
        return export_name(NAAM, soort, waarvan, now().date(), extensie)


class Kaart(kaart.Kaart[Rapportage, Beeld, Rapportinhoud], Rapportpaneel):
    """De velden van één element, met een knop om het weg te halen."""


class Afspraakkaart(Kaart):
    """Een afspraak: wat, wie en wanneer. Van een eerdere ook wat ervan kwam."""

    eerder = False

    def build(self) -> tuple[Deel, ...]:
        """De velden."""
        ervan = (
            self.select("afloop", "afloop", self.inhoud.afloop),
            self.field("ervan", "ervan", "ervan_hulp"),
        )
        return (
            self.field("wat", "afspraak"),
            Rij(self.field("wie", "wie"), self.field("klaar", "klaar")),
            *(ervan if self.eerder else ()),
            self.weg,
        )


class Eerdere(Afspraakkaart):
    """Een afspraak van de vorige keer."""

    eerder = True


def say(melding: Mededeling, toon: str, zin: str) -> None:
    """Zet een mededeling neer."""
    melding.toon, melding.tekst = toon, zin
