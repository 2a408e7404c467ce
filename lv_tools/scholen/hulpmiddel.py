"""De voordeur van Scholen naast elkaar."""

from __future__ import annotations

from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.scholen.model.staat import Vergelijking
from lv_tools.scholen.model.uitkomst import Uitkomst, compute
from lv_tools.scholen.model.voorbeeld import example
from lv_tools.scholen.scherm.kiezen import Kiespaneel
from lv_tools.scholen.scherm.naast import Naastpaneel, Tijdpaneel
from lv_tools.scholen.stilbeeld import still
from lv_tools.scholen.teksten import Scholeninhoud, content
from lv_tools.scholen.verslag.document import all_tables, report

SCHOLEN = Hulpmiddel[Vergelijking, Uitkomst, Scholeninhoud](
    naam="scholen",
    inhoud=content,
    leeg=lambda _inhoud: Vergelijking(),
    reken=compute,
    panelen={"kiezen": Kiespaneel, "naast": Naastpaneel, "tijd": Tijdpaneel},
    uitvoerrij=False,
    titel=lambda staat: staat.titel,
    verslag=report,
    tabellen=all_tables,
    voorbeeld=example,
    stilbeeld=still,
)
open_scherm = SCHOLEN.open
