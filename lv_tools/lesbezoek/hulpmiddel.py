"""Het lesbezoek: samen naar lessen kijken, en wat de ronde als geheel laat zien."""

from __future__ import annotations

from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Verbeterpunt
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.lesbezoek.bestand import NAAM, VERSIE
from lv_tools.lesbezoek.model.ronde import Ronde, empty, opened, title
from lv_tools.lesbezoek.model.uitkomst import Uitkomst, compute
from lv_tools.lesbezoek.model.voorbeeld import example
from lv_tools.lesbezoek.scherm.kijken import Kijkpaneel
from lv_tools.lesbezoek.scherm.ronde import Opzetpaneel
from lv_tools.lesbezoek.scherm.samen import Samenpaneel
from lv_tools.lesbezoek.scherm.uitkomst import Uitkomstpaneel
from lv_tools.lesbezoek.scherm.verder import Verderpaneel
from lv_tools.lesbezoek.teksten import Instrument, instrument
from lv_tools.lesbezoek.verslag.document import all_tables, report, still
from lv_tools.lesbezoek.verslag.naast import picture

LESBEZOEK = Hulpmiddel[Ronde, Uitkomst, Instrument](
    naam=NAAM,
    versie=VERSIE,
    inhoud=instrument,
    leeg=empty,
    reken=lambda ronde, _inhoud: compute(ronde),
    panelen={
        "ronde": Opzetpaneel,
        "kijken": Kijkpaneel,
        "samen": Samenpaneel,
        "uitkomst": Uitkomstpaneel,
        "verder": Verderpaneel,
    },
    titel=title,
    verslag=report,
    tabellen=all_tables,
    naast=picture,
    voorbeeld=example,
    stilbeeld=still,
    keur=opened,
    geeft=(Verbeterpunt, Gespreksvraag),
)
open_scherm = LESBEZOEK.open
