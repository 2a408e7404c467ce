"""Een document op het scherm: dezelfde beschrijving als die van het Word-bestand en de afdruk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lv_tools.basis.uitvoer.document import (
    ZEGT_NIET,
    Alinea,
    Blok,
    Bloktabel,
    Figuurblok,
    Kop,
    Opsomming,
    Tabelblok,
    Vouw,
)
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.figuur import Figuur
from lv_tools.schermdelen.indeling import Kolom, Sectie, Uitklap
from lv_tools.schermdelen.tabel import Tabel
from lv_tools.schermdelen.tekst import Alinea as Alineatekst
from lv_tools.schermdelen.tekst import Nadruk, Tekst


def to_parts(blokken: Iterable[Blok], niveau: int = 3) -> tuple[Deel, ...]:
    """Maak van blokken schermdelen; wat onder een kop staat, komt in een sectie.

    Parameters
    ----------
    niveau
        Niveau op het scherm van een kop van niveau 1.
    """
    delen: list[Deel] = []
    rest = list(blokken)
    while rest:
        blok = rest.pop(0)
        if not isinstance(blok, Kop):
            delen += _part(blok, niveau)
            continue
        binnen: list[Blok] = []
        while rest and not (isinstance(rest[0], Kop) and rest[0].niveau <= blok.niveau):
            binnen.append(rest.pop(0))
        diepte = min(niveau + blok.niveau - 1, 6)
        delen.append(Sectie(blok.tekst, *to_parts(binnen, niveau), niveau=diepte))
    return tuple(delen)


class Documentdeel:
    """Laat blokken zien, en bouwt alleen opnieuw als zij anders zijn dan de vorige keer."""

    def __init__(self, niveau: int = 3) -> None:
        self.deel = Kolom()
        self._niveau = niveau
        self._blokken: tuple[Blok, ...] | None = None

    def show(self, blokken: Sequence[Blok]) -> None:
        """Toon deze blokken."""
        if self._blokken != tuple(blokken):
            self._blokken = tuple(blokken)
            self.deel.inhoud = to_parts(self._blokken, self._niveau)


def _part(blok: Blok, niveau: int) -> list[Deel]:
    uit: list[Deel] = []
    if isinstance(blok, Figuurblok):
        uit = [Figuur(blok.blad)]
    elif isinstance(blok, Tabelblok):
        uit = _table(blok)
    elif isinstance(blok, Vouw):
        uit = [Uitklap(blok.titel, *to_parts(blok.blokken, niveau), open=blok.open)]
    elif isinstance(blok, Opsomming):
        punten = blok.punten if not blok.koppen else _led(blok.koppen, blok.punten)
        uit = [Tekst(*punten, lijst=True, genummerd=blok.genummerd)]
    elif isinstance(blok, Bloktabel):
        uit = [Tabel(blok.bijschrift, blok.kolommen, blok.rijen, sorteerbaar=False)]
    elif isinstance(blok, Alinea):
        regels = [regel for regel in blok.tekst.split("\n") if regel.strip()]
        alineas: list[Alineatekst] = [(Nadruk(r) if blok.nadruk else r) for r in regels]
        if blok.kop:
            alineas[:1] = _led([blok.kop], [blok.tekst.split("\n")[0]])
        uit = [Tekst(*alineas, klein=blok.klein)]
    return uit


def _led(koppen: Sequence[str], teksten: Sequence[str]) -> list[Alineatekst]:
    return [(Nadruk(f"{k} "), t) for k, t in zip(koppen, teksten, strict=True)]


def _table(blok: Tabelblok) -> list[Deel]:
    zin = [Tekst(blok.samenvatting)] if blok.samenvatting and blok.rijen else []
    tabel = Tabel(blok.titel, blok.kolommen, blok.rijen, bron=blok.bron, leeg=blok.leeg)
    grens = Tekst((Nadruk(f"{ZEGT_NIET}:"), f" {blok.zegt_niet}"))
    return [*zin, tabel, *([grens] if blok.zegt_niet else [])]
