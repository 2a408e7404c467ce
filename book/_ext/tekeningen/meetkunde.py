"""Punten en bogen. Hoeken zijn in graden: 0 is boven, en zij lopen met de klok mee."""

from __future__ import annotations

import math

Punt = tuple[float, float]


def num(getal: float) -> str:
    """Schrijf een getal zo kort mogelijk, op een tiende nauwkeurig."""
    tekst = f"{getal:.1f}".rstrip("0").rstrip(".")
    return "0" if tekst in ("-0", "") else tekst


def point(midden: Punt, straal: float, hoek: float) -> Punt:
    """Geef het punt op een cirkel."""
    rad = math.radians(hoek)
    return midden[0] + straal * math.sin(rad), midden[1] - straal * math.cos(rad)


def between(een: Punt, ander: Punt, deel: float) -> Punt:
    """Geef het punt op een lijnstuk; ``deel`` loopt van 0 tot 1."""
    return een[0] + (ander[0] - een[0]) * deel, een[1] + (ander[1] - een[1]) * deel


def angle(van: Punt, naar: Punt) -> float:
    """Geef de richting van een punt naar een ander."""
    return math.degrees(math.atan2(naar[0] - van[0], van[1] - naar[1]))


def polyline(*punten: Punt, dicht: bool = False) -> str:
    """Geef het pad langs punten."""
    romp = "L".join(f"{num(x)} {num(y)}" for x, y in punten)
    return f"M{romp}{'Z' if dicht else ''}"


def arc(midden: Punt, straal: float, van: float, tot: float) -> str:
    """Geef het pad van een boog; met ``tot`` kleiner dan ``van`` loopt hij tegen de klok in."""
    begin, eind = point(midden, straal, van), point(midden, straal, tot)
    groot, mee = int(abs(tot - van) > 180), int(tot > van)
    r = num(straal)
    return f"M{num(begin[0])} {num(begin[1])}A{r} {r} 0 {groot} {mee} {num(eind[0])} {num(eind[1])}"


def ring_part(midden: Punt, buiten: float, binnen: float, van: float, tot: float) -> str:
    """Geef het pad van een stuk van een ring."""
    heen = arc(midden, buiten, van, tot)
    terug = arc(midden, binnen, tot, van).replace("M", "L", 1)
    return f"{heen}{terug}Z"


def head(punt: Punt, hoek: float, maat: float = 7) -> str:
    """Geef het pad van een pijlpunt die naar ``hoek`` wijst."""
    links = point(punt, maat, hoek + 180 - 38)
    rechts = point(punt, maat, hoek + 180 + 38)
    return polyline(links, punt, rechts)


def curve(van: Punt, naar: Punt, trek: float = 0.5) -> str:
    """Geef een vloeiend pad dat liggend begint en liggend eindigt."""
    dx = (naar[0] - van[0]) * trek
    return (
        f"M{num(van[0])} {num(van[1])}C{num(van[0] + dx)} {num(van[1])} "
        f"{num(naar[0] - dx)} {num(naar[1])} {num(naar[0])} {num(naar[1])}"
    )
