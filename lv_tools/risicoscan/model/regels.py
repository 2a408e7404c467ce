"""De twee regels die van antwoorden een beeld maken; zij zijn van ons, en te verzetten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from lv_tools.basis.onderzoek.spreiding import Verdeling
from lv_tools.basis.uitwisseling.stukken import Zekerheid
from lv_tools.basis.vorm.grenzen import Getal

Soort = Literal["zorg", "let-op", "geen-zorg", "weet-niet", ""]
#: Van niets naar het meest.
ZEKERHEDEN: tuple[Zekerheid, ...] = ("", "een-blik", "meer-bronnen", "meer-mensen")
#: Antwoorden op de schaal.
GEEN_ZORG, LET_OP, ZORG = 1, 2, 3


@dataclass(frozen=True)
class Regels:
    """Wanneer iets zorg heet (procent), en hoeveel mensen ‘meer mensen’ zijn."""

    grens: Annotated[int, Getal(1, 100)] = 50
    mensen: Annotated[int, Getal(2, 50)] = 2


def judge(verdeling: Verdeling, regels: Regels) -> Soort:
    """Zeg wat een groep bij een standaard ziet; leeg als niemand keek."""
    n = verdeling.n
    if verdeling.weet_niet > n:
        return "weet-niet"
    if not n:
        return ""
    if 100 * verdeling.count_from(ZORG) >= regels.grens * n:
        return "zorg"
    return "let-op" if 100 * verdeling.count_from(LET_OP) >= regels.grens * n else "geen-zorg"


def how_sure(eens: int, n: int, bronnen: int, regels: Regels) -> Zekerheid:
    """Zeg waarop een beeld rust.

    Parameters
    ----------
    eens
        Hoeveel mensen zien wat de groep ziet.
    n
        Hoeveel mensen iets zagen.
    bronnen
        Hoe vaak er een bron bij kwam: mensen met meer dan een bron, en meegebrachte signalen.
    """
    if not eens:
        return ""
    if eens >= regels.mensen and 2 * eens >= n:
        return "meer-mensen"
    return "meer-bronnen" if bronnen else "een-blik"
