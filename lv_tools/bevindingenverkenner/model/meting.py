"""Een meting: een percentage met het aantal erachter, n en een interval.

Eén plek waar een gedrukt percentage wordt teruggerekend naar aantallen. Lukt dat niet, dan is er
ook geen interval: een interval om een cijfer dat niet kan, wekt alleen maar vertrouwen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lv_tools.basis.onderzoek.aandeel import Interval, aantallen_bij, wilson

#: Onder deze n verandert een enkele afdeling het percentage met meer dan tien punten.
KLEIN = 10
#: Zo ver zoeken we naar een noemer; geen groep in het onderzoek is groter.
GROOTSTE_NOEMER = 200


@dataclass(frozen=True)
class Meting:
    """Een aandeel zoals het gedrukt is, met wat daaruit volgt.

    Parameters
    ----------
    percentage
        Op de schaal van 0 tot 100, of ``None`` als de bron niets noemt.
    n
        Grootte van de groep, of ``None`` als die onbekend is.
    aantallen
        Alle aantallen die bij percentage en n passen; leeg als er geen past.
    interval
        95%-interval van Wilson als aandelen tussen 0 en 1; bij meer passende aantallen
        het smalste interval dat ze allemaal dekt.
    afgeleid
        Is n niet gedrukt maar door ons afgeleid?
    """

    percentage: float | None
    n: int | None
    aantallen: tuple[int, ...] = ()
    interval: Interval | None = None
    afgeleid: bool = False

    @property
    def aantal(self) -> int | None:
        """Het aantal, als er precies één past."""
        return self.aantallen[0] if len(self.aantallen) == 1 else None

    @property
    def past(self) -> bool:
        """Past er een aantal bij percentage en n? Zonder percentage of n is er niets te passen."""
        return self.percentage is None or self.n is None or bool(self.aantallen)

    @property
    def klein(self) -> bool:
        """Is de groep zo klein dat het percentage weinig houvast geeft?"""
        return self.n is not None and self.n < KLEIN


def from_percentage(percentage: float | None, n: int | None, *, telling: bool = False) -> Meting:
    """Reken een gedrukt percentage terug naar aantallen en een interval.

    Parameters
    ----------
    percentage
        Heel percentage zoals gedrukt, 0 tot en met 100.
    n
        Grootte van de groep, minstens 1.
    telling
        Laat het interval weg: de hele groep is geteld.

    Examples
    --------
    >>> from_percentage(43, 14).aantal
    6
    >>> from_percentage(61, 21).aantallen
    ()
    """
    if percentage is None or n is None:
        return Meting(percentage, n)
    aantallen = aantallen_bij(percentage, n)
    return Meting(percentage, n, aantallen, None if telling else _cover(aantallen, n))


def from_count(aantal: int, n: int, percentage: float | None = None, **verder: bool) -> Meting:
    """Maak een meting uit een geteld aantal; zonder gedrukt percentage rekenen we dat uit.

    Raises
    ------
    ValueError
        Als het aantal niet tussen 0 en n ligt.
    """
    if not 0 <= aantal <= n:
        raise ValueError(f"aantal {aantal} past niet bij n = {n}; kies 0 tot en met {n}")
    telling = verder.pop("telling", False)
    waarde = 100 * aantal / n if percentage is None else percentage
    interval = None if telling else wilson(aantal, n)
    return Meting(waarde, n, (aantal,), interval, **verder)


def noemers_bij(paren: Iterable[tuple[int, float]]) -> tuple[int, ...]:
    """Zoek elke n waarbij alle paren van aantal en percentage kloppen.

    Parameters
    ----------
    paren
        Aantallen met hun gedrukte percentage, allemaal uit dezelfde groep.

    Examples
    --------
    >>> noemers_bij([(26, 67), (28, 72), (34, 87), (17, 44), (34, 87), (2, 5)])
    (39,)
    """
    lijst = list(paren)
    kleinste = max((aantal for aantal, _ in lijst), default=0)
    return tuple(
        n
        for n in range(max(kleinste, 1), GROOTSTE_NOEMER + 1)
        if all(aantal in aantallen_bij(percentage, n) for aantal, percentage in lijst)
    )


def _cover(aantallen: tuple[int, ...], n: int) -> Interval | None:
    """Geef het interval dat de intervallen van alle passende aantallen dekt."""
    if not aantallen:
        return None
    return Interval(wilson(min(aantallen), n).onder, wilson(max(aantallen), n).boven)
