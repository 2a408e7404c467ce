"""Wat er gevraagd wordt: thema's met hun stellingen en gespreksvragen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from lv_tools.basis.onderzoek.bewoording import Bewoording, wording_for
from lv_tools.basis.uitwisseling.stukken import Fase
from lv_tools.basis.vorm.grenzen import KENMERK
from lv_tools.bouwdoos.inhoud import Alinea, Zin

Code = Annotated[str, KENMERK]


@dataclass(frozen=True)
class Stelling:
    """Een stelling; ``hoog`` zegt hoe een hoog antwoord er in de praktijk uitziet.

    ``kern`` staat bij de ene stelling per thema die ook in de korte lijst zit. ``eerder`` zijn
    vroegere teksten die hetzelfde betekenen. ``anders`` is hoe zij voor sommige groepen luidt
    (``hulp`` is daar wat een hoog antwoord is), en ``niet_voor`` wie haar niet krijgt. ``thema``
    vult het instrument in.
    """

    code: Code
    tekst: Zin
    kort: Zin
    hoog: Alinea = ""
    bron: Zin = ""
    kern: bool = False
    eerder: tuple[Zin, ...] = ()
    anders: tuple[Bewoording, ...] = ()
    niet_voor: tuple[Code, ...] = ()
    thema: str = ""

    def for_role(self, rol: str) -> Stelling:
        """Geef de stelling in de woorden van een groep."""
        eigen = wording_for(self.anders, rol)
        if eigen is None:
            return self
        return replace(self, tekst=eigen.tekst, kort=eigen.kort or self.kort, hoog=eigen.hulp)


@dataclass(frozen=True)
class Startvraag:
    """Een vraag om een gesprek mee te beginnen; ``bij`` is de soort uitslag waar zij bij past."""

    code: Code
    tekst: Zin
    bij: Zin
    fase: Fase = ""
    thema: str = ""


@dataclass(frozen=True)
class Thema:
    """Een van de acht thema's; ``kort`` past in een figuur, ``pagina`` is een bladzijde."""

    code: Code
    titel: Zin
    kort: Zin
    uitleg: Alinea
    bron: Zin
    pagina: Zin
    bewijs_vraag: Zin
    opmerking_vraag: Zin
    stelling: tuple[Stelling, ...] = ()
    vraag: tuple[Startvraag, ...] = ()
