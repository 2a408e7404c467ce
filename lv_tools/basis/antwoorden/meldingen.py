"""Zinnen over een ingelezen tabel: per soort hoogstens enkele voluit, en de rest altijd geteld.

Een soort met honderden meldingen drukt zo nooit een andere soort weg, en van elke rij is te vinden
dat er iets mee was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lv_tools.basis.taal.notatie import aantal

#: Hoeveel zinnen van één soort een lezer voluit krijgt.
MAX_PER_SOORT = 5

#: De soorten, op de volgorde waarin de lezer ze krijgt, met hoe de rest heet.
SOORTEN: Mapping[str, str] = {
    "tabel": "over de tabel",
    "kolom": "over kolommen",
    "rol": "over rollen",
    "rij": "over rijen die niet meetellen",
    "antwoord": "over antwoorden die niet meetellen",
    "keuze": "over keuzes die niet meetellen",
    "tekst": "over teksten die niet zijn overgenomen",
    "tijd": "over tijden",
}


@dataclass
class Meldingen:
    """Wat er bij het lezen is opgevallen."""

    per_soort: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def add(self, soort: str, zin: str, rij: int = 0) -> None:
        """Onthoud een zin; ``rij`` is de rij waar zij over gaat, of 0."""
        self.per_soort.setdefault(soort, []).append((rij, zin))

    def sentences(self) -> tuple[str, ...]:
        """Geef de zinnen voor de lezer."""
        zinnen = []
        for soort, naam in SOORTEN.items():
            alle = self.per_soort.get(soort, [])
            zinnen += [zin for _rij, zin in alle[:MAX_PER_SOORT]]
            if rest := alle[MAX_PER_SOORT:]:
                nog = aantal(len(rest), "melding", "meldingen")
                rijen = sorted({rij for rij, _zin in rest if rij})
                waar = f" ({rows(rijen)})" if rijen else ""
                zinnen.append(f"En nog {nog} {naam}{waar}.")
        return tuple(zinnen)


def rows(nummers: Iterable[int]) -> str:
    """Noem rijen kort: ``rij 2, 5 tot en met 9 en 12``."""
    reeksen: list[list[int]] = []
    for nummer in sorted(set(nummers)):
        if reeksen and nummer == reeksen[-1][1] + 1:
            reeksen[-1][1] = nummer
        else:
            reeksen.append([nummer, nummer])
    delen = []
    for begin, eind in reeksen:
        if eind - begin > 1:
            delen.append(f"{begin} tot en met {eind}")
        else:
            delen += [str(nr) for nr in range(begin, eind + 1)]
    if len(delen) > 1:
        delen[-2:] = [f"{delen[-2]} en {delen[-1]}"]
    return f"rij {', '.join(delen)}"


def quote(tekst: str, lengte: int = 80) -> str:
    """Zet tekst tussen aanhalingstekens, zo nodig ingekort."""
    return f"‘{tekst if len(tekst) <= lengte else f'{tekst[: lengte - 1].rstrip()}…'}’"


def quotes(teksten: Iterable[str], hoogstens: int = 12, lengte: int = 60) -> str:
    """Som teksten op, en zeg hoeveel er daarna nog komen."""
    alle = list(teksten)
    zin = ", ".join(quote(tekst, lengte) for tekst in alle[:hoogstens])
    rest = len(alle) - hoogstens
    return f"{zin} en nog {rest} andere" if rest > 0 else zin
