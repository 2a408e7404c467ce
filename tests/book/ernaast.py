"""Leest de tekst die naast de bladzijden staat, en los van hen verder reist.

Bij een tekening op een dia gaat alleen de regel ``bron`` mee. Een titel achter ``:alleen-dia:``
staat alleen aan de wand. Een zin van de bevindingenverkenner gaat mee in een bericht of een plan.
Wie zo'n zin leest, ziet de alinea niet die het voorbehoud draagt.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import proza

WORTEL = Path(__file__).parents[2]
TEKENINGEN = WORTEL / "data" / "tekeningen"
VERKENNER = WORTEL / "data" / "instrumenten" / "bevindingenverkenner.toml"
#: Ook deze zinnen staan in een tabel of op een scherm zonder de bladzijde eromheen.
GEGEVENS = (
    VERKENNER,
    WORTEL / "data" / "kader" / "kader.toml",
    WORTEL / "book" / "situaties" / "situaties.toml",
    WORTEL / "book" / "stappen" / "van-toen.toml",
)
BLOK = re.compile(r"^```\{tekening\} ([\w-]+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
VIJF_BRONNEN = re.compile(
    r"\{cite:p\}`[^`]*(?:onderzoek2025|presentatie2025|waaier2013|webpagina|blog)[^`]*`"
)
TITEL = re.compile(r"^:(?:alleen-)?dia: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Tekst:
    """Een zin of alinea, met de plek waar zij staat."""

    plek: str
    tekst: str


@cache
def tekening(naam: str) -> dict[str, Any]:
    """Lees wat er in een tekening en eronder staat."""
    return tomllib.loads((TEKENINGEN / f"{naam}.toml").read_text("utf-8"))


def tekeningen() -> list[str]:
    """Geef de namen van alle tekeningen."""
    return sorted(pad.stem for pad in TEKENINGEN.glob("*.toml"))


def titels(pad: Path) -> Iterator[tuple[str, str]]:
    """Geef van een bladzijde elke eigen titel van een tekening op een dia, met haar naam."""
    for naam, opties in BLOK.findall(pad.read_text("utf-8")):
        if titel := TITEL.search(opties):
            yield naam, titel[1]


def teksten() -> Iterator[Tekst]:
    """Geef alles wat naast de bladzijden staat, elk stuk zoals het losraakt."""
    for naam in tekeningen():
        for sleutel in ("titel", "bron", "bijschrift"):
            yield Tekst(f"tekening {naam}, {sleutel}", tekening(naam)[sleutel])
    for pad in sorted(proza.BOEK.rglob("*.md")):
        if not pad.relative_to(proza.BOEK).parts[0].startswith("_"):
            for naam, titel in titels(pad):
                yield Tekst(f"{pad.name}, dia van {naam}", titel)
    for pad in GEGEVENS:
        for plek, tekst in _strings(tomllib.loads(pad.read_text("utf-8"))):
            yield Tekst(f"{pad.name}, {plek}", tekst)


def verbanden() -> Iterator[Tekst]:
    """Geef de zinnen van de verkenner die een bevinding van het onderzoek navertellen."""
    inhoud = tomllib.loads(VERKENNER.read_text("utf-8"))
    for verband in inhoud["verband"]:
        yield Tekst(f"verband {', '.join(verband['standaarden'])}", verband["tekst"])


def rust_op(stuk: Tekst) -> Iterator[Tekst]:
    """Geef de zinnen van een stuk waar een verwijzing naar een van de vijf bronnen in staat."""
    plat = VIJF_BRONNEN.sub("§", " ".join(stuk.tekst.split()))
    yield from (Tekst(stuk.plek, zin) for zin in proza.ZINSEINDE.split(plat) if "§" in zin)


def _strings(waarde: object, plek: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(waarde, str):
        yield plek, waarde
    elif isinstance(waarde, dict):
        for sleutel, onder in waarde.items():
            yield from _strings(onder, f"{plek}.{sleutel}".lstrip("."))
    elif isinstance(waarde, list):
        for nummer, onder in enumerate(waarde):
            yield from _strings(onder, f"{plek}[{nummer}]")
