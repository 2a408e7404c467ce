"""Het scherm van de zelfevaluatie, per stap een paneel. Open het met :func:`open_scherm`."""

from __future__ import annotations

from lv_tools.basis.beeld.weergave import Html
from lv_tools.schermdelen.scherm import Scherm


def open_scherm() -> Scherm | Html:
    """Open de zelfevaluatie; bij het bouwen van het boek is dat het stilstaande beeld."""
    from lv_tools.zelfevaluatie.hulpmiddel import ZELFEVALUATIE

    return ZELFEVALUATIE.open()
