"""De stellingen van de urgentiemeter, zoals zij in het gegevensbestand staan."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lv_tools.basis.onderzoek.bewoording import Bewoording, wording_for


@dataclass(frozen=True)
class Stelling:
    """Een stelling met wat een lezer erbij moet weten.

    ``telt`` zegt of zij meetelt voor "gedeeld"; ``kort`` past in een figuur; ``eerder`` zijn
    vroegere teksten die hetzelfde betekenen, ``anders`` hoe zij voor sommige rollen luidt.
    """

    code: str
    thema: str
    tekst: str
    kort: str
    bron: str
    hulp: str = ""
    telt: bool = False
    eerder: tuple[str, ...] = ()
    anders: tuple[Bewoording, ...] = ()

    def for_role(self, rol: str) -> Stelling:
        """Geef de stelling in de woorden van een rol."""
        eigen = wording_for(self.anders, rol)
        if eigen is None:
            return self
        kort = eigen.kort or self.kort
        return replace(self, tekst=eigen.tekst, kort=kort, hulp=eigen.hulp, eerder=eigen.eerder)
