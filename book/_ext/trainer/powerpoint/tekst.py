"""Alinea's met vet en cursief, en hoe groot de letter kan zijn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from tekeningen import letter

Soort = Literal["tekst", "punt", "nummer", "kop"]
#: Arial is smaller dan de letter waar ``letter`` mee rekent.
SMALLER = 0.9
REGEL = 1.16


@dataclass(frozen=True)
class Stuk:
    """Een stuk van een regel met dezelfde letter."""

    tekst: str
    vet: bool = False
    schuin: bool = False
    klein: bool = False


@dataclass(frozen=True)
class Alinea:
    """Een alinea.

    Attributes
    ----------
    stukken : tuple of Stuk
        De tekst.
    soort : {"tekst", "punt", "nummer", "kop"}
        Wat ervoor staat.
    niveau : int
        Hoe diep een punt ligt.
    rechts : str
        Wat er rechts op dezelfde regel staat.
    vanaf : int
        Waar de nummers van deze lijst beginnen.
    """

    stukken: tuple[Stuk, ...]
    soort: Soort = "tekst"
    niveau: int = 0
    rechts: str = ""
    vanaf: int = 1

    @property
    def kaal(self) -> str:
        """De tekst zonder opmaak."""
        return "".join(stuk.tekst for stuk in self.stukken)


def words(alineas: Sequence[Alinea]) -> Iterator[str]:
    """Geef alle woorden, op volgorde."""
    for alinea in alineas:
        yield from f"{alinea.kaal} {alinea.rechts}".split()


def height(alineas: Sequence[Alinea], breedte: float, punten: float, tussen: float = 0.35) -> float:
    """Geef hoe hoog alinea's ongeveer worden, in dezelfde eenheid als de letter."""
    regels = 0
    for alinea in alineas:
        ruimte = breedte - (1.6 * punten * (alinea.niveau + 1) if alinea.soort != "tekst" else 0)
        ruimte -= letter.width(f"{alinea.rechts}   ", punten) * SMALLER if alinea.rechts else 0
        vet = any(stuk.vet for stuk in alinea.stukken)
        regels += len(letter.wrap(alinea.kaal, ruimte / SMALLER, punten, vet=vet))
    return (regels * REGEL + (len(alineas) - 1) * tussen) * punten


def fit(alineas: Sequence[Alinea], breedte: float, hoogte: float, maten: Sequence[int]) -> int:
    """Geef de grootste letter waarmee alinea's passen, of de kleinste van de maten."""
    passend = (m for m in sorted(maten, reverse=True) if height(alineas, breedte, m) <= hoogte)
    return next(passend, min(maten))


def run_xml(stuk: Stuk, kenmerken: str = "") -> str:
    """Geef een stuk tekst als DrawingML."""
    vet = ' b="1"' if stuk.vet else ""
    schuin = ' i="1"' if stuk.schuin else ""
    kleur = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>' if stuk.vet else ""
    if stuk.klein:
        kleur = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
    tekst = escape(stuk.tekst, quote=False)
    return (
        f'<a:r><a:rPr lang="nl-NL"{kenmerken}{vet}{schuin}>{kleur}</a:rPr><a:t>{tekst}</a:t></a:r>'
    )
