"""De voordeur van het verbeterplan."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.verbeterplan.figuur.boom import tree
from lv_tools.verbeterplan.figuur.tijdlijn import timeline
from lv_tools.verbeterplan.model.plan import Plan
from lv_tools.verbeterplan.model.uitkomst import compute, example, fit
from lv_tools.verbeterplan.model.uitwisselen import GEEFT, NEEMT
from lv_tools.verbeterplan.scherm.meenemen import Meeneempaneel
from lv_tools.verbeterplan.scherm.stappen import (
    Aanpakpaneel,
    Doelenpaneel,
    Kijkenpaneel,
    Nakijkpaneel,
    Waarompaneel,
)
from lv_tools.verbeterplan.scherm.voortgang import Voortgangpaneel
from lv_tools.verbeterplan.teksten import content
from lv_tools.verbeterplan.verslag.bestanden import tables
from lv_tools.verbeterplan.verslag.document import report, still
from lv_tools.verbeterplan.verslag.naast import picture

VERBETERPLAN = Hulpmiddel(
    naam="verbeterplan",
    inhoud=content,
    leeg=lambda inhoud: fit(Plan(kenmerk=new_id()), inhoud),
    reken=compute,
    panelen={
        "waarom": Waarompaneel,
        "doelen": Doelenpaneel,
        "aanpak": Aanpakpaneel,
        "kijken": Kijkenpaneel,
        "nakijken": Nakijkpaneel,
        "voortgang": Voortgangpaneel,
        "meenemen": Meeneempaneel,
    },
    titel=lambda plan: plan.kern.titel,
    verslag=report,
    tabellen=tables,
    figuren=lambda uitslag, inhoud: (tree(uitslag, inhoud), timeline(uitslag, inhoud)),
    naast=picture,
    voorbeeld=example,
    stilbeeld=still,
    keur=fit,
    neemt=NEEMT,
    geeft=GEEFT,
    kopie=lambda plan: replace(plan, agenda=()),
)
open_scherm = VERBETERPLAN.open
