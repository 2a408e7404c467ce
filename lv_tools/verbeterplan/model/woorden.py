"""Waarden en woorden van een plan, zoals een lezer ze leest."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from lv_tools.basis.taal.notatie import getal, procent
from lv_tools.verbeterplan.model.plan import Maat, Waarde
from lv_tools.verbeterplan.teksten import Woord


def number(waarde: Fraction, decimalen: int | None = None) -> str:
    """Schrijf een breuk als getal, op hoogstens twee decimalen."""
    return getal(round(Decimal(waarde.numerator) / Decimal(waarde.denominator), 2), decimalen)


def amount(waarde: Waarde, maat: Maat) -> str:
    """Schrijf een waarde voluit; leeg zonder getal.

    Examples
    --------
    >>> amount(Waarde(Fraction(9), 14), Maat()), amount(Waarde(Fraction(60)), Maat())
    ('9 van de 14 (64%)', '60%')
    """
    if waarde.getal is None:
        return ""
    if maat.eenheid == "getal":
        return number(waarde.getal)
    if not waarde.van:
        return f"{number(waarde.getal)}%"
    return f"{number(waarde.getal)} van de {waarde.van} ({share(waarde.getal * 100 / waarde.van)})"


def share(percentage: Fraction) -> str:
    """Schrijf een percentage zonder decimalen."""
    return procent(Decimal(percentage.numerator) / Decimal(percentage.denominator), 0)


def vague_words(tekst: str, woorden: tuple[Woord, ...], *, met_getal: bool) -> tuple[Woord, ...]:
    """Geef de vage woorden in een tekst, zoals zij er staan.

    Parameters
    ----------
    met_getal
        Er staat een getal bij; woorden die dan mogen, tellen niet.
    """
    if not _pattern(*((woord.woord, ()) for woord in woorden)).search(tekst):
        return ()
    return tuple(
        replace(woord, woord=" ".join(gevonden[0].split()))
        for woord in woorden
        if not (met_getal and woord.met_getal)
        and (gevonden := _pattern((woord.woord, woord.niet_na)).search(tekst))
    )


def own_words(tekst: str, vraag: str) -> tuple[Woord, ...]:
    """Maak van eigen woorden, een per regel, een woordenlijst."""
    regels = dict.fromkeys(" ".join(regel.split()) for regel in tekst.splitlines())
    return tuple(Woord(regel, vraag) for regel in regels if regel.strip("* "))


@lru_cache(maxsize=512)
def _pattern(*woorden: tuple[str, tuple[str, ...]]) -> re.Pattern[str]:
    """Maak het patroon dat op een van deze woorden past, als heel woord en niet na een ander."""
    vormen = []
    for woord, niet_na in woorden:
        voor = "".join(rf"(?<!\b{re.escape(ander)}\s)" for ander in niet_na)
        kern = r"\s+".join(re.escape(deel) for deel in woord.rstrip("* ").split())
        vormen.append(voor + kern + (r"\w*" if woord.endswith("*") else ""))
    return re.compile(rf"(?<!\w)(?:{'|'.join(vormen)})(?!\w)", re.IGNORECASE)
