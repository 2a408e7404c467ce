"""Grenzen die bij een type staan: hoe lang, hoe groot, hoeveel.

Zij staan in de annotatie van een veld, en gelden daardoor overal: bij het lezen van een bestand,
bij wat iemand typt, en in het JSON-schema::

    @dataclass(frozen=True)
    class Maatregel:
        wat: Annotated[str, Tekst(300)] = ""
        uren: Annotated[int | None, Getal(0, 2000)] = None
        wie: Annotated[tuple[Naam, ...], Hoogstens(8)] = ()
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Tekst:
    """Gewone tekst van hoogstens zoveel tekens; met ``regels`` mag zij meer regels hebben.

    ``patroon`` is een reguliere expressie waar de hele tekst aan voldoet, zoals bij een kenmerk.
    Met ``leeg=False`` staat er altijd iets: wie het veld leegmaakt, ziet dat het nog niet kan, en
    tot die tijd geldt wat er stond.
    """

    hoogstens: int
    regels: bool = False
    patroon: str = ""
    leeg: bool = True


@dataclass(frozen=True)
class Getal:
    """Een getal binnen grenzen; de grenzen horen erbij, ``None`` is geen grens."""

    laagste: int | Fraction | None = None
    hoogste: int | Fraction | None = None


@dataclass(frozen=True)
class Hoogstens:
    """Zoveel elementen mag een reeks of woordenboek hebben."""

    aantal: int


@dataclass(frozen=True)
class Eigen:
    """Een vorm die niet uit het type volgt, zoals een compacte regel per respondent.

    Parameters
    ----------
    lees
        Maakt van JSON de waarde; bezwaren zijn een ``VormError``.
    schrijf
        Maakt van de waarde JSON.
    schema
        Het JSON-schema van die vorm.
    """

    lees: Callable[[Any], Any]
    schrijf: Callable[[Any], Any]
    schema: Callable[[], dict[str, Any]]


#: Kenmerk van iets in een bestand: letters, cijfers en streepjes.
KENMERK = Tekst(64, patroon="[A-Za-z0-9_-]{1,64}")
