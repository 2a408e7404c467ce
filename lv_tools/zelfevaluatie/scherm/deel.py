"""Wat elk paneel van de zelfevaluatie kent: de staat, de groep en de namen van bestanden."""

from __future__ import annotations

from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.bouwdoos.groep.stand import Groepswerk, Onderzoek, shared
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.schermdelen.tekst import Koppeling, Zinsdeel
from lv_tools.zelfevaluatie.bestand.antwoorden import NAAM
from lv_tools.zelfevaluatie.bestand.code import code_form
from lv_tools.zelfevaluatie.bestand.inlezen import reader
from lv_tools.zelfevaluatie.bestand.link import to_fragment
from lv_tools.zelfevaluatie.model.opzet import vragenset
from lv_tools.zelfevaluatie.model.staat import Staat
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument


class Zelfpaneel(Paneel[Staat, Uitslag, Instrument]):
    """Een paneel van de zelfevaluatie."""

    @property
    def groep(self) -> Groepswerk[Staat]:
        """De groep in dit werk."""
        return shared(
            self.werk,
            lambda: Onderzoek(
                naam=NAAM,
                vragen=lambda staat: vragenset(staat.opzet, self.inhoud),
                lezer=lambda staat: reader(staat.opzet, self.inhoud),
                titel=lambda staat: staat.opzet.naam,
                code=lambda staat: code_form(staat.opzet, self.inhoud) if staat.gemaakt else None,
            ),
        )

    @property
    def bladzijde(self) -> str:
        """Adres van de bladzijde, zonder hekje; leeg als anderen daar niet bij kunnen."""
        return str(self.werk.gedeeld.get("adres", ""))

    @bladzijde.setter
    def bladzijde(self, adres: str) -> None:
        self.werk.gedeeld["adres"] = adres

    def zeg(self, sleutel: str, **waarden: object) -> str:
        """Geef een tekst van het scherm."""
        return self.inhoud.zeg(sleutel, **waarden)

    def file_name(self, soort: str, extensie: str) -> str:
        """Geef de naam van een bestand over deze scan."""
        return file_name(self.staat, soort, extensie)

    def link(self) -> str:
        """Geef de link van de scan; leeg als er (nog) geen is."""
        if not self.bladzijde or not self.staat.gemaakt:
            return ""
        return f"{self.bladzijde}#{to_fragment(self.staat.opzet, self.inhoud)}"


def file_name(staat: Staat, soort: str, extensie: str) -> str:
    """Geef de naam van een bestand over een scan."""
    return export_name(NAAM, soort, staat.opzet.naam, staat.opzet.datum, extensie)


def linked(tekst: str, adres: str) -> tuple[Zinsdeel, ...]:
    """Maak van wat tussen strepen (``|``) staat een koppeling."""
    voor, woord, na = tekst.split("|")
    return voor, Koppeling(woord, adres), na
