"""Een klein werk van de bouwdoos met zijn velden, voor toetsen van het bewaren."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from lv_tools.basis.opslag.werkbestand import GROOTSTE
from lv_tools.basis.vorm.grenzen import Getal, Tekst
from lv_tools.bouwdoos.veld import Velden
from lv_tools.bouwdoos.werk import Werk
from lv_tools.schermdelen import Bewaren, Deel, Scherm

Lang = Annotated[str, Tekst(GROOTSTE, regels=True)]


@dataclass(frozen=True)
class Staat:
    """Wat er in het bestand komt: velden, keuzes, en iets wat op het scherm nergens te zien is."""

    toelichting: Lang = ""
    kort: Annotated[str, Tekst(20, regels=True)] = ""
    aantal: Annotated[int | None, Getal(0, 1000)] = None
    standaard: str = "OP0"
    kijken: str = "Breed"
    afdelingen: tuple[str, ...] = ()
    notities: Mapping[str, Lang] = field(default_factory=dict)
    doelen: tuple[str, ...] = ("begin",)


class Proefwerk(Werk[Staat, Staat]):
    """Werk dat onthoudt wat het keurde, en op verzoek iets niet kan terugzetten.

    Een staat met het doel ``"stuk"`` geeft de fout die in ``fout`` staat.
    """

    def __init__(self) -> None:
        self.gekeurd: list[Staat] = []
        self.fout: Exception = TypeError("'list' object is not a mapping")
        super().__init__(Staat(), lambda staat: staat, self._inspect)

    def _inspect(self, staat: Staat) -> Staat:
        self.gekeurd.append(staat)
        if "stuk" in staat.doelen:
            raise self.fout
        return staat


def screen(werk: Proefwerk, velden: Velden, bewaren: Bewaren, *delen: Deel, **rest: Any) -> Scherm:
    """Maak een scherm waarop velden volgen wat er geopend wordt, zoals de bouwdoos dat doet."""
    assert bewaren.werk is werk
    scherm = Scherm(*delen, bewaren, **rest)
    scherm.voor_verzenden(velden.sync)
    return scherm
