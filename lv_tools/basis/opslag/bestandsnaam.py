"""Namen van bestanden: gewone letters, en te zien waaruit, wat, waarvan en van wanneer."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

#: Zo lang mogen de naam en het merk in de naam van een bestand zijn.
NAAM_LENGTE = 50
MERK_LENGTE = 30


def file_name(titel: str, extensie: str) -> str:
    """Maak een bestandsnaam van gewone letters, cijfers en streepjes.

    Examples
    --------
    >>> file_name("Havo/vwo: één blik", "csv")
    'havo-vwo-een-blik.csv'
    """
    return f"{slug(titel)}.{extensie}"


def export_name(
    hulpmiddel: str, soort: str, naam: str, dag: date | str, extensie: str, *, merk: str = ""
) -> str:
    """Maak de naam van een bestand dat iemand opslaat: waaruit, wat, waarvan en van wanneer.

    Zo raakt in een map met bestanden van vier scholen niets door elkaar.

    Parameters
    ----------
    hulpmiddel, soort
        Waar het uit komt en wat het is, zoals ``"zelfevaluatie"`` en ``"verslag"``.
    naam
        Waarvan het is, zoals de naam van een scan. Leeg, of gelijk aan het hulpmiddel: dan valt zij
        weg.
    dag
        De dag waar het bij hoort; een tekst is jjjj-mm-dd.
    merk
        Wat twee bestanden met verder dezelfde naam uit elkaar houdt.

    Examples
    --------
    >>> export_name("zelfevaluatie", "verslag", "De Vaart", date(2026, 11, 27), "docx")
    'zelfevaluatie-verslag-de-vaart-2026-11-27.docx'
    """
    waarvan = _plain(naam, NAAM_LENGTE)
    delen = (
        _plain(hulpmiddel, NAAM_LENGTE),
        _plain(soort, NAAM_LENGTE),
        "" if waarvan == _plain(hulpmiddel, NAAM_LENGTE) else waarvan,
        _plain(merk, MERK_LENGTE),
        _plain(str(dag), MERK_LENGTE),
    )
    return f"{'-'.join(filter(None, delen))}.{extensie}"


def slug(tekst: str) -> str:
    """Geef tekst als gewone kleine letters, cijfers en streepjes, ten hoogste 60 tekens."""
    return _plain(tekst, 60) or "bestand"


def _plain(tekst: str, lengte: int) -> str:
    plat = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plat).strip("-")[:lengte].strip("-")
