"""Twee verzonnen kaders, om te toetsen wat er gebeurt als het ene in het andere overgaat."""

from __future__ import annotations

from datetime import date
from typing import Any


def kader(code: str, vanaf: date, codes: str, **meer: Any) -> dict[str, Any]:
    """Geef een kader zoals het in het gegevensbestand staat, met één gebied."""
    gebied = {
        "naam": "Gebied",
        "niveau": "school",
        "standaarden": [[c, f"Naam {c}"] for c in codes.split()],
    }
    return {
        "code": code,
        "naam": f"Kader {code}",
        "vanaf": vanaf,
        "adres": f"https://voorbeeld.invalid/{code}",
        "toelichting": "Een voorbeeld.",
        **({"gebied": [gebied]} if codes else {}),
        **meer,
    }


def bijstelling(vanaf: date, **soorten: list[str]) -> dict[str, Any]:
    """Geef een bijstelling zoals zij in het gegevensbestand staat."""
    adres = "https://voorbeeld.invalid/bijstelling"
    return {"vanaf": vanaf, "tekst": "Iets.", "adres": adres, "gelezen": True, **soorten}


def bestand(*kaders: dict[str, Any], in_gebruik: str = "") -> dict[str, Any]:
    """Geef een heel gegevensbestand."""
    return {
        "gecontroleerd": date(2026, 11, 27),
        "in_gebruik": in_gebruik or kaders[0]["code"],
        "onderzoek": kaders[0]["code"],
        "kader": list(kaders),
    }


GEWIJZIGD = bestand(
    kader("oud", date(2021, 8, 1), "A1 A2 A3 A4 A5 A6"),
    kader(
        "nieuw",
        date(2027, 8, 1),
        "A1 A6 B1 B2 B9",
        overgang=[
            {"van": ["A1"], "naar": ["A1", "B1"], "uitleg": "De les kreeg een eigen plek."},
            {"van": ["A2", "A3"], "naar": ["B2"]},
            {"van": ["A4"], "naar": []},
        ],
    ),
)
