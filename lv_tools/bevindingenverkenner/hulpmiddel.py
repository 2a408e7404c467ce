"""De voordeur van de bevindingenverkenner."""

from __future__ import annotations

from lv_tools.basis.onderzoek.overblijfsel import Overblijfsel
from lv_tools.bevindingenverkenner.bestand import from_version_1, to_path
from lv_tools.bevindingenverkenner.model.keuze import describe, fit, start
from lv_tools.bevindingenverkenner.model.uitkomst import compute
from lv_tools.bevindingenverkenner.scherm.verkennen import Verkennerpaneel
from lv_tools.bevindingenverkenner.stilbeeld import stilbeeld
from lv_tools.bevindingenverkenner.teksten import teksten
from lv_tools.bevindingenverkenner.verslag.document import report
from lv_tools.bevindingenverkenner.verslag.tabellen import tables
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel

VERKENNER = Hulpmiddel(
    naam="bevindingenverkenner",
    versie=2,
    inhoud=teksten,
    leeg=start,
    reken=compute,
    panelen={"verkennen": Verkennerpaneel},
    verslag=report,
    tabellen=tables,
    rij=False,
    stilbeeld=stilbeeld,
    keur=fit,
    omzettingen={1: from_version_1},
    oude_naam=lambda naam, waarde, _staat: to_path(naam, waarde),
    over=lambda staat, inhoud: [
        Overblijfsel(describe(over, inhoud), over.waarde) for over in staat.overig
    ],
)
open_scherm = VERKENNER.open
