"""Lees en schrijf perioden zoals iemand ze typt: een per regel."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lv_tools.basis.invoer.velden import Invoerfout
from lv_tools.basis.taal.datumtaal import Datumprobleem, parse_date
from lv_tools.basis.taal.notatie import datum_kort
from lv_tools.gespreksprompter.model.ritme import Periode

_TOT = re.compile(r"\s+(?:t/m|tot en met|tot)(?:\s+|$)", re.IGNORECASE)
_DAG = r"[0-9]{1,2}\s*[-/.]\s*[0-9]{1,2}\s*[-/.]\s*[0-9]{2,4}|[0-9]{1,2}\s+[a-zé]+\.?\s+[0-9]{4}"
_EIND = re.compile(rf"({_DAG})\s*(.*)", re.IGNORECASE)
_UITWEG = "Typ het zo: 12-10-2026 t/m 18-10-2026 herfstvakantie"


def read_periods(tekst: str, veld: str) -> tuple[Periode, ...] | Invoerfout:
    """Lees perioden, een per regel; de eerste regel die niet klopt, geeft een fout.

    Een enkele dag is een periode van een dag.
    """
    perioden = []
    for regel in tekst.splitlines():
        if not regel.strip():
            continue
        periode = _read_line(regel.strip())
        if isinstance(periode, str):
            return Invoerfout(veld, regel, periode, _UITWEG)
        perioden.append(periode)
    return tuple(perioden)


def write_periods(perioden: Sequence[Periode]) -> str:
    """Schrijf perioden zoals :func:`read_periods` ze leest."""
    return "\n".join(
        f"{datum_kort(p.van)} t/m {datum_kort(p.tot)} {p.naam}".strip() for p in perioden
    )


def _read_line(regel: str) -> Periode | str:
    stukken = _TOT.split(regel, maxsplit=1)
    eind = _EIND.fullmatch(stukken[-1])
    if eind is None:
        return f"‘{regel[:40]}’ is geen periode"
    van = parse_date(stukken[0] if len(stukken) > 1 else eind[1])
    tot = parse_date(eind[1])
    if isinstance(van, Datumprobleem):
        return f"in ‘{regel[:40]}’ klopt het begin niet: {van.probleem}"
    if isinstance(tot, Datumprobleem):
        return f"in ‘{regel[:40]}’ klopt het einde niet: {tot.probleem}"
    if tot < van:
        return f"in ‘{regel[:40]}’ ligt het einde voor het begin"
    return Periode(van, tot, eind[2].strip())
