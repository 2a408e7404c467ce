"""Bestanden van 0.1.0 en 0.2.0: daarin stond per veld van het scherm wat er was ingevuld."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lv_tools.basis.invoer.velden import LANGSTE_TEKST
from lv_tools.basis.vorm.pad import join

_AFDELING = {
    "mijn-afdeling": "afdeling/soort",
    "mijn-standaarden": "afdeling/standaarden",
    "mijn-obstakels": "afdeling/obstakels",
}
_VELD = {
    "zoek": "zoek",
    "volgorde": "sorteer",
    "vorm": "vorm",
    "vergelijk_a": "paar/0",
    "vergelijk_b": "paar/1",
}


def to_path(naam: str, waarde: object) -> str:
    """Geef het pad van nu bij de naam van een veld van toen; leeg als het geen veld was.

    Examples
    --------
    >>> to_path("uitdagingen-standaard-2", "SKA1")
    'keuzes/uitdagingen/filters/standaard/1'
    """
    if naam == "weergave" or naam in _AFDELING:
        return _AFDELING.get(naam, naam)
    blik, streepje, veld = naam.partition("-")
    if not streepje:
        return ""
    if veld in _VELD:
        return f"keuzes/{join(blik)}/{_VELD[veld]}"
    kolom = veld.removesuffix("-2")
    plek = "" if isinstance(waarde, list | tuple) else f"/{int(kolom != veld)}"
    return f"keuzes/{join(blik, 'filters', kolom)}{plek}"


def from_version_1(staat: Mapping[str, Any]) -> dict[str, Any]:
    """Maak van velden de ene staat; wat toen al nergens meer paste, blijft apart."""
    afdeling: dict[str, Any] = {}
    keuzes: dict[str, dict[str, Any]] = {}
    concept: dict[str, str] = {}
    uit: dict[str, Any] = {"afdeling": afdeling}
    overig = list(_leftovers(staat.get("over") or {}))
    for naam, waarde in (staat.get("delen") or {}).items():
        pad = to_path(naam, waarde)
        soort, *rest = pad.split("/")
        if soort == "weergave":
            uit["weergave"] = waarde
        elif soort == "afdeling":
            afdeling[rest[0]] = waarde
        elif not pad:
            overig += _leftovers({naam: waarde})
        elif rest[1] == "zoek" and (len(waarde) > LANGSTE_TEKST or "\n" in waarde):
            concept[pad] = waarde  # te lang, of geplakt met een nieuwe regel: zoeken kon niet
        else:
            _place(keuzes.setdefault(rest[0], {}), rest[1:], waarde)
    uit["keuzes"] = [{"weergave": blik, **keuze} for blik, keuze in keuzes.items()]
    uit |= {"overig": overig} if overig else {}
    return {"staat": uit, **({"concept": concept} if concept else {})}


def _place(keuze: dict[str, Any], plek: list[str], waarde: Any) -> None:
    """Zet een waarde in de keuze van een weergave; niets gekozen is lege tekst."""
    veld, *rest = plek
    if veld == "paar":
        paar = keuze.setdefault(veld, ["", ""])
        paar[int(rest[0])] = waarde or ""
    elif veld != "filters":
        keuze[veld] = waarde or ""
    elif len(rest) == 1:
        keuze.setdefault(veld, {})[rest[0]] = waarde
    else:
        lijst = keuze.setdefault(veld, {}).setdefault(rest[0], [""] * 2)
        lijst[int(rest[1])] = waarde or ""


def _leftovers(waarden: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for naam, waarde in waarden.items():
        for deel in waarde if isinstance(waarde, list) else [waarde]:
            tekst = deel if isinstance(deel, str) else json.dumps(deel, ensure_ascii=False)
            if deel not in (None, ""):
                yield {"pad": to_path(naam, waarde) or naam, "waarde": tekst}
