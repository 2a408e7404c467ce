"""Open een bewaard bestand bij de voordeur van het hulpmiddel dat het schreef.

Wie bestanden van alle hulpmiddelen leest, kent geen van die hulpmiddelen: het register zegt welke
er zijn, en een voordeur wordt pas geladen als er een bestand van is. In de pagina komt haar archief
dan ook pas binnen.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from lv_tools.basis.opslag.werkbestand import (
    GROOTSTE,
    Leesfout,
    Onleesbaar,
    from_object,
    read_object,
)
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.bouwdoos.deuren import doors

if TYPE_CHECKING:
    from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
    from lv_tools.bouwdoos.werk import Werk


@dataclass(frozen=True)
class Geopend:
    """Een bestand dat open is: de voordeur, het werk, en hoe en wanneer het bewaard is."""

    deur: Hulpmiddel[Any, Any, Any]
    werk: Werk[Any, Any]
    naam: str
    tijd: datetime


def door(naam: str) -> Hulpmiddel[Any, Any, Any]:
    """Geef de voordeur van een hulpmiddel uit het register.

    Raises
    ------
    LookupError
        Als er geen hulpmiddel van die naam is.
    """
    # Wie alleen tabellen leest, heeft geen schermen; die komen pas met een voordeur mee.
    from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel

    if naam not in {deur.naam for deur in doors()}:
        raise LookupError(f"er is geen hulpmiddel ‘{naam}’")
    module = importlib.import_module(f"lv_tools.{naam}.hulpmiddel")
    return next(w for w in vars(module).values() if isinstance(w, Hulpmiddel))


def open_object(
    gelezen: Mapping[str, Any], bestand: str, naloop: Mapping[str, Any] | None = None
) -> Geopend:
    """Open wat :func:`~lv_tools.basis.opslag.werkbestand.read_object` las.

    Parameters
    ----------
    bestand
        Hoe het bestand in een fout heet.
    naloop
        Wat er na het bewaren nog getypt is, als dat ergens anders staat.

    Raises
    ------
    Onleesbaar
        Als het geen werk van een hulpmiddel is, beschadigd is of van een nieuwere versie.
    """
    hulpmiddel, soort = str(gelezen.get("instrument", "")), gelezen.get("soort")
    if soort is not None:
        # Een ander bestand van het boek: de lezer weet wat het is, en waar het hoort.
        raise Onleesbaar(str(from_object(gelezen, "", 1, bestand=bestand)))
    if hulpmiddel not in {deur.naam for deur in doors()}:
        raise Onleesbaar(f"{bestand}: dit is geen bewaard werk van een hulpmiddel uit dit boek")
    deur = door(hulpmiddel)
    bewaard = from_object(
        gelezen, hulpmiddel, deur.versie, bestand=bestand, omzettingen=deur.omzettingen
    )
    if isinstance(bewaard, Leesfout):
        raise Onleesbaar(str(bewaard))
    werk = deur.new_work()
    try:
        werk.from_data(bewaard.staat, {**bewaard.naloop, **(naloop or {})})
    except (VormError, Onleesbaar) as fout:
        raise Onleesbaar(f"{bestand}: {fout}") from fout
    return Geopend(deur, werk, bewaard.naam, bewaard.tijd)


def read_whole(inhoud: bytes | str, bestand: str, grens: int | None = GROOTSTE) -> dict[str, Any]:
    """Lees een JSON-bestand van dit boek, zonder te kijken wat erin staat.

    Raises
    ------
    Onleesbaar
        Als dat niet gaat.
    """
    gelezen = read_object(inhoud, grens=grens)
    if isinstance(gelezen, str):
        raise Onleesbaar(f"{bestand}: {gelezen}")
    return gelezen
