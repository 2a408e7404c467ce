"""Controles op de gepubliceerde cijfers: kunnen ze bestaan, en passen ze bij elkaar?

Elke controle heeft een eigen module met een functie ``controleer()``. De uitkomst is een lijst
meldingen; wie een cijfer toont, vraagt met `meldingen_bij` wat ervan bekend is.

Een melding zegt alleen dat gedrukte getallen niet bij elkaar passen. Dat kan aan de groep, aan de
afronding, aan een latere telling of aan het overnemen liggen; zij zegt niets over bedoelingen.
"""

from __future__ import annotations

from functools import cache

from lv_tools.controle import (
    beweringen,
    frechet,
    grim,
    intake,
    kleine_groep,
    kleinste_n,
    noemer,
    sommen,
    tekst,
)
from lv_tools.controle.melding import ERNSTEN, Ernst, Melding, Plaats

__all__ = ["CONTROLES", "ERNSTEN", "Ernst", "Melding", "Plaats", "controleer", "meldingen_bij"]

CONTROLES = (grim, kleinste_n, frechet, sommen, noemer, intake, tekst, beweringen, kleine_groep)


@cache
def controleer() -> tuple[Melding, ...]:
    """Voer alle controles uit.

    Returns
    -------
    tuple of Melding
        Alle meldingen, per controle bij elkaar; het resultaat wordt onthouden.
    """
    return tuple(melding for controle in CONTROLES for melding in controle.controleer())


def meldingen_bij(resource: str, /, **sleutel: str) -> tuple[Melding, ...]:
    """Geef de meldingen bij een cel, rij, kolom of hele tabel, het zwaarste oordeel eerst.

    Parameters
    ----------
    resource : str
        Naam van de tabel.
    **sleutel : str
        Kolomnaam en waarde, bijvoorbeeld ``obstakel="Verwaarlozing"``. Meldingen over een hele
        kolom of tabel horen ook bij elke cel daarin.

    Returns
    -------
    tuple of Melding
        Leeg als er geen controle over deze plaats gaat.
    """
    treffers = [melding for melding in _over(resource) if melding.raakt(resource, sleutel)]
    return tuple(sorted(treffers, key=lambda melding: ERNSTEN.index(melding.ernst)))


@cache
def _over(resource: str) -> tuple[Melding, ...]:
    """Geef de meldingen die ergens over een tabel gaan; een scherm vraagt dit honderden keren."""
    return tuple(
        melding
        for melding in controleer()
        if resource in (melding.resource, *(plaats.resource for plaats in melding.ook))
    )
