"""Een document van koppen, alinea's, lijsten en tabellen, los van de vorm waarin het verschijnt.

Een hulpmiddel beschrijft zijn verslag een keer; hier wordt het Markdown of een reeks blokken om af
te drukken, en in :mod:`lv_tools.basis.uitvoer.word` een Word-bestand. Alles is tekst: er wordt
nergens opmaak in gelezen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.taal.notatie import LEEG
from lv_tools.basis.uitvoer.uitvoertabel import escape_markdown


@dataclass(frozen=True)
class Kop:
    """Een kop; niveau 1 staat onder de titel van het document.

    Raises
    ------
    ValueError
        Als het niveau niet 1, 2 of 3 is.
    """

    tekst: str
    niveau: int = 1

    def __post_init__(self) -> None:
        if self.niveau not in (1, 2, 3):
            raise ValueError(f"een kop van niveau {self.niveau} bestaat niet; kies 1, 2 of 3")


@dataclass(frozen=True)
class Alinea:
    """Een alinea; ``klein`` is een toelichting in de marge van het verhaal.

    Nieuwe regels in de tekst blijven staan.
    """

    tekst: str
    klein: bool = False
    nadruk: bool = False


@dataclass(frozen=True)
class Opsomming:
    """Een lijst met punten, met ``genummerd`` een rij met nummers."""

    punten: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True)
class Bloktabel:
    """Een tabel met een bijschrift, koppen en rijen tekst.

    Parameters
    ----------
    rijkop
        De eerste cel van een rij is de kop van die rij.
    breedtes
        Verhouding tussen de kolommen, zoals ``(3, 1, 1)``; leeg is allemaal even breed.

    Raises
    ------
    ValueError
        Als een rij of de breedtes niet bij de koppen passen.
    """

    bijschrift: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    rijkop: bool = True
    breedtes: tuple[int, ...] = ()

    @property
    def delen(self) -> tuple[float, ...]:
        """Deel van de breedte per kolom; samen 1."""
        breedtes = self.breedtes or (1,) * len(self.kolommen)
        return tuple(breedte / sum(breedtes) for breedte in breedtes)

    def __post_init__(self) -> None:
        if self.breedtes and (len(self.breedtes) != len(self.kolommen) or min(self.breedtes) < 1):
            raise ValueError(f"breedtes {self.breedtes!r} passen niet bij de kolommen")
        for rij in self.rijen:
            if len(rij) != len(self.kolommen):
                raise ValueError(f"rij {rij!r} past niet bij {len(self.kolommen)} kolommen")


@dataclass(frozen=True)
class Paginaeinde:
    """Wat hierna komt, begint op een nieuwe bladzijde."""


Blok = Kop | Alinea | Opsomming | Bloktabel | Paginaeinde


@dataclass(frozen=True)
class Document:
    """Een titel met blokken eronder."""

    titel: str
    blokken: tuple[Blok, ...]


def to_markdown(document: Document) -> str:
    """Schrijf een document als Markdown; wat een gebruiker typte, blijft tekst."""
    delen = [f"# {escape_markdown(document.titel)}"]
    for blok in document.blokken:
        delen.append(_markdown(blok))
    return "\n\n".join(deel for deel in delen if deel) + "\n"


def to_blocks(document: Document) -> list[dict[str, Any]]:
    """Schrijf een document als blokken voor de pagina, om af te drukken."""
    uit: list[dict[str, Any]] = [{"soort": "kop", "niveau": 0, "tekst": document.titel}]
    for blok in document.blokken:
        if isinstance(blok, Kop):
            uit.append({"soort": "kop", "niveau": blok.niveau, "tekst": blok.tekst})
        elif isinstance(blok, Alinea):
            vorm = {"klein": blok.klein, "nadruk": blok.nadruk}
            uit.append({"soort": "alinea", "regels": lines(blok.tekst), **vorm})
        elif isinstance(blok, Opsomming):
            vorm = {"genummerd": blok.genummerd}
            uit.append({"soort": "lijst", "punten": list(blok.punten), **vorm})
        elif isinstance(blok, Bloktabel):
            tabel = {
                "kolommen": list(blok.kolommen),
                "rijen": [list(r) for r in blok.rijen],
                "breedtes": [round(100 * deel, 2) for deel in blok.delen],
                "rijkop": blok.rijkop,
            }
            uit.append({"soort": "tabel", "bijschrift": blok.bijschrift, **tabel})
        else:
            uit.append({"soort": "paginaeinde"})
    return uit


def lines(tekst: str) -> list[str]:
    """Geef de regels van een tekst, zonder stuurtekens; ten minste een."""
    return clean_text(tekst).strip("\n").split("\n")


def _markdown(blok: Blok) -> str:
    if isinstance(blok, Kop):
        return f"{'#' * (blok.niveau + 1)} {escape_markdown(blok.tekst)}"
    if isinstance(blok, Alinea):
        teken = "**" if blok.nadruk else "*" if blok.klein else ""
        regels = [escape_markdown(regel) for regel in lines(blok.tekst)]
        return "  \n".join(f"{teken}{regel}{teken}" for regel in regels if regel)
    if isinstance(blok, Opsomming):
        merk = "1." if blok.genummerd else "-"
        return "\n".join(f"{merk} {escape_markdown(punt)}" for punt in blok.punten)
    if isinstance(blok, Paginaeinde):
        return ""
    return "\n".join(
        [
            f"**{escape_markdown(blok.bijschrift)}**",
            "",
            _row(blok.kolommen),
            "|" + " --- |" * len(blok.kolommen),
            *(_row(rij) for rij in blok.rijen),
        ]
    )


def _row(cellen: Sequence[str]) -> str:
    return f"| {' | '.join(escape_markdown(cel) or LEEG for cel in cellen)} |"
