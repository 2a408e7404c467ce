"""Lees ``zoekwoorden.toml``: wat mensen typen, en wat daarvoor in het boek staat."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

#: De tabellen van het bestand, met hun velden.
VELDEN: Mapping[str, frozenset[str]] = {
    "soort": frozenset({"begin", "naam", "telt"}),
    "pagina": frozenset({"pad", "woorden", "telt"}),
    "gelijk": frozenset({"zegt", "boek"}),
}
MAG_WEG = frozenset({"telt", "woorden"})
BOVENAAN = frozenset({"populair", *VELDEN})


class WoordenError(ValueError):
    """Een regel klopt niet. De tekst noemt de regel, het veld en wat er wel mag."""


@dataclass(frozen=True)
class Soort:
    """Hoe pagina's in een map heten in de uitslag, en hoe zwaar zij tellen."""

    begin: str
    naam: str
    telt: float


@dataclass(frozen=True)
class Zoekwoorden:
    """De hele lijst.

    Attributes
    ----------
    soorten : tuple of Soort
        De eerste die past, geldt.
    woorden : dict of str to tuple of str
        Per pagina de frasen waarop zij ook gevonden wordt.
    telt : dict of str to float
        Per pagina een eigen gewicht.
    gelijk : tuple of (tuple of str, tuple of str)
        Wat mensen zeggen, en hoe het boek dat noemt.
    populair : tuple of str
        Pagina's om voor te stellen als er niets gevonden is.
    """

    soorten: tuple[Soort, ...]
    woorden: Mapping[str, tuple[str, ...]]
    telt: Mapping[str, float]
    gelijk: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    populair: tuple[str, ...] = field(default=())

    def kind_of(self, pad: str) -> Soort:
        """Geef de soort van een pagina."""
        return next((s for s in self.soorten if pad.startswith(s.begin)), Soort("", "", 1))

    def pages(self) -> set[str]:
        """Geef elke pagina die de lijst noemt."""
        return {*self.woorden, *self.telt, *self.populair}

    def with_pages(self, woorden: Mapping[str, tuple[str, ...]]) -> Zoekwoorden:
        """Voeg de frasen van andere pagina's toe, zoals die van de situaties."""
        samen = {naam: (*self.woorden.get(naam, ()), *frasen) for naam, frasen in woorden.items()}
        return replace(self, woorden={**self.woorden, **samen})


def read_words(tekst: str) -> Zoekwoorden:
    """Lees de lijst.

    Raises
    ------
    WoordenError
        Als een veld ontbreekt, leeg is of er niet hoort.
    """
    try:
        gegevens = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise WoordenError(f"Dit is geen geldige TOML ({fout}).") from fout
    if vreemd := sorted(set(gegevens) - BOVENAAN):
        raise WoordenError(f"Bovenaan staat {', '.join(vreemd)}; kies uit {sorted(BOVENAAN)}.")
    rijen = {naam: list(_rows(naam, gegevens.get(naam, ()))) for naam in VELDEN}
    return Zoekwoorden(
        tuple(Soort(r["begin"], r["naam"], float(r.get("telt", 1))) for r in rijen["soort"]),
        {r["pad"]: tuple(r.get("woorden", ())) for r in rijen["pagina"]},
        {r["pad"]: float(r["telt"]) for r in rijen["pagina"] if "telt" in r},
        tuple((tuple(r["zegt"]), tuple(r["boek"])) for r in rijen["gelijk"]),
        tuple(gegevens.get("populair", ())),
    )


def _rows(naam: str, rijen: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    for nummer, rij in enumerate(rijen, 1):
        waar = f"[[{naam}]] nummer {nummer}"
        if vreemd := sorted(set(rij) - VELDEN[naam]):
            raise WoordenError(f"{waar}: {', '.join(vreemd)} hoort er niet.")
        if mist := sorted(VELDEN[naam] - MAG_WEG - set(rij)):
            raise WoordenError(f"{waar}: {', '.join(mist)} ontbreekt.")
        for veld in ("zegt", "boek"):
            if veld in rij and (not isinstance(rij[veld], list) or not rij[veld]):
                raise WoordenError(f"{waar}: maak van '{veld}' een lijst met ten minste één woord.")
        yield rij
