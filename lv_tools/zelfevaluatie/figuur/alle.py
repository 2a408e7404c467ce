"""Alle figuren van een uitslag op een rij, voor wie er buiten het scherm mee verdergaat."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.zelfevaluatie.figuur.samenoordeel import draw_joint
from lv_tools.zelfevaluatie.figuur.stippen import draw_dots
from lv_tools.zelfevaluatie.figuur.verdeling import draw_distribution
from lv_tools.zelfevaluatie.figuur.web import draw_radar
from lv_tools.zelfevaluatie.model.uitslag import Uitslag
from lv_tools.zelfevaluatie.teksten import Instrument


def figures(uitslag: Uitslag, inhoud: Instrument) -> tuple[Figuurblad | None, ...]:
    """Geef de figuren van het scherm; wat er niet te tekenen valt, is ``None``."""
    return tuple(_all(uitslag, inhoud))


def _all(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Figuurblad | None]:
    if uitslag.geheel is None:
        return
    yield draw_radar(uitslag, inhoud)
    yield draw_dots(uitslag, inhoud)
    yield draw_joint(uitslag, inhoud)
    for thema in uitslag.scan.opzet.themas:
        yield draw_distribution(thema, uitslag.geheel, uitslag, inhoud)
