"""Lees wat de bronnen noemen: hulpmiddelen en informatiebronnen, met wat ervan over is."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

#: Wat er van een naam uit een bron over is, zoals het in de tabel staat.
STAAT = {
    "bestaat": "Bestaat.",
    "vervangen": "Vervangen.",
    "niet gevonden": "Konden wij niet vinden.",
}
SOORTEN = ("hulpmiddel", "bron")
HERKOMST = ("waaier", "webpagina", "onderzoek", "presentatie")
STAPPEN = range(1, 7)
VELDEN = frozenset({"naam", "soort", "uit", "stappen", "voor", "staat", "gezien", "nu"})


class LijstError(ValueError):
    """Een rij klopt niet. De tekst noemt de rij, het veld en wat er wel mag."""


@dataclass(frozen=True)
class Rij:
    """Eén hulpmiddel of informatiebron.

    Attributes
    ----------
    naam : str
        Zoals de bron het noemt.
    soort : str
        ``"hulpmiddel"`` of ``"bron"``, zoals de waaier ze indeelt.
    uit : tuple of str
        De bronnen die het noemen.
    stappen : tuple of int
        Bij welke stappen.
    voor : str
        Waar het voor was; Markdown.
    staat : str
        Sleutel van `STAAT`.
    gezien : str
        Waar dat uit blijkt, met de datum van de pagina en hoe zeker het is; Markdown, of leeg.
    nu : str
        Wat dat werk nu doet, in dit boek of elders; Markdown.
    """

    naam: str
    soort: str
    uit: tuple[str, ...]
    stappen: tuple[int, ...]
    voor: str
    staat: str
    gezien: str
    nu: str


@dataclass(frozen=True)
class Lijst:
    """Alle rijen, en de dag waarop ze zijn nagekeken."""

    nagekeken: date
    rijen: tuple[Rij, ...]


def read_list(tekst: str) -> Lijst:
    """Lees de lijst.

    Parameters
    ----------
    tekst : str
        De inhoud van ``van-toen.toml``.

    Returns
    -------
    Lijst
        In de volgorde van het bestand.

    Raises
    ------
    LijstError
        Als een veld ontbreekt, leeg is of een onbekende waarde heeft.
    """
    try:
        gegevens = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise LijstError(f"Dit is geen geldige TOML ({fout}).") from fout
    nagekeken = gegevens.get("nagekeken")
    if not isinstance(nagekeken, date):
        raise LijstError("Zet bovenaan 'nagekeken' met een datum, zoals 2026-11-27.")
    return Lijst(nagekeken, tuple(_row(rij) for rij in gegevens.get("rij", ())))


def _row(rij: Mapping[str, object]) -> Rij:
    naam = str(rij.get("naam", "(zonder naam)"))
    if verschil := VELDEN.symmetric_difference(rij):
        raise LijstError(f"{naam}: deze velden ontbreken of horen er niet: {sorted(verschil)}.")
    for veld in VELDEN - {"gezien"}:
        if not rij[veld]:
            raise LijstError(f"{naam}: '{veld}' is leeg.")
    gelezen = Rij(
        naam=naam,
        soort=_one(naam, "soort", rij["soort"], SOORTEN),
        uit=tuple(str(deel) for deel in _several(naam, "uit", rij["uit"], HERKOMST)),
        stappen=tuple(int(deel) for deel in _several(naam, "stappen", rij["stappen"], STAPPEN)),
        voor=str(rij["voor"]),
        staat=_one(naam, "staat", rij["staat"], tuple(STAAT)),
        gezien=str(rij["gezien"]),
        nu=str(rij["nu"]),
    )
    if gelezen.staat != "niet gevonden" and not gelezen.gezien:
        raise LijstError(f"{naam}: zet bij 'gezien' waaruit blijkt dat het {gelezen.staat} is.")
    return gelezen


def _one(naam: str, veld: str, waarde: object, mag: tuple[str, ...]) -> str:
    if waarde not in mag:
        raise LijstError(f"{naam}: '{veld}' is {waarde!r}; kies uit {', '.join(mag)}.")
    return str(waarde)


def _several(naam: str, veld: str, waarde: object, mag: Collection[Any]) -> list[Any]:
    if not isinstance(waarde, list) or any(deel not in mag for deel in waarde):
        keuze = ", ".join(map(str, mag))
        raise LijstError(f"{naam}: '{veld}' is {waarde!r}; maak er een lijst van uit {keuze}.")
    return waarde
