"""Bouwstenen voor zinnen: een zin uit het tekstbestand, en een meting voluit geschreven."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import interval as schrijf_interval
from lv_tools.basis.taal.notatie import procent
from lv_tools.bevindingenverkenner.model.meting import Meting
from lv_tools.bevindingenverkenner.teksten import teksten


def zin(naam: str, **invullen: object) -> str:
    """Vul een zin uit het tekstbestand in."""
    return teksten().zeg(naam, **invullen)


def write_measure(meting: Meting, eenheid: tuple[str, str]) -> str:
    """Schrijf een meting voluit: aantal, n, percentage en interval, zover die bekend zijn."""
    waarde = procent(meting.percentage, 0)
    if meting.aantal is None or meting.n is None:
        return zin("meting_kaal", percentage=waarde)
    delen = {"aantal": meting.aantal, "n": meting.n, "eenheid": eenheid[1], "percentage": waarde}
    if meting.interval is None:
        return zin("meting_telling", **delen)
    grenzen = schrijf_interval(meting.interval.onder, meting.interval.boven)
    return zin("meting", interval=grenzen, **delen)


def lower(naam: str) -> str:
    """Schrijf de naam van een soort afdeling met een kleine letter, zoals midden in een zin."""
    return naam[:1].lower() + naam[1:]
