"""Lees het blad van een school uit een bestand, en schrijf het voor het bestuur."""

from __future__ import annotations

from datetime import datetime

from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, clean_name, from_json, to_json
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.kwaliteitsrapportage.model.rapportage import Blad, Rapportage, shown

NAAM = "kwaliteitsrapportage"
VERSIE = 1


def read_page(naam: str, inhoud: bytes) -> tuple[Blad, datetime] | Leesfout:
    """Lees het blad uit een bestand, met het moment van bewaren; al het andere blijft erin."""
    bewaard = from_json(inhoud, NAAM, VERSIE, bestand=naam)
    if isinstance(bewaard, Leesfout):
        return bewaard
    try:
        blad = codec.read(Rapportage, bewaard.staat.get("staat")).blad
    except VormError as fout:
        uitweg = "Vraag om een nieuw bestand uit de kwaliteitsrapportage"
        return Leesfout(naam, f"de inhoud is niet te lezen: {fout}", uitweg)
    if not blad.school.strip():
        uitweg = "Laat de school haar naam invullen bij stap 1, en het blad opnieuw geven"
        return Leesfout(naam, "er staat geen school op dit blad", uitweg)
    return blad, bewaard.tijd


def write_page(blad: Blad, naam: str, tijd: datetime) -> bytes:
    """Schrijf het blad om aan het bestuur te geven: alleen wat op de bladzijde staat."""
    staat = {"staat": codec.write(Rapportage(blad=shown(blad)))}
    return to_json(Bewaard(NAAM, VERSIE, clean_name(naam), tijd, staat)).encode()
