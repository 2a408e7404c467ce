"""Wat de panelen van het inspectiebezoek gemeen hebben."""

from __future__ import annotations

from lv_tools.basis.uitvoer.document import Alinea, Blok, Opsomming
from lv_tools.bouwdoos import kaart
from lv_tools.inspectiebezoek.model.bezoek import Bezoek
from lv_tools.inspectiebezoek.model.uitkomst import Beeld
from lv_tools.inspectiebezoek.teksten import Bezoekinhoud

NAAM = "inspectiebezoek"


class Bezoekdeel(kaart.Kaartpaneel[Bezoek, Beeld, Bezoekinhoud]):
    """Een paneel van het inspectiebezoek."""

    def remarks(self, *waar: str) -> tuple[Blok, ...]:
        """Geef wat opvalt bij een stap."""
        zinnen = self.werk.uitslag.remarks(*waar)
        kop = Alinea(self.inhoud.zeg("opvalt"), nadruk=True)
        return (kop, Opsomming(zinnen)) if zinnen else ()


class Kaart(kaart.Kaart[Bezoek, Beeld, Bezoekinhoud], Bezoekdeel):
    """De velden van één element, met een knop om het weg te halen."""
