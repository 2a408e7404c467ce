"""De stellingen van de urgentiemeter, zoals zij in het gegevensbestand staan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stelling:
    """Een stelling met wat een lezer erbij moet weten.

    ``telt`` zegt of zij meetelt voor "gedeeld"; ``kort`` past in een figuur; ``eerder`` zijn
    vroegere teksten die hetzelfde betekenen.
    """

    code: str
    thema: str
    tekst: str
    kort: str
    bron: str
    hulp: str = ""
    telt: bool = False
    eerder: tuple[str, ...] = ()
