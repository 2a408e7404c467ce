"""Het deel van bewaard werk dat over de agenda gaat: het kenmerk en wat er al is uitgegeven.

Werk van vroeger heeft dit deel nog niet, en opent gewoon.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from lv_tools.basis.invoer.velden import clean_text
from lv_tools.basis.uitvoer.agendageheugen import MEESTE, Uitgegeven

_STEMPEL = "%Y%m%dT%H%M%SZ"
_KENMERK = re.compile(r"[0-9a-f]{0,32}")
#: Langste sleutel en opschrift; de sleutels maken wij zelf, het opschrift heet naar een tafel.
_LANGSTE = 2_000


def calendar_to_json(kenmerk: str, uitgegeven: Sequence[Uitgegeven]) -> dict[str, Any]:
    """Schrijf het agendadeel als JSON."""
    return {
        "kenmerk": kenmerk,
        "uitgegeven": [
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
        ],
    }


def read_calendar(deel: object) -> tuple[str, tuple[Uitgegeven, ...]]:
    """Lees het agendadeel; zonder dat deel is er nog niets uitgegeven.

    Raises
    ------
    ValueError
        Als er iets in staat wat niet kan.
    """
    if deel is None:
        return "", ()
    if not isinstance(deel, Mapping):
        raise ValueError("het agendadeel van dit bestand is niet te lezen")
    kenmerk, lijst = _text(deel["kenmerk"]), deel["uitgegeven"]
    if not _KENMERK.fullmatch(kenmerk):
        raise ValueError(f"het kenmerk {kenmerk[:40]!r} kan niet van dit hulpmiddel zijn")
    if not isinstance(lijst, list | tuple) or len(lijst) > MEESTE:
        raise ValueError("de lijst van wat naar de agenda ging ontbreekt, of is te lang")
    uitgegeven = tuple(_read_published(rij) for rij in lijst)
    if len({u.sleutel for u in uitgegeven}) != len(uitgegeven):
        raise ValueError("twee punten die naar de agenda gingen, hebben dezelfde sleutel")
    return kenmerk, uitgegeven


def read_used(lijst: object) -> tuple[tuple[str, int], ...]:
    """Lees tot welk nummer ids in een reeks al gebruikt zijn.

    Raises
    ------
    ValueError
        Als er iets in staat wat niet kan.
    """
    if not isinstance(lijst, list | tuple) or len(lijst) > 26:
        raise ValueError("de lijst van gebruikte nummers is niet te lezen")
    return tuple(sorted({_text(letter)[:1]: _whole(nummer) for letter, nummer in lijst}.items()))


def _read_published(rij: object) -> Uitgegeven:
    if not isinstance(rij, list | tuple) or len(rij) != 9:
        raise ValueError("een punt dat naar de agenda ging, is niet te lezen")
    sleutel, afdruk, volgnummer, gewijzigd, dag, tijd, minuten, opschrift, vervallen = rij
    if not isinstance(vervallen, bool):
        raise ValueError("van een agendapunt is niet te lezen of het is vervallen")
    return Uitgegeven(
        _text(sleutel),
        _text(afdruk),
        _whole(volgnummer),
        datetime.strptime(_text(gewijzigd), _STEMPEL).replace(tzinfo=UTC),
        date.fromisoformat(_text(dag)),
        time.fromisoformat(_text(tijd)) if tijd else None,
        _whole(minuten),
        _text(opschrift),
        vervallen,
    )


def _text(waarde: object) -> str:
    if not isinstance(waarde, str) or len(waarde) > _LANGSTE:
        raise ValueError("in het agendadeel ontbreekt een tekst, of zij is te lang")
    return clean_text(waarde)


def _whole(waarde: object) -> int:
    if isinstance(waarde, bool) or not isinstance(waarde, int) or not 0 <= waarde < 10**9:
        raise ValueError(f"{waarde!r} is geen nummer dat in het agendadeel past")
    return waarde
