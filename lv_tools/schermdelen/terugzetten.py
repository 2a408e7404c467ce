"""Zet bewaarde waarden terug in de delen van een scherm, en houd vast wat nergens meer past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lv_tools.basis.taal.notatie import opsomming
from lv_tools.schermdelen.deel import Verbinding

_LEEG: tuple[Any, ...] = (None, "", [], {}, ())
#: Zo veel tekens van een overgebleven invulling staan in de melding.
_LANGST = 60


@dataclass(frozen=True)
class Rest:
    """Wat niet terug kon.

    Parameters
    ----------
    mislukt
        Opschriften van delen die er nog zijn, maar waar de bewaarde waarde niet meer in past.
    over
        Per naam de bewaarde waarde die nu nergens staat; zij blijft in het bestand.
    """

    mislukt: tuple[str, ...] = ()
    over: Mapping[str, Any] | None = None

    def __str__(self) -> str:
        zinnen = []
        if self.mislukt:
            zinnen.append(f"Niet alles kon worden teruggezet: {opsomming(self.mislukt)}.")
        los = [tekst for waarde in (self.over or {}).values() for tekst in _texts(waarde)]
        if los:
            wat = opsomming([f"‘{_short(waarde)}’" for waarde in los])
            zinnen.append(f"Een plek hiervoor is er in deze versie niet meer: {wat}.")
        if zinnen:
            zinnen.append("Het blijft in uw bestand staan; de rest staat er.")
        return " ".join(zinnen)


def restore(scherm: Verbinding, delen: Mapping[str, Any]) -> Rest:
    """Zet per naam een waarde terug; wat niet past, houdt de rest niet tegen.

    Een hersteld deel kan andere delen tevoorschijn halen; dit gaat door tot er niets nieuws is.
    """
    nog = dict(delen)
    mislukt: list[str] = []
    over: dict[str, Any] = {}
    while True:
        deel = next((d for d in scherm.walk() if d.naam and d.naam in nog), None)
        if deel is None:
            break
        waarde = nog.pop(deel.naam)
        try:
            deel.restore(waarde)
        except (ValueError, TypeError, LookupError, AttributeError):
            mislukt.append(str(deel.eigenschappen.get("label") or deel.naam))
            over[deel.naam] = waarde
    over |= {naam: waarde for naam, waarde in nog.items() if waarde not in _LEEG}
    return Rest(tuple(mislukt), over)


def _texts(waarde: object) -> list[str]:
    """Geef wat een lezer van een overgebleven waarde kan herkennen: tekst, of een lijst ervan."""
    delen = waarde if isinstance(waarde, list) else [waarde]
    return [deel for deel in delen if isinstance(deel, str)]


def _short(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= _LANGST else f"{plat[:_LANGST].rstrip()}…"
