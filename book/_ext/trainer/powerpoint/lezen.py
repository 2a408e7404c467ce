"""Van de HTML van een dek naar dia's met alinea's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bs4 import BeautifulSoup, NavigableString, Tag

from trainer.powerpoint.tekst import Alinea, Soort, Stuk

VET, SCHUIN = {"strong", "b"}, {"em", "i"}
BLOKKEN = {"p", "ul", "ol", "li", "table", "h3", "blockquote", "dl", "dt", "dd", "div", "figure"}


@dataclass(frozen=True)
class Bladdia:
    """Een dia zoals zij aan de wand komt.

    Attributes
    ----------
    titel, soort : str
        Platte tekst.
    boek : str
        Wat er boven de titel van de eerste dia staat.
    regels : tuple of Alinea
        Wat erop staat, behalve een tabel of tekening.
    bron, notities : tuple of Alinea
        De regel eronder en de spreektekst.
    tabel : tuple of tuple of Alinea
        De rijen van een tabel, of niets.
    tekening, beeld, qr : Tag or None
        De SVG van een tekening, een pictogram en een QR-code.
    onder_qr : str
        Wat er onder die code staat.
    """

    titel: str
    soort: str
    boek: str
    regels: tuple[Alinea, ...]
    bron: tuple[Alinea, ...]
    notities: tuple[Alinea, ...]
    tabel: tuple[tuple[Alinea, ...], ...]
    tekening: Tag | None
    beeld: Tag | None
    qr: Tag | None
    onder_qr: str


@dataclass(frozen=True)
class Bladdek:
    """Een heel dek: de titel, het boek en de dia's."""

    titel: str
    boek: str
    dias: tuple[Bladdia, ...]


def read_deck(pad: Path) -> Bladdek:
    """Lees een dek uit de site."""
    soep = BeautifulSoup(pad.read_text("utf-8"), "html.parser")
    dias = tuple(_slide(el) for el in soep.select(".slides > section"))
    kop = soep.h1.get_text().removesuffix(": de dia's") if soep.h1 else ""
    return Bladdek(kop, next((dia.boek for dia in dias if dia.boek), ""), dias)


def _slide(sectie: Tag) -> Bladdia:
    def een(kiezer: str) -> Tag | None:
        return sectie.select_one(kiezer)

    inhoud = een(".tr-inhoud")
    qr = een(".tr-qr svg")
    boek = een(".tr-boek")
    onder = een(".tr-qr figcaption")
    tabel = inhoud.table.extract() if inhoud and inhoud.table else None
    bijschrift = tabel.caption if tabel else None
    klassen = [k for k in sectie.get("class") or [] if k.startswith("tr-") and k != "tr-dia"]
    return Bladdia(
        titel=str(sectie["data-naam"]),
        soort=klassen[0].removeprefix("tr-"),
        boek=boek.get_text(strip=True) if boek else "",
        regels=(*paragraphs(inhoud), *((Alinea(_runs(bijschrift)),) if bijschrift else ())),
        bron=tuple(paragraphs(een(".tr-bron"))),
        notities=tuple(paragraphs(een("aside.notes"))),
        tabel=tuple(_rows(tabel)) if tabel else (),
        tekening=een(".tk svg.tk-breed"),
        beeld=een(".tr-beeld svg"),
        qr=qr,
        onder_qr=onder.get_text(strip=True) if onder and qr else "",
    )


def _rows(tabel: Tag) -> Iterator[tuple[Alinea, ...]]:
    for rij in tabel.select("tr"):
        yield tuple(Alinea(_runs(cel)) for cel in rij.select("th, td"))


def paragraphs(el: Tag | None, soort: Soort = "tekst", niveau: int = 0) -> Iterator[Alinea]:
    """Geef de alinea's in een stuk HTML; een tabel en een tekening zijn geen alinea."""
    if el is None or el.name in ("table", "figure", "svg"):
        return
    los: list[Tag | NavigableString] = []
    rechts = ""
    for kind in el.children:
        if isinstance(kind, Tag) and "tr-min" in (kind.get("class") or []) and soort == "nummer":
            rechts = kind.get_text(strip=True)
        elif isinstance(kind, Tag) and kind.name == "svg":
            continue  # een balk of pictogram is geen tekst
        elif isinstance(kind, Tag) and kind.name in BLOKKEN:
            yield from _loose(los, soort, niveau, rechts)
            los, rechts = [], ""
            yield from _block(kind, soort, niveau)
        elif isinstance(kind, Tag | NavigableString):
            los.append(kind)
    yield from _loose(los, soort, niveau, rechts)


def _loose(
    los: list[Tag | NavigableString], soort: Soort, niveau: int, rechts: str
) -> Iterator[Alinea]:
    stukken = _tidy([stuk for kind in los for stuk in _pieces(kind)])
    if stukken:
        yield Alinea(stukken, soort, niveau, rechts)


def _block(el: Tag, soort: Soort, niveau: int) -> Iterator[Alinea]:
    if el.name in ("ul", "ol"):
        dieper = niveau + 1 if soort in ("punt", "nummer") else niveau
        nieuw: Soort = "punt" if el.name == "ul" else "nummer"
        vanaf = int(str(el.get("start", 1)))
        for punt in el.find_all("li", recursive=False):
            for alinea in paragraphs(punt, nieuw, dieper):
                yield replace(alinea, vanaf=vanaf) if vanaf > 1 else alinea
    elif el.name in ("h3", "dt"):
        yield Alinea(_runs(el, vet=True), "kop")
    elif el.name == "table":
        for rij in _rows(el):
            yield Alinea((Stuk(" | ".join(cel.kaal for cel in rij)),))
    elif el.name == "p" and soort != "tekst":
        yield from paragraphs(el, "tekst", niveau + 1)
    else:
        yield from paragraphs(el, soort, niveau)


def _runs(el: Tag, vet: bool = False) -> tuple[Stuk, ...]:
    return _tidy([s for kind in el.children for s in _pieces(kind, vet=vet)])


def _pieces(
    knoop: object, *, vet: bool = False, schuin: bool = False, klein: bool = False
) -> Iterator[Stuk]:
    if isinstance(knoop, NavigableString):
        yield Stuk(re.sub(r"\s+", " ", str(knoop)), vet, schuin, klein)
    elif isinstance(knoop, Tag):
        vet, schuin = vet or knoop.name in VET, schuin or knoop.name in SCHUIN
        klein = klein or "tr-cit" in (knoop.get("class") or [])
        for kind in knoop.children:
            yield from _pieces(kind, vet=vet, schuin=schuin, klein=klein)


def _tidy(stukken: list[Stuk]) -> tuple[Stuk, ...]:
    """Voeg samen wat gelijk is, en haal het wit aan de randen weg."""
    uit: list[Stuk] = []
    for stuk in stukken:
        if not stuk.tekst:
            continue
        if uit and (uit[-1].vet, uit[-1].schuin, uit[-1].klein) == (
            stuk.vet,
            stuk.schuin,
            stuk.klein,
        ):
            uit[-1] = Stuk(uit[-1].tekst + stuk.tekst, stuk.vet, stuk.schuin, stuk.klein)
        else:
            uit.append(stuk)
    if uit:
        eerste, laatste = uit[0], uit[-1]
        uit[0] = Stuk(eerste.tekst.lstrip(), eerste.vet, eerste.schuin, eerste.klein)
        laatste = uit[-1]
        uit[-1] = Stuk(laatste.tekst.rstrip(), laatste.vet, laatste.schuin, laatste.klein)
    return tuple(stuk for stuk in uit if stuk.tekst)
