"""Zoekt zinnen die stelliger klinken dan de bron waar zij naar verwijzen.

Woorden als 'altijd', 'zelden' en 'de grootste' vragen om een grond: een stukje van de bron waarin
hetzelfde net zo stellig staat. De gronden staan in ``gronden.csv``, elk met ten minste acht woorden
die letterlijk in de bron voorkomen; ``test_stelligheid.py`` gaat dat na met de vingerafdrukken.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import beweringen as bw
import proza

GRONDEN = Path(__file__).with_name("gronden.csv")

#: Stellige woorden, van lang naar kort: 'bijna altijd' telt niet ook nog als 'altijd'.
STERK: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(rf"\b(?:{woorden})\b", re.IGNORECASE), sterkte)
    for woorden, sterkte in (
        (r"(?:lang |nog )?niet (?:altijd|iedereen|overal)|(?:zo)?als altijd|als niemand kijkt", 0),
        (r"(?:bijna|vrijwel) (?:altijd|alle|elke?|iedereen|overal|nooit)|zelden|nauwelijks", 4),
        (r"cruciaal|cruciale|beslissend|doorslaggevend", 4),
        (r"altijd|nooit|niemand|iedereen|nergens|overal|geen enkele?|zonder twijfel|bewijst", 5),
        (r"grootste|lastigste?|moeilijkste?|belangrijkste|beste", 5),
    )
)
#: 'Het vaakst' is nog niet 'het grootst': een overtreffende trap rust alleen op een andere.
OVERTREFFEND = STERK[-1][0]
VIJF_BRONNEN = re.compile(
    r"\{cite:p\}`[^`]*(?:onderzoek2025|presentatie2025|waaier2013|webpagina|blog)"
)
#: Een vraag of een stap van een werkvorm, met de minuten erachter, beweert niets over een bron.
GEEN_BEWERING = re.compile(r"\?\s*$|\(\d+ min(?:uten)?\)")
OPENING = re.compile(r"^Na d(?:it|eze) \w+ kunt u:")
VET = re.compile(r"^\s*(?:[-*]|\d+\.)?\s*\*\*(.+?)\*\*")
DIA = re.compile(r"^(`{3,})\{dia\} ?([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


def sterkte(tekst: str) -> int:
    """Geef hoe stellig het stelligste woord is; nul als er geen is."""
    hoogste = 0
    for patroon, graad in STERK:
        tekst, aantal = patroon.subn(" ", tekst)
        hoogste = max(hoogste, graad if aantal else 0)
    return hoogste


@dataclass(frozen=True)
class Grond:
    """Een stukje van een bron met een stellig woord, en waar het over gaat."""

    bron: str
    plaats: str
    citaat: str
    woord: str
    sterkte: int
    over: str
    """Patroon dat in een zin moet staan om op deze grond te rusten."""


@dataclass(frozen=True)
class Zin:
    """Een zin, kop of regel van een dia die op een van de vijf bronnen rust."""

    pagina: str
    regel: int
    tekst: str

    def gedekt(self, gronden: tuple[Grond, ...]) -> bool:
        """Zeg of een grond over hetzelfde gaat en minstens zo stellig is."""
        return any(
            grond.sterkte >= sterkte(self.tekst)
            and re.search(grond.over, self.tekst, re.IGNORECASE)
            and (not OVERTREFFEND.search(self.tekst) or OVERTREFFEND.search(grond.citaat))
            for grond in gronden
        )


def gronden() -> tuple[Grond, ...]:
    """Lees de gronden."""
    with GRONDEN.open(encoding="utf-8", newline="") as bestand:
        return tuple(
            Grond(**{**rij, "sterkte": int(rij["sterkte"])}) for rij in csv.DictReader(bestand)
        )


def stellig(pad: Path, tekst: str) -> Iterator[Zin]:
    """Geef de stellige zinnen van een bladzijde die op een bron rusten.

    Dat zijn de zinnen met een verwijzing erin, en wat die samenvat: alles op een dia met een
    verwijzing, de kop boven zo'n alinea en haar vette aanhef, en op een bladzijde over het
    onderzoek de lijst van wat de lezer na afloop kan.
    """
    naam = pad.relative_to(proza.BOEK).as_posix() if pad.is_absolute() else pad.as_posix()
    for regel, zin in _op_een_bron(pad, tekst, opening=naam.startswith("onderzoek/")):
        if sterkte(zin) and not GEEN_BEWERING.search(zin):
            yield Zin(naam, regel, zin)


def _op_een_bron(pad: Path, tekst: str, *, opening: bool) -> Iterator[tuple[int, str]]:
    for dia in DIA.finditer(tekst):
        if VIJF_BRONNEN.search(dia[3]):
            begin = tekst.count("\n", 0, dia.start()) + 1
            for nummer, rij in enumerate([dia[2], *dia[3].splitlines()], begin):
                yield nummer, proza.kaal(rij)
    for blok in bw.blokken(pad, tekst):
        rijen = list(enumerate(blok.tekst.splitlines(), blok.regel))
        if opening and OPENING.match(blok.vorige):
            yield from ((nummer, proza.kaal(rij)) for nummer, rij in rijen)
        if blok.dia or not VIJF_BRONNEN.search(blok.tekst):
            continue
        if not blok.vorige:
            yield blok.regel, blok.kop
        for nummer, rij in rijen:
            if VIJF_BRONNEN.search(rij):
                yield nummer, proza.kaal(rij)
            elif vet := VET.match(rij):
                yield nummer, proza.kaal(vet[1])
