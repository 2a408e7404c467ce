"""Rondes om mee te toetsen: lessen, kijkers en antwoorden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count

from lv_tools.lesbezoek.model.ronde import Blik, Kijkpunt, Ronde
from lv_tools.lesbezoek.model.vrijgeven import release

DAG = date(2026, 11, 27)
PUNTEN = (
    Kijkpunt(
        "doel", "doel", "OP3", "Leerlingen weten wat zij leren", leerling="Ik weet het", kort=True
    ),
    Kijkpunt("rust", "", "eigen", "De les begint op tijd", leerling="Wij begonnen op tijd"),
)
_nummers = count(1)


def blik(les: int, soort: str = "bezoeker", wie: str = "A", **gegeven: int | None) -> Blik:
    """Maak een blik op een les."""
    return Blik(
        f"b{next(_nummers)}",
        soort,  # type: ignore[arg-type]
        f"L{les}",
        wie if soort == "bezoeker" else "",
        DAG,
        gegeven=gegeven,
    )


def ronde(blikken: Iterable[Blik] = (), *, docenten: int | None = None, grens: int = 5) -> Ronde:
    """Maak een ronde met deze blikken, nog niet vrijgegeven."""
    return Ronde(
        "havo", "Wat zien wij?", "r1", "w1", PUNTEN, vast=True, lessen=60, grens=grens,
        blikken=tuple(blikken), docenten=docenten,
    )  # fmt: skip


def vrij(blikken: Iterable[Blik], *, docenten: int = 5, grens: int = 5) -> Ronde:
    """Maak een ronde met deze blikken, en geef haar vrij."""
    return release(ronde(blikken, docenten=docenten, grens=grens), DAG)


def more(eerst: Ronde, blikken: Iterable[Blik], docenten: int | None = 5) -> Ronde:
    """Zet er blikken bij, en geef die ook vrij als het mag."""
    erbij = replace(eerst, blikken=(*eerst.blikken, *blikken), docenten=docenten)
    return release(erbij, DAG)
