"""Welk hulpmiddel wat neemt en geeft, zonder dat hulpmiddelen elkaar kennen.

Het register is gemaakt uit de voordeuren (``python -m lv_tools.bouwdoos.schemas``), en een toets
houdt het daaraan gelijk. Zo hoeft een pagina niet elk hulpmiddel te laden om te weten wie er zijn.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated

from lv_tools.basis.gegevens.datapakket import lees_tekst
from lv_tools.basis.opslag.werkbestand import read_object
from lv_tools.basis.uitwisseling.stukken import Stuk
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.grenzen import Tekst
from lv_tools.basis.vorm.vormcontrole import VormError

BESTAND = "deuren.json"


@dataclass(frozen=True)
class Deur:
    """Een hulpmiddel van buiten: hoe het heet, en welke soorten stukken het neemt en geeft."""

    naam: Annotated[str, Tekst(40)]
    titel: Annotated[str, Tekst(80)]
    neemt: tuple[str, ...] = ()
    geeft: tuple[str, ...] = ()

    @property
    def adres(self) -> str:
        """Het adres van de bladzijde, gezien vanaf die van een ander hulpmiddel."""
        return f"{self.naam}.html"


@dataclass(frozen=True)
class Register:
    """Alle deuren."""

    deuren: tuple[Deur, ...] = ()


@cache
def doors() -> tuple[Deur, ...]:
    """Lees het register."""
    gelezen = read_object(lees_tekst(f"instrumenten/{BESTAND}"))
    if isinstance(gelezen, str):
        raise VormError(f"{BESTAND}: {gelezen}")
    return codec.read(Register, gelezen).deuren


def takers(soort: type[Stuk]) -> tuple[Deur, ...]:
    """Geef de hulpmiddelen die dit soort stukken nemen."""
    return tuple(deur for deur in doors() if soort.soort in deur.neemt)
