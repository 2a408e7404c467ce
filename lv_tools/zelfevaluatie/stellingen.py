"""Wat er gevraagd wordt: thema's met hun stellingen en gespreksvragen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from lv_tools.basis.vorm.grenzen import KENMERK
from lv_tools.bouwdoos.inhoud import Alinea, Zin

Code = Annotated[str, KENMERK]


@dataclass(frozen=True)
class Stelling:
    """Een stelling; ``hoog`` zegt hoe een hoog antwoord er in de praktijk uitziet.

    ``kern`` staat bij de ene stelling per thema die ook in de korte lijst zit. ``eerder`` zijn
    vroegere teksten die hetzelfde betekenen. ``thema`` vult het instrument in.
    """

    code: Code
    tekst: Zin
    kort: Zin
    hoog: Alinea = ""
    bron: Zin = ""
    kern: bool = False
    eerder: tuple[Zin, ...] = ()
    thema: str = ""


@dataclass(frozen=True)
class Startvraag:
    """Een vraag om een gesprek mee te beginnen; ``bij`` is de soort uitslag waar zij bij past."""

    code: Code
    tekst: Zin
    bij: Zin
    fase: Zin = ""
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
