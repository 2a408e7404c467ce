"""De voordeur van het inspectiebezoek."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.inspectiebezoek.model.uitkomst import compute, example, fit, follow, start
from lv_tools.inspectiebezoek.model.uitwisselen import GEEFT, NEEMT
from lv_tools.inspectiebezoek.scherm.bezoek import Bezoekpaneel
from lv_tools.inspectiebezoek.scherm.contact import Contactpaneel
from lv_tools.inspectiebezoek.scherm.dag import Dagpaneel, Oefenpaneel
from lv_tools.inspectiebezoek.scherm.deel import NAAM
from lv_tools.inspectiebezoek.scherm.erna import Ernapaneel
from lv_tools.inspectiebezoek.scherm.meenemen import Meeneempaneel
from lv_tools.inspectiebezoek.scherm.plan import Planpaneel
from lv_tools.inspectiebezoek.scherm.verhaal import Stukkenpaneel, Verhaalpaneel
from lv_tools.inspectiebezoek.teksten import content
from lv_tools.inspectiebezoek.verslag.bestanden import tables
from lv_tools.inspectiebezoek.verslag.draaiboek import report, still

INSPECTIEBEZOEK = Hulpmiddel(
    naam=NAAM,
    inhoud=content,
    leeg=start,
    reken=compute,
    panelen={
        "bezoek": Bezoekpaneel,
        "plan": Planpaneel,
        "verhaal": Verhaalpaneel,
        "stukken": Stukkenpaneel,
        "oefenen": Oefenpaneel,
        "dag": Dagpaneel,
        "erna": Ernapaneel,
        "meenemen": Meeneempaneel,
    },
    boven=Contactpaneel,
    titel=lambda bezoek: bezoek.naam,
    verslag=report,
    tabellen=tables,
    voorbeeld=example,
    stilbeeld=still,
    keur=fit,
    volg=follow,
    neemt=NEEMT,
    geeft=GEEFT,
    kopie=lambda bezoek: replace(bezoek, uitgegeven=()),
)
open_scherm = INSPECTIEBEZOEK.open
