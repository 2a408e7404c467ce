"""Van een regel naar een punt of een rij in een tekening."""

from __future__ import annotations

from lv_tools.basis.taal.notatie import procent
from lv_tools.bevindingenverkenner.figuur.tekening import Punt, Rij, Teken
from lv_tools.bevindingenverkenner.model import tabellen
from lv_tools.bevindingenverkenner.model.meting import Meting
from lv_tools.bevindingenverkenner.model.regels import Regel
from lv_tools.bevindingenverkenner.model.zinnen import write_measure


def teken_van(regel: Regel, meting: Meting | None) -> Teken:
    """Kies het teken waarmee een cijfer in beeld komt."""
    merk = tabellen.merk(regel, meting)[0]
    if merk == "kan niet":
        return "kan niet"
    return "let op" if merk == "let op" else "gewoon"


def punt_van(regel: Regel, eenheid: tuple[str, str]) -> Punt:
    """Maak een punt van een regel, met interval en tip."""
    meting = regel.meting or Meting(None, None)
    return Punt(
        float(meting.percentage or 0),
        points(meting),
        teken_van(regel, meting),
        tip_van(regel, eenheid),
    )


def rij_van(regel: Regel, label: str, eenheid: tuple[str, str], kop: str = "") -> Rij:
    """Maak een rij met het percentage voorop; een merk staat er in woorden achter."""
    meting = regel.meting or Meting(None, None)
    merk = tabellen.merk(regel, meting)[0]
    achter = f" ({merk})" if merk in tabellen.ERNST else ""
    return Rij(f"{label}{achter}", (punt_van(regel, eenheid),), procent(meting.percentage, 0), kop)


def points(meting: Meting) -> tuple[float, float] | None:
    """Geef de grenzen van het interval op een schaal van 0 tot 100."""
    if meting.interval is None:
        return None
    return 100 * meting.interval.onder, 100 * meting.interval.boven


def tip_van(regel: Regel, eenheid: tuple[str, str]) -> str:
    """Schrijf wat er verschijnt bij het aanwijzen van een punt: de meting en zo nodig het merk."""
    meting = regel.meting or Meting(None, None)
    teken, reden = tabellen.merk(regel, meting)
    tip = write_measure(meting, eenheid)
    return f"{tip}. {teken}: {reden}" if teken else tip
