"""Een document op het scherm: dezelfde beschrijving als die van het Word-bestand en de afdruk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lv_tools.basis.uitvoer.document import (
    ZEGT_NIET,
    Alinea,
    Blok,
    Bloktabel,
    Figuurblok,
    Kop,
    Opsomming,
    Tabelblok,
    Tweevorm,
    Vouw,
)
from lv_tools.schermdelen.deel import Deel
from lv_tools.schermdelen.figuur import Figuur
from lv_tools.schermdelen.indeling import Kolom, Sectie, Uitklap
from lv_tools.schermdelen.tabel import Tabel
from lv_tools.schermdelen.tekst import Alinea as Alineatekst
from lv_tools.schermdelen.tekst import Nadruk, Tekst

#: Wat een lezer zelf aan een deel verandert: het vak dat openstaat, en waarop een tabel sorteert.
VAN_DE_LEZER = {"open", "sortering"}


def to_parts(blokken: Iterable[Blok], niveau: int = 3) -> tuple[Deel, ...]:
    """Maak van blokken schermdelen; wat onder een kop staat, komt in een sectie.

    Parameters
    ----------
    niveau
        Niveau op het scherm van een kop van niveau 1.
    """
    delen: list[Deel] = []
    rest = _on_screen(blokken)
    while rest:
        blok = rest.pop(0)
        if not isinstance(blok, Kop):
            delen += _part(blok, niveau)
            continue
        binnen: list[Blok] = []
        while rest and not _ends(rest[0], blok):
            binnen.append(rest.pop(0))
        diepte = min(niveau + blok.niveau - 1, 6)
        delen.append(Sectie(blok.tekst, *to_parts(binnen, niveau), niveau=diepte))
    return tuple(delen)


def _on_screen(blokken: Iterable[Blok]) -> list[Blok]:
    """Kies van wat twee vormen heeft, die van het scherm."""
    uit: list[Blok] = []
    for blok in blokken:
        uit += _on_screen(blok.scherm) if isinstance(blok, Tweevorm) else [blok]
    return uit


def _ends(blok: Blok, kop: Kop) -> bool:
    """Zeg of hier ophoudt wat onder een kop staat."""
    return isinstance(blok, Kop | Vouw) and 0 < blok.niveau <= kop.niveau


class Documentdeel:
    """Laat blokken zien, en bouwt alleen opnieuw als zij anders zijn dan de vorige keer.

    Een figuur die op haar plaats blijft, krijgt een nieuw blad: wie haar tabel had opengeklapt,
    houdt haar open.
    """

    def __init__(self, niveau: int = 3) -> None:
        self.deel = Kolom(uitkomst=True)  # dit kan op het grote scherm
        self._niveau = niveau
        self._blokken: tuple[Blok, ...] | None = None
        self._bij: tuple[object, ...] | None = None

    def follow(self, bij: tuple[object, ...], maak: Callable[[], Iterable[Blok]]) -> None:
        """Toon wat ``maak`` geeft; zolang ``bij`` gelijk blijft, wordt er niets gemaakt."""
        if self._bij is None or self._bij != bij:
            self._bij = bij
            self.show(tuple(maak()))

    def show(self, blokken: Sequence[Blok]) -> None:
        """Toon deze blokken."""
        if self._blokken != tuple(blokken):
            self._blokken = tuple(blokken)
            _fill(self.deel, to_parts(self._blokken, self._niveau))


def _fill(vak: Deel, nieuw: Sequence[Deel]) -> None:
    """Zet delen in een vak; wat er al zo staat, blijft staan."""
    oud = [*vak.inhoud, *[None] * len(nieuw)]
    delen = tuple(_keep(was, wordt) for was, wordt in zip(oud, nieuw, strict=False))
    if delen != vak.inhoud:
        vak.inhoud = delen


def _keep(was: Deel | None, wordt: Deel) -> Deel:
    """Geef het deel dat er stond, met wat nieuw is erin, of anders het nieuwe deel."""
    if was is None or type(was) is not type(wordt):
        return wordt
    stond, komt = was.eigenschappen, wordt.eigenschappen
    anders = {naam for naam in komt if stond.get(naam) != komt[naam]} - VAN_DE_LEZER
    if isinstance(was, Figuur | Tekst) and stond.keys() == komt.keys():
        for naam in anders:
            was.zet(naam, komt[naam])
    elif isinstance(was, Sectie | Uitklap) and anders <= {"inhoud"}:
        _fill(was, wordt.inhoud)
    elif anders:
        return wordt
    return was


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
    tabel = Tabel(
        blok.titel,
        blok.kolommen,
        blok.rijen,
        bron=blok.bron,
        leeg=blok.leeg,
        sorteerbaar=blok.sorteerbaar,
    )
    grens = Tekst((Nadruk(f"{ZEGT_NIET}:"), f" {blok.zegt_niet}"))
    return [*zin, tabel, *([grens] if blok.zegt_niet else [])]
