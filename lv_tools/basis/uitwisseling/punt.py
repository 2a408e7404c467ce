"""Een verbeterpunt in wording: wat iemand al schreef, voordat het een stuk in het dossier is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lv_tools.basis.uitwisseling.stukken import Kenmerk, Standaarden, Verbeterpunt, Zekerheid, Zin


@dataclass(frozen=True)
class Punt:
    """Een verbeterpunt dat nog niet af hoeft te zijn."""

    id: Kenmerk
    wat: Zin = ""
    standaarden: Standaarden = ()
    bewijs: Zin = ""
    zekerheid: Zekerheid = ""
    anders_als: Zin = ""


def missing(punt: Punt, *, standaard: bool = False) -> tuple[str, ...]:
    """Zeg welke velden van een verbeterpunt nog leeg zijn; dat houdt niets tegen.

    Parameters
    ----------
    standaard
        Hoort er ook een standaard bij.
    """
    velden = ("wat", *(("standaarden",) if standaard else ()), "bewijs", "zekerheid", "anders_als")
    waarden = {veld: getattr(punt, veld) for veld in velden}
    return tuple(veld for veld, nu in waarden.items() if not nu or not str(nu).strip())


def pieces(punten: Iterable[Punt]) -> tuple[Verbeterpunt, ...]:
    """Geef de verbeterpunten voor het dossier; een punt zonder woorden gaat niet mee."""
    return tuple(
        Verbeterpunt(p.id, p.wat.strip(), p.bewijs, p.zekerheid, p.standaarden, p.anders_als)
        for p in punten
        if p.wat.strip()
    )
