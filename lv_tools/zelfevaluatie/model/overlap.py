"""Zit een deel van dezelfde invullingen in twee scans? Dan verraadt het verschil een enkeling.

Liggen een scan van achttien mensen en dezelfde scan zonder één van hen naast elkaar, dan is uit
het verschil te lezen wat die ene antwoordde. Een echte volgende meting bestaat uit nieuwe
antwoorden; daar speelt dit niet.

Herkennen gaat aan kenmerken, en anders aan de antwoorden op de stellingen die in beide scans staan.
Dat vindt niet alles: wie meer dan een kolom verandert, is niet te onderscheiden van wie anders
antwoordde. En het houdt niet tegen dat iemand twee verslagen naast elkaar legt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lv_tools.basis.onderzoek.onthulling import KLEINSTE_GROEP
from lv_tools.basis.onderzoek.respondenten import Respondent
from lv_tools.basis.onderzoek.samenvoegen import merge
from lv_tools.zelfevaluatie.model.scan import Scan

#: Zoveel antwoorden moet iemand hebben om aan de antwoorden zelf te herkennen te zijn.
HERKENBAAR_VANAF = 8
#: Met minder antwoorden zijn gelijke rijen gewoon. Dan moeten bijna alle rijen van beide scans
#: gelijk zijn, en moeten er zoveel verschillende rijen bij zitten, van zoveel antwoorden.
SOORTEN_VANAF = 4
KOLOMMEN_VANAF = 4
#: Een op de zoveel mensen mag bij korte rijen anders zijn, erbij zijn gekomen of zijn weggelaten.
EEN_OP = 10

#: Het vakje van een rij waar de rol in staat.
_ROL = ("", "rol")


@dataclass(frozen=True)
class _Rij:
    """Iemands rol en antwoorden op de gedeelde stellingen, als getallen die op te tellen zijn."""

    vakjes: dict[tuple[str, str], int]
    som: int

    def without(self, vakje: tuple[str, str]) -> tuple[int, int]:
        """Geef de afdruk zonder een vakje, en hoeveel antwoorden er dan zijn."""
        antwoorden = len(self.vakjes) - 1 - (vakje in self.vakjes and vakje != _ROL)
        return self.som - self.vakjes.get(vakje, 0), antwoorden


def shares_people(een: Scan, twee: Scan) -> bool:
    """Zeg of er in twee scans invullingen van dezelfde mensen zitten.

    Dat is zo als een kenmerk in beide staat. Kenmerken kunnen per scan anders zijn; daarom telt
    ook als meer dan de helft van de kleinste scan rij voor rij hetzelfde antwoordde, of bij korte
    rijen bijna iedereen. Eén vakje mag in alle rijen anders zijn: een stelling, of de rol. Dat twee
    metingen toevallig zo op elkaar lijken, is niet te verwachten.
    """
    links, rechts = merge(een.bronnen), merge(twee.bronnen)
    if {r.id for r in links} & {r.id for r in rechts}:
        return True
    gedeeld = _columns(een, links) & _columns(twee, rechts)
    rijen, andere = _rows(een, links, gedeeld), _rows(twee, rechts, gedeeld)
    for weg in _leave_out(gedeeld):
        kort, lang = sorted(
            ([rij.without(weg) for rij in groep] for groep in (rijen, andere)), key=len
        )
        if _most_long_rows(kort, lang, heel=weg == ("", "")) or _nearly_all(kort, lang):
            return True
    return False


def may_compare(scans: Sequence[Scan]) -> bool:
    """Zeg of scans naast elkaar mogen: niet als een anonieme scan mensen met een andere deelt."""
    return not any(
        "anoniem" in (een.opzet.modus, twee.opzet.modus) and shares_people(een, twee)
        for nummer, een in enumerate(scans)
        for twee in scans[nummer + 1 :]
    )


def _leave_out(gedeeld: frozenset[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Geef welk vakje buiten de vergelijking blijft: eerst geen, dan elk vakje een keer."""
    yield "", ""
    yield _ROL
    yield from sorted(gedeeld)


def _most_long_rows(
    kort: Sequence[tuple[int, int]], lang: Sequence[tuple[int, int]], *, heel: bool
) -> bool:
    """Staat meer dan de helft van de kleinste scan ook in de andere, met lange rijen?"""
    samen = _common(kort, lang, HERKENBAAR_VANAF)
    return samen.total() * 2 > len(kort) and (heel or len(samen) >= SOORTEN_VANAF)


def _nearly_all(kort: Sequence[tuple[int, int]], lang: Sequence[tuple[int, int]]) -> bool:
    """Zijn de twee scans op een enkeling na gelijk?"""
    marge = max(1, len(kort) // EEN_OP)
    if len(kort) < KLEINSTE_GROEP - 1 or len(lang) - len(kort) > marge:
        return False
    samen = _common(kort, lang, KOLOMMEN_VANAF)
    return len(samen) >= SOORTEN_VANAF and samen.total() >= len(kort) - marge


def _common(
    een: Sequence[tuple[int, int]], ander: Sequence[tuple[int, int]], vanaf: int
) -> Counter[int]:
    links, rechts = (
        Counter(afdruk for afdruk, antwoorden in rijen if antwoorden >= vanaf)
        for rijen in (een, ander)
    )
    return links & rechts


def _columns(scan: Scan, mensen: Sequence[Respondent]) -> frozenset[tuple[str, str]]:
    namen = _names(scan)
    codes = {code for r in mensen for code in r.antwoorden}
    return frozenset(namen.get(code, (code, "")) for code in codes)


def _names(scan: Scan) -> dict[str, tuple[str, str]]:
    """Geef wat een eigen stelling in elke scan dezelfde maakt; haar code kan anders zijn."""
    return {eigen.code: (eigen.thema, eigen.tekst) for eigen in scan.opzet.eigen}


def _rows(
    scan: Scan, mensen: Sequence[Respondent], gedeeld: frozenset[tuple[str, str]]
) -> list[_Rij]:
    namen = _names(scan)
    rijen = []
    for wie in mensen:
        vakjes = {_ROL: hash((_ROL, wie.rol))}
        for code, antwoord in wie.antwoorden.items():
            if (naam := namen.get(code, (code, ""))) in gedeeld:
                vakjes[naam] = hash((naam, antwoord))
        rijen.append(_Rij(vakjes, sum(vakjes.values())))
    return rijen
