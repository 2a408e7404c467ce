"""Rekenen met aandelen van kleine groepen: interval en mogelijke aantallen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt


@dataclass(frozen=True, slots=True)
class Interval:
    """Een interval tussen twee fracties.

    Attributes
    ----------
    onder, boven : float
        Grenzen als fractie, ``0 <= onder <= boven <= 1``.
    """

    onder: float
    boven: float


def wilson(k: int, n: int, z: float = 1.96) -> Interval:
    """Bereken het Wilson-interval van een aandeel.

    Parameters
    ----------
    k : int
        Aantal keer dat iets voorkomt, ``0 <= k <= n``.
    n : int
        Grootte van de groep, ten minste 1.
    z : float, default 1.96
        Kwantiel van de normale verdeling; 1,96 hoort bij 95 procent zekerheid.

    Returns
    -------
    Interval
        Onder- en bovengrens als fractie. ``k / n`` ligt er altijd in.

    Raises
    ------
    ValueError
        Als `n` kleiner is dan 1, `k` buiten 0 tot en met `n` ligt of `z` negatief is.

    Notes
    -----
    Formule: E.B. Wilson (1927), Journal of the American Statistical Association 22, 209-212;
    zonder continuïteitscorrectie (methode 3 in Newcombe 1998).

    Examples
    --------
    >>> interval = wilson(81, 263)
    >>> round(interval.onder, 4), round(interval.boven, 4)
    (0.2553, 0.3662)
    """
    _controleer_groep(n)
    if not 0 <= k <= n:
        raise ValueError(f"aantal k is {k}: geef een heel getal van 0 tot en met {n} (de groep n)")
    if z < 0:
        raise ValueError(f"z is {z}: geef een getal vanaf 0, bijvoorbeeld 1.96")
    aandeel = k / n
    noemer = 1 + z * z / n
    midden = aandeel + z * z / (2 * n)
    marge = z * sqrt(aandeel * (1 - aandeel) / n + z * z / (4 * n * n))
    # De grenzen zijn bij k = 0 en k = n precies 0 en 1; zonder dit blijft er een afrondrest over.
    onder = 0.0 if k == 0 else (midden - marge) / noemer
    boven = 1.0 if k == n else (midden + marge) / noemer
    return Interval(onder, boven)


@lru_cache(maxsize=4096)
def aantallen_bij(percentage: float, n: int, decimalen: int = 0) -> tuple[int, ...]:
    """Zoek de aantallen die bij een gedrukt percentage kunnen horen.

    Parameters
    ----------
    percentage : float
        Gedrukt percentage, in procenten.
    n : int
        Grootte van de groep, ten minste 1.
    decimalen : int, default 0
        Aantal decimalen waarop het percentage is afgerond.

    Returns
    -------
    tuple of int
        Elke `k` van 0 tot en met `n` waarvoor ``100 k / n`` op het percentage afrondt, oplopend.
        Precies op de helft telt naar boven én naar beneden. Leeg als geen enkel aantal past.

    Raises
    ------
    ValueError
        Als `n` kleiner is dan 1, `decimalen` negatief is of het percentage meer decimalen heeft.

    Notes
    -----
    Dit is de kern van de GRIM-toets: N.J.L. Brown en J.A.J. Heathers (2017), Social Psychological
    and Personality Science 8(4), 363-369. Er wordt met gehele getallen gerekend, zonder afrondrest.

    Examples
    --------
    >>> aantallen_bij(79, 34)
    (27,)
    >>> aantallen_bij(71, 39)
    ()
    """
    _controleer_groep(n)
    if decimalen < 0:
        raise ValueError(f"decimalen is {decimalen}: geef 0 of meer")
    schaal: int = 10**decimalen
    geschaald = round(percentage * schaal)
    if abs(percentage * schaal - geschaald) > 1e-6:
        raise ValueError(
            f"percentage {percentage} heeft meer dan {decimalen} decimalen: "
            "pas het percentage of decimalen aan"
        )
    # |100 k / n - p| <= een halve eenheid, met p = geschaald / schaal, zonder delen geschreven:
    # (2 geschaald - 1) n <= 200 schaal k <= (2 geschaald + 1) n
    stap = 200 * schaal
    laagste = max(0, -(-(2 * geschaald - 1) * n // stap))
    hoogste = min(n, (2 * geschaald + 1) * n // stap)
    return tuple(range(laagste, hoogste + 1))


def _controleer_groep(n: int) -> None:
    if n < 1:
        raise ValueError(f"groep n is {n}: geef een heel getal vanaf 1")
