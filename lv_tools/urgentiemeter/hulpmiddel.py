"""De urgentiemeter: cijfers van een afdeling naast het gevoel van de mensen die er werken."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.onderzoek.respondenten import new_id
from lv_tools.basis.opslag.werkbestand import today
from lv_tools.basis.uitwisseling.stukken import Gespreksvraag, Signaal
from lv_tools.basis.verzamelen.groep import rest_of
from lv_tools.bouwdoos.groep.uitnodigen import Koppaneel
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.urgentiemeter.bestand.lezen import NAAM, OMZETTINGEN, VERSIE
from lv_tools.urgentiemeter.figuur.alle import figures
from lv_tools.urgentiemeter.model.openen import opened
from lv_tools.urgentiemeter.model.scan import Scan, empty, follow_scan
from lv_tools.urgentiemeter.model.uitslag import Uitslag, compute
from lv_tools.urgentiemeter.model.welke_meting import title
from lv_tools.urgentiemeter.scherm.beleving import Belevingpaneel
from lv_tools.urgentiemeter.scherm.feiten import Feitenpaneel
from lv_tools.urgentiemeter.scherm.paneel import UITNODIGEN
from lv_tools.urgentiemeter.scherm.uitslag import Uitslagpaneel
from lv_tools.urgentiemeter.stilbeeld import stilbeeld
from lv_tools.urgentiemeter.teksten import Instrument, instrument
from lv_tools.urgentiemeter.verslag.document import report
from lv_tools.urgentiemeter.verslag.naast import picture
from lv_tools.urgentiemeter.verslag.tabellen import all_tables

URGENTIEMETER = Hulpmiddel[Scan, Uitslag, Instrument](
    naam=NAAM,
    versie=VERSIE,
    inhoud=instrument,
    leeg=lambda inhoud: replace(empty(inhoud), kenmerk=new_id()),
    reken=lambda scan, inhoud: compute(scan, inhoud, today()),
    boven=lambda werk, inhoud: Koppaneel(werk, inhoud, UITNODIGEN),
    panelen={"feiten": Feitenpaneel, "beleving": Belevingpaneel, "uitslag": Uitslagpaneel},
    titel=title,
    verslag=report,
    tabellen=all_tables,
    uitvoerrij=False,
    figuren=figures,
    groep=lambda scan, inhoud: (scan.groep, inhoud.vragen),
    naast=picture,
    stilbeeld=stilbeeld,
    keur=opened,
    volg=follow_scan,
    omzettingen=OMZETTINGEN,
    geeft=(Gespreksvraag, Signaal),
    over=lambda scan, inhoud: rest_of(scan.groep, inhoud.vragen, scan.overig),
)
open_scherm = URGENTIEMETER.open
