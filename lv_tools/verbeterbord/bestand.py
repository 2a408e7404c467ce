"""Lees het bord van een ander team uit een bestand, en schrijf het eigen bord zonder namen."""

from __future__ import annotations

from datetime import datetime

from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, clean_name, from_json, to_json
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.verbeterbord.model.bord import Bord
from lv_tools.verbeterbord.model.scholen import without_names

NAAM = "verbeterbord"
VERSIE = 1


def read_board(naam: str, inhoud: bytes) -> tuple[Bord, datetime] | Leesfout:
    """Lees een bord dat iemand in een bestand bewaarde, met het moment van bewaren."""
    bewaard = from_json(inhoud, NAAM, VERSIE, bestand=naam)
    if isinstance(bewaard, Leesfout):
        return bewaard
    try:
        bord = codec.read(Bord, bewaard.staat.get("staat"))
    except VormError as fout:
        uitweg = "Vraag om een nieuw bestand uit het verbeterbord"
        return Leesfout(naam, f"de inhoud is niet te lezen: {fout}", uitweg)
    return bord, bewaard.tijd


def write_for_board(bord: Bord, naam: str, tijd: datetime) -> bytes:
    """Schrijf het bord om aan het bestuur te geven: zonder namen en zonder acties."""
    staat = {"staat": codec.write(without_names(bord))}
    return to_json(Bewaard(NAAM, VERSIE, clean_name(naam), tijd, staat)).encode()
