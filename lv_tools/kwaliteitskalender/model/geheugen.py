"""Wat er al naar een agenda ging, als rijen in een bestand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from lv_tools.basis.uitvoer.agendageheugen import MEESTE, Uitgegeven
from lv_tools.basis.vorm.vormcontrole import VormError

_STEMPEL = "%Y%m%dT%H%M%SZ"
_LANGSTE = 400
#: Van elke cel van een rij het soort JSON.
_CELLEN = (str, str, int, str, str, str, int, str, bool)


def write_memory(uitgegeven: Sequence[Uitgegeven]) -> list[list[Any]]:
    """Schrijf een rij per punt."""
    return [
        [
            u.sleutel,
            u.afdruk,
            u.volgnummer,
            u.gewijzigd.astimezone(UTC).strftime(_STEMPEL),
            u.dag.isoformat(),
            u.tijd.isoformat("minutes") if u.tijd else "",
            u.minuten,
            u.opschrift,
            u.vervallen,
        ]
        for u in uitgegeven
    ]


def read_memory(rijen: Any) -> tuple[Uitgegeven, ...]:
    """Lees de rijen.

    Raises
    ------
    VormError
        Als er iets in staat wat niet kan.
    """
    if not isinstance(rijen, list) or len(rijen) > MEESTE:
        raise VormError("de lijst van wat naar de agenda ging ontbreekt, of is te lang")
    try:
        uit = tuple(_read(rij) for rij in rijen)
    except ValueError as fout:
        raise VormError(f"een punt dat naar de agenda ging, is niet te lezen: {fout}") from fout
    if len({u.sleutel for u in uit}) != len(uit):
        raise VormError("twee punten die naar de agenda gingen, hebben dezelfde sleutel")
    return uit


def memory_schema() -> dict[str, Any]:
    """Geef het JSON-schema van de rijen."""
    soorten = {str: "string", int: "integer", bool: "boolean"}
    cellen = [{"type": soorten[soort]} for soort in _CELLEN]
    rij = {"type": "array", "prefixItems": cellen, "minItems": 9, "maxItems": 9}
    return {"type": "array", "items": rij, "maxItems": MEESTE}


def _read(rij: Any) -> Uitgegeven:
    if not isinstance(rij, list) or [type(cel) for cel in rij] != list(_CELLEN):
        raise ValueError("de rij heeft een andere vorm")
    if any(isinstance(cel, str) and len(cel) > _LANGSTE for cel in rij):
        raise ValueError("een tekst is te lang")
    sleutel, afdruk, volgnummer, gewijzigd, dag, tijd, minuten, opschrift, vervallen = rij
    return Uitgegeven(
        sleutel,
        afdruk,
        volgnummer,
        datetime.strptime(gewijzigd, _STEMPEL).replace(tzinfo=UTC),
        date.fromisoformat(dag),
        time.fromisoformat(tijd) if tijd else None,
        minuten,
        opschrift,
        vervallen,
    )
