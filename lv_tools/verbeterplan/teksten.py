"""De teksten van het verbeterplan: adviezen, woordenlijst, vragen en keuzes, getypt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from lv_tools.basis.vorm.grenzen import Hoogstens
from lv_tools.bouwdoos.inhoud import Alinea, Inhoud, Zin, read_content

Keuzes = Annotated[Mapping[str, Zin], Hoogstens(30)]


@dataclass(frozen=True)
class Adviestekst:
    """Wat een advies zegt: wat er opvalt, waarom dat telt en wat u kunt doen."""

    code: Zin
    titel: Zin
    zin: Zin
    waarom: Alinea
    doen: Alinea
    bron: Zin = ""


@dataclass(frozen=True)
class Woord:
    """Een vaag woord; een ``*`` aan het eind past op elke uitgang.

    ``met_getal`` zegt dat het woord mag als het doel een getal heeft: minder leerlingen, van 36
    naar 28. Na een woord uit ``niet_na`` is het niet vaag: twee of meer, niet meer.
    """

    woord: Zin
    vraag: Zin
    met_getal: bool = False
    niet_na: tuple[Zin, ...] = ()
    bron: Zin = ""


@dataclass(frozen=True)
class Bladvraag:
    """Een vraag op het blad van de midterm review."""

    code: Zin
    tekst: Zin
    bron: Zin = ""


@dataclass(frozen=True)
class Voorbeeldmaatregel:
    """Een maatregel van de voorbeeldschool, met haar activiteiten."""

    id: Zin
    doel: Zin
    wat: Zin
    wie: Zin
    activiteiten: tuple[Zin, ...]


@dataclass(frozen=True)
class Voorbeeld:
    """Wat het voorbeeld nodig heeft en niet in ``data/voorbeeld`` staat."""

    titel: Zin
    maatregel: tuple[Voorbeeldmaatregel, ...]
    in_de_les: Keuzes


@dataclass(frozen=True, kw_only=True)
class Planinhoud(Inhoud):
    """Alle teksten van het verbeterplan."""

    soort: Keuzes
    aan: Keuzes
    aard: Keuzes
    eenheid: Keuzes
    richting: Keuzes
    stand: Keuzes
    zeker: Keuzes
    zekerheid: Keuzes
    besluit: Keuzes
    kleur: Keuzes
    oordeel: Keuzes
    gespreksvraag: Keuzes
    veld: Keuzes
    advies: tuple[Adviestekst, ...]
    woord: tuple[Woord, ...]
    bladvraag: tuple[Bladvraag, ...]
    voorbeeld: Voorbeeld


def content() -> Planinhoud:
    """Lees de teksten."""
    inhoud: Planinhoud = read_content("instrumenten/verbeterplan.toml", Planinhoud)
    return inhoud
