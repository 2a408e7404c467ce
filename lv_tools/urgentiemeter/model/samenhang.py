"""Welke standaarden in het onderzoek samengingen met wat de groep noemde, en niet zijn genoemd.

Het is een beschrijving van de groep afdelingen in het onderzoek. Voor een andere afdeling voorspelt
het niets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lv_tools.basis.gegevens.datapakket import lees
from lv_tools.basis.onderzoek.aandeel import aantallen_bij
from lv_tools.bouwdoos.inhoud import Verband
from lv_tools.urgentiemeter.teksten import Instrument

#: Hoeveel niet-genoemde standaarden per soort afdeling in beeld komen: de vaakst genoemde.
MEESTE_OVERLAPPEN = 5


@dataclass(frozen=True)
class Samengang:
    """Een standaard die niet genoemd is, met wat het onderzoek erover zegt.

    ``verbanden`` noemen haar samen met een standaard die wel genoemd is.
    """

    standaard: str
    verbanden: tuple[Verband, ...]


@dataclass(frozen=True)
class Overlap:
    """Hoeveel afdelingen van een soort twee standaarden allebei noemden: alleen de grenzen.

    De bron geeft per standaard een afgerond percentage. ``minstens`` en ``hoogstens`` volgen
    daaruit voor elk aantal dat erop afrondt (grenzen van Fréchet).
    """

    soort: str
    n: int
    genoemd: str
    ongenoemd: str
    percentage: int
    minstens: int
    hoogstens: int


def unnamed(genoemd: Iterable[str], inhoud: Instrument) -> tuple[Samengang, ...]:
    """Zoek standaarden die volgens het onderzoek bij de genoemde horen, maar niet genoemd zijn.

    Parameters
    ----------
    genoemd
        Codes van de standaarden die de groep noemt.
    inhoud
        De verbanden die het onderzoek in woorden geeft.

    Returns
    -------
    tuple of Samengang
        Op de volgorde van het kader; leeg als alles wat samenging al genoemd is.
    """
    bekend = set(genoemd)
    gevonden: dict[str, list[Verband]] = {}
    for verband in inhoud.samenhang.verband:
        if bekend.intersection(verband.als):
            for code in verband.dan:
                if code not in bekend:
                    gevonden.setdefault(code, []).append(verband)
    return tuple(
        Samengang(code, tuple(gevonden[code])) for code in inhoud.standaarden if code in gevonden
    )


def overlaps(soort: str, genoemd: Iterable[str], inhoud: Instrument) -> tuple[Overlap, ...]:
    """Geef per niet-genoemde standaard de sterkste ondergrens met een genoemde standaard.

    Parameters
    ----------
    soort
        Soort afdeling zoals de tabel in het onderzoek die noemt (kolom ``afdeling``).
    genoemd
        Codes van de standaarden die de groep noemt.
    inhoud
        Voor de volgorde van de standaarden.

    Returns
    -------
    tuple of Overlap
        De :data:`MEESTE_OVERLAPPEN` vaakst genoemde, vaakst eerst. Een percentage waar geen aantal
        bij past, doet niet mee.

    Notes
    -----
    Onderzoek, tabel 4.2; M. Fréchet (1951) voor de grenzen.
    """
    rijen = {
        str(rij["standaard"]): (int(rij["n"] or 0), int(rij["percentage"] or 0))
        for rij in lees("risico_per_afdeling").rijen
        if rij["afdeling"] == soort and rij["percentage"] is not None
    }
    aantallen = {code: aantallen_bij(p, n) for code, (n, p) in rijen.items()}
    bekend = [code for code in inhoud.standaarden if code in set(genoemd) and aantallen.get(code)]
    gevonden = []
    for code in inhoud.standaarden:
        if code in set(genoemd) or not aantallen.get(code) or not bekend:
            continue
        n, percentage = rijen[code]
        grenzen = [_bounds(aantallen[ander], aantallen[code], n) for ander in bekend]
        beste = max(range(len(bekend)), key=lambda plek: (grenzen[plek], -plek))
        gevonden.append(Overlap(soort, n, bekend[beste], code, percentage, *grenzen[beste]))
    vaakst = sorted(gevonden, key=lambda overlap: -overlap.percentage)
    return tuple(vaakst[:MEESTE_OVERLAPPEN])


def _bounds(een: tuple[int, ...], ander: tuple[int, ...], n: int) -> tuple[int, int]:
    return max(0, min(een) + min(ander) - n), min(max(een), max(ander))
