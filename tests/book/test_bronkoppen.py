"""Elk onderdeel van elke bron heeft een plek in het boek, of een reden waarom niet.

``bronkoppen.csv`` noemt elke kop van de vijf bronnen: hoofdstukken, paragrafen, tussenkoppen,
tabellen, figuren, bijlagen, dia's en blokken. Achter elke kop staan de plekken die hem behandelen:
pagina en anker. Daar staat ook een verwijzing naar die bron.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

TABEL = Path(__file__).with_name("bronkoppen.csv")
#: Zoveel koppen heeft elke bron; verdwijnt er een uit de tabel, dan valt dat op.
AANTAL = {
    "onderzoek2025": 103,
    "presentatie2025": 37,
    "waaier2013": 49,
    "webpagina": 12,
    "blog": 16,
}


@dataclass(frozen=True)
class Kop:
    """Een kop van een bron, met waar het boek hem behandelt."""

    bron: str
    plaats: str
    naam: str
    plekken: tuple[str, ...]
    reden: str


def lees() -> list[Kop]:
    with TABEL.open(encoding="utf-8", newline="") as bestand:
        return [
            Kop(
                rij["bron"],
                rij["plaats"],
                rij["kop"],
                tuple(rij["behandeld_op"].split()),
                rij["reden"],
            )
            for rij in csv.DictReader(bestand)
        ]


KOPPEN = lees()
BEHANDELD = [(kop, plek) for kop in KOPPEN for plek in kop.plekken]


@cache
def soup(pad: Path) -> BeautifulSoup:
    return BeautifulSoup(pad.read_text("utf-8"), "html.parser")


def section(site: Path, plek: str) -> Tag | None:
    """Geef het deel van de pagina met dit anker: de kop met alles eronder."""
    pagina, _, anker = plek.partition("#")
    element = soup(site / pagina).find(id=anker) if (site / pagina).is_file() else None
    return element if isinstance(element, Tag) else None


def test_elke_kop_staat_in_de_tabel() -> None:
    assert Counter(kop.bron for kop in KOPPEN) == AANTAL
    dubbel = Counter((kop.bron, kop.plaats, kop.naam) for kop in KOPPEN)
    assert not [kop for kop, aantal in dubbel.items() if aantal > 1]


def test_elke_kop_heeft_een_plek_of_een_reden() -> None:
    for kop in KOPPEN:
        assert kop.naam
        assert kop.plaats
        assert bool(kop.plekken) != bool(kop.reden), kop
        assert not kop.reden or len(kop.reden.split()) > 5, kop


def test_redenen_blijven_de_uitzondering() -> None:
    zonder = Counter(kop.bron for kop in KOPPEN if kop.reden)
    assert all(aantal <= AANTAL[bron] / 5 for bron, aantal in zonder.items())


@pytest.mark.parametrize("bron", AANTAL)
def test_elke_plek_bestaat_en_noemt_de_bron(bron: str, site: Path) -> None:
    fout = []
    for kop, plek in BEHANDELD:
        if kop.bron != bron:
            continue
        deel = section(site, plek)
        if deel is None:
            fout.append(f"{kop.plaats}, {kop.naam}: {plek} bestaat niet")
        elif not deel.select(f"a[href$='#bron-{bron}']"):
            fout.append(f"{kop.plaats}, {kop.naam}: {plek} verwijst niet naar {bron}")
    assert not fout, "\n".join(fout)


def test_elk_hoofdstuk_over_een_bron_is_ergens_voor_nodig(
    site: Path, boekpaginas: list[str]
) -> None:
    """Andersom: geen hoofdstuk van het boek zonder een kop van een bron die erheen wijst."""
    doelen = {plek.partition("#")[0] for _, plek in BEHANDELD}
    mappen = ("handreiking/", "stappen/", "onderzoek/", "netwerkdag/")
    # Een draaiboek, teksten om over te nemen en een voorbeeldschool van onszelf.
    eigen = {
        "netwerkdag/programma.html", "netwerkdag/teksten.html", "stappen/voorbeeldschool.html",
    }  # fmt: skip
    assert {pagina for pagina in boekpaginas if pagina.startswith(mappen)} - eigen <= doelen
