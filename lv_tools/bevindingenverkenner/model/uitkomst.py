"""Wat er te zien is bij wat de lezer koos: een tabel, een vergelijking of zijn eigen afdeling."""

from __future__ import annotations

from lv_tools.bevindingenverkenner.model.filteren import Blad, apply
from lv_tools.bevindingenverkenner.model.keuze import Verkenning
from lv_tools.bevindingenverkenner.model.mijn_afdeling import Profiel, profile
from lv_tools.bevindingenverkenner.model.vergelijking import Vergelijking, compare
from lv_tools.bevindingenverkenner.teksten import MIJN_AFDELING, VERGELIJKING, Verkennerinhoud

Uitkomst = Blad | Vergelijking | Profiel


def compute(staat: Verkenning, _inhoud: Verkennerinhoud) -> Uitkomst:
    """Reken uit wat de weergave laat zien die open is."""
    if staat.weergave == MIJN_AFDELING:
        eigen = staat.afdeling
        return profile(eigen.soort, eigen.standaarden, eigen.obstakels)
    keuze = staat.in_view(staat.weergave)
    if keuze.vorm != VERGELIJKING:
        return apply(keuze)
    eerste, tweede = keuze.paar
    return Vergelijking(eerste, tweede, ()) if eerste == tweede else compare(eerste, tweede)
