"""Hoe antwoorden op een geordende schaal verdeeld zijn, en hoe eens een groep het is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import log2

#: Antwoordcode voor "niet van toepassing"; "weet ik niet" is ``None``, niet ingevuld ontbreekt.
NVT = 0

Antwoord = int | None


@dataclass(frozen=True)
class Verdeling:
    """Aantallen per antwoord op één vraag.

    Parameters
    ----------
    aantallen
        Aantal antwoorden per optie van de schaal, van laag naar hoog (optie 1 tot en met K).
    weet_niet
        Aantal keer "weet ik niet"; telt apart en valt buiten de schaal.
    nvt
        Aantal keer "niet van toepassing"; idem.

    Raises
    ------
    ValueError
        Als een aantal negatief is of de schaal minder dan twee opties heeft.
    """

    aantallen: tuple[int, ...]
    weet_niet: int = 0
    nvt: int = 0

    def __post_init__(self) -> None:
        if len(self.aantallen) < 2:
            raise ValueError("een verdeling heeft ten minste twee opties")
        if min(*self.aantallen, self.weet_niet, self.nvt) < 0:
            raise ValueError("een aantal antwoorden is nooit negatief")

    @classmethod
    def empty(cls, opties: int) -> Verdeling:
        """Geef een verdeling zonder antwoorden."""
        return cls((0,) * opties)

    @classmethod
    def from_answers(cls, antwoorden: Iterable[Antwoord], opties: int) -> Verdeling:
        """Tel losse antwoorden: 1 tot en met ``opties``, ``None`` (weet niet) of ``NVT``.

        Raises
        ------
        ValueError
            Als een antwoord buiten de schaal valt.
        """
        alle = tuple(antwoorden)
        return cls.from_counts({antwoord: alle.count(antwoord) for antwoord in set(alle)}, opties)

    @classmethod
    def from_counts(cls, tellingen: Mapping[Antwoord, int], opties: int) -> Verdeling:
        """Maak een verdeling van aantallen per antwoord; zie :meth:`from_answers`.

        Raises
        ------
        ValueError
            Als een antwoord buiten de schaal valt.
        """
        for antwoord in tellingen:
            if antwoord is not None and not 0 <= antwoord <= opties:
                raise ValueError(f"antwoord {antwoord} past niet op een schaal van 1 tot {opties}")
        op_schaal = [tellingen.get(optie, 0) for optie in range(1, opties + 1)]
        return cls(tuple(op_schaal), tellingen.get(None, 0), tellingen.get(NVT, 0))

    def __add__(self, ander: Verdeling) -> Verdeling:
        """Tel twee groepen bij elkaar op."""
        if len(self.aantallen) != len(ander.aantallen):
            raise ValueError("deze verdelingen hebben niet dezelfde schaal")
        som = tuple(a + b for a, b in zip(self.aantallen, ander.aantallen, strict=True))
        return Verdeling(som, self.weet_niet + ander.weet_niet, self.nvt + ander.nvt)

    @classmethod
    def total(cls, verdelingen: Iterable[Verdeling], opties: int) -> Verdeling:
        """Tel veel verdelingen in één keer op; zonder verdelingen is de som leeg.

        Raises
        ------
        ValueError
            Als een verdeling een andere schaal heeft.
        """
        alle = [(*v.aantallen, v.weet_niet, v.nvt) for v in verdelingen]
        if any(len(rij) != opties + 2 for rij in alle):
            raise ValueError("deze verdelingen hebben niet dezelfde schaal")
        *som, weet_niet, nvt = map(sum, zip((0,) * (opties + 2), *alle, strict=True))
        return cls(tuple(som), weet_niet, nvt)

    @property
    def n(self) -> int:
        """Aantal antwoorden op de schaal."""
        return sum(self.aantallen)

    @property
    def totaal(self) -> int:
        """Aantal mensen dat iets invulde, "weet ik niet" en "n.v.t." meegerekend."""
        return self.n + self.weet_niet + self.nvt

    def count_from(self, optie: int) -> int:
        """Tel de antwoorden op ``optie`` en hoger (``optie`` telt vanaf 1)."""
        return sum(self.aantallen[optie - 1 :])

    @property
    def middelste(self) -> tuple[int, int] | None:
        """De twee middelste antwoorden, laag en hoog; bij een oneven aantal zijn ze gelijk."""
        if not self.n:
            return None
        return self._answer_at((self.n - 1) // 2), self._answer_at(self.n // 2)

    @property
    def mediaan(self) -> float | None:
        """Middelste antwoord; bij een even aantal het midden van de twee middelste."""
        return sum(self.middelste) / 2 if self.middelste else None

    @property
    def gemiddelde(self) -> float | None:
        """Gemiddelde op de schaal; lees het nooit zonder de verdeling ernaast."""
        som = sum(optie * aantal for optie, aantal in enumerate(self.aantallen, start=1))
        return som / self.n if self.n else None

    @property
    def eensgezindheid(self) -> float | None:
        """Van der Eijks A van deze verdeling; zie :func:`eensgezindheid`."""
        return eensgezindheid(self.aantallen)

    @property
    def consensus(self) -> float | None:
        """Consensus van Tastle en Wierman; zie :func:`consensus`."""
        return consensus(self.aantallen)

    def _answer_at(self, plek: int) -> int:
        for optie, aantal in enumerate(self.aantallen, start=1):
            plek -= aantal
            if plek < 0:
                return optie
        raise IndexError("plek ligt voorbij het laatste antwoord")


def eensgezindheid(aantallen: Sequence[int]) -> float | None:
    """Bereken hoe eens een groep het is: 1 is eenstemmig, 0 gelijk verdeeld, -1 twee kampen.

    De verdeling wordt laag voor laag ontleed. Elke laag is een patroon van wel en niet gevulde
    opties; een gat tussen twee gevulde opties wijst op kampen. Elke laag telt mee naar gewicht.

    Parameters
    ----------
    aantallen
        Aantal antwoorden per optie, van laag naar hoog; ten minste drie opties.

    Returns
    -------
    float or None
        Van -1 tot en met 1; ``None`` als niemand antwoordde.

    Raises
    ------
    ValueError
        Bij minder dan drie opties (dan bestaat er geen tussenliggende optie) of een negatief
        aantal.

    Notes
    -----
    C. van der Eijk (2001), Quality & Quantity 35(3), 325-341, DOI 10.1023/A:1010374114305.

    Examples
    --------
    >>> eensgezindheid((0, 0, 5, 0)), eensgezindheid((3, 0, 0, 3)), eensgezindheid((5, 5, 5, 5))
    (1.0, -1.0, 0.0)
    """
    if len(aantallen) < 3:
        raise ValueError("eensgezindheid vraagt een schaal van ten minste drie opties")
    if min(aantallen) < 0:
        raise ValueError("een aantal antwoorden is nooit negatief")
    totaal = sum(aantallen)
    if not totaal:
        return None
    # Breuken in hele getallen: precies hetzelfde, en vele malen sneller dan met Fraction.
    teller, noemer, onderkant = 0, 1, 0
    for bovenkant in sorted({*aantallen} - {0}):
        boven, onder = _layer(tuple([aantal >= bovenkant for aantal in aantallen]))
        teller = teller * onder + (bovenkant - onderkant) * boven * noemer
        noemer *= onder
        onderkant = bovenkant
    return teller / (noemer * totaal)


def consensus(aantallen: Sequence[int]) -> float | None:
    """Bereken de consensus van Tastle en Wierman: van 0 (twee kampen) tot 1 (eenstemmig).

    Raises
    ------
    ValueError
        Bij minder dan twee opties of een negatief aantal.

    Notes
    -----
    W. Tastle en M. Wierman (2007), Int. J. Approximate Reasoning 45(3), 531-545.
    """
    opties = len(aantallen)
    if opties < 2:
        raise ValueError("consensus vraagt een schaal van ten minste twee opties")
    if min(aantallen) < 0:
        raise ValueError("een aantal antwoorden is nooit negatief")
    n = sum(aantallen)
    if not n:
        return None
    gemiddelde = sum(optie * aantal for optie, aantal in enumerate(aantallen)) / n
    som = sum(
        aantal / n * log2(1 - abs(optie - gemiddelde) / (opties - 1))
        for optie, aantal in enumerate(aantallen)
        if aantal
    )
    return min(1.0, max(0.0, 1 + som))


@dataclass(frozen=True)
class Kloof:
    """Het grootste verschil tussen twee groepen op één vraag.

    ``laag`` en ``hoog`` zijn namen van groepen; ``verschil`` is het verschil in aandeel (0 tot 1).
    """

    vraag: str
    laag: str
    hoog: str
    verschil: Fraction


def kloven(
    aandelen: Mapping[str, Mapping[str, Fraction | None]],
) -> tuple[Kloof, ...]:
    """Zoek per vraag de twee groepen die het verst uit elkaar liggen, grootste kloof eerst.

    Parameters
    ----------
    aandelen
        Per vraag het aandeel (0 tot 1) van elke groep; ``None`` als een groep niet antwoordde.
        Een vraag met minder dan twee groepen valt weg. Bij gelijke stand wint de naam die eerst
        komt in het alfabet, zodat de volgorde van groepen nooit uitmaakt.
    """
    gevonden = []
    for vraag, per_groep in aandelen.items():
        bekend = [(aandeel, naam) for naam, aandeel in per_groep.items() if aandeel is not None]
        if len(bekend) < 2:
            continue
        laag = min(bekend)
        hoog = min(bekend, key=lambda paar: (-paar[0], paar[1]))
        gevonden.append(Kloof(vraag, laag[1], hoog[1], hoog[0] - laag[0]))
    return tuple(sorted(gevonden, key=lambda kloof: (-kloof.verschil, kloof.vraag)))


@lru_cache(maxsize=4096)
def _layer(patroon: tuple[bool, ...]) -> tuple[int, int]:
    """Geef wat één laag van één antwoord dik meetelt, als teller en noemer."""
    a = sum(patroon) * _agreement_of(patroon)
    return a.numerator, a.denominator


def _agreement_of(patroon: tuple[bool, ...]) -> Fraction:
    opties, gevuld = len(patroon), sum(patroon)
    if gevuld == 1:
        return Fraction(1)
    if gevuld == opties:
        return Fraction(0)
    drietallen = list(combinations(patroon, 3))
    aaneen = drietallen.count((True, True, False)) + drietallen.count((False, True, True))
    gat = drietallen.count((True, False, True))
    vorm = Fraction(
        (opties - 2) * aaneen - (opties - 1) * gat,
        (opties - 2) * (aaneen + gat),
    )
    return vorm * (1 - Fraction(gevuld - 1, opties - 1))
