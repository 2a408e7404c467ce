"""Een rustige klok bij een vraag: hij waarschuwt zacht en dwingt tot niets."""

from __future__ import annotations

from typing import Any

from lv_tools.schermdelen.deel import Deel, Eigenschap


class Wekker(Deel):
    """Een klok die per vraag telt en voor het geheel.

    De klok staat stil tot de lezer hem start en is op elk moment stil te zetten of te verbergen.
    Hij loopt in de pagina; Python hoort er niets van.

    Parameters
    ----------
    minuten
        Tijd voor deze vraag, meer dan 0.
    sleutel
        Bij welke vraag de tijd hoort. Verandert de sleutel, dan telt de klok voor de nieuwe vraag;
        wie teruggaat, vindt de tijd van toen.
    totaal
        Tijd voor het geheel in minuten; 0 laat dat weg.
    waarschuw
        Zoveel seconden voor het einde zegt de klok dat de vraag bijna om is.

    Raises
    ------
    ValueError
        Als de tijd niet meer dan 0 is.
    """

    soort = "wekker"
    minuten: Eigenschap[float] = Eigenschap(1.0)
    sleutel = Eigenschap("")

    def __init__(
        self,
        minuten: float,
        *,
        sleutel: str = "",
        totaal: int = 0,
        waarschuw: int = 60,
        **eigenschappen: Any,
    ) -> None:
        if minuten <= 0:
            raise ValueError(f"minuten {minuten}: een klok heeft meer dan 0 minuten nodig")
        super().__init__(
            minuten=minuten,
            sleutel=sleutel,
            totaal=totaal,
            waarschuw=waarschuw,
            **eigenschappen,
        )
