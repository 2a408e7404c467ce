"""Een rustige klok bij een vraag: hij waarschuwt zacht en dwingt tot niets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lv_tools.schermdelen.deel import Eigenschap, Invoerdeel


class Wekker(Invoerdeel):
    """Een klok die per vraag telt en voor het geheel.

    De klok staat stil tot de lezer hem start en is op elk moment stil te zetten of te verbergen.
    Hij loopt in de pagina. Met een naam hoort Python wanneer hij begint en stilstaat, en niets van
    het tikken; wie de pagina opnieuw laadt, vindt hem zoals hij liep.

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
        Zoveel seconden voor het einde zegt de klok dat de vraag bijna om is; 0 zegt dat niet.
    naam, waarde
        Waaronder de stand bewaard wordt, en de stand: ``sinds`` (moment van starten, 0 is stil) en
        ``duren`` (wat er per sleutel verliep), alles in milliseconden.
    bij_wijziging
        Krijgt die stand als de lezer de klok start, stilzet of opnieuw begint.

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
        naam: str = "",
        waarde: Mapping[str, Any] | None = None,
        bij_wijziging: Callable[[Any], object] | None = None,
        **eigenschappen: Any,
    ) -> None:
        if minuten <= 0:
            raise ValueError(f"minuten {minuten}: een klok heeft meer dan 0 minuten nodig")
        super().__init__(
            "",
            naam=naam,
            bij_wijziging=bij_wijziging,
            waarde=self.check(waarde),
            minuten=minuten,
            sleutel=sleutel,
            totaal=totaal,
            waarschuw=waarschuw,
            **eigenschappen,
        )

    def check(self, waarde: Any) -> dict[str, Any]:
        """Geef een stand van de klok; zonder stand is er nog niets verlopen.

        Raises
        ------
        ValueError
            Als dit geen stand is.
        """
        stand = dict(waarde or {})
        sinds, duren = stand.get("sinds", 0), stand.get("duren", {})
        tijden = [sinds, *duren.values()] if isinstance(duren, Mapping) else [None]
        if any(type(ms) is not int or ms < 0 for ms in tijden):
            raise ValueError(f"{waarde!r} is geen stand van een klok")
        return {"sinds": sinds, "duren": dict(duren)}
