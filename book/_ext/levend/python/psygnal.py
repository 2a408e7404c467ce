"""Plaatsvervanger: anywidget volgt hiermee wijzigingen in bestanden op schijf.

In de pagina staat een widget in een archief dat niet verandert, dus er valt niets te volgen. Het
echte pakket laden kost meer tijd dan anywidget en traitlets samen.
"""

from __future__ import annotations

from typing import Any


class Signal:
    """Een signaal dat nooit afgaat."""

    def __init__(self, *soorten: type) -> None:
        """Neem aan wat er bij het signaal hoort."""

    def connect(self, functie: Any) -> Any:
        """Onthoud niets: de functie wordt nooit geroepen."""
        return functie

    def emit(self, *waarden: object) -> None:
        """Geef niets door."""


class SignalGroup:
    """Niets is hier een van; anywidget vraagt dat."""
