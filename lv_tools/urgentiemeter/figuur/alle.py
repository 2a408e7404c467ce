"""Alle figuren van een uitslag op een rij, voor wie er buiten het scherm mee verdergaat."""

from __future__ import annotations

from collections.abc import Iterator

from lv_tools.basis.beeld.figuurstijl import Figuurblad
from lv_tools.urgentiemeter.figuur.feiten import draw_series
from lv_tools.urgentiemeter.figuur.groep import draw_distribution, draw_quadrant
from lv_tools.urgentiemeter.figuur.verschil import draw_differences, draw_standards
from lv_tools.urgentiemeter.model.uitslag import Uitslag
from lv_tools.urgentiemeter.teksten import Instrument


def figures(uitslag: Uitslag, inhoud: Instrument) -> tuple[Figuurblad | None, ...]:
    """Geef de figuren van het scherm; wat er niet te tekenen valt, is ``None``."""
    return tuple(_all(uitslag, inhoud))


def _all(uitslag: Uitslag, inhoud: Instrument) -> Iterator[Figuurblad | None]:
    for feit in uitslag.feiten:
        for uitkomst in feit.uitkomsten:
            yield draw_series(uitkomst, feit.afdeling.naam, inhoud)
    yield draw_quadrant(uitslag, inhoud)
    yield draw_standards(uitslag, inhoud)
    yield draw_differences(uitslag, inhoud)
    if uitslag.beleving.geheel is not None:
        yield draw_distribution(uitslag.beleving.geheel, uitslag, inhoud)
