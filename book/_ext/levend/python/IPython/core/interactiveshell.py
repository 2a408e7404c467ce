"""De klasse waarlangs ``Output.append_display_data`` vraagt hoe iets getoond wil worden."""

from __future__ import annotations

from typing import Any


class _Opmaker:
    def format(self, ding: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """Geef de MIME-bundel en lege metagegevens."""
        from lv_kern.uitvoer import mimebundel

        return mimebundel(ding), {}


class InteractiveShell:
    """Net genoeg voor ipywidgets."""

    display_formatter = _Opmaker()

    @classmethod
    def instance(cls) -> InteractiveShell:
        """Geef een schil; hij heeft geen toestand."""
        return cls()
