"""Lopende tekst op een scherm: alinea's, lijsten, koppelingen en mededelingen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lv_tools.schermdelen.deel import Deel, Eigenschap


@dataclass(frozen=True)
class Koppeling:
    """Een koppeling binnen lopende tekst; ``adres`` is relatief of begint met http(s)."""

    tekst: str
    adres: str


@dataclass(frozen=True)
class Nadruk:
    """Tekst met nadruk."""

    tekst: str


Zinsdeel = str | Koppeling | Nadruk
Alinea = Zinsdeel | Sequence[Zinsdeel]


def _write(alinea: Alinea) -> list[dict[str, str]]:
    delen: Iterable[Zinsdeel]
    delen = (alinea,) if isinstance(alinea, str | Koppeling | Nadruk) else alinea
    uit = []
    for deel in delen:
        if isinstance(deel, Koppeling):
            uit.append({"tekst": deel.tekst, "adres": deel.adres})
        elif isinstance(deel, Nadruk):
            uit.append({"tekst": deel.tekst, "nadruk": "ja"})
        else:
            uit.append({"tekst": deel})
    return uit


class Tekst(Deel):
    """Alinea's, of met ``lijst=True`` een opsomming (``genummerd=True``: met nummers).

    Elke alinea is een tekst, of een reeks van teksten, :class:`Koppeling` en :class:`Nadruk`.
    Opmaak in de tekst zelf wordt niet gelezen: ``<b>`` staat er als ``<b>``. ``klein`` is een
    toelichting.
    """

    soort = "tekst"
    alineas: Eigenschap[tuple[Alinea, ...]] = Eigenschap(())

    def __init__(self, *alineas: Alinea, lijst: bool = False, **eigenschappen: Any) -> None:
        super().__init__(alineas=alineas, lijst=lijst, **eigenschappen)

    def to_page(self, naam: str, waarde: Any) -> Any:
        """Schrijf de zinsdelen uit."""
        if naam == "alineas":
            return [_write(alinea) for alinea in waarde]
        return super().to_page(naam, waarde)


class Mededeling(Deel):
    """Een zin in beeld die een schermlezer voorleest zodra hij verandert.

    ``toon`` is ``"gewoon"``, ``"goed"``, ``"letop"`` of ``"fout"``; een fout wordt meteen
    voorgelezen, de rest als de lezer even stilvalt. Een lege tekst neemt geen plaats in.
    """

    soort = "mededeling"
    tekst = Eigenschap("")
    toon: Eigenschap[str] = Eigenschap("gewoon")

    def __init__(
        self,
        tekst: str = "",
        toon: Literal["gewoon", "goed", "letop", "fout"] = "gewoon",
        **eigenschappen: Any,
    ) -> None:
        super().__init__(tekst=tekst, toon=toon, **eigenschappen)
