"""Wat er in het boek staat: delen en hoofdstukken, gelezen uit het menu van de gebouwde site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

#: Wat achter het hekje geen plek op een pagina is, maar een keuze of een stap in een hulpmiddel.
KEUZE = re.compile(r"=|^stap-[a-z]+$")
EERSTE_PAGINA = "index.html"


@dataclass(frozen=True)
class Hoofdstuk:
    """Een pagina van de site.

    Attributes
    ----------
    pad : str
        Pad vanaf de wortel van de site, zoals ``"stappen/index.html"``.
    titel : str
        De titel zoals die in het menu staat.
    """

    pad: str
    titel: str

    @property
    def sleutel(self) -> str:
        """Het anker van dit hoofdstuk in het samengevoegde boek."""
        return sleutel_van(self.pad)


@dataclass(frozen=True)
class Deel:
    """Een deel van het boek; de eerste pagina vormt een deel zonder titel."""

    titel: str | None
    hoofdstukken: tuple[Hoofdstuk, ...]

    @property
    def sleutel(self) -> str:
        """Het anker van de titelpagina van dit deel."""
        return f"deel-{self.hoofdstukken[0].sleutel}"


@dataclass(frozen=True)
class Boek:
    """De titel en de delen, in de volgorde van het menu."""

    titel: str
    delen: tuple[Deel, ...]

    @property
    def hoofdstukken(self) -> tuple[Hoofdstuk, ...]:
        """Alle hoofdstukken op een rij."""
        return tuple(stuk for deel in self.delen for stuk in deel.hoofdstukken)


def sleutel_van(pad: str) -> str:
    """Geef het anker van een pagina: ``"stappen/index.html"`` wordt ``"stappen-index"``."""
    return pad.removesuffix(".html").replace("/", "-")


def plaats_van(verwijzing: str, vanaf: str) -> tuple[str, str]:
    """Zoek op waar een verwijzing binnen de site heen gaat.

    Parameters
    ----------
    verwijzing : str
        Een adres zoals het in een pagina staat, bijvoorbeeld ``"../naslag/bronnen.html#bron-a"``.
    vanaf : str
        De pagina waarin het staat, vanaf de wortel van de site.

    Returns
    -------
    pad : str
        Het bestand vanaf de wortel van de site.
    anker : str
        Het deel na ``#``, leeg als dat er niet is of als het een keuze in een hulpmiddel is
        (``#situatie=nieuw``, ``#stap-uitslag``): op papier is er dan alleen de pagina.
    """
    delen = urlsplit(verwijzing)
    if KEUZE.search(delen.fragment):
        delen = delen._replace(fragment="")
    if not delen.path:
        return vanaf, unquote(delen.fragment)
    pad = posixpath.normpath(posixpath.join(posixpath.dirname(vanaf), unquote(delen.path)))
    if delen.path.endswith("/"):
        pad = f"{pad}/{EERSTE_PAGINA}"
    return pad, unquote(delen.fragment)


def lees_boek(site: Path) -> Boek:
    """Lees delen en hoofdstukken uit het menu op de eerste pagina.

    Parameters
    ----------
    site : Path
        De gebouwde site.

    Returns
    -------
    Boek
        Alle pagina's uit het menu, elk een keer.

    Raises
    ------
    ValueError
        Als de eerste pagina geen menu heeft.
    """
    soep = BeautifulSoup((site / EERSTE_PAGINA).read_text("utf-8"), "html.parser")
    menu = soep.select_one("nav.bd-docs-nav")
    titel = soep.select_one(".hs-titel span")
    if menu is None or titel is None:
        raise ValueError(
            f"{site / EERSTE_PAGINA} heeft geen menu of geen titel; bouw het boek opnieuw."
        )
    naam = titel.get_text(strip=True)
    delen = [Deel(None, (Hoofdstuk(EERSTE_PAGINA, "Over dit boek"),))]
    gezien = {EERSTE_PAGINA}
    for kop in menu.select("p.caption"):
        lijst = kop.find_next_sibling("ul")
        stukken = []
        for link in lijst.select("a[href]") if isinstance(lijst, Tag) else ():
            pad, _ = plaats_van(str(link["href"]), EERSTE_PAGINA)
            if pad not in gezien:
                gezien.add(pad)
                stukken.append(Hoofdstuk(pad, link.get_text(" ", strip=True)))
        if stukken:
            delen.append(Deel(kop.get_text(" ", strip=True), tuple(stukken)))
    return Boek(naam, tuple(delen))
