"""Wat alle panelen van het lesbezoek delen: het werk, de teksten, en namen aanwijzen."""

from __future__ import annotations

from lv_tools.basis.invoer.namen import find_names
from lv_tools.basis.opslag.bestandsnaam import export_name
from lv_tools.basis.opslag.werkbestand import now
from lv_tools.basis.taal.notatie import opsomming
from lv_tools.bouwdoos.paneel import Paneel
from lv_tools.bouwdoos.werk import Werk
from lv_tools.lesbezoek.bestand import NAAM
from lv_tools.lesbezoek.model.ronde import Ronde, title
from lv_tools.lesbezoek.model.uitkomst import Uitkomst
from lv_tools.lesbezoek.teksten import Instrument
from lv_tools.schermdelen import Deel, Mededeling

Rondewerk = Werk[Ronde, Uitkomst]


class Rondepaneel(Paneel[Ronde, Uitkomst, Instrument]):
    """Een paneel van het lesbezoek."""

    def file_name(self, soort: str, extensie: str, merk: str = "") -> str:
        """Geef de naam van een bestand uit deze ronde."""
        naam = title(self.werk.staat)
        return export_name(NAAM, soort, naam, now().date(), extensie, merk=merk)


def point_out_names(inhoud: Instrument, melding: Mededeling, *teksten: str) -> None:
    """Zeg welke woorden een naam lijken; dat houdt niets tegen."""
    namen = find_names(*teksten)
    wat = opsomming([f"‘{naam}’" for naam in namen])
    set_once(melding, "tekst", inhoud.zeg("naam_gevonden", wat=wat) if namen else "")


def set_once(deel: Deel, naam: str, waarde: object) -> None:
    """Zet een eigenschap alleen als zij anders is: de pagina tekent dan niets over."""
    if deel.eigenschappen.get(naam) != waarde:
        deel.zet(naam, waarde)
