"""De ronde doorgeven aan bezoekers, eigen bezoeken doorgeven, en die van een collega lezen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from lv_tools.basis.opslag.werkbestand import Bewaard, Leesfout, clean_name, from_json, now, to_json
from lv_tools.basis.vorm import codec
from lv_tools.basis.vorm.vormcontrole import VormError
from lv_tools.lesbezoek.model.ronde import Ronde, opened
from lv_tools.lesbezoek.model.samenvoegen import Samengevoegd, for_others, merge, start_of
from lv_tools.lesbezoek.teksten import Instrument

NAAM, VERSIE = "lesbezoek", 1


def round_file(ronde: Ronde) -> bytes:
    """Schrijf de ronde waarmee een collega begint: de vraag en de kijkpunten, geen bezoeken.

    Wie haar opent, staat meteen bij de stap ‘In de les’.
    """
    return _file(start_of(ronde), ronde.naam or "Ronde lesbezoek", {"plek": {"stap": "kijken"}})


def visits_file(ronde: Ronde) -> bytes:
    """Schrijf de eigen bezoeken om door te geven, zonder wat er in het nagesprek is gezegd."""
    return _file(for_others(ronde), "Bezoeken van een collega")


def read_visits(ronde: Ronde, naam: str, inhoud_bytes: bytes, inhoud: Instrument) -> Samengevoegd:
    """Lees het bestand van een collega, en voeg de bezoeken toe.

    Raises
    ------
    VormError
        Als het bestand niet te lezen is of niet bij deze ronde hoort.
    """
    bewaard = from_json(inhoud_bytes, NAAM, VERSIE, bestand=f"‘{naam}’")
    if isinstance(bewaard, Leesfout):
        raise VormError(str(bewaard))
    ander = opened(codec.read(Ronde, bewaard.staat.get("staat")), inhoud)
    tijd = bewaard.tijd.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()
    return merge(ronde, ander, f"{tijd}Z")


def _file(ronde: Ronde, naam: str, ook: Mapping[str, Any] | None = None) -> bytes:
    staat = {"staat": codec.write(ronde), **(ook or {})}
    return to_json(Bewaard(NAAM, VERSIE, clean_name(naam), now(), staat)).encode()
