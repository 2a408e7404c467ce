"""De regels: wanneer urgentie "gedeeld" heet, een focus "breed", en hoe dichtbij de grens is.

Alle regels kijken alleen naar aantallen, zodat ook een telling met de hand meedoet.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

#: Grenzen waarbinnen een groep een regel mag verzetten.
BEREIK: Mapping[str, tuple[int, int]] = {
    "gedeeld_vanaf": (5, 100),
    "genoemd_vanaf": (5, 100),
    "breed_standaarden": (1, 10),
    "breed_gebieden": (1, 4),
    "anderen_verschil": (1, 100),
    "weet_niet_veel": (1, 100),
}


@dataclass(frozen=True)
class Regels:
    """De verzetbare regels; de betekenis van elk staat in de teksten van de urgentiemeter.

    Raises
    ------
    ValueError
        Als een regel buiten zijn bereik valt; de zin noemt regel, waarde en bereik.
    """

    gedeeld_vanaf: int = 65
    genoemd_vanaf: int = 30
    breed_standaarden: int = 3
    breed_gebieden: int = 2
    weging: str = "persoon"
    weet_niet_telt: bool = True
    anderen_verschil: int = 25
    weet_niet_veel: int = 33

    def __post_init__(self) -> None:
        for naam, (laagste, hoogste) in BEREIK.items():
            waarde = getattr(self, naam)
            if type(waarde) is not int or not laagste <= waarde <= hoogste:
                raise ValueError(
                    f"regel '{naam}' is {waarde!r}: kies een heel getal van {laagste} tot en met "
                    f"{hoogste}"
                )
        if self.weging not in {"persoon", "rol"}:
            raise ValueError(f"regel 'weging' is {self.weging!r}: kies 'persoon' of 'rol'")
        if type(self.weet_niet_telt) is not bool:
            raise ValueError(
                f"regel 'weet_niet_telt' is {self.weet_niet_telt!r}: kies true of false"
            )


@dataclass(frozen=True)
class Cel:
    """Een telling binnen een groep: ``k`` van de ``n`` antwoorden."""

    k: int
    n: int


def share(cellen: Iterable[Cel]) -> Fraction | None:
    """Geef het aandeel over cellen die even zwaar wegen; een lege cel doet niet mee.

    Eén cel geeft gewoon ``k / n``. Meer cellen zijn rollen die elk even zwaar tellen.
    """
    gevuld = [Fraction(cel.k, cel.n) for cel in cellen if cel.n]
    return sum(gevuld, Fraction(0)) / len(gevuld) if gevuld else None


def answers_to_flip(cellen: Sequence[Cel], grens: Fraction) -> int | None:
    """Tel hoeveel antwoorden ten minste anders moesten zijn om de andere kant op te vallen.

    Parameters
    ----------
    cellen
        Zoals bij :func:`share`.
    grens
        Aandeel (boven 0, tot en met 1) vanaf waar het aandeel de grens haalt.

    Returns
    -------
    int or None
        Kleinste aantal antwoorden dat van wel naar niet (of andersom) moet; ``None`` zonder
        antwoorden.
    """
    aandeel = share(cellen)
    if aandeel is None:
        return None
    gevuld = [cel for cel in cellen if cel.n]
    omlaag = aandeel >= grens
    afstand = abs(aandeel - grens)
    aantal = 0
    # Een antwoord in een kleine rol weegt het zwaarst; wie daar begint, heeft er het minst nodig.
    for cel in sorted(gevuld, key=lambda cel: cel.n):
        stap = Fraction(1, cel.n * len(gevuld))
        ruimte = cel.k if omlaag else cel.n - cel.k
        nodig = math.floor(afstand / stap) + 1 if omlaag else math.ceil(afstand / stap)
        if nodig <= ruimte:
            return aantal + nodig
        aantal += ruimte
        afstand -= ruimte * stap
    raise ValueError("een grens ligt boven 0 en hoogstens bij 1")


def named(cellen: Mapping[str, Sequence[Cel]], grens: Fraction) -> tuple[str, ...]:
    """Geef de standaarden waarvan het aandeel de grens haalt."""
    aandelen = {code: share(rij) for code, rij in cellen.items()}
    return tuple(code for code, deel in aandelen.items() if deel is not None and deel >= grens)


def breadth(genoemd: Iterable[str], gebied: Mapping[str, str], regels: Regels) -> int:
    """Geef de breedte: het aantal genoemde standaarden, begrensd als ze te weinig gebieden beslaan.

    Komen ze uit minder gebieden dan de regel vraagt, dan is de breedte hoogstens één minder dan
    wat "breed" heet.
    """
    codes = tuple(genoemd)
    if len({gebied[code] for code in codes}) >= regels.breed_gebieden:
        return len(codes)
    return min(len(codes), regels.breed_standaarden - 1)


def is_broad(genoemd: Iterable[str], gebied: Mapping[str, str], regels: Regels) -> bool:
    """Noemt de groep genoeg standaarden uit genoeg gebieden?"""
    return breadth(genoemd, gebied, regels) >= regels.breed_standaarden


def ticks_to_flip(
    cellen: Mapping[str, Sequence[Cel]], gebied: Mapping[str, str], regels: Regels
) -> int | None:
    """Tel hoeveel kruisjes ten minste anders moesten zijn voor de andere focus.

    Returns
    -------
    int or None
        ``None`` als niemand de vraag beantwoordde, of als de andere focus niet bestaat.
    """
    grens = Fraction(regels.genoemd_vanaf, 100)
    prijs = {code: answers_to_flip(rij, grens) for code, rij in cellen.items()}
    if any(kosten is None for kosten in prijs.values()):
        return None
    kosten = {code: waarde for code, waarde in prijs.items() if waarde is not None}
    genoemd = named(cellen, grens)
    if is_broad(genoemd, gebied, regels):
        return _to_narrow(genoemd, kosten, gebied, regels)
    return _to_broad(genoemd, kosten, gebied, regels)


def _to_narrow(
    genoemd: Sequence[str], kosten: Mapping[str, int], gebied: Mapping[str, str], regels: Regels
) -> int:
    """Minder standaarden, of minder gebieden: wat het goedkoopst is."""
    goedkoopst = sorted(kosten[code] for code in genoemd)
    minder = sum(goedkoopst[: len(genoemd) - regels.breed_standaarden + 1])
    per_gebied: dict[str, int] = {}
    for code in genoemd:
        per_gebied[gebied[code]] = per_gebied.get(gebied[code], 0) + kosten[code]
    smaller = sum(sorted(per_gebied.values())[: len(per_gebied) - regels.breed_gebieden + 1])
    return min(minder, smaller)


def _to_broad(
    genoemd: Sequence[str], kosten: Mapping[str, int], gebied: Mapping[str, str], regels: Regels
) -> int | None:
    """Zoek per gebied hoeveel standaarden erbij komen; samen moeten aantal en gebieden kloppen."""
    per_gebied: dict[str, list[int]] = {}
    al: dict[str, int] = {}
    for code, waarde in kosten.items():
        per_gebied.setdefault(gebied[code], [])
        if code in genoemd:
            al[gebied[code]] = al.get(gebied[code], 0) + 1
        else:
            per_gebied[gebied[code]].append(waarde)
    # stand[(standaarden, gebieden)] = laagste prijs tot nu toe
    stand = {(0, 0): 0}
    for naam, prijzen in per_gebied.items():
        oplopend = sorted(prijzen)
        nieuw: dict[tuple[int, int], int] = {}
        for (aantal, gebieden), tot_nu in stand.items():
            for erbij in range(len(oplopend) + 1):
                hier = al.get(naam, 0) + erbij
                sleutel = (aantal + hier, gebieden + (hier > 0))
                prijs = tot_nu + sum(oplopend[:erbij])
                nieuw[sleutel] = min(prijs, nieuw.get(sleutel, prijs))
        stand = nieuw
    passend = [
        prijs
        for (aantal, gebieden), prijs in stand.items()
        if aantal >= regels.breed_standaarden and gebieden >= regels.breed_gebieden
    ]
    return min(passend, default=None)
