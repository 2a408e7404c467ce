"""De voordeur van de kwaliteitskalender."""

from __future__ import annotations

from dataclasses import replace

from lv_tools.basis.opslag.werkbestand import today
from lv_tools.bouwdoos.hulpmiddel import Hulpmiddel
from lv_tools.kwaliteitskalender.figuur import draw_weeks, draw_year
from lv_tools.kwaliteitskalender.model.bronnen import GEEFT, NEEMT
from lv_tools.kwaliteitskalender.model.jaar import begin
from lv_tools.kwaliteitskalender.model.kalender import Kalender
from lv_tools.kwaliteitskalender.model.uitkomst import Jaarbeeld
from lv_tools.kwaliteitskalender.scherm.jaar import Jaarpaneel
from lv_tools.kwaliteitskalender.scherm.kalender import Kalenderpaneel
from lv_tools.kwaliteitskalender.scherm.paneel import NAAM
from lv_tools.kwaliteitskalender.scherm.punten import Puntenpaneel
from lv_tools.kwaliteitskalender.scherm.ritme import Ritmepaneel
from lv_tools.kwaliteitskalender.stilbeeld import still
from lv_tools.kwaliteitskalender.teksten import Kalenderinhoud, content
from lv_tools.kwaliteitskalender.verslag.agenda import marked
from lv_tools.kwaliteitskalender.verslag.beeld import compute
from lv_tools.kwaliteitskalender.verslag.document import report
from lv_tools.kwaliteitskalender.verslag.tabellen import tables

KWALITEITSKALENDER = Hulpmiddel[Kalender, Jaarbeeld, Kalenderinhoud](
    naam=NAAM,
    inhoud=content,
    leeg=lambda _inhoud: marked(begin(today())),
    reken=compute,
    panelen={
        "jaar": Jaarpaneel,
        "ritme": Ritmepaneel,
        "punten": Puntenpaneel,
        "kalender": Kalenderpaneel,
    },
    titel=lambda kalender: f"{kalender.naam} {kalender.year.naam}".strip(),
    verslag=report,
    tabellen=tables,
    figuren=lambda beeld, inhoud: (draw_year(beeld, inhoud), draw_weeks(beeld, inhoud)),
    stilbeeld=still,
    neemt=NEEMT,
    geeft=GEEFT,
    kopie=lambda kalender: replace(kalender, uitgegeven=()),
)
open_scherm = KWALITEITSKALENDER.open
