"""Wat er in een rij te zien is: tekens van groepen, lijnen, en gestapelde antwoorden."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lv_tools.basis.beeld import figuurstijl as stijl

#: Een spoor waar aanwijzen niets toont, en dat ook op de rand van het vlak heel blijft.
_STIL = {"hoverinfo": "skip", "cliponaxis": False}


@dataclass
class Lijnen:
    """Losse lijnen in één spoor, zoals het interval van elke rij."""

    x: list[float | None] = field(default_factory=list)
    y: list[float | None] = field(default_factory=list)

    def add(self, x: Sequence[float], y: float | Sequence[float]) -> None:
        """Teken een lijn langs deze plekken; met één ``y`` ligt zij vlak."""
        self.x += [*x, None]
        self.y += [*(y if isinstance(y, Sequence) else (y for _ in x)), None]

    def trace(self, dikte: float, kleur: str = stijl.RAND) -> list[dict[str, Any]]:
        """Geef het spoor; leeg als er geen lijnen zijn."""
        vast = {"type": "scatter", "mode": "lines", "showlegend": False, **_STIL}
        lijn = {"color": kleur, "width": dikte}
        return [{**vast, "x": self.x, "y": self.y, "line": lijn}] if self.x else []


@dataclass
class Punten:
    """De tekens van één reeks, zoals een groep in elke rij."""

    x: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)

    def add(self, x: float, y: float) -> None:
        """Zet een teken."""
        self.x.append(x)
        self.y.append(y)

    def trace(self, naam: str, teken: Mapping[str, Any]) -> dict[str, Any]:
        """Geef het spoor, met de naam zoals zij in de legenda staat."""
        vast = {"type": "scatter", "mode": "markers", "name": stijl.plain(naam), **_STIL}
        return {**vast, "x": self.x, "y": self.y, "marker": dict(teken)}


def stack(
    plekken: Sequence[float],
    opties: Sequence[str],
    aantallen: Sequence[Sequence[int]],
    vulling: Callable[[int], Mapping[str, Any]],
    *,
    aandeel: bool = True,
) -> list[dict[str, Any]]:
    """Teken in elke rij hoe vaak elk antwoord is gegeven: gestapeld, met het aantal erin.

    Parameters
    ----------
    plekken, aantallen
        Per rij de plek van het midden, en de aantallen op de volgorde van ``opties``.
    vulling
        Geeft bij het nummer van een optie haar vlak, rand en letters; zie :func:`fill_answer`.
    aandeel
        Maak elke rij even lang, in procenten; zo niet, dan is een mens een eenheid.
    """
    uit = []
    for nummer, optie in enumerate(opties):
        hoeveel = [rij[nummer] for rij in aantallen]
        maten = [sum(rij) / 100 if aandeel else 1 for rij in aantallen]
        uit.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": optie,
                # Een leeg stuk heeft geen rand nodig.
                "x": [n / maat if n else None for n, maat in zip(hoeveel, maten, strict=True)],
                "y": list(plekken),
                "width": 22,
                "text": [str(n or "") for n in hoeveel],
                "textposition": "inside",
                "textangle": 0,
                "insidetextanchor": "middle",
                "hoverinfo": "skip",
                **vulling(nummer),
            }
        )
    return uit


def fill_answer(nummer: int, opties: int) -> dict[str, Any]:
    """Geef het vlak van een antwoord op een schaal, en van ‘weet ik niet’ en ‘n.v.t.’ daarachter.

    Vol is het uiterste, leeg met rand de lichtere vorm: ook zonder kleur te onderscheiden.
    """
    if nummer >= opties:
        rand = {"color": stijl.RAND, "width": 1.5}
        streep = {"shape": "/", "size": 6, "fgcolor": stijl.RAND, "bgcolor": stijl.VLAK}
        vlak = {"color": stijl.VLAK_2, "line": rand}
        vlak |= {"pattern": streep} if nummer > opties else {}
        return {"marker": vlak, "insidetextfont": {"color": stijl.TEKST}}
    kleur = stijl.REEKS[1] if nummer < opties / 2 else stijl.ACCENT
    return fill(kleur, vol=nummer in {0, opties - 1})


def fill(kleur: str, *, vol: bool) -> dict[str, Any]:
    """Geef een vol vlak met lichte letters, of een rand met gewone letters erin."""
    return {
        "marker": {"color": kleur if vol else stijl.VLAK, "line": {"color": kleur, "width": 2}},
        "insidetextfont": {"color": stijl.OP_ACCENT if vol else stijl.TEKST},
    }


#: Vorm en kleur per groep; de vorm alleen is al genoeg om groepen uit elkaar te houden.
GROEPEN: tuple[tuple[str, str], ...] = tuple(
    (vorm, stijl.REEKS[plek % len(stijl.REEKS)])
    for plek, vorm in enumerate(
        (
            "circle", "square", "diamond", "triangle-up", "cross", "x", "pentagon", "star",
            "circle-open", "square-open", "diamond-open", "triangle-down", "hexagon", "bowtie",
        )
    )
)  # fmt: skip


def marker(plek: int, grootte: int = 13) -> dict[str, Any]:
    """Geef het teken van de zoveelste groep."""
    vorm, kleur = GROEPEN[plek % len(GROEPEN)]
    return {
        "symbol": vorm,
        "color": kleur,
        "size": grootte,
        "line": {"color": stijl.VLAK if "open" not in vorm else kleur, "width": 1.5},
    }


def dodge(waarden: Sequence[float], *, afstand: float = 4, stap: float = 9) -> list[float]:
    """Geef per waarde hoeveel pixels het teken omlaag schuift, zodat gelijke niet op elkaar liggen.

    Examples
    --------
    >>> dodge([50.0, 50.0, 90.0])
    [-4.5, 4.5, 0.0]
    """
    uit = []
    for plek, waarde in enumerate(waarden):
        naast = [i for i, ander in enumerate(waarden) if abs(ander - waarde) < afstand]
        uit.append((naast.index(plek) - (len(naast) - 1) / 2) * stap)
    return uit
