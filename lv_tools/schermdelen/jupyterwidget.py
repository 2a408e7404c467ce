"""Het widget achter een scherm in Voilà en JupyterLab: een anywidget, met zijn script en stijl."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from lv_tools.schermdelen.bundel import script, stijlblad


class Widget(anywidget.AnyWidget):
    """Wat :class:`~lv_tools.schermdelen.scherm.Scherm` van een widget gebruikt."""

    _esm = script()
    _css = stijlblad()
    boom = traitlets.Any().tag(sync=True, to_json=lambda _waarde, widget: widget.to_tree())

    def to_tree(self) -> dict[str, Any]:
        """Geef de boom zoals hij nu is."""
        raise NotImplementedError
