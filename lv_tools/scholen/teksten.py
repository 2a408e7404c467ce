"""De teksten van Scholen naast elkaar, getypt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lv_tools.bouwdoos.inhoud import Alinea, Inhoud, Zin, read_content


@dataclass(frozen=True)
class Soorttekst:
    """Wat er bij een soort bestand hoort: hoe het heet, wat één school is, en wat niet volgt."""

    naam: Zin
    bestand: Zin
    niet: Alinea


@dataclass(frozen=True, kw_only=True)
class Scholeninhoud(Inhoud):
    """Alle teksten; ``soort`` staat in de volgorde van het scherm."""

    soort: Mapping[str, Soorttekst]
    weg: tuple[Zin, ...]

    def kind(self, hulpmiddel: str) -> str:
        """Hoe een soort bestand heet."""
        return self.soort[hulpmiddel].naam if hulpmiddel in self.soort else hulpmiddel


def content() -> Scholeninhoud:
    """Lees alle teksten (eenmaal)."""
    inhoud: Scholeninhoud = read_content("instrumenten/scholen.toml", Scholeninhoud)
    return inhoud
