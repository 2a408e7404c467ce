"""Twee soorten afdelingen naast elkaar: hoe groot is het verschil, en hoe zeker is dat?

Voor het verschil tussen twee aandelen gebruiken we de methode van Newcombe (1998, Statistics in
Medicine 17, 873-890, methode 10). Die bouwt voort op dezelfde Wilson-intervallen als de rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from lv_tools.bevindingenverkenner.model.meting import Meting
from lv_tools.bevindingenverkenner.model.regels import Regel, regels_van
from lv_tools.bevindingenverkenner.model.zinnen import lower, zin


@dataclass(frozen=True)
class Verschil:
    """Verschil tussen twee aandelen in procentpunten, met 95%-interval (-100 tot en met 100)."""

    punten: float
    onder: float
    boven: float

    @property
    def zeker(self) -> bool:
        """Ligt nul buiten het interval?"""
        return self.onder > 0 or self.boven < 0


@dataclass(frozen=True)
class Paar:
    """Dezelfde standaard bij twee soorten afdelingen."""

    standaard: str
    eerste: Regel
    tweede: Regel
    verschil: Verschil | None


@dataclass(frozen=True)
class Vergelijking:
    """Twee soorten afdelingen naast elkaar; twee keer dezelfde soort geeft geen paren."""

    eerste: str
    tweede: str
    paren: tuple[Paar, ...]

    @property
    def titel(self) -> str:
        """Wat er naast elkaar staat."""
        return zin("verschil_titel", eerste=lower(self.eerste), tweede=lower(self.tweede))


def verschil_tussen(eerste: Meting, tweede: Meting) -> Verschil | None:
    """Reken de eerste min de tweede meting uit; ``None`` als bij een van beide geen aantal past.

    Examples
    --------
    Het voorbeeld van Newcombe: 56 van 70 tegen 48 van 80.

    >>> from lv_tools.bevindingenverkenner.model.meting import from_count
    >>> v = verschil_tussen(from_count(56, 70), from_count(48, 80))
    >>> round(v.punten, 1), round(v.onder, 1), round(v.boven, 1)
    (20.0, 5.2, 33.4)
    """
    if eerste.aantal is None or tweede.aantal is None or not (eerste.n and tweede.n):
        return None
    if eerste.interval is None or tweede.interval is None:
        return None
    p, q = eerste.aantal / eerste.n, tweede.aantal / tweede.n
    a, b = eerste.interval, tweede.interval
    onder = p - q - sqrt((p - a.onder) ** 2 + (b.boven - q) ** 2)
    boven = p - q + sqrt((a.boven - p) ** 2 + (q - b.onder) ** 2)
    return Verschil(100 * (p - q), 100 * onder, 100 * boven)


def compare(eerste: str, tweede: str) -> Vergelijking:
    """Zet twee soorten afdelingen uit de tabel met risico's naast elkaar, per standaard.

    Raises
    ------
    ValueError
        Als u een soort met zichzelf vergelijkt of een soort niet bestaat.
    """
    if eerste == tweede:
        raise ValueError(f"u vergelijkt {eerste} met zichzelf; kies twee verschillende soorten")
    links, rechts = _by_standard(eerste), _by_standard(tweede)
    paren = tuple(_pair(code, links[code], rechts[code]) for code in links if code in rechts)
    return Vergelijking(eerste, tweede, paren)


def _pair(standaard: str, links: Regel, rechts: Regel) -> Paar:
    een, ander = links.meting, rechts.meting
    return Paar(standaard, links, rechts, verschil_tussen(een, ander) if een and ander else None)


def _by_standard(afdeling: str) -> dict[str, Regel]:
    regels = {
        regel.text("standaard"): regel
        for regel in regels_van("risico_per_afdeling")
        if regel.text("afdeling") == afdeling
    }
    if not regels:
        raise ValueError(f"soort afdeling {afdeling!r} staat niet in de tabel")
    return regels
